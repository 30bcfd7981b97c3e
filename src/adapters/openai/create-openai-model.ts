import { createHash } from "node:crypto";
import type { LanguageModel, ModelTask, ModelUsage } from "../../domain/model/language-model.ts";
import { askForDraft, askForReading, askForVerdicts, messagesOf } from "./ask.ts";
import type { CallEndpoint } from "./connect.ts";
import { promptTokensOf } from "./count-tokens.ts";
import { PROMPT_VERSION } from "./prompt.ts";
import type { OpenAiSettings } from "./settings.ts";

/** A model behind OpenAI's chat completions, or behind a server that speaks the same protocol. The SDK is loaded at the first call. */
export function createOpenAiModel(settings: OpenAiSettings): LanguageModel {
  let connected: Promise<CallEndpoint> | null = null;
  const connect = () => {
    connected ??= import("./connect.ts")
      .then(({ connectEndpoint }) => connectEndpoint(settings))
      .catch((error: unknown) => {
        // Whoever comes next tries again.
        connected = null;
        throw error;
      });
    return connected;
  };
  return {
    name: (purpose) => settings.models[purpose],
    fingerprint: (task) => fingerprintOf(settings, task),
    estimate: (task) => ({ inputTokens: promptTokensOf(messagesOf(task)), outputTokens: settings.outputTokens }),
    costMicros: (usage) => costMicros(settings, usage),
    write: async (task, signal, onPart) => (await connect())(askForDraft(task, onPart), signal),
    read: async (task, signal) => (await connect())(askForReading(task), signal),
    judge: async (task, signal) => (await connect())(askForVerdicts(task), signal),
  };
}

function fingerprintOf({ baseUrl, models }: OpenAiSettings, task: ModelTask): string {
  const asked = JSON.stringify([PROMPT_VERSION, baseUrl, models[task.purpose], messagesOf(task)]);
  return createHash("sha256").update(asked).digest("base64url");
}

/** A dollar for a million tokens is a millionth of a dollar for one. */
function costMicros({ prices }: OpenAiSettings, { inputTokens, outputTokens, cachedTokens = 0 }: ModelUsage): number {
  if (prices === null) return 0;
  const fresh = inputTokens - cachedTokens;
  return Math.round(fresh * prices.input + cachedTokens * prices.cached + outputTokens * prices.output);
}
