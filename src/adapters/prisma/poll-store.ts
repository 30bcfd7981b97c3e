import type { DueQuery, FinishedPoll, KnownItem, PollStore, SeenItem } from "../../domain/source-store.ts";
import type { Clients, Transaction } from "./clients.ts";
import { Prisma, type Source as SourceRow } from "./generated/client.ts";
import { PRESENT } from "./installation-stores.ts";
import { toSource } from "./source-rows.ts";

/** Polls that are kept for `why`, of each source. */
const POLLS_KEPT = 50;
/** SQLite takes so many parameters in one statement with room to spare. */
const MAX_PARAMETERS = 900;
const ITEM_PARAMETERS = 9;

export function createPollStore(clients: Clients): PollStore {
  return {
    claim: (query) => claim(clients, query),
    known: (sourceId, keys) => known(clients, sourceId, keys),
    finish: createGroupCommit(clients, finishOne),
    markTold: (id, isTold) =>
      clients.transaction(async (transaction) => {
        const where = { id, failureTold: !isTold, failingSince: { not: null } };
        return (await transaction.source.updateMany({ where, data: { failureTold: isTold } })).count === 1;
      }),
  };
}

async function claim(clients: Clients, query: DueQuery) {
  const { workspaceId, everyAfterId, nowMs, limit, leaseUntilMs } = query;
  const due = everyAfterId === null ? { nextPollAt: { lte: new Date(nowMs) } } : { id: { gt: everyAfterId } };
  const where = { ...due, workspace: PRESENT, ...(workspaceId === null ? {} : { workspaceId }) };
  const orderBy = everyAfterId === null ? [{ nextPollAt: "asc" as const }, { id: "asc" as const }] : [{ id: "asc" as const }];
  // Most of the time nothing is due: that must not take the write lock.
  if ((await clients.reads.source.findFirst({ where, select: { id: true } })) === null) return [];
  const rows = await clients.transaction(async (transaction): Promise<SourceRow[]> => {
    const found = await transaction.source.findMany({ where, orderBy, take: limit });
    const data = { nextPollAt: new Date(leaseUntilMs) };
    await transaction.source.updateMany({ where: { id: { in: found.map((row) => row.id) } }, data });
    return found;
  });
  return rows.map(toSource);
}

interface KnownRow {
  key: string;
  fingerprint: string;
  url: string | null;
}

async function known(clients: Clients, sourceId: number, keys: string[]): Promise<Map<string, KnownItem>> {
  const found = new Map<string, KnownItem>();
  for (let at = 0; at < keys.length; at += MAX_PARAMETERS) {
    const some = Prisma.join(keys.slice(at, at + MAX_PARAMETERS));
    const rows = await clients.reads.$queryRaw<KnownRow[]>`
      SELECT "key", "fingerprint", "url" FROM "SourceItem" WHERE "sourceId" = ${sourceId} AND "key" IN (${some})`;
    for (const { key, fingerprint, url } of rows) found.set(key, { fingerprint, url });
  }
  return found;
}

/** Work that is handed in while a transaction is under way goes into the next one together: many small polls cost few commits. */
function createGroupCommit<T>(
  clients: Clients,
  write: (transaction: Transaction, work: T) => Promise<void>,
): (work: T) => Promise<void> {
  let queue: T[] = [];
  let next: Promise<void> | null = null;
  const takeAll = () => {
    const batch = queue;
    queue = [];
    next = null;
    return batch;
  };
  const commit = async () => {
    let isTaken = false;
    try {
      await clients.transaction(async (transaction) => {
        isTaken = true;
        for (const work of takeAll()) await write(transaction, work);
      });
    } finally {
      // A transaction that could not begin fails all that waited for it, and must not fail what comes later.
      if (!isTaken) takeAll();
    }
  };
  return (work) => {
    queue.push(work);
    next ??= commit();
    return next;
  };
}

async function finishOne(transaction: Transaction, finished: FinishedPoll): Promise<void> {
  const { sourceId, poll, failure } = finished;
  const changed = await transaction.$executeRaw`
    UPDATE "Source" SET "title" = ${finished.title}, "nextPollAt" = ${new Date(finished.nextPollAtMs)},
      "pollEveryMs" = ${finished.intervalMs}, "etag" = ${finished.etag}, "lastModified" = ${finished.lastModified},
      "bodyHash" = ${finished.bodyHash}, "failures" = ${failure?.count ?? 0},
      "failingSince" = ${failure === null ? null : new Date(failure.sinceMs)}, "failureReason" = ${failure?.reason ?? null},
      "failureTold" = ${failure?.isTold ?? false}
    WHERE "id" = ${sourceId}`;
  // It was removed while it was being read.
  if (changed === 0) return;
  const { atMs, ...columns } = poll;
  const at = new Date(atMs);
  await transaction.poll.createMany({ data: [{ sourceId, at, ...columns }] });
  if (poll.outcome !== "unchanged") await dropOldPolls(transaction, sourceId);
  const size = Math.floor(MAX_PARAMETERS / ITEM_PARAMETERS);
  for (let from = 0; from < finished.items.length; from += size) {
    await upsertItems(transaction, { sourceId, at, items: finished.items.slice(from, from + size) });
  }
}

async function dropOldPolls(transaction: Transaction, sourceId: number): Promise<void> {
  await transaction.$executeRaw`
    DELETE FROM "Poll" WHERE "sourceId" = ${sourceId} AND "id" < (
      SELECT "id" FROM "Poll" WHERE "sourceId" = ${sourceId} ORDER BY "id" DESC LIMIT 1 OFFSET ${POLLS_KEPT - 1})`;
}

async function upsertItems(transaction: Transaction, rows: { sourceId: number; at: Date; items: SeenItem[] }): Promise<void> {
  const values = rows.items.map(
    (each) =>
      Prisma.sql`(${rows.sourceId}, ${each.key}, ${each.fingerprint}, ${each.url}, ${each.title}, ${each.outcome}, ${each.reason}, ${rows.at}, ${each.item === null ? null : JSON.stringify(each.item)})`,
  );
  await transaction.$executeRaw`
    INSERT INTO "SourceItem" ("sourceId", "key", "fingerprint", "url", "title", "outcome", "reason", "seenAt", "payload")
    VALUES ${Prisma.join(values)}
    ON CONFLICT ("sourceId", "key") DO UPDATE SET "fingerprint" = excluded."fingerprint", "url" = excluded."url",
      "title" = excluded."title", "outcome" = excluded."outcome", "reason" = excluded."reason", "seenAt" = excluded."seenAt",
      "payload" = excluded."payload", "tries" = 0, "dueAt" = NULL`;
}
