import type { ModelPurpose, ReasoningEffort } from "../../domain/model/language-model.ts";

export interface OpenAiSettings {
  apiKey: string;
  baseUrl: string;
  models: Record<ModelPurpose, string>;
  /** Dollars for a million tokens; null where nobody said. */
  prices: ModelPrices | null;
  /** For one try, in milliseconds: until its answer begins, and half of it for each pause in the answer. */
  timeoutMs: number;
  /** Whether answers are streamed; off for endpoints that break when they are asked to. */
  stream: boolean;
  /** How much of prompt and answer the model takes together; null where nobody said. */
  contextTokens: number | null;
  /** How long an answer may be; models that think first need more than its text has. */
  outputTokens: number;
  /** Null for the endpoint's own. */
  temperature: number | null;
  reasoningEffort: ReasoningEffort | null;
}

/** Dollars for a million tokens; `cached` for those of the input that the endpoint had in its cache. */
interface ModelPrices {
  input: number;
  output: number;
  cached: number;
}
