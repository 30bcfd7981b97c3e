import type { Logger } from "pino";
import type { Chat } from "../../domain/chat/chat.ts";
import type { Clock } from "../../domain/clock.ts";
import type { JobLedger } from "../../domain/job-queue.ts";
import type { ModelLedger } from "../../domain/model/model-ledger.ts";
import type { StoreState } from "../../domain/workspace/store-state.ts";
import type { WorkCounts } from "./count-work.ts";
import type { StallWatch } from "./stall-watch.ts";

/** What operators see: counts around the parts that work, and a server where they are read. */
export interface Watch {
  work: WorkCounts;
  serve(chats: Chat[], say: (sentence: string) => void): Promise<void>;
  stop(): Promise<void>;
}

interface WatchDeps {
  state: StoreState;
  ledger: ModelLedger;
  jobs: JobLedger;
  clock: Clock;
  logger: Logger;
}

const UNWATCHED: Watch = {
  work: {
    desk: (desk) => desk,
    poster: (poster) => poster,
    queue: (queue) => queue,
    evidence: (evidence) => evidence,
    ledger: (ledger) => ledger,
    sources: (told) => told,
    digest: () => undefined,
    retention: () => undefined,
  },
  serve: async () => undefined,
  stop: async () => undefined,
};

/** Without a port, it counts nothing and loads nothing. */
export async function createWatch(where: { host: string; port: number } | null, deps: WatchDeps): Promise<Watch> {
  if (where === null) return UNWATCHED;
  const [{ createMetrics }, { serveHealth }, { startStallWatch }] = await Promise.all([
    import("./metrics.ts"),
    import("./serve-health.ts"),
    import("./stall-watch.ts"),
  ]);
  const metrics = createMetrics(deps);
  let stalls: StallWatch | null = null;
  let server: { stop(): Promise<void> } | null = null;
  return {
    work: metrics.work,
    async serve(chats, say) {
      // What was loaded until now stood in nobody's way.
      stalls = startStallWatch();
      const served = await serveHealth(where, { state: deps.state, chats, metrics, stalls, logger: deps.logger });
      server = served;
      say(`Health checks: ${served.address}/healthz, /readyz and /metrics.`);
    },
    async stop() {
      stalls?.stop();
      await server?.stop();
    },
  };
}
