import { createHash } from "node:crypto";
import { z } from "zod";
import type { ActionStore, EventLog } from "../../domain/chat.ts";
import type { ConversationStore } from "../../domain/conversations.ts";
import type { Intent } from "../../domain/intent.ts";
import type { Clients, Transaction } from "./clients.ts";
import { ensureWorkspace } from "./ensure-workspace.ts";

const TURNS_KEPT_IN_MIND = 6;
/** Letters of a button's id: 96 bits, so that nobody guesses one, and two intents never share one. */
const BUTTON_ID_LENGTH = 16;

export function createConversationStore(clients: Clients): ConversationStore {
  return {
    open: (workspaceId, threadId, topic) =>
      clients.transaction(async (transaction) => {
        await openConversation(transaction, { workspaceId, threadId, topic });
      }),
    async find(workspaceId, threadId) {
      const row = await clients.reads.conversation.findUnique({
        where: { workspaceId_threadId: { workspaceId, threadId } },
        include: { turns: { orderBy: { id: "desc" }, take: TURNS_KEPT_IN_MIND } },
      });
      return row === null
        ? null
        : { topic: row.topic, turns: row.turns.reverse().map(({ question, answer }) => ({ question, answer })) };
    },
    addTurn: (workspaceId, threadId, turn) =>
      clients.transaction(async (transaction) => {
        const conversationId = await openConversation(transaction, { workspaceId, threadId, topic: null });
        const { askedBy, question, answer } = turn;
        const said = { askedBy, question, answer, citations: [], askedAt: new Date(turn.askedAtMs) };
        await transaction.turn.upsert({
          where: { conversationId_questionId: { conversationId, questionId: turn.questionId } },
          create: { conversationId, questionId: turn.questionId, ...said },
          update: said,
        });
      }),
    forgetQuestion: (workspaceId, questionId) =>
      clients.transaction(async (transaction) => {
        await transaction.turn.deleteMany({ where: { questionId, conversation: { workspaceId } } });
      }),
  };
}

async function openConversation(
  transaction: Transaction,
  given: { workspaceId: string; threadId: string; topic: string | null },
): Promise<number> {
  const { workspaceId, threadId, topic } = given;
  await ensureWorkspace(transaction, workspaceId);
  const row = await transaction.conversation.upsert({
    where: { workspaceId_threadId: { workspaceId, threadId } },
    create: { workspaceId, threadId, topic },
    update: topic === null ? {} : { topic },
    select: { id: true },
  });
  return row.id;
}

/** An intent as it was stored; only its kind is checked here, because commands check the rest of what people send. */
const storedIntent = z.looseObject({ kind: z.string() });

export function createActionStore(clients: Clients): ActionStore {
  return {
    put: (workspaceId, intents) =>
      clients.transaction(async (transaction) => {
        await ensureWorkspace(transaction, workspaceId);
        const ids: string[] = [];
        for (const intent of intents) ids.push(await putButton(transaction, workspaceId, intent));
        return ids;
      }),
    async get(workspaceId, id) {
      const row = await clients.reads.button.findUnique({ where: { workspaceId_id: { workspaceId, id } } });
      const parsed = storedIntent.safeParse(row?.intent);
      return parsed.success ? (parsed.data as Intent) : null;
    },
  };
}

async function putButton(transaction: Transaction, workspaceId: string, intent: Intent): Promise<string> {
  const json = JSON.stringify(intent);
  const id = createHash("sha256").update(`${workspaceId}\u0000${json}`).digest("base64url").slice(0, BUTTON_ID_LENGTH);
  const stored = { intent: JSON.parse(json), usedAt: new Date() };
  await transaction.button.upsert({
    where: { workspaceId_id: { workspaceId, id } },
    create: { id, workspaceId, ...stored },
    update: { usedAt: stored.usedAt },
  });
  return id;
}

export function createEventLog(clients: Clients): EventLog {
  return {
    claim: (key) =>
      clients.transaction(async (transaction) => {
        const inserted =
          await transaction.$executeRaw`INSERT INTO "SeenEvent" ("key", "seenAt") VALUES (${key}, ${new Date()}) ON CONFLICT DO NOTHING`;
        return inserted === 1;
      }),
  };
}
