import { createHash } from "node:crypto";
import { z } from "zod";
import type { ActionStore, EventLog } from "../../../domain/chat/chat.ts";
import type { ConversationStore } from "../../../domain/chat/conversations.ts";
import type { Intent } from "../../../domain/chat/intent.ts";
import { createBatcher } from "../../../domain/create-batcher.ts";
import type { Clients } from "../clients.ts";
import { forgetCitedThread, noteCitedThread } from "../digests/cited-threads.ts";
import { jsonIn, onlyRow, textIn, toJsonRows } from "../json-rows.ts";
import { rounds } from "../rounds.ts";
import { Prisma } from "../sql.ts";
import type { Transaction } from "../transaction.ts";
import { ensureWorkspace } from "./ensure-workspace.ts";

const TURNS_KEPT_IN_MIND = 6;
/** Letters of a button's id: 96 bits, so that nobody guesses one, and two intents never share one. */
const BUTTON_ID_LENGTH = 16;

/** Conversations that are opened by one statement, at most: with a digest's first message each channel has one. */
const OPENED_AT_ONCE = 100;

export function createConversationStore(clients: Clients): ConversationStore {
  const open = createBatcher((opened: Opened[]) => openConversations(clients, opened), OPENED_AT_ONCE);
  return {
    open: (workspaceId, threadId, topic) => open({ workspaceId, threadId, topic }),
    async find(workspaceId, threadId) {
      const row = await clients.reads.conversation.findUnique({
        where: { workspaceId_threadId: { workspaceId, threadId } },
        include: { turns: { orderBy: { id: "desc" }, take: TURNS_KEPT_IN_MIND } },
      });
      return row === null
        ? null
        : { topic: row.topic, turns: row.turns.reverse().map(({ question, answer }) => ({ question, answer })) };
    },
    addTurn: (workspaceId, threadId, { questionId, askedBy, question, answer, askedAtMs }) =>
      clients.single(async (client) => {
        const conversationId = await openConversation(client, { workspaceId, threadId, topic: null });
        await client.$executeRaw`
          INSERT INTO "Turn" ("conversationId", "questionId", "askedBy", "question", "answer", "citations", "askedAt")
          VALUES (${conversationId}, ${questionId}, ${askedBy}, ${question}, ${answer}, '[]', ${new Date(askedAtMs)})
          ON CONFLICT ("conversationId", "questionId") DO UPDATE SET "askedBy" = excluded."askedBy", "question" = excluded."question",
            "answer" = excluded."answer", "citations" = excluded."citations", "askedAt" = excluded."askedAt"`;
      }),
    noteCited: (workspaceId, thread) => clients.transaction((transaction) => noteCitedThread(transaction, workspaceId, thread)),
    forgetQuestion: (workspaceId, questionId) =>
      clients.single(async (client) => {
        await client.turn.deleteMany({ where: { questionId, conversation: { workspaceId } } });
        await forgetCitedThread(client, workspaceId, questionId);
      }),
  };
}

interface Opened {
  workspaceId: string;
  threadId: string;
  topic: string | null;
}

/** A topic is kept until another is given. */
const KEEPS_TOPIC = Prisma.sql`ON CONFLICT ("workspaceId", "threadId") DO UPDATE SET "topic" = coalesce(excluded."topic", "Conversation"."topic")`;

async function openConversation(client: Transaction, { workspaceId, threadId, topic }: Opened): Promise<number> {
  await ensureWorkspace(client, workspaceId);
  const rows = await client.$queryRaw<{ id: number | bigint }[]>`
    INSERT INTO "Conversation" ("workspaceId", "threadId", "topic", "openedAt")
    VALUES (${workspaceId}, ${threadId}, ${topic}, ${new Date()}) ${KEEPS_TOPIC} RETURNING "id"`;
  return Number(onlyRow(rows).id);
}

async function openConversations({ rows, single }: Clients, opened: Opened[]): Promise<undefined[]> {
  const openedAt = new Date().toISOString();
  await single(async (client) => {
    for (const workspaceId of [...new Set(opened.map((each) => each.workspaceId))].sort())
      await ensureWorkspace(client, workspaceId);
    for (const round of rounds(opened, ({ workspaceId, threadId }) => `${workspaceId} ${threadId}`)) {
      // Whoever opens the same ones meanwhile takes them in the same order.
      const given = round.map((each) => ({ ...each, openedAt })).sort((a, b) => (a.threadId < b.threadId ? -1 : 1));
      await client.$executeRaw`
        INSERT INTO "Conversation" ("workspaceId", "threadId", "topic", "openedAt")
        SELECT ${textIn("workspaceId")}, ${textIn("threadId")}, ${textIn("topic")}, ${rows.instant("openedAt")}
        FROM ${rows.table(toJsonRows(given))} AS "given" WHERE true ${KEEPS_TOPIC}`;
    }
  });
  return opened.map(() => undefined);
}

/** An intent as it was stored; only its kind is checked here, because commands check the rest of what people send. */
const storedIntent = z.looseObject({ kind: z.string() });

export function createActionStore(clients: Clients): ActionStore {
  return {
    async put(workspaceId, intents) {
      const buttons = intents.map((intent) => buttonOf(workspaceId, intent));
      if (buttons.length === 0) return [];
      // Whoever puts the same ones meanwhile takes them in the same order; a statement touches a row once.
      const rows = [...new Map(buttons.map((button) => [button.id, button])).values()].sort((a, b) => (a.id < b.id ? -1 : 1));
      await clients.single(async (client) => {
        await ensureWorkspace(client, workspaceId);
        await client.$executeRaw`
          INSERT INTO "Button" ("id", "workspaceId", "intent", "usedAt")
          SELECT ${textIn("id")}, CAST(${workspaceId} AS TEXT), ${jsonIn("intent")}, ${clients.rows.instant("usedAt")}
          FROM ${clients.rows.table(toJsonRows(rows))} AS "given" WHERE true
          ON CONFLICT ("workspaceId", "id") DO UPDATE SET "usedAt" = excluded."usedAt"`;
      });
      return buttons.map(({ id }) => id);
    },
    async get(workspaceId, id) {
      const row = await clients.reads.button.findUnique({ where: { workspaceId_id: { workspaceId, id } } });
      const parsed = storedIntent.safeParse(row?.intent);
      return parsed.success ? (parsed.data as Intent) : null;
    },
  };
}

function buttonOf(workspaceId: string, intent: Intent): { id: string; intent: object; usedAt: string } {
  const json = JSON.stringify(intent);
  const id = createHash("sha256").update(`${workspaceId}\u0000${json}`).digest("base64url").slice(0, BUTTON_ID_LENGTH);
  return { id, intent: JSON.parse(json), usedAt: new Date().toISOString() };
}

export function createEventLog(clients: Clients): EventLog {
  return {
    claim: (key) =>
      clients.single(async (client) => {
        const inserted =
          await client.$executeRaw`INSERT INTO "SeenEvent" ("key", "seenAt") VALUES (${key}, ${new Date()}) ON CONFLICT DO NOTHING`;
        return inserted === 1;
      }),
  };
}
