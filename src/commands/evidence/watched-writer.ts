import type { ModelWriter, WriterOutcome } from "../../model/create-model-writer.ts";

export interface ModelDeps {
  /** Absent if no language model is configured. */
  writer?: ModelWriter | null;
  /** Called with the result of each request to the model; absent if nobody listens. */
  onModelOutcome?: (workspaceId: string, outcome: WriterOutcome) => Promise<void>;
}

/** The writer of one workspace: it reports its results for that workspace. */
export function writerFor({ writer = null, onModelOutcome }: ModelDeps, workspaceId: string): ModelWriter | null {
  if (writer === null || onModelOutcome === undefined) return writer;
  const write: ModelWriter["write"] = async (task) => {
    const outcome = await writer.write(task);
    await onModelOutcome(workspaceId, outcome);
    return outcome;
  };
  return { ...writer, write };
}
