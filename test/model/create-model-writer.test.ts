import { describe, expect, it } from "vitest";
import type { LanguageModel, ModelFailure, ModelOutcome, NoDraft, WritingTask } from "../../src/domain/model/language-model.ts";
import { createModelWriter, type WriterDeps } from "../../src/model/create-model-writer.ts";
import { createFakeModel, createMemoryCache, createMemoryLedger, draftOf } from "../fakes/language-model.ts";

const START = Date.parse("2024-03-05T10:00:00Z");

function taskOn(about: string): WritingTask {
  const limits = { points: 6, words: 45, quotes: 4 };
  return {
    kind: "write",
    purpose: "briefing",
    prose: "checked",
    about,
    reading: null,
    turns: [],
    articles: [],
    quotes: [],
    meetings: [],
    limits,
  };
}

function failure(kind: ModelFailure): ModelOutcome {
  return { kind: "failed", failure: kind, usage: { inputTokens: 0, outputTokens: 0 } };
}

function setUp(answer: (task: WritingTask) => ModelOutcome | Promise<ModelOutcome>, more: Partial<WriterDeps> = {}) {
  const clock = { nowMs: START, now: () => clock.nowMs };
  const model = createFakeModel(answer);
  const ledger = createMemoryLedger();
  const told: NoDraft[] = [];
  const cap = { tokens: null, costMicros: null };
  const deps = {
    prose: "checked" as const,
    model,
    ledger,
    cache: createMemoryCache(),
    clock,
    cap,
    deadlineMs: 10_000,
    onTrouble: (why: NoDraft) => told.push(why),
    onCut: () => undefined,
    concurrency: 4,
    ...more,
  };
  return { writer: createModelWriter(deps), model, ledger, clock, told, deps };
}

const GOOD = draftOf({ points: [{ text: "All is well.", sentences: [1] }] });

