import { z } from "zod";
import {
  type ModelPurpose,
  PROSES,
  type Prose,
  REASONING_EFFORTS,
  type ReasoningEffort,
} from "../domain/model/language-model.ts";
import { flag, key, number, text, webAddress, workspaces } from "./setting-values.ts";

const dollars = number({ min: 0, max: 1_000_000, hasFractions: true });
const tokens = (min: number) => number({ min, max: 10_000_000 });

export const modelVariables = {
  OPENAI_API_KEY: key.optional(),
  OPENAI_BASE_URL: webAddress.optional(),
  OPENAI_MODEL: text.default("gpt-4.1-mini"),
  OPENAI_MODEL_BRIEFING: text.optional(),
  OPENAI_MODEL_ANSWER: text.optional(),
  OPENAI_MODEL_DIGEST: text.optional(),
  OPENAI_PRICE_INPUT: dollars.optional(),
  OPENAI_PRICE_OUTPUT: dollars.optional(),
  OPENAI_PRICE_CACHED: dollars.optional(),
  OPENAI_DAILY_DOLLARS: dollars.optional(),
  OPENAI_DAILY_TOKENS: number({ min: 0, max: 1_000_000_000_000 }).default(1_000_000),
  OPENAI_TIMEOUT_MS: number({ min: 1000, max: 120_000 }).default(20_000),
  OPENAI_PROSE: z
    .enum(PROSES, "must be copy (the articles' own sentences) or checked (the model's, each checked)")
    .default("copy"),
  OPENAI_READS: workspaces.default([]),
  OPENAI_MODEL_READING: text.optional(),
  OPENAI_KEEP_REFUSED: text.optional(),
  OPENAI_STREAM: flag.default("1"),
  OPENAI_CONCURRENCY: number({ min: 1, max: 100 }).default(4),
  OPENAI_CONTEXT_TOKENS: tokens(2000).optional(),
  OPENAI_OUTPUT_TOKENS: tokens(200).default(4096),
  OPENAI_TEMPERATURE: number({ min: 0, max: 2, hasFractions: true }).optional(),
  OPENAI_REASONING_EFFORT: z.enum(REASONING_EFFORTS, `must be one of ${REASONING_EFFORTS.join(", ")}`).optional(),
};

type ModelEnvironment = z.infer<z.ZodObject<typeof modelVariables>>;

/** The language model's endpoint and daily limits. */
export interface ModelSettings {
  apiKey: string;
  baseUrl: string;
  models: Record<ModelPurpose, string>;
  /** Dollars per million tokens; null if not set. */
  prices: { input: number; output: number; cached: number } | null;
  cap: { tokens: number; costMicros: number | null };
  /** For a whole answer, including retries; waiting in line is not counted. */
  deadlineMs: number;
  /** Whether the program copies what the model points at, or the model writes and is checked. */
  prose: Prose;
  /** The workspaces whose articles the model reads: their names, or "1" for all of them. */
  reads: string[];
  /** The file that what is refused of answers is kept in, for labelling; null for none. */
  keepRefused: string | null;
  /** Whether answers are streamed. */
  stream: boolean;
  concurrency: number;
  /** How much of prompt and answer the model takes together; null if not set. */
  contextTokens: number | null;
  outputTokens: number;
  /** Null for the endpoint's own. */
  temperature: number | null;
  reasoningEffort: ReasoningEffort | null;
}

