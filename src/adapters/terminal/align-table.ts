/** Cells as text, in columns that are as wide as what they hold; what is too wide is wrapped within its column. */
export interface CellTable {
  columns: string[];
  rows: string[][];
  width: number;
}

const GAP = "  ";
const INDENT = "  ";
/** A column that must give way keeps so much. */
const LEAST = 10;

/** The lines of a table; its first is the head. Where all together are too wide, whichever column is the widest gives way. */
export function alignTable({ columns, rows, width }: CellTable): string[] {
  const widths = columns.map((column, at) => Math.max(column.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const room = width - INDENT.length - GAP.length * (columns.length - 1);
  for (let over = widths.reduce((all, each) => all + each, 0) - room; over > 0; over--) {
    const widest = Math.max(...widths);
    if (widest <= LEAST) break;
    widths[widths.indexOf(widest)] = widest - 1;
  }
  return [columns, ...rows].flatMap((row) => rowLines(row, widths));
}

function rowLines(row: string[], widths: number[]): string[] {
  const cells = widths.map((width, at) => wrapCell(row[at] ?? "", width));
  const height = Math.max(1, ...cells.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    `${INDENT}${cells.map((lines, at) => (lines[line] ?? "").padEnd(widths[at] ?? 0)).join(GAP)}`.trimEnd(),
  );
}

function wrapCell(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else if (word !== "") lines.push(word);
  }
  return lines;
}
