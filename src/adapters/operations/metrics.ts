import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Desk } from "../../domain/chat.ts";
import type { Clock } from "../../domain/clock.ts";
import type { DigestPoster } from "../../domain/digest-poster.ts";
import type { ModelLedger } from "../../domain/model-ledger.ts";
import type { StoreState } from "../../domain/store-state.ts";

export interface Metrics {
  /** The same desk, each answer of which is counted and timed. */
  desk(desk: Desk): Desk;
  /** The same poster, each post of which is counted by its outcome. */
  poster(poster: DigestPoster): DigestPoster;
  /** All of it in Prometheus' text format; what the store counts is counted now. */
  read(): Promise<{ mediaType: string; text: string }>;
}

/** Seconds that an answer may take, from those that nobody notices to those that a platform gives up on. */
const SECONDS = [0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30];

export function createMetrics(deps: { state: StoreState; ledger: ModelLedger; clock: Clock }): Metrics {
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
  const deliveries = new Counter({
    name: "attache_deliveries_total",
    help: "Messages of digests that were posted or not, by platform and outcome.",
    labelNames: ["platform", "outcome"],
    registers,
  });
  const gauges = createGauges(registers);
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
    poster: (poster) => ({
      ...poster,
      post: async (message) => {
        const outcome = await poster.post(message);
        deliveries.inc({ platform: poster.platform, outcome: outcome.kind });
        return outcome;
      },
    }),
    async read() {
      await gauges.fill(deps);
      return { mediaType: registry.contentType, text: await registry.metrics() };
    },
  };
}

/** What is counted in the store when somebody asks: it is the same in every process. */
function createGauges(registers: Registry[]) {
  const gauge = <Label extends string>(name: string, help: string, labelNames: Label[]) =>
    new Gauge({ name: `attache_${name}`, help, labelNames, registers });
  const stored = gauge("stored", "Rows of the store, by kind.", ["kind"]);
  const due = gauge("digests_due", "Digests whose time has come and that nobody has begun.", []);
  const done = gauge("digests_last_day", "Digests of the last day, by how they ended.", ["state"]);
  const onTime = gauge(
    "digests_on_time_ratio",
    "Of the digests posted in the last day, the share within a minute of its time.",
    [],
  );
  const polls = gauge("polls_last_day", "Polls of sources in the last day, by outcome.", ["outcome"]);
  const model = gauge("model_today", "What the language model did today (UTC), by purpose.", ["purpose", "what"]);
  return {
    async fill({ state, ledger, clock }: { state: StoreState; ledger: ModelLedger; clock: Clock }) {
      const counts = await state.counts(clock.now());
      for (const labelled of [done, polls, model]) labelled.reset();
      stored.set({ kind: "workspaces" }, counts.workspaces);
      stored.set({ kind: "articles" }, counts.articles);
      stored.set({ kind: "sources" }, counts.sources);
      stored.set({ kind: "failing-sources" }, counts.failingSources);
      due.set(counts.slotsDue);
      onTime.set(counts.onTime ?? Number.NaN);
      for (const [outcome, count] of Object.entries(counts.polls)) polls.set({ outcome }, count);
      for (const [ended, count] of Object.entries(counts.slotsDone)) done.set({ state: ended }, count);
      const today = new Date(clock.now()).toISOString().slice(0, 10);
      for (const { day, purpose, what, count } of await ledger.read(today))
        if (day === today) model.set({ purpose, what }, count);
    },
  };
}
