import OpenAI from "openai";
import { zodResponseFormat } from "openai/helpers/zod";
import type { ModelOutcome, WritingTask } from "../../domain/language-model.ts";
import type { OpenAiSettings } from "./create-openai-model.ts";
import { failureOf } from "./errors.ts";
import { MAX_OUTPUT_TOKENS, promptFor } from "./prompt.ts";
import { readCompletion } from "./read-completion.ts";
import { draftSchema } from "./schema.ts";

/** Asks the endpoint once, with its own retries; never rejects. */
export type CallEndpoint = (task: WritingTask, signal: AbortSignal) => Promise<ModelOutcome>;

/** Tries after the first. The SDK waits between them with jitter, from half a second on, or as long as the server says. */
const RETRIES = 2;

export function connectEndpoint(settings: OpenAiSettings): CallEndpoint {
  const client = new OpenAI({
    apiKey: settings.apiKey,
    baseURL: settings.baseUrl,
    timeout: settings.timeoutMs,
    maxRetries: RETRIES,
    // The environment is read in one place; the SDK would take these from it, and log requests where it says so.
    organization: null,
    project: null,
    adminAPIKey: null,
    webhookSecret: null,
    logLevel: "off",
  });
  return async (task, signal) => {
    try {
      signal.throwIfAborted();
      return readCompletion(await client.chat.completions.create(requestFor(settings, task), { signal }));
    } catch (error) {
      const failure = signal.aborted ? "timeout" : failureOf(error);
      return { kind: "failed", failure, usage: { inputTokens: 0, outputTokens: 0 } };
    }
  };
}

function requestFor(settings: OpenAiSettings, task: WritingTask) {
  return {
    model: settings.models[task.purpose],
    messages: promptFor(task),
    response_format: zodResponseFormat(draftSchema, task.purpose),
    max_completion_tokens: MAX_OUTPUT_TOKENS,
  };
}
