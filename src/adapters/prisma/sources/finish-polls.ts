import type { FinishedPoll, SeenItem } from "../../../domain/sources/source-store.ts";
import { cleanText } from "../clean-parameters.ts";
import type { Clients } from "../clients.ts";
import { insertions, type TableColumns } from "../insertion.ts";
import { type JsonRows, jsonIn, numberIn, textIn, toJsonRows } from "../json-rows.ts";
import { rounds } from "../rounds.ts";
import { Prisma } from "../sql.ts";
import type { Statements } from "../statements.ts";

/** Polls that are kept for `why`, of each source. */
const POLLS_KEPT = 50;
/** Of one statement: rows, and characters of what the entries bring. */
const MAX_ROWS = 1000;
const MAX_CHARACTERS = 2_000_000;

/** Writes several polls down in one transaction: few statements, however many they are. The second poll of a source comes after the first. */
export function finishPolls(clients: Clients, polls: FinishedPoll[]): Promise<void> {
  return clients.bulkTransaction(async (statements) => {
    for (const round of rounds(polls, ({ sourceId }) => sourceId)) await finishRound(statements, clients.rows, round);
  });
}

async function finishRound(statements: Statements, rows: JsonRows, polls: FinishedPoll[]): Promise<void> {
  const there = await updateSources(statements, rows, polls);
  // The others were removed while they were being read.
  const kept = polls.filter((poll) => there.has(poll.sourceId));
  if (kept.length === 0) return;
  await insertPolls(statements, rows, kept);
  const changed = kept.filter((each) => each.poll.outcome !== "unchanged");
  if (changed.length > 0) await dropOldPolls(statements, rows, changed);
  await markGone(statements, rows, kept);
  for (const part of parts(kept.flatMap(itemsOf)))
    for (const statement of insertions(rows, SOURCE_ITEM, part)) await statements.execute(statement);
}

async function updateSources(statements: Statements, rows: JsonRows, polls: FinishedPoll[]): Promise<Set<number>> {
  const json = toJsonRows(
    polls.map(({ poll, items, listed, failure, ...columns }) => ({
      ...columns,
      nextPollAt: iso(columns.nextPollAtMs),
      entries: listed?.length ?? null,
      failures: failure?.count ?? 0,
      failingSince: failure === null ? null : iso(failure.sinceMs),
      failureReason: failure?.reason ?? null,
    })),
  );
  const updated = await statements.query<{ id: number | bigint }>(Prisma.sql`
    UPDATE "Source" SET "title" = ${textIn("title")}, "nextPollAt" = ${rows.instant("nextPollAt")},
      "pollEveryMs" = ${numberIn("intervalMs")}, "etag" = ${textIn("etag")}, "lastModified" = ${textIn("lastModified")},
      "bodyHash" = ${textIn("bodyHash")}, "entries" = coalesce(${numberIn("entries")}, "entries"), "failures" = ${numberIn("failures")},
      "failingSince" = ${rows.instant("failingSince")}, "failureReason" = ${textIn("failureReason")}
    FROM ${rows.table(json)} AS "given" WHERE "Source"."id" = ${numberIn("sourceId")} RETURNING "Source"."id" AS "id"`);
  return new Set(updated.map((row) => Number(row.id)));
}

async function insertPolls(statements: Statements, rows: JsonRows, polls: FinishedPoll[]): Promise<void> {
  const json = toJsonRows(polls.map(({ sourceId, poll: { atMs, ...columns } }) => ({ sourceId, at: iso(atMs), ...columns })));
  await statements.execute(Prisma.sql`
    INSERT INTO "Poll" ("sourceId", "at", "outcome", "reason", "seen", "kept", "updated", "dropped")
    SELECT ${numberIn("sourceId")}, ${rows.instant("at")}, ${textIn("outcome")}, ${textIn("reason")}, ${numberIn("seen")},
      ${numberIn("kept")}, ${numberIn("updated")}, ${jsonIn("dropped")}
    FROM ${rows.table(json)} AS "given"`);
}

