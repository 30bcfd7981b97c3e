import { z } from "zod";
import { MEETING_KINDS, MEETING_STATUSES } from "../../domain/evidence/extraction.ts";
import { HEADINGS, OPENERS } from "../../model/copy/closed-words.ts";

/** What a model is asked for. Every field is required and nothing else is allowed: structured output insists on both. */
const numbers = z.array(z.number().int());
const point = z.strictObject({ text: z.string(), sentences: numbers });

export const proseSchema = z.strictObject({
  points: z.array(point),
  meetings: z.array(z.strictObject({ meeting: z.number().int(), text: z.string(), sentences: numbers })),
  quotes: numbers,
});

/** What it is asked for where the program copies: words to keep as ranges, the rest from closed lists. */
export const copySchema = z.strictObject({
  points: z.array(
    z.strictObject({
      sentence: z.number().int(),
      keep: z.array(z.strictObject({ from: z.number().int(), to: z.number().int() })),
      heading: z.enum(HEADINGS),
      opener: z.enum(OPENERS),
    }),
  ),
  quotes: numbers,
});

/** And of whether sentences follow from their passages. */
export const judgingSchema = z.strictObject({
  verdicts: z.array(z.strictObject({ number: z.number().int(), follows: z.boolean() })),
});

/** And of an article: who speaks, who holds which office, who met. */
export const readingSchema = z.strictObject({
  quotes: z.array(z.strictObject({ n: z.number().int(), speaker: z.string().nullable(), sentence: z.number().int() })),
  people: z.array(
    z.strictObject({ name: z.string(), office: z.string().nullable(), country: z.string().nullable(), sentences: numbers }),
  ),
  meetings: z.array(
    z.strictObject({
      kind: z.enum(MEETING_KINDS),
      status: z.enum(MEETING_STATUSES),
      participants: z.array(z.string()),
      when: z.string().nullable(),
      where: z.string().nullable(),
      sentences: numbers,
    }),
  ),
});

/** Some servers put what a model thinks into a field of its own, and some put the answer there as well. */
const text = z.object({
  content: z.string().nullish(),
  refusal: z.string().nullish(),
  reasoning_content: z.string().nullish().catch(null),
  reasoning: z.string().nullish().catch(null),
});
export type Message = z.infer<typeof text>;
const usage = z.object({
  prompt_tokens: z.number().int().nonnegative(),
  completion_tokens: z.number().int().nonnegative(),
  prompt_tokens_details: z.object({ cached_tokens: z.number().int().nonnegative().nullish() }).nullish().catch(null),
});

/** What is needed of a chat completion; compatible servers leave out much of the rest. */
export const completionSchema = z.object({
  choices: z.array(z.object({ finish_reason: z.string().nullish(), message: text.nullish() })).nullish(),
  usage: usage.nullish(),
});
export type Completion = z.infer<typeof completionSchema>;

/** What is needed of a piece of a streamed one. The last has no choices, but what was used, where the server says so. */
export const chunkSchema = z.object({
  choices: z
    .array(z.object({ index: z.number().int().nullish(), finish_reason: z.string().nullish(), delta: text.nullish() }))
    .nullish(),
  usage: usage.nullish(),
});
export type Chunk = z.infer<typeof chunkSchema>;

/** An error in the middle of a stream has no status of its own; some servers put one into its code. */
export const streamErrorSchema = z.object({ code: z.coerce.number().int().min(400).max(599) });

const details = z.array(z.object({ msg: z.string().optional(), loc: z.array(z.union([z.string(), z.number()])).optional() }));

/** What stands below "error": a sentence, a validator's list (FastAPI, Mistral), and a field that is refused. */
export const errorBodySchema = z.object({
  message: z
    .union([z.string(), z.object({ detail: details })])
    .nullish()
    .catch(null),
  detail: z.union([z.string(), details]).nullish().catch(null),
  param: z.string().nullish().catch(null),
  details: z
    .array(z.looseObject({ reason: z.string().nullish().catch(null) }))
    .nullish()
    .catch(null),
  metadata: z
    .object({ reasons: z.array(z.unknown()).nullish() })
    .nullish()
    .catch(null),
});

/** An error that comes with status 200: OpenRouter once a model has begun, some versions of llama.cpp. */
export const errorInAnswerSchema = z.object({ error: z.looseObject({ code: z.unknown() }) });
