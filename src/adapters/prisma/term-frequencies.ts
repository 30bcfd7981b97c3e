import type { Transaction } from "./clients.ts";

/** Counted over the whole file: that other workspaces weigh in changes no answer, only how rare a word is held to be. */
export async function termFrequencies(
  client: Transaction,
  workspaceId: string,
  terms: string[],
): Promise<{ total: number; holding: Map<string, number> }> {
  const count = await client.article.count({ where: { workspaceId } });
  const rows = await client.$queryRaw<{ term: string; doc: number | bigint }[]>`
    SELECT "term", "doc" FROM "article_search_terms" WHERE "term" IN (SELECT value FROM json_each(${JSON.stringify(terms)}))`;
  const holding = new Map(rows.map((row) => [row.term, Number(row.doc)]));
  return { total: Math.max(count, ...holding.values()), holding };
}
