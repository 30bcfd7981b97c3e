export type ErrorCode =
  | "usage"
  | "bad-input"
  | "not-found"
  | "store-unusable"
  | "store-busy"
  | "over-limit"
  | "config"
  | "interrupted"
  | "internal";

export interface AppErrorDetails {
  cause?: unknown;
  retryAfterMs?: number;
}

/**
 * A failure that a person is told about. `message` is one sentence that says what, where and how to mend it;
 * it never holds a secret. Code decides by `code`, never by the message.
 */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly retryAfterMs: number | undefined;

  constructor(code: ErrorCode, message: string, details: AppErrorDetails = {}) {
    super(message, { cause: details.cause });
    this.name = "AppError";
    this.code = code;
    this.retryAfterMs = details.retryAfterMs;
  }
}

/** What must be there: where it is not, the program is wrong, and a guess would be stored or shown as if it were known. `what` ends "There is no …". */
export function mustHave<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new AppError("internal", `There is no ${what}. This is a bug in Attaché: please report it.`);
  return value;
}
