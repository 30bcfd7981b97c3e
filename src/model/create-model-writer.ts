import { type Clock, isoDate } from "../domain/clock.ts";
import type {
  Draft,
  JudgingTask,
  LanguageModel,
  ModelFailure,
  ModelOutcome,
  ModelPurpose,
  ModelTask,
  ModelUsage,
  NoDraft,
  OnPart,
  Prose,
  ReadingTask,
  Verdict,
  WritingTask,
} from "../domain/model/language-model.ts";
import type { DailyCap, DraftCache, LedgerRow, ModelCount, ModelLedger } from "../domain/model/model-ledger.ts";
import type { KeepRefused } from "../domain/model/refused-piece.ts";
import { readDraft, readVerdicts } from "./read-draft.ts";
import { createTurns, type TakeTurns } from "./take-turns.ts";

export type WriterOutcome<Answer = Draft> =
  /** With how much of the time for a text is left. */
  | { kind: "draft"; draft: Answer; isFresh: boolean; leftMs: number }
  /** If lasting, the next text will fail too: people must fix it, or the endpoint failed repeatedly. */
  | { kind: "none"; why: NoDraft; isLasting: boolean; said?: string };

type NoAnswer = Extract<WriterOutcome, { kind: "none" }>;

/** A model behind a cache, a budget and a pause after failures. */
export interface ModelWriter {
  /** How texts are to be asked for. */
  prose: Prose;
  name(purpose: ModelPurpose): string;
  /** Never rejects because of the model. Resolves within the deadline. */
  write(task: WritingTask, onPart?: OnPart): Promise<WriterOutcome>;
  /** The same of a judgement, within the time that is left. */
  judge(task: JudgingTask, leftMs: number): Promise<WriterOutcome<Verdict[]>>;
  /** The same of an article's reading: whoever reads articles does not wait on a screen, and has more time. */
  read(task: ReadingTask): Promise<WriterOutcome<object>>;
  count(purpose: ModelPurpose, counts: Partial<Record<ModelCount, number>>): Promise<void>;
  /** Keeps what was refused for labelling, where the operator wants that. */
  keep: KeepRefused;
  /** The usage since a day, the cap, and why the model is paused at the moment, if it is. */
  status(fromDay: string): Promise<{ rows: LedgerRow[]; cap: DailyCap; trouble: NoDraft | null }>;
}

export interface WriterDeps {
  prose: Prose;
  model: LanguageModel;
  ledger: ModelLedger;
  cache: DraftCache;
  clock: Clock;
  cap: DailyCap;
  /** For a whole draft, including waiting and retries. */
  deadlineMs: number;
  /** Called if the model does not answer, once per reason every few hours rather than for each message. */
  onTrouble(why: NoDraft, said: string): void;
  /** Called once in some hours where the endpoint read only so many tokens of a prompt. */
  onCut(promptTokens: number): void;
  /** How many calls are made at the same time. The others wait in line, which counts against no deadline. */
  concurrency: number;
  /** Off by default. */
  keep?: KeepRefused;
}

/** After this many consecutive failures, or one that only a person can fix, the model is paused, so that nobody waits in vain. */
const FAILURES_BEFORE_PAUSE = 3;
const PAUSE_MS = 60_000;
const LONG_PAUSE_MS = 600_000;
/** A reading is longer than a draft, and nobody waits for it. */
const READING_DEADLINES = 2;
/** How long to wait for the usage report of a call after its deadline. */
const USAGE_GRACE_MS = 100;
const TOLD_AGAIN_AFTER_MS = 6 * 3_600_000;
const NEEDS_A_PERSON: ReadonlySet<NoDraft> = new Set(["key", "not-found", "credit", "web-page"]);
/** The endpoint works; only this one text is not to be had. */
const OF_ONE_TEXT: ReadonlySet<NoDraft> = new Set(["context", "filter", "refusal"]);

