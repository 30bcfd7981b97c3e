import { belowTitle, escapeXml, type Look, MARGIN, sheetOf, shortened, WIDTH } from "./picture-parts.ts";

const ROW_PX = 26;
const HEAD_PX = 20;
const GAP = 2;
const LABEL_PX = 12;
/** Of the room beside the margins: what the names take. */
const NAMES = 0.44;
const MOST_COLUMN_PX = 26;
/** A cell of few is light, one of most is full; below this the number in it is dark. */
const LEAST_FULL = 0.25;
const ON_FULL_FROM = 0.6;

export interface Grid {
  title: string;
  /** For whoever cannot see it. */
  about: string;
  /** What stands above each column, in at most two letters; empty where nothing does. */
  columns: readonly string[];
  /** Null is no cell at all, 0 an empty one. */
  rows: readonly { label: string; cells: readonly (number | null)[] }[];
}

/** Counts in a table as an SVG image: the more, the fuller a cell, and its number stands in it. */
export function drawGrid({ title, about, columns, rows }: Grid, look: Look): string {
  const names = Math.floor((WIDTH - 2 * MARGIN) * NAMES);
  const room = WIDTH - 2 * MARGIN - names;
  const column = Math.min(MOST_COLUMN_PX, Math.floor(room / Math.max(1, columns.length)));
  const left = MARGIN + names;
  const top = belowTitle(title) + HEAD_PX;
  const most = Math.max(1, ...rows.flatMap(({ cells }) => cells.map((cell) => cell ?? 0)));
  const heads = columns.map((head, at) =>
    words(left + at * column + column / 2, top - 6, { text: head, kind: "soft", isMiddle: true }),
  );
  const lines = rows.flatMap(({ label, cells }, row) => {
    const y = top + row * ROW_PX;
    const middle = y + ROW_PX / 2 + LABEL_PX / 3;
    return [
      words(MARGIN, middle, { text: shortened(label, LABEL_PX, names - 6), kind: "" }),
      ...cells.flatMap((count, at) => (count === null ? [] : cell({ x: left + at * column, y, column, middle }, count, most))),
    ];
  });
  return sheetOf({ title, about, look, heightPx: top + rows.length * ROW_PX + MARGIN, parts: [...heads, ...lines] });
}

interface Place {
  x: number;
  y: number;
  column: number;
  /** Of its letters. */
  middle: number;
}

function cell({ x, y, column, middle }: Place, count: number, most: number): string[] {
  const box = `x="${x}" y="${y}" width="${column - GAP}" height="${ROW_PX - GAP}" rx="3"`;
  const empty = `<rect class="cell" ${box}/>`;
  if (count === 0) return [empty];
  const fullness = LEAST_FULL + (1 - LEAST_FULL) * (count / most);
  const text = count > 99 ? "99+" : String(count);
  return [
    empty,
    `<rect class="dot" ${box} stroke="none" stroke-width="0" fill-opacity="${fullness.toFixed(2)}"/>`,
    words(x + (column - GAP) / 2, middle, { text, kind: fullness >= ON_FULL_FROM ? "on" : "", isMiddle: true }),
  ];
}

function words(
  ...[x, y, { text, kind, isMiddle = false }]: [number, number, { text: string; kind: string; isMiddle?: boolean }]
): string {
  const anchor = isMiddle ? ' text-anchor="middle"' : "";
  return `<text${kind === "" ? "" : ` class="${kind}"`} x="${x}" y="${y}" font-size="${LABEL_PX}"${anchor}>${escapeXml(text)}</text>`;
}
