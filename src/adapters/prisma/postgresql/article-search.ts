import { oldestKey } from "../articles/oldest-key.ts";
import type { ArticleSearch, NewestQuery, SearchQuery } from "../search/article-search.ts";
import { type HeldTerm, rarestTerms } from "../search/choose-terms.ts";
import { queryWords } from "../search/index-words.ts";
import { scopeWord } from "../search/scope-word.ts";
import { createSearchStatistics, newestKey, type SearchStatistics } from "../search/search-statistics.ts";
import { Prisma } from "../sql.ts";
import type { Transaction } from "../transaction.ts";
import { countMatches, countStore } from "./count-matches.ts";
import { indexDocument, phraseQuery } from "./index-document.ts";

/** BM25 (Robertson and Zaragoza, 2009) with the constants of SQLite's FTS5, and its floor for words that most articles hold. */
const K1 = 1.2;
const B = 0.75;
const MIN_IDF = 1e-6;
/** Of words in more articles than this, the newest so many are looked at. */
const MAX_RANKED = 2000;
/** So many terms, the rarest, are ranked roughly: each is read for each article. */
const MAX_ROUGH = 8;
/** So many times the articles asked for are weighed exactly, and at least so many. */
const WEIGHED = 3;
const MIN_WEIGHED = 100;
/** How PostgreSQL's own rank weighs a word of the text, where one of the title is 1: as BM25 does when it stands there once. */
const TEXT_WEIGHT = 0.6;

/** Full-text search by PostgreSQL's tsvector. The statistics are one process's, and kept for a while. */
export function createPostgresqlSearch(): ArticleSearch {
  const statistics = createSearchStatistics({ store: countStore, matches: countMatches });
  return {
    rank: (client, query) => rank(client, statistics, query),
    newest: (client, query) => newest(client, statistics, query),
    count: (client, terms) => countTerms(client, statistics, terms),
    index(article) {
      const { document, length } = indexDocument(article);
      return Prisma.sql`
        INSERT INTO "article_search" ("articleId", "document", "length") VALUES (${article.key}, ${document}::tsvector, ${length})
        ON CONFLICT ("articleId") DO UPDATE SET "document" = excluded."document", "length" = excluded."length"`;
    },
  };
}

interface WeightedTerm extends HeldTerm {
  query: string;
  words: string[];
  idf: number;
}

/**
 * PostgreSQL's rank does not know how rare a word is. So the index finds, its rank with the words' rarity chooses those worth a closer
 * look, and BM25 over their words orders them as SQLite would.
 */
async function rank<Row>(
  client: Transaction,
  statistics: SearchStatistics,
  query: SearchQuery,
): Promise<(Row & { score: number })[]> {
  const read = await readTerms(client, statistics, query);
  if (read === null) return [];
  return fromNewest(client, { ...query, ...read }, (bounds) => weigh<Row>(client, query, { ...read, ...bounds }));
}

async function newest<Row>(client: Transaction, statistics: SearchStatistics, query: NewestQuery): Promise<Row[]> {
  const read = await readTerms(client, statistics, query);
  if (read === null) return [];
  const unweighed = { ...query, among: null };
  return fromNewest(client, { ...unweighed, ...read }, (bounds) => {
    const from = Prisma.sql`"article_search" s ${bounds.isFew ? EACH : ALL}`;
    const where = Prisma.join(conditionsOf(unweighed, { ...read, ...bounds }), " AND ");
    // The sum keeps the server from walking through all articles in the order of their keys, and reading each one's words.
    return client.$queryRaw<Row[]>`
      SELECT ${query.columns} FROM ${from} WHERE ${where} ORDER BY s."articleId" + 0 DESC LIMIT ${query.limit}`;
  });
}

interface ReadTerms {
  terms: WeightedTerm[];
  chosen: WeightedTerm[];
  total: number;
  averageLength: number;
  /** To look for the word of a workspace that has most of the articles is to read a list of them all. */
  isScoped: boolean;
}

