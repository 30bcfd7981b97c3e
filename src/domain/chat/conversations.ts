import type { Platform } from "./chat.ts";

/** A thread that the bot answers in, as the store keeps it: no platform's history is read. */
interface ConversationRecord {
  topic: string | null;
  /** Oldest first, the last few. */
  turns: { question: string; answer: string | null }[];
}

interface NewTurn {
  /** The platform's id of the message that asked. */
  questionId: string;
  /** The platform's id of the person who asked. */
  askedBy: string;
  question: string;
  answer: string | null;
  askedAtMs: number;
}

/** A thread in which articles are cited before all. Ids are the platform's own. */
export interface CitedThread {
  platform: Platform;
  channelId: string;
  /** As the conversation is known. */
  threadId: string;
  /** The message that a notice stands below. */
  rootId: string;
  articleIds: string[];
  atMs: number;
}

export interface ConversationStore {
  /** Remembers a thread; a topic that is known already stays. */
  open(workspaceId: string, threadId: string, topic: string | null): Promise<void>;
  find(workspaceId: string, threadId: string): Promise<ConversationRecord | null>;
  /** The same question again replaces its turn. */
  addTurn(workspaceId: string, threadId: string, turn: NewTurn): Promise<void>;
  /** Keeps what a thread cites, until it is told that an article was withdrawn. */
  noteCited(workspaceId: string, thread: CitedThread): Promise<void>;
  forgetQuestion(workspaceId: string, questionId: string): Promise<void>;
}
