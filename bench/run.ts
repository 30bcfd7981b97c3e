// npm run bench prints a table in less than ten minutes; npm run bench -- NAME … runs these benches whole: each figure with its floor in the same run, and the ratio of the two.

import { reported } from "./measure.ts";

/** One number or several, with commas between them; null where none is given. */
const SIZES = process.env["BENCH_ARTICLES"]?.split(",").map(Number) ?? null;
const ARTICLES = SIZES?.[0] ?? 10_000;
/** Each is loaded when its turn comes: what it holds in memory must not be another's code. */
const benches: Record<string, () => void | Promise<void>> = {
  extract: async () => (await import("./extract.ts")).benchExtract(),
  grammar: async () => (await import("./grammar.ts")).benchGrammar(),
  storing: async () => (await import("./storing.ts")).benchStoring(Math.min(ARTICLES, 400)),
  answers: async () => (await import("./briefing.ts")).benchAnswers(SIZES ?? [10_000, 200_000]),
  briefing: async () => (await import("./briefing.ts")).benchBriefing(SIZES ?? [10_000]),
  chat: async () => (await import("./chat.ts")).benchChat(ARTICLES),
  burst: async () => (await import("./burst.ts")).benchBurst(SIZES?.[0] ?? 1000),
  "cold-start": async () => (await import("./cold-start.ts")).benchColdStart(),
  poll: async () => (await import("./poll.ts")).benchPoll(),
  postgresql: async () => (await import("./postgresql.ts")).benchPostgresql(SIZES ?? [10_000, 100_000]),
  operations: async () => (await import("./operations.ts")).benchOperations(ARTICLES),
  retention: async () => (await import("./retention.ts")).benchRetention(SIZES?.[0] ?? 20_000),
  workers: async () => (await import("./workers.ts")).benchWorkers(SIZES?.[0] ?? 400),
  soak: async () => (await import("./soak.ts")).benchSoak(SIZES?.[0] ?? 20_000, (SIZES?.[0] ?? 20_000) / 4),
  lists: async () => (await import("./lists.ts")).benchLists(SIZES ?? [10_000, 100_000]),
  digests: async () => (await import("./digests.ts")).benchDigests(Number(process.env["BENCH_CHANNELS"] ?? 1000)),
};
/** Without a name, those that fit into ten minutes run, with sizes of their own: the figures that a change most likely moves. */
const QUICK: [string, () => void | Promise<void>][] = [
  ["storing", async () => (await import("./storing.ts")).benchStoring(100)],
  ["cold-start", async () => (await import("./cold-start.ts")).benchColdStart()],
  ["briefing", async () => (await import("./briefing.ts")).benchBriefing([2000])],
  ["workers", async () => (await import("./workers.ts")).benchWorkers(200)],
  ["digests", async () => (await import("./digests.ts")).benchDigests(100)],
  ["soak", async () => (await import("./soak.ts")).benchSoak(1000, 250)],
];
const ENOUGH_MS = 8 * 60_000;

async function runQuick(): Promise<void> {
  const left: string[] = [];
  for (const [name, bench] of QUICK)
    if (performance.now() < ENOUGH_MS) await bench();
    else left.push(name);
  console.log(`\n${"".padEnd(46)} ${"figure".padStart(12)}   ${"floor".padStart(18)}   ratio`);
  for (const line of reported()) console.log(line);
  if (left.length > 0) console.log(`Left out after eight minutes: ${left.join(", ")}. Name a bench to run it whole.`);
}

const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !(name in benches));
if (unknown !== undefined) {
  console.error(`There is no bench ${unknown}: name ${Object.keys(benches).join(", ")}, or none for a table in ten minutes.`);
  process.exitCode = 2;
} else {
  if (wanted.length === 0) await runQuick();
  for (const [name, bench] of Object.entries(benches)) if (wanted.includes(name)) await bench();
}
