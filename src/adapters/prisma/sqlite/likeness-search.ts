import { stemmer } from "stemmer";
import { type LikenessQuery, type LikenessSearch, wholeWeight } from "../search/likeness-search.ts";
import { scopeWord } from "../search/scope-word.ts";
import { Prisma } from "../sql.ts";
import type { Statements } from "../statements.ts";

/** FTS5's own rank goes by how rare a word is in the whole file: here the caller's weights of the terms are summed. */
export const sqliteLikeness: LikenessSearch = {
  likest,
  count: async (client, workspaceId, terms) => {
    const matches = Object.fromEntries(
      terms.map((term) => [term, termQuery(workspaceId, term)]).filter(([, match]) => match !== null),
    );
    // What no other workspace's articles can be counted among costs less to look up in the index's list of terms.
    return (await isAlone(client, workspaceId)) ? countInFile(client, Object.keys(matches)) : countWithin(client, matches);
  },
  // A file's index counts without reading an article.
  countCommon: async () => new Map(),
};

async function likest<Row>(client: Statements, query: LikenessQuery): Promise<Row[]> {
  const holding = query.terms.flatMap(({ term, weight }) => {
    const match = termQuery(query.workspaceId, term);
    if (match === null) return [];
    return Prisma.sql`SELECT rowid AS "key", ${wholeWeight(weight)} AS "weight" FROM "article_search" WHERE "article_search" MATCH ${match}`;
  });
  if (holding.length === 0) return [];
  const conditions = [Prisma.sql`a."workspaceId" = ${query.workspaceId}`, ...query.conditions];
  return client.query<Row>(Prisma.sql`
    SELECT ${query.columns}
    FROM (SELECT "key", sum("weight") AS "weight" FROM (${Prisma.join(holding, " UNION ALL ")}) GROUP BY "key") s
    CROSS JOIN "Article" a ON a."id" = s."key"
    WHERE ${Prisma.join(conditions, " AND ")}
    ORDER BY s."weight" DESC, a."id" DESC LIMIT ${query.limit}`);
}

async function isAlone(client: Statements, workspaceId: string): Promise<boolean> {
  const [row] = await client.query<{ others: number | bigint }>(Prisma.sql`
    SELECT EXISTS (SELECT 1 FROM "Article" WHERE "workspaceId" < ${workspaceId})
      OR EXISTS (SELECT 1 FROM "Article" WHERE "workspaceId" > ${workspaceId}) AS "others"`);
  return row !== undefined && Number(row.others) === 0;
}

async function countInFile(client: Statements, terms: string[]): Promise<Map<string, number>> {
  const rows = await client.query<CountRow>(Prisma.sql`
    SELECT "term", "doc" FROM "article_search_terms" WHERE "term" IN (SELECT value FROM json_each(${JSON.stringify(terms)}))`);
  return countsOf(rows);
}

/** Counted where both the workspace and the term are, which gives what the list of terms would if the others were not there. */
async function countWithin(client: Statements, matches: Record<string, string | null>): Promise<Map<string, number>> {
  const rows = await client.query<CountRow>(Prisma.sql`
    SELECT t.key AS "term", (SELECT count(*) FROM "article_search" WHERE "article_search" MATCH t.value) AS "doc"
    FROM json_each(${JSON.stringify(matches)}) t`);
  return countsOf(rows);
}

interface CountRow {
  term: string;
  doc: number | bigint;
}

function countsOf(rows: CountRow[]): Map<string, number> {
  return new Map(rows.map(({ term, doc }) => [term, Number(doc)]));
}

/** FTS5 stems what it is asked for, and a stem that is stemmed again may become another one ("releas", "relea"): an ending brings it back. */
const ENDINGS = ["", "e", "s", "ed", "ing", "i", "y"];

/** An FTS5 query for the articles of a workspace that hold a term of the index. Null where no word becomes that term. */
function termQuery(workspaceId: string, term: string): string | null {
  if (!/^[\p{L}\p{N}\p{Co}]+$/u.test(term)) return null;
  const ending = ENDINGS.find((each) => stemmer(`${term}${each}`) === term);
  return ending === undefined ? null : `{scope} : ${scopeWord(workspaceId)} AND {title text} : "${term}${ending}"`;
}
