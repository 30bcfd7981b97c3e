import { nameKey } from "../../../domain/evidence/fold-name.ts";
import { foldRoles } from "../../../domain/evidence/fold-roles.ts";
import type { PersonRecord } from "../../../domain/evidence/records.ts";
import type { PeopleReader } from "../../../domain/sources/readers.ts";
import { inheritCountry } from "../../../evidence/inherit-country.ts";
import { type CountedRole, orderRoles } from "../../../evidence/order-roles.ts";
import { withoutTitles } from "../../../extract/en/titles.ts";
import { nameWords } from "../../../extract/names.ts";
import { articleKeys, type Reading } from "../articles/article-keys.ts";
import { idOf, inParts } from "../articles/keys.ts";
import type { PrismaClient } from "../generated/client.ts";
import { readGathered } from "../json-rows.ts";
import { Prisma } from "../sql.ts";

/** So many articles of a person are listed at most, newest first. */
const MAX_ARTICLES = 200;

const ROLE = ["title", "affiliation", "country", "firstSeen", "lastSeen", "uses"] as const;

interface PersonRow {
  id: number | bigint;
  name: string;
  country: string | null;
  uses: number | bigint;
  /** What `rows.gathered` gives. */
  aliases: unknown;
  roles: unknown;
}

/** The ids of articles, by the key of the person whom they name. */
type ArticleIds = ReadonlyMap<number, string[]>;

export function createPeopleReader(reading: Reading): PeopleReader {
  const { client } = reading;
  return {
    byName: (workspaceId, name, limit) => byName(reading, { workspaceId, name, limit }),
    inArticles: (workspaceId, articleIds, limit) => inArticles(reading, workspaceId, { articleIds, limit }),
    async names(workspaceId, limit) {
      const rows = await client.person.findMany({
        where: { workspaceId },
        select: { name: true },
        orderBy: [{ uses: "desc" }, { id: "asc" }],
        take: limit,
      });
      return rows.map((row) => row.name);
    },
    async all(workspaceId, { limit, offset }) {
      const people = await findKeys(client, workspaceId, Prisma.sql`LIMIT ${limit} OFFSET ${offset}`);
      return loadWithArticles(reading, people);
    },
    count: (workspaceId) => client.person.count({ where: { workspaceId } }),
    async *every(workspaceId) {
      const people = await findKeys(client, workspaceId, Prisma.empty);
      yield* inParts(people, (part) => loadWithArticles(reading, part));
    },
  };
}

interface PersonKey {
  id: number;
  uses: number;
}

async function findKeys(client: PrismaClient, workspaceId: string, bounds: Prisma.Sql): Promise<PersonKey[]> {
  const found = await client.$queryRaw<{ id: number | bigint; uses: number | bigint }[]>`
    SELECT "id", "uses" FROM "Person" WHERE "workspaceId" = ${workspaceId} ORDER BY "uses" DESC, "name", "id" ${bounds}`;
  return found.map(({ id, uses }) => ({ id: Number(id), uses: Number(uses) }));
}

async function loadWithArticles(reading: Reading, people: PersonKey[]): Promise<PersonRecord[]> {
  const articles = await newestArticles(reading, people);
  return load(
    reading,
    people.map(({ id }) => id),
    articles,
  );
}

async function inArticles(
  reading: Reading,
  workspaceId: string,
  query: { articleIds: string[]; limit: number },
): Promise<PersonRecord[]> {
  const { client, rows } = reading;
  const keys = await articleKeys(reading, workspaceId, query.articleIds);
  if (keys.length === 0) return [];
  const named = await client.$queryRaw<{ personId: number | bigint; articleId: string }[]>`
    SELECT p."personId", a."externalId" AS "articleId" FROM "PersonArticle" p JOIN "Article" a ON a."id" = p."articleId"
    WHERE p."articleId" IN ${rows.list(keys)} ORDER BY p."filedOn" DESC, p."articleId" DESC`;
  const articles = new Map<number, string[]>();
  for (const { personId, articleId } of named)
    articles.set(Number(personId), [...(articles.get(Number(personId)) ?? []), articleId]);
  const most = [...articles].sort(([a, one], [b, other]) => other.length - one.length || a - b).slice(0, query.limit);
  return load(
    reading,
    most.map(([key]) => key),
    articles,
  );
}

