import type { NameCount, PersonEvidence } from "../../../domain/evidence/evidence-store.ts";
import { nameKey } from "../../../domain/evidence/fold-name.ts";
import { withoutTitles } from "../../../extract/en/titles.ts";
import { nameWords } from "../../../extract/names.ts";
import type { TableColumns } from "../insertion.ts";
import { type JsonRows, numberIn, textIn, toJsonRows } from "../json-rows.ts";
import { Prisma } from "../sql.ts";
import type { Transaction } from "../transaction.ts";
import type { WorkspaceTurn } from "../turn/workspace-turn.ts";

/** So many articles that give one country are no mistake, however many give none. */
const ENOUGH = 3;

/** What articles call people, counted by person and name: each article counts once, whatever it repeats. */
export function countNames(people: Pick<PersonEvidence, "personKey" | "name" | "aliases">[]): NameCount[] {
  const counts = new Map<string, NameCount>();
  for (const { personKey, name: fullest, aliases } of people) {
    for (const name of new Set([fullest, ...aliases])) {
      const key = `${personKey} ${name}`;
      const known = counts.get(key) ?? { personKey, name, uses: 0, usesAsName: 0 };
      counts.set(key, { ...known, uses: known.uses + 1, usesAsName: known.usesAsName + (name === fullest ? 1 : 0) });
    }
  }
  return [...counts.values()];
}

const ALIASES: TableColumns<{
  workspaceId: string;
  personId: number;
  name: string;
  key: string;
  uses: number;
  usesAsName: number;
}> = {
  table: "Alias",
  columns: { workspaceId: "text", personId: "number", name: "text", key: "text", uses: "number", usesAsName: "number" },
  onConflict: `ON CONFLICT ("personId", "name") DO UPDATE SET
    "uses" = "Alias"."uses" + excluded."uses", "usesAsName" = "Alias"."usesAsName" + excluded."usesAsName"`,
};

const WORDS: TableColumns<{ workspaceId: string; word: string; personId: number }> = {
  table: "NameWord",
  columns: { workspaceId: "text", word: "text", personId: "number" },
  onConflict: "ON CONFLICT DO NOTHING",
};

/** Counts names up; the rows wait to be written. */
export function addNames({ pending, workspaceId }: Pick<WorkspaceTurn, "pending" | "workspaceId">, counts: NameCount[]): void {
  pending.insert(
    ALIASES,
    counts.map(({ personKey, name, uses, usesAsName }) => ({
      workspaceId,
      personId: personKey,
      name,
      key: nameKey(name),
      uses,
      usesAsName,
    })),
  );
  const words = counts.flatMap(({ personKey, name }) =>
    wordsOf([name]).map((word) => ({ workspaceId, word, personId: personKey })),
  );
  pending.insert(WORDS, words);
}

/** Counts names down. A name that no article uses any more goes, and so do the words that only it had. */
export async function takeNames(
  { transaction, workspaceId, rows }: { transaction: Transaction; workspaceId: string; rows: JsonRows },
  counts: NameCount[],
): Promise<void> {
  if (counts.length === 0) return;
  const json = toJsonRows(counts);
  await transaction.$executeRaw`
    UPDATE "Alias" SET "uses" = "uses" - ${numberIn("uses")}, "usesAsName" = "usesAsName" - ${numberIn("usesAsName")}
    FROM ${rows.table(json)} AS "given"
    WHERE "Alias"."personId" = ${numberIn("personKey")} AND "Alias"."name" = ${textIn("name")}`;
  const keys = [...new Set(counts.map((each) => each.personKey))];
  const gone = await transaction.$queryRaw<{ personId: number | bigint; name: string }[]>`
    DELETE FROM "Alias" WHERE "personId" IN ${rows.list(keys)} AND "uses" <= 0 RETURNING "personId", "name"`;
  if (gone.length === 0) return;
  const who = rows.list([...new Set(gone.map((row) => Number(row.personId)))]);
  const left = await transaction.$queryRaw<typeof gone>`SELECT "personId", "name" FROM "Alias" WHERE "personId" IN ${who}`;
  const kept = new Set(left.flatMap(({ personId, name }) => wordsOf([name]).map((word) => `${personId} ${word}`)));
  const words = gone
    .flatMap(({ personId, name }) => wordsOf([name]).map((word) => ({ personKey: Number(personId), word })))
    .filter(({ personKey, word }) => !kept.has(`${personKey} ${word}`));
  await transaction.$executeRaw`
    DELETE FROM "NameWord" WHERE ("workspaceId", "word", "personId") IN (
      SELECT ${workspaceId}, ${textIn("word")}, ${numberIn("personKey")} FROM ${rows.table(toJsonRows(words))} AS "given"
    )`;
}

function wordsOf(names: string[]): string[] {
  return [...new Set(names.flatMap((name) => nameWords(withoutTitles(name))))];
}

/**
 * The name that most articles use as the full one (of two that are used alike, the longer), the country of more than half of the offices
 * whose state is told, where three tell it, or of one office in ten (one article among many is mistaken), and how many articles name them: each
 * gives one full name. A name that an admin has merged into another is not the one to go by.
 */
export async function chooseNames({ statements, rows, homes }: WorkspaceTurn, personKeys: number[]): Promise<void> {
  homes.clear();
  const chosen = await statements.query<{ id: number; country: string | null }>(Prisma.sql`
    UPDATE "Person" SET "name" = coalesce((
      SELECT "Alias"."name" FROM "Alias" WHERE "Alias"."personId" = "Person"."id" AND "Alias"."usesAsName" > 0
      ORDER BY EXISTS (
        SELECT 1 FROM "NameRule" WHERE "NameRule"."workspaceId" = "Alias"."workspaceId" AND "NameRule"."kind" = 'same'
          AND "NameRule"."otherKey" = "Alias"."key"
      ), "Alias"."usesAsName" DESC, length("Alias"."name") DESC, "Alias"."name" LIMIT 1
    ), "name"), "country" = (
      SELECT "given"."country" FROM (
        SELECT "Role"."country", sum("Role"."uses") AS "uses" FROM "Role" WHERE "Role"."personId" = "Person"."id" GROUP BY "Role"."country"
      ) AS "given" WHERE "given"."country" IS NOT NULL
        AND "given"."uses" * 2 > (
          SELECT sum("Role"."uses") FROM "Role" WHERE "Role"."personId" = "Person"."id" AND "Role"."country" IS NOT NULL
        ) AND ("given"."uses" >= ${ENOUGH}
          OR "given"."uses" * 10 >= (SELECT sum("Role"."uses") FROM "Role" WHERE "Role"."personId" = "Person"."id"))
      ORDER BY "given"."uses" DESC, "given"."country" LIMIT 1
    ), "uses" = (
      SELECT coalesce(sum("Alias"."usesAsName"), 0) FROM "Alias" WHERE "Alias"."personId" = "Person"."id"
    ) WHERE "id" IN ${rows.list(personKeys)} RETURNING "id", "country"`);
  for (const { id, country } of chosen) homes.set(id, country);
}
