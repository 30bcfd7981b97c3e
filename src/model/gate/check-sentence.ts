import type { Citation } from "../../domain/evidence/records.ts";
import type { Range } from "../../domain/evidence/span.ts";
import type { DraftPoint } from "../../domain/model/language-model.ts";
import { checkAttribution } from "./check-attribution.ts";
import { checkDates } from "./check-dates.ts";
import { checkForm } from "./check-form.ts";
import { checkNames } from "./check-names.ts";
import { checkQuotation } from "./check-quotation.ts";
import { checkSupport } from "./check-support.ts";
import { type CitedText, readCited } from "./cited-text.ts";
import { citationOf, type Evidence, type EvidenceSentence, type KnownNames } from "./evidence.ts";
import { numbersIn } from "./numbers.ts";
import type { Finding, Rejection } from "./reasons.ts";

export type Checked =
  | { kind: "kept"; text: string; citations: Citation[]; passages: EvidenceSentence[] }
  | { kind: "rejected"; rejection: Rejection };

/** With more citations than this, a reader cannot check the sentence. */
const MAX_CITATIONS = 5;
const MAX_SHOWN_CHARACTERS = 300;

/**
 * The gate: whether a sentence that a model wrote may be shown. It may if what it cites exists, it is a plain sentence of the length and
 * language asked for, and its dates, numbers, places, names and nearly all other words are those of what it cites. Pure; the first rule
 * that finds something gives the reason.
 */
export function checkSentence(point: DraftPoint, evidence: Evidence, limits: { words: number }): Checked {
  const text = tidy(point.text);
  const rejected = (finding: Finding): Checked => ({
    kind: "rejected",
    rejection: { ...finding, text: text.slice(0, MAX_SHOWN_CHARACTERS) },
  });
  const numbers = [...new Set(point.sentences)];
  if (numbers.length === 0) return rejected({ reason: "no-citation", detail: "" });
  const unknown = numbers.find((number) => !evidence.sentences.has(number));
  if (unknown !== undefined) return rejected({ reason: "unknown-citation", detail: String(unknown) });
  if (numbers.length > MAX_CITATIONS) return rejected({ reason: "unknown-citation", detail: `${numbers.length} of them` });
  const form = checkForm(text, limits.words);
  if (form !== null) return rejected(form);
  const passages = numbers.flatMap((number) => evidence.sentences.get(number) ?? []);
  const finding = checkContent(text, readCited(passages, evidence.people), evidence.people);
  if (finding !== null) return rejected(finding);
  return { kind: "kept", text, citations: passages.map(citationOf), passages };
}

function checkContent(text: string, cited: CitedText, people: KnownNames[]): Finding | null {
  const quoted = checkQuotation(text, cited);
  if (!Array.isArray(quoted)) return quoted;
  const dates = checkDates(text, cited);
  if (!Array.isArray(dates)) return dates;
  const except: Range[] = [...quoted, ...dates];
  const number = [...numbersIn(text, except)].find((each) => !cited.numbers.has(each));
  if (number !== undefined) return { reason: "number", detail: number };
  return checkNames(text, cited, { people, except }) ?? checkSupport(text, cited, except) ?? checkAttribution(text, cited);
}

/** Collapses white space, and adds a missing full stop. */
function tidy(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return /[\p{L}\p{N})]$/u.test(line) ? `${line}.` : line;
}
