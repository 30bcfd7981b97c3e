export type Row = Record<string, unknown>;

/** Rows by their table; JSON is not yet text. */
export type Rows = Map<string, Row[]>;

/** Takes rows straight into the tables, whole batches in one transaction. */
export interface TableWriter {
  write(rows: Rows): Promise<void>;
  /** Completes indexes and statistics. */
  close(): Promise<void>;
}
