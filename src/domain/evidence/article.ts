/**
 * One text at one URL. `id` is what comes back in every answer about the article; it is also its identity in the store
 * where there is no `url`. `publishedAt` is ISO 8601 (a date, or a date and time) or null where nobody says. `author` is one line, and
 * `language` the primary tag of BCP 47, as the publisher gives them: nobody's word where null.
 */
export interface Article {
  id: string;
  url: string | null;
  title: string | null;
  publisher: string | null;
  author: string | null;
  publishedAt: string | null;
  language: string | null;
  text: string;
}

/** What happened to an article that was handed to the store. */
export type IngestStatus = "new" | "unchanged" | "updated" | "failed";