interface State {
  failuresInARow: number;
  pausedUntilMs: number;
  trouble: NoDraft | null;
  toldAtMs: Map<NoDraft | "cut", number>;
  inTurn: TakeTurns;
  /** Two identical questions at the same time share one call. */
  underWay: Map<string, Promise<WriterOutcome<unknown>>>;
}

/** One thing that is asked, and how its answer is read where the cache kept it. */
interface Asking<Answer> {
  task: ModelTask;
  deadlineMs: number;
  call(signal: AbortSignal): Promise<ModelOutcome<Answer>>;
  read(kept: unknown): Answer | null;
}

export function createModelWriter(deps: WriterDeps): ModelWriter {
  const state: State = {
    failuresInARow: 0,
    pausedUntilMs: 0,
    trouble: null,
    toldAtMs: new Map(),
    underWay: new Map(),
    inTurn: createTurns(deps.concurrency),
  };
  return {
    prose: deps.prose,
    name: (purpose) => deps.model.name(purpose),
    write: (task, onPart) =>
      once(deps, state, {
        task,
        deadlineMs: deps.deadlineMs,
        call: (signal) => deps.model.write(task, signal, onPart),
        read: readDraft,
      }),
    judge: (task, leftMs) =>
      once(deps, state, {
        task,
        deadlineMs: leftMs,
        call: (signal) => deps.model.judge(task, signal),
        read: readVerdicts,
      }),
    read: (task) =>
      once(deps, state, {
        task,
        deadlineMs: deps.deadlineMs * READING_DEADLINES,
        call: (signal) => deps.model.read(task, signal),
        read: (kept) => (typeof kept === "object" ? kept : null),
      }),
    count: (purpose, counts) => deps.ledger.add(isoDate(deps.clock.now()), purpose, counts),
    keep: deps.keep ?? (async () => undefined),
    status: async (fromDay) => ({ rows: await deps.ledger.read(fromDay), cap: deps.cap, trouble: state.trouble }),
  };
}

/** Two who ask the same at the same time share one call. */
function once<Answer extends object>(deps: WriterDeps, state: State, asking: Asking<Answer>): Promise<WriterOutcome<Answer>> {
  const fingerprint = deps.model.fingerprint(asking.task);
  // A fingerprint is of one kind of task, and so of one kind of answer.
  const known = state.underWay.get(fingerprint) as Promise<WriterOutcome<Answer>> | undefined;
  if (known !== undefined) return known.then(asRepeated);
  const work = ask(deps, state, { ...asking, fingerprint }).finally(() => state.underWay.delete(fingerprint));
  state.underWay.set(fingerprint, work);
  return work;
}

function asRepeated<Answer>(outcome: WriterOutcome<Answer>): WriterOutcome<Answer> {
  return outcome.kind === "draft" ? { ...outcome, isFresh: false } : outcome;
}

async function ask<Answer extends object>(
  deps: WriterDeps,
  state: State,
  asking: Asking<Answer> & { fingerprint: string },
): Promise<WriterOutcome<Answer>> {
  const { task, fingerprint, deadlineMs } = asking;
  const { purpose } = task;
  const kept = asking.read(await deps.cache.get(fingerprint));
  if (kept !== null) {
    await deps.ledger.add(isoDate(deps.clock.now()), purpose, { cached: 1 });
    return { kind: "draft", draft: kept, isFresh: false, leftMs: deadlineMs };
  }
  if (deps.clock.now() < state.pausedUntilMs) return { kind: "none", why: state.trouble ?? "server", isLasting: true };
  const outcome = await state.inTurn(() => askNow(deps, state, asking), deadlineMs);
  return outcome === "busy" ? { kind: "none", why: "busy", isLasting: false } : outcome;
}

