import type { Language } from "../domain/digests/digest.ts";

/** How each language writes its dates. */
export const LOCALES: Record<Language, string> = { en: "en-GB", de: "de-DE", fr: "fr-FR" };

/** "Tuesday 24 November 2026, 08:00 (Asia/Tokyo)"; "Dienstag, 24. November 2026, 08:00 (Asia/Tokyo)". */
export function showInstant(epochMs: number, timeZone: string, language: Language = "en"): string {
  const day = { timeZone, weekday: "long", day: "numeric", month: "long", year: "numeric" } as const;
  const shown = new Intl.DateTimeFormat(LOCALES[language], day).format(epochMs);
  // Versions of the tables differ in the comma behind an English weekday.
  const date = language === "en" ? shown.replace(",", "") : shown;
  const time = new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  return `${date}, ${time.format(epochMs)} (${showZone(timeZone)})`;
}

/** "Asia/Tokyo"; "UTC+5" for Etc/GMT-5, as POSIX counts to the west. */
function showZone(timeZone: string): string {
  const [, sign, hours] = /^Etc\/GMT([+-])(\d{1,2})$/.exec(timeZone) ?? [];
  return sign === undefined ? timeZone : `UTC${sign === "-" ? "+" : "-"}${hours}`;
}

const DAYS_UNIT: Record<Language, string> = { en: "days", de: "Tage", fr: "jours" };

/** "2 days", "3 h 5 min", "12 min". */
export function showSpan(ms: number, language: Language = "en"): string {
  const minutes = Math.round(ms / 60_000);
  const hours = Math.floor(minutes / 60);
  if (hours >= 48) return `${Math.floor(hours / 24)} ${DAYS_UNIT[language]}`;
  return hours === 0 ? `${minutes} min` : `${hours} h ${minutes % 60} min`;
}
const DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" ");

/** "at 08:00 on weekdays, Asia/Tokyo". */
export function showSchedule(schedule: { minuteOfDay: number; weekdays: number[]; timeZone: string }): string {
  const { minuteOfDay, weekdays, timeZone } = schedule;
  const clock = `${String(Math.floor(minuteOfDay / 60)).padStart(2, "0")}:${String(minuteOfDay % 60).padStart(2, "0")}`;
  return `at ${clock} ${showDays(weekdays)}, ${showZone(timeZone)}`;
}

function showDays(weekdays: number[]): string {
  const key = weekdays.join("");
  if (key === "1234567") return "every day";
  if (key === "12345") return "on weekdays";
  return `on ${weekdays.map((day) => DAYS[day - 1] ?? "").join(", ")}`;
}
