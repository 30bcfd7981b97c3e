import { Counter, Gauge, Histogram, type Registry } from "prom-client";
import type { SlotResult } from "../../digest/work-slot.ts";
import type { Desk, Reply } from "../../domain/chat/chat.ts";
import type { Clock } from "../../domain/clock.ts";
import type { DigestPoster } from "../../domain/digests/digest-poster.ts";
import type { DueSlot } from "../../domain/digests/digest-store.ts";
import type { EvidenceStore } from "../../domain/evidence/evidence-store.ts";
import type { JobQueue } from "../../domain/job-queue.ts";
import type { ModelLedger } from "../../domain/model/model-ledger.ts";
import type { SourceJobsDeps } from "../../ingest/sources/create-source-jobs.ts";

/** What this process does, counted around the parts that do it. Each gives back the same part. */
export interface WorkCounts {
  desk(desk: Desk): Desk;
  poster(poster: DigestPoster): DigestPoster;
  queue(queue: JobQueue): JobQueue;
  evidence(evidence: EvidenceStore): EvidenceStore;
  ledger(ledger: ModelLedger): ModelLedger;
  sources(told: SourcesTold): SourcesTold;
  /** Told of what came of each slot. */
  digest(due: DueSlot, result: SlotResult): void;
  /** Told when a look at what is too old is done. */
  retention(): void;
}

type SourcesTold = Pick<SourceJobsDeps, "onPolled" | "onRead">;

/** Seconds that an answer may take, from those that nobody notices to those that a platform gives up on. */
const ANSWER_SECONDS = [0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30];
const STORE_SECONDS = [0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10];
/** A digest is on time within a minute of when it is due; after an outage it may be a day. */
const LATE_SECONDS = [5, 15, 30, 60, 120, 300, 900, 3600, 86_400];

/** Counters and histograms since the start of this process, by Prometheus' conventions (https://prometheus.io/docs/practices/naming/). */
export function createWorkCounts(registry: Registry, clock: Clock): WorkCounts {
  const counter = <Label extends string>(name: string, help: string, labelNames: Label[]) =>
    new Counter({ name: `attache_${name}_total`, help, labelNames, registers: [registry] });
  return {
    desk: countDesk(registry),
    poster: countPosts(counter),
    queue: countJobs(counter),
    evidence: timeStoring(registry),
    ledger: countModel(counter),
    sources: countSources(counter),
    digest: countDigests(registry, clock),
    retention: noteRetention(registry, clock),
  };
}

type MakeCounter = <Label extends string>(name: string, help: string, labelNames: Label[]) => Counter<Label>;

function countDesk(registry: Registry): WorkCounts["desk"] {
  const commands = new Histogram({
    name: "attache_command_duration_seconds",
    help: "How long commands took, by command and outcome.",
    labelNames: ["command", "outcome"],
    buckets: ANSWER_SECONDS,
    registers: [registry],
  });
  const timed = async (command: string, work: () => Promise<Reply>) => {
    const end = commands.startTimer({ command });
    try {
      const reply = await work();
      end({ outcome: "error" in reply.data ? "failed" : "answered" });
      return reply;
    } catch (error) {
      end({ outcome: "failed" });
      throw error;
    }
  };
  return (desk) => ({
    ...desk,
    answer: (asker, intent) => timed(intent.kind, () => desk.answer(asker, intent)),
    followUp: (question) => timed("follow-up", () => desk.followUp(question)),
  });
}

function countPosts(counter: MakeCounter): WorkCounts["poster"] {
  const deliveries = counter("deliveries", "Messages of digests, by platform and outcome.", ["platform", "outcome"]);
  const copies = counter("digest_copies_removed", "Duplicate messages of digests that were deleted, by platform.", ["platform"]);
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

function countJobs(counter: MakeCounter): WorkCounts["queue"] {
  const help = "Jobs that this process ran, by kind and outcome; a failed one is retried or dead.";
  const tries = counter("jobs", help, ["kind", "outcome"]);
  return (queue) => ({
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
  });
}

function timeStoring(registry: Registry): WorkCounts["evidence"] {
  const storing = new Histogram({
    name: "attache_store_write_duration_seconds",
    help: "How long a transaction on articles took, including the wait for its turn in the workspace.",
    buckets: STORE_SECONDS,
    registers: [registry],
  });
  return (evidence) => ({
    write: async (workspaceId, work) => {
      const end = storing.startTimer();
      try {
        return await evidence.write(workspaceId, work);
      } finally {
        end();
      }
    },
  });
}

/** Tokens and costs are booked and given back, which no counter can do: they are gauges of the day, out of the store. */
function countModel(counter: MakeCounter): WorkCounts["ledger"] {
  const help = "Texts of the language model: calls, answers from the cache, failures and refused sentences, by purpose.";
  const events = counter("model_events", help, ["purpose", "what"]);
  return (ledger) => ({
    ...ledger,
    reserve: async (reservation, cap) => {
      const isBooked = await ledger.reserve(reservation, cap);
      events.inc({ purpose: reservation.purpose, what: isBooked ? "calls" : "failed:budget" });
      return isBooked;
    },
    add: async (day, purpose, counts) => {
      await ledger.add(day, purpose, counts);
      for (const [what, count = 0] of Object.entries(counts)) if (!isUsage(what)) events.inc({ purpose, what }, count);
    },
  });
}

/** Whether it is a sum that is booked and given back. */
export function isUsage(what: string): boolean {
  return what.endsWith("-tokens") || what.startsWith("cost-");
}

function countSources(counter: MakeCounter): WorkCounts["sources"] {
  const polls = counter("polls", "Polls of sources, by outcome.", ["outcome"]);
  const entries = counter("entries", "Entries of sources that were read, by outcome; a waiting one is retried.", ["outcome"]);
  return (told) => ({
    onPolled(source, finished) {
      polls.inc({ outcome: finished.poll.outcome });
      told.onPolled(source, finished);
    },
    onRead(entry, settlement) {
      entries.inc({ outcome: settlement.outcome });
      told.onRead(entry, settlement);
    },
  });
}

function countDigests(registry: Registry, clock: Clock): WorkCounts["digest"] {
  const registers = [registry];
  const digests = new Counter({
    name: "attache_digests_total",
    help: "Digests that this process finished, by outcome.",
    labelNames: ["state"],
    registers,
  });
  const delays = new Histogram({
    name: "attache_digest_delay_seconds",
    help: "Time from when a digest was due until all of it was posted.",
    buckets: LATE_SECONDS,
    registers,
  });
  return ({ slot }, result) => {
    if (result.kind !== "done") return;
    digests.inc({ state: result.state });
    if (result.state === "posted") delays.observe(Math.max(0, clock.now() - slot.dueAtMs) / 1000);
  };
}

function noteRetention(registry: Registry, clock: Clock): WorkCounts["retention"] {
  const last = new Gauge({
    name: "attache_retention_last_success_timestamp_seconds",
    help: "When this process last deleted old data; 0 if it has not yet.",
    registers: [registry],
  });
  return () => last.set(Math.floor(clock.now() / 1000));
}
