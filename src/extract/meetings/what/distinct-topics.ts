import { countryCodeOf } from "../../countries.ts";
import { isCalendarWord } from "../../en/calendar.ts";
import { NOT_TALKED_OF, UNFINISHED } from "../../en/topic-words.ts";
import type { Party } from "../parties/party.ts";

type Side = Pick<Party, "name" | "kind" | "country">;

const MAX_TOPICS = 6;
const GERUND = /^\p{Ll}+ing$/u;
/** Nouns that end as gerunds do and are talked about. */
const SUBJECTS_IN_ING =
  /^(?:shipping|fishing|mining|banking|lending|funding|financing|housing|farming|training|trafficking|smuggling|hacking|policing|spending)$/;

/** "9", "10 September 2023", "passing": what is a date or a stray verb was not talked about. */
function isSubject(topic: string): boolean {
  const words = topic
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
  if (words.every((word) => /^\d+(?:st|nd|rd|th)?$/.test(word) || isCalendarWord(word))) return false;
  if (NOT_TALKED_OF.test(topic) || UNFINISHED.test(topic)) return false;
  return words.length > 1 || !GERUND.test(topic) || SUBJECTS_IN_ING.test(topic);
}

/** "talks between Chad and Niger on Chad": who talked is not what was talked about. */
function isSide(topic: string, sides: readonly Side[]): boolean {
  const code = countryCodeOf(topic);
  return sides.some(({ name, kind, country }) => name === topic || (kind === "country" && code !== null && code === country));
}

/** Topics without repeats, dates, stray verbs and the sides themselves: what another one contains word for word is left out. */
export function distinctTopics(topics: readonly string[], sides: readonly Side[]): string[] {
  const kept: string[] = [];
  for (const topic of topics.filter((each) => isSubject(each) && !isSide(each, sides))) {
    const lower = topic.toLowerCase();
    if (!kept.some((other) => other.toLowerCase().includes(lower))) kept.push(topic);
    if (kept.length >= MAX_TOPICS) break;
  }
  return kept;
}
