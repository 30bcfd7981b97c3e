import { mustHave } from "../../../domain/errors.ts";
import type {
  KnownPerson,
  NameRuleKind,
  PeopleCounts,
  PeopleWriter,
  PersonEvidence,
} from "../../../domain/evidence/evidence-store.ts";
import { keyOf } from "../articles/keys.ts";
import { cleanText } from "../clean-parameters.ts";
import { Prisma } from "../generated/client.ts";
import { rangesToJson, readRoles, readStrings } from "../json-columns.ts";
import type { JsonRows } from "../json-rows.ts";
import type { Transaction } from "../transaction.ts";
import { addNames, chooseNames, countNames, takeNames } from "./count-names.ts";
import { addRoles, givenRoles, takeRoles } from "./count-roles.ts";

/** So many of the people who share a word of a name are compared, those who share most words first. */
const MAX_CANDIDATES = 60;

interface Place {
  transaction: Transaction;
  workspaceId: string;
  rows: JsonRows;
}

export function createPeopleWriter(place: Place): PeopleWriter {
  const { transaction, workspaceId } = place;
  return {
    withNameWords: (words) => withNameWords(transaction, workspaceId, words),
    async create(names) {
      if (names.length === 0) return [];
      const rows = await transaction.person.createManyAndReturn({
        data: names.map((name) => ({ workspaceId, name })),
        select: { id: true, name: true },
      });
      // Rows come back in any order, and two people of one article may have one name.
      const keys = new Map<string, number[]>();
      for (const { id, name } of rows) keys.set(name, [...(keys.get(name) ?? []), id]);
      return names.map((name) => mustHave(keys.get(cleanText(name))?.shift(), "row of a person who was just created"));
    },
    addEvidence: (articleId, filedOn, people) => addEvidence(place, { articleId, filedOn }, people),
    subtractEvidence: (counts) => subtractEvidence(place, counts),
    rebuild: (personKeys) => rebuild(place, personKeys),
    async nameRules() {
      const rows = await transaction.nameRule.findMany({ where: { workspaceId } });
      return rows.map((row) => ({ kind: row.kind as NameRuleKind, key: row.key, otherKey: row.otherKey }));
    },
    async setNameRules(rules, setBy) {
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
      if (personKeys.length === 0) return new Map();
      const homes = await transaction.person.findMany({
        where: { id: { in: personKeys }, country: { not: null } },
        select: { id: true, country: true },
      });
      return new Map(homes.flatMap(({ id, country }) => (country === null ? [] : [[id, country] as const])));
    },
  };
}

async function withNameWords(transaction: Transaction, workspaceId: string, words: string[]): Promise<KnownPerson[]> {
  if (words.length === 0) return [];
  // As it stands: Prisma refuses a list of a thousand words on SQLite, and one article may name as many people.
  const hits = await transaction.$queryRaw<{ personId: number | bigint }[]>`
    SELECT "personId" FROM "NameWord" WHERE "workspaceId" = ${workspaceId} AND "word" IN (${Prisma.join(words)})
    GROUP BY "personId" ORDER BY count(*) DESC, "personId" LIMIT ${MAX_CANDIDATES}`;
  if (hits.length === 0) return [];
  const rows = await transaction.person.findMany({
    where: { id: { in: hits.map((hit) => Number(hit.personId)) } },
    include: KNOWN_PERSON,
    orderBy: { id: "asc" },
  });
  const among = await countriesAround(transaction, rows.filter(isPlaceless));
  return rows.map((row) => toKnownPerson(row, among.get(row.id) ?? []));
}

/** In whose articles the country must be looked for: whoever has an office and no country in it. */
function isPlaceless({ roles }: KnownPersonRow): boolean {
  return roles.length > 0 && roles.every(({ country }) => country === null);
}

async function countriesAround(transaction: Transaction, people: KnownPersonRow[]): Promise<Map<number, string[]>> {
  const among = new Map<number, string[]>();
  if (people.length === 0) return among;
  const said = await transaction.$queryRaw<{ personId: number | bigint; code: string }[]>`
    SELECT DISTINCT p."personId", c."code" FROM "PersonArticle" p JOIN "ArticleCountry" c ON c."articleId" = p."articleId"
    WHERE p."personId" IN (${Prisma.join(people.map(({ id }) => id))}) ORDER BY p."personId", c."code"`;
  for (const { personId, code } of said) among.set(Number(personId), [...(among.get(Number(personId)) ?? []), code]);
  return among;
}

const KNOWN_PERSON = {
  aliases: { select: { name: true }, orderBy: { id: "asc" } },
  roles: { orderBy: [{ firstArticleId: "asc" }, { firstPlace: "asc" }] },
} satisfies Prisma.PersonInclude;

type KnownPersonRow = Prisma.PersonGetPayload<{ include: typeof KNOWN_PERSON }>;

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

/** The row that keeps what an article says of a person. */
export function personArticle({ articleKey, filedOn, person }: { articleKey: number; filedOn: string; person: PersonEvidence }) {
  return {
    personId: person.personKey,
    articleId: articleKey,
    filedOn,
    name: person.name,
    aliases: person.aliases,
    roles: person.roles.map(({ title, affiliation, country }) => ({ title, affiliation, country })),
    mentions: rangesToJson(person.mentions),
  };
}

type CountedPerson = Pick<PersonEvidence, "personKey" | "name" | "aliases" | "roles">;

async function addEvidence(
  { transaction, workspaceId, rows }: Place,
  article: { articleId: number; filedOn: string },
  given: PersonEvidence[],
): Promise<void> {
  if (given.length === 0) return;
  const people = given.map(cleanPerson);
  const { articleId: articleKey, filedOn } = article;
  await transaction.personArticle.createMany({ data: people.map((person) => personArticle({ articleKey, filedOn, person })) });
  await addNames(transaction, workspaceId, countNames(people));
  await addRoles(transaction, rows, givenRoles(article, people));
  await chooseNames(
    transaction,
    rows,
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
  await chooseNames(transaction, rows, personKeys);
  await removeUnnamed(transaction, rows, personKeys);
}

async function removeUnnamed(transaction: Transaction, rows: JsonRows, personKeys: number[]): Promise<void> {
  await transaction.$executeRaw`
    DELETE FROM "Person" WHERE "id" IN ${rows.list(personKeys)}
      AND NOT EXISTS (SELECT 1 FROM "PersonArticle" a WHERE a."personId" = "Person"."id")`;
}

/** Recounts people from all articles that name them. Slow, so only for an admin's merge or split, never for a new article. */
async function rebuild({ transaction, workspaceId, rows }: Place, personKeys: number[]): Promise<void> {
  const where = { personId: { in: personKeys } };
  await transaction.alias.deleteMany({ where });
  await transaction.role.deleteMany({ where });
  await transaction.nameWord.deleteMany({ where });
  const said = await transaction.personArticle.findMany({ where, orderBy: { articleId: "asc" } });
  const people = said.map((row): CountedPerson & { articleId: number; filedOn: string } => ({
    ...row,
    personKey: row.personId,
    aliases: readStrings(row.aliases),
    roles: readRoles(row.roles),
  }));
  await addNames(transaction, workspaceId, countNames(people));
  await addRoles(
    transaction,
    rows,
    people.flatMap(({ articleId, filedOn, ...person }) => givenRoles({ articleId, filedOn }, [person])),
  );
  await chooseNames(transaction, rows, personKeys);
  await removeUnnamed(transaction, rows, personKeys);
}
