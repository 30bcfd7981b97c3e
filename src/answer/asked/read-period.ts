import type { DateSpan } from "../../domain/evidence/extraction.ts";
import { resolveDates } from "../../extract/dates/resolve-dates.ts";
import { BEFORE_PERIOD } from "../../extract/en/questions/asking-words.ts";

/** A question without the time that it names, and that time. */
export interface TimedQuestion {
  text: string;
  /** Null where it names no month or year. */
  period: DateSpan | null;
}

/** Takes "in November 2022" off a question: articles of that time seldom say the year. A single day stays, for it may be what was asked about. */
export function readPeriod(text: string, today: string): TimedQuestion {
  for (const found of resolveDates(text, { publishedAt: today, direction: "past", isToday: true })) {
    const opening = BEFORE_PERIOD.exec(text.slice(0, found.start));
    if (opening === null || found.span.precision === "day" || !/^\p{L}|^\d{4}$/u.test(found.text)) continue;
    const without = `${text.slice(0, opening.index)}${text.slice(found.end)}`.replace(/\s+/g, " ").replace(/ (?=[?.,!])/g, "");
    return { text: without.trim(), period: found.span };
  }
  return { text, period: null };
}
