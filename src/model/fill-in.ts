import type { Citation, CitedSentence } from "../domain/evidence/records.ts";
import type { CheckedPoint, KeptPoint } from "./check-draft.ts";
import { citationOf, type Evidence } from "./gate/evidence.ts";

/** Replaces each rejected sentence with one by the local engine: from the passages it cites, else the best one not used yet. */
export function fillIn(
  points: CheckedPoint[],
  local: CitedSentence[],
  { evidence, room }: { evidence: Evidence; room: number },
): { sentences: CitedSentence[]; replaced: number } {
  const kept = points.flatMap((point) => point.kept ?? []);
  const told = kept.flatMap((each) => each.citations);
  const left = local.filter((sentence) => !touches(sentence, told));
  const sentences: CitedSentence[] = [];
  let free = room - kept.length;
  let replaced = 0;
  for (const point of points) {
    if (point.kept !== null) sentences.push(shownOf(point.kept, local));
    if (point.kept !== null || free === 0 || left.length === 0 || point.rejection.reason === "repeated") continue;
    const cited = point.point.sentences.flatMap((number) => evidence.sentences.get(number) ?? []).map(citationOf);
    const same = left.findIndex((sentence) => touches(sentence, cited));
    sentences.push(...left.splice(Math.max(0, same), 1));
    free--;
    replaced++;
  }
  return { sentences, replaced };
}

/**
 * A kept sentence, with what the local engine knows of the same passages: the days on which the articles differ, and where one begins with the
 * same text, the other articles that say so.
 */
function shownOf({ text, citations, heading }: KeptPoint, local: CitedSentence[]): CitedSentence {
  const alike = local.filter((sentence) => touches(sentence, citations));
  const same =
    alike.find((sentence) => sentence.differing !== undefined) ?? alike.find((sentence) => sentence.text.startsWith(text));
  const sentence = { text, citations, ...(heading === undefined ? {} : { heading }) };
  if (same === undefined) return sentence;
  const more = same.citations.filter((each) => citations.every((own) => own.articleId !== each.articleId));
  const differing = same.differing === undefined ? {} : { differing: same.differing };
  return { ...sentence, citations: [...citations, ...more], ...differing };
}

/** Whether a sentence cites one of the passages, or part of one. */
function touches({ citations }: CitedSentence, passages: Citation[]): boolean {
  return citations.some((own) =>
    passages.some((each) => own.articleId === each.articleId && own.start < each.end && each.start < own.end),
  );
}
