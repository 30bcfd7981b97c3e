import { countryCodeOf, countryForms } from "../../extract/countries.ts";
import { DEFENCE, OFFICE_ASKED, OFFICE_IN_FRONT, OFFICE_OF } from "../../extract/en/questions/asking-words.ts";

const LONGEST = 200;

/**
 * What a sentence must hold to tell who holds an office: "who is the defence minister of Japan?" is answered where the office stands beside
 * the country ("Japanese Defence Minister", "the defence minister of Japan"). Null where no office of a country is asked for.
 */
export function officeAsked(question: string): RegExp | null {
  const [office] = officesIn(question);
  return office === undefined ? null : pattern(office.title, office.country);
}

/** An office of a country, and whether a title is the one. */
export interface AskedOffice {
  title: string;
  /** ISO alpha-2. */
  country: string;
  isTitle(title: string): boolean;
}

/** The office of a country that a question asks the holder of; null where it asks for none. */
export function readOffice(question: string): AskedOffice | null {
  const [office] = officesIn(question);
  if (office === undefined) return null;
  const whole = new RegExp(`^(?:${titlePattern(office.title)})$`, "i");
  return { ...office, isTitle: (title) => whole.test(title.trim()) };
}

function officesIn(question: string): { title: string; country: string }[] {
  if (question.length > LONGEST) return [];
  const after = OFFICE_OF.exec(question);
  const front = OFFICE_IN_FRONT.exec(question);
  const pairs = [
    [after?.[1], after?.[2]],
    [front?.[2], front?.[1]],
  ];
  return pairs.flatMap(([title, country]) => {
    const code = country === undefined ? null : countryCodeOf(country.trim());
    return title === undefined || code === null || !OFFICE_ASKED.test(title) ? [] : [{ title: title.trim(), country: code }];
  });
}

function titlePattern(title: string): string {
  return title.split(/\s+/).map(spelling).join("\\s+");
}

function pattern(office: string, code: string): RegExp {
  const title = titlePattern(office);
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
