import type { z } from "zod";
import type {
  Draft,
  JudgingTask,
  ModelPurpose,
  ModelTask,
  OnPart,
  ReadingTask,
  Verdict,
  WritingTask,
} from "../../domain/model/language-model.ts";
import { judgingPrompt, type Message, promptFor } from "./prompt.ts";
import { readDraftJson } from "./read-draft-json.ts";
import { createPartReader } from "./read-part.ts";
import { readVerdictsJson } from "./read-verdicts-json.ts";
import { readingPrompt } from "./reading-prompt.ts";
import { copySchema, judgingSchema, proseSchema, readingSchema } from "./schema.ts";

/** A question to an endpoint, and how its answer is read. */
export interface Ask<Answer> {
  /** Says which model is asked. */
  purpose: ModelPurpose;
  messages: Message[];
  /** What the answer is to be like, where the endpoint takes schemas. */
  schema: z.ZodType;
  /** Null where the JSON is no answer. */
  read(json: unknown): Answer | null;
  /** Hears an answer as far as it has been written. */
  heard?: ((content: string) => void) | undefined;
  /** The same with about half of the evidence, under the same numbers; null where nothing can be left out. */
  smaller(): Ask<Answer> | null;
}

export function askForDraft(task: WritingTask, onPart?: OnPart): Ask<Draft> {
  return {
    purpose: task.purpose,
    messages: promptFor(task),
    schema: task.prose === "copy" ? copySchema : proseSchema,
    read: (json) => readDraftJson(json, task.prose),
    heard: onPart === undefined ? undefined : createPartReader(task.prose, onPart),
    smaller: () => {
      const less = halved(task);
      return less === null ? null : askForDraft(less, onPart);
    },
  };
}

/** The first half of each article, then the first half of the articles: what they lead with is what matters, and the best stand first. */
function halved(task: WritingTask): WritingTask | null {
  const { articles } = task;
  const shorter = articles.map((article) => ({ ...article, sentences: half(article.sentences) }));
  const fewer = articles.every((article) => article.sentences.length === 1) ? half(articles) : shorter;
  if (articles.length <= 1 && (articles[0]?.sentences.length ?? 0) <= 1) return null;
  const left = new Set(fewer.flatMap((article) => article.sentences.map((sentence) => sentence.number)));
  const meetings = task.meetings.filter((meeting) => meeting.sentences.some((number) => left.has(number)));
  return { ...task, articles: fewer, meetings, quotes: half(task.quotes), turns: task.turns.slice(-1) };
}

function half<Item>(items: readonly Item[]): Item[] {
  return items.slice(0, Math.ceil(items.length / 2));
}

export function askForVerdicts(task: JudgingTask): Ask<Verdict[]> {
  const { claims } = task;
  return {
    purpose: task.purpose,
    messages: judgingPrompt(task),
    schema: judgingSchema,
    read: readVerdictsJson,
    // What is left out has no verdict, and is refused.
    smaller: () => (claims.length <= 1 ? null : askForVerdicts({ ...task, claims: half(claims) })),
  };
}

/** The answer is kept as it came: it is held against the text, piece by piece, wherever it is used. */
export function askForReading(task: ReadingTask): Ask<object> {
  const { sentences } = task;
  return {
    purpose: task.purpose,
    messages: readingPrompt(task),
    schema: readingSchema,
    read: asObject,
    // What is left out is read by the local engine.
    smaller: () => (sentences.length <= 1 ? null : askForReading({ ...task, sentences: half(sentences) })),
  };
}

/** An object with a list of anything that was asked for. */
function asObject(json: unknown): object | null {
  if (typeof json !== "object" || json === null) return null;
  const { quotes, people, meetings } = json as Record<string, unknown>;
  return [quotes, people, meetings].some(Array.isArray) ? { quotes, people, meetings } : null;
}

export function messagesOf(task: ModelTask): Message[] {
  switch (task.kind) {
    case "write":
      return promptFor(task);
    case "judge":
      return judgingPrompt(task);
    case "read":
      return readingPrompt(task);
  }
}
