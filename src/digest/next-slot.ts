import { Temporal } from "temporal-polyfill";
import type { PlannedSlot, Schedule } from "../domain/digests/digest.ts";

/** A week, and the days that a zone may skip whole (Samoa left out 30 December 2011). */
const DAYS_LOOKED_AT = 9;

/**
 * When a date's digest is due. A time that the date does not have (the clock goes forward) is that much later, and one that it has
 * twice is the first: Temporal's "compatible" disambiguation (tc39.es/proposal-temporal, as RFC 5545 has it).
 */
export function dueAtMs(schedule: Schedule, date: string): number {
  const time = Temporal.PlainTime.from({ hour: Math.floor(schedule.minuteOfDay / 60), minute: schedule.minuteOfDay % 60 });
  return Temporal.PlainDate.from(date).toPlainDateTime(time).toZonedDateTime(schedule.timeZone).epochMilliseconds;
}

/** The first slot whose date is after `afterKey` and whose time is after `afterMs`. */
export function nextSlot(schedule: Schedule, afterKey: string | null, afterMs: number): PlannedSlot {
  // A day back, because the date's time may be yet to come in a zone where it is still today.
  const here = Temporal.Instant.fromEpochMilliseconds(afterMs).toZonedDateTimeISO(schedule.timeZone).toPlainDate();
  let date = here.subtract({ days: 1 });
  if (afterKey !== null) {
    const following = Temporal.PlainDate.from(afterKey).add({ days: 1 });
    if (Temporal.PlainDate.compare(following, date) > 0) date = following;
  }
  for (let looked = 0; looked <= DAYS_LOOKED_AT; looked++) {
    if (schedule.weekdays.includes(date.dayOfWeek)) {
      const at = dueAtMs(schedule, date.toString());
      if (at > afterMs) return { key: date.toString(), dueAtMs: at };
    }
    date = date.add({ days: 1 });
  }
  throw new Error(`The schedule on ${schedule.weekdays.join(", ")} in ${schedule.timeZone} has no next date.`);
}

/** The last slot after `afterKey` and before `beforeKey`, and how many there are; null where there is none. */
export function slotsBetween(
  schedule: Schedule,
  afterKey: string,
  beforeKey: string,
): { last: PlannedSlot; count: number } | null {
  const before = Temporal.PlainDate.from(beforeKey);
  let date = Temporal.PlainDate.from(afterKey).add({ days: 1 });
  let last: Temporal.PlainDate | null = null;
  let count = 0;
  while (Temporal.PlainDate.compare(date, before) < 0) {
    if (schedule.weekdays.includes(date.dayOfWeek)) {
      last = date;
      count += 1;
    }
    date = date.add({ days: 1 });
  }
  return last === null ? null : { last: { key: last.toString(), dueAtMs: dueAtMs(schedule, last.toString()) }, count };
}

/** Whether a zone is one that this machine knows. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
