import type { types } from "@slack/bolt";
import type { Block, Inline } from "../../../domain/chat/document.ts";
import { showText } from "../../../domain/chat/show-text.ts";
import { shorten } from "../../chat/shorten.ts";
import { HEADER_TEXT, TABLE_CELLS, TABLE_JSON, TABLE_ROWS } from "./limits.ts";
import { jsonLength } from "./plain-text.ts";
import { fitInlines } from "./rich-text.ts";

type Table = Extract<Block, { type: "table" }>;
type Cell = types.DataTableBlock["rows"][number][number];

/** Stands in an empty cell: Slack refuses an empty text. */
const NOTHING = "–";

export interface FittedTable {
  block: types.DataTableBlock;
  /** The rows for which there was no room, in their order. */
  left: Inline[][][];
}

/**
 * A table within a message's room: with every source at its passage if that fits, else with one source a row, else with the bare addresses,
 * and then with as many rows as fit. Null where not one does, or where it has no rows.
 */
export function dataTable(table: Table): FittedTable | null {
  const columns = table.columns.slice(0, TABLE_CELLS);
  if (columns.length === 0 || table.rows.length === 0) return null;
  for (const shrink of [keep, firstSource, bareSource]) {
    const block = blockOf({ ...table, columns }, table.rows.slice(0, TABLE_ROWS), shrink);
    if (jsonLength(block) <= TABLE_JSON) return { block, left: table.rows.slice(TABLE_ROWS) };
  }
  const { rows, ...head } = blockOf({ ...table, columns }, table.rows.slice(0, TABLE_ROWS), bareSource);
  let room = TABLE_JSON - jsonLength({ ...head, rows: rows.slice(0, 1) });
  const count = rows.slice(1).findIndex((row) => {
    room -= jsonLength(row) + 1;
    return room < 0;
  });
  if (count < 1) return null;
  const block = { ...head, rows: rows.slice(0, count + 1), page_size: count };
  return { block, left: table.rows.slice(count) };
}

type Shrink = (cell: Inline[]) => Inline[];

const keep: Shrink = (cell) => cell;

/** A cell of sources with the first alone. */
const firstSource: Shrink = (cell) => (cell[0]?.type === "source" ? cell.slice(0, 1) : cell);

const bareSource: Shrink = (cell) =>
  firstSource(cell).map((inline) =>
    inline.type === "source" ? { ...inline, link: { ...inline.link, citation: null } } : inline,
  );

function blockOf({ caption, columns }: Table, rows: Inline[][][], shrink: Shrink): types.DataTableBlock {
  const head = columns.map((column): Cell => rawText(column));
  const body = rows.map((row) => columns.map((_, at) => cellOf(shrink(row[at] ?? []))));
  return { type: "data_table", caption: plain(caption), rows: [head, ...body], page_size: Math.max(1, rows.length) };
}

function cellOf(inlines: Inline[]): Cell {
  const elements = fitInlines(inlines);
  return elements.length === 0 ? rawText(NOTHING) : { type: "rich_text", elements: [{ type: "rich_text_section", elements }] };
}

function rawText(text: string): Cell {
  return { type: "raw_text", text: plain(text) };
}

function plain(text: string): string {
  return shorten(showText(text).replace(/\s+/g, " ").trim() || NOTHING, HEADER_TEXT);
}
