import { expect, test } from "vitest";
import { findNamesakes } from "../../src/briefing/find-namesakes.ts";

const LINES = [
  "First lady Sigrid Holm visited a school in Riga on Sunday.",
  "Holm spoke with teachers and with forty pupils.",
  "Holm said that she would come back in the autumn.",
  "Her husband, President Erik Holm, was in Oslo.",
  "First lady Sigrid Holm left Riga in the evening.",
];
const TEXT = LINES.join(" ");

const inLine = (line: string) =>
  findNamesakes({ text: TEXT }, { start: TEXT.indexOf(line), end: TEXT.indexOf(line) + line.length });

test("a surname alone means whom nearly all of its article means by it", () => {
  expect(inLine(LINES[1] ?? "")).toEqual([{ surname: "Holm", name: "Sigrid Holm" }]);
});

test("a full name needs nothing, and a surname that one person bears neither", () => {
  expect(inLine(LINES[0] ?? "")).toEqual([]);
  const alone = TEXT.replace("President Erik Holm", "President Erik Berg");
  expect(findNamesakes({ text: alone }, { start: alone.indexOf("Holm spoke"), end: alone.indexOf("Holm spoke") + 48 })).toEqual(
    [],
  );
});

test("where both are named alike it is left in doubt", () => {
  const both = `${TEXT} Erik Holm met ministers. President Erik Holm signed a law. President Erik Holm flew home.`;
  expect(findNamesakes({ text: both }, { start: both.indexOf("Holm spoke"), end: both.indexOf("Holm spoke") + 48 })).toEqual([]);
});
