import { z } from "zod";
import type { Draft } from "../domain/model/language-model.ts";

const numbers = z.array(z.number().int()).max(40);
const point = z.object({ text: z.string().max(4000), sentences: numbers });
const draft = z.object({
  points: z.array(point).max(40),
  meetings: z.array(point.extend({ meeting: z.number().int() })).max(40),
  quotes: numbers,
});

/** A draft as it came from a model or out of the cache, or null where it is none. */
export function readDraft(value: unknown): Draft | null {
  const parsed = draft.safeParse(value);
  return parsed.success ? parsed.data : null;
}
