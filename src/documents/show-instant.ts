import { dateFormat } from "../domain/date-format.ts";
import type { Language } from "../domain/digests/digest.ts";

/** How each language writes its dates. */
export const LOCALES: Record<Language, string> = { en: "en-GB", de: "de-DE", fr: "fr-FR" };

/** "Tuesday 24 November 2026, 08:00 (Asia/Tokyo)"; "Dienstag, 24. November 2026, 08:00 (Asia/Tokyo)". */
export function showInstant(epochMs: number, timeZone: string, language: Language = "en"): string {
  const day = { timeZone, weekday: "long", day: "numeric", month: "long", year: "numeric" } as const;
  const shown = dateFormat(LOCALES[language], day).format(epochMs);
  // Versions of the tables differ in the comma behind an English weekday.
  const date = language === "en" ? shown.replace(",", "") : shown;
  const time = dateFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  return `${date}, ${time.format(epochMs)} (${showZone(timeZone)})`;
}

/** "Monday", "Montag", "lundi": of an ISO date. */
export function showWeekday(iso: string, language: Language): string {
  return dateFormat(LOCALES[language], { weekday: "long", timeZone: "UTC" }).format(Date.parse(iso));
}

/** "Asia/Tokyo"; "UTC+5" for Etc/GMT-5, as POSIX counts to the west. */
export function showZone(timeZone: string): string {
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
