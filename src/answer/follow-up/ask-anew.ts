import type { ConversationContext } from "../../domain/chat/intent.ts";
import { readGivenDate, showDate } from "../../domain/chat/show-date.ts";
import { stripEnd } from "../../domain/strip-end.ts";
import { type Named, nameIn } from "../../evidence/find-named.ts";
import { ASKS_WHAT_SAID } from "../../extract/en/questions/asking-words.ts";
import {
  ASKED_BARE,
  ASKED_MEASURE,
  ASKED_WITH,
  ASKS_ANEW,
  ASKS_ANOTHER_MEASURE,
  COMES_BACK_TO,
  JOURNEY,
  WENT,
} from "../../extract/en/questions/follow-up-words.ts";
import { ASKS_WHEN, MEETING_ASKED, NAMES_A_DAY, ONE_OF_MANY, WHEN_OR_WHERE } from "../../extract/en/questions/meeting-words.ts";
import { askOfThoseWhoTalked } from "../asked/matter-asked.ts";
import { askOfSomebody } from "./go-on-from.ts";

/**
 * The last question asked anew, or where it cannot be ("what did they discuss?") an earlier one that can, for its place and time; with the date
 * that was answered to it. Of what was said, the time is told with it.
 */
export async function askAnew(
  question: string,
  turns: ConversationContext["turns"],
  lookUp: (text: string) => Promise<Named>,
): Promise<{ text: string; date: string | null } | null> {
  const bare = stripEnd(question, /[?.!\s]/);
  const word = ASKS_ANEW.exec(bare)?.[1] ?? "";
  const asked = word !== "" && WENT.test(bare) ? turns.filter((turn) => JOURNEY.test(turn.question)) : turns;
  let undated: { text: string; date: null } | null = null;
  for (const [at, turn] of [...asked].reverse().entries()) {
    const date = turn.answer === null ? null : readGivenDate(turn.answer);
    const [told] = word === "" ? [] : (await lookUp(turn.answer ?? "")).people;
    const text = askOfTurn(question, turn.question, { date, told: told === undefined ? undefined : nameIn(told) });
    // What was talked of is told without its day at times: then the meeting asked about before is meant.
    if (text !== null && date === null && isTalk(turn.question)) undated ??= { text, date };
    else if (text !== null) return { text, date };
    if (at === 0 && ASKS_WHEN.test(`${word} `) && ASKS_WHAT_SAID.test(turn.question)) return { text: turn.question, date: null };
    if (!COMES_BACK_TO.test(word)) return null;
  }
  return undated;
}

function isTalk(question: string): boolean {
  return askOfThoseWhoTalked(question, "When") !== null;
}

/** "Where was that?" behind "When did Lund meet Solberg?" is "Where did Lund meet Solberg on 4 March 2024?". */
function askOfTurn(
  question: string,
  last: string,
  { date, told }: { date: string | null; told?: string | undefined },
): string | null {
  const bare = stripEnd(question, /[?.!\s]/);
  const measure = ASKS_ANOTHER_MEASURE.exec(bare)?.[1];
  if (measure !== undefined && ASKED_MEASURE.test(last)) return last.replace(ASKED_MEASURE, measure);
  const word = ASKS_ANEW.exec(bare)?.[1];
  if (word === undefined) return null;
  const base = stripEnd(last, /[?.!\s]/)
    .replace(ONE_OF_MANY, "")
    .replace(/\s+/g, " ");
  const asking = `${word.slice(0, 1).toUpperCase()}${word.slice(1).toLowerCase()}`;
  const talked = WHEN_OR_WHERE.test(word) ? askOfThoseWhoTalked(base, asking) : null;
  const isMeeting = talked !== null || MEETING_ASKED.test(base);
  const day = date === null || !isMeeting || NAMES_A_DAY.test(base) ? "" : ` on ${showDate(date)}`;
  if (talked !== null) return `${talked}${day}?`;
  if (ASKED_BARE.test(base)) return `${asking} ${base.slice(0, 1).toLowerCase()}${base.slice(1)}${day}?`;
  return ASKED_WITH.test(base) ? `${base.replace(ASKED_WITH, asking)}${day}?` : askOfSomebody(asking, base, told);
}
