import type { Document, Inline } from "./document.ts";
import type { Intent } from "./intent.ts";
import type { Picture } from "./picture.ts";

/**
 * What the chat adapters (Slack, Discord, the terminal's prompt) hand to the desk, and what they get back. An adapter verifies,
 * acknowledges, parses a payload into one of these, and renders the document: it decides nothing.
 */

const PLATFORMS = ["slack", "discord", "terminal"] as const;
export type Platform = (typeof PLATFORMS)[number];

/** Who asks, and where. Ids are the platform's own. */
export interface Asker {
  platform: Platform;
  /** A Slack team, a Discord server or the terminal, as the store knows it: `slack:T123`, `discord:456`, `terminal`. */
  workspaceId: string;
  channelId: string;
  /** The thread that the question stands in, null outside of threads. */
  threadId: string | null;
  userId: string;
  /** Whether the platform says that this person manages the workspace (Slack: admin or owner; Discord: Manage Server). */
  isManager: boolean;
  /** Whether the platform says that this person belongs to the channel. */
  isMember: boolean;
  /** The person's IANA time zone where the platform tells it (Slack does), else null. */
  timeZone: string | null;
  /** Whether nobody else reads what is answered here. */
  isDirect?: boolean | undefined;
  /** What the platform says of the bot's rights where it is asked; absent where it did not say. */
  place?: PlaceRights | undefined;
  /** Takes each line of an answer as soon as it is checked, where it can be shown at once; the reply has them all. */
  hears?: ((line: Inline[]) => void) | undefined;
}

/** Whether a digest could be posted in a place, before anybody relies on it. */
export interface PlaceRights {
  /** The sentence that says which right is missing and how to give it; null where messages can be posted. */
  refusal: string | null;
  /** What will be different there, such as details without a thread; null where nothing is. */
  note: string | null;
}

export interface Reply {
  document: Document;
  /** The contract's JSON for the same answer: one object, or one for each line; where all rows were asked for, they are read as they are printed. */
  data: object | object[] | AsyncIterable<object>;
  /** Files that go with the message, such as an `.ics` calendar. */
  files: ReplyFile[];
  /** An image of what the document says. */
  picture?: Picture | undefined;
  /** What a thread under this reply is about; null where no follow-up makes sense. */
  topic: string | null;
}

export interface ReplyFile {
  name: string;
  mediaType: string;
  /** Text, or bytes in Base64 where `encoding` says so. */
  content: string;
  encoding?: "base64" | undefined;
}

/** A question in a thread, a mention or a direct message. `questionId` is the platform's id of the message. */
export interface FollowUp {
  asker: Asker;
  questionId: string;
  question: string;
}

/** The desk answers; it never throws an expected failure at an adapter: that is a document for the asker as well. */
export interface Desk {
  answer(asker: Asker, intent: Intent): Promise<Reply>;
  /** Answers in the conversation of the thread, and keeps question and answer as its turns. */
  followUp(question: FollowUp): Promise<Reply>;
  /** Whether the bot opened this thread, so that a plain reply in it is meant for the bot. */
  isOurThread(workspaceId: string, threadId: string): Promise<boolean>;
  /** Remembers that the bot opened a thread on a topic. */
  openThread(workspaceId: string, threadId: string, topic: string | null): Promise<void>;
  /** Keeps which articles a document cites that was posted for all, so that its thread hears where one is withdrawn. */
  notePosted(workspaceId: string, posted: PostedDocument): Promise<void>;
  /** An edited question loses its old turn; a deleted one is forgotten. */
  forgetQuestion(workspaceId: string, questionId: string): Promise<void>;
  /** Digests and watches of a channel that is deleted, archived or closed to the bot are paused, and its managers told. */
  loseChannel(workspaceId: string, channelId: string, why: "gone" | "archived" | "forbidden"): Promise<void>;
  /** Names of topics and people that go with what has been typed, or the topics of a channel's digests; at most `limit`. */
  suggest(workspaceId: string, query: SuggestQuery): Promise<string[]>;
}

/** A document in a place where it stays. Ids are the platform's own. */
export interface PostedDocument {
  platform: Platform;
  document: Document;
  channelId: string;
  threadId: string;
  /** The message that a notice stands below. */
  rootId: string;
}

export interface SuggestQuery {
  what: "topic" | "person" | "digest" | "source";
  typed: string;
  limit: number;
  /** Of a digest: where it is posted. */
  channelId?: string | undefined;
  /** Whether what was typed may stand anywhere in a name, and without its accents; else names begin with it. */
  isAnywhere?: boolean | undefined;
}

/** Buttons carry opaque ids; what they mean is kept by the store. The same intent in one workspace has the same id. */
export interface ActionStore {
  put(workspaceId: string, intents: Intent[]): Promise<string[]>;
  get(workspaceId: string, id: string): Promise<Intent | null>;
}

/** Platforms deliver an event more than once. */
export interface EventLog {
  /** True for the first caller with this key, false for every other. */
  claim(key: string): Promise<boolean>;
}

/** How a platform's connection is. `failed` does not mend by itself: `detail` says in a sentence what to do. */
export type ChatState = "stopped" | "connecting" | "connected" | "failed";

export interface ChatHealth {
  platform: Platform;
  state: ChatState;
  /** One sentence for people, or null if all is well. */
  detail: string | null;
  /** Counts since the start: answered, failed, dropped as malformed, and duplicates. */
  counts: { answered: number; failed: number; malformed: number; repeated: number };
}

/** One platform's adapter. Each may be absent, fail or recover independently of the other. */
export interface Chat {
  /** Resolves once the adapter is connected or keeps trying; throws an AppError if only a person can fix it (a wrong token). */
  start(): Promise<void>;
  /** Accepts no new requests, and lets running answers finish until the deadline. */
  stop(deadlineMs: number): Promise<void>;
  health(): ChatHealth;
  /** Registers a listener for the sentence that explains each loss of the platform that only a person can fix. */
  whenFailed(tell: (sentence: string) => void): void;
}
