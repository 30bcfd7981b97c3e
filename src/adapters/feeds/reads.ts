import type { FeedRead, Sitemap, SitemapWish, WebContent } from "../../domain/sources/web.ts";
import { markEntries, markFeed } from "../../ingest/sources/mark-entries.ts";
import { withoutFurniture } from "../../ingest/sources/pages/without-furniture.ts";
import { readRobots } from "../web/robots-rules.ts";
import { findFeedLinks } from "./find-feed-links.ts";
import { htmlToText } from "./html-text.ts";
import { readOpml } from "./opml.ts";
import { readFeed } from "./read-feed.ts";
import { readArticle, readEntries } from "./read-page.ts";
import { readSitemap } from "./read-sitemap.ts";

export type Reads = typeof READS;

/** Every reading of what strangers wrote, by its kind: each takes and gives plain data, so that a thread can do it. */
export const READS = {
  feed: (content: WebContent): FeedRead => {
    const read = readFeed(content);
    return read.kind === "feed" ? { kind: "feed", feed: markFeed(read.feed) } : read;
  },
  article: readArticle,
  feedLinks: findFeedLinks,
  entries: (content: WebContent) => markFeed(readEntries(content)),
  text: (html: string) => withoutFurniture(htmlToText(html)),
  sitemap: (wish: SitemapWish): Sitemap | null => {
    const read = readSitemap(wish);
    return read === null ? null : { ...read, items: markEntries(read.items) };
  },
  outlines: readOpml,
  robots: ({ text, agent }: { text: string; agent: string }) => readRobots(text, agent),
};
