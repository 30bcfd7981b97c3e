import { Temporal } from "temporal-polyfill";
import type { MonthDay, PlannedSlot, Schedule } from "../../domain/digests/digest.ts";
import type { DatedSchedule } from "../../domain/digests/holidays.ts";
import { mustHave } from "../../domain/errors.ts";

const WORKING_DAYS = [1, 2, 3, 4, 5];

/** Whether a schedule has digests on a local date. */
export function isDigestDay(schedule: DatedSchedule, date: Temporal.PlainDate): boolean {
  const { weekdays, rule } = schedule;
  const isOff = (each: Temporal.PlainDate) => isHoliday(schedule, each);
  if (isOff(date)) return false;
  if (rule !== undefined && rule.monthDays.length > 0) return rule.monthDays.some((day) => isMonthDay(day, date, isOff));
  if (!weekdays.includes(date.dayOfWeek)) return false;
  const weeks = rule?.everyWeeks ?? null;
  if (weeks === null) return true;
  const days = Temporal.PlainDate.from(weeks.from).until(date, { largestUnit: "day" }).days;
  return Math.floor(days / 7) % weeks.count === 0;
}

function isHoliday({ rule, holidays }: DatedSchedule, date: Temporal.PlainDate): boolean {
  const place = rule?.skipsHolidaysOf;
  if (place === undefined) return false;
  return mustHave(holidays, "calendar of holidays").isHoliday(place, date.toString());
}

/** Of "the last working day", a holiday is none; "the first Monday" stays the first, and is left out where it is a holiday. */
function isMonthDay(
  { nth, weekdays }: MonthDay,
  date: Temporal.PlainDate,
  isOff: (date: Temporal.PlainDate) => boolean,
): boolean {
  if (!weekdays.includes(date.dayOfWeek)) return false;
  const isOfWork = String(weekdays) === String(WORKING_DAYS);
  const days: number[] = [];
  for (let day = 1; day <= date.daysInMonth; day++) {
    const each = date.with({ day });
    if (weekdays.includes(each.dayOfWeek) && !(isOfWork && isOff(each))) days.push(day);
  }
  return date.day === (nth < 0 ? days.at(-1) : (days[nth - 1] ?? days.at(-1)));
}

/**
 * The slots of a date that has digests, in order. Where the clock goes forward over several times of a day, those that would come at once, or
 * before one that is earlier on the wall, are one.
 */
export function slotsOn(schedule: Schedule, date: Temporal.PlainDate): PlannedSlot[] {
  const slots: PlannedSlot[] = [];
  for (const key of keysOn(schedule, date)) {
    const at = dueAtMs(schedule, key);
    if (at > (slots.at(-1)?.dueAtMs ?? Number.NEGATIVE_INFINITY)) slots.push({ key, dueAtMs: at });
  }
  return slots;
}

/** "2026-03-02" for the first time of a day, "2026-03-02T18:00" for a later one. */
function keysOn({ rule }: Schedule, date: Temporal.PlainDate): string[] {
  const later = (rule?.laterMinutes ?? []).map(
    (minutes) => `${date.toString()}T${timeOf(minutes).toString({ smallestUnit: "minute" })}`,
  );
  return [date.toString(), ...later];
}

function timeOf(minuteOfDay: number): Temporal.PlainTime {
  return Temporal.PlainTime.from({ hour: Math.floor(minuteOfDay / 60), minute: minuteOfDay % 60 });
}

/**
 * When a key's digest is due. A time that its date does not have (the clock goes forward) is that much later, and one that it has
 * twice is the first: Temporal's "compatible" disambiguation (tc39.es/proposal-temporal, as RFC 5545 has it).
 */
export function dueAtMs({ minuteOfDay, timeZone }: Schedule, key: string): number {
  const [date = key, later] = key.split("T");
  const time = later === undefined ? timeOf(minuteOfDay) : Temporal.PlainTime.from(later);
  return Temporal.PlainDate.from(date).toPlainDateTime(time).toZonedDateTime(timeZone).epochMilliseconds;
}
