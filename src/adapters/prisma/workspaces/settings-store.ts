import { z } from "zod";
import { type SettingsStore, WHO } from "../../../domain/workspace/workspace-settings.ts";
import type { Clients } from "../clients.ts";
import { ensureWorkspace, lockWorkspaceRow } from "./ensure-workspace.ts";

/** A value that this version does not know counts as not set. */
const who = z.enum(WHO).optional().catch(undefined);
const stored = z.object({ digests: who, sources: who, names: who }).catch({});
const anything = z.record(z.string(), z.json()).catch({});

export function createSettingsStore(clients: Clients): SettingsStore {
  return {
    async read(workspaceId) {
      const row = await clients.reads.workspace.findUnique({ where: { id: workspaceId }, select: { settings: true } });
      const { digests, sources, names } = stored.parse(row?.settings ?? {});
      return { ...(digests && { digests }), ...(sources && { sources }), ...(names && { names }) };
    },
    set: (workspaceId, name, value) =>
      clients.transaction(async (transaction) => {
        await ensureWorkspace(transaction, workspaceId);
        await lockWorkspaceRow(transaction, workspaceId);
        const row = await transaction.workspace.findUniqueOrThrow({ where: { id: workspaceId }, select: { settings: true } });
        const settings = { ...anything.parse(row.settings), [name]: value };
        await transaction.workspace.update({ where: { id: workspaceId }, data: { settings }, select: { id: true } });
      }),
  };
}