/** Null where no term is a word. */
async function readTerms(client: Transaction, statistics: SearchStatistics, query: NewestQuery): Promise<ReadTerms | null> {
  const wanted = queryWords(query.terms);
  if (wanted.length === 0) return null;
  const phrases = wanted.map(phraseQuery);
  const scope = phraseQuery([scopeWord(query.workspaceId)]);
  const { total, averageLength, counts } = await statistics(client, [scope, ...phrases]);
  const terms = wanted.map((words, at): WeightedTerm => {
    const phrase = phrases[at] ?? "";
    const held = counts.get(phrase) ?? 0;
    return { query: phrase, words, held, idf: idf(total, held) };
  });
  const chosen = total <= MAX_RANKED || query.match === "all" ? terms : rarestTerms(terms, MAX_RANKED);
  return { terms, chosen, total, averageLength, isScoped: total <= MAX_RANKED || (counts.get(scope) ?? 0) < total / 2 };
}

type Bounds = Pick<Weighing, "oldest" | "isFew">;

/** Looks among the newest articles first where the words are common. */
async function fromNewest<Row>(
  client: Transaction,
  query: Pick<SearchQuery, "workspaceId" | "match" | "among" | "since" | "limit"> & Pick<ReadTerms, "chosen" | "total">,
  look: (bounds: Bounds) => Promise<Row[]>,
): Promise<Row[]> {
  const filed = query.since === null ? 0 : await oldestKey(client, query.workspaceId, query.since);
  const ranked = await oldestRanked(client, query);
  const oldest = Math.max(filed, ranked);
  const found = await look({ oldest, isFew: ranked === 0 && query.among === null });
  // Words that are common by themselves may be rare together, or on the days that are wanted.
  return found.length < query.limit && oldest > filed ? look({ oldest: filed, isFew: false }) : found;
}

/**
 * The smallest key that is looked at: of common words the newest articles are enough, and the index has them in no order. Of the articles
 * of one person, which are few, all are looked at.
 */
async function oldestRanked(
  client: Transaction,
  query: Pick<SearchQuery, "match" | "among"> & Pick<ReadTerms, "chosen" | "total">,
): Promise<number> {
  const { chosen, total } = query;
  const counts = chosen.map(({ held }) => held);
  const held = query.match === "all" ? Math.min(...counts) : Math.max(...counts);
  if (query.among !== null || held <= MAX_RANKED) return 0;
  const newest = await newestKey(client);
  return newest - Math.ceil((MAX_RANKED * Math.max(total, held)) / held);
}

interface Weighing extends Omit<ReadTerms, "total"> {
  oldest: number;
  /** Whether no more than some thousand articles of all match, as far as is known. */
  isFew: boolean;
}

/** One by one by their keys: the server takes a query's matches for more than they are, and would read the keys of the whole workspace. */
const EACH = Prisma.sql`CROSS JOIN LATERAL (SELECT * FROM "Article" x WHERE x."id" = s."articleId" OFFSET 0) a`;
const ALL = Prisma.sql`JOIN "Article" a ON a."id" = s."articleId"`;

function conditionsOf(
  query: Pick<SearchQuery, "workspaceId" | "match" | "among" | "conditions">,
  { chosen, isScoped, oldest }: Pick<Weighing, "chosen" | "isScoped" | "oldest">,
): Prisma.Sql[] {
  const operator = query.match === "all" ? " & " : " | ";
  const match = `${isScoped ? `'${scopeWord(query.workspaceId)}' & ` : ""}(${chosen.map((term) => `(${term.query})`).join(operator)})`;
  return [
    Prisma.sql`s."document" @@ ${match}::tsquery`,
    // Of both, because the server does not conclude it: it would read the keys of the whole workspace to join them with these.
    ...(oldest === 0 ? [] : [Prisma.sql`s."articleId" >= ${oldest} AND a."id" >= ${oldest}`]),
    ...(query.among === null ? [] : [Prisma.sql`s."articleId" IN (${query.among})`]),
    Prisma.sql`a."workspaceId" = ${query.workspaceId}`,
    ...query.conditions,
  ];
}

