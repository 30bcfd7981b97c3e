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
 * Stores the articles of a workspace in sequence. Articles that arrive while others are being stored share the next transaction, up to a
 * limit, because writers take turns and each turn has a cost. If one cannot be stored, only that one fails.
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
