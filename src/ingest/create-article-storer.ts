import { createBatcher } from "../domain/create-batcher.ts";
import type { IngestStatus } from "../domain/evidence/article.ts";
import type { EvidenceStore } from "../domain/evidence/evidence-store.ts";
import { refuseForgotten, type Sighting, type Stored, storeArticles } from "./store-article.ts";

export type StoreArticle = (workspaceId: string, sighting: Sighting) => Promise<IngestStatus>;

interface Lane {
  add(sighting: Sighting): Promise<Stored>;
  waiting: number;
}

/**
 * Stores articles one workspace at a time: those that come while others of the workspace are being stored share a transaction, at most so
 * many, because its writers take turns and each turn has its price. One that cannot be stored fails alone.
 */
export function createArticleStorer(store: EvidenceStore, mostAtOnce: number): StoreArticle {
  const lanes = new Map<string, Lane>();
  const open = (workspaceId: string): Lane => {
    const add = createBatcher((sightings: Sighting[]) => storeArticles(store, workspaceId, sightings), mostAtOnce);
    const lane = { add, waiting: 0 };
    lanes.set(workspaceId, lane);
    return lane;
  };
  return async (workspaceId, sighting) => {
    const lane = lanes.get(workspaceId) ?? open(workspaceId);
    lane.waiting += 1;
    try {
      return refuseForgotten(await lane.add(sighting), sighting);
    } finally {
      lane.waiting -= 1;
      if (lane.waiting === 0) lanes.delete(workspaceId);
    }
  };
}
