import { siteOf } from "../sources/site-of.ts";
import type { Article } from "./article.ts";

/** Sites where articles of many publishers stand. */
const PLATFORMS = new Set(
  "google.com yahoo.com yahoo.co.jp msn.com bing.com youtube.com reddit.com medium.com substack.com facebook.com x.com twitter.com t.me flipboard.com dailyhunt.in smartnews.com newsbreak.com prnewswire.com businesswire.com globenewswire.com allafrica.com reliefweb.int".split(
    " ",
  ),
);

/**
 * By what an article's publisher is told from others: the site that it stands on, since two feeds of one outlet may carry two names; its name
 * on a platform of many publishers, or where there is no address.
 */
export function publisherKey({ id, url, publisher }: Pick<Article, "id" | "url" | "publisher">): string {
  const site = url === null ? null : siteOf(url);
  if (site !== null && !PLATFORMS.has(site)) return site;
  return publisher ?? site ?? id;
}
