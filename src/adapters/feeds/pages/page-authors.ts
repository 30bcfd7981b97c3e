import { authorLine } from "../../../domain/evidence/author.ts";
import { WRITTEN_BY } from "../../../extract/en/pages/page-words.ts";
import { isGivenName } from "../../../extract/people/given-names/is-given-name.ts";
import { plainLine } from "../html-text.ts";
import { type LinkedThing, namesOf } from "../linked-data.ts";
import { isByline, isPerson, namesInLine } from "./author-names.ts";
import { isBeside } from "./is-beside.ts";
import { contains, lineIn, type PageDocument, type PageElement } from "./page-document.ts";
import { type PageMetas, parselyPage } from "./page-metas.ts";
import { isSiteName } from "./page-title.ts";

const METAS =
  "author article:author article_author article:author_name parsely-author sailthru.author byl cxenseparse:author rbauthors authors".split(
    " ",
  );
const REVERSED_METAS = ["dc.creator", "dcterms.creator", "citation_author", "dc.contributor"];
/** From the surest to the vaguest. */
const PLACES = [
  '[itemprop~="author" i] [itemprop~="name" i], [itemprop~="author" i][itemprop~="name" i]',
  '[itemprop~="author" i], [property$="author" i]',
  '[rel~="author" i]',
  '.author .fn, .author.vcard, .byline .fn, .byline .vcard, .vcard .fn, [class*="author-name" i], [class*="author_name" i], [class*="authorname" i], [class*="byline-name" i], [class*="byline__name" i], [class*="byline_name" i], [class*="byline__author" i], [class*="autor-name" i], [class*="writer-name" i]',
  'a[href*="/author/" i], a[href*="/authors/" i], a[href*="/autor/" i], a[href*="/autoren/" i], a[href*="/autores/" i], a[href*="/auteur/" i], a[href*="/profile/" i], a[href*="/people/" i], a[href*="/staff/" i], a[href*="/journalist" i], a[href*="/contributor" i], a[href*="/reporter" i], a[href*="/by/" i]',
  '[class*="byline" i], [class*="author" i], [class*="autor" i], [class*="auteur" i], [id*="author" i], [id*="byline" i], [class*="writer" i], [class*="reporter" i], [class*="journalist" i], [class*="contributor" i], [class*="bydek" i], [class*="meta-by" i], [class*="posted-by" i], [class*="createdby" i], [class*="created-by" i], [class*="provider-name" i], [class*="muhabir" i], [class*="yazar" i]',
  '[class*="credit" i], [class*="source-name" i]',
  '[class*="user-name" i], address, a[href*="/@"]',
];
/** Of one place. */
const MOST_ELEMENTS = 40;
const MOST_NAMES = 4;
/** Longer than a line that names who wrote. */
const LONGEST_LINE = 140;

interface Page {
  document: PageDocument;
  url: string;
  /** The article's, as far as it was found. */
  headline: PageElement | null;
  metas: PageMetas;
  article: LinkedThing | null;
  /** What the site is called, which is nobody's name. */
  site: string | null;
}

/**
 * Who wrote a page's article: the first names of people, as its data says them, else as readers see them. Where none looks like a person's,
 * the first that is not the site's own, such as an agency's.
 */
export function authorOf(page: Page): string | null {
  let other: string | null = null;
  for (const names of namesBySureness(page)) {
    const own = names.filter((name) => !isSiteName(name, page.site, page.url));
    const people = authorLine(own.filter(isPerson));
    if (people !== null) return people;
    other ??= authorLine(own);
  }
  return other;
}

function* namesBySureness({ document, headline, metas, article }: Page): Generator<string[]> {
  yield [...namesOf(article?.["author"]), ...namesOf(article?.["creator"])].slice(0, MOST_NAMES).flatMap(namesInData);
  for (const name of METAS) yield metas.every(name).slice(0, MOST_NAMES).flatMap(namesInData);
  for (const name of REVERSED_METAS) yield metas.every(name).slice(0, MOST_NAMES).map(inOrder).flatMap(namesInData);
  const page = parselyPage(metas);
  yield [...(page?.authors ?? []), page?.author ?? ""].slice(0, MOST_NAMES).flatMap(namesInData);
  for (const card of ["1", "2"]) {
    if (WRITTEN_BY.test(metas(`twitter:label${card}`) ?? "")) yield namesInData(metas(`twitter:data${card}`) ?? "");
  }
  for (const place of PLACES) yield namesAt(document, place, headline?.closest("article") ?? null);
  yield namesInLine(lineByHeadline(document)).filter(isPerson);
  yield namesAmongFacts(document, headline);
}

