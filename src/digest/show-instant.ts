/** "Tuesday 24 November 2026, 08:00 (Asia/Tokyo)". */
export function showInstant(epochMs: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).formatToParts(epochMs);
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.find((part) => part.type === type)?.value ?? "";
  return `${of("weekday")} ${of("day")} ${of("month")} ${of("year")}, ${of("hour")}:${of("minute")} (${timeZone})`;
}

/** "2 days", "3 h 5 min", "12 min". */
export function showSpan(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  const hours = Math.floor(minutes / 60);
  if (hours >= 48) return `${Math.floor(hours / 24)} days`;
  return hours === 0 ? `${minutes} min` : `${hours} h ${minutes % 60} min`;
}

const DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" ");

/** "at 08:00 on weekdays, Asia/Tokyo". */
export function showSchedule(schedule: { minuteOfDay: number; weekdays: number[]; timeZone: string }): string {
  const { minuteOfDay, weekdays, timeZone } = schedule;
  const clock = `${String(Math.floor(minuteOfDay / 60)).padStart(2, "0")}:${String(minuteOfDay % 60).padStart(2, "0")}`;
  return `at ${clock} ${showDays(weekdays)}, ${timeZone}`;
}

function showDays(weekdays: number[]): string {
  const key = weekdays.join("");
  if (key === "1234567") return "every day";
  if (key === "12345") return "on weekdays";
  return `on ${weekdays.map((day) => DAYS[day - 1] ?? "").join(", ")}`;
}
