import { afterAll, beforeAll, describe } from "vitest";
import { createPgBossQueue } from "../../../src/adapters/queue/create-pg-boss-queue.ts";
import { describeJobQueue, QUICK, type QueueUnderTest } from "../../contracts/job-queue.ts";
import { postgresqlUrl, type TemporaryPostgresql, temporaryPostgresql } from "../prisma/temporary-postgresql.ts";

describe.skipIf(postgresqlUrl === "")("pg-boss", () => {
  let database: TemporaryPostgresql;

  beforeAll(async () => {
    database = await temporaryPostgresql();
  });

  afterAll(() => database.drop());

  describeJobQueue("by pg-boss", async (): Promise<QueueUnderTest> => {
    const failures: QueueUnderTest["failures"] = [];
    const open = () =>
      createPgBossQueue(database.url, {
        timings: QUICK,
        clock: { now: () => Date.now() },
        onFailure: (_error, job) => {
          if (job !== null) failures.push(job);
        },
      });
    const queue = await open();
    await database.query("TRUNCATE attache_jobs.job, attache_jobs.archive");
    const opened = [queue];
    return {
      queue,
      failures,
      async reopen() {
        const again = await open();
        opened.push(again);
        return again;
      },
      async close() {
        for (const each of opened) await each.stop(1000);
      },
    };
  });
});
