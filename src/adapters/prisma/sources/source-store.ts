import type { ItemStore, Settlement, SourceHistory, SourceStore, SourceStores } from "../../../domain/sources/source-store.ts";
import { cleanText } from "../clean-parameters.ts";
import type { Clients } from "../clients.ts";
import type { Prisma } from "../generated/client.ts";
import { ensureWorkspace } from "../workspaces/ensure-workspace.ts";
import { createHeaderStore } from "./header-store.ts";
import { createPollStore } from "./poll-store.ts";
import { createSourceClaims } from "./source-claims.ts";
import { placeColumn, SHOWN_OF_ITEM, toItem, toPoll, toSource, toWaitingItem, WITH_SOURCE } from "./source-rows.ts";

export function createSourceStores(clients: Clients): SourceStores {
  return {
    sources: createSourceStore(clients),
    polls: createPollStore(clients),
    items: createItemStore(clients),
    claims: createSourceClaims(clients),
    headers: createHeaderStore(clients),
  };
}

function createSourceStore(clients: Clients): SourceStore {
  return {
    async add(given) {
      const { workspaceId, url, kind, title, publisher = null, addedBy, addedIn, atMs } = given;
      const at = new Date(atMs);
      const [row] = await clients.single(async (client) => {
        await ensureWorkspace(client, workspaceId);
        return client.$queryRaw<{ id: number | bigint }[]>`
          INSERT INTO "Source" ("workspaceId", "url", "kind", "title", "publisher", "addedBy", "addedIn", "createdAt", "nextPollAt")
          VALUES (${workspaceId}, ${url}, ${kind}, ${title}, ${publisher}, ${addedBy}, ${placeColumn(addedIn)}, ${at}, ${at})
          ON CONFLICT DO NOTHING RETURNING "id"`;
      });
      if (row === undefined) return null;
      return toSource(await clients.reads.source.findUniqueOrThrow({ where: { id: Number(row.id) } }));
    },
    async list(workspaceId) {
      const rows = await clients.reads.source.findMany({ where: { workspaceId }, orderBy: { id: "asc" } });
      return rows.map(toSource);
    },
    async page(workspaceId, { limit, offset }) {
      const orderBy = [{ failingSince: { sort: "asc" as const, nulls: "last" as const } }, { id: "asc" as const }];
      const rows = await clients.reads.source.findMany({ where: { workspaceId }, orderBy, take: limit, skip: offset });
      return rows.map(toSource);
    },
    async counts(workspaceId) {
      const [all, failing] = await Promise.all([
        clients.reads.source.count({ where: { workspaceId } }),
        clients.reads.source.count({ where: { workspaceId, failingSince: { not: null } } }),
      ]);
      return { all, failing };
    },
    name: (id, publisher) =>
      clients.single(async (client) => (await client.source.updateMany({ where: { id }, data: { publisher } })).count === 1),
    async remove(id) {
      const source = await clients.reads.source.findUnique({ where: { id }, select: { workspaceId: true } });
      if (source === null) return;
      await clients.transaction(async (transaction) => {
        // Its articles change with it: whoever stores one of them meanwhile comes before or after.
        await clients.lockWorkspace(transaction, source.workspaceId);
        await transaction.source.deleteMany({ where: { id } });
      });
    },
    history: (id, limit) => history(clients, id, limit),
  };
}

async function history(clients: Clients, sourceId: number, limit: number): Promise<SourceHistory> {
  const newest = { where: { sourceId }, orderBy: { id: "desc" as const }, take: limit };
  const polls = await clients.reads.poll.findMany(newest);
  const items = await clients.reads.sourceItem.findMany({ ...newest, select: SHOWN_OF_ITEM });
  const brought = await urlsBrought(clients, items);
  const groups = await clients.reads.sourceItem.groupBy({ by: ["outcome"], where: { sourceId }, _count: true });
  const count = (outcome: string) => groups.find((group) => group.outcome === outcome)?._count ?? 0;
  return {
    polls: polls.map(toPoll),
    items: items.map((row) => toItem({ ...row, url: row.url ?? brought.get(row.id) ?? null })),
    counts: { waiting: count("waiting"), kept: count("kept"), dropped: count("dropped") },
  };
}

