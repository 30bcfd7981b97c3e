import { foldRoles } from "../../domain/fold-roles.ts";
import type { PeopleReader } from "../../domain/readers.ts";
import type { PersonRecord } from "../../domain/records.ts";
import { nameKey, nameWords } from "../../extract/names.ts";
import { articleKeys } from "./article-keys.ts";
import type { Prisma, PrismaClient } from "./generated/client.ts";
import { idOf } from "./keys.ts";

/** So many articles of a person are listed at most, newest first. */
const MAX_ARTICLES = 200;

const INCLUDE = {
  aliases: { orderBy: [{ uses: "desc" }, { name: "asc" }] },
  roles: { orderBy: [{ lastSeen: "desc" }, { uses: "desc" }, { id: "asc" }] },
  articles: {
    select: { article: { select: { externalId: true } } },
    orderBy: [{ filedOn: "desc" }, { articleId: "desc" }],
    take: MAX_ARTICLES,
  },
} satisfies Prisma.PersonInclude;

type PersonRow = Prisma.PersonGetPayload<{ include: typeof INCLUDE }>;

export function createPeopleReader(client: PrismaClient): PeopleReader {
  return {
    byName: (workspaceId, name, limit) => byName(client, { workspaceId, name, limit }),
    inArticles: (workspaceId, articleIds, limit) => inArticles(client, workspaceId, { articleIds, limit }),
    async names(workspaceId, limit) {
      const rows = await client.person.findMany({
        where: { workspaceId },
        select: { name: true },
        orderBy: [{ articles: { _count: "desc" } }, { id: "asc" }],
        take: limit,
      });
      return rows.map((row) => row.name);
    },
    async all(workspaceId, page) {
      const rows = await client.person.findMany({
        where: { workspaceId },
        include: INCLUDE,
        orderBy: [{ articles: { _count: "desc" } }, { name: "asc" }, { id: "asc" }],
        take: page.limit,
        skip: page.offset,
      });
      return rows.map(toPerson);
    },
  };
}

async function inArticles(
  client: PrismaClient,
  workspaceId: string,
  query: { articleIds: string[]; limit: number },
): Promise<PersonRecord[]> {
  const articles = await articleKeys(client, workspaceId, query.articleIds);
  const named = await client.personArticle.groupBy({
    by: ["personId"],
    where: { articleId: { in: articles } },
    _count: true,
    orderBy: [{ _count: { articleId: "desc" } }, { personId: "asc" }],
    take: query.limit,
  });
  const include = { ...INCLUDE, articles: { ...INCLUDE.articles, where: { articleId: { in: articles } } } };
  const rows = await client.person.findMany({ where: { id: { in: named.map((each) => each.personId) } }, include });
  const byKey = new Map(rows.map((row) => [row.id, row]));
  return named.flatMap((each) => {
    const row = byKey.get(each.personId);
    return row === undefined ? [] : [toPerson(row)];
  });
}

async function byName(
  client: PrismaClient,
  query: { workspaceId: string; name: string; limit: number },
): Promise<PersonRecord[]> {
  const { workspaceId, name, limit } = query;
  const words = [...new Set(nameWords(name))];
  if (words.length === 0) return [];
  const hits = await client.nameWord.groupBy({ by: ["personId"], where: { workspaceId, word: { in: words } }, _count: true });
  const keys = hits.filter((hit) => hit._count === words.length).map((hit) => hit.personId);
  // Many may bear one name in thousands of articles: what they did is read of those alone who are wanted.
  const bearers = await client.person.findMany({
    where: { workspaceId, id: { in: keys } },
    select: { id: true, name: true, aliases: { select: { key: true } }, _count: { select: { articles: true } } },
  });
  const wanted = nameKey(name);
  const exact = (row: (typeof bearers)[number]) => (row.aliases.some((alias) => alias.key === wanted) ? 1 : 0);
  bearers.sort((a, b) => exact(b) - exact(a) || b._count.articles - a._count.articles || a.name.localeCompare(b.name));
  const best = bearers.slice(0, limit).map((row) => row.id);
  const rows = await client.person.findMany({ where: { id: { in: best } }, include: INCLUDE });
  const byKey = new Map(rows.map((row) => [row.id, row]));
  return best.flatMap((id) => byKey.get(id) ?? []).map(toPerson);
}

function toPerson(row: PersonRow): PersonRecord {
  return {
    id: idOf("person", row.id),
    name: row.name,
    aliases: row.aliases.map((alias) => alias.name).filter((alias) => alias !== row.name),
    roles: foldRoles(
      row.roles.map(({ title, affiliation, country, firstSeen, lastSeen }) => ({
        title,
        affiliation,
        country,
        firstSeen,
        lastSeen,
      })),
    ),
    articleIds: row.articles.map((each) => each.article.externalId),
  };
}
