import { cleanText } from "../clean-parameters.ts";
import type { Transaction } from "../transaction.ts";
import type { CopiedTable } from "./copied-tables.ts";

/** So many rows are read, and written in one transaction. */
const BATCH = 200;

export type Row = Record<string, unknown>;

/** A table whose columns nobody here needs to know. */
interface Table {
  findMany(query: object): Promise<Row[]>;
  count(): Promise<number>;
  createMany(query: { data: Row[] }): Promise<{ count: number }>;
}

export function tableOf(client: Transaction, { model }: CopiedTable): Table {
  const property = `${model.charAt(0).toLowerCase()}${model.slice(1)}` as "article";
  return client[property] as unknown as Table;
}

/** The rows behind `after` (or all), in the order of their key. */
export async function* readBatches(client: Transaction, table: CopiedTable, after: Row | null): AsyncGenerator<Row[]> {
  const orderBy = table.key.map((column) => ({ [column]: "asc" }));
  let last = after;
  while (true) {
    const from: object = last === null ? {} : { cursor: cursorAt(table, last), skip: 1 };
    const rows = await tableOf(client, table).findMany({ orderBy, take: BATCH, ...from });
    if (rows.length > 0) yield rows;
    if (rows.length < BATCH) return;
    last = rows.at(-1) ?? null;
  }
}

export async function* readRows(client: Transaction, table: CopiedTable): AsyncGenerator<Row> {
  for await (const rows of readBatches(client, table, null)) yield* rows;
}

function cursorAt({ key }: CopiedTable, row: Row): object {
  const values = Object.fromEntries(key.map((column) => [column, row[column]]));
  return key.length === 1 ? values : { [key.join("_")]: values };
}

/** A row as text that is the same on both databases: one of them sorts the keys of JSON, and only one holds NUL characters. */
export function rowText(row: Row): string {
  return JSON.stringify(row, (_, value: unknown) => {
    if (typeof value === "string") return cleanText(value);
    if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
