import { mustHave } from "../../domain/errors.ts";
import type { KnownPerson, NameRuleKind, PeopleWriter, PersonEvidence } from "../../domain/evidence-store.ts";
import { withoutTitles } from "../../extract/lexicon/titles.ts";
import { nameKey, nameWords } from "../../extract/names.ts";
import { cleanText } from "./clean-parameters.ts";
import type { Transaction } from "./clients.ts";
import { Prisma } from "./generated/client.ts";
import { rangesToJson, readRoles, readStrings } from "./json-columns.ts";
import { keyOf } from "./keys.ts";

/** So many of the people who share a word of a name are compared, those who share most words first. */
const MAX_CANDIDATES = 60;

export function createPeopleWriter(transaction: Transaction, workspaceId: string): PeopleWriter {
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
    async addEvidence(articleKey, filedOn, people) {
      if (people.length === 0) return;
      await transaction.personArticle.createMany({
        data: people.map((person) => personArticle({ articleKey, filedOn, person })),
      });
      await countUp(
        transaction,
        workspaceId,
        people.map((person) => ({ filedOn, person })),
      );
    },
    async rebuild(personKeys) {
      for (const key of personKeys) await rebuildPerson(transaction, workspaceId, key);
    },
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
      return row === null ? null : toKnownPerson(row);
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
  return rows.map(toKnownPerson);
}

const KNOWN_PERSON = {
  aliases: { select: { name: true }, orderBy: { id: "asc" } },
  roles: { orderBy: { id: "asc" } },
} satisfies Prisma.PersonInclude;

function toKnownPerson(row: Prisma.PersonGetPayload<{ include: typeof KNOWN_PERSON }>): KnownPerson {
  return {
    key: row.id,
    name: row.name,
    aliases: row.aliases.map((alias) => alias.name),
    roles: row.roles.map(({ title, affiliation, country }) => ({ title, affiliation, country })),
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

interface Use {
  filedOn: string;
  person: Pick<PersonEvidence, "personKey" | "name" | "aliases" | "roles">;
}

/** Counts the names and roles of several people in a handful of statements, however many people there are. */
async function countUp(transaction: Transaction, workspaceId: string, uses: Use[]): Promise<void> {
  const aliases = uses.flatMap(({ person }) =>
    [...new Set([person.name, ...person.aliases])].map(
      (name) => Prisma.sql`(${workspaceId}, ${person.personKey}, ${name}, ${nameKey(name)}, 1, ${name === person.name ? 1 : 0})`,
    ),
  );
  await transaction.$executeRaw`
    INSERT INTO "Alias" ("workspaceId", "personId", "name", "key", "uses", "usesAsName") VALUES ${Prisma.join(aliases)}
    ON CONFLICT ("personId", "name") DO UPDATE SET "uses" = "Alias"."uses" + 1, "usesAsName" = "Alias"."usesAsName" + excluded."usesAsName"`;
  const words = uses.flatMap(({ person }) =>
    [...new Set([person.name, ...person.aliases].flatMap((name) => nameWords(withoutTitles(name))))].map(
      (word) => Prisma.sql`(${workspaceId}, ${word}, ${person.personKey})`,
    ),
  );
  if (words.length > 0)
    await transaction.$executeRaw`INSERT INTO "NameWord" ("workspaceId", "word", "personId") VALUES ${Prisma.join(words)} ON CONFLICT DO NOTHING`;
  await countRoles(transaction, uses);
  await chooseNames(
    transaction,
    uses.map(({ person }) => person.personKey),
  );
}

async function countRoles(transaction: Transaction, uses: Use[]): Promise<void> {
  const given = uses.flatMap(({ person, filedOn }) =>
    person.roles.map((role) => ({ personId: person.personKey, role, filedOn })),
  );
  if (given.length === 0) return;
  const known = await transaction.role.findMany({
    where: { personId: { in: [...new Set(given.map((each) => each.personId))] } },
    orderBy: { id: "asc" },
  });
  const fresh = new Map<string, Prisma.RoleCreateManyInput>();
  const seen: Prisma.Sql[] = [];
  for (const { personId, role, filedOn } of given) {
    const same = known.find(
      (row) =>
        row.personId === personId &&
        row.title === role.title &&
        row.affiliation === role.affiliation &&
        row.country === role.country,
    );
    if (same !== undefined) seen.push(Prisma.sql`${same.id}`);
    else
      fresh.set(JSON.stringify([personId, role]), {
        personId,
        title: role.title,
        affiliation: role.affiliation,
        country: role.country,
        firstSeen: filedOn,
        lastSeen: filedOn,
        uses: 1,
      });
  }
  if (fresh.size > 0) await transaction.role.createMany({ data: [...fresh.values()] });
  if (seen.length > 0) {
    const { filedOn } = mustHave(uses[0], "use of a role that was seen");
    await transaction.$executeRaw`
      UPDATE "Role" SET "uses" = "uses" + 1,
        "firstSeen" = CASE WHEN ${filedOn} < "firstSeen" THEN ${filedOn} ELSE "firstSeen" END,
        "lastSeen" = CASE WHEN ${filedOn} > "lastSeen" THEN ${filedOn} ELSE "lastSeen" END
      WHERE "id" IN (${Prisma.join(seen)})`;
  }
}

/**
 * The name that most articles use as the full one (of two that are used alike, the longer), the country of most of the offices, and how
 * many articles name them: each gives one full name. A name that an admin has merged into another is not the one to go by.
 */
async function chooseNames(transaction: Transaction, personKeys: number[]): Promise<void> {
  await transaction.$executeRaw`
    UPDATE "Person" SET "name" = coalesce((
      SELECT "Alias"."name" FROM "Alias" WHERE "Alias"."personId" = "Person"."id" AND "Alias"."usesAsName" > 0
      ORDER BY EXISTS (
        SELECT 1 FROM "NameRule" WHERE "NameRule"."workspaceId" = "Alias"."workspaceId" AND "NameRule"."kind" = 'same'
          AND "NameRule"."otherKey" = "Alias"."key"
      ), "Alias"."usesAsName" DESC, length("Alias"."name") DESC, "Alias"."name" LIMIT 1
    ), "name"), "country" = (
      SELECT "Role"."country" FROM "Role" WHERE "Role"."personId" = "Person"."id" AND "Role"."country" IS NOT NULL
      GROUP BY "Role"."country" ORDER BY sum("Role"."uses") DESC, "Role"."country" LIMIT 1
    ), "uses" = (
      SELECT coalesce(sum("Alias"."usesAsName"), 0) FROM "Alias" WHERE "Alias"."personId" = "Person"."id"
    ) WHERE "id" IN (${Prisma.join(personKeys)})`;
}

async function rebuildPerson(transaction: Transaction, workspaceId: string, personId: number): Promise<void> {
  await transaction.alias.deleteMany({ where: { personId } });
  await transaction.role.deleteMany({ where: { personId } });
  await transaction.nameWord.deleteMany({ where: { personId } });
  const rows = await transaction.personArticle.findMany({ where: { personId }, orderBy: { articleId: "asc" } });
  if (rows.length === 0) {
    await transaction.person.deleteMany({ where: { id: personId } });
    return;
  }
  for (const row of rows) {
    const person = { personKey: personId, name: row.name, aliases: readStrings(row.aliases), roles: readRoles(row.roles) };
    await countUp(transaction, workspaceId, [{ filedOn: row.filedOn, person }]);
  }
}