async function byName(reading: Reading, query: { workspaceId: string; name: string; limit: number }): Promise<PersonRecord[]> {
  const { workspaceId, name, limit } = query;
  const bare = withoutTitles(name);
  const words = [...new Set(nameWords(bare))];
  if (words.length === 0) return [];
  // Many may bear one name: those who are called just so come first, then those whom most articles name.
  const best = await reading.client.$queryRaw<{ id: number | bigint; uses: number | bigint }[]>`
    SELECT p."id", p."uses" FROM "Person" p WHERE p."id" IN (
      SELECT w."personId" FROM "NameWord" w WHERE w."workspaceId" = ${workspaceId} AND w."word" IN (${Prisma.join(words)})
      GROUP BY w."personId" HAVING count(*) = ${words.length}
    ) ORDER BY CASE WHEN EXISTS (SELECT 1 FROM "Alias" x WHERE x."personId" = p."id" AND x."key" IN (${nameKey(name)}, ${nameKey(bare)})) THEN 0 ELSE 1 END,
      p."uses" DESC, p."name", p."id" LIMIT ${limit}`;
  return loadWithArticles(
    reading,
    best.map(({ id, uses }) => ({ id: Number(id), uses: Number(uses) })),
  );
}

/** Whoever is in few articles is looked up with others like them; of somebody in thousands the newest are one walk of an index. */
async function newestArticles({ client, rows }: Reading, people: PersonKey[]): Promise<ArticleIds> {
  const articles = new Map<number, string[]>(people.map(({ id }) => [id, []]));
  const few = people.filter(({ uses }) => uses <= MAX_ARTICLES).map(({ id }) => id);
  if (few.length > 0) {
    const named = await client.$queryRaw<{ personId: number | bigint; articleId: string }[]>`
      SELECT p."personId", a."externalId" AS "articleId" FROM "PersonArticle" p JOIN "Article" a ON a."id" = p."articleId"
      WHERE p."personId" IN ${rows.list(few)} ORDER BY p."filedOn" DESC, p."articleId" DESC`;
    for (const { personId, articleId } of named) articles.get(Number(personId))?.push(articleId);
  }
  for (const { id, uses } of people) {
    if (uses <= MAX_ARTICLES) continue;
    const newest = await client.$queryRaw<{ articleId: string }[]>`
      SELECT a."externalId" AS "articleId" FROM (
        SELECT "articleId", "filedOn" FROM "PersonArticle" WHERE "personId" = ${id} ORDER BY "filedOn" DESC, "articleId" DESC LIMIT ${MAX_ARTICLES}
      ) p JOIN "Article" a ON a."id" = p."articleId" ORDER BY p."filedOn" DESC, p."articleId" DESC`;
    articles.set(
      id,
      newest.map((row) => row.articleId),
    );
  }
  return articles;
}

/** In the order of the keys. One statement past Prisma's own rows: hundreds of people have thousands of aliases and roles. */
async function load({ client, rows }: Reading, keys: number[], articles: ArticleIds): Promise<PersonRecord[]> {
  if (keys.length === 0) return [];
  const aliases = Prisma.sql`SELECT "name" FROM "Alias" WHERE "personId" = p."id" ORDER BY "uses" DESC, "name"`;
  const roles = Prisma.sql`
    SELECT ${Prisma.raw(ROLE.map((name) => `"${name}"`).join(", "))} FROM "Role" WHERE "personId" = p."id"
    ORDER BY "lastSeen" DESC, "uses" DESC, "firstArticleId", "firstPlace"`;
  const found = await client.$queryRaw<PersonRow[]>`
    SELECT p."id", p."name", p."country", p."uses", ${rows.gathered(["name"], aliases)} AS "aliases", ${rows.gathered(ROLE, roles)} AS "roles"
    FROM "Person" p WHERE p."id" IN ${rows.list(keys)}`;
  const byKey = new Map(found.map((row) => [Number(row.id), row]));
  return keys.flatMap((key) => byKey.get(key) ?? []).map((row) => toPerson(row, articles));
}

function toPerson(row: PersonRow, articles: ArticleIds): PersonRecord {
  const id = Number(row.id);
  const roles = readGathered<CountedRole>(row.roles);
  return {
    id: idOf("person", id),
    name: row.name,
    aliases: readGathered<{ name: string }>(row.aliases)
      .map((alias) => alias.name)
      .filter((name) => name !== row.name),
    roles: orderRoles(foldRoles(inheritCountry(roles, row.country))).map(
      ({ title, affiliation, country, firstSeen, lastSeen }) => ({
        title,
        affiliation,
        country,
        firstSeen,
        lastSeen,
      }),
    ),
    articles: Number(row.uses),
    articleIds: articles.get(id) ?? [],
  };
}
