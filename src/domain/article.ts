/**
 * One text at one URL. `id` is what comes back in every answer about the article; it is also its identity in the store
 * where there is no `url`. `publishedAt` is ISO 8601 (a date, or a date and time) or null where nobody says.
 */
export interface Article {
  id: string;
  url: string | null;
  title: string | null;
  publisher: string | null;
  publishedAt: string | null;
  text: string;
}

/** What happened to an article that was handed to the store. */
export type IngestStatus = "new" | "unchanged" | "updated" | "failed";
