import type { WebReaders } from "../../domain/web.ts";
import { htmlToText } from "./html-text.ts";
import { readFeed } from "./read-feed.ts";
import { findFeedLinks, readArticle, readEntries } from "./read-page.ts";
import { readSitemap } from "./read-sitemap.ts";

export function createReaders(): WebReaders {
  return {
    feeds: { read: readFeed },
    pages: { article: readArticle, feedLinks: findFeedLinks, entries: readEntries, text: htmlToText },
    sitemap: readSitemap,
  };
}
