// npm run bench [-- extract | answers | briefing | chat | cold-start | poll | postgresql | operations | workers | digests]: each figure with its floor in the same run, and the ratio of the two.
import { benchAnswers, benchBriefing } from "./briefing.ts";
import { benchChat } from "./chat.ts";
import { benchColdStart } from "./cold-start.ts";
import { benchDigests } from "./digests.ts";
import { benchExtract } from "./extract.ts";
import { benchOperations } from "./operations.ts";
import { benchPoll } from "./poll.ts";
import { benchPostgresql } from "./postgresql.ts";
import { benchWorkers } from "./workers.ts";

/** One number or several, with commas between them; null where none is given. */
const SIZES = process.env["BENCH_ARTICLES"]?.split(",").map(Number) ?? null;
const ARTICLES = SIZES?.[0] ?? 10_000;
const benches: Record<string, () => void | Promise<void>> = {
  extract: benchExtract,
  answers: () => benchAnswers(SIZES ?? [10_000, 200_000]),
  briefing: () => benchBriefing(SIZES ?? [10_000]),
  chat: () => benchChat(ARTICLES),
  "cold-start": benchColdStart,
  poll: benchPoll,
  postgresql: () => benchPostgresql(SIZES ?? [10_000, 100_000]),
  operations: () => benchOperations(ARTICLES),
  workers: () => benchWorkers(SIZES?.[0] ?? 400),
  digests: () => benchDigests(Number(process.env["BENCH_CHANNELS"] ?? 1000)),
};
const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !(name in benches));
if (unknown !== undefined) {
  console.error(`There is no bench ${unknown}: name ${Object.keys(benches).join(", ")}, or none for all of them.`);
  process.exitCode = 2;
} else {
  for (const [name, bench] of Object.entries(benches)) if (wanted.length === 0 || wanted.includes(name)) await bench();
}
