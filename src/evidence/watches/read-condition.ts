import type { MeetingKind } from "../../domain/evidence/extraction.ts";
import { stripEnd } from "../../domain/strip-end.ts";
import { countryCodeOf, countryName } from "../../extract/countries.ts";
import {
  ABOUT_ANYTHING,
  ALL_MEET,
  ANYBODY,
  BETWEEN_SIDES,
  EVENT_NOUN,
  HAPPENING_WORD,
  HAPPENS,
  type Happening,
  happeningsIn,
  kindsOfNoun,
  LEADING_THE,
  MEETING_OF,
  MEETING_VERBS,
  NO_NAME_WORD,
  ON,
  SAYS,
  STATEMENTS_BY,
  SUMMIT,
  TAKES_PLACE,
  THE,
  TWO_PLUS_TWO,
  TWO_PLUS_TWO_WORD,
  WATCH_LEAD,
  WHAT_SAID,
} from "../../extract/en/watches/watch-words.ts";
import { findBloc } from "../blocs.ts";
import { contentWords, isStopWord, wordsOf } from "../words.ts";
import type { WatchCondition, WatchSide, WatchSubject } from "./watch-condition.ts";

const ANY: Happening[] = ["planned", "moved", "cancelled", "held"];
const MAX_SIDES = 3;
const MAX_NAME_WORDS = 6;
const MAX_CHARACTERS = 200;
/** Words between commas and "or" at the front, such as "please tell me when". */
const MAX_LEADS = 6;

/** What the words of a watch wait for; null where they name nothing that articles could give evidence of. */
export function readCondition(typed: string): WatchCondition | null {
  const words = withoutLead(typed.replace(/\s+/g, " ").trim().slice(0, MAX_CHARACTERS));
  if (words === "") return null;
  return readHappening(words) ?? readMeetingOf(words, ANY) ?? readVerb(words) ?? readSaid(words) ?? readPair(words);
}

function withoutLead(words: string): string {
  let left = stripEnd(words, /[.!?]/);
  for (let at = 0; at < MAX_LEADS && WATCH_LEAD.test(left); at++) left = left.replace(WATCH_LEAD, "");
  return left.trim();
}

/** "the 2+2 is announced, moved or cancelled", "the meeting of Lund and Solberg is called off". */
function readHappening(words: string): WatchCondition | null {
  const happens = HAPPENS.exec(words);
  const behind = happens === null ? "" : words.slice(happens.index + happens[0].length);
  const isSaid = happens !== null && behind.split(/[\s,]/).every((word) => word === "" || HAPPENING_WORD.test(word));
  const found = isSaid ? happens : TAKES_PLACE.exec(words);
  if (found === null) return null;
  const happenings = isSaid ? happeningsIn(behind) : (["held"] as const);
  const event = words.slice(0, found.index).trim();
  return readMeetingOf(event, [...happenings]) ?? readEvent(event, [...happenings]);
}

function readMeetingOf(words: string, happenings: Happening[]): WatchCondition | null {
  const found = MEETING_OF.exec(words);
  if (found === null) return null;
  const rest = words.slice(found[0].length);
  const whole = sideOf(rest);
  // "Trinidad and Tobago" is one side.
  const sides = whole?.kind === "country" ? [whole] : sidesOf(rest);
  if (sides === null) return null;
  return { kind: "meeting", sides, kinds: kindsOfNoun(found[1] ?? ""), terms: [], happenings };
}