/** "24 November 2026 · 6 min · Ana Lund": a name among what else stands by the headline, known by its given name alone. */
function namesAmongFacts(document: PageDocument, headline: PageElement | null): string[] {
  const own = headline?.closest("article, main") ?? null;
  if (own === null) return [];
  for (const element of [...document.querySelectorAll(FACTS)].slice(0, MOST_ELEMENTS)) {
    const line = isBeside(element) || !contains(own, element) ? null : lineOf(element);
    if (line === null || !/\d/.test(line)) continue;
    const name = line.split(/\s{0,3}[·•|]\s{0,3}|,\s{1,3}/).find(isFullName);
    if (name !== undefined) return [name];
  }
  return [];
}

const FACTS = '[class*="meta" i], [class*="byline" i], [class*="dateline" i]';

/** Of two or three words, each with a capital, of which the first is a given name. */
function isFullName(part: string): boolean {
  const words = part.trim().split(/\s+/);
  if (words.length < 2 || words.length > 3 || !words.every((word) => /^\p{Lu}\p{L}|^\p{Lu}\.$/u.test(word))) return false;
  return isPerson(part) && isGivenName(words[0] ?? "");
}

/** In data, commas stand between names: "Ana Lund, Max Toll". */
function namesInData(text: string): string[] {
  const line = plainLine(text);
  const parts = (line ?? "").split(/\s?[,;|]\s?/).slice(0, MOST_NAMES);
  return parts.length > 1 && parts.every(isPerson) ? parts : namesInLine(line);
}

/** "Lund, Ana", as libraries write names. */
function inOrder(text: string): string {
  const [last = "", first = "", ...rest] = text.split(/,\s/);
  return rest.length > 0 || first === "" || last.includes(" ") ? text : `${first} ${last}`;
}

/** The names in the first element of a place that has any, and in its neighbours of the same line. Others' articles name others. */
function namesAt(document: PageDocument, place: string, own: PageElement | null): string[] {
  let looked = 0;
  let line: PageElement | null = null;
  const names: string[] = [];
  for (const element of document.querySelectorAll(place)) {
    looked += 1;
    if (looked > MOST_ELEMENTS || names.length >= MOST_NAMES) break;
    // Below the first name stands its portrait, and the authors of what comes next.
    if (line !== null && !contains(line, element)) break;
    const article = own === null ? null : element.closest("article");
    if (isBeside(element) || (article !== null && article !== own && !contains(article, own))) continue;
    const found = namesInLine(lineOf(element));
    if (found.length === 0) continue;
    line ??= lineAround(element);
    names.push(...found.filter((name) => !names.includes(name)));
  }
  return names;
}

/** The outermost element around one that is still a line. */
function lineAround(element: PageElement): PageElement {
  let line = element;
  for (let outer = element.parentElement; outer !== null && line !== outer; outer = outer.parentElement) {
    if (lineIn(outer, LONGEST_LINE) === null || outer.querySelector("h1, h2, p + p") !== null) break;
    line = outer;
  }
  return line;
}

function lineOf(element: PageElement): string | null {
  const text = element.getAttribute("content") ?? (element.localName === "link" ? element.getAttribute("title") : null);
  return plainLine(text ?? lineIn(element, LONGEST_LINE));
}

/** "By Ana Lund, in Lisbon": a line between headline and text that begins with the word for it. */
function lineByHeadline(document: PageDocument): string | null {
  let looked = 0;
  for (const element of document.querySelectorAll(
    "p, span, div, small, em, i, b, strong, address, h3, h4, h5, li, td, font, a",
  )) {
    looked += 1;
    if (looked > MOST_LINES) return null;
    const line = lineOf(element);
    if (line === null || line.length > SHORT_LINE || !isByline(line) || element.closest(NO_BYLINE) !== null) continue;
    if (namesInLine(line).some(isPerson) && !isBeside(element)) return line;
  }
  return null;
}

/** Of a picture, or of the site. */
const NO_BYLINE = 'figure, figcaption, [class*="caption" i], [id*="footer" i], [class~="footer" i], [class*="site-footer" i]';
const MOST_LINES = 1500;
const SHORT_LINE = 90;
