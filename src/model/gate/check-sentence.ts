import type { Citation } from "../../domain/evidence/records.ts";
import type { DraftPoint } from "../../domain/model/language-model.ts";
import { contentWords } from "../../evidence/words.ts";
import { type CheckedArticle, checkBorneOut, readChecked } from "../alignment/check-borne-out.ts";
import { checkForm } from "./check-form.ts";
import { checkQuotation } from "./check-quotation.ts";
import { citationOf, type Evidence, type EvidenceSentence } from "./evidence.ts";
import { type Finding, GATE_REASONS, type Rejection } from "./reasons.ts";

export type Checked =
  | { kind: "kept"; text: string; citations: Citation[]; passages: EvidenceSentence[]; isVerbatim: boolean }
  /** With the cited passage that comes nearest; null where none is cited. */
  | { kind: "rejected"; rejection: Rejection; passage: EvidenceSentence | null };

/** Judges the sentences of one draft. */
export type Gate = (point: DraftPoint, limits: { words: number }) => Checked;

/** With more citations than this, a reader cannot check the sentence. */
const MAX_CITATIONS = 5;
const MAX_SHOWN_CHARACTERS = 300;
const REASONS = Object.keys(GATE_REASONS);

/**
 * The gate: whether a sentence that a model wrote may be shown. It may if it is a plain sentence of the length and language asked for, and if
 * one of the passages that it cites bears out all of it by itself; those that do are its citations. Reads each article once. Pure.
 */
export function createGate(evidence: Evidence): Gate {
  const read = new Map<string, CheckedArticle>();
  const articleOf = ({ article }: EvidenceSentence): CheckedArticle => {
    const known = read.get(article.id) ?? readChecked(article);
    read.set(article.id, known);
    return known;
  };
  return (point, limits) => {
    const text = tidy(point.text);
    const passages = [...new Set(point.sentences)].flatMap((number) => evidence.sentences.get(number) ?? []);
    const rejected = (finding: Finding, passage = passages[0] ?? null): Checked => ({
      kind: "rejected",
      rejection: { ...finding, text: text.slice(0, MAX_SHOWN_CHARACTERS) },
      passage,
    });
    const form = checkCitations(point, evidence) ?? checkForm(text, limits.words) ?? checkQuotation(text, passages);
    if (form !== null) return rejected(form);
    const results = passages.map((passage) => ({ passage, ...checkBorneOut(text, articleOf(passage), [passage.range]) }));
    const bearing = results.filter((each) => each.kept).map((each) => each.passage);
    if (bearing.length > 0) {
      const isVerbatim = bearing.some((each) => withoutEnd(each.passage) === withoutEnd(text));
      return { kind: "kept", text, citations: bearing.map(citationOf), passages: bearing, isVerbatim };
    }
    const order = (each: (typeof results)[number]) => weightOf(each.reasons) * 1000 + sharedWords(text, each.passage.text);
    const nearest = results.toSorted((a, b) => order(b) - order(a))[0];
    const [reason = { reason: "words" as const, detail: "" }] = nearest?.reasons ?? [];
    return rejected(reason, nearest?.passage);
  };
}

function checkCitations({ sentences }: DraftPoint, evidence: Evidence): Finding | null {
  const numbers = new Set(sentences);
  if (numbers.size === 0) return { reason: "no-citation", detail: "" };
  const unknown = [...numbers].find((number) => !evidence.sentences.has(number));
  if (unknown !== undefined) return { reason: "unknown-citation", detail: String(unknown) };
  return numbers.size > MAX_CITATIONS ? { reason: "unknown-citation", detail: `${numbers.size} of them` } : null;
}

/** The reasons stand in their order from what tells least: a passage that says the contrary is nearer than one on something else. */
function weightOf(reasons: readonly { reason: string }[]): number {
  return Math.max(-1, ...reasons.map(({ reason }) => REASONS.indexOf(reason)));
}

function sharedWords(text: string, passage: string): number {
  const there = new Set(contentWords(passage));
  return new Set(contentWords(text).filter((word) => there.has(word))).size;
}

/** Collapses white space, and adds a missing full stop. */
function tidy(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return /[\p{L}\p{N})]$/u.test(line) ? `${line}.` : line;
}

function withoutEnd(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[.!?]$/, "");
}
