import type { KnownPerson, NameRuleKind, PeopleWriter, PersonEvidence } from "../../domain/evidence-store.ts";
import type { Role } from "../../domain/extraction.ts";
import { nameKey, nameWords } from "../../extract/names.ts";
import type { Transaction } from "./clients.ts";
import { rangesToJson, readRoles, readStrings } from "./json-columns.ts";

/** More people than this share no word of a name that tells anything. */
const MAX_CANDIDATES = 200;

export function createPeopleWriter(transaction: Transaction, workspaceId: string): PeopleWriter {
  return {
    withNameWords: (words) => withNameWords(transaction, workspaceId, words),
    async create(name) {
      const row = await transaction.person.create({ data: { workspaceId, name }, select: { id: true } });
      return row.id;
    },
    async addEvidence(articleKey, filedOn, people) {
      for (const person of people) {
        await addPersonArticle(transaction, { articleKey, filedOn, person });
        await countUp(transaction, workspaceId, { filedOn, person });
      }
    },
    async rebuild(personKeys) {
      for (const key of personKeys) await rebuildPerson(transaction, workspaceId, key);
    },
    async nameRules() {
      const rows = await transaction.nameRule.findMany({ where: { workspaceId } });
      return rows.map((row) => ({ kind: row.kind as NameRuleKind, key: row.key, otherKey: row.otherKey }));
    },
  };
}

async function withNameWords(transaction: Transaction, workspaceId: string, words: string[]): Promise<KnownPerson[]> {
  if (words.length === 0) return [];
  const hits = await transaction.nameWord.findMany({
    where: { workspaceId, word: { in: words } },
    select: { personId: true },
    distinct: ["personId"],
    take: MAX_CANDIDATES,
  });
  if (hits.length === 0) return [];
  const rows = await transaction.person.findMany({
    where: { id: { in: hits.map((hit) => hit.personId) } },
    include: { aliases: { select: { name: true } }, roles: true },
    orderBy: { id: "asc" },
  });
  return rows.map((row) => ({
    key: row.id,
    name: row.name,
    aliases: row.aliases.map((alias) => alias.name),
    roles: row.roles.map(({ title, affiliation, country }) => ({ title, affiliation, country })),
  }));
}

async function addPersonArticle(
  transaction: Transaction,
  row: { articleKey: number; filedOn: string; person: PersonEvidence },
): Promise<void> {
  const { person } = row;
  await transaction.personArticle.create({
    data: {
      personId: person.personKey,
      articleId: row.articleKey,
      filedOn: row.filedOn,
      name: person.name,
      aliases: person.aliases,
      roles: person.roles.map(({ title, affiliation, country }) => ({ title, affiliation, country })),
      mentions: rangesToJson(person.mentions),
    },
  });
}

interface Use {
  filedOn: string;
  person: Pick<PersonEvidence, "personKey" | "name" | "aliases" | "roles">;
}

async function countUp(transaction: Transaction, workspaceId: string, use: Use): Promise<void> {
  const { person, filedOn } = use;
  for (const name of new Set([person.name, ...person.aliases])) {
    const asName = name === person.name ? 1 : 0;
    await transaction.$executeRaw`
      INSERT INTO "Alias" ("workspaceId", "personId", "name", "key", "uses", "usesAsName")
      VALUES (${workspaceId}, ${person.personKey}, ${name}, ${nameKey(name)}, 1, ${asName})
      ON CONFLICT ("personId", "name") DO UPDATE SET "uses" = "uses" + 1, "usesAsName" = "usesAsName" + ${asName}`;
  }
  for (const role of person.roles) await countRole(transaction, person.personKey, { role, filedOn });
  await addNameWords(transaction, workspaceId, { personKey: person.personKey, names: [person.name, ...person.aliases] });
  await chooseName(transaction, person.personKey);
}

async function countRole(transaction: Transaction, personId: number, use: { role: Role; filedOn: string }): Promise<void> {
  const { title, affiliation, country } = use.role;
  const known = await transaction.role.findFirst({ where: { personId, title, affiliation, country } });
  if (known === null) {
    await transaction.role.create({
      data: { personId, title, affiliation, country, firstSeen: use.filedOn, lastSeen: use.filedOn, uses: 1 },
    });
    return;
  }
  const firstSeen = use.filedOn < known.firstSeen ? use.filedOn : known.firstSeen;
  const lastSeen = use.filedOn > known.lastSeen ? use.filedOn : known.lastSeen;
  await transaction.role.update({ where: { id: known.id }, data: { firstSeen, lastSeen, uses: { increment: 1 } } });
}

async function addNameWords(
  transaction: Transaction,
  workspaceId: string,
  person: { personKey: number; names: string[] },
): Promise<void> {
  for (const word of new Set(person.names.flatMap(nameWords))) {
    await transaction.$executeRaw`
      INSERT INTO "NameWord" ("workspaceId", "word", "personId") VALUES (${workspaceId}, ${word}, ${person.personKey})
      ON CONFLICT DO NOTHING`;
  }
}

/** The name that most articles use as the full one; of two that are used alike, the longer. */
async function chooseName(transaction: Transaction, personId: number): Promise<void> {
  await transaction.$executeRaw`
    UPDATE "Person" SET "name" = coalesce((
      SELECT "name" FROM "Alias" WHERE "personId" = ${personId} AND "usesAsName" > 0
      ORDER BY "usesAsName" DESC, length("name") DESC, "name" LIMIT 1
    ), "name") WHERE "id" = ${personId}`;
}

async function rebuildPerson(transaction: Transaction, workspaceId: string, personId: number): Promise<void> {
  await transaction.alias.deleteMany({ where: { personId } });
  await transaction.role.deleteMany({ where: { personId } });
  await transaction.nameWord.deleteMany({ where: { personId } });
  const rows = await transaction.personArticle.findMany({ where: { personId } });
  if (rows.length === 0) {
    await transaction.person.deleteMany({ where: { id: personId } });
    return;
  }
  for (const row of rows) {
    const person = { personKey: personId, name: row.name, aliases: readStrings(row.aliases), roles: readRoles(row.roles) };
    await countUp(transaction, workspaceId, { filedOn: row.filedOn, person });
  }
}
