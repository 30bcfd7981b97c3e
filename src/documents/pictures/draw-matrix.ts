import type { WhoMetWhom } from "../../briefing/pair-meetings.ts";
import { drawGrid } from "./draw-grid.ts";
import type { Look } from "./picture-parts.ts";

/** Who met whom, and how often: each below and beside a number, so that names need to be read once. */
export function drawMatrix(title: string, { names, pairs }: WhoMetWhom, look: Look): string {
  const counts = new Map(pairs.map(({ sides, meetings }) => [sides.join("\n"), meetings.length]));
  const countOf = (a: string, b: string) => counts.get([a, b].sort().join("\n")) ?? 0;
  const rows = names.map((name, row) => ({
    label: `${row + 1} ${name}`,
    cells: names.map((other, column) => (column >= row ? null : countOf(name, other))),
  }));
  // Nobody stands below the last one, nor beside the first.
  const columns = names.slice(0, -1).map((_, at) => String(at + 1));
  const shown = rows.map(({ label, cells }) => ({ label, cells: cells.slice(0, -1) }));
  return drawGrid({ title, about: describeMatrix(title, { names, pairs }), columns, rows: shown }, look);
}

export function timesWords(count: number): string {
  return count === 1 ? "once" : count === 2 ? "twice" : `${count} times`;
}

/** What whoever cannot see the picture is told: how many names and pairs, and who met most often. */
export function describeMatrix(title: string, { names, pairs }: Pick<WhoMetWhom, "names" | "pairs">): string {
  const [first] = pairs;
  if (first === undefined) return `${title}: nobody`;
  const most = `${first.sides.join(" and ")} met most often: ${timesWords(first.meetings.length)}`;
  return `${title}: ${names.length} names, ${pairs.length === 1 ? "one pair" : `${pairs.length} pairs`}; ${most}`;
}
