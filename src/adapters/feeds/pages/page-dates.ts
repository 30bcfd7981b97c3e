import { DATE_LABELS, EVENT_LABEL } from "../../../extract/en/pages/page-words.ts";
import { countryOf } from "../date-zones.ts";
import { findDateIn } from "../find-date-in.ts";
import type { LinkedThing } from "../linked-data.ts";
import { isOfType, textOf } from "../linked-data.ts";
import { type DateHints, readDate } from "../read-date.ts";
import { SITE_HEAD } from "./find-headline.ts";
import { isBeside } from "./is-beside.ts";
import { contains, lineIn, type PageDocument, type PageElement } from "./page-document.ts";
import { type PageMetas, parselyPage } from "./page-metas.ts";

/** Names of meta elements for the day of publication, in the order in which they are believed. */
const METAS =
  "article:published_time og:article:published_time article:published article:publicationdate article:publish_date article:publication_date og:published_time og:publish_date og:pubdate datepublished rnews:datepublished parsely-pub-date sailthru.date cxenseparse:recs:publishtime cxenseparse:publishtime dcterms.created dcterms.issued dc.date.issued dc.date.created dc.date citation_publication_date citation_date citation_online_date bt:pubdate vr:published_time dcsext.articlefirstpublished pubdate publishdate publish_date publish-date published_date publication_date publication-date published_at published article_date_original article.published originalpublicationdate displaydate date_published article_date dateposted date-posted post_date datecreated created creation_date date".split(
    " ",
  );
/** What looks like the place of a date, by its class or id. */
const PLACE = /date|time|publi|posted|datum|fecha|meta|byline|info|stamp/i;
const ELEMENTS =
  "h1, h2, h3, p, span, div, time, li, td, small, em, i, b, strong, address, abbr, dd, a, font, h4, h5, h6, header, section";
/** Of one page; a longer one shows its date early. */
const MOST_ELEMENTS = 4000;
/** Of elements, between the headline and a date that nothing marks as one. */
const MOST_DISTANT = 150;
/** A text that holds a date and little else. */
const LONGEST_LINE = 160;
/** A note below a post that begins with its date. */
const LONGEST_NOTE = 600;
const NOTE = /byline|dateline|meta|posted/i;
/** Of characters: where its date begins at the latest, and how near it the word for it stands. */
const NOTE_BEGINS = 200;
const BESIDE = 40;
/** The class of the date of a change. */
const UPDATED = /(?:^|[\s_-])(?:updated|modified|lastmod)/i;

interface Page {
  document: PageDocument;
  /** The article's, as far as it was found. */
  headline: PageElement | null;
  url: string;
  language: string | null;
  metas: PageMetas;
  article: LinkedThing | null;
  things: LinkedThing[];
}

/** When a page's article was published, as far as the page says it: in data first, then in its address, then where readers see it. */
export function publicationDate(page: Page): string | null {
  const hints = hintsOf(page);
  const said = [
    page.article?.["datepublished"],
    page.article?.["datecreated"],
    page.article?.["uploaddate"],
    ...METAS.map((name) => page.metas(name)),
    parselyPage(page.metas)?.pub_date,
    ...marked(page.document),
    ...page.things
      .filter((thing) => isOfType(thing, /(?:WebPage|VideoObject|Event|Recipe|Podcast\w*)$/))
      .map((thing) => thing["datepublished"]),
  ];
  for (const each of said) {
    const date = readDate(textOf(each), hints);
    if (date !== null) return date;
  }
  return dayInAddress(page.url) ?? visibleDate(page, hints) ?? readDate(textOf(page.article?.["datemodified"]), hints);
}

/** Microdata and RDFa of the article, not of what it quotes or lists. */
function marked(document: PageDocument): (string | null)[] {
  const found: (string | null)[] = [];
  for (const element of document.querySelectorAll(
    '[itemprop~="datePublished" i], [property$="datePublished" i], [property="dc:date" i], [property="dc:created" i], time[pubdate], .published[title], abbr.published',
  )) {
    if (isBeside(element)) continue;
    found.push(stampOf(element) ?? lineIn(element, LONGEST_LINE));
  }
  return found;
}

function stampOf(element: PageElement): string | null {
  return element.getAttribute("datetime") ?? element.getAttribute("content") ?? element.getAttribute("title");
}

