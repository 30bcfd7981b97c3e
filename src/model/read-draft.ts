import { z } from "zod";
import type { Draft, Verdict } from "../domain/model/language-model.ts";

const numbers = z.array(z.number().int()).max(40);
const point = z.object({ text: z.string().max(4000), sentences: numbers });
const range = z.object({ from: z.number().int(), to: z.number().int() });
const copy = z.object({
  sentence: z.number().int(),
  keep: z.array(range).max(40),
  heading: z.string().max(60),
  opener: z.string().max(60),
});
const draft = z.object({
  copies: z.array(copy).max(40).default([]),
  points: z.array(point).max(40),
  meetings: z.array(point.extend({ meeting: z.number().int() })).max(40),
  quotes: numbers,
});

/** Parses a draft from a model or the cache; null if it is invalid. */
export function readDraft(value: unknown): Draft | null {
  const parsed = draft.safeParse(value);
  return parsed.success ? parsed.data : null;
}

const verdicts = z.array(z.object({ number: z.number().int(), follows: z.boolean() })).max(80);

/** Parses what a judge said, from a model or the cache; null if it is invalid. */
export function readVerdicts(value: unknown): Verdict[] | null {
  const parsed = verdicts.safeParse(value);
  return parsed.success ? parsed.data : null;
}
