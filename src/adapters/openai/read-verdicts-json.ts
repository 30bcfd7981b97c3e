import { z } from "zod";
import type { Verdict } from "../../domain/model/language-model.ts";
import { number } from "./read-draft-json.ts";

const YES = new Set(["yes", "true", "y"]);
const NO = new Set(["no", "false", "n"]);
/** "Yes" and true are one answer to many models; anything else is none. */
const follows = z.union([
  z.boolean(),
  z
    .string()
    .trim()
    .toLowerCase()
    .transform((word) => word.replace(/[.!]$/, ""))
    .refine((word) => YES.has(word) || NO.has(word))
    .transform((word) => YES.has(word)),
]);
const verdict = z.object({ number, follows });
const shape = z.object({ verdicts: z.array(z.unknown()) });

/** What a judge says of each sentence. A verdict that cannot be read is none; of two on one sentence the stricter counts. */
export function readVerdictsJson(json: unknown): Verdict[] | null {
  const parsed = shape.safeParse(json);
  if (!parsed.success) return null;
  const verdicts = new Map<number, boolean>();
  for (const value of parsed.data.verdicts) {
    const { success, data } = verdict.safeParse(value);
    if (success) verdicts.set(data.number, data.follows && verdicts.get(data.number) !== false);
  }
  return [...verdicts].map(([each, isBorne]) => ({ number: each, follows: isBorne }));
}
