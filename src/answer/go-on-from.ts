import type { ConversationContext } from "../domain/chat/intent.ts";
import { showDate } from "../domain/chat/show-date.ts";
import { stripEnd } from "../domain/strip-end.ts";
import {
  ABOUT_IT,
  ASKED_WITH,
  CIRCUMSTANCE_AT_END,
  LAST_MATTER,
  PERSONAL_PRONOUN,
  SOMEBODY_DID,
  THE_MEETING,
  WHO_DID_WHAT,
  WHO_ELSE,
} from "../extract/en/questions/follow-up-words.ts";
import { ASKS_WHEN, MEETING_ASKED } from "../extract/en/questions/meeting-words.ts";

/** "Where did they meet in Bali on 14 November 2022?" as "When did they meet?": the time before may have been elsewhere. */
export function askWhen(question: string): string {
  const bare = withoutCircumstances(stripEnd(question, /[?.!\s]/));
  return `${ASKS_WHEN.test(bare) ? bare : bare.replace(ASKED_WITH, "When")}?`;
}

function withoutCircumstances(question: string): string {
  const bare = question.replace(CIRCUMSTANCE_AT_END, "");
  return bare === question ? question : withoutCircumstances(bare);
}

/** "And in Seoul?" behind "whom did she meet in Tokyo?": the place in the place of the other, the year in that of the other; null where none is. */
export function elsewhere(question: string, circumstance: string): string | null {
  const there = CIRCUMSTANCE_AT_END.exec(question)?.[0];
  const other = CIRCUMSTANCE_AT_END.exec(` ${circumstance}`)?.[0];
  if (there === undefined || other === undefined || /\d/.test(there) !== /\d/.test(other)) return null;
  return `${question.slice(0, question.length - there.length)}${other}?`;
}

/** "What did Lund say about it?": what was asked about before, in the place of "it". */
export function withMatter(question: string, { turns }: ConversationContext): string {
  if (!ABOUT_IT.test(question)) return question;
  for (const turn of [...turns].reverse()) {
    const asked = stripEnd(turn.question, /[?.!\s]/);
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
  if (WHO_ELSE.test(stripEnd(asked, /[?.!\s]/))) return `Who took part in the meeting ${meeting}?`;
  return THE_MEETING.test(asked) ? asked.replace(THE_MEETING, (said) => `${said} ${meeting}`) : null;
}

/** "Why?" behind "who resigned?": "Why was it that somebody resigned?"; null where it was not asked who did something. */
export function askOfSomebody(word: string, question: string): string | null {
  const match = WHO_DID_WHAT.exec(question);
  return match === null ? null : `${word} ${SOMEBODY_DID} ${question.slice(match[0].length)}?`;
}
