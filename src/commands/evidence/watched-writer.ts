import type { ModelWriter, WriterOutcome } from "../../model/create-model-writer.ts";

export interface ModelDeps {
  /** Left out where no language model is set up. */
  writer?: ModelWriter | null;
  /** Told how each text went that the model was asked for; left out where nobody waits to be told. */
  onModelOutcome?: (workspaceId: string, outcome: WriterOutcome) => Promise<void>;
}

/** The writer as one workspace has it: what comes of its texts is told for that workspace. */
export function writerFor({ writer = null, onModelOutcome }: ModelDeps, workspaceId: string): ModelWriter | null {
  if (writer === null || onModelOutcome === undefined) return writer;
  const write: ModelWriter["write"] = async (task) => {
    const outcome = await writer.write(task);
    await onModelOutcome(workspaceId, outcome);
    return outcome;
  };
  return { ...writer, write };
}
