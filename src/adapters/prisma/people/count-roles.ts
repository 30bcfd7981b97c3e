import { mustHave } from "../../../domain/errors.ts";
import type { RoleCount } from "../../../domain/evidence/evidence-store.ts";
import type { Role } from "../../../domain/evidence/extraction.ts";
import type { TableColumns } from "../insertion.ts";
import { type JsonRows, numberIn, textIn, toJsonRows } from "../json-rows.ts";
import { Prisma } from "../sql.ts";
import type { Transaction } from "../transaction.ts";
import type { WorkspaceTurn } from "../turn/workspace-turn.ts";

/** That an article gives a person a role, and which of the article's roles of them it is. */
export interface GivenRole {
  personId: number;
  role: Role;
  articleId: number;
  place: number;
  filedOn: string;
}

interface RoleRow extends Role {
  personId: number;
  firstSeen: string;
  lastSeen: string;
  uses: number;
  firstArticleId: number;
  firstPlace: number;
}

const ROLES: TableColumns<{ id: number } & RoleRow> = {
  table: "Role",
  columns: {
    id: "number",
    personId: "number",
    title: "text",
    affiliation: "text",
    country: "text",
    firstSeen: "text",
    lastSeen: "text",
    uses: "number",
    firstArticleId: "number",
    firstPlace: "number",
  },
};

const ROLE_ARTICLES: TableColumns<{ roleId: number; articleId: number; place: number; filedOn: string }> = {
  table: "RoleArticle",
  columns: { roleId: "number", articleId: "number", place: "number", filedOn: "text" },
};

interface CountedRole {
  row: RoleRow;
  articles: Pick<GivenRole, "articleId" | "place" | "filedOn">[];
}

/** The roles that an article gives people, each once. */
export function givenRoles(
  article: { articleId: number; filedOn: string },
  people: { personKey: number; roles: Role[] }[],
): GivenRole[] {
  return people.flatMap(({ personKey, roles }) => {
    const given = new Map<string, GivenRole>();
    for (const [place, { title, affiliation, country }] of roles.entries()) {
      const each = { ...article, personId: personKey, role: { title, affiliation, country }, place };
      const key = keyOf({ personId: personKey, ...each.role });
      if (!given.has(key)) given.set(key, each);
    }
    return [...given.values()];
  });
}

export interface KnownRole extends Role {
  id: number;
  firstSeen: string;
  lastSeen: string;
}

/** The roles of people by their keys, of those whose roles were read or who have none yet. */
export type KnownRoles = Map<number, readonly Pick<KnownRole, "id" | keyof Role>[]>;

/** Counts roles up; the rows wait to be written. */
export async function addRoles(place: WorkspaceTurn & { known: KnownRoles }, given: GivenRole[]): Promise<void> {
  if (given.length === 0) return;
  const { pending, rows } = place;
  const ids = await roleKeys(place, [...new Set(given.map((each) => each.personId))]);
  const counted = countRoles(given);
  const seen = [...counted].flatMap(([key, { row }]) => {
    const roleId = ids.get(key);
    return roleId === undefined ? [] : { ...row, roleId };
  });
  const fresh = [...counted].filter(([key]) => !ids.has(key));
  const keys = await place.keys.take("Role", fresh.length);
  const added = fresh.map(([key, { row }], at) => {
    const id = mustHave(keys[at], "key of a role");
    ids.set(key, id);
    return { id, ...row };
  });
  pending.insert(ROLES, added);
  for (const { id, personId, title, affiliation, country } of added)
    place.known.set(personId, [...(place.known.get(personId) ?? []), { id, title, affiliation, country }]);
  if (seen.length > 0) pending.add(raiseRoles(rows, seen));
  const links = [...counted].flatMap(([key, { articles }]) =>
    articles.map((article) => ({ roleId: mustHave(ids.get(key), "row of a role that was just counted"), ...article })),
  );
  pending.insert(ROLE_ARTICLES, links);
}