/** An event by its name, with those who take part where the name says so: "the India-Japan 2+2", "the Munich Security Conference". */
function readEvent(event: string, happenings: Happening[]): WatchCondition | null {
  const named = event
    .replace(TWO_PLUS_TWO, ` ${TWO_PLUS_TWO_WORD} `)
    .split(" ")
    .filter((word) => word !== "" && !THE.test(word));
  const kinds: MeetingKind[] | null = named.some((word) => SUMMIT.test(word)) ? ["summit"] : null;
  const rest = named.filter((word) => !EVENT_NOUN.test(word.toLowerCase()));
  const isTwoPlusTwo = rest.includes(TWO_PLUS_TWO_WORD);
  const name = rest.filter((word) => word !== TWO_PLUS_TWO_WORD).join(" ");
  const terms = isTwoPlusTwo ? [TWO_PLUS_TWO_WORD] : [];
  const base = { kind: "meeting" as const, happenings };
  if (name === "") return isTwoPlusTwo ? { ...base, sides: [], kinds: null, terms } : null;
  const sides = sidesOf(name.replace(/['’]s?(?=\s|$)/g, ""));
  // A bloc by its name is everybody's word for its gathering.
  if (sides?.every((side) => side.kind !== "person") === true)
    return { ...base, sides, kinds: isTwoPlusTwo ? null : kinds, terms };
  if (sides !== null && sides.length > 1) return { ...base, sides, kinds, terms };
  const words = contentWords(name);
  return words.length === 0 ? null : { ...base, sides: [], kinds: null, terms: [...terms, ...words] };
}

/** "Lund meets Solberg", "Lund calls Solberg", "Lund and Solberg meet". */
function readVerb(words: string): WatchCondition | null {
  const all = ALL_MEET.exec(words);
  const together = all === null ? null : sidesOf(words.slice(0, all.index));
  if (together !== null && together.length > 1)
    return { kind: "meeting", sides: together, kinds: null, terms: [], happenings: ANY };
  for (const [pattern, kinds] of MEETING_VERBS) {
    const found = pattern.exec(words);
    if (found === null) continue;
    const sides = sidesOf(words.slice(0, found.index), words.slice(found.index + found[0].length));
    if (sides !== null) return { kind: "meeting", sides, kinds, terms: [], happenings: ANY };
  }
  return null;
}

/** "Lund says anything on fisheries", "Lund on fisheries", "what Lund says". */
function readSaid(words: string): WatchCondition | null {
  const bare = words.replace(WHAT_SAID, "").replace(STATEMENTS_BY, "");
  const found = SAYS.exec(bare) ?? ON.exec(bare);
  if (found === null) return bare === words || !STATEMENTS_BY.test(words) ? null : said(bare, "");
  return said(bare.slice(0, found.index), bare.slice(found.index + found[0].length));
}

function said(speaker: string, subject: string): WatchCondition | null {
  const who = sideOf(speaker);
  if (who === null) return null;
  const about = subject.trim() === "" || ABOUT_ANYTHING.test(subject.trim()) ? null : subjectOf(subject);
  return { kind: "said", who, about };
}

function subjectOf(typed: string): WatchSubject | null {
  const text = typed.trim().replace(LEADING_THE, "");
  const code = countryCodeOf(text);
  if (code !== null) return { kind: "country", label: countryName(code) ?? text, code };
  const bloc = findBloc(text);
  if (bloc !== null) return { kind: "bloc", label: bloc.name, bloc };
  const terms = contentWords(text);
  return terms.length === 0 ? null : { kind: "words", label: text, terms };
}

/** "India and Japan", "india-japan": their meetings. One side alone may mean anything about it. */
function readPair(words: string): WatchCondition | null {
  // "lund-solberg": where nothing else is said, they are two.
  const sides = sidesOf(...(words.includes(" ") ? [words] : words.split("-")));
  return sides === null || sides.length < 2 ? null : { kind: "meeting", sides, kinds: null, terms: [], happenings: ANY };
}

/** The sides in one or more lists of them; null where one is none, or there are none or too many. */
function sidesOf(...lists: string[]): WatchSide[] | null {
  const sides: WatchSide[] = [];
  for (const list of lists) {
    const whole = sideOf(list);
    const parts = whole !== null && whole.kind !== "person" ? [list] : list.split(BETWEEN_SIDES).flatMap(partsAtHyphens);
    for (const part of parts.map((each) => each.trim()).filter((each) => each !== "" && !ANYBODY.test(each))) {
      const side = sideOf(part);
      if (side === null || sides.some((known) => known.label === side.label)) return null;
      sides.push(side);
    }
  }
  return sides.length === 0 || sides.length > MAX_SIDES ? null : sides;
}

/** "india-japan" and "Lund-Norway" are two sides, "Moon Jae-in" and "Timor-Leste" are one. */
function partsAtHyphens(words: string): string[] {
  const parts = words.split("-");
  const isOne = parts.length === 1 || isState(words) || !parts.some(isState);
  return isOne ? [words] : parts;
}

function isState(words: string): boolean {
  const side = sideOf(words);
  return side !== null && side.kind !== "person";
}

/** A country, a body, or whoever goes by these words: "Lund", "Norway's foreign minister", "the Norwegian foreign minister". */
function sideOf(typed: string): WatchSide | null {
  const text = typed.trim().replace(/^@/, "");
  const code = countryCodeOf(text);
  if (code !== null) return { kind: "country", label: countryName(code) ?? text, code };
  const bloc = findBloc(text);
  if (bloc !== null) return { kind: "bloc", label: bloc.name, bloc };
  const parts = text.replace(/['’]s(?=\s|$)/g, "").split(" ");
  let country: string | null = null;
  const words: string[] = [];
  for (const part of parts) {
    const of = parts.length > 1 && /^\p{Lu}|^[a-z]{4,}/u.test(part) ? countryCodeOf(part) : null;
    if (of !== null && country === null) country = of;
    else words.push(...wordsOf(part).filter((word) => !NO_NAME_WORD.test(word)));
  }
  if (words.length === 0 || words.length > MAX_NAME_WORDS || words.every(isStopWord)) return null;
  return { kind: "person", label: text, words, country };
}
