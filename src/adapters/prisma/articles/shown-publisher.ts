import { isSameSite } from "../../../domain/sources/site-of.ts";

/** What a row of an article needs for it. */
export const NAMING_SOURCE = { select: { publisher: true, url: true } } as const;

interface Row {
  url: string | null;
  publisher: string | null;
  source: { publisher: string | null; url: string } | null;
}

/**
 * The publisher that readers see: the name that a manager or an OPML file gave the article's source, on its own site or if the article came without one.
 * What an aggregator brings from elsewhere keeps its own. It is read with each article, so that a name counts at once and can be taken back.
 */
export function shownPublisher({ url, publisher, source }: Row): string | null {
  if (source === null || source.publisher === null) return publisher;
  const isOwn = publisher === null || url === null || isSameSite(url, source.url);
  return isOwn ? source.publisher : publisher;
}
