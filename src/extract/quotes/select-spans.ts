import type { TextModel } from "../read-text.ts";
import type { Draft } from "./draft.ts";
import { isNotSaid } from "./not-said.ts";

const MIN_WORDS_UNATTRIBUTED = 4;

/**
 * Whether a marked stretch is somebody's words. A title, a nickname, a word that the writer keeps at arm's length are marked as well:
 * what has neither a speaker nor a sentence's length or shape is left out.
 */
export function isQuotation(model: TextModel, draft: Draft): boolean {
  const inner = model.text.slice(draft.span.start + 1, draft.span.end - (draft.span.open ? 0 : 1)).trim();
  const words = inner.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? [];
  if (words.length === 0) return false;
  if (isNotSaid(model, draft.span)) return false;
  if (isWorkTitle(words) && !isSpoken(draft)) return false;
  if (draft.speaker !== null || draft.link?.cue != null) return words.length > 1 || isSpoken(draft);
  return words.length >= MIN_WORDS_UNATTRIBUTED;
}

/** Rules by which words are somebody's whatever they look like: a title of a work does not fill a sentence beside one that is said. */
const SPOKEN_RULES = new Set(["subject then verb", "verb then subject", "colon", "carried over in the paragraph"]);

function isSpoken(draft: Draft): boolean {
  return SPOKEN_RULES.has(draft.rule) && (draft.speaker !== null || draft.link?.cue != null);
}

/** Titles of works have capitals at every word but the small ones between the first and the last. */
function isWorkTitle(words: string[]): boolean {
  const long = words.filter((word) => word.length > 3);
  return (
    words.length <= 10 &&
    (long.length > 0 || (words.length > 2 && /^\p{Lu}/u.test(words[0] ?? ""))) &&
    [...long, words.at(-1) ?? ""].every((word) => /^[\p{Lu}\p{N}]/u.test(word)) &&
    words.at(-1) !== "I" &&
    !(words.length === 1 && long.length === 1)
  );
}
