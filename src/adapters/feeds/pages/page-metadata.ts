import { primaryLanguage } from "../../../domain/evidence/language.ts";
import { isSectionOf } from "../../../domain/sources/is-section-of.ts";
import { absolute } from "../feed-formats.ts";
import { plainLine } from "../html-text.ts";
import { isOfType, type LinkedThing, linkedThings, namesOf, saysNo, saysYes, textOf } from "../linked-data.ts";
import { findHeadline } from "./find-headline.ts";
import { authorOf } from "./page-authors.ts";
import { publicationDate } from "./page-dates.ts";
import type { PageDocument } from "./page-document.ts";
import { type PageMetas, readMetas } from "./page-metas.ts";
import { withoutSiteName } from "./page-title.ts";

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
  const article = ownArticle(things, url);
  const field = (name: string) => textOf(article?.[name]) ?? null;
  const metas = readMetas(document);
  const canonicalUrl = canonicalOf(document, url);
  const headline = findHeadline(document, metas("og:title") ?? document.querySelector("title")?.textContent ?? null);
  const publisher = plainLine(metas("og:site_name") ?? namesOf(article?.["publisher"])[0] ?? metas("application-name"));
  const language = languageOf([
    field("inlanguage"),
    document.querySelector("html")?.getAttribute("lang"),
    metas("og:locale"),
    metas("content-language"),
  ]);
  const tag = document.querySelector("html")?.getAttribute("lang") ?? field("inlanguage");
  return {
    canonicalUrl,
    title: titleOf({ document, url, metas, publisher, headline: plainLine(field("headline")) }),
    publisher,
    author: authorOf({
      document,
      url,
      headline,
      metas,
      article: withNames(article ?? things.find((thing) => isOfType(thing, /WebPage$/)) ?? null, things),
      site: publisher,
    }),
    publishedAt: publicationDate({ document, headline, url: canonicalUrl ?? url, language: tag, metas, article, things }),
    language,
    isLinkedArticle: article !== null,
    isLive: article !== null && isOfType(article, /^LiveBlogPosting$/),
    isArticle: article !== null || metas("og:type") === "article",
    isForSubscribers: isForSubscribers({ document, metas, things, article }),
  };
}

interface Titled {
  document: PageDocument;
  url: string;
  metas: PageMetas;
  publisher: string | null;
  headline: string | null;
}

function titleOf({ document, url, metas, publisher, headline }: Titled): string | null {
  if (headline !== null) return headline;
  const title = plainLine(metas("og:title") ?? metas("twitter:title") ?? document.querySelector("title")?.textContent);
  const shown = plainLine(document.querySelector("h1")?.textContent);
  return title === null ? shown : withoutSiteName({ title, site: publisher, host: new URL(url).host, headline: shown });
}

/** An article whose authors are named elsewhere in the linked data, by their ids. */
function withNames(article: LinkedThing | null, things: LinkedThing[]): LinkedThing | null {
  if (article === null || namesOf(article["author"]).length > 0) return article;
  const id = textOf(article["author"]);
  const person = id === undefined ? undefined : things.find((thing) => thing["id"] === id && thing !== article);
  return person === undefined ? article : { ...article, author: person["name"] };
}

function languageOf(tags: (string | null | undefined)[]): string | null {
  for (const tag of tags) {
    const language = primaryLanguage(tag);
    if (language !== null) return language;
  }
  return null;
}

/** The address that the page gives itself, if it is one of the same site: a page must not pass for another site's article. */
function canonicalOf(document: PageDocument, url: string): string | null {
  const given = absolute(document.querySelector('link[rel="canonical"]')?.getAttribute("href"), url);
  if (given === null || siteOf(given) !== siteOf(url)) return null;
  // The front page or the section as every article's address is a mistake of the site's.
  if (isSectionOf(given, url)) return null;
  return new URL(given).pathname === "/" && new URL(url).pathname !== "/" ? null : given;
}

function siteOf(url: string): string {
  return new URL(url).host.replace(/^(?:www|m|mobile|amp)\./, "");
}

const ARTICLE_TYPE = /(?:Article|Posting|Report)$/;
/** What else may say that a page's text is not free. */
const PAGE_TYPE = /(?:WebPage|WebPageElement|CreativeWork|ItemPage)$/;

/** The article that a page is, of all that its linked data names: by its address, else the first, unless they are a list of others. */
function ownArticle(things: LinkedThing[], url: string): LinkedThing | null {
  const articles = things.filter((thing) => isOfType(thing, ARTICLE_TYPE));
  const own = articles.find((thing) => ADDRESS_KEYS.some((key) => samePage(textOf(thing[key]), url)));
  const isList = articles.length > 2 && articles.every((thing) => absolute(textOf(thing["url"]), url) !== null);
  return own ?? (isList ? null : (articles[0] ?? null));
}

const ADDRESS_KEYS = ["url", "mainentityofpage", "id"];

function samePage(given: string | undefined, url: string): boolean {
  const address = absolute(given, url);
  if (address === null) return false;
  const [one, other] = [new URL(address), new URL(url)];
  return one.host === other.host && one.pathname.replace(/\/$/, "") === other.pathname.replace(/\/$/, "");
}

interface Said {
  document: PageDocument;
  metas: PageMetas;
  things: LinkedThing[];
  article: LinkedThing | null;
}

/** Whether the page says that its text is not free: of itself, or of a part where it says nothing of itself. */
function isForSubscribers({ document, metas, things, article }: Said): boolean {
  if (article !== null && saysYes(article["isaccessibleforfree"])) return false;
  const said = [article, ...things.filter((thing) => isOfType(thing, PAGE_TYPE))];
  if (said.some((thing) => saysNo(thing?.["isaccessibleforfree"]))) return true;
  const marked = document.querySelector('[itemprop="isAccessibleForFree" i]');
  if (marked !== null && saysNo(marked.getAttribute("content") ?? marked.getAttribute("href") ?? marked.textContent)) return true;
  return /^locked$/i.test(metas("article:content_tier") ?? "");
}
