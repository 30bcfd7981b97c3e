import { writeFileSync } from "node:fs";
import { afterEach, beforeEach, expect, it } from "vitest";
import { countGiven } from "../../../src/adapters/terminal/count-articles.ts";
import { temporaryFolder } from "../prisma/temporary-database.ts";

let place: ReturnType<typeof temporaryFolder>;

beforeEach(() => {
  place = temporaryFolder();
});

afterEach(() => place.remove());

it("counts files, and the lines of files that hold an article a line", async () => {
  const lines = place.path("many.jsonl");
  writeFileSync(lines, '{"a":1}\n\n  \n{"b":2}\r\n{"c":3}');
  expect(await countGiven({ files: ["one.txt", lines, "missing.jsonl"], jsonl: undefined })).toBe(5);
  expect(await countGiven({ files: [], jsonl: lines })).toBe(3);
});

it("does not know how much an address or standard input will bring", async () => {
  expect(await countGiven({ files: ["one.txt", "https://a.example/feed"], jsonl: undefined })).toBeNull();
  expect(await countGiven({ files: [], jsonl: true })).toBeNull();
});