function hintsOf({ url, language, metas }: Page): DateHints {
  const country = countryOf(url, language ?? metas("og:locale"));
  const tongue = (language ?? metas("og:locale") ?? "").slice(0, 2).toLowerCase();
  if (country === "US" || country === "PH") return { country, first: "month" };
  // Of English, only the Americans' puts the month first; where nobody says which it is, nobody knows.
  return { country, first: tongue === "en" && country === null ? null : tongue === "" && country === null ? null : "day" };
}

/** The year, the month and the day. */
const IN_ADDRESS = [
  /[/_-]((?:19|20)\d{2})[/_-](\d{1,2})[/_-](\d{1,2})(?=[/_.-]|$)/,
  /\/((?:19|20)\d{2})(\d{2})(\d{2})(?=[/_.-]|$)/,
  /[/_-]((?:19|20)\d{2})(\d{2})(\d{2})(?=[/_.-]|IPR|$)/,
  // China's ministries: /202611/t20261124_1.html; its papers: /2026/1124/c1.html, /2026-11/24/
  /\/[a-z]((?:19|20)\d{2})(\d{2})(\d{2})_/,
  /\/((?:19|20)\d{2})\/(\d{2})(\d{2})(?=\/)/,
  /\/((?:19|20)\d{2})(\d{2})\/(\d{2})(?=\/)/,
  /\/((?:19|20)\d{2})\/([a-z]{3})\/(\d{1,2})(?=\/)/i,
];

/** The day in a page's address: /2026/11/24/, /2026-11-24-talks, /20261124/. */
function dayInAddress(url: string): string | null {
  const path = URL.canParse(url) ? new URL(url).pathname : "";
  for (const pattern of IN_ADDRESS) {
    const match = pattern.exec(path);
    if (match === null) continue;
    const [, year = "", month = "", day = ""] = match;
    const date = /^\d/.test(month) ? readDate(`${year}-${month}-${day}`) : readDate(`${day} ${month} ${year}`);
    if (date !== null) return date;
  }
  return null;
}

interface Seen {
  date: string;
  /** How far from the headline, in elements; greater is worse. */
  distance: number;
  isPlace: boolean;
  isLabelled: boolean;
  isUpdate: boolean;
}

/** The date that readers see by the headline: in the place for it, or after a word that says what it is, or alone on its line. */
function visibleDate({ document, headline: heading }: Page, hints: DateHints): string | null {
  const elements = [...document.querySelectorAll(ELEMENTS)].slice(0, MOST_ELEMENTS);
  const headline = heading === null ? -1 : elements.indexOf(heading);
  const own = heading?.closest("article") ?? document.querySelector("article");
  const seen: Seen[] = [];
  for (const [at, element] of elements.entries()) {
    const found = dateAt(element, hints);
    if (found === null || isBeside(element) || isInFrame(element, heading) || isOfAnother(element, own)) continue;
    const distance = headline < 0 ? at : at >= headline ? at - headline : 2 * (headline - at);
    // A day far from the headline that stands in no place for it is told of, and dates nothing.
    if (found.isPlace || found.isLabelled || distance <= MOST_DISTANT) seen.push({ ...found, distance });
  }
  const usable = seen.some((each) => !each.isUpdate) ? seen.filter((each) => !each.isUpdate) : seen;
  const best = usable.sort((a, b) => weightOf(a) - weightOf(b))[0];
  return best?.date ?? null;
}

function weightOf({ distance, isPlace, isLabelled }: Seen): number {
  return distance + (isPlace ? 0 : 30) - (isLabelled ? 40 : 0);
}

/** The site's head says which day it is today; an article's own head holds its headline. */
function isInFrame(element: PageElement, headline: PageElement | null): boolean {
  if (
    element.querySelector("nav") !== null ||
    element.closest('[class*="today" i], [class*="current" i], [id*="clock" i], [class*="weather" i], [class*="ticker" i]') !==
      null
  )
    return true;
  const head = element.closest(SITE_HEAD);
  return head !== null && !contains(head, headline) && head.closest("article, main") === null;
}

/** Headlines of other stories have their dates beside them: in a link with a picture, in an article of their own, or in lists of links. */
function isOfAnother(element: PageElement, own: PageElement | null): boolean {
  const article = element.closest("article");
  if (article !== null && own !== null && article !== own) return true;
  const link = element.closest("a");
  if (link !== null && link.querySelector("h2, h3, h4, img") !== null) return true;
  const item = element.closest("li");
  return item !== null && item.querySelector("a") !== null && element.closest("article, main, header") === null;
}

