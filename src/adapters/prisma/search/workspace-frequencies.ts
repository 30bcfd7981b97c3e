import { onlyRow } from "../json-rows.ts";
import { Prisma } from "../sql.ts";
import type { Statements } from "../statements.ts";
import { indexWords } from "./index-words.ts";
import type { LikenessSearch } from "./likeness-search.ts";
import type { TermFrequencies } from "./term-frequencies.ts";

/** Below so many articles counts keep up with each that comes: one article more changes what is rare. */
const EXACT_UP_TO = 500;
/** What was counted of more serves until the workspace has grown, or lost of its oldest, by this share. */
const STALE_AFTER = 0.02;
/** So many counts are kept, of all workspaces; then all are forgotten. */
const KEPT_COUNTS = 200_000;

/** How many articles of the workspace there are, and how many hold each of some terms. */
export type CountHeld = (terms: string[]) => Promise<TermFrequencies>;

/** Brings what is known of a workspace up to what is stored there, and counts by that. */
export type WorkspaceCounter = (client: Statements, workspaceId: string) => Promise<CountHeld>;

interface Counted {
  total: number;
  /** The key of the newest article. */
  last: number;
  /** When the newest article came, and the last of the oldest share, as the clock of whoever stored them says. */
  newest: Date | null;
  oldestShare: Date | null;
  counts: Map<string, number>;
}

/**
 * How rare words are in one workspace, for grouping. Nothing of another workspace is counted, and nothing that another one does decides
 * when a count is made anew: what one reads leaves the stories of the next as they are. A count hardly costs less for a small workspace in a
 * big file, so what is known there is kept up. A table of counts was weighed and left out: writers would wait for a common word's row.
 */
export function createWorkspaceCounter(likeness: LikenessSearch): WorkspaceCounter {
  const kept = new Map<string, Counted>();
  return async (client, workspaceId) => {
    const known = kept.get(workspaceId);
    const serves = known !== undefined && (await stillServes(client, workspaceId, known));
    const current = serves ? known : await countWorkspace(client, workspaceId, likeness);
    if ([...kept.values()].reduce((sum, { counts }) => sum + counts.size, 0) > KEPT_COUNTS) kept.clear();
    kept.set(workspaceId, current);
    return (terms) => countHeld({ client, workspaceId, likeness, current }, terms);
  };
}

interface Counting {
  client: Statements;
  workspaceId: string;
  likeness: LikenessSearch;
  current: Counted;
}

async function countHeld({ client, workspaceId, likeness, current }: Counting, terms: string[]): Promise<TermFrequencies> {
  const missing = terms.filter((term) => !current.counts.has(term));
  const found = missing.length === 0 ? new Map<string, number>() : await likeness.count(client, workspaceId, missing);
  for (const term of missing) current.counts.set(term, found.get(term) ?? 0);
  const holding = new Map(terms.map((term) => [term, current.counts.get(term) ?? 0]));
  return { total: Math.max(current.total, ...holding.values()), holding };
}

function stillServes(client: Statements, workspaceId: string, known: Counted): Promise<boolean> {
  return known.total < EXACT_UP_TO ? catchUp(client, workspaceId, known) : isNearEnough(client, workspaceId, known);
}

interface NewerRow {
  total: number | bigint;
  id: number | bigint | null;
  firstSeenAt: string | null;
  title: string | null;
  text: string;
}

/** Counts the words of the articles that came since. False where the numbers do not add up: then some went away. */
async function catchUp(client: Statements, workspaceId: string, known: Counted): Promise<boolean> {
  const since = known.newest === null ? Prisma.empty : Prisma.sql`AND a."firstSeenAt" >= ${known.newest}`;
  const rows = await client.query<NewerRow>(Prisma.sql`
    SELECT t."total", a."id", a."firstSeenAt", a."title", a."text"
    FROM (SELECT count(*) AS "total" FROM "Article" WHERE "workspaceId" = ${workspaceId}) AS t
    LEFT JOIN "Article" a ON a."workspaceId" = ${workspaceId} ${since} AND a."id" > ${known.last} ORDER BY a."firstSeenAt"`);
  const total = Number(onlyRow(rows.slice(0, 1)).total);
  const latest = rows.filter(({ id }) => id !== null);
  if (total !== known.total + latest.length) return false;
  for (const { id, firstSeenAt, title, text } of latest) {
    for (const word of new Set(indexWords(`${title ?? ""} ${text}`))) {
      const count = known.counts.get(word);
      if (count !== undefined) known.counts.set(word, count + 1);
    }
    known.last = Math.max(known.last, Number(id));
    known.newest = instantOf(firstSeenAt);
  }
  known.total = total;
  return true;
}

/** A workspace whose oldest share went away has lost too many, or was deleted and has begun again: what expires by the slice has it counted anew once in so many. */
async function isNearEnough(client: Statements, workspaceId: string, counted: Counted): Promise<boolean> {
  const { total, newest, oldestShare } = counted;
  if (newest === null || oldestShare === null) return false;
  const rows = await client.query<{ first: string | null; added: number | bigint }>(Prisma.sql`
    SELECT (SELECT min("firstSeenAt") FROM "Article" WHERE "workspaceId" = ${workspaceId}) AS "first",
      (SELECT count(*) FROM "Article" WHERE "workspaceId" = ${workspaceId} AND "firstSeenAt" > ${newest}) AS "added"`);
  const { first, added } = onlyRow(rows);
  const began = instantOf(first);
  return began !== null && began.getTime() <= oldestShare.getTime() && Number(added) <= total * STALE_AFTER;
}

interface SizeRow {
  total: number | bigint;
  last: number | bigint | null;
  newest: string | null;
}

async function countWorkspace(client: Statements, workspaceId: string, likeness: LikenessSearch): Promise<Counted> {
  const size = onlyRow(
    await client.query<SizeRow>(Prisma.sql`
      SELECT count(*) AS "total", max("id") AS "last", max("firstSeenAt") AS "newest" FROM "Article" WHERE "workspaceId" = ${workspaceId}`),
  );
  const total = Number(size.total);
  const [share] = await client.query<{ firstSeenAt: string }>(Prisma.sql`
    SELECT "firstSeenAt" FROM "Article" WHERE "workspaceId" = ${workspaceId}
    ORDER BY "firstSeenAt" LIMIT 1 OFFSET ${Math.floor(total * STALE_AFTER)}`);
  const counts = await likeness.countCommon(client, workspaceId, total);
  const [newest, oldestShare] = [instantOf(size.newest), instantOf(share?.firstSeenAt ?? null)];
  return { total, last: Number(size.last ?? 0), newest, oldestShare, counts };
}

function instantOf(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}
