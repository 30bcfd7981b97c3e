import { languageName } from "../../domain/evidence/language.ts";
import type { JudgedLanguage } from "../../extract/judge-language.ts";

/** The sentence for a text that is stored without extracting evidence; null if it is extracted. */
export function sayUnread({ language, isRead }: JudgedLanguage): string | null {
  if (isRead) return null;
  const which = language === null ? "not in English" : `in ${languageName(language)}`;
  return `It is ${which}. I can find it by its words, but I find quotes, people and meetings only in English.`;
}
