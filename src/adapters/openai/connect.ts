import OpenAI from "openai";
import { zodResponseFormat } from "openai/helpers/zod";
import type { ModelOutcome, WritingTask } from "../../domain/model/language-model.ts";
import { failureOf, isRefusedRequest } from "./errors.ts";
import { fetchLimited } from "./fetch-limited.ts";
import { MAX_OUTPUT_TOKENS, promptFor } from "./prompt.ts";
import { readCompletion } from "./read-completion.ts";
import { readStream } from "./read-stream.ts";
import { copySchema, proseSchema } from "./schema.ts";
import type { OpenAiSettings } from "./settings.ts";

/** Asks the endpoint once, with its own retries; never rejects. */
export type CallEndpoint = (task: WritingTask, signal: AbortSignal) => Promise<ModelOutcome>;

/** Tries after the first. The SDK waits between them with jitter, from half a second on, or as long as the server says. */
const RETRIES = 2;

/** How to request an answer, and the plainer way to fall back to if an endpoint rejects it. */
type Manner = "stream-with-usage" | "stream" | "whole";
const PLAINER: Record<Manner, Manner | null> = { "stream-with-usage": "stream", stream: "whole", whole: null };

interface Request {
  task: WritingTask;
  signal: AbortSignal;
}

interface Endpoint {
  client: OpenAI;
  settings: OpenAiSettings;
  /** What is known to work: later calls do not try again what the endpoint does not do. */
  manner: Manner;
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
  const endpoint: Endpoint = { client, settings, manner: settings.stream ? "stream-with-usage" : "whole" };
  return async (task, signal) => {
    try {
      signal.throwIfAborted();
      const outcome = await ask(endpoint, endpoint.manner, { task, signal });
      // The SDK ends an aborted stream without a word.
      return signal.aborted ? { kind: "failed", failure: "timeout", usage: outcome.usage } : outcome;
    } catch (error) {
      const failure = signal.aborted ? "timeout" : failureOf(error);
      return { kind: "failed", failure, usage: { inputTokens: 0, outputTokens: 0 } };
    }
  };
}

/**
 * An endpoint that takes no streams says so in many ways, most of them a 400 without a reason: what it refuses is asked for more plainly,
 * and the manner that it answers to is kept. Where it refuses that as well, the manner was not the trouble.
 */
async function ask(endpoint: Endpoint, manner: Manner, request: Request): Promise<ModelOutcome> {
  try {
    const { answered, outcome } =
      manner === "whole" ? await askWhole(endpoint, request) : await askStream(endpoint, manner, request);
    endpoint.manner = answered;
    return outcome;
  } catch (error) {
    const plainer = PLAINER[manner];
    if (plainer === null || !isRefusedRequest(error)) throw error;
    return ask(endpoint, plainer, request);
  }
}

interface Answered {
  /** In which manner the endpoint answered, whatever it was asked for. */
  answered: Manner;
  outcome: ModelOutcome;
}

async function askWhole({ client, settings }: Endpoint, { task, signal }: Request): Promise<Answered> {
  const completion = await client.chat.completions.create(requestFor(settings, task), { signal });
  return { answered: "whole", outcome: readCompletion(completion, task) };
}

async function askStream({ client, settings }: Endpoint, manner: Manner, { task, signal }: Request): Promise<Answered> {
  const options = manner === "stream-with-usage" ? { stream_options: { include_usage: true } } : {};
  const { data, response } = await client.chat.completions
    .create({ ...requestFor(settings, task), ...options, stream: true }, { signal })
    .withResponse();
  if (/\bjson\b/i.test(response.headers.get("content-type") ?? ""))
    return { answered: "whole", outcome: readCompletion(await response.json(), task) };
  const limits = { firstMs: settings.timeoutMs, idleMs: settings.timeoutMs / 2 };
  return { answered: manner, outcome: await readStream(data, task, limits) };
}

function requestFor(settings: OpenAiSettings, task: WritingTask) {
  return {
    model: settings.models[task.purpose],
    messages: promptFor(task),
    response_format: zodResponseFormat(task.prose === "copy" ? copySchema : proseSchema, task.purpose),
    max_completion_tokens: MAX_OUTPUT_TOKENS,
  };
}
