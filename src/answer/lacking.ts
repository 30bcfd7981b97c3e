import { stripEnd } from "../domain/strip-end.ts";
import { wordsOf } from "../evidence/words.ts";
import { ASKS_DATE, DATE_WORD, ELSE, ELSE_WHO, NAMES_A_PLACE } from "../extract/en/questions/asking-words.ts";
import { WHERE, WHERE_WORD } from "../extract/en/questions/meeting-words.ts";
import type { AnswerSentence } from "./answer-sentence.ts";

/** What the reports of a meeting do not say of what was asked, in the asker's words: "where", "who else was there". */
export function lackingOf(question: string, sentences: AnswerSentence[]): string[] {
  const placed = sentences.some(
    ({ fact, citation, meeting }) => isPlaced(fact, meeting?.place ?? null) || NAMES_A_PLACE.test(citation.text),
  );
  const others = sentences.some((each) => namesOther(each, question));
  return [...(WHERE.test(question) && !placed ? [WHERE_WORD] : []), ...(ELSE.test(question) && !others ? [ELSE_WHO] : [])];
}

function isPlaced(fact: string | null, place: string | null): boolean {
  return place !== null && fact?.includes(place) === true;
}

/** Whether a sentence names anybody of a meeting whom the question does not. */
export function namesOther({ citation, meeting }: AnswerSentence, question: string): boolean {
  const words = new Set(wordsOf(citation.text));
  const others = (meeting?.participants ?? []).filter(({ name }) => !isNamed(name, question));
  return others.some(({ name }) => words.has(wordsOf(name).at(-1) ?? ""));
}

function isNamed(name: string, question: string): boolean {
  const asked = new Set(wordsOf(question));
  return wordsOf(name).some((word) => asked.has(word));
}

/** Whether an answer says the day, so that nothing is left of "and when?". */
export function saysWhen(part: string, sentences: AnswerSentence[]): boolean {
  return ASKS_DATE.test(part) && isBare(part) && sentences.every(({ fact, citation }) => DATE_WORD.test(fact ?? citation.text));
}

function isBare(part: string): boolean {
  return wordsOf(stripEnd(part, /[?\s]/)).length === 1;
}