async function dropOldPolls(statements: Statements, rows: JsonRows, polls: FinishedPoll[]): Promise<void> {
  const ids = rows.list(polls.map((poll) => poll.sourceId));
  await statements.execute(Prisma.sql`
    DELETE FROM "Poll" WHERE "id" IN (
      SELECT "id" FROM (
        SELECT "id", row_number() OVER (PARTITION BY "sourceId" ORDER BY "id" DESC) AS "place" FROM "Poll" WHERE "sourceId" IN ${ids}
      ) AS "placed" WHERE "place" > ${POLLS_KEPT})`);
}

/** What a source shows no more is noted with the time, and what it shows again is as if it had never been away: that is when an entry may be forgotten. */
async function markGone(statements: Statements, rows: JsonRows, polls: FinishedPoll[]): Promise<void> {
  const read = polls.filter((poll) => poll.listed !== null);
  if (read.length === 0) return;
  // Polls that are written together were taken together.
  const at = toJsonRows([{ at: iso(Math.max(...read.map(({ poll }) => poll.atMs))) }]);
  const sources = toJsonRows(read.map(({ sourceId }) => ({ sourceId })));
  const json = toJsonRows(read.flatMap(({ sourceId, listed }) => (listed ?? []).map((key) => ({ sourceId, key }))));
  const shown = Prisma.sql`(SELECT ${numberIn("sourceId")}, ${textIn("key")} FROM ${rows.table(json)} AS "shown")`;
  // The sources come first, so that each one's entries are found by their key: SQLite would look through those of all.
  const known = Prisma.sql`SELECT i."id" FROM ${rows.table(sources)} AS "given" CROSS JOIN "SourceItem" AS i
    WHERE i."sourceId" = ${numberIn("sourceId")}`;
  await statements.execute(Prisma.sql`
    UPDATE "SourceItem" SET "goneAt" = (SELECT ${rows.instant("at")} FROM ${rows.table(at)} AS "given")
    WHERE "id" IN (${known} AND i."goneAt" IS NULL AND (i."sourceId", i."key") NOT IN ${shown})`);
  await statements.execute(Prisma.sql`
    UPDATE "SourceItem" SET "goneAt" = NULL
    WHERE "id" IN (${known} AND i."goneAt" IS NOT NULL AND (i."sourceId", i."key") IN ${shown})`);
}

interface Row extends Omit<SeenItem, "item"> {
  sourceId: number;
  seenAt: string;
  /** Absent where there is none: JSON's null would be a text. */
  payload: SeenItem["item"] | undefined;
}

/** Keys that are the same once they can be stored are one row, which a statement touches once: the last of them counts. */
function itemsOf({ sourceId, poll, items }: FinishedPoll): Row[] {
  const seenAt = iso(poll.atMs);
  const rows = new Map<string, Row>();
  for (const { key, fingerprint, url, title, outcome, reason, item } of items)
    rows.set(cleanText(key), { sourceId, key, fingerprint, url, title, outcome, reason, seenAt, payload: item ?? undefined });
  return [...rows.values()];
}

function parts(items: Row[]): Row[][] {
  const found: Row[][] = [];
  let part: Row[] = [];
  let characters = 0;
  for (const row of items) {
    const length = row.payload?.html?.length ?? 0;
    if (part.length === MAX_ROWS || (part.length > 0 && characters + length > MAX_CHARACTERS)) {
      found.push(part);
      part = [];
      characters = 0;
    }
    part.push(row);
    characters += length;
  }
  return part.length === 0 ? found : [...found, part];
}

/** An entry that has changed is read anew. */
const SOURCE_ITEM: TableColumns<Row> = {
  table: "SourceItem",
  columns: {
    sourceId: "number",
    key: "text",
    fingerprint: "text",
    url: "text",
    title: "text",
    outcome: "text",
    reason: "text",
    seenAt: "instant",
    payload: "json-text",
  },
  onConflict: `ON CONFLICT ("sourceId", "key") DO UPDATE SET "fingerprint" = excluded."fingerprint", "url" = excluded."url",
    "title" = excluded."title", "outcome" = excluded."outcome", "reason" = excluded."reason", "seenAt" = excluded."seenAt",
    "payload" = excluded."payload", "tries" = 0, "missing" = 0, "dueAt" = NULL`,
};

function iso(atMs: number): string {
  return new Date(atMs).toISOString();
}
