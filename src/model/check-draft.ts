import type { DraftPoint } from "../domain/model/language-model.ts";
import type { ModelCount } from "../domain/model/model-ledger.ts";
import { contentWords } from "../evidence/words.ts";
import { type Checked, checkSentence } from "./gate/check-sentence.ts";
import type { Evidence } from "./gate/evidence.ts";
import type { Rejection } from "./gate/reasons.ts";

/** A sentence that may be shown, with what stands above it where a model groups. */
export interface KeptPoint extends Omit<Extract<Checked, { kind: "kept" }>, "kind"> {
  heading?: string;
}

/** A sentence of a draft that may be shown, or why it may not, in the model's order. */
export type CheckedPoint = { kept: KeptPoint; rejection: null } | { kept: null; rejection: Rejection; point: DraftPoint };

/** Two sentences that share this part of their words count as duplicates. */
const SAME_AT = 0.8;

/** Sends each sentence of a draft through the gate. Also rejects duplicates and sentences beyond the requested number. */
export function checkPoints(points: DraftPoint[], evidence: Evidence, limits: { points: number; words: number }): CheckedPoint[] {
  const kept: KeptPoint[] = [];
  return points.map((point) => {
    const checked = checkSentence(point, evidence, limits);
    if (checked.kind === "rejected") return { kept: null, rejection: checked.rejection, point };
    if (kept.some((each) => saysTheSame(each.text, checked.text)))
      return { kept: null, rejection: { reason: "repeated", detail: "", text: checked.text }, point };
    if (kept.length >= limits.points)
      return { kept: null, rejection: { reason: "surplus", detail: "", text: checked.text }, point };
    kept.push(checked);
    return { kept: checked, rejection: null };
  });
}

/** Whether one of two sentences has nearly all its words in the other. */
export function saysTheSame(a: string, b: string): boolean {
  const [first, second] = [new Set(contentWords(a)), new Set(contentWords(b))];
  let shared = 0;
  for (const word of first) if (second.has(word)) shared++;
  return shared / Math.max(1, Math.min(first.size, second.size)) >= SAME_AT;
}

export function rejectionsOf(points: CheckedPoint[]): Rejection[] {
  return points.flatMap((point) => point.rejection ?? []);
}

/** The rejections as counts by reason. */
export function countRejections(rejections: Rejection[]): Partial<Record<ModelCount, number>> {
  const counts: Partial<Record<ModelCount, number>> = {};
  for (const { reason } of rejections) counts[`rejected:${reason}`] = (counts[`rejected:${reason}`] ?? 0) + 1;
  return counts;
}
