import type { KnownPerson, PeopleCounts, PeopleWriter, PersonEvidence } from "../../../domain/evidence/evidence-store.ts";
import { keyOf } from "../articles/keys.ts";
import { cleanText } from "../clean-parameters.ts";
import type { Prisma as Types } from "../generated/client.ts";
import type { TableColumns } from "../insertion.ts";
import { rangesToJson, readRoles, readStrings } from "../json-columns.ts";
import { type JsonRows, readGathered } from "../json-rows.ts";
import { Prisma } from "../sql.ts";
import type { Transaction } from "../transaction.ts";
import type { WorkspaceTurn } from "../turn/workspace-turn.ts";
import { addNames, chooseNames, countNames, takeNames } from "./count-names.ts";
import { addRoles, givenRoles, type KnownRole, type KnownRoles, takeRoles } from "./count-roles.ts";

/** So many of the people who share a word of a name are compared, those who share most words first. */
const MAX_CANDIDATES = 60;

type Place = WorkspaceTurn & { known: KnownRoles };

export function createPeopleWriter(turn: WorkspaceTurn): PeopleWriter {
  const { transaction, workspaceId, rows, opening, pending, keys } = turn;
  const known: KnownRoles = new Map();
  const place = { ...turn, known };
  // Nobody else writes here before the transaction ends, and every meeting of an article asks for the same people.
  const { homes } = turn;
  const recount = async <Result>(work: Promise<Result>): Promise<Result> => {
    const done = await work;
    homes.clear();
    known.clear();
    return done;
  };
  return {
    withNameWords: (words) => withNameWords(place, words),
    async create(names) {
      const ids = await keys.take("Person", names.length);
      pending.insert(
        PEOPLE,
        ids.map((id, at) => ({ id, workspaceId, name: names[at] ?? "", uses: 0 })),
      );
      for (const id of ids) known.set(id, []);
      return ids;
    },
    addEvidence: (articleId, filedOn, people) => addEvidence(place, { articleId, filedOn }, people),
    subtractEvidence: (counts) => recount(subtractEvidence(place, counts)),
    rebuild: (personKeys) => recount(rebuild(place, personKeys)),
    nameRules: () => opening.rules(),
    async setNameRules(rules, setBy) {
      opening.forget();
      for (const { kind, key, otherKey } of rules) {
        const pairs = [
          { key, otherKey },
          { key: otherKey, otherKey: key },
        ];
        await transaction.nameRule.deleteMany({ where: { workspaceId, OR: pairs } });
        await transaction.nameRule.create({ data: { workspaceId, kind, key, otherKey, setBy } });
      }
    },
    async byId(id) {
      const key = keyOf("person", id);
      const row =
        key === null ? null : await transaction.person.findFirst({ where: { workspaceId, id: key }, include: KNOWN_PERSON });
      return row === null ? null : toKnownPerson(row, []);
    },
    async countriesOf(personKeys) {
      const asked = personKeys.filter((key) => !homes.has(key));
      if (asked.length > 0) {
        for (const key of asked) homes.set(key, null);
        const found = await turn.statements.query<{ id: number; country: string }>(Prisma.sql`
          SELECT "id", "country" FROM "Person" WHERE "id" IN ${rows.list(asked)} AND "country" IS NOT NULL`);
        for (const { id, country } of found) homes.set(id, country);
      }
      return new Map(
        personKeys.flatMap((key) => {
          const country = homes.get(key) ?? null;
          return country === null ? [] : [[key, country] as const];
        }),
      );
    },
  };
}

interface NamedRow {
  id: number;
  name: string;
  uses: number;
  aliases: unknown;
  roles: unknown;
  among: unknown;
}

/** In one statement, since every article asks. What waits to be written is of the article that asks, and tells of nobody yet. */
async function withNameWords({ direct, workspaceId, rows, known }: Place, words: string[]): Promise<KnownPerson[]> {
  if (words.length === 0) return [];
  const found = await direct.query<NamedRow>(Prisma.sql`
    SELECT p."id", p."name", p."uses",
      ${rows.gathered(["name"], Prisma.sql`SELECT a."name" FROM "Alias" a WHERE a."personId" = p."id" ORDER BY a."id"`)} AS "aliases",
      ${rows.gathered(
        ["id", "title", "affiliation", "country", "firstSeen", "lastSeen"],
        Prisma.sql`SELECT r."id", r."title", r."affiliation", r."country", r."firstSeen", r."lastSeen" FROM "Role" r
          WHERE r."personId" = p."id" ORDER BY r."firstArticleId", r."firstPlace"`,
      )} AS "roles",
      CASE WHEN ${IS_PLACELESS} THEN ${rows.gathered(
        ["code"],
        Prisma.sql`SELECT DISTINCT c."code" FROM "PersonArticle" x JOIN "ArticleCountry" c ON c."articleId" = x."articleId"
          WHERE x."personId" = p."id" ORDER BY c."code"`,
      )} ELSE '[]' END AS "among"
    FROM (
      SELECT "personId" FROM "NameWord" WHERE "workspaceId" = ${workspaceId} AND "word" IN ${rows.list(words)}
      GROUP BY "personId" ORDER BY count(*) DESC, "personId" LIMIT ${MAX_CANDIDATES}
    ) h JOIN "Person" p ON p."id" = h."personId" ORDER BY p."id"`);
  return found.map(({ id, name, uses, ...row }) => {
    const roles = readGathered<KnownRole>(row.roles);
    known.set(id, roles);
    return {
      key: id,
      name,
      aliases: readGathered<{ name: string }>(row.aliases).map((alias) => alias.name),
      roles: roles.map(({ id: _, ...role }) => role),
      uses,
      among: readGathered<{ code: string }>(row.among).map(({ code }) => code),
    };
  });
}

