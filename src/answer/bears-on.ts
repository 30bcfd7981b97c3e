import { stemOf, wordsOf } from "../evidence/words.ts";
import type { AnswerKind, Question } from "./asked/read-question.ts";
import { offersKind } from "./offers-kind.ts";
import type { Passage } from "./score-passages.ts";

/**
 * A passage and the sentences around it hold so much of what the question weighs: with less, they are about something else. A question of
 * few words has none to spare where a number or a reason is asked for: "why did Norway leave NATO?" is not about both. Of a reason the most must
 * be there: why somebody else resigned is no answer.
 */
const MIN_NEAR = { few: 0.95, reason: 0.75, many: 0.5 };
const FEW_WORDS = 3;
const SPARES_NOTHING: Partial<Record<AnswerKind, true>> = { number: true, reason: true, anything: true };
/** A figure is that of what its sentence tells, whatever stands around it: so much of it must be what is asked. */
const LEAST_TOLD = 0.2;
/** Where none of these is in a sentence, it is no answer, however near it comes. */
const MUST_OFFER = new Set<AnswerKind>(["number", "members"]);

/**
 * Whether a passage is about what a question asks, and not only about some of its words. One that is answered by yes or no needs all whom
 * and what it names in one sentence, one for an office that office, one for a number a number, one for who did something that deed.
 */
export function bearsOn(passage: Passage, question: Question): boolean {
  const few = question.words.length <= FEW_WORDS && SPARES_NOTHING[question.kind] === true;
  const least = few ? MIN_NEAR.few : question.kind === "reason" ? MIN_NEAR.reason : MIN_NEAR.many;
  if (passage.near < least) return false;
  if (question.office !== null) return question.office.test(passage.text) && passage.named !== "nowhere";
  if (passage.named === "nowhere") return false;
  if (MUST_OFFER.has(question.kind) && !offersKind(passage.text, question)) return false;
  if (question.kind === "number" && tellsOf(passage.text, question) < LEAST_TOLD) return false;
  if (question.deed !== null && !wordsOf(passage.text).some((word) => question.stems.get(stemOf(word)) === question.deed))
    return false;
  return passage.named === "here" || !question.decides;
}

/** Of what is asked of those who are named, the share that a sentence itself tells: "ferries" in "how many ferries has Togo?". */
function tellsOf(text: string, { asking, mustName, names, stems }: Question): number {
  const asked = [...asking].filter((stem) => !mustName.has(stem) && !names.includes(stem));
  const held = new Set(wordsOf(text).map((word) => stems.get(stemOf(word))));
  return asked.length === 0 ? 1 : asked.filter((stem) => held.has(stem)).length / asked.length;
}
