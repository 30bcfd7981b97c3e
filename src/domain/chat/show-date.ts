import type { DateSpan } from "../evidence/extraction.ts";

const MONTHS = "January February March April May June July August September October November December".split(" ");

/** "8 September 2022"; null stays null. */
export function showDate(iso: string | null): string | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso ?? "");
  return match === null ? null : `${Number(match[3])} ${MONTHS[Number(match[2]) - 1]} ${match[1]}`;
}

/** "8 Sep 2022"; "8 Sep" where `today` (ISO date) is of the same year. Null stays null. */
export function showShortDate(iso: string | null, today: string | null): string | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso ?? "");
  if (match === null) return null;
  const [, year = "", month, day] = match;
  const short = `${Number(day)} ${(MONTHS[Number(month) - 1] ?? "").slice(0, 3)}`;
  return today?.slice(0, 4) === year ? short : `${short} ${year}`;
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

/** As showDateSpan, in short: "8 Sep", "3–5 Jun 2022", "Nov 2019", "2019". Null is "no date". */
export function showShortSpan(date: DateSpan | null, today: string | null): string {
  if (date === null) return "no date";
  const { start, end, precision } = date;
  if (precision === "year") return start.slice(0, 4);
  const last = showShortDate(end, today) ?? end;
  if (precision === "month") return `${(MONTHS[Number(start.slice(5, 7)) - 1] ?? "").slice(0, 3)} ${start.slice(0, 4)}`;
  if (start === end) return last;
  if (start.slice(0, 7) === end.slice(0, 7)) return `${Number(start.slice(8, 10))}–${last}`;
  return `${showShortDate(start, start.slice(0, 4) === end.slice(0, 4) ? end : today)} – ${last}`;
}

const WRITTEN = new RegExp(
  `\\b(\\d{1,2}) (${MONTHS.join("|")}) (\\d{4})\\b|\\b(${MONTHS.join("|")}) (\\d{1,2}), (\\d{4})\\b`,
  "g",
);

/** The ISO date that an answer gives: the one that it begins with, as showDate writes it, or else the only one in it; null where there is none. */
export function readGivenDate(text: string): string | null {
  const leading = /^(\d{1,2})(?: to \d{1,2})? (\p{L}+) (\d{4})\b/u.exec(text);
  const first = leading === null ? null : isoOf(leading[1], leading[2], leading[3]);
  if (first !== null) return first;
  const dates = new Set(
    [...text.matchAll(WRITTEN)].map((match) => isoOf(match[1] ?? match[5], match[2] ?? match[4], match[3] ?? match[6])),
  );
  const [only = null] = dates;
  return dates.size === 1 ? only : null;
}

function isoOf(day = "", name = "", year = ""): string | null {
  const month = MONTHS.indexOf(name) + 1;
  return month === 0 ? null : `${year}-${String(month).padStart(2, "0")}-${day.padStart(2, "0")}`;
}
