import { CORRECTED_RULE } from "../../../domain/evidence/correction.ts";
import type { QuoteKind } from "../../../domain/evidence/extraction.ts";
import type { QuoteRecord } from "../../../domain/evidence/records.ts";
import type { QuoteQuery, QuoteReader, Wanted } from "../../../domain/sources/readers.ts";
import { Prisma } from "../sql.ts";
import { articleKeys, type Reading } from "./article-keys.ts";
import { idOf, inParts, keyOf } from "./keys.ts";
import { NAMING_COLUMNS, type NamedRow, publisherOfRow } from "./shown-publisher.ts";

interface QuoteRow extends NamedRow {
  id: number | bigint;
  articleId: string;
  title: string | null;
  text: string;
  start: number;
  end: number;
  kind: string;
  rule: string;
  filedOn: string;
  speakerName: string | null;
  personId: number | null;
  personName: string | null;
}

export function createQuoteReader(reading: Reading): QuoteReader {
  return {
    async find(workspaceId, { limit, offset, ...query }) {
      const keys = await findKeys(reading, workspaceId, { query, bounds: Prisma.sql`LIMIT ${limit} OFFSET ${offset}` });
      return load(reading, keys);
    },
    async count(workspaceId, query) {
      const conditions = await conditionsOf(reading, workspaceId, query);
      if (conditions === null) return 0;
      const [row] = await reading.client.$queryRaw<{ count: number | bigint }[]>`
        SELECT COUNT(*) AS "count" FROM "Quote" WHERE ${Prisma.join(conditions, " AND ")}`;
      return Number(row?.count ?? 0);
    },
    async *every(workspaceId, query) {
      const keys = await findKeys(reading, workspaceId, { query, bounds: Prisma.empty });
      yield* inParts(keys, (part) => load(reading, part));
    },
  };
}

async function findKeys(
  reading: Reading,
  workspaceId: string,
  { query, bounds }: { query: Wanted<QuoteQuery>; bounds: Prisma.Sql },
): Promise<number[]> {
  const conditions = await conditionsOf(reading, workspaceId, query);
  if (conditions === null) return [];
  const found = await reading.client.$queryRaw<{ id: number | bigint }[]>`
    SELECT "id" FROM "Quote" WHERE ${Prisma.join(conditions, " AND ")}
    ORDER BY "filedOn" DESC, "articleId" DESC, "start" ASC ${bounds}`;
  return found.map((row) => Number(row.id));
}

/** Of a whole quotation, and of a fragment within a reporter's sentence or out of a document: so many characters say something by themselves. */
const CLAUSE_CHARACTERS = 30;
const PARTIAL_CHARACTERS = 40;

/** What a row must fulfil; null where nothing can. */
async function conditionsOf(reading: Reading, workspaceId: string, query: Wanted<QuoteQuery>): Promise<Prisma.Sql[] | null> {
  const conditions = [Prisma.sql`"workspaceId" = ${workspaceId}`];
  if (query.personId !== undefined) {
    const key = keyOf("person", query.personId);
    if (key === null) return null;
    conditions.push(Prisma.sql`"personId" = ${key}`);
  }
  if (query.articleIds !== undefined) {
    const articles = await articleKeys(reading, workspaceId, query.articleIds);
    if (articles.length === 0) return null;
    conditions.push(Prisma.sql`"articleId" IN ${reading.rows.list(articles)}`);
  }
  if (query.since !== undefined) conditions.push(Prisma.sql`"filedOn" >= ${query.since}`);
  if (query.until !== undefined) conditions.push(Prisma.sql`"filedOn" <= ${query.until}`);
  if (query.isClause === true)
    conditions.push(
      Prisma.sql`LENGTH("text") >= CASE WHEN "kind" IN ('partial', 'statement') THEN CAST(${PARTIAL_CHARACTERS} AS INTEGER) ELSE CAST(${CLAUSE_CHARACTERS} AS INTEGER) END`,
    );
  if (query.onTopics !== undefined)
    conditions.push(
      Prisma.sql`NOT EXISTS (SELECT 1 FROM "Correction" x WHERE x."articleId" = "Quote"."articleId" AND x."topicKey" IN (${Prisma.join(query.onTopics)}))`,
    );
  return conditions;
}

/** In the order of the keys. */
async function load({ client, rows }: Reading, keys: number[]): Promise<QuoteRecord[]> {
  if (keys.length === 0) return [];
  const found = await client.$queryRaw<QuoteRow[]>`
    SELECT q."id", q."text", q."start", q."end", q."kind", q."rule", q."filedOn", q."speakerName", q."personId", p."name" AS "personName",
      a."externalId" AS "articleId", a."title", ${NAMING_COLUMNS}
    FROM "Quote" q JOIN "Article" a ON a."id" = q."articleId" LEFT JOIN "Source" s ON s."id" = a."sourceId"
      LEFT JOIN "Person" p ON p."id" = q."personId"
    WHERE q."id" IN ${rows.list(keys)}`;
  const byKey = new Map(found.map((row) => [Number(row.id), row]));
  return keys.flatMap((key) => byKey.get(key) ?? []).map(toQuote);
}

function toQuote(row: QuoteRow): QuoteRecord {
  return {
    id: idOf("quote", Number(row.id)),
    articleId: row.articleId,
    text: row.text,
    start: row.start,
    end: row.end,
    kind: row.kind as QuoteKind,
    speaker: speakerOf(row),
    saidOn: row.filedOn,
    url: row.url,
    publisher: publisherOfRow(row),
    title: row.title,
    ...(row.rule === CORRECTED_RULE ? { isCorrected: true } : {}),
  };
}

function speakerOf({ personId, personName, speakerName }: QuoteRow): QuoteRecord["speaker"] {
  if (personId !== null && personName !== null) return { id: idOf("person", personId), name: personName };
  return speakerName === null ? null : { id: null, name: speakerName };
}
