import pg from "pg";
import type PgBoss from "pg-boss";
import { AppError } from "../../domain/errors.ts";
import { JOB_KINDS, type JobTimings } from "../../domain/job-queue.ts";
import type { Server } from "../prisma/postgresql/server.ts";

/** One process at a time prepares the queues: pg-boss makes a table for each, and those who do it together lock each other out. */
const PREPARING_LOCK = 72_707_370;
const NO_RIGHT = "42501";

/** Starts pg-boss, which brings its schema to its version, and makes our queues. Throws an AppError ("store-unusable"). */
export async function preparePgBoss(boss: PgBoss, server: Server, timings: JobTimings): Promise<void> {
  const client = new pg.Client(server.config);
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.query("BEGIN");
    await client.query("SELECT pg_advisory_xact_lock($1)", [PREPARING_LOCK]);
    await boss.start();
    await makeQueues(boss, timings);
    await client.query("COMMIT");
  } catch (error) {
    await boss.stop({ graceful: false }).catch(() => undefined);
    throw explain(error, server.name);
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function makeQueues(boss: PgBoss, timings: JobTimings): Promise<void> {
  for (const name of JOB_KINDS) {
    const settings: PgBoss.Queue = {
      name,
      // One that waits for each key, however many schedulers send it.
      policy: "short",
      retryLimit: timings.retries,
      retryDelay: seconds(timings.retryMs[name]),
      retryBackoff: true,
      expireInSeconds: seconds(timings.expireMs),
    };
    if ((await boss.getQueue(name)) === null) await boss.createQueue(name, settings);
    else await boss.updateQueue(name, settings);
  }
}

export function seconds(ms: number): number {
  return Math.max(1, Math.ceil(ms / 1000));
}

function explain(error: unknown, name: string): unknown {
  if (error instanceof AppError) return error;
  const code = typeof error === "object" && error !== null && "code" in error ? error.code : null;
  if (code === NO_RIGHT) {
    const sentence = `Could not create the jobs' schema in the database ${name}. Give its user the right to create schemas (GRANT CREATE ON DATABASE), at least for one start.`;
    return new AppError("store-unusable", sentence, { cause: error });
  }
  const said = error instanceof Error ? error.message.split("\n")[0] : String(error);
  return new AppError("store-unusable", `Could not open the jobs in the database ${name} (${said}). Check that it is up.`, {
    cause: error,
  });
}
