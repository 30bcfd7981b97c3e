import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import { authorLine } from "../../domain/evidence/author.ts";
import type { Feed, FeedItem } from "../../domain/sources/source.ts";
import type { FeedLink, PageArticle, WebContent } from "../../domain/sources/web.ts";
import { MAX_TEXT } from "../../ingest/sources/read-item.ts";
import { decodeText } from "../web/decode-text.ts";
import { absolute } from "./feed-formats.ts";
import { htmlToText, plainLine, textToHtml } from "./html-text.ts";
import { type PageDocument, type PageMetadata, readMetadata } from "./page-metadata.ts";
import { parseMarkup } from "./parse-markup.ts";

/** A page with more elements is no article, and reading it would hold everything else up. */
const MAX_ELEMENTS = 30_000;
/** Pieces of text and comments: each entity is a piece of its own, and a DOM of a million of them takes minutes. */
const MAX_PIECES = 100_000;
/** Fewer characters than these are a caption or a notice of cookies. */
const MIN_TEXT = 250;
/** Of characters and of words in a link that is a headline. */
const HEADLINE = { characters: 25, words: 4 };
/** So many headlines make a page a list of articles. */
const MIN_ENTRIES = 3;
const MAX_ENTRIES = 200;
/** Feeds that a page names and that are looked at: a site has one for each of its sections. */
const MAX_FEEDS = 100;
const FEED_TYPES = /^application\/(?:rss|atom|rdf|feed)\+(?:xml|json)$/i;

/** The article of a page: its main text by Mozilla's Readability, and what the page says of itself. */
export function readArticle(content: WebContent): PageArticle {
  const document = documentOf(content);
  const empty = { url: content.url, title: null, text: "", publisher: null, author: null, publishedAt: null, language: null };
  if (document === null) return { ...empty, isArticle: false, barrier: "The page is not HTML, or is too large for an article." };
  const meta = readMetadata(document, content.url);
  const read = mainText(document);
  const title = meta.title ?? plainLine(read?.title);
  const text = read?.text ?? "";
  return {
    url: meta.canonicalUrl ?? content.url,
    title,
    text: text.length > MAX_TEXT ? "" : text,
    publisher: meta.publisher,
    author: meta.author ?? authorLine([plainLine(read?.byline)]),
    publishedAt: meta.publishedAt,
    language: meta.language,
    isArticle: meta.isArticle,
    barrier: barrierOf(meta, text),
  };
}

function barrierOf(meta: PageMetadata, text: string): string | null {
  if (meta.isForSubscribers) return "The text is for subscribers only.";
  if (text.length > MAX_TEXT) return `The page has more than ${MAX_TEXT} characters of text, too many for an article.`;
  return text.length < MIN_TEXT ? "The page has no article text." : null;
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

/** The feeds that a page names in its head. */
export function findFeedLinks(content: WebContent): FeedLink[] {
  const document = documentOf(content);
  if (document === null) return [];
  const links = new Map<string, FeedLink>();
  for (const link of document.querySelectorAll('link[rel~="alternate"]')) {
    const url = absolute(link.getAttribute("href"), content.url);
    if (url === null || !FEED_TYPES.test((link.getAttribute("type") ?? "").trim())) continue;
    if (links.size >= MAX_FEEDS) break;
    if (!links.has(url)) links.set(url, { url, title: plainLine(link.getAttribute("title")) });
  }
  return [...links.values()];
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
  const headlines = meta.isArticle ? [] : headlinesOf(document, content.url);
  const items =
    headlines.length >= MIN_ENTRIES
      ? headlines
      : [
          entry({
            url: meta.canonicalUrl ?? content.url,
            title: meta.title,
            text: mainText(document)?.text ?? null,
            publishedAt: meta.publishedAt,
          }),
        ];
  return { ...feed, title: meta.publisher ?? meta.title, language: meta.language, items };
}

/** Links of the same site, to something deeper than its front page, whose words are a headline. */
function headlinesOf(document: PageDocument, pageUrl: string): FeedItem[] {
  const page = new URL(pageUrl);
  const found = new Map<string, FeedItem>();
  for (const link of document.querySelectorAll("a[href]")) {
    if (found.size >= MAX_ENTRIES) break;
    const url = absolute(link.getAttribute("href"), pageUrl);
    const title = plainLine(link.textContent);
    if (url === null || title === null || title.length < HEADLINE.characters) continue;
    if (title.split(" ").length < HEADLINE.words) continue;
    const target = new URL(url);
    target.hash = "";
    if (target.host !== page.host || target.pathname.length < 2 || target.href === page.href) continue;
    if (!found.has(target.href)) found.set(target.href, entry({ url: target.href, title, text: null, publishedAt: null }));
  }
  return [...found.values()];
}

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

/** Null where the bytes are no page, or one of so many tags that it is a trap. */
function documentOf(content: WebContent): PageDocument | null {
  const html = decodeText(content.body, content.contentType);
  if (!/<[a-z!]/i.test(html.slice(0, 2000)) || isTrap(html)) return null;
  try {
    return parseHTML(html).document as unknown as PageDocument;
  } catch {
    // Nested deeper than the parser's stack.
    return null;
  }
}

/** Whether it has too many tags, or such as are nested too deep: a DOM of it would cost more than any article is worth. */
function isTrap(html: string): boolean {
  let [elements, pieces] = [0, 0];
  const isWhole = parseMarkup(html, {
    onopentag() {
      elements += 1;
    },
    ontext() {
      pieces += 1;
    },
    oncomment() {
      pieces += 1;
    },
  });
  return !isWhole || elements > MAX_ELEMENTS || pieces > MAX_PIECES;
}
