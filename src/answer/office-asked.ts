import { countryCodeOf, countryForms } from "../extract/countries.ts";
import { DEFENCE, OFFICE_ASKED, OFFICE_IN_FRONT, OFFICE_OF } from "../extract/en/questions/asking-words.ts";

const LONGEST = 200;

/**
 * What a sentence must hold to tell who holds an office: "who is the defence minister of Japan?" is answered where the office stands beside
 * the country ("Japanese Defence Minister", "the defence minister of Japan"). Null where no office of a country is asked for.
 */
export function officeAsked(question: string): RegExp | null {
  if (question.length > LONGEST) return null;
  const after = OFFICE_OF.exec(question);
  const front = OFFICE_IN_FRONT.exec(question);
  return pattern(after?.[1], after?.[2]) ?? pattern(front?.[2], front?.[1]);
}

function pattern(office: string | undefined, country: string | undefined): RegExp | null {
  const code = country === undefined ? null : countryCodeOf(country.trim());
  if (office === undefined || code === null || !OFFICE_ASKED.test(office)) return null;
  const title = office.trim().split(/\s+/).map(spelling).join("\\s+");
  const forms = countryForms(code).map(escaped).join("|");
  return new RegExp(
    `\\b(?:${forms})(?:['’]s)?\\s+(?:[\\p{L}-]+\\s+){0,2}?${title}\\b|\\b${title}\\s+(?:of|for|from)\\s+(?:the\\s+)?(?:${forms})\\b`,
    "iu",
  );
}

/** "defence" and "defense" are one office. */
function spelling(word: string): string {
  return DEFENCE.test(word) ? "defen[cs]e" : escaped(word);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&");
}
