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
  const format = new Intl.DateTimeFormat(LOCALES[language], { dateStyle: "long", timeZone: "UTC" });
  return format.format(Date.parse(`${iso.slice(0, 10)}T00:00:00Z`));
}

const WRITTEN_IN: Record<Language, string> = { en: "in", de: "auf", fr: "en" };

/** "in German", "auf Deutsch", "en allemand": the language of an article. */
export function showTongue(code: string, language: Language): string {
  const name = new Intl.DisplayNames([LOCALES[language]], { type: "language" }).of(code) ?? code;
  return `${WRITTEN_IN[language]} ${name}`;
}
