import { isCalendarWord } from "../../en/calendar.ts";
import { NOT_TALKED_OF } from "../../en/topic-words.ts";

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
  if (NOT_TALKED_OF.test(topic)) return false;
  return words.length > 1 || !GERUND.test(topic) || SUBJECTS_IN_ING.test(topic);
}

/** Topics without repeats, dates and stray verbs: what another one contains word for word is left out. */
export function distinctTopics(topics: string[]): string[] {
  const kept: string[] = [];
  for (const topic of topics.filter(isSubject)) {
    const lower = topic.toLowerCase();
    if (!kept.some((other) => other.toLowerCase().includes(lower))) kept.push(topic);
    if (kept.length >= MAX_TOPICS) break;
  }
  return kept;
}
