import { AppError } from "../../../domain/errors.ts";

/** PostgreSQL's SQLSTATEs and the network's codes, as sentences that end "The database … ". */
const SENTENCES: [RegExp, string][] = [
  [/^ECONNREFUSED|^ENOENT/, "does not answer: start the server, or mend host and port in DATABASE_URL"],
  [/^ENOTFOUND|^EAI_AGAIN/, "has a host that nobody knows: mend it in DATABASE_URL"],
  [/^ETIMEDOUT|^EHOSTUNREACH|^ENETUNREACH/, "cannot be reached: mend host and port in DATABASE_URL, or the way there"],
  [/^28/, "does not let this user in: mend user and password in DATABASE_URL, or the server's pg_hba.conf"],
  [/^3D/, "is not there: create it (createdb), or name another in DATABASE_URL"],
  [/^3F/, "has no such schema: create it, or leave the schema out of DATABASE_URL"],
  [/^42501/, "may not be changed by this user: give it the right to create tables there, or name another user in DATABASE_URL"],
  [/^53300/, "has no connection left: raise max_connections, or run fewer processes"],
  [/^53100/, "cannot grow because its disk is full: make room and start again"],
  [/^57P0|^ECONNRESET|^EPIPE|^08/, "has closed the connection: see whether the server is up, and try again"],
  [/^25006/, "is read-only: name the primary server in DATABASE_URL"],
];

/** A failure to open as one sentence. What PostgreSQL says itself stands in the cause, and never in the sentence: it may hold values. */
export function explainOpening(error: unknown, name: string): AppError {
  const code = errorCode(error, 0);
  const sentence = `The database ${name} could not be opened${code === "" ? "" : ` (${code})`}: see the server's log.`;
  return explainFailure(error, name) ?? new AppError("store-unusable", sentence, { cause: error });
}

/** A failure that an operator can mend as one sentence; null for every other. */
export function explainFailure(error: unknown, name: string): AppError | null {
  if (error instanceof AppError) return error;
  const code = errorCode(error, 0);
  const told = SENTENCES.find(([pattern]) => pattern.test(code));
  return told === undefined ? null : new AppError("store-unusable", `The database ${name} ${told[1]}.`, { cause: error });
}

/** Messages of these classes name tables, columns and constraints; what others say may hold values. */
const NAMES_ONLY = /^(?:42|23)/;

/** What the server calls a failure: its code, and its message where that can hold nobody's words. */
export function failureDetail(error: unknown): string {
  const code = errorCode(error, 0);
  if (error instanceof Error && NAMES_ONLY.test(code)) return `${code}, ${error.message}`;
  return code === "" ? "without a code" : code;
}

/** pg gives these two no code: they are all that says that the server hung up on a client between two of its statements. */
const HUNG_UP: ReadonlySet<string> = new Set([
  "Client has encountered a connection error and is not queryable",
  "Connection terminated unexpectedly",
]);
const CONNECTION_FAILURE = "08006";

/** The first SQLSTATE or network code of an error and its causes; empty where there is none. */
function errorCode(error: unknown, depth: number): string {
  if (typeof error !== "object" || error === null || depth > 4) return "";
  for (const key of ["originalCode", "code"]) {
    const value: unknown = key in error ? error[key as keyof typeof error] : undefined;
    if (typeof value === "string" && /^(?:[0-9A-Z]{5}|E[A-Z_]{3,})$/.test(value) && !/^P\d{4}$/.test(value)) return value;
  }
  if (error instanceof Error && HUNG_UP.has(error.message)) return CONNECTION_FAILURE;
  // Several addresses of one host fail together.
  if (error instanceof AggregateError) return errorCode(error.errors[0], depth + 1);
  const cause: unknown = "cause" in error ? error.cause : "meta" in error ? error.meta : undefined;
  return errorCode(cause, depth + 1);
}
