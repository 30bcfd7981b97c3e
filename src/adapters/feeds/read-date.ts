import { zoneMinutes } from "./date-zones.ts";
import { monthOf } from "./month-names.ts";

const MONTH = String.raw`(\p{L}{3,12})\.?`;
const TIME = String.raw`(?:[\s,T|·•–-]{1,4}(?:(?:at|um|à|kl\.?|às|ore|alle|las|a las|@)\s)?(\d{1,2})(?::|h|\.)(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s?([ap]\.?m\.?)?)?`;
const ZONE = String.raw`(?:\s?(?:uhr|hrs?|h)\b)?\s{0,2}\(?((?:utc|gmt)?\s?[+\u2212-]\s?\d{1,2}(?::?\d{2})?|[a-z]{3,10}\/[a-z_]{3,20}(?:\/[a-z_]{3,20})?|[a-z]{1,5}\b)?`;
const REST = TIME + ZONE;

interface Form {
  pattern: RegExp;
  /** Where year, month and day stand among its groups; hours, minutes, seconds, a.m. or p.m. and zone come behind them. */
  order: [year: number, month: number, day: number];
}

function form(date: string, order: Form["order"]): Form {
  return { pattern: new RegExp(`^${date}${REST}`, "iu"), order };
}

const FORMS: Form[] = [
  // 2026-11-24, 2026-11-24T10:00:00+01:00, 2026/11/24 10:00
  form(String.raw`(\d{4})(?:[-/]|\.\s?)(\d{1,2})(?:[-/]|\.\s?)(\d{1,2})(?!\d)`, [1, 2, 3]),
  // 2026年11月24日, 2026년 11월 24일
  form(String.raw`(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]`, [1, 2, 3]),
  // 2026. november 24.
  form(String.raw`(\d{4})\.\s${MONTH}\s(\d{1,2})(?!\d)`, [1, 2, 3]),
  // 24 tháng 11, 2026; ngày 24 tháng 11 năm 2026
  form(String.raw`(\d{1,2})\s(?:tháng|thg)\s(\d{1,2}),?\s(?:năm\s)?(\d{4})(?!\d)`, [3, 2, 1]),
  // 24.11.2026
  form(String.raw`(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)`, [3, 2, 1]),
  // 24.11.26
  form(String.raw`(\d{2})\.(\d{2})\.(\d{2})(?![\d.:])`, [3, 2, 1]),
  // 24 Nov 2026, 24-Nov-26, 24. November 2026, 24 de noviembre de 2026
  form(
    String.raw`(\d{1,2})(?:st|nd|rd|th|er|º|°|\.)?[\s-]{1,3}(?:(?:de|of)\s)?${MONTH},?[\s-]{1,3}(?:del?\s)?(\d{4}(?!\d)|\d{2}(?!\d|:))`,
    [3, 2, 1],
  ),
  // November 24, 2026
  form(String.raw`${MONTH}\s{1,3}(\d{1,2})(?:st|nd|rd|th)?,?\s{1,3}(\d{4})(?!\d)`, [3, 1, 2]),
];
/** Tue Nov 24 10:00:00 JST 2026 */
const UNIX = /^(\p{L}{3}) (\d{1,2}) (\d{1,2}):(\d{2}):(\d{2}) ([a-z]{1,5}) (\d{4})$/iu;
/** 24/11/2026 or 11/24/2026 */
const SLASHED = new RegExp(String.raw`^(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?!\d)${REST}`, "iu");
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(z)?)?$/i;
/** Tue, 24 Nov 2026 10:00:00 GMT: what RSS asks for, and nearly all of its feeds write. The other forms read it the same, one after another. */
const USUAL = /^(?:[a-z]{3}, )?(\d{1,2}) ([a-z]{3}) (\d{4}) (\d{2}):(\d{2}):(\d{2}) (GMT|UTC|Z|[+-]\d{4})$/i;
/** Reigns of Japan's calendar, by the year before their first. */
const REIGNS: Record<string, number> = { 令和: 2018, 平成: 1988 };
/** Clocks that were never set begin at 1970, and databases in year 1. */
const EARLIEST_YEAR = 1971;
const LONGEST = 80;

export interface DateHints {
  /** ISO code of the country that wrote it: three of them call their zone IST. */
  country?: string | null;
  /** Which of 11/12/2026 is the day; null where nobody knows. */
  first?: "day" | "month" | null;
}

/**
 * A date as feeds and pages write it, as ISO 8601: a day alone stays a day, a time keeps its offset, so that its day is the publisher's, one
 * without a zone is taken for UTC, and one in a zone that nobody knows stays a day. Null where it is none. 11/12/2026 is none where nobody says which is the day.
 */
export function readDate(text: string | null | undefined, hints: DateHints = {}): string | null {
  return readUsual(text ?? "", hints) ?? readAny(text ?? "", hints);
}

