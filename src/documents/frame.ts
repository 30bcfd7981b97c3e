import { showShortDate } from "../domain/chat/show-date.ts";
import { dateFormat } from "../domain/date-format.ts";
import type { Language } from "../domain/digests/digest.ts";
import { ENGLISH } from "./frames/english.ts";
import type { Frame } from "./frames/frame-words.ts";
import { FRENCH } from "./frames/french.ts";
import { GERMAN } from "./frames/german.ts";
import { LOCALES } from "./show-instant.ts";

const FRAMES: Record<Language, Frame> = { en: ENGLISH, de: GERMAN, fr: FRENCH };

export function frameOf(language: Language): Frame {
  return FRAMES[language];
}

/** "8 September 2022", "8. September 2022", "8 septembre 2022". */
export function showDay(iso: string, language: Language): string {
  const format = dateFormat(LOCALES[language], { dateStyle: "long", timeZone: "UTC" });
  return format.format(Date.parse(`${iso.slice(0, 10)}T00:00:00Z`));
}

export interface ShortDay {
  /** ISO date: days of its year are shown without the year. */
  today: string | null;
  language: Language;
}

/** "8 Sep", "8. Sept.", "8 sept.", and the year where it is not this one's. Null stays null. */
export function showShortDay(iso: string | null, { today, language }: ShortDay): string | null {
  if (iso === null || language === "en") return showShortDate(iso, today);
  const isThisYear = today?.slice(0, 4) === iso.slice(0, 4);
  const format: Intl.DateTimeFormatOptions = { day: "numeric", month: "short", timeZone: "UTC" };
  if (!isThisYear) format.year = "numeric";
  return dateFormat(LOCALES[language], format).format(Date.parse(`${iso.slice(0, 10)}T00:00:00Z`));
}

const WRITTEN_IN: Record<Language, string> = { en: "in", de: "auf", fr: "en" };

/** "in German", "auf Deutsch", "en allemand": the language of an article. */
export function showTongue(code: string, language: Language): string {
  const name = new Intl.DisplayNames([LOCALES[language]], { type: "language" }).of(code) ?? code;
  return `${WRITTEN_IN[language]} ${name}`;
}