/** "Updated on Friday. Published: 24 November 2026": the date behind the word for it. */
function labelledDate(text: string, hints: DateHints): ReturnType<typeof findDateIn> {
  const label = DATE_LABELS.published.exec(text);
  return label === null ? null : findDateIn(text.slice(label.index + label[0].length), hints);
}

function dateAt(element: PageElement, hints: DateHints): Omit<Seen, "distance"> | null {
  const attribute = element.getAttribute("datetime") ?? (element.localName === "abbr" ? element.getAttribute("title") : null);
  const text = lineIn(element, LONGEST_LINE);
  // Of thousands of elements few hold a figure: the names of the others need not be looked at.
  if (text !== null && !/\d/.test(attribute ?? text)) return null;
  const names = namesOn(element);
  const isPlace = element.localName === "time" || attribute !== null || PLACE.test(names);
  if (text === null)
    return isPlace || element.localName === "small"
      ? dateInNote(lineIn(element, LONGEST_NOTE) ?? "", NOTE.test(names), hints)
      : null;
  if (EVENT_LABEL.test(text) || isInEvent(element)) return null;
  const isLabelled = DATE_LABELS.published.test(text);
  const found = isLabelled ? (labelledDate(text, hints) ?? findDateIn(text, hints)) : findDateIn(text, hints);
  const isUpdate = !isLabelled && (DATE_LABELS.updated.test(text.slice(0, found?.at)) || UPDATED.test(names));
  const stamp = readDate(attribute, hints);
  // Some stamps are those of the last change, beside a text that says when it was published.
  if (stamp !== null && (found === null || !isLabelled || daysBetween(stamp, found.date) <= 1))
    return { date: stamp, isPlace, isLabelled, isUpdate };
  if (found === null) return null;
  // A sentence that names a day tells of it; a line that consists of one says when the page is from.
  const isAlone = text.length <= 40 + found.at && found.at <= 60 && !isSentence(text, found.at);
  return isPlace || isLabelled || isAlone ? { date: found.date, isPlace, isLabelled, isUpdate } : null;
}

/** "They meet again on the island on 12 December 2026." */
function isSentence(text: string, at: number): boolean {
  return /[.!?。]$/u.test(text.trim()) && text.slice(0, at).trim().split(/\s+/).length > MOST_BEFORE;
}

const MOST_BEFORE = 5;

/** Whether a day stands where an event says when it is: beside the word for it in a list of facts. */
function isInEvent(element: PageElement): boolean {
  if (element.localName !== "dd" && element.localName !== "td") return false;
  const facts = element.parentElement;
  const labels = [...(facts?.querySelectorAll("dt, th") ?? [])];
  return labels.some(
    (label) => label.nextSibling !== null && isNextOf(label, element) && EVENT_LABEL.test(lineIn(label, 40) ?? ""),
  );
}

function isNextOf(label: PageElement, element: PageElement): boolean {
  for (let next = label.nextSibling; next !== null; next = next.nextSibling) {
    if ((next as unknown) === element) return true;
    if (next.nodeType === 1) return false;
  }
  return false;
}

/** "This entry was posted on 24 November 2026 at 9:33 am and is filed under Wind. You can follow …": the date beside the word for it. */
function dateInNote(text: string, isNote: boolean, hints: DateHints): Omit<Seen, "distance"> | null {
  const found = findDateIn(text, hints);
  if (found === null || found.at > NOTE_BEGINS) return null;
  const beside = text.slice(Math.max(0, found.at - BESIDE), found.at + 2 * BESIDE);
  const isLabelled = DATE_LABELS.published.test(beside);
  const isUpdate = DATE_LABELS.updated.test(beside.slice(0, BESIDE));
  return isLabelled || isNote ? { date: found.date, isPlace: true, isLabelled, isUpdate: isUpdate && !isLabelled } : null;
}

function daysBetween(one: string, other: string): number {
  return Math.abs(Date.parse(one.slice(0, 10)) - Date.parse(other.slice(0, 10))) / 86_400_000;
}

function namesOn(element: PageElement): string {
  return `${element.getAttribute("class") ?? ""} ${element.getAttribute("id") ?? ""} ${element.getAttribute("itemprop") ?? ""}`;
}
