import type { Schedule } from "../../../src/domain/digests/digest.ts";

const DAY = 86_400_000;

/** Forty zones: half hours and quarters, both hemispheres, either side of the date line, with and without summer time. */
export const ZONES = [
  "Africa/Cairo Africa/Casablanca Africa/Johannesburg Africa/Lagos America/Anchorage America/Argentina/Buenos_Aires",
  "America/Bogota America/Caracas America/Chicago America/Havana America/Los_Angeles America/Mexico_City America/New_York",
  "America/Nuuk America/Santiago America/Sao_Paulo America/St_Johns Antarctica/Troll Asia/Beirut Asia/Dhaka Asia/Gaza",
  "Asia/Jerusalem Asia/Kathmandu Asia/Kolkata Asia/Shanghai Asia/Tehran Asia/Tokyo Atlantic/Azores Australia/Adelaide",
  "Australia/Lord_Howe Australia/Sydney Europe/Berlin Europe/Chisinau Europe/Lisbon Europe/London Pacific/Apia",
  "Pacific/Auckland Pacific/Chatham Pacific/Honolulu Pacific/Kiritimati",
].flatMap((line) => line.split(" "));

export interface DueDate {
  key: string;
  atMs: number;
}

/**
 * The due times of a schedule, worked out by the time zone tables of Intl alone, and so apart from the program's own way: a time that a date
 * lacks is later by the length of the gap, one that it has twice is the first, and one that a gap brings to another or behind it is that other.
 */
export function dueDates(schedule: Schedule, fromMs: number, toMs: number): DueDate[] {
  const found: DueDate[] = [];
  for (let day = Math.floor(fromMs / DAY) - 2; day * DAY <= toMs + 2 * DAY; day++) {
    if (!isOn(schedule, day)) continue;
    const date = new Date(day * DAY).toISOString().slice(0, 10);
    let lastMs = Number.NEGATIVE_INFINITY;
    for (const [at, minutes] of [schedule.minuteOfDay, ...(schedule.rule?.laterMinutes ?? [])].entries()) {
      const wall = day * DAY + minutes * 60_000;
      const atMs = instantOf(schedule.timeZone, wall);
      if (atMs <= lastMs) continue;
      lastMs = atMs;
      const key = at === 0 ? date : `${date}T${new Date(wall).toISOString().slice(11, 16)}`;
      if (atMs > fromMs && atMs <= toMs) found.push({ key, atMs });
    }
  }
  return found;
}

/** Whether a schedule has a digest on a day, counted in days since 1970. */
function isOn({ weekdays, rule }: Schedule, day: number): boolean {
  const weekday = weekdayOf(day);
  if (rule !== undefined && rule.monthDays.length > 0)
    return rule.monthDays.some((of) => {
      if (!of.weekdays.includes(weekday)) return false;
      const before = sameKind(day, of.weekdays, -1);
      const isLast = sameKind(day, of.weekdays, 1) === 0;
      return of.nth > 0 ? before === of.nth - 1 || (isLast && before < of.nth) : isLast;
    });
  if (!weekdays.includes(weekday)) return false;
  if (rule?.everyWeeks == null) return true;
  const monday = Date.parse(rule.everyWeeks.from) / DAY;
  return Math.floor((day - monday) / 7) % rule.everyWeeks.count === 0;
}

function weekdayOf(day: number): number {
  return ((day + 3) % 7) + 1;
}

/** How many days of the month before or behind a day are one of the weekdays. */
function sameKind(day: number, weekdays: number[], step: number): number {
  const month = new Date(day * DAY).getUTCMonth();
  let count = 0;
  for (let other = day + step; new Date(other * DAY).getUTCMonth() === month; other += step)
    if (weekdays.includes(weekdayOf(other))) count += 1;
  return count;
}

function instantOf(zone: string, wall: number): number {
  const before = offsetAt(zone, wall - DAY);
  const after = offsetAt(zone, wall + DAY);
  if (before === after) return wall - before;
  const fitting = [wall - before, wall - after].filter((instant) => instant + offsetAt(zone, instant) === wall);
  return fitting.length === 0 ? wall - before : Math.min(...fitting);
}

const formats = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, number>();

function offsetAt(zone: string, instant: number): number {
  const minute = Math.floor(instant / 60_000) * 60_000;
  const key = `${zone} ${minute}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const format = formats.get(zone) ?? formatOf(zone);
  formats.set(zone, format);
  const parts = Object.fromEntries(format.formatToParts(minute).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute: minutes = 0 } = parts;
  const offset = Date.UTC(year, month - 1, day, hour, minutes) - minute;
  offsets.set(key, offset);
  return offset;
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat("en-u-ca-gregory", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
  });
}
