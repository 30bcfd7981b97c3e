import { partKey } from "../../../digest/part-key.ts";
import type { CitedThread } from "../../../domain/chat/conversations.ts";
import { ASKED_FOR } from "../../../domain/digests/digest.ts";
import { Prisma } from "../sql.ts";
import type { Transaction } from "../transaction.ts";
import { ensureWorkspace, lockWorkspaceRow } from "../workspaces/ensure-workspace.ts";
import { ANSWERS, toSubscription } from "./digest-rows.ts";
import { lockSubscription } from "./subscription-store.ts";

/**
 * Keeps which articles are cited in a thread, as a posted digest with one message: the thread's first one. So a notice of withdrawal comes below
 * it as it comes below digests, once and whatever dies in between.
 */
export async function noteCitedThread(transaction: Transaction, workspaceId: string, thread: CitedThread): Promise<void> {
  const cited = { workspaceId, externalId: { in: thread.articleIds }, withdrawnAt: null };
  const articles = await transaction.article.findMany({ where: cited, select: { id: true } });
  if (articles.length === 0) return;
  const subscription = await subscriptionOf(transaction, workspaceId, thread);
  await lockSubscription(transaction, subscription.id);
  const slotId = await slotOf(transaction, subscription, thread);
  const known = await transaction.slotArticle.findMany({ where: { slotId }, select: { articleId: true } });
  const before = new Set(known.map(({ articleId }) => articleId));
  const data = articles.filter(({ id }) => !before.has(id)).map(({ id }) => ({ slotId, articleId: id }));
  if (data.length > 0) await transaction.slotArticle.createMany({ data });
}

/** A thread whose first message was deleted takes no notice. */
export async function forgetCitedThread(transaction: Transaction, workspaceId: string, threadId: string): Promise<void> {
  await transaction.slot.deleteMany({ where: { key: keyOf(threadId), subscription: { workspaceId, purpose: ANSWERS } } });
}

function keyOf(threadId: string): string {
  return `${ASKED_FOR}${threadId}`;
}

/** One that was paused because its channel was lost runs again: something has just been posted there. */
async function subscriptionOf(transaction: Transaction, workspaceId: string, thread: CitedThread) {
  const known = await findAnswers(transaction, workspaceId, thread);
  if (known === null) return addAnswers(transaction, workspaceId, thread);
  if (known.pausedAt === null) return known;
  return transaction.subscription.update({ where: { id: known.id }, data: { pausedAt: null, pauseReason: null } });
}

function findAnswers(transaction: Transaction, workspaceId: string, { channelId }: CitedThread) {
  const where = { workspaceId, channelId, purpose: ANSWERS, stoppedAt: null };
  return transaction.subscription.findFirst({ where, orderBy: { id: "asc" } });
}

/** Of two answers at once in a new channel, the second finds what the first has left. */
async function addAnswers(transaction: Transaction, workspaceId: string, thread: CitedThread) {
  await ensureWorkspace(transaction, workspaceId);
  await lockWorkspaceRow(transaction, workspaceId);
  const meanwhile = await findAnswers(transaction, workspaceId, thread);
  if (meanwhile !== null) return meanwhile;
  const { platform, channelId, atMs } = thread;
  return transaction.subscription.create({
    data: {
      purpose: ANSWERS,
      workspaceId,
      platform,
      channelId,
      topics: [],
      minuteOfDay: 0,
      weekdays: [1, 2, 3, 4, 5, 6, 7],
      timeZone: "UTC",
      rule: Prisma.DbNull,
      settings: { whenEmpty: "silence", language: "en" },
      told: {},
      createdAt: new Date(atMs),
    },
  });
}

type SubscriptionRow = Awaited<ReturnType<typeof subscriptionOf>>;

async function slotOf(transaction: Transaction, row: SubscriptionRow, thread: CitedThread): Promise<number> {
  const { threadId, rootId, atMs } = thread;
  const [key, at] = [keyOf(threadId), new Date(atMs)];
  const known = await transaction.slot.findUnique({ where: { subscriptionId_key: { subscriptionId: row.id, key } } });
  if (known !== null) {
    await transaction.slot.updateMany({ where: { id: known.id, state: "posted" }, data: { doneAt: at } });
    return known.id;
  }
  const nonce = partKey({ slot: { key, dueAtMs: atMs }, subscription: toSubscription(row) }, 0);
  const root = { part: 0, nonce, state: "sent", messageId: rootId, attempts: 1, payload: {}, sentAt: at };
  const slot = await transaction.slot.create({
    data: { subscriptionId: row.id, key, dueAt: at, doneAt: at, state: "posted", deliveries: { create: root } },
  });
  return slot.id;
}
