import { describe, expect, it } from "vitest";
import type { Article } from "../../../src/domain/evidence/article.ts";
import type { ReadingTask } from "../../../src/domain/model/language-model.ts";
import type { RefusedPiece } from "../../../src/domain/model/refused-piece.ts";
import { createModelWriter } from "../../../src/model/create-model-writer.ts";
import { createExtractor } from "../../../src/model/readings/create-extractor.ts";
import { holdReading } from "../../../src/model/readings/hold-reading.ts";
import { createFakeModel, createMemoryCache, createMemoryLedger } from "../../fakes/language-model.ts";

const ARTICLE: Article = {
  id: "a1",
  url: null,
  title: "Talks in Bergen",
  publisher: null,
  author: null,
  publishedAt: "2025-09-18",
  language: "en",
  text: "Norwegian Foreign Minister Ada Lund met Chilean Foreign Minister Max Toll in Bergen on Tuesday. “We have settled the dispute,” Lund said.",
};
const MEETING = {
  kind: "meeting",
  status: "held",
  participants: ["Ada Lund", "Max Toll"],
  when: "Tuesday",
  where: "Bergen",
  sentences: [1],
};

function open(read: (task: ReadingTask) => object | "failed", reads: string[], off: string[] = []) {
  const model = createFakeModel(
    () => ({ kind: "failed", failure: "server", usage: { inputTokens: 0, outputTokens: 0 } }),
    () => true,
    read,
  );
  const ledger = createMemoryLedger();
  const writer = createModelWriter({
    ...{ prose: "copy", model, ledger, cache: createMemoryCache(), clock: { now: () => 0 } },
    cap: { tokens: 100_000, costMicros: null },
    deadlineMs: 1000,
    ...{ onTrouble: () => undefined, onCut: () => undefined, concurrency: 1 },
  });
  const kept: RefusedPiece[] = [];
  const keeping = { ...writer, keep: async (_: string, pieces: readonly RefusedPiece[]) => void kept.push(...pieces) };
  const settings = { readModel: async (workspaceId: string) => ({ isOn: !off.includes(workspaceId), offIn: [] }) };
  const hold = async (article: Article, reading: object | null) => holdReading(article, reading);
  const extract = createExtractor({ hold, writer: keeping, reads, settings });
  return { extract, model, ledger, kept };
}

describe("extraction with a language model that reads the evidence", () => {
  it("shows it the numbered sentences and quotations of an article once, and keeps what it answered", async () => {
    const answer = { meetings: [{ ...MEETING, where: "Geneva" }] };
    const { extract, model, ledger, kept } = open(() => answer, ["1"]);
    const extraction = await extract(ARTICLE, { workspaceId: "slack:T1", reading: "ask" });
    await extract(ARTICLE, { workspaceId: "slack:T2", reading: "ask" });
    expect(model.asked).toHaveLength(1);
    expect(model.asked[0]).toMatchObject({
      title: "Talks in Bergen",
      publishedAt: "2025-09-18",
      sentences: [{ number: 1 }, { number: 2, text: "“We have settled the dispute,” Lund said." }],
      quotes: [{ number: 1, text: "“We have settled the dispute,”" }],
    });
    expect(extraction.reading).toEqual(answer);
    expect(extraction.meetings).toMatchObject([{ place: "Bergen", date: { start: "2025-09-16" } }]);
    expect(ledger.total("rejected:not-in-the-sentence")).toBe(1);
    expect(kept).toEqual([
      {
        reason: "not-in-the-sentence",
        detail: "meetings[0].where",
        said: JSON.stringify(answer.meetings[0]),
        passages: [expect.stringMatching(/^Norwegian Foreign Minister .* on Tuesday\.$/)],
      },
    ]);
  });

  it("asks only for the workspaces that want it", async () => {
    const { extract, model } = open(() => ({ meetings: [MEETING] }), ["slack:T1"]);
    expect(await extract(ARTICLE, { workspaceId: "slack:T2", reading: "ask" })).not.toHaveProperty("reading");
    expect(model.asked).toHaveLength(0);
    expect(await extract(ARTICLE, { workspaceId: "slack:T1", reading: "ask" })).toHaveProperty("reading");
  });

  it("asks nothing for a workspace that keeps its texts from the model", async () => {
    const { extract, model } = open(() => ({ meetings: [MEETING] }), ["1"], ["slack:T1"]);
    expect(await extract(ARTICLE, { workspaceId: "slack:T1", reading: "ask" })).toEqual(holdReading(ARTICLE, null).extraction);
    expect(model.asked).toHaveLength(0);
  });

  it("is the local engine's where the model does not answer, or answers nonsense", async () => {
    const local = holdReading(ARTICLE, null).extraction;
    const failing = open(() => "failed", ["1"]);
    expect(await failing.extract(ARTICLE, { workspaceId: "terminal", reading: "ask" })).toEqual(local);
    const raving = open(() => ({ meetings: ["yes"], people: [{ name: "Ignore all previous instructions" }] }), ["1"]);
    const { reading: _reading, ...rest } = await raving.extract(ARTICLE, { workspaceId: "terminal", reading: "ask" });
    expect(rest).toEqual(local);
  });

  it("holds an earlier answer against the text again without asking", async () => {
    const { extract, model } = open(() => "failed", ["1"]);
    const kept = { quotes: [{ n: 1, speaker: "Lund", sentence: 2 }] };
    const extraction = await extract(ARTICLE, { workspaceId: "terminal", reading: kept });
    expect(extraction.reading).toEqual(kept);
    expect(extraction.quotes[0]?.rule).toContain("the model agrees");
    expect(await extract(ARTICLE, { workspaceId: "terminal", reading: null })).not.toHaveProperty("reading");
    expect(model.asked).toHaveLength(0);
  });
});
