import type { Schedule } from "./digest.ts";

/** Public holidays by country. */
export interface HolidayCalendar {
  /** Whether a country ("DE"), or a part of one ("DE-BY"), is known; "missing" where nothing can be looked up, because the package is not installed. */
  knows(country: string): "yes" | "no" | "missing";
  /** Whether a date (ISO) is a public holiday there. False where `knows` does not say "yes". */
  isHoliday(country: string, date: string): boolean;
}

/** A schedule, and where it leaves out holidays, the means to tell which days they are. */
export interface DatedSchedule extends Schedule {
  holidays?: HolidayCalendar;
}

/** Where nothing can be looked up. */
export const NO_HOLIDAYS: HolidayCalendar = { knows: () => "missing", isHoliday: () => false };
