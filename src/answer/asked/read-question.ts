import { stripEnd } from "../../domain/strip-end.ts";
import { shortenBlocs } from "../../evidence/blocs.ts";
import { stemsOfForms } from "../../evidence/word-forms.ts";
import { contentWords, stemOf, wordsOf } from "../../evidence/words.ts";
import { countryWord } from "../../extract/countries.ts";
import { OTHER_ABBREVIATIONS, SENTENCE_STARTERS, TITLE_ABBREVIATIONS } from "../../extract/en/abbreviations.ts";
import { CALENDAR_NAMES } from "../../extract/en/calendar.ts";
import {
  ASKS_COUNTRIES,
  ASKS_DATE,
  ASKS_MEMBERS,
  ASKS_NAME,
  ASKS_NUMBER,
  ASKS_PEOPLE,
  ASKS_PERSON,
  ASKS_PLACE,
  ASKS_REASON,
  BETWEEN_NUMBER_AND_THING,
  COUNTED_THINGS,
  DECIDES,
  HOW_LONG,
  LASTS,
  MEASURE_WORD,
  MEASURES,
  NUMBER,
  PLURAL_ENDING,
  POLITE,
  QUESTION_FRAME,
  RECENT,
  WHERE_TO,
  WHO_DID,
} from "../../extract/en/questions/asking-words.ts";
import { SAID_IN_TWO, type SaidInTwo } from "../../extract/en/questions/same-meaning.ts";
import { officeAsked } from "./office-asked.ts";

/** What kind of thing an answer must name. */
export type AnswerKind =
  | "person"
  | "people"
  | "place"
  | "countries"
  | "members"
  | "date"
  | "number"
  | "reason"
  | "name"
  | "anything";

export interface Question {
  text: string;
  /** Stems of all forms of the words that carry it, each with the stem of the word itself. */
  stems: ReadonlyMap<string, string>;
  /** Pairs of words that may stand for one of its own. */
  inTwo: readonly SaidInTwo[];
  /** The words as the full-text index is asked for them. */
  words: string[];
  /** Words with a capital letter or a digit: an answer that misses them is about something else. */
  names: string[];
  /** The stems of the sentence that asks: what stands before it tells the event, this tells what of it. */
  asking: ReadonlySet<string>;
  /** Stems that stand side by side. */
  pairs: [string, string][];
  /** Stems of the names and the countries in the sentence that asks: a passage that lacks one of them is about something else. */
  mustName: ReadonlySet<string>;
  /** Whether yes or no is the answer. */
  decides: boolean;
  /** What a sentence holds that tells who has the office asked for; null where none is. */
  office: RegExp | null;
  /** Whether it says that it is about the days before it was asked ("this week"). */
  recent: boolean;
  kind: AnswerKind;
  /** What a sentence holds that answers with a measure: a length for "how high"; null where any number may do. */
  measure: RegExp | null;
  /** What a sentence holds that counts what is asked how many of; null where nothing is counted. */
  counted: RegExp | null;
  /** The stem of what somebody did, where it is asked who did it: "who won". */
  deed: string | null;
}

