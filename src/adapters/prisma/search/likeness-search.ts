import type { SoughtTerm } from "../../../domain/evidence/story-store.ts";
import type { Prisma } from "../generated/client.ts";
import type { Statements } from "../statements.ts";

export interface LikenessQuery {
  workspaceId: string;
  /** Terms of the index, with what each counts. */
  terms: SoughtTerm[];
  /** What is wanted of an article, which is "a" here as in `conditions`. */
  columns: Prisma.Sql;
  conditions: Prisma.Sql[];
  limit: number;
}

/** What grouping asks of the full-text index. Of a workspace's own articles alone: what another one reads changes nothing here. */
export interface LikenessSearch {
  /** The columns asked for of the articles that hold the weightiest of the terms, best first; of two alike, the later article first. */
  likest<Row>(client: Statements, query: LikenessQuery): Promise<Row[]>;
  /** How many articles of the workspace hold each of these terms of the index; terms that none holds may be left out. */
  count(client: Statements, workspaceId: string, terms: string[]): Promise<Map<string, number>>;
  /** About how many articles hold each of the terms that are too common to be counted by the index, of a workspace with so many. */
  countCommon(client: Statements, workspaceId: string, total: number): Promise<Map<string, number>>;
}

/** A weight in thousandths: whole numbers have the same sum in any order, in both databases. */
export function wholeWeight(weight: number): number {
  return Math.round(weight * 1000);
}
