import pg from "pg";
import { AppError } from "../../../domain/errors.ts";

/** Our name for what pg says without a code. */
const NO_TLS = /^NO_TLS$/;

/** PostgreSQL's SQLSTATEs and the network's codes, as sentences that end "The database … ". */
const SENTENCES: [RegExp, string][] = [
  [/^ECONNREFUSED|^ENOENT/, "does not respond: start the server, or correct host and port in DATABASE_URL"],
  [/^ENOTFOUND|^EAI_AGAIN/, "has an unknown host: correct it in DATABASE_URL"],
  [/^ETIMEDOUT|^EHOSTUNREACH|^ENETUNREACH/, "cannot be reached: correct host and port in DATABASE_URL, or check the network"],
  [/^28/, "refuses this user: correct user and password in DATABASE_URL, or the server's pg_hba.conf"],
  [/^3D/, "does not exist: create it (createdb), or name another in DATABASE_URL"],
  [/^3F/, "does not have that schema: create it, or leave the schema out of DATABASE_URL"],
  [
    /^42501/,
    "does not let this user make changes: give it the right to create tables there, or name another user in DATABASE_URL",
  ],
  [/^53300/, "has no connection left: raise max_connections, or run fewer processes"],
  [/^53100/, "cannot grow because its disk is full: free some space, then restart"],
  [/^25P03/, "has ended a transaction because this process was frozen; nothing was stored, so try again"],
  [/^57P0|^ECONNRESET|^EPIPE|^08/, "has closed the connection: check that the server is up, and try again"],
  [
    /^SELF_SIGNED_|^DEPTH_ZERO_|^UNABLE_TO_/,
    "has a certificate from an unknown authority: name the authority's certificate in DATABASE_URL (sslrootcert=…), or do not check it (sslmode=no-verify)",
  ],
  [/^ERR_TLS_CERT_ALTNAME/, "has a certificate for another host: use that host in DATABASE_URL"],
  [/^CERT_/, "has an expired certificate, or one that is not valid yet: renew it on the server, or correct this machine's clock"],
  [NO_TLS, "does not support TLS: turn it on there, or set sslmode=disable in DATABASE_URL"],
  [/^25006/, "is read-only: name the primary server in DATABASE_URL"],
];

/** A lock that was waited for in vain, and one that two waited for in a ring. */
const HELD: ReadonlySet<string> = new Set(["55P03", "40P01"]);

/** A failure to open as one sentence. What PostgreSQL says itself stands in the cause, and never in the sentence: it may hold values. */
export function explainOpening(error: unknown, name: string): AppError {
  const code = errorCode(error, 0);
  const sentence = `Could not open the database ${name}${code === "" ? "" : ` (${code})`}: see the server's log.`;
  return explainFailure(error, name) ?? new AppError("store-unusable", sentence, { cause: error });
}

/** A failure that an operator can mend as one sentence; null for every other. */
export function explainFailure(error: unknown, name: string): AppError | null {
  if (error instanceof AppError) return error;
  const code = errorCode(error, 0);
  if (HELD.has(code)) {
    const sentence = `The database ${name} is busy: another process holds a lock. Try again in a minute.`;
    return new AppError("store-busy", sentence, { cause: error });
  }
  const told = refusalOf(error, code) ?? SENTENCES.find(([pattern]) => pattern.test(code))?.[1];
  return told === undefined ? null : new AppError("store-unusable", `The database ${name} ${told}.`, { cause: error });
}

/** What a transaction's connection said before it was lost says more than what the next statement on it says. */
export function explainTransaction(error: unknown, lost: Error | null, name: string): AppError | null {
  if (error instanceof AppError || lost === null) return explainFailure(error, name);
  return explainFailure(lost, name) ?? explainFailure(error, name);
}

/** A pooler has one code for all, and says in the message what it will not do; it speaks before anything of ours was sent. */
function refusalOf(error: unknown, code: string): string | null {
  if (!(error instanceof pg.DatabaseError) || code !== "08P01") return null;
  return `is refused by its pooler (${error.message}): correct the pooler's settings, or the address in DATABASE_URL`;
}

/** Messages of these classes name tables, columns and constraints; what others say may hold values. */
const NAMES_ONLY = /^(?:42|23)/;

/** What the server calls a failure: its code, and its message where that can hold nobody's words. */
export function failureDetail(error: unknown): string {
  const code = errorCode(error, 0);
  if (error instanceof Error && NAMES_ONLY.test(code)) return `${code}, ${error.message}`;
  return code === "" ? "without a code" : code;
}

/** pg gives these no code: the message is all that says that the server hung up between two statements, or does not speak TLS. */
const WITHOUT_CODE: ReadonlyMap<string, string> = new Map([
  ["Client has encountered a connection error and is not queryable", "08006"],
  ["Connection terminated unexpectedly", "08006"],
  ["The server does not support SSL connections", "NO_TLS"],
]);

/** An SQLSTATE, a network's code, or what Node's TLS calls a certificate. */
const CODE = /^(?:[0-9A-Z]{5}|(?:E|SELF_SIGNED_|DEPTH_ZERO_|UNABLE_TO_|CERT_)[A-Z_]{3,})$/;

/** The first SQLSTATE or network code of an error and its causes; empty where there is none. */
function errorCode(error: unknown, depth: number): string {
  if (typeof error !== "object" || error === null || depth > 4) return "";
  for (const key of ["originalCode", "code"]) {
    const value: unknown = key in error ? error[key as keyof typeof error] : undefined;
    if (typeof value === "string" && CODE.test(value) && !/^P\d{4}$/.test(value)) return value;
  }
  const known = error instanceof Error ? WITHOUT_CODE.get(error.message) : undefined;
  if (known !== undefined) return known;
  // Several addresses of one host fail together.
  if (error instanceof AggregateError) return errorCode(error.errors[0], depth + 1);
  for (const key of ["cause", "meta", "driverAdapterError"]) {
    const code = key in error ? errorCode(error[key as keyof typeof error], depth + 1) : "";
    if (code !== "") return code;
  }
  return "";
}
