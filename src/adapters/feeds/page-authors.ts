import { authorLine } from "../../domain/evidence/author.ts";
import { AFTER_NAME, BY, NO_NAME } from "../../extract/en/pages/page-words.ts";
import { plainLine } from "./html-text.ts";
import { isBeside } from "./is-beside.ts";
import { type LinkedThing, namesOf } from "./linked-data.ts";
import { lineIn, type PageDocument, type PageElement } from "./page-document.ts";
import type { PageMetas } from "./page-metas.ts";

const METAS =
  "author article:author dc.creator dcterms.creator dc.contributor parsely-author sailthru.author byl cxenseparse:author citation_author rbauthors twitter:data1".split(
    " ",
  );
/** From the surest to the vaguest. */
const PLACES = [
  '[itemprop~="author" i] [itemprop~="name" i], [itemprop~="author" i][itemprop~="name" i]',
  '[itemprop~="author" i], [property$="author" i]',
  '[rel~="author" i]',
  '.author .fn, .author.vcard, .byline .fn, .vcard .fn, [class*="author-name" i], [class*="author_name" i], [class*="authorname" i], [class*="byline-name" i], [class*="autor-name" i]',
  'a[href*="/author/" i], a[href*="/authors/" i], a[href*="/autor/" i], a[href*="/auteur/" i], a[href*="/profile/" i], a[href*="/people/" i], a[href*="/staff/" i], a[href*="/journalist" i]',
  '[class*="byline" i], [class*="author" i], [class*="autor" i], [class*="auteur" i], [id*="author" i], [id*="byline" i], [class*="writer" i], [class*="reporter" i], [class*="journalist" i], [class*="credit" i]',
];
/** Of one place. */
const MOST_ELEMENTS = 40;
const MOST_NAMES = 4;
/** Longer than a line that names who wrote. */
const LONGEST_LINE = 140;

interface Page {
  document: PageDocument;
  metas: PageMetas;
  article: LinkedThing | null;
  /** What the site is called, which is nobody's name. */
  site: string | null;
}

/** Who wrote a page's article: as its data says it, else as readers see it. */
export function authorOf({ document, metas, article, site }: Page): string | null {
  const isName = (name: string) => !NO_NAME.test(name) && name.toLowerCase() !== (site ?? "").toLowerCase();
  const clean = (given: (string | null)[]) => authorLine(given.map(nameIn).filter((name) => name !== null && isName(name)));
  const linked = [...namesOf(article?.["author"]), ...namesOf(article?.["creator"])].slice(0, MOST_NAMES);
  const found = clean(linked.map(plainLine)) ?? firstOf(METAS, (name) => clean([plainLine(metas(name))]));
  if (found !== null) return found;
  for (const place of PLACES) {
    const named = clean(namesAt(document, place));
    if (named !== null) return named;
  }
  return clean([lineByHeadline(document)]);
}

function firstOf<Value>(values: Value[], read: (value: Value) => string | null): string | null {
  for (const value of values) {
    const found = read(value);
    if (found !== null) return found;
  }
  return null;
}

function namesAt(document: PageDocument, place: string): string[] {
  const names: string[] = [];
  let looked = 0;
  for (const element of document.querySelectorAll(place)) {
    looked += 1;
    if (looked > MOST_ELEMENTS) break;
    if (isBeside(element)) continue;
    const name = nameIn(lineOf(element));
    if (name !== null && !names.includes(name)) names.push(name);
    // Below the first name stands its portrait, and the authors of what comes next.
    if (names.length > 0) break;
  }
  return names;
}

function lineOf(element: PageElement): string | null {
  return plainLine(element.getAttribute("content") ?? lineIn(element, LONGEST_LINE));
}

/** "By Ana Lund, in Lisbon": a line between headline and text that begins with the word for it. */
function lineByHeadline(document: PageDocument): string | null {
  let looked = 0;
  for (const element of document.querySelectorAll(
    "h1 ~ *, header *, article p, article span, article div, main p, main span, main div, p, span, div",
  )) {
    looked += 1;
    if (looked > MOST_LINES) return null;
    const line = lineOf(element);
    if (line !== null && line.length <= SHORT_LINE && BY.test(line) && !isBeside(element)) return line;
  }
  return null;
}

const MOST_LINES = 600;
const SHORT_LINE = 80;

/** The name in a line that says who wrote; null where it says something else. */
export function nameIn(line: string | null): string | null {
  if (line === null) return null;
  const bare = line.replace(BY, "").replace(BY, "").trim();
  const end = AFTER_NAME.exec(bare)?.index ?? bare.length;
  const name = withoutEnds(bare.slice(0, end));
  const words = name.split(/\s+/);
  if (name.length < 2 || name.length > 60 || words.length > 6 || /[!?@©#]|https?:/.test(name)) return null;
  // A sentence is no name: names are written with capitals, where the script has any.
  const small = words.filter((word) => /^\p{Ll}/u.test(word)).length;
  return small > 0 && small >= words.length - 1 && words.length > 1 ? null : name;
}

function withoutEnds(line: string): string {
  let end = line.length;
  while (end > 0 && /[\s,;:|.•·–-]/u.test(line[end - 1] ?? "")) end -= 1;
  return line.slice(0, end).trim();
}
