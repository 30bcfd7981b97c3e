import { readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createRefusedKeeper, MOST_KEPT_BYTES, whyNotKept } from "../../../src/adapters/openai/keep-refused.ts";
import { temporaryFolder } from "../prisma/temporary-database.ts";

const PIECE = { reason: "number", detail: "900", said: "Norway sends 900 engineers.", passages: ["Norway sends 12 engineers."] };

describe("the file of what is refused", () => {
  let place: ReturnType<typeof temporaryFolder>;
  let told: string[];

  beforeEach(() => {
    place = temporaryFolder();
    told = [];
  });
  afterEach(() => place.remove());

  function keeper(path: string) {
    return createRefusedKeeper({
      path,
      secret: "sk-hunter2",
      clock: { now: () => Date.parse("2026-03-02T08:00:00Z") },
      model: (purpose) => `model-of-${purpose}`,
      onTrouble: (sentence) => told.push(sentence),
    });
  }

  it("holds a line for each piece, for its owner alone, and never the key", async () => {
    const path = place.path("refused.jsonl");
    writeFileSync(path, "", { mode: 0o644 });
    await keeper(path)("answer", [PIECE, { ...PIECE, said: "The key is sk-hunter2." }]);
    await keeper(path)("reading", []);
    const lines = readFileSync(path, "utf8").trim().split("\n");
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      { day: "2026-03-02", purpose: "answer", model: "model-of-answer", ...PIECE },
      { day: "2026-03-02", purpose: "answer", model: "model-of-answer", ...PIECE, said: "The key is …." },
    ]);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(told).toEqual([]);
  });

  it("grows no further than its limit, and says so once", async () => {
    const path = place.path("refused.jsonl");
    writeFileSync(path, Buffer.alloc(MOST_KEPT_BYTES - 10));
    const keep = keeper(path);
    await keep("answer", [PIECE]);
    await keep("answer", [PIECE]);
    expect(statSync(path).size).toBe(MOST_KEPT_BYTES - 10);
    expect(told).toEqual(["Kept nothing more of what was refused: OPENAI_KEEP_REFUSED is full (10 MB)."]);
  });

  it("follows no link, and costs nobody their text where it cannot be written", async () => {
    const target = place.path("passwords");
    writeFileSync(target, "root");
    symlinkSync(target, place.path("link.jsonl"));
    await keeper(place.path("link.jsonl"))("answer", [PIECE]);
    expect(readFileSync(target, "utf8")).toBe("root");
    expect(told).toEqual(["Could not keep what was refused in OPENAI_KEEP_REFUSED (ELOOP)."]);
  });

  it("is looked at before it is needed", async () => {
    expect(await whyNotKept(place.path("refused.jsonl"))).toBeNull();
    expect(await whyNotKept(place.path("nowhere/refused.jsonl"))).toBe(
      "OPENAI_KEEP_REFUSED cannot be written to (ENOENT): name a file in a folder that exists and that this user may write to.",
    );
    writeFileSync(place.path("full.jsonl"), Buffer.alloc(MOST_KEPT_BYTES));
    expect(await whyNotKept(place.path("full.jsonl"))).toContain("is full (10 MB)");
  });
});
