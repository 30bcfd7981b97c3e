import { AppError } from "../../domain/errors.ts";

const MAX_LENGTH = 300;

/** What failed, in one line: a driver's message may go on with the statement and what was in it. */
export function failureReason(error: unknown): string {
  if (error instanceof AppError) return error.message;
  if (!(error instanceof Error)) return "It failed without a reason.";
  const [first = ""] = error.message.trim().split("\n");
  return `${error.name}: ${first}`.slice(0, MAX_LENGTH);
}
