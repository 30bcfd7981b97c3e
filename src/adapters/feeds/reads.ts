import { readRobots } from "../web/robots-rules.ts";
import { htmlToText } from "./html-text.ts";
import { readOpml } from "./opml.ts";
import { readFeed } from "./read-feed.ts";
import { findFeedLinks, readArticle, readEntries } from "./read-page.ts";
import { readSitemap } from "./read-sitemap.ts";

export type Reads = typeof READS;

/** Every reading of what strangers wrote, by its kind: each takes and gives plain data, so that a thread can do it. */
export const READS = {
  feed: readFeed,
  article: readArticle,
  feedLinks: findFeedLinks,
  entries: readEntries,
  text: htmlToText,
  sitemap: readSitemap,
  outlines: readOpml,
  robots: ({ text, agent }: { text: string; agent: string }) => readRobots(text, agent),
};
