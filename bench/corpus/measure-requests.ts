import { loadavg } from "node:os";
import type { Store } from "../../src/adapters/prisma/open-store.ts";
import { createCommands } from "../../src/commands/create-commands.ts";
import { ms, percentile, report, timed } from "../measure.ts";
import type { CorpusRequest } from "./requests.ts";

/** A bare full-text query for some words, in the same store. */
export type BareSearch = (words: string[]) => Promise<unknown>;

export interface RequestRun {
  /** What is measured, for people: "briefing over 10000 articles". */
  name: string;
  requests: CorpusRequest[];
  rounds: number;
  bare: BareSearch;
}

/** The day after the corpus ends. */
const TODAY_MS = Date.UTC(2025, 10, 20);

/**
 * Asks every request in every round, each beside a bare full-text query for its words; the first round warms up. With BENCH_EACH set it
 * also prints what each request took. Returns the 95th percentile, in milliseconds.
 */
export async function measureRequests(store: Store, run: RequestRun): Promise<number> {
  const commands = createCommands({ store, clock: { now: () => TODAY_MS } });
  const floor: number[] = [];
  const processor: number[] = [];
  const ours = new Map<CorpusRequest, number[]>(run.requests.map((request) => [request, []]));
  for (let round = 0; round <= run.rounds; round++) {
    for (const request of run.requests) {
      const bareMs = await timed(() => run.bare(request.words));
      const before = process.cpuUsage();
      const oursMs = await timed(() => commands.answer("terminal", request.intent));
      const { user, system } = process.cpuUsage(before);
      if (round === 0) continue;
      processor.push((user + system) / 1000);
      floor.push(bareMs);
      ours.get(request)?.push(oursMs);
    }
  }
  if (process.env["BENCH_EACH"] !== undefined)
    for (const [request, values] of ours)
      console.log(
        `  p50 ${ms(percentile(values, 0.5)).padStart(8)}  p95 ${ms(percentile(values, 0.95)).padStart(8)}  ${request.name}`,
      );
  const all = [...ours.values()].flat();
  for (const share of [0.5, 0.95]) {
    const [figure, bareFigure] = [percentile(all, share), percentile(floor, share)];
    report(`${run.name}, p${share * 100} (floor: bare top 20)`, {
      figure: ms(figure),
      floor: ms(bareFigure),
      ratio: figure / bareFigure,
    });
  }
  // What others do on the machine hardly shows in it; on PostgreSQL the server's own is not in it.
  const [half, most] = [0.5, 0.95].map((share) => ms(percentile(processor, share)));
  console.log(`  of which processor time p50 ${half}, p95 ${most} (load ${loadavg()[0]?.toFixed(1)})`);
  return percentile(all, 0.95);
}

/** Says how much more a larger store costs than the one before it. */
export function createGrowth(name: string): { add(articles: number, p95Ms: number): void; tell(): void } {
  const measured: { articles: number; p95Ms: number }[] = [];
  return {
    add: (articles, p95Ms) => void measured.push({ articles, p95Ms }),
    tell() {
      for (const [at, { articles, p95Ms }] of measured.entries()) {
        const before = measured[at - 1];
        if (before === undefined) continue;
        const [more, costlier] = [articles / before.articles, p95Ms / before.p95Ms];
        console.log(`${name}: ${more.toFixed(0)} times the articles (${articles}) cost ${costlier.toFixed(2)} times the p95`);
      }
    },
  };
}
