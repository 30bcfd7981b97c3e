import { collectDefaultMetrics, Gauge, Registry } from "prom-client";
import type { Clock } from "../../domain/clock.ts";
import { JOB_KINDS, type JobLedger } from "../../domain/job-queue.ts";
import type { ModelLedger } from "../../domain/model/model-ledger.ts";
import { within } from "../../domain/within.ts";
import type { StoreState } from "../../domain/workspace/store-state.ts";
import { createWorkCounts, isUsage, type WorkCounts } from "./count-work.ts";
import type { StallWatch } from "./stall-watch.ts";

export interface Metrics {
  work: WorkCounts;
  /** All of it in Prometheus' text format; what the store counts is counted now. */
  read(stalls: StallWatch): Promise<{ mediaType: string; text: string }>;
}

interface MetricsDeps {
  state: StoreState;
  ledger: ModelLedger;
  jobs: JobLedger;
  clock: Clock;
}

/** How long the store may take to count: what the process itself counts is told without it, too. */
const COUNT_TIMEOUT_MS = 3000;
/** Gauges that prom-client names as if they were counters, which Prometheus' own check refuses. */
const MISNAMED = ["nodejs_active_resources_total", "nodejs_active_handles_total", "nodejs_active_requests_total"];

export function createMetrics(deps: MetricsDeps): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  for (const name of MISNAMED) registry.removeSingleMetric(name);
  return { work: createWorkCounts(registry, deps.clock), read: createRead(registry, deps) };
}

/** Metrics computed on request: from the store, if it answers in time, and from the event loop. */
function createRead(registry: Registry, deps: MetricsDeps): Metrics["read"] {
  const registers = [registry];
  const gauges = createGauges(registers);
  const answers = new Gauge({
    name: "attache_store_answers",
    help: "1 if the store answered this scrape in time; 0 if its numbers are from an earlier one.",
    registers,
  });
  const longest = new Gauge({
    name: "attache_event_loop_stall_max_seconds",
    help: "The longest stall of the event loop, since the last scrape and since the start.",
    labelNames: ["since"],
    registers,
  });
  // Of a store that hangs, scrapes wait for one count and do not begin another.
  let counting: Promise<void> | null = null;
  const count = () => {
    counting ??= gauges.fill(deps).finally(() => {
      counting = null;
    });
    return counting;
  };
  return async (stalls) => {
    answers.set((await isDone(count(), COUNT_TIMEOUT_MS)) ? 1 : 0);
    longest.set({ since: "scrape" }, stalls.takeLongestMs() / 1000);
    longest.set({ since: "start" }, stalls.longestSinceStartMs() / 1000);
    return { mediaType: registry.contentType, text: await registry.metrics() };
  };
}

/** Whether work went well in time; it goes on where it did not end. */
async function isDone(work: Promise<void>, timeoutMs: number): Promise<boolean> {
  let done = false;
  await within(
    work.then(
      () => {
        done = true;
      },
      () => undefined,
    ),
    timeoutMs,
  );
  return done;
}

/** What is counted in the store when somebody asks: it is the same in every process. */
function createGauges(registers: Registry[]) {
  const gauge = <Label extends string>(name: string, help: string, labelNames: Label[]) =>
    new Gauge({ name: `attache_${name}`, help, labelNames, registers });
  const stored = gauge("store_rows", "Rows of the store, by kind.", ["kind"]);
  const due = gauge("digests_due", "Digests that are due and not yet started.", []);
  const leases = gauge("leases_held", "Digests that a process is working on, or will retry.", []);
  const doubts = gauge("digest_messages_in_doubt", "Messages of digests that were sent but not confirmed.", []);
  const oldest = gauge("digest_oldest_doubt_seconds", "Age of the oldest unconfirmed message; 0 without any.", []);
  const used = gauge("model_used_today", "What the language model used today (UTC) of its daily limits, by purpose.", [
    "purpose",
    "what",
  ]);
  const bytes = gauge("store_size_bytes", "Size of the store: the file with its free pages, or all tables of the database.", []);
  const untaken = gauge("jobs_untaken_seconds", "How long jobs have waited without any process taking one; 0 if none waits.", []);
  const queued = gauge("jobs", "Jobs that are waiting, running or dead, by kind.", ["kind", "state"]);
  return {
    async fill({ state, ledger, jobs, clock }: MetricsDeps) {
      const depth = await jobs.depth();
      for (const kind of JOB_KINDS) for (const [at, count] of Object.entries(depth[kind])) queued.set({ kind, state: at }, count);
      const counts = await state.counts(clock.now());
      used.reset();
      stored.set({ kind: "workspaces" }, counts.workspaces);
      stored.set({ kind: "articles" }, counts.articles);
      stored.set({ kind: "sources" }, counts.sources);
      stored.set({ kind: "failing-sources" }, counts.failingSources);
      due.set(counts.slotsDue);
      leases.set(counts.leasesHeld);
      doubts.set(counts.doubts.messages);
      oldest.set(counts.doubts.oldestMs / 1000);
      bytes.set((await state.size()).bytes);
      untaken.set((await jobs.untakenMs()) / 1000);
      const today = new Date(clock.now()).toISOString().slice(0, 10);
      for (const { day, purpose, what, count } of await ledger.read(today))
        if (day === today && isUsage(what)) used.set({ purpose, what }, count);
    },
  };
}
