import type { RereadStore } from "../../../domain/evidence/reread-store.ts";
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
      return rows.map(({ id, workspaceId, fingerprint, filedOn, externalId, ...row }) => {
        const { url, title, publisher, author, language, publishedAt, text, reading } = row;
        const article = { id: externalId, url, title, publisher, author, language, publishedAt, text };
        return { key: id, workspaceId, fingerprint, filedOn, article, reading: typeof reading === "object" ? reading : null };
      });
    },
  };
}
