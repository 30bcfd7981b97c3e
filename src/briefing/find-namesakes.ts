import type { ArticleBody, Namesake } from "../domain/evidence/records.ts";
import type { Range } from "../domain/evidence/span.ts";
import { english } from "../extract/en/english.ts";
import { findCountries } from "../extract/find-countries.ts";
import { findPeople } from "../extract/find-people.ts";
import type { FoundPerson } from "../extract/people/found-people.ts";
import { readText } from "../extract/read-text.ts";

/** Whom a surname means is sure where nearly all that bears it in the article does, and that is not little. */
const MOST_OF_ALL = 2 / 3;
const MIN_MENTIONS = 4;

/**
 * Surnames that stand alone in a passage and that two people of its article bear, with who is meant: "Biden", where the line before speaks
 * of his wife. Who is in doubt is left out.
 */
export function findNamesakes({ text }: Pick<ArticleBody, "text">, range: Range): Namesake[] {
  const passage = text.slice(range.start, range.end);
  if (![...passage.matchAll(/(?<!\p{Lu}[\p{L}.]* )\p{Lu}\p{L}{2,}/gu)].some(([word]) => mayBeShared(text, word))) return [];
  const model = readText(text, english);
  const people = findPeople(model, findCountries(model));
  const found = new Map<string, Namesake>();
  const named = new Set<FoundPerson>();
  for (const { person, mention } of people.within(range)) {
    const surname = surnameOf(person.name);
    const isAlone = mention.text === surname && !named.has(person);
    named.add(person);
    if (!isAlone || surname === null || found.has(surname)) continue;
    const bearers = people.list.filter(({ name }) => surnameOf(name) === surname);
    if (bearers.length > 1 && isSure(person, bearers)) found.set(surname, { surname, name: person.name });
  }
  return [...found.values()];
}

/** Whether two different words stand before it in the text: two first names, or a title and a name. */
function mayBeShared(text: string, word: string): boolean {
  const before = text.matchAll(new RegExp(`(\\p{Lu}[\\p{L}.-]*) ${word}(?!\\p{L})`, "gu"));
  return new Set([...before].map(([, first]) => first)).size > 1;
}

function surnameOf(name: string): string | null {
  const words = (name.split(",")[0] ?? "").split(" ");
  return words.length < 2 ? null : (words.at(-1) ?? null);
}

function isSure({ mentions }: FoundPerson, bearers: FoundPerson[]): boolean {
  const all = bearers.reduce((sum, each) => sum + each.mentions.length, 0);
  return mentions.length >= MIN_MENTIONS && mentions.length >= all * MOST_OF_ALL;
}
