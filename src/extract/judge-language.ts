import { languageOfScript } from "./foreign/foreign-countries.ts";
import type { Language } from "./language.ts";

/** Fewer words than these tell nothing. */
const MIN_WORDS = 50;
/** So much of a text tells its language. */
const LOOKED_THROUGH = 4000;
const MIN_LATIN = 0.5;

export interface JudgedLanguage {
  /** Primary tag of BCP 47; null where nobody says, or what is said is not so, and the script does not tell. */
  language: string | null;
  /** Whether quotes, people and meetings are looked for in it. */
  isRead: boolean;
}

/** The language of a text, where the engine reads `read`: as its publisher declares it, unless its words say otherwise: many declare what their program was set up with. */
export function judgeLanguage(text: string, declared: string | null, read: Language): JudgedLanguage {
  const isRead = readsAs(text, read);
  if (isRead === null) return { language: declared, isRead: declared === null || declared === read.tag };
  if (isRead) return { language: declared === null ? null : read.tag, isRead: true };
  const language = declared === read.tag ? null : declared;
  return { language: language ?? languageOfScript(text), isRead: false };
}

/** By its words; null where it is too short to tell. */
function readsAs(text: string, { judged }: Language): boolean | null {
  const some = text.slice(0, LOOKED_THROUGH);
  const letters = some.match(/\p{L}/gu)?.length ?? 0;
  if (letters >= MIN_WORDS && (some.match(/\p{Script=Latin}/gu)?.length ?? 0) < letters * MIN_LATIN) return false;
  const words = some.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  if (words.length < MIN_WORDS) return null;
  const found = words.filter((word) => judged.common.has(word));
  return found.length >= words.length * judged.minShare && new Set(found).size >= judged.minDifferent;
}
