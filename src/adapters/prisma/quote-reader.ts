import type { QuoteKind } from "../../domain/extraction.ts";
import type { QuoteQuery, QuoteReader } from "../../domain/readers.ts";
import type { QuoteRecord } from "../../domain/records.ts";
import { articleKeys } from "./article-keys.ts";
import type { Prisma, PrismaClient } from "./generated/client.ts";
import { idOf, keyOf } from "./keys.ts";

const INCLUDE = {
  person: { select: { id: true, name: true } },
  article: { select: { externalId: true, url: true, publisher: true, title: true } },
} satisfies Prisma.QuoteInclude;

export function createQuoteReader(client: PrismaClient): QuoteReader {
  return {
    async find(workspaceId, query) {
      const articles = query.articleIds === undefined ? null : await articleKeys(client, workspaceId, query.articleIds);
      const rows = await client.quote.findMany({
        where: whereOf(workspaceId, query, articles),
        include: INCLUDE,
        orderBy: [{ filedOn: "desc" }, { articleId: "desc" }, { start: "asc" }],
        take: query.limit,
        skip: query.offset,
      });
      return rows.map(toQuote);
    },
  };
}

function whereOf(workspaceId: string, query: QuoteQuery, articles: number[] | null): Prisma.QuoteWhereInput {
  const where: Prisma.QuoteWhereInput = { workspaceId };
  if (query.personId !== undefined) where.personId = keyOf("person", query.personId) ?? -1;
  if (articles !== null) where.articleId = { in: articles };
  if (query.since !== undefined) where.filedOn = { gte: query.since };
  return where;
}

function toQuote(row: Prisma.QuoteGetPayload<{ include: typeof INCLUDE }>): QuoteRecord {
  return {
    id: idOf("quote", row.id),
    articleId: row.article.externalId,
    text: row.text,
    start: row.start,
    end: row.end,
    kind: row.kind as QuoteKind,
    speaker: speakerOf(row),
    saidOn: row.filedOn,
    url: row.article.url,
    publisher: row.article.publisher,
    title: row.article.title,
  };
}

function speakerOf(row: { person: { id: number; name: string } | null; speakerName: string | null }): QuoteRecord["speaker"] {
  if (row.person !== null) return { id: idOf("person", row.person.id), name: row.person.name };
  return row.speakerName === null ? null : { id: null, name: row.speakerName };
}
