import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { AppError } from "../../../domain/errors.ts";
import { maskUrl } from "../../../domain/mask-url.ts";
import type { Clients } from "../clients.ts";
import { isPostgresql, sqlitePath } from "../database-url.ts";
import { openClients } from "../open-clients.ts";
import type { Transaction } from "../transaction.ts";
import { COPIED_TABLES, type CopiedTable } from "./copied-tables.ts";
import { type Row, readBatches, readRows, rowText, tableOf } from "./table-rows.ts";

export interface CopyRequest {
  from: string;
  to: string;
  /** Told of each table as it is done. */
  say(sentence: string): void;
  /** How many rows of all tables are copied, or compared afterwards. */
  onProgress?(progress: CopyProgress): void;
}

export interface CopyProgress {
  doing: "Copying" | "Comparing";
  done: number;
  total: number;
}

export interface TableCopy {
  table: string;
  rows: number;
  /** SHA-256 over the rows in the order of their key, in hexadecimal; the same on both sides. */
  checksum: string;
}

/**
 * Copies a whole store into another database, and compares the two row by row. The source may be written meanwhile: what comes after the
 * beginning is not copied. Rows go in the order of their key, so what a break leaves
 * is a beginning: run again, it goes on where it ended. A target that holds anything else is refused before a row is written.
 * Throws an AppError ("store-unusable").
 */
export async function copyStore(request: CopyRequest): Promise<TableCopy[]> {
  if (!isPostgresql(request.from) && !existsSync(sqlitePath(request.from)))
    throw new AppError("store-unusable", `There is no store at ${request.from}. Name an existing one with --from.`);
  const from = await openClients(request.from, request.say);
  try {
    const to = await openClients(request.to, request.say);
    try {
      return await from.snapshot((reads) => copyTables(reads, to, request));
    } finally {
      await to.close();
    }
  } finally {
    await from.close();
  }
}

async function copyTables(from: Transaction, to: Clients, request: CopyRequest): Promise<TableCopy[]> {
  const { from: source, to: target, say, onProgress = () => undefined } = request;
  const last = new Map<CopiedTable, Row | null>();
  let total = 0;
  let done = 0;
  for (const table of COPIED_TABLES) {
    const found = await compare(from, to, table);
    if (found.differsAt !== null) {
      throw new AppError(
        "store-unusable",
        `The database ${maskUrl(target)} has different rows from ${maskUrl(source)} (table ${table.model}, ${found.differsAt}). Name an empty database with --to.`,
      );
    }
    last.set(table, found.last);
    total += await tableOf(from, table).count();
    done += found.rows;
  }
  const onCopied = (rows: number) => {
    done += rows;
    onProgress({ doing: "Copying", done, total });
  };
  for (const table of COPIED_TABLES) {
    const written = await copyTable(from, to, { table, after: last.get(table) ?? null, onCopied });
    if (written > 0) say(`${table.model}: copied ${written === 1 ? "1 row" : `${written} rows`}.`);
  }
  const copies: TableCopy[] = [];
  let compared = 0;
  for (const table of COPIED_TABLES) {
    const { differsAt, rows, missing, checksum } = await compare(from, to, table);
    if (differsAt !== null || missing) {
      throw new AppError(
        "store-unusable",
        `The copy of table ${table.model} is different (${differsAt ?? `behind row ${rows}`}). Stop whatever writes to the target, and copy again into an empty database.`,
      );
    }
    copies.push({ table: table.model, rows, checksum });
    compared += rows;
    onProgress({ doing: "Comparing", done: compared, total });
  }
  return copies;
}

interface Comparison {
  /** The key of the first row of the target that is not the source's, for people. */
  differsAt: string | null;
  /** The last row of the target. */
  last: Row | null;
  rows: number;
  /** Whether the source goes on where the target ends. */
  missing: boolean;
  checksum: string;
}

async function compare(from: Transaction, to: Clients, table: CopiedTable): Promise<Comparison> {
  const hash = createHash("sha256");
  const source = readRows(from, table);
  let last: Row | null = null;
  let rows = 0;
  for await (const row of readRows(to.reads, table)) {
    const text = rowText(row);
    const { value } = await source.next();
    if (value === undefined || rowText(value) !== text) {
      const differsAt = table.key.map((column) => `${column} ${String(row[column])}`).join(", ");
      return { differsAt, last, rows, missing: false, checksum: "" };
    }
    hash.update(text).update("\n");
    last = row;
    rows += 1;
  }
  const missing = (await source.next()).done !== true;
  return { differsAt: null, last, rows, missing, checksum: hash.digest("hex") };
}

interface CopyTask {
  table: CopiedTable;
  after: Row | null;
  onCopied(rows: number): void;
}

async function copyTable(from: Transaction, to: Clients, { table, after, onCopied }: CopyTask): Promise<number> {
  let written = 0;
  for await (const rows of readBatches(from, table, after)) {
    await to.transaction(async (transaction) => {
      await tableOf(transaction, table).createMany({ data: rows.map(withoutNulls) });
      const indexing = table.model === "Article" ? rows.map((row) => to.search.index(toIndexed(row))) : [];
      for (const statement of indexing) if (statement !== null) await transaction.$executeRaw(statement);
    });
    written += rows.length;
    onCopied(rows.length);
  }
  if (table.key[0] === "id") await to.skipUsedKeys(table.model);
  return written;
}

/** Left out, a column is null: that says it for JSON columns as well, where null could mean a value. */
function withoutNulls(row: Row): Row {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));
}

function toIndexed(row: Row) {
  return {
    key: Number(row["id"]),
    workspaceId: String(row["workspaceId"]),
    title: row["title"] === null ? null : String(row["title"]),
    text: String(row["text"]),
  };
}
