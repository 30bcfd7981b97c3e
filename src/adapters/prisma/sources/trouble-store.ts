import { z } from "zod";
import { NO_DRAFTS } from "../../../domain/model/language-model.ts";
import type { ManagerStore, ModelTrouble, TroubleStore } from "../../../domain/model/model-trouble.ts";
import type { Clients } from "../clients.ts";
import type { ModelTrouble as TroubleRow } from "../generated/client.ts";
import { ensureWorkspace } from "../workspaces/ensure-workspace.ts";

/** A reason that this version does not know, of a newer one that ran here before, counts as a server that failed. */
const storedWhy = z.enum(NO_DRAFTS).catch("server");

export function createTroubleStore(clients: Clients): TroubleStore {
  return {
    async read(workspaceId) {
      const row = await clients.reads.modelTrouble.findUnique({ where: { workspaceId } });
      return row === null ? null : toTrouble(row);
    },
    async open() {
      const rows = await clients.reads.modelTrouble.findMany({ where: { endedAt: null }, orderBy: { workspaceId: "asc" } });
      return rows.map((row) => ({ workspaceId: row.workspaceId, ...toTrouble(row) }));
    },
    replace: (workspaceId, read, trouble) =>
      clients.single(async (client) => {
        const columns = toColumns(trouble);
        if (read !== null) {
          const { sinceAt, triedAt, isTold, endedAt } = toColumns(read);
          const where = { workspaceId, sinceAt, triedAt, isTold, endedAt };
          return (await client.modelTrouble.updateMany({ where, data: columns })).count === 1;
        }
        await ensureWorkspace(client, workspaceId);
        const { why, sinceAt, triedAt, isTold } = columns;
        const inserted = await client.$executeRaw`
          INSERT INTO "ModelTrouble" ("workspaceId", "why", "sinceAt", "triedAt", "isTold")
          VALUES (${workspaceId}, ${why}, ${sinceAt}, ${triedAt}, ${isTold}) ON CONFLICT DO NOTHING`;
        return inserted === 1;
      }),
  };
}

function toTrouble({ why, sinceAt, triedAt, isTold, endedAt }: TroubleRow): ModelTrouble {
  return {
    why: storedWhy.parse(why),
    sinceMs: sinceAt.getTime(),
    triedAtMs: triedAt.getTime(),
    isTold,
    endedAtMs: endedAt?.getTime() ?? null,
  };
}

function toColumns({ why, sinceMs, triedAtMs, isTold, endedAtMs }: ModelTrouble) {
  const endedAt = endedAtMs === null ? null : new Date(endedAtMs);
  return { why, sinceAt: new Date(sinceMs), triedAt: new Date(triedAtMs), isTold, endedAt };
}

export function createManagerStore(clients: Clients): ManagerStore {
  return {
    seen: (workspaceId, userId, atMs) =>
      clients.single(async (client) => {
        await ensureWorkspace(client, workspaceId);
        await client.$executeRaw`
          INSERT INTO "Manager" ("workspaceId", "userId", "seenAt") VALUES (${workspaceId}, ${userId}, ${new Date(atMs)})
          ON CONFLICT ("workspaceId", "userId") DO UPDATE SET "seenAt" = excluded."seenAt"`;
      }),
    async list(workspaceId, { sinceMs, limit }) {
      const rows = await clients.reads.manager.findMany({
        where: { workspaceId, seenAt: { gte: new Date(sinceMs) } },
        orderBy: [{ seenAt: "desc" }, { userId: "asc" }],
        take: limit,
      });
      return rows.map(({ userId }) => userId);
    },
  };
}
