import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { DraftCache, ModelLedger } from "../../src/domain/model/model-ledger.ts";

interface ModelStores {
  modelLedger: ModelLedger;
  drafts: DraftCache;
  /** Forgets all drafts. */
  forget(): Promise<void>;
  close(): Promise<void>;
}

const DAY = "2024-03-05";
const CALL = { day: DAY, purpose: "briefing" as const, inputTokens: 60, outputTokens: 30, costMicros: 500 };
const NO_CAP = { tokens: null, costMicros: null };

/** What the rest of the program may rely on, whatever keeps the counts and the drafts. */
export function describeModelStores(name: string, open: () => Promise<ModelStores>): void {
  describe(`the language model's ledger and cache in ${name}`, () => {
    let stores: ModelStores;

    beforeEach(async () => {
      stores = await open();
    });

    afterEach(() => stores.close());

    const counts = async () =>
      Object.fromEntries((await stores.modelLedger.read(DAY)).map((row) => [`${row.purpose} ${row.what}`, row.count]));

    it("books a call before it is made, and corrects it after", async () => {
      expect(await stores.modelLedger.reserve(CALL, NO_CAP)).toBe(true);
      await stores.modelLedger.add(DAY, "briefing", {
        "input-tokens": -20,
        "output-tokens": -25,
        "cost-micros": -400,
        "rejected:name": 2,
      });
      expect(await counts()).toEqual({
        "briefing calls": 1,
        "briefing input-tokens": 40,
        "briefing output-tokens": 5,
        "briefing cost-micros": 100,
        "briefing rejected:name": 2,
      });
    });

    it("keeps purposes and days apart, and reads from a day on", async () => {
      await stores.modelLedger.add(DAY, "answer", { cached: 1 });
      await stores.modelLedger.add("2024-03-04", "answer", { cached: 5 });
      expect(await counts()).toEqual({ "answer cached": 1 });
    });

    it("has room up to the cap of a day, over all purposes, and books nothing beyond it", async () => {
      const cap = { tokens: 200, costMicros: null };
      expect(await stores.modelLedger.reserve(CALL, cap)).toBe(true);
      expect(await stores.modelLedger.reserve({ ...CALL, purpose: "answer" }, cap)).toBe(true);
      const before = await counts();
      expect(await stores.modelLedger.reserve(CALL, cap)).toBe(false);
      expect(await counts()).toEqual(before);
      expect(await stores.modelLedger.reserve({ ...CALL, day: "2024-03-06" }, cap)).toBe(true);
    });

    it("caps money as it caps tokens", async () => {
      const cap = { tokens: null, costMicros: 999 };
      expect(await stores.modelLedger.reserve(CALL, cap)).toBe(true);
      expect(await stores.modelLedger.reserve(CALL, cap)).toBe(false);
    });

    it("lets no two calls at the same time take the same room", async () => {
      const cap = { tokens: 250, costMicros: null };
      const booked = await Promise.all([1, 2, 3, 4].map(() => stores.modelLedger.reserve(CALL, cap)));
      expect(booked.filter((each) => each)).toHaveLength(2);
    });

    it("keeps a draft under its fingerprint, until drafts are forgotten", async () => {
      const draft = { points: [{ text: "Ünïcode “kept”.", sentences: [1] }], meetings: [], quotes: [2] };
      expect(await stores.drafts.get("f1")).toBeNull();
      await stores.drafts.put("f1", "briefing", draft);
      await stores.drafts.put("f1", "briefing", draft);
      expect(await stores.drafts.get("f1")).toEqual(draft);
      expect(await stores.drafts.get("f2")).toBeNull();
      await stores.forget();
      expect(await stores.drafts.get("f1")).toBeNull();
    });
  });
}
