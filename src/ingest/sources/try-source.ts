import type { Feed } from "../../domain/sources/source.ts";
import type { FeedLink, Fetcher, FetchFailure, PageArticle, WebContent, WebReaders } from "../../domain/sources/web.ts";
import { tryReading } from "./try-reading.ts";

/** What is at an address that somebody wants to follow. */
export type SourceFind =
  | { kind: "feed"; url: string; feed: Feed; others: FeedLink[] }
  | { kind: "page"; url: string; feed: Feed }
  | { kind: "article"; article: PageArticle; feeds: FeedLink[] }
  | { kind: "nothing"; sentence: string };

interface TryDeps {
  fetcher: Fetcher;
  readers: WebReaders;
}

/** Feeds of one page that are tried. */
const MAX_FEEDS = 5;

/** Whether words are meant as an address: "example.org/news" is one, "india japan" is none. */
export function readAddress(typed: string): string | null {
  const text = typed
    .trim()
    .replace(/^<|>$/g, "")
    .replace(/^feed:(?:\/\/)?(?=https?:)/i, "")
    .replace(/^feed:\/\//i, "http://");
  if (/\s/.test(text) || text === "") return null;
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) return text;
  return /^(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}(?:[:/?#]|$)|^localhost(?:[:/]|$)|^\d{1,3}(?:\.\d{1,3}){3}(?:[:/]|$)/iu.test(text)
    ? `https://${text}`
    : null;
}

/** Looks at an address before it is followed: a feed, a page that names one, a page without one, or an article. */
export async function trySource({ fetcher, readers }: TryDeps, url: string): Promise<SourceFind> {
  const fetched = await fetcher.get({ url, want: "feed", validators: null });
  if (fetched.kind !== "content") return { kind: "nothing", sentence: sentenceOf(fetched) };
  const { content } = fetched;
  const read = await tryReading(lookAt({ fetcher, readers }, url, content));
  return read.kind === "read" ? read.found : { kind: "nothing", sentence: read.sentence };
}

async function lookAt({ fetcher, readers }: TryDeps, url: string, content: WebContent): Promise<SourceFind> {
  const read = await readers.feeds.read(content);
  if (read.kind === "feed") return { kind: "feed", url, feed: read.feed, others: [] };
  if (!isPage(content)) return { kind: "nothing", sentence: read.sentence };
  const links = await readers.pages.feedLinks(content);
  const article = await readers.pages.article(content);
  if (article.isArticle && article.barrier === null && new URL(content.url).pathname !== "/")
    return { kind: "article", article, feeds: links.slice(0, MAX_FEEDS) };
  for (const link of links.slice(0, MAX_FEEDS)) {
    const feed = await readLinked({ fetcher, readers }, link);
    if (feed !== null) return { kind: "feed", url: link.url, feed, others: links.filter((other) => other.url !== link.url) };
  }
  const feed = await readers.pages.entries(content);
  const isEmpty = feed.items.every((item) => item.html === null && item.title === null);
  return isEmpty ? { kind: "nothing", sentence: "The page has no feed, no headlines and no text." } : { kind: "page", url, feed };
}

async function readLinked({ fetcher, readers }: TryDeps, link: FeedLink): Promise<Feed | null> {
  const fetched = await fetcher.get({ url: link.url, want: "feed", validators: null });
  if (fetched.kind !== "content") return null;
  const read = await tryReading(readers.feeds.read(fetched.content));
  return read.kind === "read" && read.found.kind === "feed" ? read.found.feed : null;
}

function isPage(content: WebContent): boolean {
  return (
    /html/i.test(content.contentType) ||
    /<(?:!doctype\s+html|html|body)[\s>]/i.test(Buffer.from(content.body.subarray(0, 2048)).toString("latin1"))
  );
}

function sentenceOf(fetched: { kind: "failed"; failure: FetchFailure } | { kind: "not-modified" }): string {
  return fetched.kind === "failed"
    ? fetched.failure.sentence
    : "The server says that nothing has changed, although it never sent anything.";
}
