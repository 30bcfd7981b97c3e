import { withoutFeedScheme } from "../../domain/sources/feed-scheme.ts";
import { isSameSite } from "../../domain/sources/site-of.ts";
import type { FeedLink, WebContent } from "../../domain/sources/web.ts";
import { stripEnd } from "../../domain/strip-end.ts";
import { absolute } from "./feed-formats.ts";
import { plainLine } from "./html-text.ts";
import { documentOf, type PageDocument, type PageElement } from "./pages/page-document.ts";

/** Feeds that a page names and that are looked at: a site has one for each of its sections. */
const MAX_FEEDS = 100;
const FEED_TYPES = /^application\/(?:rss|atom|rdf|feed)\+(?:xml|json)$/i;
/** Types that sites give their feeds, and much else. */
const LOOSE_TYPES = /^(?:application|text)\/(?:xml|json)$/i;
/** An address that is written as feeds are: news.rss, /feed/, /rss.xml, ?feed=rss2. */
const FEED_PATH =
  /\.(?:rss|atom|rdf)$|\/(?:rss|feeds?|atom)\/[^/]{1,80}\.xml$|\/(?:rss|feeds?|atom|rdf|index\.xml)(?:\.(?:xml|json|php|aspx?))?\/?$/i;
const FEED_QUERY = /[?&](?:feed|format|type)=(?:rss2?|atom|rdf)\b/i;
const FEED_WORDS =
  /^(?:(?:subscribe|follow)(?: us)? (?:via|by|with|on|to(?: our)?) )?(?:(?:our|canal|flux|fil|feed) )?(?:rss|atom|(?:rss |atom |news )?feed|rss 2\.0)(?:[ -](?:news ?)?feeds?)?$/i;
/** Hosts that serve other sites' feeds. */
const FEED_HOST = /^(?:feeds?|rss)\d?\./i;
const COMMENTS = /\/comments?(?:\/|$)|[/_-]comments?[/_.-]/i;
const COMMENTS_TITLE = /\b(?:comment|kommentar|commentaire|comentario|replies)/i;

/**
 * The feeds that a page names: in its Link header (RFC 8288), in its head, and in links that are written as feeds are. Those of its own section
 * come first, feeds of comments last.
 */
export function findFeedLinks(content: WebContent): FeedLink[] {
  const links = new Map<string, FeedLink>();
  const document = documentOf(content);
  const base = absolute(document?.querySelector("base[href]")?.getAttribute("href"), content.url) ?? content.url;
  const add = (href: string | null, title: string | null) => {
    const url = absolute(withoutFeedScheme(href ?? ""), base);
    if (url !== null && url !== content.url && links.size < MAX_FEEDS && !links.has(url)) links.set(url, { url, title });
  };
  // RFC 8288: the header is resolved against the address itself.
  for (const { href, title } of headerLinks(content.linkHeader ?? "")) add(absolute(href, content.url), title);
  if (document !== null) {
    addDeclared(document, add);
    addAnchors(document, { pageUrl: content.url, base }, add);
  }
  const path = stripEnd(new URL(content.url).pathname, /\//);
  return [...links.values()].sort((a, b) => placeOf(a, path) - placeOf(b, path));
}

type Add = (href: string | null, title: string | null) => void;

function addDeclared(document: PageDocument, add: Add): void {
  for (const link of document.querySelectorAll("link[rel][href]")) {
    if (!/\b(?:alternate|feed)\b/i.test(link.getAttribute("rel") ?? "")) continue;
    const [href, type] = [link.getAttribute("href"), (link.getAttribute("type") ?? "").trim()];
    const title = plainLine(link.getAttribute("title"));
    const isLoose = LOOSE_TYPES.test(type) && (isFeedAddress(href ?? "") || /\b(?:rss|atom|feed)\b/i.test(title ?? ""));
    if (FEED_TYPES.test(type) || isLoose || (type === "" && isFeedAddress(href ?? ""))) add(href, title);
  }
}

function addAnchors(document: PageDocument, { pageUrl, base }: { pageUrl: string; base: string }, add: Add): void {
  for (const link of document.querySelectorAll("a[href]")) {
    const href = link.getAttribute("href");
    const title = plainLine(link.textContent) ?? nameOf(link);
    const url = absolute(href, base);
    const isFeed = /^feed:/i.test(href ?? "") || (url !== null && (isFeedAddress(url) || FEED_WORDS.test(title ?? "")));
    const isServed = url !== null && FEED_HOST.test(new URL(url).host);
    if (isServed || (isFeed && (url === null || isSameSite(url, pageUrl)))) add(href, title);
  }
}

/** What a link without words is called: many are a picture. */
function nameOf(link: PageElement): string | null {
  const names = [link.getAttribute("title"), link.getAttribute("aria-label"), link.querySelector("img")?.getAttribute("alt")];
  return names.map((name) => plainLine(name)).find((name) => name !== null) ?? null;
}

function isFeedAddress(href: string): boolean {
  const [path = ""] = href.split(/[?#]/, 1);
  return FEED_PATH.test(path) || FEED_QUERY.test(href);
}

function placeOf({ url, title }: FeedLink, pagePath: string): number {
  const { pathname } = new URL(url);
  if (COMMENTS.test(pathname) || COMMENTS_TITLE.test(title ?? "")) return 2;
  return pagePath !== "" && pathname.startsWith(pagePath) ? 0 : 1;
}

/** `<https://example.org/feed>; rel="alternate"; type="application/rss+xml", <…>; …`: those that are feeds. */
function headerLinks(header: string): { href: string; title: string | null }[] {
  const found: { href: string; title: string | null }[] = [];
  for (const part of header.split(/,\s*(?=<)/)) {
    const end = part.indexOf(">");
    if (!part.trimStart().startsWith("<") || end < 0) continue;
    const parameters = part.slice(end + 1);
    const type = parameter(parameters, "type") ?? "";
    if (!/\b(?:alternate|feed)\b/i.test(parameter(parameters, "rel") ?? "") || !FEED_TYPES.test(type)) continue;
    found.push({ href: part.slice(part.indexOf("<") + 1, end).trim(), title: plainLine(parameter(parameters, "title")) });
  }
  return found;
}

function parameter(parameters: string, name: string): string | undefined {
  for (const part of parameters.split(";")) {
    const equals = part.indexOf("=");
    if (part.slice(0, Math.max(0, equals)).trim().toLowerCase() === name)
      return part
        .slice(equals + 1)
        .replace(/"/g, "")
        .trim();
  }
  return undefined;
}
