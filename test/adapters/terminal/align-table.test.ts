import { expect, it } from "vitest";
import { alignTable } from "../../../src/adapters/terminal/align-table.ts";

it("cells stand below their heads, and what is too wide is wrapped in its column", () => {
  const rows = [
    ["4 Mar", "Talks between Ana Moreira and Erik Solberg", "Lisbon"],
    ["1 Feb", "Visit", ""],
  ];
  expect(alignTable({ columns: ["Date", "Who", "Where"], rows, width: 40 })).toEqual({
    head: ["  Date   Who                      Where"],
    lines: ["  4 Mar  Talks between Ana        Lisbon", "         Moreira and Erik", "         Solberg", "  1 Feb  Visit"],
  });
});

it("of columns that are too wide alike, each gives way as much", () => {
  const words = "one two three four five six seven eight nine";
  const { lines } = alignTable({ columns: ["Who", "Status"], rows: [[words, words]], width: 64 });
  expect(lines.map((line) => line.trim().split(/ {2,}/))).toEqual([
    ["one two three four five six", "one two three four five six"],
    ["seven eight nine", "seven eight nine"],
  ]);
});

it("where words would be broken, each cell has a line of its own; wide characters count as two", () => {
  const rows = [["4 Mar", "岸田文雄", "unreported", ""]];
  expect(alignTable({ columns: ["Date", "Who", "Status", "Where"], rows, width: 24 })).toEqual({
    head: [],
    lines: ["  4 Mar", "    Who: 岸田文雄", "    Status: unreported"],
  });
  expect(alignTable({ columns: ["Who", "Where"], rows: [["岸田文雄", "Tokyo"]], width: 40 }).lines).toEqual([
    "  岸田文雄  Tokyo",
  ]);
});
