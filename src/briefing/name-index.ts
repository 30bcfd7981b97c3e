import type { PersonRecord } from "../domain/evidence/records.ts";
import type { Range } from "../domain/evidence/span.ts";

/** The names of many people by their first words: a text is looked through once for all of them. */
export interface NameIndex {
  /**
   * Where a text names people on a side, in order; of names that begin at one place the longest that means a side. `sideOf` gives a person's
   * side, null for none. A name of two sides means neither, and one of a side and of nobody's (below 0) the side.
   */
  find(text: string, articleId: string, sideOf: (person: PersonRecord) => number | null): (Range & { side: number })[];
}

interface Bearer {
  person: PersonRecord;
  /** The articles in which the name means this person; null for all. */
  articles: ReadonlySet<string> | null;
}

interface Entry {
  words: string[];
  length: number;
  bearers: Bearer[];
}

/** `elsewhere` holds by their ids the names that mean somebody in articles that do not name them otherwise. */
export function indexNames(people: PersonRecord[], elsewhere: ReadonlyMap<string, string[]>): NameIndex {
  const entries = new Map<string, Entry[]>();
  const known = new Map<string, Entry>();
  for (const person of people) {
    const articles = new Set(person.articleIds);
    const everywhere = new Set(elsewhere.get(person.id) ?? []);
    for (const name of new Set([person.name, ...person.aliases])) {
      const bare = name.replace(/^[^\p{L}]+/u, "");
      const first = /^\p{Lu}[\p{L}\p{N}]*/u.exec(bare)?.[0];
      if (first === undefined || name.length < 2) continue;
      const entry = known.get(bare) ?? { words: bare.split(/\s+/), length: bare.length, bearers: [] };
      if (!known.has(bare)) entries.set(first, [...(entries.get(first) ?? []), entry]);
      known.set(bare, entry);
      entry.bearers.push({ person, articles: everywhere.has(name) ? null : articles });
    }
  }
  for (const each of entries.values()) each.sort((a, b) => b.length - a.length);
  return {
    find(text, articleId, sideOf) {
      const found: (Range & { side: number })[] = [];
      for (const { 0: first, index: start } of text.matchAll(/(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}]*/gu)) {
        if (start < (found.at(-1)?.end ?? 0)) continue;
        for (const { words, bearers } of entries.get(first) ?? []) {
          const end = endOf(text, start, words);
          const side = end < 0 ? null : sideMeant(bearers, articleId, sideOf);
          if (side === null) continue;
          found.push({ side, start, end });
          break;
        }
      }
      return found;
    },
  };
}

/** Where a name ends that a text holds at a place, with any blanks between its words; -1 where it does not. */
function endOf(text: string, start: number, words: string[]): number {
  let at = start;
  for (const [place, word] of words.entries()) {
    if (place > 0) {
      const blanks = /^\s+/.exec(text.slice(at, at + MAX_BLANKS))?.[0].length ?? 0;
      if (blanks === 0) return -1;
      at += blanks;
    }
    if (!text.startsWith(word, at)) return -1;
    at += word.length;
  }
  return /^[\p{L}\p{N}]/u.test(text.slice(at, at + 2)) ? -1 : at;
}

const MAX_BLANKS = 8;

function sideMeant(bearers: Bearer[], articleId: string, sideOf: (person: PersonRecord) => number | null): number | null {
  const sides = new Set<number>();
  for (const { person, articles } of bearers) {
    const side = articles === null || articles.has(articleId) ? sideOf(person) : null;
    if (side !== null) sides.add(side);
  }
  const own = [...sides].filter((side) => side >= 0);
  if (own.length === 1) return own[0] ?? null;
  return [...sides].find((side) => side < 0) ?? null;
}
