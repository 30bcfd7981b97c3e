import type { DateSpan, MeetingStatus } from "../../../domain/evidence/extraction.ts";
import { dayOfIso } from "../../dates/calendar.ts";
import { resolveExpression } from "../../dates/resolve-expression.ts";
import { findDateExpressions } from "../../en/dates/find-date-expressions.ts";
import { MOVES, MOVES_WITH, TO_DAY, WITH_MOVES } from "../../en/meetings/status-words.ts";
import type { EventWord, Scene } from "../event.ts";
import { lowerAt } from "../event.ts";
import { topOf } from "../parties/noun-sides.ts";
import { kidsOf } from "../tree.ts";
import { anchorOf, type TextDates } from "./text-dates.ts";

/** So many words may stand between "postponed" and "to": "from Thursday, 3 December". */
const REACH = 12;
/** The day stands right behind "to", or behind "Tuesday, ". */
const NEAR = 2;

export interface MovedDay {
  date: DateSpan;
  /** The words of the new day, as they stand. */
  words: string;
}

/** "has been postponed from 3 December to 10 December": the day to which an event is moved; null where it is not, or to no day. */
export function movedDay(
  scene: Scene,
  event: EventWord,
  { status, dates }: { status: MeetingStatus | null; dates: TextDates },
): MovedDay | null {
  const mover = moverOf(scene, event);
  // "The talks, postponed to Tuesday, were held in Oslo": they were.
  if (mover === null || (status === "held" && scene.tree.heads[mover] === event.at)) return null;
  const to = newDayAt(scene, mover);
  if (to === null) return null;
  const text = scene.text.slice(scene.tokens[to]?.start, scene.tokens.at(-1)?.end);
  const [found] = findDateExpressions(text);
  if (found === undefined || found.start > NEAR) return null;
  const date = resolveExpression(found.expression, anchorOf(dates, "future"));
  if (date === null || dayOfIso(date.end) < dates.day) return null;
  return { date, words: text.slice(found.start, found.end) };
}

/** The verb over an event, or behind it, that moves it. */
function moverOf(scene: Scene, { at, form }: EventWord): number | null {
  if (form !== "noun") return null;
  const over = [scene.tree.heads[topOf(scene, at)] ?? -1, ...kidsOf(scene.tree, at, /^acl$/)];
  const mover = over.find(
    (verb) =>
      MOVES.test(lowerAt(scene, verb)) || (MOVES_WITH.test(lowerAt(scene, verb)) && WITH_MOVES.test(lowerAt(scene, verb + 1))),
  );
  return mover ?? null;
}

/** The first word of the new day: behind the last "to" or "until" of the clause. */
function newDayAt(scene: Scene, mover: number): number | null {
  const clause = scene.tokens.slice(mover, mover + REACH);
  const end = clause.findIndex((token) => /^[;:.–—]$/.test(token.text));
  const at = clause.slice(0, end < 0 ? REACH : end).findLastIndex((token) => TO_DAY.test(token.lower));
  return at < 0 ? null : mover + at + 1;
}
