import type { Citation } from "../domain/records.ts";
import type { CheckedPoint } from "./check-draft.ts";
import type { CitedSentence } from "./compose-briefing.ts";
import type { Evidence } from "./gate/evidence.ts";

/** Each rejected sentence has one of the local engine's in its place: one of the passages that it cites, else the best that is not told yet. */
export function fillIn(
  points: CheckedPoint[],
  local: CitedSentence[],
  { evidence, room }: { evidence: Evidence; room: number },
): { sentences: CitedSentence[]; replaced: number } {
  const kept = points.flatMap((point) => point.kept ?? []);
  const told = new Set(kept.flatMap((each) => each.citations.map(placeOf)));
  const left = local.filter((sentence) => !sentence.citations.some((citation) => told.has(placeOf(citation))));
  const sentences: CitedSentence[] = [];
  let free = room - kept.length;
  let replaced = 0;
  for (const point of points) {
    if (point.kept !== null) sentences.push({ text: point.kept.text, citations: point.kept.citations });
    if (point.kept !== null || free === 0 || left.length === 0 || point.rejection.reason === "repeated") continue;
    const cited = new Set(placesOf(point.point.sentences, evidence));
    const same = left.findIndex((sentence) => sentence.citations.some((citation) => cited.has(placeOf(citation))));
    sentences.push(...left.splice(Math.max(0, same), 1));
    free--;
    replaced++;
  }
  return { sentences, replaced };
}

function placeOf({ articleId, start }: Pick<Citation, "articleId" | "start">): string {
  return `${articleId} ${start}`;
}

function placesOf(numbers: number[], evidence: Evidence): string[] {
  return numbers.flatMap((number) => {
    const sentence = evidence.sentences.get(number);
    return sentence === undefined ? [] : [placeOf({ articleId: sentence.article.id, start: sentence.range.start })];
  });
}
