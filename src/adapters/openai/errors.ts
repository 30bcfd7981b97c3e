import { APIConnectionError, APIConnectionTimeoutError, APIError, APIUserAbortError } from "openai";
import type { ModelFailure } from "../../domain/model/language-model.ts";
import { TooLongError } from "./fetch-limited.ts";
import { streamErrorSchema } from "./schema.ts";

/** The SDK's errors as the reasons that the rest of the program knows. Nobody matches their texts. */
export function failureOf(error: unknown): ModelFailure {
  if (error instanceof APIConnectionTimeoutError || error instanceof APIUserAbortError) return "timeout";
  if (error instanceof APIConnectionError) return "unreachable";
  if (error instanceof TooLongError) return "schema";
  // A body that is no JSON although it says so: the SDK lets the parser's error through.
  if (!(error instanceof APIError)) return error instanceof SyntaxError ? "schema" : "unreachable";
  return failureOfStatus(statusOf(error));
}

/** Whether an endpoint may mean the request's form, a stream for instance, and not its key, its model or its pace. */
export function isRefusedRequest(error: unknown): boolean {
  return error instanceof APIError && (failureOf(error) === "request" || error.status === 501);
}

/** An error that comes in the middle of a stream is the server's, unless it says otherwise. */
function statusOf(error: APIError): number {
  const status: unknown = error.status;
  if (typeof status === "number") return status;
  const inStream = streamErrorSchema.safeParse(error.error);
  return inStream.success ? inStream.data.code : 500;
}

function failureOfStatus(status: number): ModelFailure {
  if (status === 401 || status === 403) return "key";
  if (status === 404) return "not-found";
  if (status === 408) return "timeout";
  if (status === 429) return "rate-limit";
  return status >= 500 ? "server" : "request";
}
