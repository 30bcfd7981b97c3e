import type { parseFeed } from "feedsmith";
import { authorLine } from "../../domain/evidence/author.ts";
import { primaryLanguage } from "../../domain/evidence/language.ts";
import type { Feed, FeedItem } from "../../domain/sources/source.ts";
import { countryOf } from "./date-zones.ts";
import { plainLine, textToHtml } from "./html-text.ts";
import { readDate } from "./read-date.ts";

/** What feedsmith gives for each format, as one. Addresses become absolute; texts stay as they came. */

type Parsed = ReturnType<typeof parseFeed<string>>;
type FeedOf<Format extends Parsed["format"]> = Extract<Parsed, { format: Format }>["feed"];

export function fromRss(feed: FeedOf<"rss">, url: string): Feed<FeedItem> {
  const siteUrl = absolute(feed.link, url);
  // RSS says nothing of relative addresses; whoever writes them means the site.
  const base = absolute(feed.xml?.base, url) ?? siteUrl ?? url;
  const language = primaryLanguage(feed.language ?? feed.dc?.languages?.[0]);
  const country = countryOf(siteUrl ?? url, feed.language);
  const items = (feed.items ?? []).map((item): FeedItem => {
    const permanent = item.guid?.isPermaLink !== false && /^https?:/i.test(item.guid?.value ?? "") ? item.guid?.value : undefined;
    return {
      guid: item.guid?.value ?? null,
      url:
        absolute(submittedLink(item.description), base) ??
        absolute(item.link, base) ??
        absolute(permanent, base) ??
        absolute(alternate(item.atom?.links), base),
      title: withoutSource(
        plainLine(item.title ?? item.dc?.titles?.[0] ?? item.atom?.title?.value),
        plainLine(item.source?.title),
      ),
      html: textOf(
        [
          item.content?.encoded,
          item.description,
          item.dc?.descriptions?.[0],
          asHtml(item.atom?.content),
          asHtml(item.atom?.summary),
          item.itunes?.summary,
        ],
        item.media,
      ),
      publishedAt: firstDate(country, [
        item.pubDate,
        item.dc?.dates?.[0],
        item.dcterms?.issued?.[0],
        item.atom?.published,
        item.atom?.updated,
      ]),
      updatedAt: firstDate(country, [item.atom?.updated, item.dcterms?.modified?.[0]]),
      author:
        authors(item.dc?.creators) ?? authors(item.authors) ?? authors(item.atom?.authors) ?? authors([item.itunes?.author]),
      publisher: plainLine(item.source?.title),
      language: primaryLanguage(item.dc?.languages?.[0]) ?? language,
    };
  });
  return {
    title: plainLine(feed.title),
    siteUrl,
    language,
    items,
    ttlMs: ttlOf(feed.ttl, feed.sy),
    olderUrl: olderLink(feed.atom?.links, url),
    notes: [],
  };
}

/** "Talks end - The Gazette" of a news search, which names the Gazette as the entry's source, is "Talks end". */
function withoutSource(title: string | null, source: string | null): string | null {
  if (title === null || source === null || !title.endsWith(source)) return title;
  const [headline = ""] = /^.*\S(?=\s{1,3}[-–—|]\s{1,3}$)/s.exec(title.slice(0, -source.length)) ?? [];
  return headline === "" ? title : headline;
}

export function fromAtom(feed: FeedOf<"atom">, url: string): Feed<FeedItem> {
  const base = absolute(feed.xml?.base, url) ?? url;
  const language = primaryLanguage(feed.xml?.lang);
  const country = countryOf(url, feed.xml?.lang);
  const items = (feed.entries ?? []).map((entry): FeedItem => {
    const own = absolute(entry.xml?.base, base) ?? base;
    return {
      guid: entry.id ?? null,
      url: absolute(submittedLink(asHtml(entry.content)), own) ?? absolute(alternate(entry.links), own),
      title: plainLine(entry.title?.value),
      html: textOf([asHtml(entry.content), asHtml(entry.summary), entry.itunes?.summary], entry.media),
      publishedAt: firstDate(country, [entry.published, entry.updated, entry.dc?.dates?.[0]]),
      updatedAt: firstDate(country, [entry.updated]),
      author: authors(entry.authors) ?? authors(feed.authors),
      publisher: plainLine(entry.source?.title?.value),
      language: primaryLanguage(entry.xml?.lang) ?? language,
    };
  });
  return {
    title: plainLine(feed.title?.value),
    siteUrl: absolute(alternate(feed.links), base),
    language,
    items,
    ttlMs: ttlOf(undefined, feed.sy),
    olderUrl: olderLink(feed.links, base),
    notes: [],
  };
}

export function fromRdf(feed: FeedOf<"rdf">, url: string): Feed<FeedItem> {
  const siteUrl = absolute(feed.link, url);
  const base = siteUrl ?? url;
  const language = primaryLanguage(feed.dc?.languages?.[0]);
  const country = countryOf(siteUrl ?? url, feed.dc?.languages?.[0]);
  const items = (feed.items ?? []).map(
    (item): FeedItem => ({
      guid: item.rdf?.about ?? null,
      url: absolute(item.link ?? item.rdf?.about, base),
      title: plainLine(item.title),
      html: textOf([item.content?.encoded, item.description], item.media),
      publishedAt: firstDate(country, [item.dc?.dates?.[0]]),
      author: authors(item.dc?.creators),
      publisher: plainLine(item.dc?.sources?.[0]),
      language: primaryLanguage(item.dc?.languages?.[0]) ?? language,
    }),
  );
  const olderUrl = olderLink(feed.atom?.links, url);
  return { title: plainLine(feed.title), siteUrl, language, items, ttlMs: ttlOf(undefined, feed.sy), olderUrl, notes: [] };
}

