/** SQLite's primary result codes, by their numbers (https://www.sqlite.org/rescode.html). */
const NAMES = [
  "OK",
  "ERROR",
  "INTERNAL",
  "PERM",
  "ABORT",
  "BUSY",
  "LOCKED",
  "NOMEM",
  "READONLY",
  "INTERRUPT",
  "IOERR",
  "CORRUPT",
  "NOTFOUND",
  "FULL",
  "CANTOPEN",
  "PROTOCOL",
  "EMPTY",
  "SCHEMA",
  "TOOBIG",
  "CONSTRAINT",
  "MISMATCH",
  "MISUSE",
  "NOLFS",
  "AUTH",
  "FORMAT",
  "RANGE",
  "NOTADB",
];

/** Which rule a row breaks stands in the upper bits. */
const CONSTRAINTS = new Map([
  [787, "FOREIGNKEY"],
  [1299, "NOTNULL"],
  [1555, "PRIMARYKEY"],
  [1811, "TRIGGER"],
  [2067, "UNIQUE"],
]);

/** An error that SQLite gave, as Node's driver throws it. */
export interface SqliteError extends Error {
  errcode: number;
}

export function isSqliteError(error: unknown): error is SqliteError {
  return error instanceof Error && "errcode" in error && typeof error.errcode === "number";
}

/** What SQLite calls a result: `SQLITE_BUSY`, or `SQLITE_CONSTRAINT_UNIQUE` where a row breaks a rule. */
export function resultName(code: number): string {
  const constraint = CONSTRAINTS.get(code);
  if (constraint !== undefined) return `SQLITE_CONSTRAINT_${constraint}`;
  return `SQLITE_${NAMES[code & 0xff] ?? code}`;
}
