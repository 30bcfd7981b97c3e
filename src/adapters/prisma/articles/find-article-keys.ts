import type { ArticleQuery } from "../../../domain/sources/readers.ts";
import type { PrismaClient } from "../generated/client.ts";
import { onlyRow } from "../json-rows.ts";
import type { ArticleSearch } from "../search/article-search.ts";
import { Prisma } from "../sql.ts";
import { keyOf } from "./keys.ts";

/** How much more a word of the title counts than one of the text. */
const TITLE_WEIGHT = 4;
/** Of countries that are in more articles than this, it does not matter which one is walked through. */
const MANY = 2000;
/** Where more articles than this came since an instant, those that are wanted are likely among the newest. */
const MANY_SEEN = 5000;
/** So many articles of a person, the newest, are searched for words. */
const MAX_OF_PERSON = 2000;

export interface FoundKey {
  id: number | bigint;
  externalId: string;
  score: number;
}

const COLUMNS = Prisma.sql`a."id", a."externalId"`;

export interface Searching {
  client: PrismaClient;
  search: ArticleSearch;
}

/** The keys of the articles that a query asks for: by terms the best first, or those that came last where nothing is to be weighed, else the newest. */
export async function findArticleKeys(
  searching: Searching,
  workspaceId: string,
  query: ArticleQuery & { isUnweighed?: boolean },
): Promise<FoundKey[]> {
  const { client, search } = searching;
  const conditions = [Prisma.sql`a."workspaceId" = ${workspaceId}`, ...conditionsOf(workspaceId, query)];
  const { terms, match = "any", since = null, limit } = query;
  if (terms !== undefined && query.isUnweighed === true) {
    const person = query.personId === undefined ? [] : [ofPerson(query.personId)];
    const wanted = [...conditions, ...person, ...(query.allCountries ?? []).map(ofCountry)];
    return search.newest<FoundKey>(client, {
      ...{ workspaceId, terms, match, since, limit },
      columns: Prisma.sql`${COLUMNS}, 0.0 AS "score"`,
      conditions: wanted,
    });
  }
  if (terms !== undefined) {
    return search.rank<FoundKey>(client, {
      ...{ workspaceId, terms, match, since, limit },
      titleWeight: TITLE_WEIGHT,
      columns: COLUMNS,
      joins: [],
      conditions: [...conditions, ...(query.allCountries ?? []).map(ofCountry)],
      among: query.personId === undefined ? null : newestOfPerson(query.personId),
    });
  }
  const { seenSince } = query;
  if (seenSince !== undefined && (await countSeen(client, workspaceId, seenSince)) < MANY_SEEN)
    return amongSeen(client, query, { seen: newestSeen(workspaceId, seenSince), conditions });
  const [first, ...others] = await rarestFirst(client, workspaceId, query.allCountries ?? []);
  if (query.personId !== undefined) {
    const walk = {
      table: Prisma.sql`"PersonArticle"`,
      where: Prisma.sql`w."personId" = ${keyOf("person", query.personId) ?? -1}`,
    };
    return newest(client, query, { walk, conditions: [...conditions, ...(query.allCountries ?? []).map(ofCountry)] });
  }
  if (first !== undefined) {
    const where = Prisma.sql`w."workspaceId" = ${workspaceId} AND w."code" = ${first}`;
    return newest(client, query, {
      walk: { table: Prisma.sql`"ArticleCountry"`, where },
      conditions: [...conditions, ...others.map(ofCountry)],
    });
  }
  return client.$queryRaw<FoundKey[]>`
    SELECT ${COLUMNS}, 0.0 AS "score" FROM "Article" a WHERE ${Prisma.join(conditions, " AND ")}
    ORDER BY a."filedOn" DESC, a."id" DESC LIMIT ${query.limit}`;
}

/** Of the articles that came since then, which are few, those that are wanted: a digest that finds nothing new need not walk through all that is old. */
function amongSeen(
  client: PrismaClient,
  query: ArticleQuery,
  { seen, conditions }: { seen: Prisma.Sql; conditions: Prisma.Sql[] },
): Promise<FoundKey[]> {
  const person = query.personId === undefined ? [] : [ofPerson(query.personId)];
  const wanted = [Prisma.sql`a."id" = n."id"`, ...conditions, ...person, ...(query.allCountries ?? []).map(ofCountry)];
  return client.$queryRaw<FoundKey[]>`
    SELECT ${COLUMNS}, 0.0 AS "score" FROM (${seen}) n CROSS JOIN "Article" a WHERE ${Prisma.join(wanted, " AND ")}
    ORDER BY a."filedOn" DESC, a."id" DESC LIMIT ${query.limit}`;
}

/** How many articles came since then, up to a bound. */
async function countSeen(client: PrismaClient, workspaceId: string, since: string): Promise<number> {
  const rows = await client.$queryRaw<{ count: number | bigint }[]>`
    SELECT count(*) AS "count" FROM (${newestSeen(workspaceId, since)}) n`;
  return Number(onlyRow(rows).count);
}