function readUsual(text: string, hints: DateHints): string | null {
  const usual = USUAL.exec(text);
  if (usual === null) return null;
  const [, day, month, year, hours, minutes, seconds, zone] = usual;
  const rest = [hours, minutes, seconds, undefined, zone];
  return toIso({ year: Number(year), month: monthOf(month), day: Number(day), rest }, hints);
}

function readAny(text: string, hints: DateHints): string | null {
  const given = text.normalize("NFKC").trim().slice(0, LONGEST);
  if (given === "") return null;
  if (/^\d{10}(?:\d{3})?$/.test(given)) return fromEpoch(Number(given) * (given.length === 10 ? 1000 : 1));
  const western = given.replace(/^(令和|平成)(\d{1,2}|元)年/, (_, reign: string, year: string) => {
    return `${(REIGNS[reign] ?? 0) + (year === "元" ? 1 : Number(year))}年`;
  });
  // "Tue, ", "mar., ", "Tuesday ": the day of the week, whatever language it is in.
  const bare = western.replace(/^\p{L}{2,12}\.?,?\s{1,3}(?=\d|\p{L}{3,12}\.?\s{1,3}\d)/u, "");
  for (const each of [western, bare]) {
    const read = readForms(each, hints);
    if (read !== null) return read;
  }
  return null;
}

function readForms(text: string, hints: DateHints): string | null {
  for (const { pattern, order } of FORMS) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const [year, month, day] = order.map((at) => match[at] ?? "") as [string, string, string];
    const read = toIso({ year: fullYear(year), month: numberOf(month), day: Number(day), rest: match.slice(4) }, hints);
    if (read !== null) return read;
  }
  const unix = UNIX.exec(text);
  if (unix !== null) {
    const [, month, day, hours, minutes, seconds, zone, year] = unix;
    const rest = [hours, minutes, seconds, undefined, zone];
    return toIso({ year: Number(year), month: monthOf(month), day: Number(day), rest }, hints);
  }
  const compact = COMPACT.exec(text);
  if (compact !== null) {
    const [, year, month, day, hours, minutes, seconds, zone] = compact;
    return toIso(
      { year: Number(year), month: Number(month), day: Number(day), rest: [hours, minutes, seconds, undefined, zone] },
      hints,
    );
  }
  const slashed = SLASHED.exec(text);
  return slashed === null ? null : readSlashed(slashed, hints);
}

function readSlashed(match: RegExpExecArray, hints: DateHints): string | null {
  const [one, two] = [Number(match[1]), Number(match[2])];
  const first = one > 12 ? "day" : two > 12 || one === two ? "month" : (hints.first ?? null);
  if (first === null) return null;
  const [day, month] = first === "day" ? [one, two] : [two, one];
  return toIso({ year: Number(match[3]), month, day, rest: match.slice(4) }, hints);
}

function fromEpoch(ms: number): string | null {
  const date = new Date(ms);
  return date.getUTCFullYear() < EARLIEST_YEAR ? null : date.toISOString();
}

function fullYear(text: string): number {
  return text.length === 2 ? Number(text) + (Number(text) < 70 ? 2000 : 1900) : Number(text);
}

function numberOf(month: string): number {
  return /^\d/.test(month) ? Number(month) : monthOf(month);
}

interface DateParts {
  year: number;
  month: number;
  day: number;
  /** Hours, minutes, seconds, a.m. or p.m., zone. */
  rest: (string | undefined)[];
}

function toIso({ year, month, day, rest }: DateParts, { country = null }: DateHints): string | null {
  const midnight = new Date(Date.UTC(year, month - 1, day));
  if (year < EARLIEST_YEAR || month < 1 || midnight.getUTCMonth() !== month - 1 || midnight.getUTCDate() !== day) return null;
  const [hours, minutes, seconds, half, zone] = rest;
  const dayOnly = midnight.toISOString().slice(0, 10);
  if (hours === undefined) return dayOnly;
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (/^p/i.test(half) ? 12 : 0);
  if (hour > 24 || Number(minutes) > 59 || Number(seconds ?? 0) > 60) return null;
  const shift =
    zone === undefined ? 0 : zoneMinutes(zone, { year, month, day, hour: hour % 24, minute: Number(minutes) }, country);
  if (shift === null) return dayOnly;
  const at = midnight.getTime() + ((hour * 60 + Number(minutes)) * 60 + Number(seconds ?? 0)) * 1000;
  return new Date(at).toISOString().replace(".000Z", offsetOf(shift));
}

function offsetOf(minutes: number): string {
  if (minutes === 0) return "Z";
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${minutes < 0 ? "-" : "+"}${String(hours).padStart(2, "0")}:${String(rest).padStart(2, "0")}`;
}
