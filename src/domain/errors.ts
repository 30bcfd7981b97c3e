export type ErrorCode =
  | "usage"
  | "bad-input"
  | "not-found"
  | "store-unusable"
  | "store-busy"
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
