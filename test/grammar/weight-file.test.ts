import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { layOutWeights, readLaidOutWeights, readWeightFile } from "../../src/grammar/weight-file.ts";

const weights = readWeightFile(readFileSync(new URL("../../src/grammar/weights/english.bin", import.meta.url)));

describe("weights that are laid out for the built program", () => {
  const again = readLaidOutWeights(layOutWeights(weights));

  it.each(["tags", "moves", "relations"] as const)("are the same for the %s", (table) => {
    expect([again[table].classes, again[table].rows]).toEqual([weights[table].classes, weights[table].rows]);
    expect(Buffer.compare(Buffer.from(again[table].values), Buffer.from(weights[table].values))).toBe(0);
  });

  it("are views, so that reading them takes no time", () => {
    expect(again.moves.values.buffer).toBe(again.tags.values.buffer);
  });
});
