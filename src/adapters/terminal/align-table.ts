import { columnsOf, wrapText } from "./wrap-text.ts";

/** Cells as text, in columns that are as wide as what they hold; what is too wide is wrapped within its column. */
export interface CellTable {
  columns: string[];
  rows: string[][];
  width: number;
}

interface AlignedTable {
  head: string[];
  lines: string[];
}

const GAP = "  ";
const INDENT = "  ";
const DEEPER = "    ";
/** A column that must give way keeps so much. */
const LEAST = 10;

/**
 * A table within a width in columns of the terminal. Where all together are too wide, whichever column is the widest gives way, but no
 * word is broken: where that is not enough, there is no head, and each cell has a line of its own with its column's name.
 */
export function alignTable({ columns, rows, width }: CellTable): AlignedTable {
  const cellsOf = (at: number) => [columns[at] ?? "", ...rows.map((row) => row[at] ?? "")];
  const widths = columns.map((_, at) => Math.max(...cellsOf(at).map(columnsOf)));
  const words = columns.map((_, at) => Math.max(...cellsOf(at).flatMap((cell) => cell.split(/\s+/).map(columnsOf))));
  const least = words.map((word) => Math.max(LEAST, word));
  const room = width - INDENT.length - GAP.length * (columns.length - 1);
  let over = widths.reduce((all, each) => all + each, 0) - room;
  for (; over > 0; over--) {
    const widest = Math.max(...widths.filter((each, at) => each > (least[at] ?? 0)));
    const at = widths.findIndex((each, column) => each === widest && each > (least[column] ?? 0));
    if (at < 0) break;
    widths[at] = widest - 1;
  }
  if (over > 0) return { head: [], lines: rows.flatMap((row) => stackedLines(columns, row, width)) };
  return { head: rowLines(columns, widths), lines: rows.flatMap((row) => rowLines(row, widths)) };
}

function rowLines(row: string[], widths: number[]): string[] {
  const cells = widths.map((width, at) => linesOf(row[at] ?? "", { width, first: "", rest: "" }));
  const height = Math.max(1, ...cells.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    `${INDENT}${cells.map((lines, at) => padded(lines[line] ?? "", widths[at] ?? 0)).join(GAP)}`.trimEnd(),
  );
}

/** The first cell, and below it each other one that says something. */
function stackedLines(columns: string[], [first = "", ...others]: string[], width: number): string[] {
  const named = others.flatMap((cell, at) =>
    cell === "" ? [] : linesOf(`${columns[at + 1] ?? ""}: ${cell}`, { width, first: DEEPER, rest: `${DEEPER}  ` }),
  );
  return [...linesOf(first, { width, first: INDENT, rest: INDENT }), ...named];
}

function linesOf(text: string, how: { width: number; first: string; rest: string }): string[] {
  return wrapText([{ text, emphasis: undefined }], { ...how, emphasise: (part) => part });
}

function padded(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - columnsOf(text)));
}
