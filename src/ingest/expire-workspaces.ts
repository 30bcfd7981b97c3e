import type { EvidenceStore } from "../domain/evidence/evidence-store.ts";
import type { WorkspaceStore } from "../domain/workspace/installations.ts";
import type { RetentionStore } from "../domain/workspace/store-state.ts";
import { expireIn } from "./expire-articles.ts";
import { inSlices } from "./in-slices.ts";

/** After every time at which an article can have been seen; databases take years of four digits. */
const ALWAYS_MS = Date.parse("9999-12-31T00:00:00Z");
/** Entries in the first slice, and in any. */
const SLICES = { first: 50, most: 500 };

/** Deletes all data of workspaces that removed the app before an instant, in milliseconds. Returns their number. */
export async function expireWorkspaces(
  store: { evidence: EvidenceStore; workspaces: WorkspaceStore; retention: RetentionStore },
  leftBeforeMs: number,
  signal: AbortSignal,
): Promise<number> {
  let removed = 0;
  for (const workspaceId of await store.workspaces.departed(leftBeforeMs)) {
    // Articles first: deleting the workspace does not cascade to their full-text index.
    await expireIn(store.evidence, { workspaceId, beforeMs: ALWAYS_MS, signal });
    // There may be very many entries, so delete them in slices; the rest is small.
    await inSlices((limit) => store.retention.drain(workspaceId, limit), { ...SLICES, signal });
    if (signal.aborted) return removed;
    if (await store.workspaces.remove(workspaceId)) removed += 1;
  }
  return removed;
}
