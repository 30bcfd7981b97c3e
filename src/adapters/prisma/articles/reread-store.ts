import type { Article } from "../../../domain/evidence/article.ts";
import type { OutdatedArticle, RereadStore } from "../../../domain/evidence/reread-store.ts";
import type { PrismaClient } from "../generated/client.ts";

export function createRereadStore(client: PrismaClient): RereadStore {
  return {
    async counts(engineVersion) {
      const left = await client.article.count({ where: { engineVersion: { lt: engineVersion } } });
      return { done: await client.article.count({ where: { engineVersion: { gte: engineVersion } } }), left };
    },
    async outdated(engineVersion, { below, limit }) {
      const rows = await client.article.findMany({
        where: { engineVersion: { lt: engineVersion }, ...(below === null ? {} : { id: { lt: below } }) },
        orderBy: { id: "desc" },
        take: limit,
      });
      return rows.map(({ id, workspaceId, fingerprint, filedOn, ...row }) => ({
        ...{ key: id, workspaceId, fingerprint, filedOn },
        ...articleOf(row),
      }));
    },
    async stored(workspaceId, named) {
      const where = { workspaceId, OR: [{ externalId: named }, { url: named }] };
      const row = await client.article.findFirst({ where, orderBy: { id: "desc" } });
      return row === null ? null : articleOf(row);
    },
  };
}

type Row = Omit<Article, "id"> & { externalId: string; reading: unknown };

function articleOf({ externalId, reading, ...row }: Row): Pick<OutdatedArticle, "article" | "reading"> {
  const { url, title, publisher, author, language, publishedAt, text } = row;
  const article = { id: externalId, url, title, publisher, author, language, publishedAt, text };
  return { article, reading: typeof reading === "object" ? reading : null };
}
