import { expect, test } from "vitest";
import type { WhoMetWhom } from "../../../src/briefing/pair-meetings.ts";
import { describeMatrix, drawMatrix } from "../../../src/documents/pictures/draw-matrix.ts";

const meetings = (count: number) => Array.from({ length: count }, () => ({})) as WhoMetWhom["pairs"][number]["meetings"];
const MET: WhoMetWhom = {
  names: ["Moreira", "Solberg", "<Aas>"],
  pairs: [
    { sides: ["Moreira", "Solberg"], meetings: meetings(3) },
    { sides: ["<Aas>", "Moreira"], meetings: meetings(1) },
  ],
  leftOut: 0,
};

test("each pair has one cell with its count, and whoever did not meet an empty one", () => {
  const svg = drawMatrix("Who met whom", MET, "light");
  expect(svg.match(/class="cell"/g)).toHaveLength(3);
  expect([...svg.matchAll(/text-anchor="middle">(\d+)</g)].map(([, words]) => words)).toEqual(["1", "2", "3", "1"]);
  expect(svg).toContain("3 &lt;Aas&gt;");
  expect(svg).not.toContain("prefers-color-scheme");
});

test("whoever cannot see it hears who met most often", () => {
  expect(describeMatrix("Who met whom", MET)).toBe("Who met whom: 3 names, 2 pairs; Moreira and Solberg met most often: 3 times");
});
