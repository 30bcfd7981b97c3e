import PgBoss from "pg-boss";
import { emptyDepth, type JobDepth, type JobKind, type JobLedger, type JobQueue } from "../../domain/job-queue.ts";
import { within } from "../../domain/within.ts";
import { reachServer } from "../prisma/postgresql/reach-server.ts";
import type { QueueDeps } from "./create-in-process-queue.ts";
import { preparePgBoss, seconds } from "./prepare-pg-boss.ts";
import { readCounts, readDead, readKeys, readUntaken } from "./schema.ts";
import { type Consumer, startConsumer } from "./start-consumer.ts";

/** Connections of one process for its jobs, beside those of the store. */
const CONNECTIONS = 4;
/** How often one of the processes looks for jobs that were taken and never ended. */
const MAINTENANCE_SECONDS = 10;
/** How long pg-boss's archive keeps dead jobs after their rows were queued again. */
const ARCHIVE_DAYS = 14;

/** The jobs of any number of processes, by pg-boss, in a schema of its own beside the store's tables. Throws an AppError ("store-unusable"). */
export async function createPgBossQueue(url: string, deps: QueueDeps): Promise<JobQueue & JobLedger> {
  const server = await reachServer(url);
  const { timings, onFailure } = deps;
  const schema = jobsSchema(server.schema);
  const boss = new PgBoss({
    ...server.config,
    // It stands in the address; pg-boss's types know of fewer ways to give it than the driver's.
    password: undefined,
    max: CONNECTIONS,
    schema,
    // Looks are taken by our own ticks: a source's time is data.
    schedule: false,
    maintenanceIntervalSeconds: MAINTENANCE_SECONDS,
    archiveFailedAfterSeconds: seconds(timings.deadForMs),
    deleteAfterDays: ARCHIVE_DAYS,
  });
  boss.on("error", (error) => onFailure(error, null));
  await preparePgBoss(boss, server, timings);
  const stopping = new AbortController();
  const consumers = new Map<JobKind, Consumer>();
  const query = async (sql: string, values: unknown[]): Promise<unknown> =>
    (await boss.getDb().executeSql(sql.replaceAll("jobs.", `${schema}.`), values)).rows;
  return {
    async send(kind, rowIds, notBeforeMs = 0) {
      if (rowIds.length === 0) return 0;
      const keys = rowIds.map(String);
      const known = readKeys(await query(KNOWN, [kind, keys]));
      const sent = rowIds.filter((rowId) => !known.has(String(rowId)));
      if (sent.length > 0) await boss.insert(sent.map((rowId) => newJob(kind, rowId, notBeforeMs - deps.clock.now())));
      if (sent.length > 0) consumers.get(kind)?.kick();
      return sent.length;
    },
    work(kind, terms) {
      const { signal } = stopping;
      consumers.set(kind, startConsumer({ boss, kind, pollMs: timings.pollMs, stopping: signal, onFailure }, terms));
    },
    async stop(deadlineMs) {
      stopping.abort();
      await within(Promise.all([...consumers.values()].map((consumer) => consumer.ended())), deadlineMs);
      await boss.stop({ graceful: false });
    },
    depth: async () => toDepth(readCounts(await query(COUNTS, []))),
    untakenMs: async () => readUntaken(await query(UNTAKEN, [])),
    dead: async (limit) => readDead(await query(DEAD, [limit])),
    async revive(ids) {
      const dead = readDead(await query(DEAD, [MOST_DEAD])).filter(({ id }) => ids === null || ids.includes(id));
      for (const { kind, id } of dead) await boss.retry(kind, id);
      return dead.length;
    },
  };
}

function jobsSchema(schema: string | null): string {
  return schema === null ? "attache_jobs" : `${schema}_jobs`;
}

/** More than these are revived by asking again. */
const MOST_DEAD = 10_000;

/**
 * An active one is not among them, nor one that is tried again because it was taken and never ended: a row that is due again says that
 * whoever took its job is gone, and need not wait for the pause that is meant for faults, which have a reason.
 */
const KNOWN = `SELECT singleton_key AS key FROM jobs.job
  WHERE name = $1 AND singleton_key = ANY($2::text[])
    AND (state IN ('created', 'failed') OR state = 'retry' AND output ? 'reason')`;
/** By the server's clock, which is one for all: the processes' own may differ. */
const UNTAKEN = `SELECT greatest(0, extract(epoch FROM least(
    now() - min(start_after) FILTER (WHERE state IN ('created', 'retry')),
    now() - max(started_on))) * 1000)::float8 AS ms,
  count(*) FILTER (WHERE state IN ('created', 'retry') AND start_after <= now())::int AS waiting FROM jobs.job`;
const COUNTS = "SELECT name AS kind, state::text AS state, count(*)::int AS count FROM jobs.job GROUP BY name, state";
const DEAD = `SELECT id::text AS id, name AS kind, data, output, retry_count + 1 AS tries, completed_on AS "diedAt" FROM jobs.job
  WHERE state = 'failed' ORDER BY completed_on DESC, id LIMIT $1`;

function newJob(kind: JobKind, rowId: number, waitMs: number): PgBoss.JobInsert {
  const job = { name: kind, data: { rowId }, singletonKey: String(rowId) };
  // By the server's clock, which is one for all.
  return waitMs > 0 ? { ...job, startAfter: `${waitMs} milliseconds` } : job;
}

function toDepth(rows: ReturnType<typeof readCounts>): JobDepth {
  const depth = emptyDepth();
  for (const { kind, state, count } of rows) {
    if (kind === null) continue;
    if (state === "created" || state === "retry") depth[kind].waiting += count;
    else if (state === "active") depth[kind].active += count;
    else if (state === "failed") depth[kind].dead += count;
  }
  return depth;
}
