import type { DraftPoint } from "../domain/model/language-model.ts";
import type { ModelCount } from "../domain/model/model-ledger.ts";
import { contentWords } from "../evidence/words.ts";
import { copySentence, withName } from "./copy/copy-sentence.ts";
import { createPronounReader, type NamePronoun } from "./copy/name-pronoun.ts";
import { type Checked, createGate } from "./gate/check-sentence.ts";
import type { Evidence, EvidenceSentence } from "./gate/evidence.ts";
import type { Rejection } from "./gate/reasons.ts";

/** A sentence that may be shown, with what stands above it where a model groups. */
export interface KeptPoint extends Omit<Extract<Checked, { kind: "kept" }>, "kind"> {
  heading?: string;
}

/** A sentence of a draft that may be shown, or why it may not and which of its passages is shown instead, in the model's order. */
export type CheckedPoint =
  | { kept: KeptPoint; rejection: null }
  | { kept: null; rejection: Rejection; point: DraftPoint; instead: KeptPoint | null };

/** Two sentences that share this part of their words count as duplicates. */
const SAME_AT = 0.8;

/** What the sentences of one draft are checked by. */
export interface DraftCheck {
  /** Sends sentences through the gate. Also rejects duplicates and sentences beyond the requested number. */
  points(points: DraftPoint[], limits: { points: number; words: number }): CheckedPoint[];
  /** A rejected sentence in the place of one that was kept. */
  refuse(point: KeptPoint, reason: "judge" | "unjudged"): CheckedPoint;
  /** A passage for a judge, who sees nothing else: with the name of whom a pronoun means. */
  shown(passage: EvidenceSentence): string;
}

export function createDraftCheck(evidence: Evidence): DraftCheck {
  const check = createGate(evidence);
  const name = createPronounReader();
  return {
    points(points, limits) {
      const kept: KeptPoint[] = [];
      return points.map((point): CheckedPoint => {
        const checked = check(point, limits);
        if (checked.kind === "rejected")
          return { kept: null, rejection: checked.rejection, point, instead: copyOf(checked.passage, name) };
        const refused = (reason: "repeated" | "surplus"): CheckedPoint => ({
          kept: null,
          rejection: { reason, detail: "", text: checked.text },
          point,
          instead: null,
        });
        if (kept.some((each) => saysTheSame(each.text, checked.text))) return refused("repeated");
        if (kept.length >= limits.points) return refused("surplus");
        kept.push(checked);
        return { kept: named(checked, name), rejection: null };
      });
    },
    refuse(point, reason) {
      const sentences = point.passages.map((passage) => passage.number);
      const instead = copyOf(point.passages[0] ?? null, name);
      return { kept: null, rejection: { reason, detail: "", text: point.text }, point: { text: point.text, sentences }, instead };
    },
    shown: (passage) => withName(passage.text, passage, name),
  };
}

/** The passage itself, as it is copied where a model only points. */
function copyOf(passage: EvidenceSentence | null, name: NamePronoun): KeptPoint | null {
  if (passage === null) return null;
  const copied = copySentence(passage, { keep: [], heading: "", opener: "", name });
  return { ...copied, passages: [passage], isVerbatim: true };
}

function named(point: KeptPoint, name: NamePronoun): KeptPoint {
  const [passage] = point.passages;
  return passage === undefined ? point : { ...point, text: withName(point.text, passage, name) };
}

/** Whether one of two sentences has nearly all its words in the other. */
export function saysTheSame(a: string, b: string): boolean {
  const [first, second] = [new Set(contentWords(a)), new Set(contentWords(b))];
  let shared = 0;
  for (const word of first) if (second.has(word)) shared++;
  return shared / Math.max(1, Math.min(first.size, second.size)) >= SAME_AT;
}

/** Whether nothing that the model pointed at comes of a point: neither its sentence nor a passage. */
export function isNothing(point: CheckedPoint): boolean {
  return point.kept === null && point.instead === null;
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
