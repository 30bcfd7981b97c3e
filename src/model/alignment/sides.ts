import type { Line } from "./line.ts";

/** Why a claim is not in a passage, from the least to the most telling: a passage that says the contrary tells more than one on something else. */
export const MISSES = ["relation", "limit", "attribution", "modality", "negation"] as const;
export type Miss = (typeof MISSES)[number];

/** The other words under which the articles know whoever a word names, as keys. */
export type KnownWords = ReadonlyMap<string, ReadonlySet<string>>;

/** What is compared: a sentence, and a passage that may bear it out. */
export interface Sides {
  said: Line;
  passage: Line;
  known: KnownWords;
  /** How many more comparisons are worth their time: text made to repeat itself has no end of them. */
  budget: { left: number };
}

/** Counts one comparison; false where there have been too many. */
export function spend({ budget }: Sides): boolean {
  budget.left--;
  return budget.left > 0;
}
