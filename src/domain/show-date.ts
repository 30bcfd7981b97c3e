import type { DateSpan } from "./extraction.ts";

const MONTHS = "January February March April May June July August September October November December".split(" ");

/** "8 September 2022"; null stays null. */
export function showDate(iso: string | null): string | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso ?? "");
  return match === null ? null : `${Number(match[3])} ${MONTHS[Number(match[2]) - 1]} ${match[1]}`;
}

/** "8 September 2022", "November 2019", "2019", "3 to 5 June 2022". */
export function showDateSpan(date: DateSpan | null): string {
  if (date === null) return "no date given";
  if (date.precision === "year") return date.start.slice(0, 4);
  if (date.precision === "month") return `${MONTHS[Number(date.start.slice(5, 7)) - 1]} ${date.start.slice(0, 4)}`;
  if (date.start === date.end) return showDate(date.start) ?? date.start;
  if (date.start.slice(0, 7) === date.end.slice(0, 7)) return `${Number(date.start.slice(8, 10))} to ${showDate(date.end)}`;
  return `${showDate(date.start)} to ${showDate(date.end)}`;
}

/** The ISO date that a text begins with, as showDate writes it; null where it begins otherwise. */
export function readLeadingDate(text: string): string | null {
  const match = /^(\d{1,2})(?: to \d{1,2})? (\p{L}+) (\d{4})\b/u.exec(text);
  const month = MONTHS.indexOf(match?.[2] ?? "") + 1;
  return match === null || month === 0 ? null : `${match[3]}-${String(month).padStart(2, "0")}-${match[1]?.padStart(2, "0")}`;
}
