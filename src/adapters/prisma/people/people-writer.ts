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
import { insertRows, insertRowsForKeys, type TableColumns } from "../insert-rows.ts";
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
  const { transaction, workspaceId, rows } = place;
  // Nobody else writes here before the transaction ends, and every meeting of an article asks for the same people.
  const homes = new Map<number, string | null>();
  const recount = async <Result>(work: Promise<Result>): Promise<Result> => {
    const done = await work;
    homes.clear();
    return done;
  };
  return {
    withNameWords: (words) => withNameWords(transaction, workspaceId, words),
    async create(names) {
      const data = names.map((name) => ({ workspaceId, name, uses: 0 }));
      return insertRowsForKeys(place, PEOPLE, data);
    },
    addEvidence: (articleId, filedOn, people) => recount(addEvidence(place, { articleId, filedOn }, people)),
    subtractEvidence: (counts) => recount(subtractEvidence(place, counts)),
    rebuild: (personKeys) => recount(rebuild(place, personKeys)),
    async nameRules() {
      return transaction.$queryRaw<{ kind: NameRuleKind; key: string; otherKey: string }[]>`
        SELECT "kind", "key", "otherKey" FROM "NameRule" WHERE "workspaceId" = ${workspaceId}`;
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
      const asked = personKeys.filter((key) => !homes.has(key));
      if (asked.length > 0) {
        for (const key of asked) homes.set(key, null);
        const found = await transaction.$queryRaw<{ id: number | bigint; country: string }[]>`
          SELECT "id", "country" FROM "Person" WHERE "id" IN ${rows.list(asked)} AND "country" IS NOT NULL`;
        for (const { id, country } of found) homes.set(Number(id), country);
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

const PEOPLE: TableColumns<{ workspaceId: string; name: string; uses: number }> = {
  table: "Person",
  columns: { workspaceId: "text", name: "text", uses: "number" },
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

export async function addPersonArticles(
  place: { transaction: Transaction; rows: JsonRows },
  article: { articleId: number; filedOn: string },
  people: PersonEvidence[],
): Promise<void> {
  const data = people.map((person) => personArticle(article, person));
  await insertRows(place, PERSON_ARTICLES, data);
}

type CountedPerson = Pick<PersonEvidence, "personKey" | "name" | "aliases" | "roles">;

async function addEvidence(
  place: Place,
  article: { articleId: number; filedOn: string },
  given: PersonEvidence[],
): Promise<void> {
  if (given.length === 0) return;
  const { transaction, workspaceId, rows } = place;
  const people = given.map(cleanPerson);
  await addPersonArticles(place, article, people);
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
