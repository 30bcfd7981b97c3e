import { z } from "zod";
import { MODEL_EVERYWHERE, type ModelChoice } from "../../../domain/workspace/model-choice.ts";
import { type SettingsStore, WHO } from "../../../domain/workspace/workspace-settings.ts";
import type { Clients } from "../clients.ts";
import { ensureWorkspace, lockWorkspaceRow } from "./ensure-workspace.ts";

/** A value that this version does not know counts as not set. */
const who = z.enum(WHO).optional().catch(undefined);
const stored = z.object({ digests: who, sources: who, names: who }).catch({});
const chosen = z.object({ model: z.object({ isOn: z.boolean(), offIn: z.array(z.string()) }) });
const anything = z.record(z.string(), z.json()).catch({});
type Settings = z.infer<typeof anything>;

/** Changes the stored settings under the workspace's lock, so that what others set stays. */
function changing(clients: Clients, workspaceId: string, change: (settings: Settings) => Settings): Promise<void> {
  return clients.transaction(async (transaction) => {
    await ensureWorkspace(transaction, workspaceId);
    await lockWorkspaceRow(transaction, workspaceId);
    const row = await transaction.workspace.findUniqueOrThrow({ where: { id: workspaceId }, select: { settings: true } });
    const settings = change(anything.parse(row.settings));
    await transaction.workspace.update({ where: { id: workspaceId }, data: { settings }, select: { id: true } });
  });
}

export function createSettingsStore(clients: Clients): SettingsStore {
  const readRow = (workspaceId: string) =>
    clients.reads.workspace.findUnique({ where: { id: workspaceId }, select: { settings: true } });
  return {
    async read(workspaceId) {
      const { digests, sources, names } = stored.parse((await readRow(workspaceId))?.settings ?? {});
      return { ...(digests && { digests }), ...(sources && { sources }), ...(names && { names }) };
    },
    set: (workspaceId, name, value) => changing(clients, workspaceId, (settings) => ({ ...settings, [name]: value })),
    readModel: async (workspaceId) => modelIn((await readRow(workspaceId))?.settings),
    changeModel: (workspaceId, change) =>
      changing(clients, workspaceId, (settings) => ({ ...settings, model: { ...change(modelIn(settings)) } })),
  };
}

function modelIn(settings: unknown): ModelChoice {
  const parsed = chosen.safeParse(settings);
  return parsed.success ? parsed.data.model : MODEL_EVERYWHERE;
}
