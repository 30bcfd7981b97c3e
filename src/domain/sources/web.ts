import type { Feed, FeedEntry, FeedItem, Validators } from "./source.ts";
import type { OwnedHeader } from "./source-header.ts";

/** The kind of a failed request, for code; people read the sentence. */
export type FetchTrouble =
  | "bad-address"
  | "refused-address"
  | "unknown-host"
  | "no-connection"
  | "timeout"
  | "too-large"
  | "redirects"
  | "broken-answer"
  | "robots"
  | "login"
  | "not-found"
  | "gone"
  | "rate-limited"
  | "server-error"
  | "http-error"
  | "stopped";

export interface FetchFailure {
  trouble: FetchTrouble;
  /** One sentence for people: what failed, where, and how to fix it. */
  sentence: string;
  /** How long the server asked to wait. */
  retryAfterMs: number | null;
}

export interface FetchRequest {
  url: string;
  /** The expected kind of document. It sets the Accept header, the byte limit, and whether robots.txt applies (to pages and sitemaps it does). */
  want: "feed" | "page" | "sitemap";
  /** Sent as If-None-Match and If-Modified-Since. */
  validators: Validators | null;
  /** What the publisher of a source asks for; sent to the source's own host alone. */
  header?: OwnedHeader | null;
  signal?: AbortSignal | undefined;
}

/** A complete body within the limits, not yet decoded. */
export interface WebContent extends Validators {
  /** The address after redirects; relative links resolve against it. */
  url: string;
  contentType: string;
  /** All Link headers joined (RFC 8288), if any. */
  linkHeader?: string | undefined;
  body: Uint8Array;
  /** From Cache-Control, in milliseconds. */
  maxAgeMs: number | null;
}

export type Fetched =
  | { kind: "content"; content: WebContent }
  | { kind: "not-modified"; maxAgeMs: number | null }
  | { kind: "failed"; failure: FetchFailure };

/** The only way to request addresses that people or feeds name. Never throws: a failure is a result. */
export interface Fetcher {
  get(request: FetchRequest): Promise<Fetched>;
  close(): Promise<void>;
}

export type FeedRead<Read = Feed> = { kind: "feed"; feed: Read } | { kind: "no-feed"; sentence: string };

interface FeedReader {
  read(content: WebContent): Promise<FeedRead>;
}

export interface FeedLink {
  url: string;
  title: string | null;
}

/** The article on a page. `barrier` is a sentence if the page says that its text is for subscribers, or has no text. */
export interface PageArticle {
  url: string;
  title: string | null;
  text: string;
  publisher: string | null;
  author: string | null;
  publishedAt: string | null;
  language: string | null;
  barrier: string | null;
  /** Whether its text is too short to be known for an article by itself, and long enough for a short one. */
  isBrief?: boolean;
  /** Whether it asks for money: by a price, or by how its parts are called. */
  asksForMoney?: boolean;
  /** A sentence on what is odd about the text, if anything. */
  note: string | null;
  /** Whether the page calls itself an article. */
  isArticle: boolean;
  /** Whether it calls itself a live blog, which changes by the minute. */
  isLive?: boolean;
}

interface PageReader {
  article(content: WebContent): Promise<PageArticle>;
  feedLinks(content: WebContent): Promise<FeedLink[]>;
  /** The links on a page that look like articles; if there are none, the page itself is the only entry. */
  entries(content: WebContent): Promise<Feed>;
  /** The text of an HTML fragment, with separate paragraphs. */
  text(html: string): Promise<string>;
}

/** Which part of a sitemap we want: it may list everything that a site ever published. */
export interface SitemapWish {
  content: WebContent;
  /** A sitemap may list only addresses of its own site (sitemaps.org). */
  siteUrl: string;
  /** ISO date: entries last changed before it are skipped. */
  since: string;
}

export interface Sitemap<Item extends FeedItem = FeedEntry> {
  /** Whether it lists other sitemaps. */
  isIndex: boolean;
  /** The newest first. */
  items: Item[];
  /** How many matching entries were left out because of the limit. */
  left: number;
}

/**
 * Parses fetched documents. They are untrusted: each method throws an AppError ("bad-input") with one sentence if it exceeds its limit of
 * time or memory.
 */
export interface WebReaders {
  feeds: FeedReader;
  pages: PageReader;
  /** Null if the document is not a sitemap. */
  sitemap(wish: SitemapWish): Promise<Sitemap | null>;
}
