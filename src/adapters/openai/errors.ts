import { APIConnectionError, APIConnectionTimeoutError, APIError, APIUserAbortError } from "openai";
import type { ModelFailure } from "../../domain/language-model.ts";

/** The SDK's errors as the reasons that the rest of the program knows. Nobody matches their texts. */
export function failureOf(error: unknown): ModelFailure {
  if (error instanceof APIConnectionTimeoutError || error instanceof APIUserAbortError) return "timeout";
  if (error instanceof APIConnectionError) return "unreachable";
  // A body that is no JSON although it says so: the SDK lets the parser's error through.
  if (!(error instanceof APIError)) return error instanceof SyntaxError ? "schema" : "unreachable";
  const status: unknown = error.status;
  if (typeof status !== "number") return "unreachable";
  if (status === 401 || status === 403) return "key";
  if (status === 404) return "not-found";
  if (status === 408) return "timeout";
  if (status === 429) return "rate-limit";
  return status >= 500 ? "server" : "request";
}
