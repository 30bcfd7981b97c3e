import { Readability } from "@mozilla/readability";
import { authorLine } from "../../domain/evidence/author.ts";
import type { Feed, FeedItem } from "../../domain/sources/source.ts";
import { textWeight } from "../../domain/sources/text-weight.ts";
import type { PageArticle, WebContent } from "../../domain/sources/web.ts";
import { cutWall, type Wall } from "../../ingest/sources/pages/cut-wall.ts";
import { withoutFurniture } from "../../ingest/sources/pages/without-furniture.ts";
import { MAX_TEXT } from "../../ingest/sources/read-item.ts";
import { findHeadlines, isListPage } from "./find-headlines.ts";
import { htmlToText, plainLine, textToHtml } from "./html-text.ts";
import { namesInLine } from "./pages/author-names.ts";
import { hasOffer, namesPrice } from "./pages/is-asking-for-money.ts";
import { textOfCards } from "./pages/is-beside.ts";
import { documentOf, MAX_ELEMENTS, type PageDocument } from "./pages/page-document.ts";
import { type PageMetadata, readMetadata } from "./pages/page-metadata.ts";

/** Less text than this, as `textWeight` measures it, is a caption or a notice of cookies, unless the entry says what it is about. */
const MIN_TEXT = 250;
const BRIEF_TEXT = 120;
/** A form that asks for a password beside so little text is what the page is for. */
const LOGIN_TEXT = 1000;
/** No page is followed for less. */
const LEAST_TEXT = 20;

/** The article of a page: its main text by Mozilla's Readability, and what the page says of itself. */
export function readArticle(content: WebContent): PageArticle {
  const document = documentOf(content);
  const empty = { url: content.url, title: null, text: "", publisher: null, author: null, publishedAt: null, language: null };
  if (document === null)
    return { ...empty, isArticle: false, note: null, barrier: "The page is not HTML, or is too large for an article." };
  const meta = readMetadata(document, content.url);
  // Readability takes the document apart.
  const headlines = findHeadlines(document, content.url);
  const ofOthers = textOfCards(document);
  const isOffered = hasOffer(document);
  const read = mainText(document);
  const title = meta.title ?? plainLine(read?.title);
  const cut = cutWall(read?.text ?? "");
  const [text, wall] = [withoutFurniture(cut.text), cut.wall];
  const barrier = barrierOf(meta, text, wall);
  return {
    url: meta.canonicalUrl ?? content.url,
    title,
    text: text.length > MAX_TEXT ? "" : text,
    publisher: meta.publisher,
    author: meta.author ?? bylineOf(read?.byline ?? null, ofOthers),
    publishedAt: meta.publishedAt,
    language: meta.language,
    isArticle: meta.isArticle && !isListPage(meta, headlines, text),
    isLive: meta.isLive,
    barrier,
    isBrief: barrier === NO_TEXT && textWeight(text) >= BRIEF_TEXT,
    asksForMoney: isOffered || namesPrice(text),
    note:
      barrier === null && wall === "paywall"
        ? "The page shows only the beginning of its text: the rest is for subscribers."
        : null,
  };
}

/** What Readability takes for a byline may be a dateline: with a number in it, it is no name. Nor is that of another story's card. */
function bylineOf(line: string | null, ofOthers: string): string | null {
  return /\d/.test(line ?? "") || ofOthers.includes(line ?? "") ? null : authorLine(namesInLine(plainLine(line)));
}

const BARRIERS: Record<Wall, string> = {
  paywall: "The text is for subscribers only.",
  "bot-check": "The page checks for bots, and shows no article.",
  consent: "The page asks for consent to cookies, and shows no article.",
};

const NO_TEXT = "The page has no article text.";

function barrierOf(meta: PageMetadata, text: string, wall: Wall | null): string | null {
  if (meta.isForSubscribers) return BARRIERS.paywall;
  if (wall !== null && textWeight(text) < MIN_TEXT) return BARRIERS[wall];
  if (text.length > MAX_TEXT) return `The page has more than ${MAX_TEXT} characters of text, too many for an article.`;
  return textWeight(text) < MIN_TEXT ? NO_TEXT : null;
}

function mainText(document: PageDocument): { title: string | null; text: string; byline: string | null } | null {
  try {
    const read = new Readability(document as never, {
      maxElemsToParse: MAX_ELEMENTS,
      charThreshold: MIN_TEXT,
    }).parse();
    if (read === null) return null;
    return { title: read.title ?? null, text: htmlToText(read.content ?? ""), byline: read.byline ?? null };
  } catch {
    // Too many elements, or markup that it stumbles over: the page has no article that we can read.
    return null;
  }
}

/** A page without a feed as if it had one: its headlines are entries; a page that is one text is its only entry. */
export function readEntries(content: WebContent): Feed<FeedItem> {
  const document = documentOf(content);
  const feed: Feed<FeedItem> = {
    title: null,
    siteUrl: content.url,
    language: null,
    items: [],
    ttlMs: null,
    olderUrl: null,
    notes: [],
  };
  if (document === null) return { ...feed, notes: ["The page is not HTML."] };
  const meta = readMetadata(document, content.url);
  const headlines = findHeadlines(document, content.url);
  const isLogin = asksForLogin(document, content.url);
  const text = mainText(document)?.text ?? "";
  const about = { ...feed, title: meta.publisher ?? meta.title, language: meta.language };
  if (isListPage(meta, headlines, text))
    return { ...about, items: headlines.map((each) => entry({ ...each, text: null, publishedAt: null })) };
  if (isLogin && text.length < LOGIN_TEXT) return { ...about, notes: ["The page asks for a login, and Attaché cannot log in."] };
  // "Loading…" is what a script shows before it has fetched the rest.
  if (text.length < LEAST_TEXT)
    return { ...about, notes: ["The page has no headlines and no text. It may need JavaScript, which Attaché does not run."] };
  const { title, publishedAt } = meta;
  return { ...about, items: [entry({ url: meta.canonicalUrl ?? content.url, title, text, publishedAt })] };
}

/** Whether it has a field for a password, or is where a site sends those who must log in. */
function asksForLogin(document: PageDocument, url: string): boolean {
  return document.querySelector('input[type="password"]') !== null || LOGIN_PATH.test(new URL(url).pathname);
}

const LOGIN_PATH = /\/(?:log-?in|sign-?in|signon|sso)(?:[/.]|$)/i;

function entry(given: { url: string; title: string | null; text: string | null; publishedAt: string | null }): FeedItem {
  const html = given.text === null || given.text === "" ? null : textToHtml(given.text);
  return {
    guid: null,
    url: given.url,
    title: given.title,
    html,
    publishedAt: given.publishedAt,
    author: null,
    publisher: null,
    language: null,
  };
}
