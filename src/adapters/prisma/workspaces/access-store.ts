import { z } from "zod";
import { ACCESS_SCOPES, type AccessRecord, type AccessStore } from "../../../domain/workspace/access.ts";
import type { Clients } from "../clients.ts";
import type { Access as AccessRow } from "../generated/client.ts";
import { ensureWorkspace } from "./ensure-workspace.ts";

const scope = z.enum(ACCESS_SCOPES);

export function createAccessStore(clients: Clients): AccessStore {
  return {
    add: (record) =>
      clients.transaction(async (transaction) => {
        await ensureWorkspace(transaction, record.workspaceId);
        const { expiresAt, createdAt } = record;
        const dates = { expiresAt: expiresAt === null ? null : new Date(expiresAt), createdAt: new Date(createdAt) };
        await transaction.access.create({ data: { ...record, ...dates }, select: { id: true } });
      }),
    async byId(id) {
      const row = await clients.reads.access.findUnique({ where: { id } });
      return row === null ? null : toRecord(row);
    },
    async list(workspaceId) {
      const where = { workspaceId, revokedAt: null };
      const rows = await clients.reads.access.findMany({ where, orderBy: [{ createdAt: "asc" }, { id: "asc" }] });
      return rows.flatMap((row) => toRecord(row) ?? []);
    },
    revoke: (workspaceId, id, atMs) =>
      clients.single(async (client) => {
        const where = { id, workspaceId, revokedAt: null };
        const { count } = await client.access.updateMany({ where, data: { revokedAt: new Date(atMs) } });
        return count > 0;
      }),
    noteUse: (id, atMs) =>
      clients.single(async (client) => {
        await client.access.updateMany({ where: { id }, data: { lastUsedAt: new Date(atMs) } });
      }),
  };
}

/** Null for one of a scope that only a newer version knows: here it opens nothing. */
function toRecord(row: AccessRow): AccessRecord | null {
  const known = scope.safeParse(row.scope);
  if (!known.success) return null;
  const { id, workspaceId, label, secretHash, ratePerMinute, createdBy } = row;
  return {
    ...{ id, workspaceId, label, secretHash, ratePerMinute, createdBy, scope: known.data },
    expiresAt: row.expiresAt?.toISOString() ?? null,
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    revokedAt: row.revokedAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
  };
}
