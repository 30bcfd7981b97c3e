import type { NewWatch, PlacedHit, Watch, WatchHit, WatchPast } from "./watch.ts";

/** An article that watches have yet to look at. */
export interface UnmatchedArticle {
  key: number;
  workspaceId: string;
  articleId: string;
  /** When its text came (epoch ms). */
  seenAtMs: number;
}

/**
 * Watches are subscriptions of their own kind: what they tell goes out as slots, under the same claims as digests. Whoever stops a
 * subscription stops a watch.
 */
export interface WatchStore {
  add(watch: NewWatch): Promise<Watch>;
  /** Active ones of a workspace, oldest first. */
  list(workspaceId: string): Promise<Watch[]>;
  /** Articles that came since somebody watches their workspace, oldest first. */
  unmatched(limit: number): Promise<UnmatchedArticle[]>;
  /**
   * Ends with an article. `decide` is given what the watches told since `sinceMs`, and nobody else decides on them meanwhile. Returns how
   * many hits there are; null if another process was faster, or the article is gone.
   */
  settle(
    article: UnmatchedArticle,
    given: { watchIds: number[]; sinceMs: number; atMs: number },
    decide: (past: ReadonlyMap<number, WatchPast>) => PlacedHit[],
  ): Promise<number | null>;
  /** What a slot tells, oldest first. */
  hitsOf(slotId: number): Promise<WatchHit[]>;
  /** What a watch told last, newest first. */
  lastHits(watchId: number, limit: number): Promise<WatchHit[]>;
}
