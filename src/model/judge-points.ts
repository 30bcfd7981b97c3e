import type { ModelPurpose } from "../domain/model/language-model.ts";
import type { CheckedPoint, DraftCheck, KeptPoint } from "./check-draft.ts";
import type { ModelWriter } from "./create-model-writer.ts";

interface Judging {
  purpose: ModelPurpose;
  check: DraftCheck;
  /** How long the judge may take. */
  leftMs: number;
}

/**
 * Asks the model once more, of all sentences that passed the gate and are its own: does each follow from its passages alone? What it denies, or
 * does not answer, is refused like any other. Sentences of the articles need no judge.
 */
export async function judgePoints(
  writer: ModelWriter,
  points: CheckedPoint[],
  { purpose, check, leftMs }: Judging,
): Promise<CheckedPoint[]> {
  const asked = points.flatMap(({ kept }) => (kept === null || kept.isVerbatim ? [] : [kept]));
  if (asked.length === 0) return points;
  const claims = asked.map((each, at) => ({
    number: at + 1,
    text: each.text,
    passages: each.passages.map(check.shown),
  }));
  const outcome = await writer.judge({ kind: "judge", purpose, claims }, leftMs);
  const verdicts = new Map(outcome.kind === "none" ? [] : outcome.draft.map(({ number, follows }) => [number, follows]));
  const verdictOf = (point: KeptPoint) => verdicts.get(asked.indexOf(point) + 1);
  return points.map((point) => {
    const { kept } = point;
    if (kept === null || !asked.includes(kept) || verdictOf(kept) === true) return point;
    return check.refuse(kept, verdictOf(kept) === false ? "judge" : "unjudged");
  });
}
