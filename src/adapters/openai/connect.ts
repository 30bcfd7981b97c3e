import OpenAI from "openai";
import { zodResponseFormat } from "openai/helpers/zod";
import type { ModelOutcome } from "../../domain/model/language-model.ts";
import type { Ask } from "./ask.ts";
import { failureOf, isRefusedRequest } from "./errors.ts";
import { fetchLimited } from "./fetch-limited.ts";
import { MAX_OUTPUT_TOKENS } from "./prompt.ts";
import { readCompletion } from "./read-completion.ts";
import { readStream } from "./read-stream.ts";
import type { OpenAiSettings } from "./settings.ts";

/** Asks the endpoint once, with its own retries; never rejects. */
export type CallEndpoint = <Answer>(ask: Ask<Answer>, signal: AbortSignal) => Promise<ModelOutcome<Answer>>;

/** Tries after the first. The SDK waits between them with jitter, from half a second on, or as long as the server says. */
const RETRIES = 2;

/** How to request an answer. */
interface Manner {
  stream: "with-usage" | "bare" | "off";
  format: "schema" | "object" | "none";
  limit: "max_completion_tokens" | "max_tokens";
}

/** From what is wanted to what every endpoint can do: the prompt says the shape in words as well. */
const LADDER: readonly Manner[] = [
  { stream: "with-usage", format: "schema", limit: "max_completion_tokens" },
  { stream: "bare", format: "schema", limit: "max_completion_tokens" },
  { stream: "off", format: "schema", limit: "max_completion_tokens" },
  { stream: "off", format: "schema", limit: "max_tokens" },
  { stream: "off", format: "object", limit: "max_tokens" },
  { stream: "off", format: "none", limit: "max_tokens" },
];
const FIRST_WHOLE = 2;

interface Request<Answer> {
  ask: Ask<Answer>;
  signal: AbortSignal;
}

interface Endpoint {
  client: OpenAI;
  settings: OpenAiSettings;
  /** The rung of the ladder that works, by model: later calls do not try again what the endpoint does not do. */
  rungs: Map<string, number>;
}

export function connectEndpoint(settings: OpenAiSettings): CallEndpoint {
  const client = new OpenAI({
    apiKey: settings.apiKey,
    baseURL: settings.baseUrl,
    timeout: settings.timeoutMs,
    maxRetries: RETRIES,
    fetch: fetchLimited,
    // The environment is read in one place; the SDK would take these from it, and log requests where it says so.
    organization: null,
    project: null,
    adminAPIKey: null,
    webhookSecret: null,
    logLevel: "off",
  });
  const endpoint: Endpoint = { client, settings, rungs: new Map() };
  return async (asked, signal) => {
    try {
      signal.throwIfAborted();
      const outcome = await ask(endpoint, rungFor(endpoint, asked), { ask: asked, signal });
      // The SDK ends an aborted stream without a word.
      return signal.aborted ? { kind: "failed", failure: "timeout", usage: outcome.usage } : outcome;
    } catch (error) {
      const failure = signal.aborted ? "timeout" : failureOf(error);
      return { kind: "failed", failure, usage: { inputTokens: 0, outputTokens: 0 } };
    }
  };
}

/**
 * An endpoint that takes no streams, schemas or limits says so in many ways, most of them a 400 without a reason: what it refuses is asked for more plainly,
 * and the manner that it answers to is kept. Where it refuses that as well, the manner was not the trouble.
 */
async function ask<Answer>(endpoint: Endpoint, rung: number, request: Request<Answer>): Promise<ModelOutcome<Answer>> {
  const manner = LADDER[rung];
  if (manner === undefined) throw new Error(`The ladder has no rung ${rung}.`);
  try {
    const { isWhole, outcome } = await (manner.stream === "off" ? askWhole : askStream)(endpoint, manner, request);
    endpoint.rungs.set(modelOf(endpoint, request.ask), isWhole ? Math.max(rung, FIRST_WHOLE) : rung);
    return outcome;
  } catch (error) {
    if (rung + 1 >= LADDER.length || !isRefusedRequest(error)) throw error;
    return ask(endpoint, rung + 1, request);
  }
}

function rungFor(endpoint: Endpoint, asked: Ask<unknown>): number {
  return endpoint.rungs.get(modelOf(endpoint, asked)) ?? (endpoint.settings.stream ? 0 : FIRST_WHOLE);
}

function modelOf({ settings }: Endpoint, { purpose }: Pick<Ask<unknown>, "purpose">): string {
  return settings.models[purpose];
}

interface Answered<Answer> {
  /** Whether the endpoint answered at once, whatever it was asked for. */
  isWhole: boolean;
  outcome: ModelOutcome<Answer>;
}

async function askWhole<Answer>(
  { client, settings }: Endpoint,
  manner: Manner,
  { ask: asked, signal }: Request<Answer>,
): Promise<Answered<Answer>> {
  const completion = await client.chat.completions.create(requestFor(settings, manner, asked), { signal });
  return { isWhole: true, outcome: readCompletion(completion, asked) };
}

async function askStream<Answer>(
  { client, settings }: Endpoint,
  manner: Manner,
  { ask: asked, signal }: Request<Answer>,
): Promise<Answered<Answer>> {
  const options = manner.stream === "with-usage" ? { stream_options: { include_usage: true } } : {};
  const { data, response } = await client.chat.completions
    .create({ ...requestFor(settings, manner, asked), ...options, stream: true }, { signal })
    .withResponse();
  if (/\bjson\b/i.test(response.headers.get("content-type") ?? ""))
    return { isWhole: true, outcome: readCompletion(await response.json(), asked) };
  const limits = { firstMs: settings.timeoutMs, idleMs: settings.timeoutMs / 2 };
  return { isWhole: false, outcome: await readStream(data, asked, limits) };
}

function requestFor(settings: OpenAiSettings, { format, limit }: Manner, asked: Ask<unknown>) {
  return {
    model: settings.models[asked.purpose],
    messages: asked.messages,
    ...(format === "none" ? {} : { response_format: formatFor(format, asked) }),
    [limit]: MAX_OUTPUT_TOKENS,
  };
}

function formatFor(format: "schema" | "object", { schema, purpose }: Ask<unknown>) {
  return format === "object" ? { type: "json_object" as const } : zodResponseFormat(schema, purpose);
}
