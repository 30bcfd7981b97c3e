import type { Citation, CitedSentence } from "../domain/evidence/records.ts";
import type { CheckedPoint, KeptPoint } from "./check-draft.ts";
import { citationOf, type Evidence } from "./gate/evidence.ts";

/**
 * Replaces each rejected sentence: with the passage that it cites, if nothing shown cites that; else with one by the local engine, from the
 * same passages where there is one, else the best one not used yet.
 */
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
    if (point.kept !== null || free === 0 || point.rejection.reason === "repeated") continue;
    const instead = insteadOf(point, { local, left, told, evidence });
    if (instead === null) continue;
    sentences.push(instead);
    told.push(...instead.citations);
    free--;
    replaced++;
  }
  return { sentences, replaced };
}

interface Stock {
  local: CitedSentence[];
  /** Those of the local engine's that nothing shown tells. */
  left: CitedSentence[];
  told: Citation[];
  evidence: Evidence;
}

function insteadOf(point: Extract<CheckedPoint, { kept: null }>, { local, left, told, evidence }: Stock): CitedSentence | null {
  const { instead } = point;
  if (instead !== null) return touches(instead, told) ? null : shownOf(instead, local);
  const cited = point.point.sentences.flatMap((number) => evidence.sentences.get(number) ?? []).map(citationOf);
  const free = left.filter((sentence) => !touches(sentence, told));
  const best = free.find((sentence) => touches(sentence, cited)) ?? free[0] ?? null;
  if (best !== null) left.splice(left.indexOf(best), 1);
  return best;
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
function touches({ citations }: Pick<CitedSentence, "citations">, passages: Citation[]): boolean {
  return citations.some((own) =>
    passages.some((each) => own.articleId === each.articleId && own.start < each.end && each.start < own.end),
  );
}
