import type { InstallationStore, SealedInstallation, WorkspaceStore } from "../../../domain/workspace/installations.ts";
import type { Clients } from "../clients.ts";
import type { Installation as InstallationRow } from "../generated/client.ts";
import type { Transaction } from "../transaction.ts";
import { ensureWorkspace, lockWorkspaceRow } from "./ensure-workspace.ts";

/** What is due belongs to a workspace that the app is in. */
export const PRESENT = { leftAt: null };

export function createWorkspaceStore(clients: Clients): WorkspaceStore {
  return {
    async arrive(workspaceId) {
      const row = await clients.reads.workspace.findUnique({ where: { id: workspaceId }, select: { leftAt: true } });
      // Nearly always it is there: that must not take the write lock.
      if (row !== null && row.leftAt === null) return;
      await clients.single((client) => comeBack(client, workspaceId));
    },
    leave: (workspaceId, atMs) => clients.single((client) => leave(client, workspaceId, atMs)),
    async list(platform) {
      const rows = await clients.reads.workspace.findMany({ where: { platform }, select: { id: true, leftAt: true } });
      return rows.map(({ id, leftAt }) => ({ workspaceId: id, leftAtMs: leftAt?.getTime() ?? null }));
    },
    async departed(leftBeforeMs) {
      const where = { leftAt: { lt: new Date(leftBeforeMs) } };
      return (await clients.reads.workspace.findMany({ where, select: { id: true } })).map(({ id }) => id);
    },
    remove: (workspaceId) =>
      clients.transaction(async (transaction) => {
        // An article that is being stored counts once it is there.
        await clients.lockWorkspace(transaction, workspaceId);
        const { count } = await transaction.workspace.deleteMany({
          where: { id: workspaceId, leftAt: { not: null }, articles: { none: {} } },
        });
        // These rows hang on their workspace by its name alone.
        if (count === 1) await transaction.nameWord.deleteMany({ where: { workspaceId } });
        return count === 1;
      }),
  };
}

export function createInstallationStore(clients: Clients): InstallationStore {
  return {
    save: ({ workspaceId, keyId, sealed, installedAtMs }) =>
      clients.transaction(async (transaction) => {
        // Its row first, as in `remove`.
        await comeBack(transaction, workspaceId);
        const columns = { keyId, sealed, installedAt: new Date(installedAtMs) };
        await transaction.installation.upsert({
          where: { workspaceId },
          create: { workspaceId, ...columns },
          update: columns,
        });
      }),
    async find(workspaceId) {
      const row = await clients.reads.installation.findUnique({ where: { workspaceId } });
      return row === null ? null : toInstallation(row);
    },
    async list(afterWorkspaceId, limit) {
      const rows = await clients.reads.installation.findMany({
        where: { workspaceId: { gt: afterWorkspaceId } },
        orderBy: { workspaceId: "asc" },
        take: limit,
      });
      return rows.map(toInstallation);
    },
    reseal: ({ workspaceId, sealed }, as) =>
      clients.single(async (client) => {
        const { count } = await client.installation.updateMany({ where: { workspaceId, sealed }, data: as });
        return count === 1;
      }),
    remove: (workspaceId, atMs) =>
      clients.transaction(async (transaction) => {
        await lockWorkspaceRow(transaction, workspaceId);
        await leave(transaction, workspaceId, atMs);
        const { count } = await transaction.installation.deleteMany({ where: { workspaceId } });
        return count === 1;
      }),
  };
}

async function comeBack(transaction: Transaction, workspaceId: string): Promise<void> {
  await ensureWorkspace(transaction, workspaceId);
  await transaction.workspace.updateMany({ where: { id: workspaceId }, data: { leftAt: null } });
}

async function leave(transaction: Transaction, workspaceId: string, atMs: number): Promise<boolean> {
  const { count } = await transaction.workspace.updateMany({
    where: { id: workspaceId, leftAt: null },
    data: { leftAt: new Date(atMs) },
  });
  return count === 1;
}

function toInstallation({ workspaceId, keyId, sealed, installedAt }: InstallationRow): SealedInstallation {
  return { workspaceId, keyId, sealed, installedAtMs: installedAt.getTime() };
}