describe("a model behind a cache, a budget and a pause", () => {
  it("never asks the same twice, not even in the next process", async () => {
    const { writer, model, deps, ledger } = setUp(() => GOOD);
    expect(await writer.write(taskOn("norway"))).toMatchObject({ kind: "draft", isFresh: true });
    expect(await writer.write(taskOn("norway"))).toMatchObject({ kind: "draft", isFresh: false });
    expect(await createModelWriter(deps).write(taskOn("norway"))).toMatchObject({ kind: "draft", isFresh: false });
    expect(model.shown).toHaveLength(1);
    expect([ledger.total("calls"), ledger.total("cached")]).toEqual([1, 2]);
  });

  it("makes one call of the same question asked twice at the same time", async () => {
    const { writer, model } = setUp(() => GOOD);
    const outcomes = await Promise.all([writer.write(taskOn("norway")), writer.write(taskOn("norway"))]);
    expect(outcomes.map((outcome) => outcome.kind === "draft" && outcome.isFresh)).toEqual([true, false]);
    expect(model.shown).toHaveLength(1);
  });

  it("does not believe what the cache holds", async () => {
    const cache = { get: async () => ({ points: "all of them" }), put: async () => undefined };
    const { writer, model } = setUp(() => GOOD, { cache });
    expect(await writer.write(taskOn("norway"))).toMatchObject({ kind: "draft", isFresh: true });
    expect(model.shown).toHaveLength(1);
  });

  it("counts what a call used, not what it might have used", async () => {
    const { writer, ledger } = setUp(() => GOOD);
    await writer.write(taskOn("norway"));
    expect([ledger.total("input-tokens"), ledger.total("output-tokens"), ledger.total("cost-micros")]).toEqual([100, 10, 140]);
  });

  it("switches to the local engine when the day's cap is reached, says so once, and comes back the next day", async () => {
    const { writer, model, told, clock } = setUp(() => GOOD, { cap: { tokens: 400, costMicros: null } });
    expect((await writer.write(taskOn("a"))).kind).toBe("draft");
    expect((await writer.write(taskOn("b"))).kind).toBe("none");
    expect(await writer.write(taskOn("c"))).toEqual({ kind: "none", why: "budget", isLasting: true });
    expect(model.shown).toHaveLength(1);
    expect(told).toEqual(["budget"]);
    expect((await writer.status("2024-03-05")).trouble).toBe("budget");
    // What is known already costs nothing.
    expect((await writer.write(taskOn("a"))).kind).toBe("draft");
    clock.nowMs += 24 * 3_600_000;
    expect((await writer.write(taskOn("b"))).kind).toBe("draft");
    expect((await writer.status("2024-03-05")).trouble).toBeNull();
  });

  it("holds the deadline even where the model does not", async () => {
    const { writer, ledger } = setUp(() => new Promise<ModelOutcome>(() => undefined), { deadlineMs: 20 });
    expect(await writer.write(taskOn("norway"))).toEqual({ kind: "none", why: "timeout", isLasting: false });
    expect(ledger.total("failed:timeout")).toBe(1);
  });

  it("charges what had arrived by the deadline, where the model can say", async () => {
    const { deps, ledger } = setUp(() => GOOD, { deadlineMs: 20 });
    const write: LanguageModel["write"] = (_, signal) =>
      new Promise((resolve) => {
        const usage = { inputTokens: 150, outputTokens: 40 };
        signal.addEventListener("abort", () => resolve({ kind: "failed", failure: "timeout", usage }));
      });
    const writer = createModelWriter({ ...deps, model: { ...deps.model, write } });
    expect(await writer.write(taskOn("norway"))).toMatchObject({ kind: "none", why: "timeout" });
    expect([ledger.total("input-tokens"), ledger.total("output-tokens")]).toEqual([150, 40]);
  });

  it("tells the admin once of a reason, not once for each message", async () => {
    let kind: ModelFailure = "server";
    const { writer, told, clock } = setUp(() => failure(kind));
    for (const about of ["a", "b", "c", "d"]) await writer.write(taskOn(about));
    expect(told).toEqual(["server"]);
    clock.nowMs += 120_000;
    kind = "rate-limit";
    for (const about of ["e", "f"]) await writer.write(taskOn(about));
    expect(told).toEqual(["server", "rate-limit"]);
    clock.nowMs += 7 * 3_600_000;
    await writer.write(taskOn("g"));
    expect(told).toEqual(["server", "rate-limit", "rate-limit"]);
  });

  it("leaves a model alone for a while after failures in a row, and asks again after", async () => {
    let outcome = failure("server");
    const { writer, model, clock } = setUp(() => outcome);
    for (const about of ["a", "b", "c", "d", "e"]) expect((await writer.write(taskOn(about))).kind).toBe("none");
    expect(model.shown).toHaveLength(3);
    clock.nowMs += 61_000;
    outcome = GOOD;
    expect((await writer.write(taskOn("a"))).kind).toBe("draft");
    expect((await writer.status("2024-03-05")).trouble).toBeNull();
  });

  it("says of the third failure in a row, and of none before, that it lasts", async () => {
    const { writer } = setUp(() => failure("server"));
    const lasting: boolean[] = [];
    for (const about of ["a", "b", "c", "d"]) {
      const outcome = await writer.write(taskOn(about));
      lasting.push(outcome.kind === "none" && outcome.isLasting);
    }
    expect(lasting).toEqual([false, false, true, true]);
  });

  it("leaves it alone at once, and longer, where only a person can mend it", async () => {
    const { writer, model, clock } = setUp(() => failure("key"));
    await writer.write(taskOn("a"));
    clock.nowMs += 300_000;
    expect(await writer.write(taskOn("b"))).toEqual({ kind: "none", why: "key", isLasting: true });
    expect(model.shown).toHaveLength(1);
    clock.nowMs += 301_000;
    await writer.write(taskOn("c"));
    expect(model.shown).toHaveLength(2);
  });

  it("has what is beyond its turns wait in line, which counts neither against the deadline nor as a failure", async () => {
    const waiting: (() => void)[] = [];
    const answer = () => new Promise<ModelOutcome>((resolve) => waiting.push(() => resolve(GOOD)));
    const { writer, told, ledger } = setUp(answer, { concurrency: 1, deadlineMs: 400 });
    const first = writer.write(taskOn("a"));
    await expect.poll(() => waiting.length).toBe(1);
    const second = writer.write(taskOn("b"));
    await new Promise((resolve) => setTimeout(resolve, 250));
    // Only what is being asked is reserved.
    expect(ledger.total("calls")).toBe(1);
    waiting[0]?.();
    expect((await first).kind).toBe("draft");
    await expect.poll(() => waiting.length).toBe(2);
    await new Promise((resolve) => setTimeout(resolve, 250));
    waiting[1]?.();
    expect((await second).kind).toBe("draft");
    expect(told).toEqual([]);
  });

  it("leaves to the local engine what would wait longer than a text may take, and goes on", async () => {
    const never = setUp(() => new Promise<ModelOutcome>(() => undefined), { concurrency: 1, deadlineMs: 60 });
    const writing = never.writer.write(taskOn("a"));
    const others = await Promise.all(["b", "c", "d", "e"].map((about) => never.writer.write(taskOn(about))));
    expect(others.every((outcome) => outcome.kind === "none" && ["busy", "timeout"].includes(outcome.why))).toBe(true);
    expect(others).toContainEqual({ kind: "none", why: "busy", isLasting: false });
    expect(await writing).toMatchObject({ why: "timeout" });
    expect(never.told).toEqual(["timeout"]);
  });

  it.each(["context", "filter", "refusal"] as const)(
    "does not leave the model alone for one text that it cannot write: %s",
    async (kind) => {
      const { writer, model, told } = setUp(() => ({ ...failure(kind), said: "No." }));
      for (const about of ["a", "b", "c", "d"])
        expect(await writer.write(taskOn(about))).toEqual({ kind: "none", why: kind, isLasting: false, said: "No." });
      expect([model.shown.length, told]).toEqual([4, []]);
    },
  );

  it("says once that an endpoint cuts prompts", async () => {
    const cuts: number[] = [];
    const { writer } = setUp(() => ({ ...GOOD, cutAt: 4096 }), { onCut: (tokens) => cuts.push(tokens) });
    await writer.write(taskOn("a"));
    await writer.write(taskOn("b"));
    expect(cuts).toEqual([4096]);
  });
});
