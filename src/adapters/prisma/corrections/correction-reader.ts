import type { CorrectionReader } from "../../../domain/evidence/correction.ts";
import { idOf } from "../articles/keys.ts";
import type { PrismaClient } from "../generated/client.ts";
import { readContent } from "./correction-content.ts";

export function createCorrectionReader(client: PrismaClient): CorrectionReader {
  return {
    async list(workspaceId, { limit, offset }) {
      const rows = await client.correction.findMany({
        where: { workspaceId },
        include: {
          article: { select: { externalId: true, title: true } },
          reports: { select: { article: { select: { externalId: true } } }, orderBy: { articleId: "asc" } },
        },
        orderBy: { id: "desc" },
        take: limit,
        skip: offset,
      });
      return rows.map((row) => ({
        id: idOf("correction", row.id),
        content: readContent(row.content),
        article: row.article === null ? null : { id: row.article.externalId, title: row.article.title },
        articleIds: row.reports.map(({ article }) => article.externalId),
        setBy: row.setBy,
        setAt: row.setAt.toISOString(),
      }));
    },
    count: (workspaceId) => client.correction.count({ where: { workspaceId } }),
    async names(workspaceId, limit) {
      const rows = await client.nameRule.findMany({ where: { workspaceId }, orderBy: { id: "desc" }, take: limit });
      return rows.map(({ kind, key, otherKey, setBy, setAt }) => ({
        kind: kind === "same" ? "same" : "different",
        key,
        otherKey,
        setBy,
        setAt: setAt.toISOString(),
      }));
    },
  };
}
