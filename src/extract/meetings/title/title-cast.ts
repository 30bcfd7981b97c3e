import type { TextModel } from "../../read-text.ts";
import type { KnownPeople } from "../parties/cast.ts";
import { mostNamed, type ReferredPerson } from "../parties/meant-people.ts";

/** More words no name has. */
const MAX_NAME_WORDS = 6;

/** The people of an article by every way in which a title may name them, lower case; null where two are named so. */
export type Bearers = ReadonlyMap<string, ReferredPerson | null>;

export function bearersOf({ list }: KnownPeople): Bearers {
  const all = new Map<string, ReferredPerson[]>();
  for (const person of list) for (const name of new Set(waysToName(person))) all.set(name, [...(all.get(name) ?? []), person]);
  return new Map([...all].map(([name, people]) => [name, people.length === 1 ? (people[0] ?? null) : mostNamed(people)]));
}

function waysToName({ name, mentions }: ReferredPerson): string[] {
  const full = name.toLowerCase();
  // "Xi Jinping" is "Xi", "Joe Biden" is "Biden".
  const parts = full.split(" ").filter((part) => part.length > 1);
  return [full, parts[0] ?? full, parts.at(-1) ?? full, ...mentions.map(({ text }) => text.toLowerCase())];
}

/** The person whose name begins at a word, by its longest form, and where that ends; null for nobody's. */
export function bearerAt(
  bearers: Bearers,
  words: readonly string[],
  at: number,
): { person: ReferredPerson; last: number } | null {
  if (!/^\p{Lu}/u.test(words[at] ?? "")) return null;
  for (let last = Math.min(words.length, at + MAX_NAME_WORDS); last > at; last--) {
    const person = bearers.get(words.slice(at, last).join(" ").toLowerCase());
    if (person != null) return { person, last };
  }
  return null;
}

/** The article's people as a title names them, with the places where it does. */
export function peopleOfTitle(title: TextModel, bearers: Bearers): KnownPeople {
  const words = title.tokens.map((token) => token.text.replace(/[’']s?$/u, ""));
  const named = new Map<ReferredPerson, ReferredPerson>();
  for (let at = 0; at < words.length; at++) {
    const found = bearerAt(bearers, words, at);
    const [first, last] = [title.tokens[at], title.tokens[(found?.last ?? 0) - 1]];
    if (found === null || first === undefined || last === undefined) continue;
    const end = last.start + (words[found.last - 1]?.length ?? 0);
    const mention = { start: first.start, end, text: title.text.slice(first.start, end), title: null };
    const known = named.get(found.person) ?? { ...found.person, mentions: [], roles: rolesOf(found.person) };
    named.set(found.person, { ...known, mentions: [...known.mentions, mention] });
    at = found.last - 1;
  }
  return { list: [...named.values()] };
}

/** What the article calls somebody before the name is an office in its title as well. */
function rolesOf({ roles, mentions }: ReferredPerson): ReferredPerson["roles"] {
  const title = mentions.find((mention) => mention.title !== null)?.title ?? null;
  return title === null ? roles : [...roles, { title, affiliation: null, country: null }];
}
