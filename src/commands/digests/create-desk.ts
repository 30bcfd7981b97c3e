import { isRemark } from "../../answer/follow-up/read-follow-up.ts";
import { articlesCitedIn } from "../../digest/withdrawn-notice.ts";
import type { Asker, Desk, FollowUp, Reply } from "../../domain/chat/chat.ts";
import type { ConversationStore } from "../../domain/chat/conversations.ts";
import { paragraph, text } from "../../domain/chat/document.ts";
import type { Intent } from "../../domain/chat/intent.ts";
import type { PictureDrawer } from "../../domain/chat/picture.ts";
import type { Clock } from "../../domain/clock.ts";
import type { HolidayCalendar } from "../../domain/digests/holidays.ts";
import { AppError } from "../../domain/errors.ts";
import type { JobLedger } from "../../domain/job-queue.ts";
import { type CommandStore, reply, type SourceWork } from "../command-context.ts";
import { createCommands } from "../create-commands.ts";
import type { ModelDeps } from "../evidence/watched-writer.ts";
import { refuseOthers } from "../refuse-others.ts";
import { asTyped, typedOn } from "../typed/as-typed.ts";
import { createManagerNotes } from "../workspace/note-managers.ts";
import { loseChannel } from "./lose-channel.ts";

export interface DeskDeps extends ModelDeps {
  store: CommandStore;
  jobs?: JobLedger;
  wakeDigests?: () => void;
  sourceWork?: () => Promise<SourceWork>;
  webUrl?: string | null;
  verbatimWords?: number;
  pictures?: PictureDrawer;
  holidays?: HolidayCalendar;
  tellManagers?: (workspaceId: string, sentence: string) => Promise<boolean>;
  conversations: ConversationStore;
  clock: Clock;
  /** The sentence for a failure of the store; null for any other error. */
  explain?: (error: unknown) => string | null;
  /** Called once for each unexpected failure, with ids and without users' text. */
  onFailure(error: unknown, where: { workspaceId: string; intent: string }): void;
  /** The id of the current request in the log. */
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
      const answered = await commands.answer(asker.workspaceId, intent, asker);
      return { ...answered, document: typedOn(answered.document, asker.platform) };
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
    notePosted: (workspaceId, { document, ...thread }) =>
      deps.conversations.noteCited(workspaceId, {
        ...thread,
        articleIds: articlesCitedIn(document),
        atMs: deps.clock.now(),
      }),
    forgetQuestion: (workspaceId, questionId) => deps.conversations.forgetQuestion(workspaceId, questionId),
    async loseChannel(workspaceId, channelId, why) {
      const { subscriptions } = deps.store.digests;
      const told = await loseChannel(subscriptions, { workspaceId, channelId, why, nowMs: deps.clock.now() });
      const platform = workspaceId.startsWith("discord:") ? "discord" : "slack";
      if (told !== null) await deps.tellManagers?.(workspaceId, asTyped(told, platform));
    },
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
      // Store the question as understood: the next one may refer to it.
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

/** Includes the log reference, so that a user can point the operator to it. */
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
