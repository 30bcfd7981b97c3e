import { authorLine } from "../../domain/evidence/author.ts";
import { primaryLanguage } from "../../domain/evidence/language.ts";
import { absolute } from "./feed-formats.ts";
import { plainLine } from "./html-text.ts";
import { isOfType, type LinkedThing, linkedThings, namesOf, saysNo, saysYes, textOf } from "./linked-data.ts";
import type { PageDocument } from "./page-document.ts";
import { readDate } from "./read-date.ts";

export interface PageMetadata {
  canonicalUrl: string | null;
  title: string | null;
  publisher: string | null;
  author: string | null;
  publishedAt: string | null;
  language: string | null;
  isArticle: boolean;
  /** Whether it describes an article in linked data, which programs write for articles alone. */
  isLinkedArticle: boolean;
  isLive: boolean;
  /** Whether the page says that its text is not free to read. */
  isForSubscribers: boolean;
}

/** What a page says of itself, in its linked data, its meta elements and its links; each is believed for this page alone. */
export function readMetadata(document: PageDocument, url: string): PageMetadata {
  const things = linkedThings(document);
  const linked = ownArticle(things, url);
  const field = (name: string) => textOf(linked?.[name]);
  const meta = (...names: string[]) => metaContent(document, names);
  const type = meta("og:type");
  return {
    canonicalUrl: canonicalOf(document, url),
    title: plainLine(field("headline") ?? meta("og:title", "twitter:title") ?? document.querySelector("title")?.textContent),
    publisher: plainLine(meta("og:site_name") ?? namesOf(linked?.["publisher"])[0] ?? meta("application-name")),
    author: authorLine(namesOf(linked?.["author"]).map(plainLine)) ?? authorOf(meta),
    publishedAt: dateOf(document, [field("datepublished"), meta("article:published_time", "dc.date", "date", "pubdate")]),
    language: languageOf([
      field("inlanguage"),
      document.querySelector("html")?.getAttribute("lang"),
      meta("og:locale", "content-language"),
    ]),
    isLinkedArticle: linked !== null,
    isLive: linked !== null && isOfType(linked, /^LiveBlogPosting$/),
    isArticle: linked !== null || type === "article",
    isForSubscribers: isForSubscribers(document, things, linked),
  };
}

/** The first of these elements that holds a name: article:author is a name on one site, and an address on the next. */
function authorOf(meta: (...names: string[]) => string | undefined): string | null {
  for (const name of ["author", "article:author", "dc.creator", "parsely-author"]) {
    const author = authorLine([plainLine(meta(name))]);
    if (author !== null) return author;
  }
  return null;
}

function languageOf(tags: (string | null | undefined)[]): string | null {
  for (const tag of tags) {
    const language = primaryLanguage(tag);
    if (language !== null) return language;
  }
  return null;
}

function metaContent(document: PageDocument, names: string[]): string | undefined {
  for (const name of names) {
    const found = document.querySelector(`meta[property="${name}"],meta[name="${name}"]`)?.getAttribute("content");
    if (found != null && found.trim() !== "") return found;
  }
  return undefined;
}

/** The address that the page gives itself, if it is one of the same site: a page must not pass for another site's article. */
function canonicalOf(document: PageDocument, url: string): string | null {
  const given = absolute(document.querySelector('link[rel="canonical"]')?.getAttribute("href"), url);
  if (given === null || siteOf(given) !== siteOf(url)) return null;
  // The front page as every article's address is a mistake of the site's.
  return new URL(given).pathname === "/" && new URL(url).pathname !== "/" ? null : given;
}

function siteOf(url: string): string {
  return new URL(url).host.replace(/^(?:www|m|mobile|amp)\./, "");
}

function dateOf(document: PageDocument, texts: (string | undefined)[]): string | null {
  for (const text of [...texts, document.querySelector("time[datetime]")?.getAttribute("datetime")]) {
    const date = readDate(text);
    if (date !== null) return date;
  }
  return null;
}

const ARTICLE_TYPE = /(?:Article|Posting|Report)$/;
/** What else may say that a page's text is not free. */
const PAGE_TYPE = /(?:WebPage|WebPageElement|CreativeWork|ItemPage)$/;

/** The article that a page is, of all that its linked data names: by its address, else the first. */
function ownArticle(things: LinkedThing[], url: string): LinkedThing | null {
  const articles = things.filter((thing) => isOfType(thing, ARTICLE_TYPE));
  const own = articles.find((thing) => ADDRESS_KEYS.some((key) => samePage(textOf(thing[key]), url)));
  return own ?? articles[0] ?? null;
}

const ADDRESS_KEYS = ["url", "mainentityofpage", "id"];

function samePage(given: string | undefined, url: string): boolean {
  const address = absolute(given, url);
  if (address === null) return false;
  const [one, other] = [new URL(address), new URL(url)];
  return one.host === other.host && one.pathname.replace(/\/$/, "") === other.pathname.replace(/\/$/, "");
}

/** Whether the page says that its text is not free: of itself, or of a part where it says nothing of itself. */
function isForSubscribers(document: PageDocument, things: LinkedThing[], own: LinkedThing | null): boolean {
  if (own !== null && saysYes(own["isaccessibleforfree"])) return false;
  const said =
    own === null
      ? things.filter((thing) => isOfType(thing, PAGE_TYPE))
      : [own, ...things.filter((thing) => isOfType(thing, PAGE_TYPE))];
  if (said.some((thing) => saysNo(thing["isaccessibleforfree"]))) return true;
  const marked = document.querySelector('[itemprop="isAccessibleForFree" i]');
  if (marked !== null && saysNo(marked.getAttribute("content") ?? marked.getAttribute("href") ?? marked.textContent)) return true;
  return /^locked$/i.test((metaContent(document, ["article:content_tier"]) ?? "").trim());
}
