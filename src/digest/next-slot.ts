import { Temporal } from "temporal-polyfill";
import type { PlannedSlot } from "../domain/digests/digest.ts";
import type { DatedSchedule } from "../domain/digests/holidays.ts";
import { isDigestDay, slotsOn } from "./schedule/digest-days.ts";

/** Some times four weeks or a month, of which holidays may take more than one, and the days that a zone may skip whole (Samoa left out 30 December 2011). */
const DAYS_LOOKED_AT = 400;

/** The first slot whose key is after `afterKey` and whose time is after `afterMs`. */
export function nextSlot(schedule: DatedSchedule, afterKey: string | null, afterMs: number): PlannedSlot {
  // A day back, because the date's time may be yet to come in a zone where it is still today.
  const here = Temporal.Instant.fromEpochMilliseconds(afterMs).toZonedDateTimeISO(schedule.timeZone).toPlainDate();
  let date = here.subtract({ days: 1 });
  if (afterKey !== null && Temporal.PlainDate.compare(dateOf(afterKey), date) > 0) date = dateOf(afterKey);
  for (let looked = 0; looked <= DAYS_LOOKED_AT; looked++) {
    const slots = isDigestDay(schedule, date) ? slotsOn(schedule, date) : [];
    const next = slots.find((slot) => slot.dueAtMs > afterMs && (afterKey === null || slot.key > afterKey));
    if (next !== undefined) return next;
    date = date.add({ days: 1 });
  }
  throw new Error(`The schedule on ${schedule.weekdays.join(", ")} in ${schedule.timeZone} has no next date.`);
}

/** The last slot after `afterKey` and before `beforeKey`, and how many there are; null where there is none. */
export function slotsBetween(
  schedule: DatedSchedule,
  afterKey: string,
  beforeKey: string,
): { last: PlannedSlot; count: number } | null {
  const until = dateOf(beforeKey);
  let last: PlannedSlot | null = null;
  let count = 0;
  for (let date = dateOf(afterKey); Temporal.PlainDate.compare(date, until) <= 0; date = date.add({ days: 1 })) {
    if (!isDigestDay(schedule, date)) continue;
    for (const slot of slotsOn(schedule, date)) {
      if (slot.key <= afterKey || slot.key >= beforeKey) continue;
      last = slot;
      count += 1;
    }
  }
  return last === null ? null : { last, count };
}

function dateOf(key: string): Temporal.PlainDate {
  return Temporal.PlainDate.from(key.slice(0, 10));
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
