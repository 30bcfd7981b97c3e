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

/** What SQLite says of its results, where that is all that there is. */
const MESSAGES: [string, number][] = [
  ["UNIQUE constraint failed", 2067],
  ["NOT NULL constraint failed", 1299],
  ["FOREIGN KEY constraint failed", 787],
  ["database is locked", 5],
  ["database table is locked", 6],
  ["attempt to write a readonly database", 8],
  ["disk I/O error", 10],
  ["database disk image is malformed", 11],
  ["database or disk is full", 13],
  ["unable to open database file", 14],
  ["string or blob too big", 18],
  ["file is not a database", 26],
];
const PLAIN_ERROR = 1;

/** The code of an error that SQLite gave, as Node's driver throws it; null for every other. */
export function resultCode(error: unknown): number | null {
  if (!(error instanceof Error)) return null;
  if ("errcode" in error && typeof error.errcode === "number") return error.errcode;
  // The package for older Node.js leaves the code out where a statement gives rows.
  if (!("code" in error) || error.code !== "ERR_SQLITE_ERROR") return null;
  return MESSAGES.find(([begin]) => error.message.startsWith(begin))?.[1] ?? PLAIN_ERROR;
}

/** What SQLite calls a result: `SQLITE_BUSY`, or `SQLITE_CONSTRAINT_UNIQUE` where a row breaks a rule. */
export function resultName(code: number): string {
  const constraint = CONSTRAINTS.get(code);
  if (constraint !== undefined) return `SQLITE_CONSTRAINT_${constraint}`;
  return `SQLITE_${NAMES[code & 0xff] ?? code}`;
}