/** The keys of the roles of these people. */
async function roleKeys(
  { statements, rows, known }: WorkspaceTurn & { known: KnownRoles },
  personIds: number[],
): Promise<Map<string, number>> {
  const unread = personIds.filter((id) => !known.has(id));
  if (unread.length > 0) {
    for (const id of unread) known.set(id, []);
    const read = await statements.query<{ id: number; personId: number } & Role>(Prisma.sql`
      SELECT "id", "personId", "title", "affiliation", "country" FROM "Role" WHERE "personId" IN ${rows.list(unread)}`);
    for (const { personId, ...role } of read) known.set(personId, [...(known.get(personId) ?? []), role]);
  }
  const all = personIds.flatMap((personId) => (known.get(personId) ?? []).map((role) => ({ personId, ...role })));
  return new Map(all.map((role) => [keyOf(role), role.id]));
}

function keyOf({ personId, title, affiliation, country }: { personId: number } & Role): string {
  return JSON.stringify([personId, title, affiliation, country]);
}

function countRoles(given: GivenRole[]): Map<string, CountedRole> {
  const counted = new Map<string, CountedRole>();
  for (const { personId, role, articleId, place, filedOn } of given) {
    const first = { firstArticleId: articleId, firstPlace: place };
    const fresh = { personId, ...role, firstSeen: filedOn, lastSeen: filedOn, uses: 0, ...first };
    const { row, articles } = counted.get(keyOf({ personId, ...role })) ?? { row: fresh, articles: [] };
    counted.set(keyOf({ personId, ...role }), {
      row: {
        ...row,
        ...(articleId < row.firstArticleId ? first : {}),
        uses: row.uses + 1,
        firstSeen: filedOn < row.firstSeen ? filedOn : row.firstSeen,
        lastSeen: filedOn > row.lastSeen ? filedOn : row.lastSeen,
      },
      articles: [...articles, { articleId, place, filedOn }],
    });
  }
  return counted;
}

function raiseRoles(rows: JsonRows, seen: (RoleRow & { roleId: number })[]): Prisma.Sql {
  const isOlder = Prisma.sql`${numberIn("firstArticleId")} < "firstArticleId"`;
  return Prisma.sql`
    UPDATE "Role" SET "uses" = "uses" + ${numberIn("uses")},
      "firstSeen" = CASE WHEN ${textIn("firstSeen")} < "firstSeen" THEN ${textIn("firstSeen")} ELSE "firstSeen" END,
      "lastSeen" = CASE WHEN ${textIn("lastSeen")} > "lastSeen" THEN ${textIn("lastSeen")} ELSE "lastSeen" END,
      "firstPlace" = CASE WHEN ${isOlder} THEN ${numberIn("firstPlace")} ELSE "firstPlace" END,
      "firstArticleId" = CASE WHEN ${isOlder} THEN ${numberIn("firstArticleId")} ELSE "firstArticleId" END
    FROM ${rows.table(toJsonRows(seen))} AS "given" WHERE "Role"."id" = ${numberIn("roleId")}`;
}

/** Counts roles down, once the rows of the articles are gone: first and last day are those of the articles that are left. */
export async function takeRoles(transaction: Transaction, rows: JsonRows, counts: RoleCount[]): Promise<void> {
  if (counts.length === 0) return;
  const of = Prisma.sql`FROM "RoleArticle" x WHERE x."roleId" = "Role"."id"`;
  await transaction.$executeRaw`
    UPDATE "Role" SET "uses" = "uses" - ${numberIn("uses")},
      "firstSeen" = coalesce((SELECT min(x."filedOn") ${of}), "firstSeen"),
      "lastSeen" = coalesce((SELECT max(x."filedOn") ${of}), "lastSeen"),
      "firstArticleId" = coalesce((SELECT min(x."articleId") ${of}), "firstArticleId"),
      "firstPlace" = coalesce((SELECT x."place" ${of} ORDER BY x."articleId" LIMIT 1), "firstPlace")
    FROM ${rows.table(toJsonRows(counts))} AS "given" WHERE "Role"."id" = ${numberIn("roleKey")}`;
  const keys = counts.map((each) => each.roleKey);
  await transaction.$executeRaw`DELETE FROM "Role" WHERE "id" IN ${rows.list(keys)} AND "uses" <= 0`;
}
