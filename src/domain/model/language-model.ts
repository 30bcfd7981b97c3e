/**
 * A language model points, the program copies: it is shown numbered sentences and answers with numbers, of sentences, quotations and
 * meetings. Where it is asked for prose, it writes sentences of its own, each with the numbers that it rests on. It has no tools.
 */

/** "copy": the articles' own sentences, which the model chooses, orders, groups and shortens. "checked": its own, each of which must be borne out. */
export const PROSES = ["copy", "checked"] as const;
export type Prose = (typeof PROSES)[number];

/** How long a model that thinks first may think, where it can be told. */
export const REASONING_EFFORTS = ["none", "minimal", "low", "medium", "high"] as const;
export type ReasoningEffort = (typeof REASONING_EFFORTS)[number];

export const MODEL_PURPOSES = ["briefing", "answer", "digest", "reading"] as const;
/** What we ask a model for; tokens and cost are counted for each purpose. */
export type ModelPurpose = (typeof MODEL_PURPOSES)[number];
type WritingPurpose = Exclude<ModelPurpose, "reading">;

/** A part of an article with the number by which a model refers to it. */
export interface Numbered {
  number: number;
  text: string;
}

interface ShownArticle {
  /** ISO date, or null if unknown. */
  publishedAt: string | null;
  sentences: Numbered[];
}

/** A question, understood in the context of its thread. */
export interface QuestionReading {
  /** The question with names in place of "he", "they" and "the one before". */
  question: string;
  /** The people it names, by their full names. */
  people: string[];
  /** The topic of the thread, if the question itself names nothing. */
  topic: string | null;
  /** The date of the last answer, if the question asks for what came before or after it. */
  beside: { direction: "before" | "after"; date: string } | null;
  /** The ISO date on which "this week" is based; later articles are ignored. Null if the question names no days. */
  asOf: string | null;
}

export interface WritingTask {
  kind: "write";
  purpose: WritingPurpose;
  prose: Prose;
  /** The topic, or the question as it was typed. */
  about: string;
  /** Null for a briefing. */
  reading: QuestionReading | null;
  /** Earlier questions in the thread, oldest first. */
  turns: { question: string; answer: string | null }[];
  articles: ShownArticle[];
  /** Quotations and meetings to choose from, numbered separately; a meeting lists the sentences that report it. */
  quotes: Numbered[];
  meetings: (Numbered & { sentences: number[] })[];
  limits: { points: number; words: number; quotes: number };
}

/** A sentence that a model wrote, with the passages that are to bear it out. */
export interface JudgedClaim extends Numbered {
  passages: string[];
}

/** Asks of each sentence whether it follows from its passages, and from nothing else. */
export interface JudgingTask {
  kind: "judge";
  purpose: ModelPurpose;
  claims: JudgedClaim[];
}

/** Asks who speaks, who holds which office and who met in an article, by the numbers of its sentences and quotations and in its own words. */
export interface ReadingTask {
  kind: "read";
  purpose: ModelPurpose;
  title: string | null;
  /** ISO date, or null if unknown. */
  publishedAt: string | null;
  sentences: Numbered[];
  quotes: Numbered[];
}

/** What we ask of a model. */
export type ModelTask = WritingTask | JudgingTask | ReadingTask;

/** Of a claim by its number, whether it follows. A claim without one was not judged. */
export interface Verdict {
  number: number;
  follows: boolean;
}

/** A sentence by the model, and the article sentences that it cites. */
export interface DraftPoint {
  text: string;
  sentences: number[];
}

/** Words of a sentence, counted from 1, both ends included. */
export interface WordRange {
  from: number;
  to: number;
}

/** A sentence to copy: which of its words to keep (all of them if none are named), and what stands above and before it, from closed lists. */
export interface DraftCopy {
  sentence: number;
  keep: WordRange[];
  heading: string;
  opener: string;
}

/** A model's answer: copies or points, as it was asked. If there are none, the sentences do not answer the question. */
export interface Draft {
  copies: DraftCopy[];
  points: DraftPoint[];
  meetings: (DraftPoint & { meeting: number })[];
  quotes: number[];
}

export interface ModelUsage {
  inputTokens: number;
  outputTokens: number;
  /** Those of the input that the endpoint had in its cache, where it says so. */
  cachedTokens?: number;
}

const MODEL_FAILURES = [
  /** The key is missing or wrong (401, 403). */
  "key",
  /** The endpoint does not know the model or the address (404). */
  "not-found",
  /** Too many requests (429). */
  "rate-limit",
  /** The account has no credit left (402, or 429 with such a code). */
  "credit",
  /** The prompt is longer than the model takes, however much is left out. */
  "context",
  /** The endpoint's content filter stopped the request or the answer. */
  "filter",
  /** The address answers with a web page. */
  "web-page",
  /** The endpoint rejected the request (another 4xx). */
  "request",
  /** The endpoint failed (5xx). */
  "server",
  "unreachable",
  "timeout",
  /** The answer was cut off. */
  "truncated",
  /** The answer is not JSON, or does not match the schema. */
  "schema",
  "refusal",
  /** The response contains no answer. */
  "empty",
] as const;
export type ModelFailure = (typeof MODEL_FAILURES)[number];

/** Why there is no draft: the model failed, the day's cap is reached, or too many texts wait for it. */
export const NO_DRAFTS = [...MODEL_FAILURES, "budget", "busy"] as const;
export type NoDraft = (typeof NO_DRAFTS)[number];

/** A failed call may also have used tokens. */
export type ModelOutcome<Answer = Draft> =
  | ({ kind: "draft"; draft: Answer; usage: ModelUsage } & Noticed)
  /** `said` is what the endpoint says itself, in one line; for whoever runs it, and no channel. */
  | ({ kind: "failed"; failure: ModelFailure; usage: ModelUsage; said?: string } & Noticed);

/** What was noticed beside an answer. */
interface Noticed {
  /** The endpoint read only so many tokens of the prompt, without a word. */
  cutAt?: number;
}

/** What there is of a draft that is being written: whole points only. */
export type OnPart = (draft: Draft) => void;

export interface LanguageModel {
  /** The vendor's name of the model that serves a purpose. */
  name(purpose: ModelPurpose): string;
  /** The cache key of an answer: two tasks with the same fingerprint ask the same model the same thing. */
  fingerprint(task: ModelTask): string;
  /** The most that a call for this task can use, retries included. */
  estimate(task: ModelTask): ModelUsage;
  /** What that costs in millionths of a dollar; 0 if no price is set. */
  costMicros(usage: ModelUsage): number;
  /** Never rejects. Stops when the signal aborts. `onPart` hears of the draft as far as it has come, again from its beginning where a call is repeated. */
  write(task: WritingTask, signal: AbortSignal, onPart?: OnPart): Promise<ModelOutcome>;
  /** The same of a judgement. */
  judge(task: JudgingTask, signal: AbortSignal): Promise<ModelOutcome<Verdict[]>>;
  /** The same of an article's reading, which is as untrusted as it came. */
  read(task: ReadingTask, signal: AbortSignal): Promise<ModelOutcome<object>>;
}