/** Asks the endpoint itself: nothing is reserved, and no time runs, before it is a text's turn. */
async function askNow<Answer extends object>(
  deps: WriterDeps,
  state: State,
  asking: Asking<Answer> & { fingerprint: string },
): Promise<WriterOutcome<Answer>> {
  const { task, fingerprint, deadlineMs } = asking;
  const { purpose } = task;
  const startMs = deps.clock.now();
  const day = isoDate(startMs);
  if (startMs < state.pausedUntilMs) return { kind: "none", why: state.trouble ?? "server", isLasting: true };
  const most = deps.model.estimate(task);
  const reserved = { ...most, costMicros: deps.model.costMicros(most) };
  if (!(await deps.ledger.reserve({ day, purpose, ...reserved }, deps.cap))) return trouble(deps, state, { why: "budget" });
  const outcome = await withDeadline(deps, asking);
  await settle(deps, { day, purpose, most }, outcome);
  if (outcome.cutAt !== undefined && mayTell(deps, state, "cut")) deps.onCut(outcome.cutAt);
  if (outcome.kind === "failed") return failed(deps, state, outcome);
  state.failuresInARow = 0;
  state.trouble = null;
  await deps.cache.put(fingerprint, purpose, outcome.draft);
  const leftMs = Math.max(0, deadlineMs - (deps.clock.now() - startMs));
  return { kind: "draft", draft: outcome.draft, isFresh: true, leftMs };
}

/** Enforces the deadline even if the adapter or its socket ignores the signal. */
async function withDeadline<Answer>(
  { model }: WriterDeps,
  { task, deadlineMs, call }: Asking<Answer>,
): Promise<ModelOutcome<Answer>> {
  const stop = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<ModelOutcome<Answer>>((resolve) => {
    timer = setTimeout(() => {
      stop.abort();
      // The input is paid for by then; only the adapter knows how much output there was, if it answers.
      const usage = { inputTokens: model.estimate(task).inputTokens, outputTokens: 0 };
      timer = setTimeout(() => resolve({ kind: "failed", failure: "timeout", usage }), USAGE_GRACE_MS);
    }, deadlineMs);
  });
  try {
    return await Promise.race([call(stop.signal), late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Replaces the reservation by the actual usage. */
async function settle(
  { model, ledger }: WriterDeps,
  booked: { day: string; purpose: ModelPurpose; most: ModelUsage },
  outcome: ModelOutcome<unknown>,
): Promise<void> {
  const { day, purpose, most } = booked;
  const { usage } = outcome;
  await ledger.add(day, purpose, {
    "input-tokens": usage.inputTokens - most.inputTokens,
    "output-tokens": usage.outputTokens - most.outputTokens,
    "cost-micros": model.costMicros(usage) - model.costMicros(most),
    ...(outcome.kind === "failed" ? { [`failed:${outcome.failure}`]: 1 } : {}),
  });
}

interface Failure {
  why: NoDraft;
  said?: string | undefined;
}

function failed(deps: WriterDeps, state: State, { failure: why, said }: { failure: ModelFailure; said?: string }): NoAnswer {
  if (OF_ONE_TEXT.has(why)) return { kind: "none", why, isLasting: false, ...sayings(said) };
  state.failuresInARow++;
  const pauseMs = NEEDS_A_PERSON.has(why) ? LONG_PAUSE_MS : state.failuresInARow >= FAILURES_BEFORE_PAUSE ? PAUSE_MS : 0;
  if (pauseMs > 0) state.pausedUntilMs = deps.clock.now() + pauseMs;
  return trouble(deps, state, { why, said });
}

function trouble(deps: WriterDeps, state: State, { why, said }: Failure): NoAnswer {
  state.trouble = why;
  if (mayTell(deps, state, why)) deps.onTrouble(why, said ?? "");
  const isLasting = why === "budget" || deps.clock.now() < state.pausedUntilMs;
  return { kind: "none", why, isLasting, ...sayings(said) };
}

function sayings(said: string | undefined): { said?: string } {
  return said === undefined || said === "" ? {} : { said };
}

/** Whether something was not told for hours; it counts as told then. */
function mayTell({ clock }: WriterDeps, { toldAtMs }: State, what: NoDraft | "cut"): boolean {
  const nowMs = clock.now();
  const lastMs = toldAtMs.get(what);
  if (lastMs !== undefined && nowMs - lastMs < TOLD_AGAIN_AFTER_MS) return false;
  toldAtMs.set(what, nowMs);
  return true;
}
