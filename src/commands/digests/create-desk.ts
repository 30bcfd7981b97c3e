import { isRemark } from "../../answer/read-follow-up.ts";
import type { Asker, Desk, FollowUp, Reply } from "../../domain/chat/chat.ts";
import type { ConversationStore } from "../../domain/chat/conversations.ts";
import { paragraph, text } from "../../domain/chat/document.ts";
import type { Intent } from "../../domain/chat/intent.ts";
import type { Clock } from "../../domain/clock.ts";
import { AppError } from "../../domain/errors.ts";
import type { JobLedger } from "../../domain/job-queue.ts";
import { type CommandStore, reply, type SourceWork } from "../command-context.ts";
import { createCommands } from "../create-commands.ts";
import type { ModelDeps } from "../evidence/watched-writer.ts";
import { refuseOthers } from "../refuse-others.ts";
import { asTyped } from "../typed/as-typed.ts";
import { createManagerNotes } from "../workspace/note-managers.ts";

export interface DeskDeps extends ModelDeps {
  store: CommandStore;
  jobs?: JobLedger;
  wakeDigests?: () => void;
  sourceWork?: () => Promise<SourceWork>;
  conversations: ConversationStore;
  clock: Clock;
  /** What is said where the store fails; null for every other failure. */
  explain?: (error: unknown) => string | null;
  /** Told of failures that nobody expected, once each, with ids and no text of users. */
  onFailure(error: unknown, where: { workspaceId: string; intent: string }): void;
  /** Under which id the log has what is being answered. */
  reference?: () => string | null;
}

/** The commands behind the chat adapters: permissions, conversations, and a document for every failure. */
export function createDesk(deps: DeskDeps): Desk {
  const commands = createCommands(deps);
  const noteManager = createManagerNotes(deps.store.managers, deps.clock);
  const answer = async (asker: Asker, intent: Intent): Promise<Reply> => {
    try {
      await noteManager(asker);
      await refuseOthers(deps.store.settings, asker, intent);
      return await commands.answer(asker.workspaceId, intent, asker);
    } catch (error) {
      const explained = deps.explain?.(error) ?? null;
      if (error instanceof AppError && explained === null) return failure(asTyped(error.message, asker.platform));
      deps.onFailure(error, { workspaceId: asker.workspaceId, intent: intent.kind });
      return failure(explained ?? unexpected(deps.reference?.() ?? null));
    }
  };
  return {
    answer,
    followUp: (asked) => followUp(deps, answer, asked),
    isOurThread: async (workspaceId, threadId) => (await deps.conversations.find(workspaceId, threadId)) !== null,
    openThread: (workspaceId, threadId, topic) => deps.conversations.open(workspaceId, threadId, topic),
    forgetQuestion: (workspaceId, questionId) => deps.conversations.forgetQuestion(workspaceId, questionId),
    suggest: commands.suggest,
  };
}

async function followUp(deps: DeskDeps, answer: Desk["answer"], { asker, questionId, question }: FollowUp): Promise<Reply> {
  const known = asker.threadId === null ? null : await deps.conversations.find(asker.workspaceId, asker.threadId);
  const conversation = known ?? { topic: null, turns: [] };
  const answered = await answer(asker, { kind: "ask", question, conversation });
  const [read, said] = [textOf(answered, "readAs") ?? question, textOf(answered, "answer")];
  if (asker.threadId !== null && (said !== null || !isRemark(read))) {
    await deps.conversations.addTurn(asker.workspaceId, asker.threadId, {
      questionId,
      askedBy: asker.userId,
      // As it was understood: the next question leans on this one.
      question: read,
      answer: said,
      askedAtMs: deps.clock.now(),
    });
  }
  return answered;
}

function textOf({ data }: Reply, field: "answer" | "readAs"): string | null {
  const value: unknown = field in data ? (data as Record<string, unknown>)[field] : null;
  return typeof value === "string" ? value : null;
}

/** Whoever asks the operator about it can say which line of the log it is. */
function unexpected(reference: string | null): string {
  const told = reference === null ? "I have logged it" : `I have logged it (reference ${reference})`;
  return `Something went wrong, and ${told}. Please try again later.`;
}

function failure(sentence: string): Reply {
  return reply(
    { title: "That did not work", audience: "asker", blocks: [paragraph(text(sentence))], detail: [] },
    { error: sentence },
  );
}
