import type { SourceClaims } from "../../../domain/sources/source-store.ts";
import type { Clients } from "../clients.ts";
import { PRESENT } from "../workspaces/installation-stores.ts";
import { isDue } from "./is-due.ts";
import { toSource, toWaitingItem, WITH_SOURCE } from "./source-rows.ts";

/** A claim is one statement with its condition in it: of two that come at once, one finds nothing to change. */
export function createSourceClaims(clients: Clients): SourceClaims {
  const { reads } = clients;
  return {
    async dueSources({ nowMs, afterId, limit }) {
      const where = { id: { gt: afterId }, nextPollAt: { lte: new Date(nowMs) }, workspace: PRESENT };
      const rows = await reads.source.findMany({ where, select: { id: true }, orderBy: { id: "asc" }, take: limit });
      return rows.map((row) => row.id);
    },
    async waitingEntries({ nowMs, perSource, limit }) {
      const rows = await reads.$queryRaw<{ id: number | bigint }[]>`
        SELECT "id" FROM (
          SELECT "id", row_number() OVER (PARTITION BY "sourceId" ORDER BY "id") AS "place"
          FROM "SourceItem" WHERE ${isDue(nowMs)}
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
    async claimSource(id, { nowMs, leaseUntilMs }) {
      const row = await reads.source.findFirst({ where: { id, nextPollAt: { lte: new Date(nowMs) }, workspace: PRESENT } });
      if (row === null) return null;
      const where = { id, nextPollAt: row.nextPollAt };
      const { count } = await clients.single((client) =>
        client.source.updateMany({ where, data: { nextPollAt: new Date(leaseUntilMs) } }),
      );
      return count === 1 ? toSource(row) : null;
    },
    async releaseSource({ id, nextPollAtMs }, leaseUntilMs) {
      const where = { id, nextPollAt: new Date(leaseUntilMs) };
      await clients.single((client) => client.source.updateMany({ where, data: { nextPollAt: new Date(nextPollAtMs) } }));
    },
    async claimEntry(id, { nowMs, leaseUntilMs }) {
      const now = new Date(nowMs);
      const due = {
        id,
        OR: [
          { outcome: "waiting", dueAt: null },
          { outcome: { in: ["waiting", "kept"] }, dueAt: { lte: now } },
        ],
      };
      const isHeld = leaseUntilMs > nowMs;
      const held = { where: due, data: { dueAt: new Date(leaseUntilMs) }, include: WITH_SOURCE };
      const [row = null] = isHeld
        ? await clients.single((client) => client.sourceItem.updateManyAndReturn(held))
        : [await reads.sourceItem.findFirst({ where: due, include: WITH_SOURCE })];
      return row === null ? null : toWaitingItem(row);
    },
    async releaseEntry(id, leaseUntilMs) {
      const where = { id, dueAt: new Date(leaseUntilMs) };
      // Due at once; without a time, one that is kept would never be read again.
      await clients.single((client) => client.sourceItem.updateMany({ where, data: { dueAt: new Date(0) } }));
    },
  };
}