/** In whose articles the country must be looked for: whoever has an office and no country in it. */
const IS_PLACELESS = Prisma.sql`EXISTS (SELECT 1 FROM "Role" r WHERE r."personId" = p."id")
  AND NOT EXISTS (SELECT 1 FROM "Role" r WHERE r."personId" = p."id" AND r."country" IS NOT NULL)`;

const KNOWN_PERSON = {
  aliases: { select: { name: true }, orderBy: { id: "asc" } },
  roles: { orderBy: [{ firstArticleId: "asc" }, { firstPlace: "asc" }] },
} satisfies Types.PersonInclude;

type KnownPersonRow = Types.PersonGetPayload<{ include: typeof KNOWN_PERSON }>;

function toKnownPerson(row: KnownPersonRow, among: string[]): KnownPerson {
  return {
    key: row.id,
    name: row.name,
    aliases: row.aliases.map((alias) => alias.name),
    roles: row.roles.map(({ title, affiliation, country, firstSeen, lastSeen }) => ({
      title,
      affiliation,
      country,
      firstSeen,
      lastSeen,
    })),
    uses: row.uses,
    among,
  };
}

const PEOPLE: TableColumns<{ id: number; workspaceId: string; name: string; uses: number }> = {
  table: "Person",
  columns: { id: "number", workspaceId: "text", name: "text", uses: "number" },
};

const PERSON_ARTICLES: TableColumns<ReturnType<typeof personArticle>> = {
  table: "PersonArticle",
  columns: {
    personId: "number",
    articleId: "number",
    filedOn: "text",
    name: "text",
    aliases: "json",
    roles: "json",
    mentions: "json",
  },
};

/** The row that keeps what an article says of a person. */
function personArticle({ articleId, filedOn }: { articleId: number; filedOn: string }, person: PersonEvidence) {
  return {
    personId: person.personKey,
    articleId,
    filedOn,
    name: person.name,
    aliases: person.aliases,
    roles: person.roles.map(({ title, affiliation, country }) => ({ title, affiliation, country })),
    mentions: rangesToJson(person.mentions),
  };
}

export function addPersonArticles(
  { pending }: Pick<WorkspaceTurn, "pending">,
  article: { articleId: number; filedOn: string },
  people: PersonEvidence[],
): void {
  pending.insert(
    PERSON_ARTICLES,
    people.map((person) => personArticle(article, person)),
  );
}

type CountedPerson = Pick<PersonEvidence, "personKey" | "name" | "aliases" | "roles">;

async function addEvidence(
  place: Place,
  article: { articleId: number; filedOn: string },
  given: PersonEvidence[],
): Promise<void> {
  if (given.length === 0) return;
  const people = given.map(cleanPerson);
  addPersonArticles(place, article, people);
  addNames(place, countNames(people));
  await addRoles(place, givenRoles(article, people));
  await chooseNames(
    place,
    people.map((person) => person.personKey),
  );
}

/** As they will be read again: what two names or offices become one by in the store is counted as one. */
function cleanPerson(person: PersonEvidence): PersonEvidence {
  const clean = (text: string | null) => (text === null ? null : cleanText(text));
  return {
    ...person,
    name: cleanText(person.name),
    aliases: [...new Set(person.aliases.map(cleanText))],
    roles: person.roles.map((role) => ({
      ...role,
      title: cleanText(role.title),
      affiliation: clean(role.affiliation),
      country: clean(role.country),
    })),
  };
}

async function subtractEvidence(place: Place, { personKeys, names, roles }: PeopleCounts): Promise<void> {
  if (personKeys.length === 0) return;
  const { transaction, rows } = place;
  await takeNames(place, names);
  await takeRoles(transaction, rows, roles);
  await chooseNames(place, personKeys);
  await removeUnnamed(transaction, rows, personKeys);
}

async function removeUnnamed(transaction: Transaction, rows: JsonRows, personKeys: number[]): Promise<void> {
  await transaction.$executeRaw`
    DELETE FROM "Person" WHERE "id" IN ${rows.list(personKeys)}
      AND NOT EXISTS (SELECT 1 FROM "PersonArticle" a WHERE a."personId" = "Person"."id")`;
}

/** Recounts people from all articles that name them. Slow, so only for an admin's merge or split, never for a new article. */
async function rebuild(place: Place, personKeys: number[]): Promise<void> {
  const { transaction, rows, known } = place;
  const where = { personId: { in: personKeys } };
  await transaction.alias.deleteMany({ where });
  await transaction.role.deleteMany({ where });
  await transaction.nameWord.deleteMany({ where });
  for (const key of personKeys) known.set(key, []);
  const said = await transaction.personArticle.findMany({ where, orderBy: { articleId: "asc" } });
  const people = said.map((row): CountedPerson & { articleId: number; filedOn: string } => ({
    ...row,
    personKey: row.personId,
    aliases: readStrings(row.aliases),
    roles: readRoles(row.roles),
  }));
  addNames(place, countNames(people));
  await addRoles(
    place,
    people.flatMap(({ articleId, filedOn, ...person }) => givenRoles({ articleId, filedOn }, [person])),
  );
  await chooseNames(place, personKeys);
  await removeUnnamed(transaction, rows, personKeys);
}
