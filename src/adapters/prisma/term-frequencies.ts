import type { ArticleSearch } from "./article-search.ts";
import type { Transaction } from "./clients.ts";

interface TermFrequencies {
  total: number;
  holding: Map<string, number>;
}

/** How many articles of a workspace there are, and how many hold each of some terms. */
export type CountTerms = (client: Transaction, workspaceId: string, terms: string[]) => Promise<TermFrequencies>;

/** Below so many articles every count is exact: counting is cheap there, and one article more changes what is rare. */
const EXACT_UP_TO = 500;
/** A count that is kept serves until the workspace has grown by this share. */
const STALE_AFTER = 1.02;
/** So many counts are kept; then all are forgotten. */
const KEPT_COUNTS = 200_000;

/**
 * The index walks a term's whole list of articles to count it, so a big store's counts are kept for a while: how rare a word is held
 * to be hardly changes from article to article. Counted over the whole file: other
 * workspaces weigh in on how rare a word is, which can tip a close call of grouping or ranking, and brings nothing of theirs.
 */
export function createTermCounter(search: ArticleSearch): CountTerms {
  let kept = new Map<string, { count: number; total: number }>();
  return async (client, workspaceId, terms) => {
    const total = await client.article.count({ where: { workspaceId } });
    const known = (term: string) => {
      const entry = kept.get(term);
      return entry !== undefined && total <= entry.total * STALE_AFTER && total >= EXACT_UP_TO ? entry.count : undefined;
    };
    const missing = terms.filter((term) => known(term) === undefined);
    const counted = await search.count(client, missing);
    const holding = new Map<string, number>();
    for (const term of terms) {
      const count = known(term) ?? counted.get(term);
      if (count !== undefined && count > 0) holding.set(term, count);
    }
    if (kept.size > KEPT_COUNTS) kept = new Map();
    for (const term of missing) kept.set(term, { count: counted.get(term) ?? 0, total });
    return { total: Math.max(total, ...holding.values()), holding };
  };
}
