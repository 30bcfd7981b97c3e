import { isSameSite } from "../../../domain/sources/site-of.ts";
import { Prisma } from "../sql.ts";

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

/** The same out of a statement, with the columns of NAMING_COLUMNS. */
export interface NamedRow {
  url: string | null;
  publisher: string | null;
  sourcePublisher: string | null;
  sourceUrl: string | null;
}

/** Of an article "a", joined with its source as "s". */
export const NAMING_COLUMNS = Prisma.sql`a."url", a."publisher", s."publisher" AS "sourcePublisher", s."url" AS "sourceUrl"`;

export function publisherOfRow({ url, publisher, sourcePublisher, sourceUrl }: NamedRow): string | null {
  const source = sourceUrl === null ? null : { publisher: sourcePublisher, url: sourceUrl };
  return shownPublisher({ url, publisher, source });
}
