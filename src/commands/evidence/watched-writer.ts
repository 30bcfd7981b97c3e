import { allowsModel } from "../../domain/workspace/model-choice.ts";
import type { SettingsStore } from "../../domain/workspace/workspace-settings.ts";
import type { ModelWriter, WriterOutcome } from "../../model/create-model-writer.ts";

export interface ModelDeps {
  /** Absent if no language model is configured. */
  writer?: ModelWriter | null;
  /** Called with the result of each request to the model; absent if nobody listens. */
  onModelOutcome?: (workspaceId: string, outcome: WriterOutcome) => Promise<void>;
}

/** The writer of one workspace: it reports its results for that workspace. */
function writerFor({ writer = null, onModelOutcome }: ModelDeps, workspaceId: string): ModelWriter | null {
  if (writer === null || onModelOutcome === undefined) return writer;
  const write: ModelWriter["write"] = async (task, onPart) => {
    const outcome = await writer.write(task, onPart);
    await onModelOutcome(workspaceId, outcome);
    return outcome;
  };
  return { ...writer, write };
}

/** The same where the workspace and the channel have their texts written by a model; null where they don't. */
export async function writerIn(
  deps: ModelDeps,
  settings: SettingsStore,
  { workspaceId, channelId }: { workspaceId: string; channelId: string },
): Promise<ModelWriter | null> {
  const writer = writerFor(deps, workspaceId);
  if (writer === null) return null;
  return allowsModel(await settings.readModel(workspaceId), channelId) ? writer : null;
}