function newestSeen(workspaceId: string, since: string): Prisma.Sql {
  return Prisma.sql`
    SELECT "id" FROM "Article" WHERE "workspaceId" = ${workspaceId} AND "firstSeenAt" >= ${new Date(since)}
    ORDER BY "firstSeenAt" DESC LIMIT ${MANY_SEEN}`;
}

/**
 * Walks an index that has an article's day in it, newest first, until enough are found: to sort all articles on a country would cost more
 * with each article that is stored. The order of the join is said, because SQLite keeps to it.
 */
function newest(
  client: PrismaClient,
  query: ArticleQuery,
  { walk, conditions }: { walk: { table: Prisma.Sql; where: Prisma.Sql }; conditions: Prisma.Sql[] },
): Promise<FoundKey[]> {
  const days = [
    ...(query.since === undefined ? [] : [Prisma.sql`w."filedOn" >= ${query.since}`]),
    ...(query.until === undefined ? [] : [Prisma.sql`w."filedOn" <= ${query.until}`]),
  ];
  return client.$queryRaw<FoundKey[]>`
    SELECT ${COLUMNS}, 0.0 AS "score" FROM ${walk.table} w CROSS JOIN "Article" a
    WHERE ${Prisma.join([walk.where, ...days, Prisma.sql`a."id" = w."articleId"`, ...conditions], " AND ")}
    ORDER BY w."filedOn" DESC, w."articleId" DESC LIMIT ${query.limit}`;
}

/** The country that fewest articles name first: of two that few name together, its articles are all that need be looked at. */
async function rarestFirst(client: PrismaClient, workspaceId: string, codes: string[]): Promise<string[]> {
  if (codes.length < 2) return codes;
  const counted = await Promise.all(
    codes.map(async (code) => {
      const rows = await client.$queryRaw<{ count: number | bigint }[]>`
        SELECT count(*) AS "count" FROM (
          SELECT 1 FROM "ArticleCountry" WHERE "workspaceId" = ${workspaceId} AND "code" = ${code} LIMIT ${MANY}
        ) c`;
      return { code, count: Number(onlyRow(rows).count) };
    }),
  );
  return counted.sort((a, b) => a.count - b.count).map(({ code }) => code);
}

function ofCountry(code: string): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT 1 FROM "ArticleCountry" c WHERE c."articleId" = a."id" AND c."code" = ${code})`;
}

function ofPerson(personId: string): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT 1 FROM "PersonArticle" p WHERE p."personId" = ${keyOf("person", personId) ?? -1} AND p."articleId" = a."id")`;
}

function newestOfPerson(personId: string): Prisma.Sql {
  return Prisma.sql`
    SELECT "articleId" FROM "PersonArticle" WHERE "personId" = ${keyOf("person", personId) ?? -1}
    ORDER BY "filedOn" DESC, "articleId" DESC LIMIT ${MAX_OF_PERSON}`;
}

function conditionsOf(workspaceId: string, query: ArticleQuery): Prisma.Sql[] {
  const conditions: Prisma.Sql[] = [];
  if (query.someCountries !== undefined) {
    const { codes, min } = query.someCountries;
    conditions.push(
      Prisma.sql`a."id" IN (SELECT "articleId" FROM "ArticleCountry" WHERE "workspaceId" = ${workspaceId} AND "code" IN (${Prisma.join(codes)}) GROUP BY "articleId" HAVING count(*) >= ${min})`,
    );
  }
  conditions.push(...(query.otherPersonIds ?? []).map(ofPerson));
  for (const key of query.onTopics ?? [])
    conditions.push(Prisma.sql`NOT EXISTS (SELECT 1 FROM "Correction" x WHERE x."articleId" = a."id" AND x."topicKey" = ${key})`);
  if (query.since !== undefined) conditions.push(Prisma.sql`a."filedOn" >= ${query.since}`);
  if (query.until !== undefined) conditions.push(Prisma.sql`a."filedOn" <= ${query.until}`);
  if (query.seenSince !== undefined) conditions.push(Prisma.sql`a."firstSeenAt" >= ${new Date(query.seenSince)}`);
  if (query.among !== undefined)
    conditions.push(query.among.length === 0 ? Prisma.sql`1 = 0` : Prisma.sql`a."externalId" IN (${Prisma.join(query.among)})`);
  if (query.revisedOf !== undefined)
    conditions.push(
      query.revisedOf.length === 0
        ? Prisma.sql`1 = 0`
        : Prisma.sql`a."revision" > 1 AND a."externalId" IN (${Prisma.join(query.revisedOf)})`,
    );
  if (query.publishedSince !== undefined)
    conditions.push(Prisma.sql`(a."publishedAt" >= ${query.publishedSince} OR a."publishedAt" IS NULL OR a."revision" > 1)`);
  if (query.newSince !== undefined) conditions.push(cameOrChanged(new Date(query.newSince)));
  return conditions;
}

function cameOrChanged(since: Date): Prisma.Sql {
  return Prisma.sql`(a."firstSeenAt" >= ${since} OR (a."revision" > 1 AND EXISTS (
    SELECT 1 FROM "Revision" v WHERE v."articleId" = a."id" AND v."revision" = a."revision" AND v."seenAt" >= ${since})))`;
}
