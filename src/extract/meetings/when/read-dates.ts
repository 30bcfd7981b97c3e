import type { DateSpan } from "../../../domain/evidence/extraction.ts";
import type { Range } from "../../../domain/evidence/span.ts";
import type { FoundExpression } from "../../dates/date-expression.ts";
import {
  BEHIND_DATELINE,
  BESIDE_ANOTHER,
  DATELINE,
  FROM,
  NOT_WHEN,
  REPORTED_WHEN,
  SPOKEN_WHEN,
} from "../../en/dates/when-words.ts";
import type { Tie } from "./date-host.ts";

export interface Candidate extends FoundExpression {
  span: DateSpan | null;
  tie: Tie;
  /** Where the noun ends that it describes: "the June 12 summit"; null where it describes none. */
  nounEnd: number | null;
}

/** A sentence with its dates and one report; offsets are into the sentence. */
export interface Reading {
  text: string;
  dates: Candidate[];
  trigger: Range;
  clause: Range;
  /** Where the next report begins. */
  next: number;
}

const MAX_WORDS_BETWEEN = 3;

/** Whether a date tells when: not since when, and not when somebody said so. */
export function isWhen(date: Candidate, { text, trigger }: Reading): boolean {
  const from = Math.max(0, date.start - 60);
  const before = text.slice(from, date.start);
  // "WELLINGTON, February 7 - ": the day of the report.
  if (from === 0 && DATELINE.test(before) && BEHIND_DATELINE.test(text.slice(date.end, date.end + 30))) return false;
  const isRange = date.span !== null && date.span.start !== date.span.end;
  if (NOT_WHEN.test(before) && !(isRange && FROM.test(before))) return false;
  if (isOfAnother(date, { text, trigger })) return false;
  if (date.nounEnd !== null && isOver(date, { text, trigger })) return true;
  // A verb of speech before the report has a date of its own, if any.
  const cut = trigger.end <= date.start ? Math.max(0, trigger.end - from) : 0;
  return !REPORTED_WHEN.test(before.slice(cut));
}

/** "on Sunday, two days before the anniversary": the day stands before it. */
export function isCountedOn({ start, span }: Candidate, before: Candidate | undefined, { text }: Pick<Reading, "text">): boolean {
  return span === null && before?.span != null && /^,? $/.test(text.slice(before.end, start));
}

/** "in a speech on Feb. 5", "before his death in 2022": when something else was. */
function isOfAnother({ start }: Candidate, { text, trigger }: Pick<Reading, "text" | "trigger">): boolean {
  const from = Math.max(0, start - 60, trigger.end <= start ? trigger.end : 0);
  const before = text.slice(from, start);
  return SPOKEN_WHEN.test(before) || BESIDE_ANOTHER.test(before);
}

/** Whether what a date describes is the meeting: its words come next, with few between. */
export function isOver(date: Range, { text, trigger }: Pick<Reading, "text" | "trigger">): boolean {
  if (date.start >= trigger.start && date.end <= trigger.end) return true;
  if (date.end > trigger.start || trigger.start - date.end > 60) return false;
  const between = text.slice(date.end, trigger.start);
  return !/[,;:]/.test(between) && (between.match(/\S+/g) ?? []).length <= MAX_WORDS_BETWEEN;
}
