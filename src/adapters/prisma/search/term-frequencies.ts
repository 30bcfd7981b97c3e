import type { Transaction } from "../transaction.ts";
import type { ArticleSearch } from "./article-search.ts";
import { isStale, newestKey } from "./search-statistics.ts";

export interface TermFrequencies {
  total: number;
  holding: Map<string, number>;
}

/** How many articles of a workspace there are, and how many hold each of some terms. */
export type CountTerms = (client: Transaction, workspaceId: string, terms: string[]) => Promise<TermFrequencies>;

/** So many workspaces' totals are kept; then all are forgotten. */
const KEPT_TOTALS = 10_000;

/**
 * How rare words are. Counted over the whole store: other workspaces weigh in on how rare a word is, which can tip a close call of
 * ranking, and brings nothing of theirs; stories have counts of their own. To count a workspace's articles is to walk through them, so that is kept for a while.
 */
export function createTermCounter(search: ArticleSearch): CountTerms {
  let kept = new Map<string, { total: number; newest: number }>();
  return async (client, workspaceId, terms) => {
    const newest = await newestKey(client);
    let known = kept.get(workspaceId);
    if (known === undefined || isStale(known.newest, newest)) {
      known = { total: await client.article.count({ where: { workspaceId } }), newest };
      if (kept.size > KEPT_TOTALS) kept = new Map();
      kept.set(workspaceId, known);
    }
    const counted = await search.count(client, terms);
    const holding = new Map([...counted].filter(([, count]) => count > 0));
    return { total: Math.max(known.total, ...holding.values()), holding };
  };
}
