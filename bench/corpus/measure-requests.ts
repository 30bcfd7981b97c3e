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
 * also prints what each request took.
 */
export async function measureRequests(store: Store, run: RequestRun): Promise<void> {
  const commands = createCommands({ store, clock: { now: () => TODAY_MS } });
  const floor: number[] = [];
  const ours = new Map<CorpusRequest, number[]>(run.requests.map((request) => [request, []]));
  for (let round = 0; round <= run.rounds; round++) {
    for (const request of run.requests) {
      const bareMs = await timed(() => run.bare(request.words));
      const oursMs = await timed(() => commands.answer("terminal", request.intent));
      if (round === 0) continue;
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
}
