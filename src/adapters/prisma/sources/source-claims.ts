import { createBatcher } from "../../../domain/create-batcher.ts";
import type { Source } from "../../../domain/sources/source.ts";
import type { SourceClaims, WaitingItem } from "../../../domain/sources/source-store.ts";
import type { Clients } from "../clients.ts";
import type { Source as SourceRow, Prisma as Types } from "../generated/client.ts";
import { numberIn, toJsonRows } from "../json-rows.ts";
import { Prisma } from "../sql.ts";
import { PRESENT } from "../workspaces/installation-stores.ts";
import { isDue } from "./is-due.ts";
import { GATHERING } from "./poll-store.ts";
import { toSource, toWaitingItem, WITH_SOURCE } from "./source-rows.ts";

/** Claims that share a statement, at most. */
const CLAIMS_AT_ONCE = 100;

/** A claim is one statement with its condition in it: of two that come at once, one finds nothing to change. */
export function createSourceClaims(clients: Clients): SourceClaims {
  const { reads } = clients;
  const claimSource = createBatcher((asked: SourceAsked[]) => claimSources(clients, asked), CLAIMS_AT_ONCE, GATHERING);
  const look = createBatcher((asked: EntryAsked[]) => lookAtEntries(clients, asked), CLAIMS_AT_ONCE);
  return {
    async dueSources({ nowMs, afterId, limit, workspaceId, isForced }) {
      const due = isForced ? {} : { nextPollAt: { lte: new Date(nowMs) } };
      const where = { id: { gt: afterId }, ...due, workspace: PRESENT, ...(workspaceId === null ? {} : { workspaceId }) };
      const select = { id: true, url: true, nextPollAt: true };
      const rows = await reads.source.findMany({ where, select, orderBy: { id: "asc" }, take: limit });
      return rows.map(({ id, url, nextPollAt }) => ({ id, url, nextPollAtMs: nextPollAt.getTime() }));
    },
    async waitingEntries({ nowMs, workspaceId, perSource, limit }) {
      const ofWorkspace =
        workspaceId === null
          ? Prisma.empty
          : Prisma.sql`AND "sourceId" IN (SELECT "id" FROM "Source" WHERE "workspaceId" = ${workspaceId})`;
      const rows = await reads.$queryRaw<{ id: number | bigint }[]>`
        SELECT "id" FROM (
          SELECT "id", row_number() OVER (PARTITION BY "sourceId" ORDER BY "id") AS "place"
          FROM "SourceItem" WHERE ${isDue(nowMs)} ${ofWorkspace}
        ) AS "placed" WHERE "place" <= ${perSource} ORDER BY "place", "id" LIMIT ${limit}`;
      return rows.map((row) => Number(row.id));
    },
    async nextAtMs(of, nowMs) {
      const gt = new Date(nowMs);
      if (of === "sources") {
        const { _min } = await reads.source.aggregate({ where: { nextPollAt: { gt } }, _min: { nextPollAt: true } });
        return _min.nextPollAt?.getTime() ?? null;
      }
      const { _min } = await reads.sourceItem.aggregate({
        where: { outcome: { in: ["waiting", "kept"] }, dueAt: { gt } },
        _min: { dueAt: true },
      });
      return _min.dueAt?.getTime() ?? null;
    },
    claimSource: (id, { nowMs, leaseUntilMs, listedAs }) =>
      claimSource({ id, nowMs, leaseUntilMs, listedAtMs: listedAs?.nextPollAtMs ?? null }),
    async releaseSource({ id, nextPollAtMs }, leaseUntilMs) {
      const where = { id, nextPollAt: new Date(leaseUntilMs) };
      await clients.single((client) => client.source.updateMany({ where, data: { nextPollAt: new Date(nextPollAtMs) } }));
    },
    async claimEntry(id, { nowMs, leaseUntilMs }) {
      if (leaseUntilMs <= nowMs) return look({ id, nowMs });
      const held = { where: { id, ...dueEntry(nowMs) }, data: { dueAt: new Date(leaseUntilMs) }, include: WITH_SOURCE };
      const [row] = await clients.single((client) => client.sourceItem.updateManyAndReturn(held));
      return row === undefined ? null : toWaitingItem(row);
    },
    async releaseEntry(id, leaseUntilMs) {
      const where = { id, dueAt: new Date(leaseUntilMs) };
      // Due at once; without a time, one that is kept would never be read again.
      await clients.single((client) => client.sourceItem.updateMany({ where, data: { dueAt: new Date(0) } }));
    },
  };
}

interface SourceAsked {
  id: number;
  nowMs: number;
  leaseUntilMs: number;
  listedAtMs: number | null;
}

async function claimSources(clients: Clients, asked: SourceAsked[]): Promise<(Source | null)[]> {
  const ids = clients.rows.list(asked.map(({ id }) => id));
  // In SQL, which Prisma need not compile for each number of sources.
  const found = await clients.reads.$queryRaw<SourceRow[]>`
    SELECT s.* FROM "Source" AS s JOIN "Workspace" AS w ON w."id" = s."workspaceId" WHERE s."id" IN ${ids} AND w."leftAt" IS NULL`;
  const rows = new Map(found.map((row) => [row.id, row]));
  const wanted = new Map<SourceAsked, Source>();
  for (const each of asked) {
    const row = rows.get(each.id);
    const atMs = row?.nextPollAt.getTime() ?? Number.NaN;
    if (row === undefined || !(each.listedAtMs === null ? atMs <= each.nowMs : atMs === each.listedAtMs)) continue;
    wanted.set(each, toSource(row));
    // Of those who ask for the same at once, the first has it.
    rows.delete(each.id);
  }
  if (wanted.size === 0) return asked.map(() => null);
  const json = toJsonRows(
    [...wanted].map(([{ id, leaseUntilMs }, { nextPollAtMs }]) => ({
      id,
      nextPollAt: new Date(nextPollAtMs).toISOString(),
      leaseUntil: new Date(leaseUntilMs).toISOString(),
    })),
  );
  const claimed = await clients.bulkTransaction((statements) =>
    statements.query<{ id: number | bigint }>(Prisma.sql`
      UPDATE "Source" SET "nextPollAt" = ${clients.rows.instant("leaseUntil")} FROM ${clients.rows.table(json)} AS "given"
      WHERE "Source"."id" = ${numberIn("id")} AND "Source"."nextPollAt" = ${clients.rows.instant("nextPollAt")} RETURNING "Source"."id" AS "id"`),
  );
  const own = new Set(claimed.map(({ id }) => Number(id)));
  return asked.map((each) => (own.has(each.id) ? (wanted.get(each) ?? null) : null));
}

interface EntryAsked {
  id: number;
  nowMs: number;
}

async function lookAtEntries(clients: Clients, asked: EntryAsked[]): Promise<(WaitingItem | null)[]> {
  const nowMs = Math.max(...asked.map((each) => each.nowMs));
  const where = { id: { in: asked.map(({ id }) => id) }, ...dueEntry(nowMs) };
  const rows = new Map((await clients.reads.sourceItem.findMany({ where, include: WITH_SOURCE })).map((row) => [row.id, row]));
  return asked.map((each) => {
    const row = rows.get(each.id);
    return row === undefined || (row.dueAt?.getTime() ?? 0) > each.nowMs ? null : toWaitingItem(row);
  });
}

function dueEntry(nowMs: number): Types.SourceItemWhereInput {
  const now = new Date(nowMs);
  return {
    OR: [
      { outcome: "waiting", dueAt: null },
      { outcome: { in: ["waiting", "kept"] }, dueAt: { lte: now } },
    ],
  };
}