/** Reads a question: the words to look for, and what must be named in the answer. */
export function readQuestion(typed: string): Question {
  const text = inOneWord(shortenBlocs(typed.replace(/\s+/g, " ").trim().replace(POLITE, "")), SAID_IN_TWO);
  const last = sentencesOf(text).at(-1) ?? text;
  const matter = HOW_LONG.test(text) ? text.replace(LASTS, "") : text;
  const words = contentWords(matter.replace(MEASURE_WORD, "")).filter((word) => !QUESTION_FRAME.has(word));
  const names = [
    ...new Set((text.match(/(?<![.?!]\s)(?<!^)(?:\p{Lu}[\p{L}'’.-]*|\d[\d,.]*)/gu) ?? []).flatMap((word) => contentWords(word))),
  ];
  const stems = stemsOfForms(words, new Set(capitalsIn(text)));
  const sequence = wordsOf(text).map((word) => stems.get(stemOf(word)) ?? null);
  return {
    text,
    words,
    stems,
    inTwo: SAID_IN_TWO.filter(({ means }) => stems.has(stemOf(means))),
    names: names.map((name) => stems.get(stemOf(name)) ?? stemOf(name)),
    asking: new Set(wordsOf(last).flatMap((word) => stems.get(stemOf(word)) ?? [])),
    pairs: sequence.flatMap((stem, at): [string, string][] => {
      const next = sequence[at + 1] ?? null;
      return stem === null || next === null || stem === next ? [] : [[stem, next]];
    }),
    mustName: new Set(namedIn(last).flatMap((name) => stems.get(stemOf(name)) ?? [])),
    decides: DECIDES.test(last),
    office: officeAsked(last),
    recent: RECENT.test(text),
    kind: kindOf(last),
    measure: MEASURES.find(({ asked }) => asked.test(last))?.answer ?? null,
    counted: countedIn(last),
    deed: stems.get(stemOf(WHO_DID.exec(last)?.[1] ?? "")) ?? null,
  };
}

/** A number with the thing that is counted behind it: "48 children", "four American activists". */
function countedIn(asking: string): RegExp | null {
  const thing = COUNTED_THINGS.exec(asking)?.[1];
  if (thing === undefined) return null;
  const stem = thing.replace(PLURAL_ENDING, "");
  return new RegExp(`(?:${NUMBER.source})[\\d,.]*${BETWEEN_NUMBER_AND_THING}${stem}`, "iu");
}

/** "St." and "Mr." end no sentence. */
function sentencesOf(text: string): string[] {
  const sentences: string[] = [];
  for (const part of text.split(/(?<=[.!?])\s+(?=\P{Ll})/u)) {
    const before = sentences.at(-1);
    const word = /(?<!\p{L})(\p{L}+)\.$/u.exec(before ?? "")?.[1]?.toLowerCase();
    const starts = SENTENCE_STARTERS.has(/^\p{L}+/u.exec(part)?.[0] ?? "");
    if (before !== undefined && word !== undefined && !starts && isAbbreviation(word))
      sentences.push(`${sentences.pop()} ${part}`);
    else sentences.push(part);
  }
  return sentences;
}

function isAbbreviation(word: string): boolean {
  return word.length === 1 || TITLE_ABBREVIATIONS.has(word) || OTHER_ABBREVIATIONS.has(word);
}

/** Capitals that a question names as a place, folded: "in Tokyo" is not Japan, "what Tokyo wants" is. */
export function capitalsIn(text: string): string[] {
  return [...text.matchAll(WHERE_TO)].flatMap(([, place = ""]) =>
    countryWord(place)?.kind === "capital" ? wordsOf(place.replace(/['’]s$/, "")) : [],
  );
}

/** With one word for each two that news writes for it. */
export function inOneWord(text: string, pairs: readonly SaidInTwo[]): string {
  return pairs.reduce((said, each) => said.replace(each.said, each.means), text);
}

/** Words with a capital letter within a sentence, and countries however they are typed; days are not named but counted. */
function namedIn(sentence: string): string[] {
  const words = sentence.match(/\p{L}[\p{L}\p{N}’'.-]*/gu) ?? [];
  const named = words.filter((word, at) => {
    const bare = stripEnd(word.replace(/['’]s$/, ""), /[.’']/);
    if (CALENDAR_NAMES.has(bare.toLowerCase())) return false;
    return (at > 0 && /^\p{Lu}/u.test(bare)) || (bare.length > 2 && (countryWord(bare)?.kind ?? "capital") !== "capital");
  });
  return named.flatMap((word) => contentWords(word.replace(/['’]s$/, "")));
}

function kindOf(last: string): AnswerKind {
  if (ASKS_REASON.test(last)) return "reason";
  if (ASKS_NUMBER.test(last)) return "number";
  if (ASKS_DATE.test(last)) return "date";
  if (ASKS_MEMBERS.test(last)) return "members";
  if (ASKS_COUNTRIES.test(last)) return "countries";
  if (ASKS_PLACE.test(last)) return "place";
  if (ASKS_PEOPLE.test(last)) return "people";
  if (ASKS_PERSON.test(last)) return "person";
  if (ASKS_NAME.test(last)) return "name";
  return "anything";
}
