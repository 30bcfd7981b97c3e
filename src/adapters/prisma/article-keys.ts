import { Prisma, type PrismaClient } from "./generated/client.ts";

/** The store's keys of articles by the ids that callers gave them: conditions on keys can use the indexes of other tables. */
export async function articleKeys(client: PrismaClient, workspaceId: string, articleIds: string[]): Promise<number[]> {
  if (articleIds.length === 0) return [];
  const rows = await client.$queryRaw<{ id: number | bigint }[]>`
    SELECT "id" FROM "Article" WHERE "workspaceId" = ${workspaceId}
      AND "externalId" IN (${Prisma.join(articleIds)})`;
  return rows.map((row) => Number(row.id));
}
