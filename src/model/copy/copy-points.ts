import type { DraftCopy } from "../../domain/model/language-model.ts";
import { skipDateline } from "../../evidence/skip-dateline.ts";
import { BYLINE, SMALL_OPENERS } from "../../extract/en/alignment/cutting-words.ts";
import { type CheckedPoint, type KeptPoint, saysTheSame } from "../check-draft.ts";
import { citationOf, type Evidence, type EvidenceSentence } from "../gate/evidence.ts";
import type { Finding } from "../gate/reasons.ts";
import { HEADINGS, OPENERS } from "./closed-words.ts";
import { cutSentence } from "./cut-sentence.ts";
import { createPronounReader, type NamePronoun } from "./name-pronoun.ts";

/** Copies what a model points at. What it cannot point at is refused by itself; of two that say the same, the first cites both. */
export function copyPoints(copies: DraftCopy[], evidence: Evidence, limits: { points: number }): CheckedPoint[] {
  const name = createPronounReader();
  const kept: KeptPoint[] = [];
  return copies.map((copy): CheckedPoint => {
    const sentence = evidence.sentences.get(copy.sentence);
    const refused = (finding: Finding): CheckedPoint => ({
      kept: null,
      rejection: { ...finding, text: sentence?.text ?? "" },
      point: { text: "", sentences: [copy.sentence] },
    });
    if (sentence === undefined) return refused({ reason: "unknown-citation", detail: String(copy.sentence) });
    if (BYLINE.test(sentence.text)) return refused({ reason: "no-claim", detail: "" });
    const same = kept.find((each) => saysTheSame(each.text, sentence.text));
    if (same !== undefined) {
      citeToo(same, sentence);
      return refused({ reason: "repeated", detail: "" });
    }
    if (kept.length >= limits.points) return refused({ reason: "surplus", detail: "" });
    const point: KeptPoint = { ...copySentence(sentence, { ...copy, name }), passages: [sentence] };
    kept.push(point);
    return { kept: point, rejection: null };
  });
}

function citeToo(point: KeptPoint, sentence: EvidenceSentence): void {
  if (point.citations.some((each) => each.articleId === sentence.article.id)) return;
  point.citations.push(citationOf(sentence));
}

/** How a sentence is copied: what is kept of it, and what stands before and above it. */
interface Copying extends Pick<DraftCopy, "keep" | "heading" | "opener"> {
  name: NamePronoun;
}

/**
 * A sentence as it is printed: without its dateline, shortened as far as may be, with the name in square brackets behind a pronoun whose
 * antecedent stands elsewhere. Every word outside of brackets, and but for an opener of the closed list, is one of the sentence, in order.
 */
function copySentence(
  sentence: EvidenceSentence,
  { keep, heading, opener, name }: Copying,
): Pick<KeptPoint, "text" | "citations"> & { heading?: string } {
  const { start } = skipDateline(sentence.text, { start: 0, end: sentence.text.length });
  const bare = sentence.text.slice(start);
  const cut = start === 0 ? cutSentence(bare, keep) : bare;
  const text = withOpener(withName(cut, sentence, name), opener);
  const isHeading = heading !== "" && HEADINGS.some((each) => each === heading);
  return { text, citations: [citationOf(sentence)], ...(isHeading ? { heading } : {}) };
}

function withName(text: string, { article, range }: EvidenceSentence, name: NamePronoun): string {
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
