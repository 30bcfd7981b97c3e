import { languageName } from "../../domain/evidence/language.ts";
import type { JudgedLanguage } from "../../extract/judge-language.ts";

/** What people are told of a text that is kept without being read for evidence; null where it is read. */
export function sayUnread({ language, isRead }: JudgedLanguage): string | null {
  if (isRead) return null;
  const which = language === null ? "not in English" : `in ${languageName(language)}`;
  return `It is ${which}: it is found by its words, but quotes, people and meetings are read in English alone.`;
}