function weigh<Row>(client: Transaction, query: SearchQuery, weighing: Weighing): Promise<(Row & { score: number })[]> {
  const { terms, averageLength, isFew } = weighing;
  const conditions = conditionsOf(query, weighing);
  const joins = query.joins.length === 0 ? Prisma.empty : Prisma.join(query.joins, " ");
  const length = Prisma.sql`(1 - ${B}::float8 + ${B}::float8 * "length" / ${averageLength}::float8)`;
  return client.$queryRaw<(Row & { score: number })[]>`
    WITH "wanted" AS MATERIALIZED (
      SELECT * FROM json_to_recordset(${JSON.stringify(wantedWords(terms))}::json) AS w("term" int, "word" text, "idf" float8, "words" int)
    ), "near" AS MATERIALIZED (
      SELECT a."id", s."document", s."length" FROM "article_search" s ${isFew ? EACH : ALL} ${joins}
      WHERE ${Prisma.join(conditions, " AND ")}
      ORDER BY (${roughScore(terms)}) / (1 + ${K1}::float8 * ${length}) DESC, a."id" DESC
      LIMIT ${Math.max(MIN_WEIGHED, WEIGHED * query.limit)}
    )
    SELECT ${query.columns}, weighed."score" FROM "near" n JOIN "Article" a ON a."id" = n."id" CROSS JOIN LATERAL (
      SELECT coalesce(sum(t."idf" * t."uses" * (${K1}::float8 + 1) / (t."uses" + ${K1}::float8 * ${length})), 0) AS "score" FROM (
        SELECT min(w."idf") AS "idf", min(f."uses") AS "uses"
        FROM unnest(n."document") u JOIN "wanted" w ON w."word" = u."lexeme" CROSS JOIN LATERAL (
          SELECT sum(CASE WHEN x = 'A' THEN ${query.titleWeight}::float8 ELSE 1 END) AS "uses" FROM unnest(u."weights") x
        ) f
        GROUP BY w."term" HAVING count(*) = min(w."words")
      ) t
    ) weighed
    ORDER BY weighed."score" DESC, a."id" DESC LIMIT ${query.limit}`;
}

function idf(total: number, holding: number): number {
  const value = Math.log((total - holding + 0.5) / (holding + 0.5));
  return value > MIN_IDF ? value : MIN_IDF;
}

/** A phrase is there as often as the rarest of its words, and only where all of them are. */
function wantedWords(terms: WeightedTerm[]) {
  return terms.flatMap(({ words, idf }, term) => {
    const different = [...new Set(words)];
    return different.map((word) => ({ term, word, idf, words: different.length }));
  });
}

function roughScore(terms: WeightedTerm[]): Prisma.Sql {
  // In the order D, C, B, A.
  const weights = `{${TEXT_WEIGHT}, 0, 0, 1}`;
  const rarest = [...terms].sort((a, b) => a.held - b.held).slice(0, MAX_ROUGH);
  const parts = rarest.map(
    ({ query, idf }) => Prisma.sql`${idf}::float8 * ts_rank(${weights}::float4[], s."document", ${query}::tsquery)`,
  );
  return Prisma.join(parts, " + ");
}

async function countTerms(client: Transaction, statistics: SearchStatistics, terms: string[]): Promise<Map<string, number>> {
  const words = terms.filter((term) => /^[\p{L}\p{N}\p{Co}]+$/u.test(term));
  if (words.length === 0) return new Map();
  const { counts } = await statistics(
    client,
    words.map((word) => phraseQuery([word])),
  );
  return new Map(words.map((word) => [word, counts.get(phraseQuery([word])) ?? 0]));
}
