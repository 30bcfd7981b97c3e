import type { Feed, FeedEntry, FeedItem, Validators } from "./source.ts";

/** What went wrong with a request: code decides by this, people read the sentence. */
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
  /** One sentence for people: what, where, how to mend it. */
  sentence: string;
  /** How long the server asked to wait. */
  retryAfterMs: number | null;
}

export interface FetchRequest {
  url: string;
  /** What is hoped for: it sets the Accept header, the limit on bytes, and whether robots.txt has a say (for pages and sitemaps it has). */
  want: "feed" | "page" | "sitemap";
  /** Sent as If-None-Match and If-Modified-Since. */
  validators: Validators | null;
  signal?: AbortSignal | undefined;
}

/** A body that came whole and within the limits, not yet decoded. */
export interface WebContent extends Validators {
  /** The address after redirects: what relative links are resolved against. */
  url: string;
  contentType: string;
  /** All Link headers as one (RFC 8288), where there is any. */
  linkHeader?: string | undefined;
  body: Uint8Array;
  /** From Cache-Control, in milliseconds. */
  maxAgeMs: number | null;
}

export type Fetched =
  | { kind: "content"; content: WebContent }
  | { kind: "not-modified"; maxAgeMs: number | null }
  | { kind: "failed"; failure: FetchFailure };

/** The only way out of the program to addresses that people or feeds name. Never throws: every failure is an answer. */
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

/** The article of a page. `barrier` is a sentence where the page says that its text is for subscribers, or has none to read. */
export interface PageArticle {
  url: string;
  title: string | null;
  text: string;
  publisher: string | null;
  author: string | null;
  publishedAt: string | null;
  language: string | null;
  barrier: string | null;
  /** A sentence on what is odd about its text, although there is one. */
  note: string | null;
  /** Whether the page calls itself an article. */
  isArticle: boolean;
}

interface PageReader {
  article(content: WebContent): Promise<PageArticle>;
  feedLinks(content: WebContent): Promise<FeedLink[]>;
  /** The links of a page that look like its articles; the page itself as the one entry where there are none. */
  entries(content: WebContent): Promise<Feed>;
  /** The words of a piece of HTML, paragraphs apart. */
  text(html: string): Promise<string>;
}

/** What of a sitemap is wanted: it lists everything that a site ever published. */
export interface SitemapWish {
  content: WebContent;
  /** A sitemap speaks for its own site alone (sitemaps.org): it must not bring another's articles in. */
  siteUrl: string;
  /** ISO date: what was changed before is passed over. */
  since: string;
}

export interface Sitemap<Item extends FeedItem = FeedEntry> {
  /** Whether its addresses are those of further sitemaps. */
  isIndex: boolean;
  /** The newest first. */
  items: Item[];
  /** How many are wanted and left out because there are so many. */
  left: number;
}

/**
 * Everything that reads what was fetched. Strangers wrote it: each reading throws an AppError ("bad-input") with one sentence where it takes
 * more time or memory than it may.
 */
export interface WebReaders {
  feeds: FeedReader;
  pages: PageReader;
  /** Null where the document is no sitemap. */
  sitemap(wish: SitemapWish): Promise<Sitemap | null>;
}