/** Checks the combination of the language model's settings. */
export function modelMistakes(env: Partial<ModelEnvironment>): { path: keyof ModelEnvironment; message: string }[] {
  const mistakes: { path: keyof ModelEnvironment; message: string }[] = [];
  if (env.OPENAI_BASE_URL !== undefined && env.OPENAI_API_KEY === undefined) {
    const message = "is missing, although OPENAI_BASE_URL is set. If the server needs no key, enter any word";
    mistakes.push({ path: "OPENAI_API_KEY", message });
  }
  const prices = [env.OPENAI_PRICE_INPUT, env.OPENAI_PRICE_OUTPUT].filter((price) => price !== undefined).length;
  if (prices === 1) {
    const path = env.OPENAI_PRICE_INPUT === undefined ? "OPENAI_PRICE_INPUT" : "OPENAI_PRICE_OUTPUT";
    mistakes.push({ path, message: "is missing: costs need both prices, for input and for output" });
  }
  if (env.OPENAI_DAILY_DOLLARS !== undefined && prices === 0) {
    const message = "needs OPENAI_PRICE_INPUT and OPENAI_PRICE_OUTPUT to work out the costs";
    mistakes.push({ path: "OPENAI_DAILY_DOLLARS", message });
  }
  if (env.OPENAI_PRICE_CACHED !== undefined && prices === 0)
    mistakes.push({ path: "OPENAI_PRICE_CACHED", message: "needs OPENAI_PRICE_INPUT and OPENAI_PRICE_OUTPUT beside it" });
  if (env.OPENAI_CONTEXT_TOKENS !== undefined && env.OPENAI_CONTEXT_TOKENS < (env.OPENAI_OUTPUT_TOKENS ?? 0) + 1000) {
    const message = "must be at least 1000 more than OPENAI_OUTPUT_TOKENS: it holds the prompt and the answer";
    mistakes.push({ path: "OPENAI_CONTEXT_TOKENS", message });
  }
  return mistakes;
}

export function modelSettings(env: ModelEnvironment): ModelSettings | null {
  if (env.OPENAI_API_KEY === undefined) return null;
  const { OPENAI_PRICE_INPUT: input, OPENAI_PRICE_OUTPUT: output, OPENAI_DAILY_DOLLARS: limit } = env;
  const cached = env.OPENAI_PRICE_CACHED ?? input ?? 0;
  return {
    apiKey: env.OPENAI_API_KEY,
    baseUrl: env.OPENAI_BASE_URL ?? "https://api.openai.com/v1",
    models: {
      briefing: env.OPENAI_MODEL_BRIEFING ?? env.OPENAI_MODEL,
      answer: env.OPENAI_MODEL_ANSWER ?? env.OPENAI_MODEL,
      digest: env.OPENAI_MODEL_DIGEST ?? env.OPENAI_MODEL,
      reading: env.OPENAI_MODEL_READING ?? env.OPENAI_MODEL,
    },
    prices: input === undefined || output === undefined ? null : { input, output, cached },
    cap: { tokens: env.OPENAI_DAILY_TOKENS, costMicros: limit === undefined ? null : Math.round(limit * 1e6) },
    deadlineMs: env.OPENAI_TIMEOUT_MS,
    prose: env.OPENAI_PROSE,
    reads: env.OPENAI_READS,
    keepRefused: env.OPENAI_KEEP_REFUSED ?? null,
    stream: env.OPENAI_STREAM === "1",
    concurrency: env.OPENAI_CONCURRENCY,
    contextTokens: env.OPENAI_CONTEXT_TOKENS ?? null,
    outputTokens: env.OPENAI_OUTPUT_TOKENS,
    temperature: env.OPENAI_TEMPERATURE ?? null,
    reasoningEffort: env.OPENAI_REASONING_EFFORT ?? null,
  };
}

export function describeModel(model: ModelSettings | null): string {
  if (model === null) return "The local engine writes everything. To use a language model, set OPENAI_API_KEY; see docs/llm.md.";
  const { reading, ...writing } = model.models;
  const used = model.reads.length === 0 ? writing : { ...writing, reading };
  const names = [...new Set(Object.values(used))].join(" and ");
  const limit = model.cap.costMicros === null ? "" : ` and ${model.cap.costMicros / 1e6} dollars`;
  const reads = model.reads.length === 0 ? "" : " It reads the articles as well: what they do not bear out is refused.";
  return `${names} at ${new URL(model.baseUrl).host} ${model.prose === "copy" ? "chooses the sentences of" : "writes"} briefings, answers and the lead stories of digests, with at most ${model.cap.tokens} tokens${limit} a day.${reads}`;
}
