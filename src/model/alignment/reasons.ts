import { CONNECTORS } from "../../extract/en/alignment/alignment-words.ts";
import { keysAt, type Line, lowerOf, placesOf, textOf } from "./line.ts";
import { isFree } from "./phrase.ts";

/** A longer text is no sentence, and would only be slow. */
export const MAX_CHECKED_CHARACTERS = 2000;

/** Why a sentence is not borne out, and how we say it; what shows that the passage is on the same comes last. */
export const CHECK_REASONS = {
  "no-claim": "it says nothing that can be checked",
  number: "no passage gives its number",
  name: "no passage names its person, place or thing",
  words: "no passage has its words",
  relation: "its words stand in the passages, and are said of other things there",
  limit: "it leaves out what limits the passage",
  attribution: "it is not said by whom, or by another than in the passage",
  modality: "it tells as a fact what the passage only expects, or the reverse",
  negation: "it says yes where the passage says no, or the reverse",
} as const;

export type CheckReason = keyof typeof CHECK_REASONS;

/** "no passage names its person, place or thing (Lisbon)". */
export function sayReasons(reasons: readonly { reason: CheckReason; detail: string }[]): string {
  return reasons.map(({ reason, detail }) => `${CHECK_REASONS[reason]}${detail === "" ? "" : ` (${detail})`}`).join("; ");
}

/** What of a sentence stands in no passage: a number, a name or other words; "relation" where all of it does. */
export function missingIn(line: Line, passages: readonly Line[]): { reason: CheckReason; detail: string } {
  const there = new Set(passages.flatMap((passage) => passage.keys.flat()));
  const missing = placesOf(line).filter(
    (token) =>
      !isFree(line, token) && !CONNECTORS.has(lowerOf(line, token)) && !keysAt(line, token).every((key) => there.has(key)),
  );
  const detail = missing.map((token) => textOf(line, token)).join(", ");
  if (missing.length === 0) return { reason: "relation", detail };
  if (missing.some((token) => keysAt(line, token).some((key) => /^\d/.test(key)))) return { reason: "number", detail };
  const isName = missing.some((token) => token > line.sentence.firstToken && line.model.tokens[token]?.capital === true);
  return { reason: isName ? "name" : "words", detail };
}
