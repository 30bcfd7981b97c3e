import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Desk } from "../../domain/chat.ts";
import type { Clock } from "../../domain/clock.ts";
import type { DigestPoster } from "../../domain/digest-poster.ts";
import { JOB_KINDS, type JobLedger, type JobQueue } from "../../domain/job-queue.ts";
import type { ModelLedger } from "../../domain/model-ledger.ts";
import type { StoreState } from "../../domain/store-state.ts";
import { within } from "../chat/within.ts";
import type { StallWatch } from "./stall-watch.ts";

export interface Metrics {
  /** The same desk, each answer of which is counted and timed. */
  desk(desk: Desk): Desk;
  /** The same poster, each post of which is counted by its outcome. */
  poster(poster: DigestPoster): DigestPoster;
  /** The same queue, each try of whose jobs is counted by its outcome. */
  queue(queue: JobQueue): JobQueue;
  /** All of it in Prometheus' text format; what the store counts is counted now. */
  read(stalls: StallWatch): Promise<{ mediaType: string; text: string }>;
}

/** Seconds that an answer may take, from those that nobody notices to those that a platform gives up on. */
const SECONDS = [0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30];

interface MetricsDeps {
  state: StoreState;
  ledger: ModelLedger;
  jobs: JobLedger;
  clock: Clock;
}

/** How long the store may take to count: what the process itself counts is told without it, too. */
const COUNT_TIMEOUT_MS = 3000;

export function createMetrics(deps: MetricsDeps): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: "attache_" });
  const registers = [registry];
  const commands = new Histogram({
    name: "attache_command_seconds",
    help: "How long commands took, by command and outcome.",
    labelNames: ["command", "outcome"],
    buckets: SECONDS,
    registers,
  });
  const tries = new Counter({
    name: "attache_jobs_total",
    help: "Jobs that this process worked, by kind and outcome; one that failed is tried again, or is dead.",
    labelNames: ["kind", "outcome"],
    registers,
  });
  const read = createRead(registry, deps);
  return {
    desk: (desk) => ({
      ...desk,
      answer: async (asker, intent) => {
        const end = commands.startTimer({ command: intent.kind });
        const reply = await desk.answer(asker, intent);
        end({ outcome: "error" in reply.data ? "failed" : "answered" });
        return reply;
      },
      followUp: async (question) => {
        const end = commands.startTimer({ command: "follow-up" });
        const reply = await desk.followUp(question);
        end({ outcome: "error" in reply.data ? "failed" : "answered" });
        return reply;
      },
    }),
    poster: countPosts(registers),
    queue: (queue) => ({
      ...queue,
      work: (kind, terms) =>
        queue.work(kind, {
          ...terms,
          handle: async (rowId, signal) => {
            try {
              await terms.handle(rowId, signal);
              tries.inc({ kind, outcome: "done" });
            } catch (error) {
              tries.inc({ kind, outcome: "failed" });
              throw error;
            }
          },
        }),
    }),
    read,
  };
}

/** What is counted anew when somebody asks: by the store, where it answers in time, and of the event loop. */
function createRead(registry: Registry, deps: MetricsDeps): Metrics["read"] {
  const registers = [registry];
  const gauges = createGauges(registers);
  const answers = new Gauge({
    name: "attache_store_answers",
    help: "1 where the store answered this scrape in time; 0 where what it counts is of an earlier one.",
    registers,
  });
  const longest = new Gauge({
    name: "attache_event_loop_stall_max_seconds",
    help: "The longest that the event loop stood still, since the last scrape and since the start.",
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

/** What posters do, by platform. */
function countPosts(registers: Registry[]): Metrics["poster"] {
  const deliveries = new Counter({
    name: "attache_deliveries_total",
    help: "Messages of digests that were posted or not, by platform and outcome.",
    labelNames: ["platform", "outcome"],
    registers,
  });
  const copies = new Counter({
    name: "attache_digest_copies_removed_total",
    help: "Messages of digests that stood in their channel a second time and were deleted, by platform.",
    labelNames: ["platform"],
    registers,
  });
  return (poster) => ({
    ...poster,
    post: async (message, mayLeave) => {
      const outcome = await poster.post(message, mayLeave);
      deliveries.inc({ platform: poster.platform, outcome: outcome.kind });
      return outcome;
    },
    find: async (message, sinceMs) => {
      const outcome = await poster.find(message, sinceMs);
      if (outcome.kind === "found") copies.inc({ platform: poster.platform }, outcome.removed);
      return outcome;
    },
  });
}

/** What is counted in the store when somebody asks: it is the same in every process. */
function createGauges(registers: Registry[]) {
  const gauge = <Label extends string>(name: string, help: string, labelNames: Label[]) =>
    new Gauge({ name: `attache_${name}`, help, labelNames, registers });
  const stored = gauge("stored", "Rows of the store, by kind.", ["kind"]);
  const due = gauge("digests_due", "Digests whose time has come and that nobody has begun.", []);
  const leases = gauge("leases_held", "Digests that are in some process's hands, or wait there for their next try.", []);
  const doubts = gauge("digest_messages_in_doubt", "Messages of digests that were sent and of which no answer is known.", []);
  const oldest = gauge(
    "digest_oldest_doubt_seconds",
    "For how long the oldest of the messages in doubt is one; 0 without any.",
    [],
  );
  const done = gauge("digests_last_day", "Digests of the last day, by how they ended.", ["state"]);
  const onTime = gauge(
    "digests_on_time_ratio",
    "Of the digests posted in the last day, the share within a minute of its time.",
    [],
  );
  const polls = gauge("polls_last_day", "Polls of sources in the last day, by outcome.", ["outcome"]);
  const model = gauge("model_today", "What the language model did today (UTC), by purpose.", ["purpose", "what"]);
  const queued = gauge("jobs", "Jobs that wait, are under way or failed at every try, by kind.", ["kind", "state"]);
  return {
    async fill({ state, ledger, jobs, clock }: MetricsDeps) {
      const depth = await jobs.depth();
      for (const kind of JOB_KINDS) for (const [at, count] of Object.entries(depth[kind])) queued.set({ kind, state: at }, count);
      const counts = await state.counts(clock.now());
      for (const labelled of [done, polls, model]) labelled.reset();
      stored.set({ kind: "workspaces" }, counts.workspaces);
      stored.set({ kind: "articles" }, counts.articles);
      stored.set({ kind: "sources" }, counts.sources);
      stored.set({ kind: "failing-sources" }, counts.failingSources);
      due.set(counts.slotsDue);
      leases.set(counts.leasesHeld);
      doubts.set(counts.doubts.messages);
      oldest.set(counts.doubts.oldestMs / 1000);
      onTime.set(counts.onTime ?? Number.NaN);
      for (const [outcome, count] of Object.entries(counts.polls)) polls.set({ outcome }, count);
      for (const [ended, count] of Object.entries(counts.slotsDone)) done.set({ state: ended }, count);
      const today = new Date(clock.now()).toISOString().slice(0, 10);
      for (const { day, purpose, what, count } of await ledger.read(today))
        if (day === today) model.set({ purpose, what }, count);
    },
  };
}
