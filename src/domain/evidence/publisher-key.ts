import { siteOf } from "../sources/site-of.ts";
import type { ArticleHead } from "./records.ts";

type Keyed = Pick<ArticleHead, "id" | "url" | "publisher" | "outlet">;

/** Sites where articles of many publishers stand: who owns one says nothing of them. */
const PLATFORMS = new Set(
  "google.com yahoo.com yahoo.co.jp msn.com bing.com youtube.com reddit.com medium.com substack.com facebook.com x.com twitter.com t.me flipboard.com dailyhunt.in smartnews.com newsbreak.com prnewswire.com businesswire.com globenewswire.com allafrica.com reliefweb.int".split(
    " ",
  ),
);

/**
 * By what an article's publisher is told from others: the outlet that the desk named its site for, since one outlet may have two sites; else the
 * site that it stands on, since two feeds of one outlet may carry two names; its name on a platform of many publishers, or where there is no address.
 */
export function publisherKey({ id, url, publisher, outlet }: Keyed): string {
  if (outlet !== undefined) return outlet;
  const site = url === null ? null : siteOf(url);
  if (site !== null && !PLATFORMS.has(site)) return site;
  return publisher ?? site ?? id;
}

/** Which outlet each site belongs to, by the names that a desk gave its sources. A site whose sources have several names, or where many publish, is nobody's. */
export function outletsOf(sources: readonly { url: string; publisher: string | null }[]): Map<string, string> {
  const names = new Map<string, Set<string>>();
  for (const { url, publisher } of sources) {
    const site = siteOf(url);
    if (publisher !== null && !PLATFORMS.has(site)) names.set(site, (names.get(site) ?? new Set()).add(publisher));
  }
  return new Map([...names].flatMap(([site, [name = "", ...more]]) => (more.length === 0 ? [[site, name] as const] : [])));
}
