import { Temporal } from "temporal-polyfill";
import type { Schedule } from "../../domain/digests/digest.ts";
import type { DatedSchedule } from "../../domain/digests/holidays.ts";
import { nextSlot } from "../next-slot.ts";

/** Every second week begins with the next digest; of a schedule that is typed again, the weeks stay those that they were. */
export function countWeeks<T extends DatedSchedule>(schedule: T, before: Schedule | null, nowMs: number): T {
  const { rule } = schedule;
  const weeks = rule?.everyWeeks ?? null;
  if (rule === undefined || weeks === null) return schedule;
  const known = before?.rule?.everyWeeks ?? null;
  const isSame = known?.count === weeks.count && String(before?.weekdays) === String(schedule.weekdays);
  const first = nextSlot({ ...schedule, rule: { ...rule, everyWeeks: null } }, null, nowMs);
  const date = Temporal.PlainDate.from(first.key.slice(0, 10));
  const from = isSame && known !== null ? known.from : date.subtract({ days: date.dayOfWeek - 1 }).toString();
  return { ...schedule, rule: { ...rule, everyWeeks: { ...weeks, from } } };
}
