import { publisherKey } from "../domain/evidence/publisher-key.ts";
import type { ArticleBody } from "../domain/evidence/records.ts";

/** Words of one shingle: long enough that two reporters hardly write the same one by chance. */
const SHINGLE_WORDS = 8;
/** So much of the shorter text in another one, and it is that text: an agency's copy with a paper's headline and a cut end. */
const SAME_AT = 0.6;

type Piece = Pick<ArticleBody, "id" | "url" | "publisher" | "text">;

/**
 * Articles in groups of one origin: of one publisher, or with one text (w-shingling, Broder 1997, by containment). A story is carried
 * by as many independent publishers as it has groups.
 */
export function groupByOrigin<T extends Piece>(articles: T[]): T[][] {
  const prints = articles.map((article) => shinglesOf(article.text));
  const keys = articles.map(publisherKey);
  const group = articles.map((_, at) => at);
  const rootOf = (at: number): number => {
    let root = at;
    while (group[root] !== root) root = group[root] ?? root;
    return root;
  };
  for (const [at, article] of articles.entries()) {
    for (let other = 0; other < at; other++) {
      const samePublisher =
        keys[at] === keys[other] || (article.publisher !== null && article.publisher === articles[other]?.publisher);
      if (samePublisher || containment(prints[at], prints[other]) >= SAME_AT) group[rootOf(at)] = rootOf(other);
    }
  }
  const groups = new Map<number, T[]>();
  for (const [at, article] of articles.entries()) groups.set(rootOf(at), [...(groups.get(rootOf(at)) ?? []), article]);
  return [...groups.values()];
}

/** Whether a text says nothing that one of the others does not. */
export function isCopyOf(article: Piece, others: Piece[]): boolean {
  const print = shinglesOf(article.text);
  return others.some((other) => containment(print, shinglesOf(other.text)) >= SAME_AT);
}

function shinglesOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const shingles = new Set<string>();
  for (let at = 0; at + SHINGLE_WORDS <= words.length; at++) shingles.add(words.slice(at, at + SHINGLE_WORDS).join(" "));
  return shingles;
}

function containment(a: Set<string> = new Set(), b: Set<string> = new Set()): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  if (small.size === 0) return 0;
  let shared = 0;
  for (const shingle of small) if (large.has(shingle)) shared += 1;
  return shared / small.size;
}
