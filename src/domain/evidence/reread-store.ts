import type { Article } from "./article.ts";

/** How many articles this version of the engine has read, or a newer one, and how many an older one, over all workspaces. */
export interface RereadCounts {
  done: number;
  left: number;
}

/** A stored article that an older engine read. */
export interface OutdatedArticle {
  key: number;
  workspaceId: string;
  fingerprint: string;
  filedOn: string;
  article: Article;
  /** What a language model answered about it; null where none was asked. */
  reading: object | null;
}

export interface RereadStore {
  counts(engineVersion: number): Promise<RereadCounts>;
  /** Those that an older engine read, the newest first; only those with a smaller key than `below`, where it is a number. */
  outdated(engineVersion: number, page: { below: number | null; limit: number }): Promise<OutdatedArticle[]>;
  /** A workspace's article by its id or its address; null where it has none. */
  stored(workspaceId: string, named: string): Promise<Pick<OutdatedArticle, "article" | "reading"> | null>;
}
