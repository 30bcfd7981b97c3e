import type { ModelPurpose } from "../../domain/model/language-model.ts";

export interface OpenAiSettings {
  apiKey: string;
  baseUrl: string;
  models: Record<ModelPurpose, string>;
  /** Dollars for a million tokens; null where nobody said. */
  prices: { input: number; output: number } | null;
  /** For one try, in milliseconds: until its answer begins, and half of it for each pause in the answer. */
  timeoutMs: number;
  /** Whether answers are streamed; off for endpoints that break when they are asked to. */
  stream: boolean;
  concurrency: number;
}
