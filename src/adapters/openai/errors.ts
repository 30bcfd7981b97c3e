import { APIConnectionError, APIConnectionTimeoutError, APIError, APIUserAbortError } from "openai";
import type { ModelFailure } from "../../domain/model/language-model.ts";
import { TooLongError } from "./fetch-limited.ts";
import { errorBodySchema, errorInAnswerSchema, streamErrorSchema } from "./schema.ts";

const MAX_SAID_CHARACTERS = 200;

/** Codes and types of errors by which endpoints say more than by their status; docs/llm.md has the sources. */
const BY_CODE: ReadonlyMap<string, ModelFailure> = new Map([
  ["insufficient_quota", "credit"],
  ["billing_hard_limit_reached", "credit"],
  ["billing_not_active", "credit"],
  ["context_length_exceeded", "context"],
  ["exceed_context_size_error", "context"],
  ["string_above_max_length", "context"],
  ["request_too_large", "context"],
  ["content_filter", "filter"],
  ["content_policy_violation", "filter"],
  ["model_not_found", "not-found"],
  ["DeploymentNotFound", "not-found"],
  ["invalid_api_key", "key"],
  // Gemini: a wrong key is a bad request, and says so in its details alone.
  ["API_KEY_INVALID", "key"],
]);

/** The SDK's errors as the reasons that the rest of the program knows. Nobody matches their texts. */
export function failureOf(error: unknown): ModelFailure {
  if (error instanceof APIConnectionTimeoutError || error instanceof APIUserAbortError) return "timeout";
  if (error instanceof APIConnectionError) return "unreachable";
  if (error instanceof TooLongError) return "schema";
  // A body that is no JSON although it says so: the SDK lets the parser's error through.
  if (!(error instanceof APIError)) return error instanceof SyntaxError ? "schema" : "unreachable";
  for (const code of codesOf(error)) {
    const known = BY_CODE.get(code);
    if (known !== undefined) return known;
  }
  const body = errorBodySchema.safeParse(error.error);
  // OpenRouter's moderation has the status of a wrong key.
  if (error.status === 403 && body.success && body.data.metadata?.reasons != null) return "filter";
  return failureOfStatus(statusOf(error));
}

/** What the endpoint says itself, in one line, without keys; empty where it says nothing that is meant to be read. */
export function saidBy(error: unknown): string {
  if (!(error instanceof APIError)) return "";
  if (/\bhtml\b/i.test(error.headers?.get("content-type") ?? "")) return "it answered with a web page";
  const parsed = errorBodySchema.safeParse(error.error);
  if (!parsed.success) return "";
  const { message, detail } = parsed.data;
  const list = typeof message === "object" && message !== null ? message.detail : Array.isArray(detail) ? detail : [];
  const said = [message, detail].find((each) => typeof each === "string");
  return tidy(said ?? list.map((each) => `${each.loc?.at(-1) ?? ""}: ${each.msg ?? ""}`).join("; "));
}

function tidy(said: string): string {
  const line = said
    .replace(/\p{Cc}|\p{Cf}/gu, " ")
    .replace(/\b(?:(?:sk|gsk|key|org)[-_]|AIza)[\w*.-]{4,}/gi, "…")
    .replace(/\s+/g, " ")
    .trim();
  return line.length <= MAX_SAID_CHARACTERS ? line : `${line.slice(0, MAX_SAID_CHARACTERS)}…`;
}

/** Whether an endpoint may mean the request's form, a stream for instance, and not its key, its model or its pace. */
export function isRefusedRequest(error: unknown): boolean {
  return error instanceof APIError && (failureOf(error) === "request" || error.status === 501);
}

/** The fields that it says it refuses, where it says so in a field of its own: `param`, or the places that a validator lists. */
export function refusedFields(error: unknown): string[] {
  const parsed = errorBodySchema.safeParse(error instanceof APIError ? error.error : null);
  if (!parsed.success) return [];
  const { message, detail, param } = parsed.data;
  const list = typeof message === "object" && message !== null ? message.detail : Array.isArray(detail) ? detail : [];
  return [...(param == null ? [] : [param.split(/[.[]/)[0] ?? param]), ...list.flatMap((each) => (each.loc ?? []).map(String))];
}

/** An error in an answer with status 200, as if it had come with its own; null where there is none. */
export function errorIn(answer: unknown, headers: Headers): APIError | null {
  const parsed = errorInAnswerSchema.safeParse(answer);
  if (!parsed.success) return null;
  const { error } = parsed.data;
  const code = Number(error.code);
  return APIError.generate(code >= 400 && code < 600 ? code : 500, { error }, undefined, headers);
}

function codesOf(error: APIError): string[] {
  const body = errorBodySchema.safeParse(error.error);
  const reasons = body.success ? (body.data.details ?? []).map(({ reason }) => reason) : [];
  return [error.code, error.type, ...reasons].filter((each): each is string => typeof each === "string");
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
  if (status === 402) return "credit";
  if (status === 404) return "not-found";
  if (status === 408) return "timeout";
  if (status === 413) return "context";
  if (status === 429) return "rate-limit";
  return status >= 500 ? "server" : "request";
}
