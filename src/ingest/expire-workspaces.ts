import type { EvidenceStore } from "../domain/evidence/evidence-store.ts";
import type { WorkspaceStore } from "../domain/workspace/installations.ts";
import type { RetentionStore } from "../domain/workspace/store-state.ts";
import { expireIn } from "./expire-articles.ts";
import { inSlices } from "./in-slices.ts";

/** After every time at which an article can have been seen; databases take years of four digits. */
const ALWAYS_MS = Date.parse("9999-12-31T00:00:00Z");
/** Entries in the first slice, and in any. */
const SLICES = { first: 50, most: 500 };

/** Deletes all that is kept of workspaces that the app left before an instant, in milliseconds. Says how many they were. */
export async function expireWorkspaces(
  store: { evidence: EvidenceStore; workspaces: WorkspaceStore; retention: RetentionStore },
  leftBeforeMs: number,
  signal: AbortSignal,
): Promise<number> {
  let removed = 0;
  for (const workspaceId of await store.workspaces.departed(leftBeforeMs)) {
    // Articles first: the index of their words is none of what hangs on the workspace.
    await expireIn(store.evidence, { workspaceId, beforeMs: ALWAYS_MS, signal });
    // Entries are as many as all that its sources ever showed: what is left after them is little.
    await inSlices((limit) => store.retention.drain(workspaceId, limit), { ...SLICES, signal });
    if (signal.aborted) return removed;
    if (await store.workspaces.remove(workspaceId)) removed += 1;
  }
  return removed;
}
