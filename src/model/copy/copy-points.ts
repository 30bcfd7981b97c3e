import type { DraftCopy } from "../../domain/model/language-model.ts";
import { BYLINE } from "../../extract/en/alignment/cutting-words.ts";
import { type CheckedPoint, type KeptPoint, saysTheSame } from "../check-draft.ts";
import { citationOf, type Evidence, type EvidenceSentence } from "../gate/evidence.ts";
import type { Finding } from "../gate/reasons.ts";
import { copySentence } from "./copy-sentence.ts";
import { createPronounReader } from "./name-pronoun.ts";

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
      instead: null,
    });
    if (sentence === undefined) return refused({ reason: "unknown-citation", detail: String(copy.sentence) });
    if (BYLINE.test(sentence.text)) return refused({ reason: "no-claim", detail: "" });
    const same = kept.find((each) => saysTheSame(each.text, sentence.text));
    if (same !== undefined) {
      citeToo(same, sentence);
      return refused({ reason: "repeated", detail: "" });
    }
    if (kept.length >= limits.points) return refused({ reason: "surplus", detail: "" });
    const point: KeptPoint = { ...copySentence(sentence, { ...copy, name }), passages: [sentence], isVerbatim: true };
    kept.push(point);
    return { kept: point, rejection: null };
  });
}

function citeToo(point: KeptPoint, sentence: EvidenceSentence): void {
  if (point.citations.some((each) => each.articleId === sentence.article.id)) return;
  point.citations.push(citationOf(sentence));
}
