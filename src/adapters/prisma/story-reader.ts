import type { StoryReader } from "../../domain/readers.ts";
import type { Prisma, PrismaClient } from "./generated/client.ts";
import { idOf } from "./keys.ts";

export function createStoryReader(client: PrismaClient): StoryReader {
  return {
    async find(workspaceId, query) {
      const where: Prisma.StoryWhereInput = { workspaceId };
      if (query.articleIds !== undefined) where.articles = { some: { workspaceId, externalId: { in: query.articleIds } } };
      if (query.since !== undefined) where.lastSeen = { gte: query.since };
      const rows = await client.story.findMany({
        where,
        include: { articles: { select: { externalId: true }, orderBy: [{ filedOn: "desc" }, { id: "desc" }] } },
        orderBy: [{ lastSeen: "desc" }, { id: "desc" }],
        take: query.limit,
        skip: query.offset,
      });
      return rows.map((row) => ({
        id: idOf("story", row.id),
        title: row.title,
        articleIds: row.articles.map((article) => article.externalId),
        firstSeen: row.firstSeen,
        lastSeen: row.lastSeen,
      }));
    },
  };
}
