import { z } from "zod";

/** What a model is asked for. Every field is required and nothing else is allowed: structured output insists on both. */
const numbers = z.array(z.number().int());
const point = z.strictObject({ text: z.string(), sentences: numbers });

export const draftSchema = z.strictObject({
  points: z.array(point),
  meetings: z.array(z.strictObject({ meeting: z.number().int(), text: z.string(), sentences: numbers })),
  quotes: numbers,
});

/** What is needed of a chat completion; compatible servers leave out much of the rest. */
export const completionSchema = z.object({
  choices: z
    .array(
      z.object({
        finish_reason: z.string().nullish(),
        message: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }).nullish(),
      }),
    )
    .nullish(),
  usage: z.object({ prompt_tokens: z.number().int().nonnegative(), completion_tokens: z.number().int().nonnegative() }).nullish(),
});
export type Completion = z.infer<typeof completionSchema>;