/** Of entries that brought no article yet, the address that they came with. */
async function urlsBrought(clients: Clients, items: { id: number; url: string | null }[]): Promise<Map<number, string | null>> {
  const ids = items.flatMap(({ id, url }) => (url === null ? [id] : []));
  if (ids.length === 0) return new Map();
  const rows = await clients.reads.$queryRaw<{ id: number | bigint; url: string | null }[]>`
    SELECT "id", ${clients.rows.member("payload", "url")} AS "url" FROM "SourceItem" WHERE "id" IN ${clients.rows.list(ids)}`;
  return new Map(rows.map(({ id, url }) => [Number(id), url]));
}

const TWINS_AMONG = 50;

function createItemStore(clients: Clients): ItemStore {
  return {
    async twins(sourceId, { url, text }) {
      // The newest alone: a wall stands before one entry after the other.
      return clients.reads.$queryRaw<{ url: string | null; title: string | null }[]>`
        SELECT "url", "title" FROM (
          SELECT "id", "url", "title", "text" FROM "Article" WHERE "sourceId" = ${sourceId} ORDER BY "id" DESC LIMIT ${TWINS_AMONG}
        ) AS "newest" WHERE ("url" IS NULL OR "url" <> ${url ?? ""}) AND ("text" = ${cleanText(text)} OR EXISTS (
          SELECT 1 FROM "Revision" WHERE "articleId" = "newest"."id" AND "Revision"."text" = ${cleanText(text)}))`;
    },
    async kept(sourceId, url) {
      const where = { sourceId, url, outcome: "kept", payload: { not: null } };
      const row = await clients.reads.sourceItem.findFirst({ where, include: WITH_SOURCE, orderBy: { id: "desc" } });
      return row === null ? null : toWaitingItem(row);
    },
    missing: (sourceId) => clients.reads.sourceItem.count({ where: { sourceId, outcome: "kept", missing: { gt: 0 } } }),
    async settle({ id, sourceId, fingerprint, again }, settlement, atMs) {
      // A page that was read before says nothing new of its source.
      if (settlement.outcome !== "waiting" && again === null)
        await noteBarrier(clients, { sourceId, barrier: settlement.barrier, atMs });
      // What somebody else has settled meanwhile stays so: an entry that was read no longer has what it brought.
      const where = { id, outcome: again === null ? "waiting" : "kept" };
      const data = settledColumns(settlement);
      const as = { ...where, fingerprint };
      const { count } = await clients.single((client) => client.sourceItem.updateMany({ where: as, data }));
      if (count > 0) return;
      const changed = { dueAt: null, ...articleOf(settlement) };
      await clients.single((client) => client.sourceItem.updateMany({ where: { id, outcome: "waiting" }, data: changed }));
    },
  };
}

interface Barrier {
  sourceId: number;
  barrier: string | null;
  atMs: number;
}

async function noteBarrier(clients: Clients, { sourceId: id, barrier, atMs }: Barrier): Promise<void> {
  if (barrier === null) {
    const where = { id, barredSince: { not: null } };
    const data = { barredEntries: 0, barredSince: null, barredReason: null };
    await clients.single((client) => client.source.updateMany({ where, data }));
    return;
  }
  await clients.single(
    (client) => client.$executeRaw`
      UPDATE "Source" SET "barredEntries" = "barredEntries" + 1, "barredReason" = ${barrier},
        "barredSince" = coalesce("barredSince", ${new Date(atMs)}) WHERE "id" = ${id}`,
  );
}

function settledColumns(settlement: Settlement): Prisma.SourceItemUpdateManyMutationInput {
  const { outcome, reason } = settlement;
  if (settlement.outcome === "waiting") return { outcome, reason, dueAt: new Date(settlement.dueAtMs), tries: { increment: 1 } };
  const again = settlement.outcome === "kept" ? settlement.again : null;
  const brought = { outcome, reason, ...articleOf(settlement), missing: again?.missing ?? 0, tries: 0 };
  // What is read again is read with what the entry brought.
  return again === null ? { ...brought, payload: null, dueAt: null } : { ...brought, dueAt: new Date(again.dueAtMs) };
}

/** The article that the entry brought, by its address: its next text is the same article's. */
function articleOf(settlement: Settlement): { url?: string } {
  return settlement.outcome === "kept" && settlement.url !== null ? { url: settlement.url } : {};
}
