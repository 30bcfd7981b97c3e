/**
 * A language model points, the program copies: it is shown numbered sentences and answers with sentences of its own, each with the
 * numbers that it rests on. What it may choose, quotations and meetings, comes back as numbers. It has no tools.
 */

export const MODEL_PURPOSES = ["briefing", "answer", "digest"] as const;
/** What a model is asked for: tokens and cost are counted by it. */
export type ModelPurpose = (typeof MODEL_PURPOSES)[number];

/** Something of an article, under the number that a model calls it by. */
export interface Numbered {
  number: number;
  text: string;
}

interface ShownArticle {
  /** ISO date, or null where nobody says. */
  publishedAt: string | null;
  sentences: Numbered[];
}

/** A question as it is meant in its thread. */
export interface QuestionReading {
  /** With what is meant in the place of "he", "they" and "the one before". */
  question: string;
  /** Whom it names, by their fullest names. */
  people: string[];
  /** What the thread is about, where the question names nothing itself. */
  topic: string | null;
  /** Where it asks for what came before or after what was last answered: that answer's date. */
  beside: { direction: "before" | "after"; date: string } | null;
  /** ISO date: the day that "this week" is counted from. Nothing later is known. Null where the question is not bound to days. */
  asOf: string | null;
}

export interface WritingTask {
  purpose: ModelPurpose;
  /** The topic, or the question as it was typed. */
  about: string;
  /** Null of a briefing. */
  reading: QuestionReading | null;
  /** What was asked before in the thread, oldest first. */
  turns: { question: string; answer: string | null }[];
  articles: ShownArticle[];
  /** Quotations and meetings to choose from, each with numbers of its own; a meeting names the sentences that report it. */
  quotes: Numbered[];
  meetings: (Numbered & { sentences: number[] })[];
  limits: { points: number; words: number; quotes: number };
}

/** A sentence of the model's, and the sentences of the articles that it names for it. */
export interface DraftPoint {
  text: string;
  sentences: number[];
}

/** What a model answers. No points: the sentences do not hold what was asked. */
export interface Draft {
  points: DraftPoint[];
  meetings: (DraftPoint & { meeting: number })[];
  quotes: number[];
}

export interface ModelUsage {
  inputTokens: number;
  outputTokens: number;
}

const MODEL_FAILURES = [
  /** The key is missing or wrong (401, 403). */
  "key",
  /** The endpoint does not know the model or the address (404). */
  "not-found",
  /** Too many requests, or the account's own quota (429). */
  "rate-limit",
  /** The endpoint does not take the request (another 4xx). */
  "request",
  /** The endpoint failed (5xx). */
  "server",
  "unreachable",
  "timeout",
  /** The answer ends before its end. */
  "truncated",
  /** The answer is no JSON, or not the JSON that was asked for. */
  "schema",
  "refusal",
  /** There is no answer in the answer. */
  "empty",
] as const;
export type ModelFailure = (typeof MODEL_FAILURES)[number];

/** Why there is no draft: the model's failure, or that the day's cap is reached. */
export const NO_DRAFTS = [...MODEL_FAILURES, "budget"] as const;
export type NoDraft = (typeof NO_DRAFTS)[number];

/** A call that failed may have cost tokens as well. */
export type ModelOutcome =
  | { kind: "draft"; draft: Draft; usage: ModelUsage }
  | { kind: "failed"; failure: ModelFailure; usage: ModelUsage };

export interface LanguageModel {
  /** The model that is asked for a purpose, as its maker calls it. */
  name(purpose: ModelPurpose): string;
  /** What an answer is kept under: two tasks with one fingerprint are the same question to the same model. */
  fingerprint(task: WritingTask): string;
  /** The most that a call for this task can use, retries included. */
  estimate(task: WritingTask): ModelUsage;
  /** What that costs in millionths of a dollar; 0 where no price is set. */
  costMicros(usage: ModelUsage): number;
  /** Never rejects. Gives up when the signal says so. */
  write(task: WritingTask, signal: AbortSignal): Promise<ModelOutcome>;
}
