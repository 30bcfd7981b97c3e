import { stripEnd } from "../domain/strip-end.ts";
import { readDateHead } from "./date-head.ts";
import { english } from "./en/english.ts";
import { readText } from "./read-text.ts";

const LONGEST = 120;
/** Look for the first sentence only in this many characters: a text may have a million. */
const LOOKED_AT = 1_000;

/** The title of a story: its first article's title or, without one, that article's first sentence, cut at a word after 120 characters. */
export function storyTitle(article: { title: string | null; text: string }): string {
  if (article.title !== null) return article.title;
  const from = readDateHead(article.text)?.end ?? 0;
  const beginning = article.text.slice(0, from + LOOKED_AT);
  const [first] = readText(beginning, english, from).sentences;
  const sentence = beginning
    .slice(first?.start ?? from, first?.end)
    .replace(/\s+/g, " ")
    .trim();
  if (sentence.length <= LONGEST) return sentence.replace(/(?<!\.\p{L})\.$/u, "");
  const kept = sentence.slice(0, LONGEST);
  return `${stripEnd(/^.*\S(?=\s)/u.exec(kept)?.[0] ?? kept, /[,;:–—-]/)}…`;
}
