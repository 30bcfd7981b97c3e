import type { Citation } from "../../domain/evidence/records.ts";
import type { DraftCopy } from "../../domain/model/language-model.ts";
import { skipDateline } from "../../evidence/skip-dateline.ts";
import { SMALL_OPENERS } from "../../extract/en/alignment/cutting-words.ts";
import { citationOf, type EvidenceSentence } from "../gate/evidence.ts";
import { HEADINGS, OPENERS } from "./closed-words.ts";
import { cutSentence } from "./cut-sentence.ts";
import type { NamePronoun } from "./name-pronoun.ts";

/** A copied sentence with its passage. */
interface Copied {
  text: string;
  citations: Citation[];
  heading?: string;
}

/** How a sentence is copied: what is kept of it, and what stands before and above it. */
interface Copying extends Pick<DraftCopy, "keep" | "heading" | "opener"> {
  name: NamePronoun;
}

/**
 * A sentence as it is printed: without its dateline, shortened as far as may be, with the name in square brackets behind a pronoun whose
 * antecedent stands elsewhere. Every word outside of brackets, and but for an opener of the closed list, is one of the sentence, in order.
 */
export function copySentence(sentence: EvidenceSentence, { keep, heading, opener, name }: Copying): Copied {
  const { start } = skipDateline(sentence.text, { start: 0, end: sentence.text.length });
  const bare = sentence.text.slice(start);
  const cut = start === 0 ? cutSentence(bare, keep) : bare;
  const text = withOpener(withName(cut, sentence, name), opener);
  const isHeading = heading !== "" && HEADINGS.some((each) => each === heading);
  return { text, citations: [citationOf(sentence)], ...(isHeading ? { heading } : {}) };
}

/** A text with the name in square brackets behind the first "he" or "she" that its passage leaves open. */
export function withName(text: string, { article, range }: EvidenceSentence, name: NamePronoun): string {
  const found = name(article, range);
  if (found === null || text.includes(found.name)) return text;
  const pronoun = new RegExp(`(?<![\\p{L}\\p{N}’'-])${found.pronoun}(?![\\p{L}\\p{N}’'-])`, "iu");
  return text.replace(pronoun, (word) => `${word} [${found.name}]`);
}

function withOpener(text: string, opener: string): string {
  if (opener === "" || !OPENERS.some((each) => each === opener)) return text;
  const first = /^\p{L}+/u.exec(text)?.[0] ?? "";
  const isSmall = SMALL_OPENERS.has(first.toLowerCase()) && first !== first.toUpperCase();
  return `${opener}, ${isSmall || first === "A" ? first.toLowerCase() + text.slice(first.length) : text}`;
}
