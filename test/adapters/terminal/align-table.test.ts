import { expect, it } from "vitest";
import { alignTable } from "../../../src/adapters/terminal/align-table.ts";

it("cells stand below their heads, and what is too wide is wrapped in its column", () => {
  const rows = [
    ["4 Mar", "Talks between Ana Moreira and Erik Solberg", "Lisbon"],
    ["1 Feb", "Visit", ""],
  ];
  expect(alignTable({ columns: ["Date", "Who", "Where"], rows, width: 40 })).toEqual([
    "  Date   Who                      Where",
    "  4 Mar  Talks between Ana        Lisbon",
    "         Moreira and Erik",
    "         Solberg",
    "  1 Feb  Visit",
  ]);
});

it("of columns that are too wide alike, each gives way as much", () => {
  const words = "one two three four five six seven eight nine";
  const [, ...lines] = alignTable({ columns: ["Who", "Status"], rows: [[words, words]], width: 64 });
  expect(lines.map((line) => line.trim().split(/ {2,}/))).toEqual([
    ["one two three four five six", "one two three four five six"],
    ["seven eight nine", "seven eight nine"],
  ]);
});
