import { AppError } from "../../domain/errors.ts";

const DEEPEST = 8;
/** SQLite's result codes, PostgreSQL's SQLSTATEs and the system's words for a disk that is full or may not be written to. */
const UNWRITABLE =
  /^(?:SQLITE_FULL|SQLITE_READONLY|SQLITE_IOERR_(?:WRITE|SHM|FSYNC|DIR_FSYNC|TRUNCATE)|ENOSPC|EDQUOT|EROFS|53100|25006)/;
const BUSY = /^SQLITE_(?:BUSY|LOCKED)/;

const CANNOT_WRITE =
  "I can't save anything at the moment, because my disk is full or read-only. Tell the person who runs Attaché.";
const NO_ANSWER = "My database does not respond at the moment, so I can't answer. Ask again in a few minutes.";
/** For whoever asks while more waits than can be answered soon. */
export const TOO_MUCH = "I have too many questions to answer right now. Ask again in a moment.";

/**
 * One sentence for whoever asked while the store fails; null for every other failure. What the store's own errors say is for operators: it
 * names hosts and files.
 */
export function storeSentence(error: unknown): string | null {
  let isStore = false;
  let current = error;
  for (let depth = 0; depth < DEEPEST && typeof current === "object" && current !== null; depth++) {
    const code = codeOf(current);
    if (UNWRITABLE.test(code)) return CANNOT_WRITE;
    if (BUSY.test(code) || isOfStore(current)) isStore = true;
    current = beneath(current);
  }
  return isStore ? NO_ANSWER : null;
}

/** Prisma keeps what its driver said below `meta`. */
function beneath(error: object): unknown {
  for (const key of ["cause", "driverAdapterError", "meta"]) {
    const value: unknown = key in error ? error[key as keyof typeof error] : undefined;
    if (value !== undefined) return value;
  }
  return undefined;
}

function codeOf(error: object): string {
  for (const key of ["originalCode", "code"]) {
    const value: unknown = key in error ? error[key as keyof typeof error] : undefined;
    if (typeof value === "string") return value;
  }
  return "";
}

/** What the store calls unusable, and what Prisma throws as it is. */
function isOfStore(error: object): boolean {
  if (error instanceof AppError) return error.code === "store-unusable";
  return error instanceof Error && /^(?:PrismaClient|DriverAdapterError)/.test(error.name);
}
