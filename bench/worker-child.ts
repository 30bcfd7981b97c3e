// Run by workers.ts: a worker of the bot, from the word "go" on; it reads no web, because the entries bring their whole text.

import { openStore } from "../src/adapters/prisma/open-store.ts";
import { openJobs } from "../src/adapters/queue/open-jobs.ts";
import { startSourceWork } from "../src/adapters/queue/start-source-work.ts";
import { createExtractPool } from "../src/adapters/threads/create-extract-pool.ts";
import { createReadPool } from "../src/adapters/threads/create-read-pool.ts";
import { createSources } from "../src/app/wire-sources.ts";
import { loadConfig } from "../src/config/config.ts";
import { JOB_TIMINGS } from "../src/domain/job-queue.ts";
import { generateArticles } from "./generate-articles.ts";

const [url = ""] = process.argv.slice(2);
const clock = { now: () => Date.now() };
/** The queue tries a failed job again, as it does in the program: the bench counts them, and goes on. */
const fail = (error: unknown) => {
  console.error(error);
  process.stdout.write("failed\n");
};
const store = await openStore({ url });
const jobs = await openJobs(url, store.deadJobs, { timings: JOB_TIMINGS, clock, onFailure: fail });
const pool = createExtractPool();
const readers = createReadPool();
const sources = createSources(loadConfig({}).sources, {
  store,
  clock,
  readers,
  extract: pool.extract,
  wake: () => undefined,
  tell: async () => [],
  onFailure: fail,
});
// The threads' start is not what is measured.
for (const article of generateArticles(1)) await pool.extract(article);
process.stdout.write("ready\n");
await new Promise((resolve) => process.stdin.once("data", resolve));
const work = sources.jobsOn(jobs, { onPolled: () => undefined, onRead: () => undefined });
startSourceWork(jobs.queue, work, () => void work.queueDueEntries().catch(fail));
