// npm run simulate [-- SEEDS [SUBSCRIPTIONS DAYS [sqlite]]]: digests through everything that goes wrong, and how many came on time.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStore } from "../src/adapters/prisma/open-store.ts";
import type { DigestStore } from "../src/domain/digests/digest-store.ts";
import { type SimulationReport, simulate } from "../test/digest/simulation/simulate.ts";
import { createMemoryDigestStore } from "../test/fakes/digest-store.ts";

const [seeds = 20, subscriptions = 500, days = 400] = process.argv
  .slice(2, 5)
  .filter((word) => /^\d+$/.test(word))
  .map(Number);
const isOnSqlite = process.argv.includes("sqlite");
let isRight = true;

for (let seed = 1; seed <= seeds; seed++) {
  const { store, close } = await newStore();
  const report = await simulate({ seed, subscriptions, days, store });
  await close();
  say(`seed ${seed}: ${lineOf(report)}`);
  for (const sentence of [...report.wrong, ...report.failures.map(String)].slice(0, 20)) say(`  WRONG ${sentence}`);
  isRight &&= report.wrong.length === 0 && report.failures.length === 0;
}
say(isRight ? "Every date was told exactly once, or is accounted for by a reason." : "Some dates were not told exactly once.");
process.exitCode = isRight ? 0 : 1;

async function newStore(): Promise<{ store: DigestStore; close: () => Promise<void> }> {
  if (!isOnSqlite) return { store: createMemoryDigestStore(), close: async () => undefined };
  const folder = mkdtempSync(join(tmpdir(), "attache-simulation-"));
  const store = await openStore({ url: `file:${join(folder, "store.db")}` });
  const close = async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { store: store.digests, close };
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
