import { countryCodeOf, countryWord } from "../../countries.ts";
import { isCalendarWord } from "../../en/calendar.ts";
import { TO } from "../../en/people/title-words.ts";
import {
  ADDS_NOTHING,
  ANNOUNCES,
  EMPTY_ADJECTIVE,
  ENDS_NO_TOPIC,
  LINK_AT_END,
  NOT_TALKED_OF,
  SAYS_TOO_LITTLE,
  SUBJECTS_IN_ING,
  UNFINISHED,
  VERB_AT_END,
} from "../../en/topic-words.ts";
import type { Party } from "../parties/party.ts";

type Side = Pick<Party, "name" | "kind" | "country">;

const MAX_TOPICS = 6;
const GERUND = /^\p{Ll}+ing$/u;

/** "9", "10 September 2023", "passing": what is a date or a stray verb was not talked about. */
function isSubject(topic: string): boolean {
  const words = wordsOf(topic);
  if (words.every((word) => /^\d+(?:st|nd|rd|th)?$/.test(word) || isCalendarWord(word))) return false;
  if (NOT_TALKED_OF.test(topic) || UNFINISHED.test(topic) || words.every(saysNothing)) return false;
  return words.length > 1 || !GERUND.test(topic) || SUBJECTS_IN_ING.test(topic);
}

function wordsOf(topic: string): string[] {
  return topic
    .toLowerCase()
    .split(/[^\p{L}\p{N}.'’-]+/u)
    .filter((word) => word !== "");
}

function saysNothing(word: string): boolean {
  return [EMPTY_ADJECTIVE, ANNOUNCES, ADDS_NOTHING, SAYS_TOO_LITTLE].some((words) => words.test(word));
}

/** Without the words that only lead in, and without an end that was cut off: "recent attacks against Iraqi" is "attacks". */
function tidy(topic: string): string {
  let words = topic.replace(VERB_AT_END, "").replace(ENDS_NO_TOPIC, "").split(" ");
  // "Space to discuss cooperation": the infinitive is the clause's.
  if (/^\p{Lu}/u.test(topic) && TO.test(words[1] ?? "")) words = words.slice(0, 1);
  const last = words.at(-1) ?? "";
  if (words.length > 2 && !last.endsWith("s") && countryWord(last)?.kind === "demonym") words = words.slice(0, -1);
  while (words.length > 1 && LINK_AT_END.test(words.at(-1) ?? "")) words = words.slice(0, -1);
  while (
    words.length > 1 &&
    ADDS_NOTHING.test(words[0] ?? "") &&
    !words.slice(1).every((word) => saysNothing(word.toLowerCase()))
  )
    words = words.slice(1);
  return words.join(" ");
}

/** "talks between Chad and Niger on Chad": who talked is not what was talked about. */
function isSide(topic: string, sides: readonly Side[]): boolean {
  const code = countryCodeOf(topic);
  return sides.some(({ name, kind, country }) => name === topic || (kind === "country" && code !== null && code === country));
}

/** Topics tidied, without repeats, dates, stray verbs and the sides themselves: what another one holds word for word is left out. */
export function distinctTopics(topics: readonly string[], sides: readonly Side[]): string[] {
  const kept: string[] = [];
  for (const topic of topics.map(tidy).filter((each) => isSubject(each) && !isSide(each, sides))) {
    const same = kept.findIndex((other) => other.toLowerCase() === topic.toLowerCase());
    if (same >= 0) kept[same] = topic;
    if (kept.some((other) => holds(other, topic))) continue;
    const shorter = kept.findIndex((other) => topic.startsWith(`${other} `) || topic.endsWith(` ${other}`));
    if (shorter >= 0) kept[shorter] = topic;
    else if (kept.length < MAX_TOPICS) kept.push(topic);
  }
  return [...new Set(kept)];
}

function holds(longer: string, shorter: string): boolean {
  return ` ${wordsOf(longer).join(" ")} `.includes(` ${wordsOf(shorter).join(" ")} `);
}
