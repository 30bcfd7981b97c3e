import type { PrismaClient } from "../generated/client.ts";
import type { JsonRows } from "../json-rows.ts";

/** What a reader works with. */
export interface Reading {
  client: PrismaClient;
  rows: JsonRows;
}

/** The store's keys of articles by the ids that callers gave them: conditions on keys can use the indexes of other tables. */
export async function articleKeys({ client, rows }: Reading, workspaceId: string, articleIds: string[]): Promise<number[]> {
  if (articleIds.length === 0) return [];
  const found = await client.$queryRaw<{ id: number | bigint }[]>`
    SELECT "id" FROM "Article" WHERE "workspaceId" = ${workspaceId} AND "externalId" IN ${rows.list(articleIds)}`;
  return found.map((row) => Number(row.id));
}
