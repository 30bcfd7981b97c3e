// npm run bench [-- NAME …], where NAME is one of the benches below: each figure with its floor in the same run, and the ratio of the two.

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
  lists: async () => (await import("./lists.ts")).benchLists(SIZES ?? [10_000, 100_000]),
  digests: async () => (await import("./digests.ts")).benchDigests(Number(process.env["BENCH_CHANNELS"] ?? 1000)),
};
const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !(name in benches));
if (unknown !== undefined) {
  console.error(`There is no bench ${unknown}: name ${Object.keys(benches).join(", ")}, or none for all of them.`);
  process.exitCode = 2;
} else {
  for (const [name, bench] of Object.entries(benches)) if (wanted.length === 0 || wanted.includes(name)) await bench();
}
