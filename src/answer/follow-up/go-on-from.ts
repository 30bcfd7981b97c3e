import type { ConversationContext } from "../../domain/chat/intent.ts";
import { showDate } from "../../domain/chat/show-date.ts";
import { stripEnd } from "../../domain/strip-end.ts";
import { wordsOf } from "../../evidence/words.ts";
import { countryCodeOf, countryWord } from "../../extract/countries.ts";
import { TIMES_OF_YEAR } from "../../extract/en/calendar.ts";
import { ELSE } from "../../extract/en/questions/asking-words.ts";
import {
  ABOUT_IT,
  ARTICLE_BEFORE,
  ARTICLE_IN_FRONT,
  ASKED_WITH,
  ASKS_HOW_LONG,
  CIRCUMSTANCE_AT_END,
  DAY_AT_END,
  HOSTED_AT_PLACE,
  IT,
  LAST_MATTER,
  MANNER_AT_END,
  NAMED_SUBJECT,
  PERSONAL_PRONOUN,
  PLACE_IN_FRONT,
  PLACE_SAID,
  SOMEBODY,
  THE_MEETING,
  THERE,
  THING_ASKED_OF,
  WAS_IT_THAT,
  WHO_DID_WHAT,
  WHO_ELSE,
} from "../../extract/en/questions/follow-up-words.ts";
import { ASKS_WHEN, MEETING_ASKED, VISIT, WHERE } from "../../extract/en/questions/meeting-words.ts";

/** "Where did they meet in Bali on 14 November 2022?" as "When did they meet?": the time before may have been elsewhere. */
export function askWhen(question: string): string {
  const bare = withoutCircumstances(stripEnd(question, /[?.!\s]/));
  const asked = ASKS_WHEN.test(bare) ? bare : bare.replace(ASKED_WITH, "When");
  return `${asked.replace(HOSTED_AT_PLACE, "meet $1")}?`;
}

export function withoutCircumstances(question: string): string {
  const bare = question.replace(CIRCUMSTANCE_AT_END, "");
  return bare === question ? question : withoutCircumstances(bare);
}

/** "And in Seoul?" behind "whom did she meet in Tokyo?": the place in the place of the other, the year in that of the other; null where none is. */
export function elsewhere(question: string, circumstance: string): string | null {
  if (MANNER_AT_END.test(` ${circumstance}`) && MEETING_ASKED.test(question))
    return `${question.replace(MANNER_AT_END, "")} ${circumstance}?`;
  const there = CIRCUMSTANCE_AT_END.exec(question)?.[0];
  const other = CIRCUMSTANCE_AT_END.exec(` ${circumstance}`)?.[0];
  if (there === undefined || other === undefined || isTime(there) !== isTime(other)) return null;
  const year = /\d/.test(other) ? "" : (/ \d{4}$/.exec(there)?.[0] ?? "");
  return `${question.slice(0, question.length - there.length)}${other}${year}?`;
}

/** "In 2022", "in May". */
function isTime(circumstance: string): boolean {
  return /\d/.test(circumstance) || TIMES_OF_YEAR.has(wordsOf(circumstance).at(-1) ?? "");
}

/** "And Japan?" behind "when did India last meet the US?": the country in the place of the one named last; null where one of the two names none. */
export function ofAnotherCountry(question: string, other: string): string | null {
  if (countryCodeOf(other) === null) return null;
  const words = [...question.matchAll(/[\p{L}.]+/gu)];
  for (let last = words.length - 1; last >= 0; last--) {
    for (const length of [3, 2, 1]) {
      const [first, end] = [words[last - length + 1], words[last]];
      if (first === undefined || end === undefined) continue;
      const stop = end.index + end[0].length;
      if (countryWord(question.slice(first.index, stop))?.kind !== "name") continue;
      const before = question.slice(0, first.index).replace(ARTICLE_BEFORE, "");
      return `${before}${other}${question.slice(stop)}?`;
    }
  }
  return null;
}

/** "And Labour?" behind "how many seats did May's party win?": the new name in the place of the one that did it; null where no name did. */
export function ofAnotherSubject(question: string, other: string): string | null {
  return /^\p{Lu}/u.test(other.replace(ARTICLE_IN_FRONT, "")) && NAMED_SUBJECT.test(question)
    ? `${question.replace(NAMED_SUBJECT, other)}?`
    : null;
}

/** "What did Lund say about it?": what was asked about before, in the place of "it". */
export function withMatter(question: string, { turns }: ConversationContext): string {
  if (!ABOUT_IT.test(question)) return question;
  for (const turn of [...turns].reverse()) {
    const asked = stripEnd(turn.question, /[?.!\s]/).replace(DAY_AT_END, "");
    const link = LAST_MATTER.exec(asked);
    const matter = link === null ? "" : asked.slice(link.index + link[0].length);
    if (matter !== "" && matter.search(PERSONAL_PRONOUN) < 0 && !ABOUT_IT.test(asked))
      return question.replace(ABOUT_IT, `$1 ${matter}`);
  }
  return question;
}

/** What a thread last told of: who met, and the day (ISO) or null. */
export interface MeetingTold {
  question: string;
  people: string[];
  date: string | null;
}

/** "How long did the meeting last?", "who else was there?": with those who met, and the day; null where no meeting was told of. */
export function ofTheMeeting(asked: string, { question, people, date }: MeetingTold): string | null {
  if (!MEETING_ASKED.test(question) || people.length === 0) return null;
  const meeting = `of ${people.slice(0, 2).join(" and ")}${date === null ? "" : ` on ${showDate(date)}`}`;
  const bare = stripEnd(asked, /[?.!\s]/);
  if (WHO_ELSE.test(bare)) return `Who ${ELSE.test(bare) ? "else " : ""}took part in the meeting ${meeting}?`;
  if (ASKS_HOW_LONG.test(bare)) return `How long did the ${VISIT.test(question) ? "visit" : "meeting"} ${meeting} last?`;
  return THE_MEETING.test(asked) ? asked.replace(THE_MEETING, `the $1 ${meeting}`) : null;
}

/** "Why?" behind "who resigned?": "Why was it that Lund resigned?", or somebody where nobody was answered; null where it was not asked who did something. */
export function askOfSomebody(word: string, question: string, who: string = SOMEBODY): string | null {
  const match = WHO_DID_WHAT.exec(question);
  return match === null ? null : `${word} ${WAS_IT_THAT} ${who} ${question.slice(match[0].length)}?`;
}

/**
 * "Whom did she meet there?" behind "when did Lund visit Norway?": the place by its name; as it is where none was named, and where the place
 * was what was asked: "there" behind "where was the fair held?" is the fair.
 */
export function withPlace(question: string, { question: last, answer }: ConversationContext["turns"][number]): string {
  if (!THERE.test(question) || WHERE.test(last)) return question;
  const place = [...last.matchAll(PLACE_SAID)].at(-1)?.[1] ?? PLACE_IN_FRONT.exec(answer ?? "")?.[1];
  return place === undefined ? question : question.replace(THERE, `in ${place.replace(/['’]s$/, "")}`);
}

/** "Where did it land?" behind "how high did the new kite fly?": the thing in the place of "it"; as it is where the last question has none. */
export function withThing(question: string, last: string): string {
  const thing = THING_ASKED_OF.exec(stripEnd(last, /[?.!\s]/))?.[1];
  const isThing = thing !== undefined && /\s/.test(thing) && thing.search(PERSONAL_PRONOUN) < 0;
  return isThing ? question.replace(IT, thing) : question;
}
