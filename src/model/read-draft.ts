import { z } from "zod";
import type { Draft } from "../domain/model/language-model.ts";

const numbers = z.array(z.number().int()).max(40);
const point = z.object({ text: z.string().max(4000), sentences: numbers });
const draft = z.object({
  points: z.array(point).max(40),
  meetings: z.array(point.extend({ meeting: z.number().int() })).max(40),
  quotes: numbers,
});

/** Parses a draft from a model or the cache; null if it is invalid. */
export function readDraft(value: unknown): Draft | null {
  const parsed = draft.safeParse(value);
  return parsed.success ? parsed.data : null;
}
