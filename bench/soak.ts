import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { openStore } from "../src/adapters/prisma/open-store.ts";
import { createExtractPool } from "../src/adapters/threads/create-extract-pool.ts";
import { createCommands } from "../src/commands/create-commands.ts";
import type { Article } from "../src/domain/evidence/article.ts";
import { ingestArticles } from "../src/ingest/ingest-articles.ts";
import { TOPICS } from "./chat.ts";
import { generateArticles } from "./generate-articles.ts";
import { report } from "./measure.ts";

const BLOCKS = 20;
/** Until then caches fill. */
const WARM_BLOCKS = 5;
/** Of a desk with many sources: ten thousand articles a day. */
const ARTICLES_AN_HOUR = 10_000 / 24;
/** Bar of the project, in megabytes an hour. */
const BAR_MB = 1;

/**
 * Articles and briefings for as long as it takes: how fast what the program holds grows after the first quarter. It is measured after a
 * collection, by the least squares of what JavaScript holds; resident memory, which the allocator rounds, stands beside it.
 */
export async function benchSoak(articles: number, commands: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "attache-soak-"));
  const store = await openStore({ url: `file:${join(folder, "store.db")}` });
  const pool = createExtractPool();
  const clock = { now: () => Date.now() };
  const desk = createCommands({ store, clock });
  const collect = collector();
  const all = generateArticles(articles);
  const held: number[] = [];
  const resident: number[] = [];
  for (let block = 0; block < BLOCKS; block++) {
    const read = take(all, Math.ceil(articles / BLOCKS));
    for await (const { status, reason } of ingestArticles(
      { store: store.evidence, extract: pool.extract, clock },
      { workspaceId: "terminal", articles: read },
    ))
      if (status === "failed") throw new Error(reason);
    for (let at = 0; at < commands / BLOCKS; at++)
      await desk.answer("terminal", { kind: "briefing", topic: TOPICS[at % TOPICS.length] ?? "" });
    collect();
    const { heapUsed, external, rss } = process.memoryUsage();
    held.push((heapUsed + external) / 1e6);
    resident.push(rss / 1e6);
  }
  await pool.close();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
  const perHour = (values: number[]) => (slopeOf(values.slice(WARM_BLOCKS)) / (articles / BLOCKS)) * ARTICLES_AN_HOUR;
  const growth = perHour(held);
  const name = `held memory, MB an hour at ${ARTICLES_AN_HOUR.toFixed(0)} articles (floor: the bar)`;
  report(name, { figure: growth.toFixed(2), floor: String(BAR_MB), ratio: growth / BAR_MB });
  const [first, last] = [held[WARM_BLOCKS] ?? 0, held.at(-1) ?? 0];
  const rss = `resident ${resident[WARM_BLOCKS]?.toFixed(0)} to ${resident.at(-1)?.toFixed(0)} MB`;
  console.log(`  ${articles} articles, ${commands} briefings: held ${first.toFixed(1)} to ${last.toFixed(1)} MB, ${rss}`);
}

async function* take(all: Generator<Article>, count: number) {
  for (let at = 0; at < count; at++) {
    const { value, done } = all.next();
    if (done) return;
    yield { kind: "article" as const, article: value };
  }
}

/** A full collection, without which memory says when the last one was. */
function collector(): () => void {
  setFlagsFromString("--expose-gc");
  return runInNewContext("gc") as () => void;
}

/** By least squares, a step. */
function slopeOf(values: number[]): number {
  const [middle, mean] = [(values.length - 1) / 2, values.reduce((sum, value) => sum + value, 0) / values.length];
  let [above, below] = [0, 0];
  for (const [at, value] of values.entries()) {
    above += (at - middle) * (value - mean);
    below += (at - middle) ** 2;
  }
  return above / below;
}
