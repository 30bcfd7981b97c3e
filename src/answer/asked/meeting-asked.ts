import type { MeetingRecord } from "../../domain/evidence/records.ts";
import type { Named } from "../../evidence/find-named.ts";
import { contentWords, wordsOf } from "../../evidence/words.ts";
import { countryForms, countryWord } from "../../extract/countries.ts";
import { TIMES_OF_YEAR } from "../../extract/en/calendar.ts";
import {
  ASKS_OF_MEETING,
  ASKS_TIME_OR_PLACE,
  ASKS_WHO_MET,
  ASKS_WHO_WAS_THERE,
  ASKS_WHOM,
  CHOICE,
  IN_PLACE,
  MEETING_FRAME,
  SAYS_PLACE,
} from "../../extract/en/questions/meeting-words.ts";

/** Whether a question is about a meeting itself, and not about what somebody did on the way to it. */
export function asksOfMeeting(text: string): boolean {
  return (
    ASKS_OF_MEETING.test(text) && (ASKS_TIME_OR_PLACE.test(text) || ASKS_WHO_MET.test(text) || ASKS_WHO_WAS_THERE.test(text))
  );
}

/** Ids of people of whom one is enough: "Lund or Solberg". */
export function choiceOf(text: string, { people }: Named): ReadonlySet<string> {
  for (const [at, one] of people.entries()) {
    const other = people[at + 1];
    if (other === undefined) break;
    const end = text.indexOf(one.words.at(-1) ?? "") + (one.words.at(-1) ?? "").length;
    const between = text.slice(end, text.lastIndexOf(other.words[0] ?? ""));
    if (CHOICE.test(between)) return new Set([one.person.id, other.person.id]);
  }
  return new Set();
}

/** Whether a report places a meeting in each country that a question places it in: "in Tokyo" is in Japan, "of Japan" is not. */
export function isInCountriesAsked(text: string, { place, evidence }: MeetingRecord): boolean {
  return [...text.matchAll(IN_PLACE)].every(([, named = ""]) => {
    const asked = countryWord(named);
    if (asked === null || asked.kind !== "name") return true;
    const names = countryForms(asked.code).filter((form) => countryWord(form)?.kind === "name");
    const told = [place === null ? "" : `, ${place}`, ...evidence.map((each) => each.text)].join(" ").toLowerCase();
    if ((place?.split(", ") ?? []).some((part) => countryWord(part)?.code === asked.code)) return true;
    return [...told.matchAll(SAYS_PLACE)].some(({ index, 0: said }) => {
      const behind = told.slice(index + said.length);
      return names.some((name) => behind.startsWith(name) && !/^\p{L}/u.test(behind.slice(name.length)));
    });
  });
}

/** Those who took part in a meeting beside those whom a question names, by their last words, where it asks for them. */
export function othersAsked(text: string, { participants }: MeetingRecord, names: ReadonlySet<string>[]): string[] {
  if (!ASKS_WHOM.test(text)) return [];
  const people = participants.filter(({ kind }) => kind === "person").map(({ name }) => wordsOf(name));
  return people
    .filter((words) => !words.some((word) => names.some((each) => each.has(word))))
    .flatMap((words) => words.slice(-1));
}

/** What the event is called, as it is written: "2+2", "quad", "summit". */
export function eventWords(text: string): string[] {
  const split = text.toLowerCase().split(/[\s?.!,;:"“”]+/);
  const written = split.map((word) => word.replace(/['’]s$/, ""));
  return written.filter(
    (word) =>
      contentWords(word).length > 0 && !MEETING_FRAME.has(word) && !TIMES_OF_YEAR.has(word) && !/^(?:\d{1,2}|\d{4})$/.test(word),
  );
}
