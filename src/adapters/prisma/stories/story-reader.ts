import type { StoryRecord } from "../../../domain/evidence/records.ts";
import type { StoryQuery, StoryReader, Wanted } from "../../../domain/sources/readers.ts";
import { articleKeys, type Reading } from "../articles/article-keys.ts";
import { idOf, inParts } from "../articles/keys.ts";
import { Prisma } from "../sql.ts";

export function createStoryReader(reading: Reading): StoryReader {
  return {
    async find(workspaceId, { limit, offset, ...query }) {
      const keys = await findKeys(reading, workspaceId, { query, bounds: Prisma.sql`LIMIT ${limit} OFFSET ${offset}` });
      return load(reading, keys);
    },
    count: (workspaceId) => reading.client.story.count({ where: { workspaceId } }),
    async *every(workspaceId, query) {
      const keys = await findKeys(reading, workspaceId, { query, bounds: Prisma.empty });
      yield* inParts(keys, (part) => load(reading, part));
    },
  };
}

async function findKeys(
  reading: Reading,
  workspaceId: string,
  { query, bounds }: { query: Wanted<StoryQuery>; bounds: Prisma.Sql },
): Promise<number[]> {
  const { client, rows } = reading;
  const conditions = [Prisma.sql`"workspaceId" = ${workspaceId}`];
  if (query.articleIds !== undefined) {
    const articles = await articleKeys(reading, workspaceId, query.articleIds);
    if (articles.length === 0) return [];
    conditions.push(Prisma.sql`"id" IN (SELECT "storyId" FROM "Article" WHERE "id" IN ${rows.list(articles)})`);
  }
  if (query.since !== undefined) conditions.push(Prisma.sql`"lastSeen" >= ${query.since}`);
  const found = await client.$queryRaw<{ id: number | bigint }[]>`
    SELECT "id" FROM "Story" WHERE ${Prisma.join(conditions, " AND ")} ORDER BY "lastSeen" DESC, "id" DESC ${bounds}`;
  return found.map((row) => Number(row.id));
}

async function load({ client, rows }: Reading, keys: number[]): Promise<StoryRecord[]> {
  if (keys.length === 0) return [];
  const stories = await client.story.findMany({ where: { id: { in: keys } } });
  const articles = await client.$queryRaw<{ storyId: number | bigint; articleId: string }[]>`
    SELECT "storyId", "externalId" AS "articleId" FROM "Article" WHERE "storyId" IN ${rows.list(keys)}
    ORDER BY "filedOn" DESC, "id" DESC`;
  const ids = new Map<number, string[]>(keys.map((key) => [key, []]));
  for (const { storyId, articleId } of articles) ids.get(Number(storyId))?.push(articleId);
  const byKey = new Map(stories.map((story) => [story.id, story]));
  return keys
    .flatMap((key) => byKey.get(key) ?? [])
    .map(({ id, title, firstSeen, lastSeen }) => ({
      id: idOf("story", id),
      title,
      articleIds: ids.get(id) ?? [],
      firstSeen,
      lastSeen,
    }));
}