export function fromJson(feed: FeedOf<"json">, url: string): Feed<FeedItem> {
  const language = primaryLanguage(feed.language);
  const country = countryOf(url, feed.language);
  const items = (feed.items ?? []).map(
    (item): FeedItem => ({
      guid: item.id ?? null,
      url: absolute(item.url ?? item.external_url, url) ?? absolute(/^https?:/i.test(item.id ?? "") ? item.id : undefined, url),
      title: plainLine(item.title),
      html: longest([item.content_html, plain(item.content_text), plain(item.summary)]),
      publishedAt: firstDate(country, [item.date_published, item.date_modified]),
      updatedAt: firstDate(country, [item.date_modified]),
      author: authors(item.authors) ?? authors(feed.authors),
      publisher: null,
      language: primaryLanguage(item.language) ?? language,
    }),
  );
  return {
    title: plainLine(feed.title),
    siteUrl: absolute(feed.home_page_url, url),
    language,
    items,
    ttlMs: null,
    olderUrl: absolute(feed.next_url, url),
    notes: [],
  };
}

/** Names that stand alone, or with an address. */
function authors(given: (string | { name?: string | undefined } | undefined)[] | undefined): string | null {
  return authorLine((given ?? []).map((each) => plainLine(typeof each === "object" ? each.name : each)));
}

/** An address against its base, if it is one of the web. */
export function absolute(href: string | null | undefined, base: string): string | null {
  const text = (href ?? "").trim();
  if (text === "" || text.length > 2000 || !URL.canParse(text, base)) return null;
  const url = new URL(text, base);
  return url.protocol === "http:" || url.protocol === "https:" ? url.href : null;
}

interface Link {
  href?: string | undefined;
  rel?: string | undefined;
  type?: string | undefined;
}

function alternate(links: Link[] | undefined): string | undefined {
  const candidates = (links ?? []).filter((link) => link.rel === undefined || link.rel === "alternate");
  return (candidates.find((link) => link.type === undefined || /html/i.test(link.type)) ?? candidates[0])?.href;
}

/** RFC 5005: the archive before this document, or the next page of it. */
function olderLink(links: Link[] | undefined, base: string): string | null {
  const link = (links ?? []).find((each) => each.rel === "prev-archive") ?? (links ?? []).find((each) => each.rel === "next");
  return absolute(link?.href, base);
}

function asHtml(content: { value?: string | undefined; type?: string | undefined } | undefined): string | undefined {
  if (content?.value === undefined) return undefined;
  const isMarkup = content.type !== undefined && /html/i.test(content.type);
  return isMarkup || /<\/?[a-z][^<>]*>/i.test(content.value) ? content.value : textToHtml(content.value);
}

/** Reddit's entries lead to their comments, and name the article that was submitted as "[link]". */
function submittedLink(html: string | undefined): string | undefined {
  if (html === undefined || !html.includes("[link]</a>")) return undefined;
  return /<a\s[^<>]{0,200}?href="([^"<>]{1,2000})"[^<>]{0,200}>\[link\]<\/a>/i.exec(html)?.[1]?.replaceAll("&amp;", "&");
}

interface Media {
  description?: Described | undefined;
  groups?: { description?: Described | undefined }[] | undefined;
}

interface Described {
  value?: string | undefined;
}

/** The longest of the texts that an entry has. What describes its picture or film is its text where nothing else is. */
function textOf(texts: (string | undefined)[], media: Media | undefined): string | null {
  return longest(texts) ?? longest([media?.description, ...(media?.groups ?? []).map((group) => group.description)].map(asHtml));
}

function plain(text: string | undefined): string | undefined {
  return text === undefined ? undefined : textToHtml(text);
}

function longest(texts: (string | undefined)[]): string | null {
  let best = "";
  for (const text of texts) if (text !== undefined && text.trim().length > best.length) best = text.trim();
  return best === "" ? null : best;
}

function firstDate(country: string | null, dates: (string | undefined)[]): string | null {
  for (const date of dates) {
    const read = readDate(date, { country });
    if (read !== null) return read;
  }
  return null;
}

const PERIOD_MS: Record<string, number> = {
  hourly: 3_600_000,
  daily: 86_400_000,
  weekly: 604_800_000,
  monthly: 2_592_000_000,
  yearly: 31_536_000_000,
};

/** RSS's ttl is in minutes; the syndication module says how often in a period. */
function ttlOf(
  minutes: number | undefined,
  sy: { updatePeriod?: string | undefined; updateFrequency?: number | undefined } | undefined,
): number | null {
  if (minutes !== undefined && Number.isFinite(minutes) && minutes > 0) return minutes * 60_000;
  const period = PERIOD_MS[sy?.updatePeriod?.trim().toLowerCase() ?? ""];
  return period === undefined ? null : Math.round(period / Math.max(1, sy?.updateFrequency ?? 1));
}
