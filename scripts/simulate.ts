// npm run simulate [-- SEEDS [SUBSCRIPTIONS DAYS [sqlite]]]: digests through everything that goes wrong, and how many came on time; then feeds
// that change how their articles look every day, and now and then what they say. npm run simulate -- feeds 6: those alone, of six seeds;
// -- texts 100: their texts alone, without a store, which takes a second a seed.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStore, type Store } from "../src/adapters/prisma/open-store.ts";
import type { DigestStore } from "../src/domain/digests/digest-store.ts";
import { type SimulationReport, simulate } from "../test/digest/simulation/simulate.ts";
import { type FeedsReport, simulateFeeds } from "../test/digest/simulation/simulate-feeds.ts";
import { simulateTexts } from "../test/digest/simulation/simulate-texts.ts";
import { createMemoryDigestStore } from "../test/fakes/digest-store.ts";

const [seeds = 20, subscriptions = 500, days = 400] = process.argv
  .slice(2)
  .filter((word) => /^\d+$/.test(word))
  .map(Number);
const isOfTexts = process.argv.includes("texts");
const isOfFeeds = isOfTexts || process.argv.includes("feeds");
const isOnSqlite = process.argv.includes("sqlite");
let isRight = true;

for (let seed = 1; seed <= (isOfFeeds ? 0 : seeds); seed++) {
  const { store, close } = await newStore();
  const report = await simulate({ seed, subscriptions, days, store });
  await close();
  say(`seed ${seed}: ${lineOf(report)}`);
  for (const sentence of [...report.wrong, ...report.failures.map(String)].slice(0, 20)) say(`  WRONG ${sentence}`);
  isRight &&= report.wrong.length === 0 && report.failures.length === 0;
}
for (let seed = 1; seed <= (isOfTexts ? seeds : 0); seed++) {
  const { wrong, compared, changes } = simulateTexts({ seed, days });
  say(`texts over ${days} days, seed ${seed}: ${compared} compared, ${changes} changed in what they say; ${wrong.length} wrong`);
  for (const sentence of wrong.slice(0, 20)) say(`  WRONG ${sentence}`);
  isRight &&= wrong.length === 0;
}
for (let seed = 1; seed <= (isOfTexts ? 0 : isOfFeeds ? seeds : 1); seed++) {
  const feeds = await simulateFeedsOnSqlite(seed);
  say(
    `feeds over ${days} days, seed ${seed}: ${feeds.servings} articles served, ${feeds.reports} new and ${feeds.changes} changed in what they say; ${feeds.retold} told again, ${feeds.missed} missed`,
  );
  for (const sentence of feeds.wrong.slice(0, 20)) say(`  WRONG ${sentence}`);
  isRight &&= feeds.wrong.length === 0;
}
say(
  isRight
    ? "Every date was told exactly once, or is accounted for by a reason; every report and every change of one was told once."
    : "Something was not told exactly once.",
);
process.exitCode = isRight ? 0 : 1;

async function newStore(): Promise<{ store: DigestStore; close: () => Promise<void> }> {
  if (!isOnSqlite) return { store: createMemoryDigestStore(), close: async () => undefined };
  const { store, close } = await newDatabase();
  return { store: store.digests, close };
}

/** What is read, stored and composed needs the whole store, not only its digests. */
async function simulateFeedsOnSqlite(seed: number): Promise<FeedsReport> {
  const { store, close } = await newDatabase();
  const report = await simulateFeeds(store, { seed, days });
  await close();
  return report;
}

async function newDatabase(): Promise<{ store: Store; close: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), "attache-simulation-"));
  const store = await openStore({ url: `file:${join(folder, "store.db")}` });
  const close = async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { store, close };
}

/** The rate is of the digests that were posted under their own date, whatever was down at the time. */
function lineOf(report: SimulationReport): string {
  const { dates, posted, silent, caughtUp, givenUp, withinAMinute, withinTenMinutes, early, kills, outages, clockJumps, chat } =
    report;
  const share = (number: number) => `${((100 * number) / Math.max(1, posted)).toFixed(2)} %`;
  return [
    `${dates} due dates: ${posted} posted (${share(withinAMinute)} within a minute, ${share(withinTenMinutes)} within ten, ${early} early by a wrong clock)`,
    `${silent} silent, ${caughtUp} in a catch-up, ${givenUp} given up with their channel`,
    `through ${kills} kills, ${outages} outages, ${clockJumps} clock jumps, ${chat.limited} rate limits, ${chat.lostAnswers} lost answers`,
  ].join("; ");
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
