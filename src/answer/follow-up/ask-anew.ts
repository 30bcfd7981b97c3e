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
} from "../../extract/en/questions/follow-up-words.ts";
import { ASKS_WHEN, ONE_OF_MANY } from "../../extract/en/questions/meeting-words.ts";
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
  const word = ASKS_ANEW.exec(stripEnd(question, /[?.!\s]/))?.[1] ?? "";
  for (const [at, turn] of [...turns].reverse().entries()) {
    const date = turn.answer === null ? null : readGivenDate(turn.answer);
    const [told] = word === "" ? [] : (await lookUp(turn.answer ?? "")).people;
    const text = askOfTurn(question, turn.question, { date, told: told === undefined ? undefined : nameIn(told) });
    if (text !== null) return { text, date };
    if (at === 0 && ASKS_WHEN.test(`${word} `) && ASKS_WHAT_SAID.test(turn.question)) return { text: turn.question, date: null };
    if (!COMES_BACK_TO.test(word)) return null;
  }
  return null;
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
  const day = date === null ? "" : ` on ${showDate(date)}`;
  if (ASKED_BARE.test(base)) return `${asking} ${base.slice(0, 1).toLowerCase()}${base.slice(1)}${day}?`;
  return ASKED_WITH.test(base) ? `${base.replace(ASKED_WITH, asking)}${day}?` : askOfSomebody(asking, base, told);
}
