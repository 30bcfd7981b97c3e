import { expect, test } from "vitest";
import { scoreMornings } from "./score-mornings.ts";
import { openScratchStore } from "./scratch-store.ts";

test("twenty invented mornings are told in about the order that was written by hand", async () => {
  const { store, close } = await openScratchStore();
  try {
    const scored = await scoreMornings(store);
    expect(scored).toHaveLength(20);
    // What `npm run eval` printed when the weights were last changed, rounded down.
    expect(scored.reduce((sum, { ndcg }) => sum + ndcg, 0) / scored.length).toBeGreaterThanOrEqual(0.98);
    expect(scored.filter(({ isLeadRight }) => isLeadRight).length).toBeGreaterThanOrEqual(19);
  } finally {
    await close();
  }
});
