import { foldName } from "../domain/evidence/fold-name.ts";
import { isStopWord, stemOf, wordsOf } from "../evidence/words.ts";
import { countryWord } from "../extract/countries.ts";
import { WRITTEN_CALENDAR_NAMES } from "../extract/en/calendar.ts";
import { DATE_WORD, MEMBERSHIP, NUMBER } from "../extract/en/questions/asking-words.ts";
import { either } from "../extract/words.ts";
import type { AnswerKind, Question } from "./asked/read-question.ts";

const WHOLE_NAME = /\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)*/gu;
const NAME = /\p{Lu}[\p{L}'’-]+/gu;

/** What answers to a kind of question are made of, word by word. */
const ANSWER_WORDS: Record<AnswerKind, RegExp> = {
  number: new RegExp(NUMBER.source.replace("\\d|", "\\d[\\d,.]*\\d|\\d|"), "giu"),
  date: new RegExp(String.raw`\b(?:(?:1[5-9]|20)\d\d|${either(WRITTEN_CALENDAR_NAMES)})\b`, "gu"),
  person: NAME,
  people: NAME,
  place: NAME,
  countries: NAME,
  members: NAME,
  reason: /\p{L}[\p{L}'’-]+/gu,
  name: /\p{L}[\p{L}'’-]+/gu,
  anything: /\p{L}[\p{L}'’-]+/gu,
};

/** Whether a sentence names anything of the kind asked for that the question does not hold itself. */
export function offersKind(text: string, question: Question): boolean {
  switch (question.kind) {
    case "number":
      return (question.measure ?? NUMBER).test(text);
    case "date":
      return DATE_WORD.test(text);
    case "countries":
      return countCountries(text, question) > 1;
    case "members":
      return MEMBERSHIP.test(text) && countCountries(text, question) > 1;
    case "people":
      return countPeople(text, question) > 1;
    case "person":
    case "place":
      return capitalised(text, question) > 0;
    case "name":
    case "reason":
    case "anything":
      return true;
  }
}

/** How many countries a sentence names that the question does not. */
function countCountries(text: string, question: Question): number {
  const names = text.match(NAME) ?? [];
  const codes = names.map(withoutGenitive).flatMap((name) => (question.stems.has(stemOf(name)) ? [] : [countryWord(name)?.code]));
  return new Set(codes.filter((code) => code !== undefined)).size;
}

/** How many names of one or more words a sentence brings: "Abel Moe and Ida Lund" are two. */
export function countPeople(text: string, question: Question): number {
  const names = text.match(WHOLE_NAME) ?? [];
  const isNew = (name: string) => wordsOf(name).some((word) => !question.stems.has(stemOf(word)));
  return names.filter((name) => isNew(name) && name.split(" ").every((word) => countryWord(withoutGenitive(word)) === null))
    .length;
}

/** How many names a sentence brings that the question does not hold; its first word is no sign of a name. */
export function countNewNames(text: string, question: Question): number {
  return capitalised(text, question) - (/^\P{L}*\p{Lu}/u.test(text) ? 1 : 0);
}

function capitalised(text: string, question: Question): number {
  const names = text.match(NAME) ?? [];
  return names.filter((name) => !question.stems.has(stemOf(withoutGenitive(name)))).length;
}

/** The words of a sentence that may be the answer, folded, each once: those of the kind asked for that the question does not hold. */
export function answerWords(text: string, question: Question): string[] {
  const words = [...text.matchAll(ANSWER_WORDS[question.kind])].map(([word]) => foldName(withoutGenitive(word)));
  return [...new Set(words)].filter(
    (word) => !isStopWord(word) && (word.length > 1 || /\d/.test(word)) && !question.stems.has(stemOf(word)),
  );
}

function withoutGenitive(word: string): string {
  return word.replace(/['’]s$/, "");
}
