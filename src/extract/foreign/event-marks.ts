/** The languages whose days and numbers are read, English among them: what a report in one shares with a report in another. */
const LANGUAGES = ["en", "de", "fr", "es", "hi"] as const;
const DAY_MS = 86_400_000;
/** A day further from the article's own is that of something else. */
const NEAR_DAYS = 12;
const LOOKED_THROUGH = 8000;

const MONTHS = readMonths();
const DAY_FIRST = /(?<![\p{L}\p{N}.,])(\d{1,2})(?:\.|st|nd|rd|th|er|º)? (?:de )?([\p{L}\p{M}]{3,12})/gu;
const MONTH_FIRST = /(?<![\p{L}\p{M}])([\p{L}\p{M}]{3,12})\.? (\d{1,2})(?![\p{L}\p{N}]|[.,:]\d)/gu;
const CHARACTER_DAY = /(?:(\d{1,2})月)?(\d{1,2})日(?!間|元|圆|圓)/gu;

/** Each month's number by its long and short names, in small letters; `Intl` has them from Unicode's CLDR. */
function readMonths(): ReadonlyMap<string, number> {
  const months = new Map<string, number>();
  for (const language of LANGUAGES)
    for (const width of ["long", "short"] as const) {
      const format = new Intl.DateTimeFormat(language, { month: width, day: "numeric", timeZone: "UTC" });
      for (let month = 1; month <= 12; month++) {
        const name = format.formatToParts(Date.UTC(2023, month - 1, 5)).find(({ type }) => type === "month")?.value ?? "";
        if (!/\d/.test(name)) months.set(fold(name), month);
      }
    }
  return months;
}

function fold(name: string): string {
  return name.toLowerCase().normalize("NFC").replace(/\.$/, "");
}

/**
 * The days (ISO) within about two weeks of an article's own that its text names with their number: "20 March", "20. März", "3月20日", "20日".
 * In the year, and for the last in the month, that puts them nearest.
 */
export function daysNear(text: string, filedOn: string): Set<string> {
  const some = digitsOf(text.slice(0, LOOKED_THROUGH));
  const days = new Set<string>();
  const add = (month: number | null, day: number) => {
    const near = nearestDay(month, day, filedOn);
    if (near !== null) days.add(near);
  };
  for (const [, day = "", name = ""] of some.matchAll(DAY_FIRST)) {
    const month = MONTHS.get(fold(name));
    if (month !== undefined) add(month, Number(day));
  }
  for (const [, name = "", day = ""] of some.matchAll(MONTH_FIRST)) {
    const month = MONTHS.get(fold(name));
    if (month !== undefined) add(month, Number(day));
  }
  for (const [, month, day = ""] of some.matchAll(CHARACTER_DAY)) add(month === undefined ? null : Number(month), Number(day));
  return days;
}

function nearestDay(month: number | null, day: number, filedOn: string): string | null {
  const filed = Date.parse(filedOn);
  for (let away = 0; away <= NEAR_DAYS; away++)
    for (const side of [-1, 1]) {
      const date = new Date(filed + side * away * DAY_MS);
      if (date.getUTCDate() === day && (month === null || date.getUTCMonth() + 1 === month))
        return date.toISOString().slice(0, 10);
    }
  return null;
}

/** What multiplies a number: the words of the languages, and of English. */
const SCALES: readonly [RegExp, number][] = [
  [/^(?:trillion|billionen?\b|兆|万亿|萬億)/iu, 1e12],
  [/^(?:billion\b|milliarden?|milliards?|mil millones|अरब)/iu, 1e9],
  [/^(?:億|亿)/u, 1e8],
  [/^(?:करोड़|करोड़)/u, 1e7],
  [/^(?:millions?|millionen|millones|millón|百万)/iu, 1e6],
  [/^(?:लाख)/u, 1e5],
  [/^(?:万|萬)/u, 1e4],
  [/^(?:thousand|tausend|mille?|हज़ार|हजार|千)/iu, 1e3],
];
/** "4万7000" is one number. */
const MIXED = /(?<!\d)\d{1,8}[万萬]\d{1,4}(?!\d)/gu;
const NUMBER = /(?<![\p{sc=Latin}\p{N}.,])\d+(?:[.,]\d+)*/gu;
const GROUPED = /^\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*$/;

/**
 * The numbers of a text that tell one event from another: of three digits and more, or with a fraction. "5 trillion" and "5兆" are one number;
 * years and the days of dates are none.
 */
export function tellingNumbers(text: string): Set<number> {
  const some = digitsOf(text.slice(0, LOOKED_THROUGH)).replace(MIXED, joinMixed);
  const numbers = new Set<number>();
  for (const match of some.matchAll(NUMBER)) {
    const written = match[0];
    const plain = GROUPED.test(written) ? written.replace(/[.,]/g, "") : written.replace(",", ".");
    const behind = some.slice(match.index + written.length).trimStart();
    const scale = SCALES.find(([word]) => word.test(behind))?.[1] ?? 1;
    const value = Number(plain) * scale;
    const isYear = scale === 1 && Number.isInteger(value) && value >= 1900 && value <= 2100;
    const isTelling = value >= 100 || !Number.isInteger(value);
    if (Number.isFinite(value) && isTelling && !isYear) numbers.add(value);
  }
  return numbers;
}

function joinMixed(mixed: string): string {
  const [high, low] = mixed.split(/[万萬]/u);
  return String(Number(high) * 10_000 + Number(low));
}

/** Full-width and Devanagari digits as the usual ones; lengths stay. */
function digitsOf(text: string): string {
  return text.replace(/[０-９०-९]/g, (digit) => String((digit.codePointAt(0) ?? 0) % (digit >= "０" ? 0xff10 : 0x0966)));
}
