import { MONTHS, SHORT_MONTHS, SHORT_WEEKDAYS, WEEKDAYS } from "../../extract/en/calendar.ts";

/** In order: from January, and from Sunday. */
const [MONTH_NAMES, WEEKDAY_NAMES] = [[...MONTHS], [...WEEKDAYS]];
const MONTH_OF = new Map([...MONTH_NAMES, ...SHORT_MONTHS].map((word) => [word, indexIn(MONTH_NAMES, word)]));
const WEEKDAY_OF = new Map([...WEEKDAY_NAMES, ...SHORT_WEEKDAYS].map((word) => [word, indexIn(WEEKDAY_NAMES, word)]));
/** Months that are names or verbs as well: alone behind a topic they belong to it ("theresa may", "the long march"). */
const AMBIGUOUS_MONTHS: ReadonlySet<string> = new Set(["march", "april", "may", "june", "august"]);
const NUMBERS = "zero one two three four five six seven eight nine ten eleven twelve".split(" ");
const UNITS: Readonly<Record<string, Unit>> = {
  h: "hour",
  hr: "hour",
  hrs: "hour",
  d: "day",
  w: "week",
  wk: "week",
  wks: "week",
  mo: "month",
  mos: "month",
  mth: "month",
  m: "month",
  y: "year",
  yr: "year",
  yrs: "year",
  fortnight: "fortnight",
};

export type Unit = "hour" | "day" | "weekend" | "week" | "fortnight" | "month" | "quarter" | "year";
const UNIT_NAMES: readonly Unit[] = ["hour", "day", "weekend", "week", "fortnight", "month", "quarter", "year"];

function indexIn(names: readonly string[], word: string): number {
  return names.findIndex((name) => name.startsWith(word));
}

/** January is 0; undefined if the word is not a month. */
export function monthOf(word: string | undefined): number | undefined {
  return MONTH_OF.get((word ?? "").replace(/\.$/, ""));
}

/** Sunday is 0, as `Date` counts. */
export function weekdayOf(word: string | undefined): number | undefined {
  return WEEKDAY_OF.get((word ?? "").replace(/\.$/, ""));
}

/** "days", "week", and, behind a number, "d" and "mo". */
export function unitOf(word: string | undefined, isBehindNumber = false): Unit | undefined {
  const bare = (word ?? "").replace(/s$/, "");
  const named = UNIT_NAMES.find((unit) => unit === bare);
  return named ?? (isBehindNumber ? UNITS[word ?? ""] : undefined);
}

/** "3", "three", "a"; undefined if the word is not a number of one to four digits. */
export function countOf(word: string | undefined): number | undefined {
  if (word === "a" || word === "an") return 1;
  const named = NUMBERS.indexOf(word ?? "");
  if (named >= 0) return named;
  return /^\d{1,4}$/.test(word ?? "") ? Number(word) : undefined;
}

/** A month name that is not also another word: "july", not "may". */
export function isPlainMonth(word: string | undefined): boolean {
  return monthOf(word) !== undefined && (word ?? "").length > 3 && !AMBIGUOUS_MONTHS.has(word ?? "");
}

/** What a mistyped date may mean. */
export const DATE_WORDS: readonly string[] = [
  ...MONTH_NAMES,
  ...WEEKDAY_NAMES,
  "today",
  "yesterday",
  "tomorrow",
  "last",
  "this",
  ...UNIT_NAMES,
  ...UNIT_NAMES.map((unit) => `${unit}s`),
];

/** Whether "june" in "june-august", "2024" in "2024-2026" or "5" in "5-9 june" may be a part of a date. */
export function isDateWord(word: string): boolean {
  return /^\d/.test(word) || monthOf(word) !== undefined || weekdayOf(word) !== undefined;
}
