import type { Prisma } from "../generated/client.ts";
import type { Transaction } from "../transaction.ts";

/** At most so many terms of a query are used. */
export const MAX_TERMS = 32;

export interface SearchQuery {
  /** Nothing of another is found, whatever the conditions. */
  workspaceId: string;
  /** Words or phrases; what holds no letter or digit is left out. */
  terms: string[];
  match: "all" | "any";
  /** How much more a word of the title counts than one of the text. */
  titleWeight: number;
  /** What is wanted of an article, which is "a" here as in `joins` and `conditions`. */
  columns: Prisma.Sql;
  joins: Prisma.Sql[];
  conditions: Prisma.Sql[];
  /** A query for the keys of some thousand articles at most, outside of which none is wanted; null where any may be. */
  among: Prisma.Sql | null;
  /** The ISO date before which no article is wanted, where there is one: it is among the conditions, and bounds what is looked through. */
  since: string | null;
  limit: number;
}

/** What is wanted of articles that hold words, where how well they fit does not matter. */
export type NewestQuery = Omit<SearchQuery, "titleWeight" | "joins" | "among">;

interface IndexedArticle {
  key: number;
  workspaceId: string;
  title: string | null;
  text: string;
}

/** Full-text search as the database has it. */
export interface ArticleSearch {
  /** The columns asked for and a score (higher is better), best first; of two that score alike, the later article first. */
  rank<Row>(client: Transaction, query: SearchQuery): Promise<(Row & { score: number })[]>;
  /** The columns asked for of the articles that came last; none is weighed. */
  newest<Row>(client: Transaction, query: NewestQuery): Promise<Row[]>;
  /** How many articles of the whole store hold each of these terms of the index; terms that none holds may be left out. */
  count(client: Transaction, terms: string[]): Promise<Map<string, number>>;
  /** What the transaction must run that writes an article's title and text; null where the database does that by itself. */
  index(article: IndexedArticle): Prisma.Sql | null;
}
