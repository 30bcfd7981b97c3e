import type { SourceKind } from "./source.ts";
import type { WebContent } from "./web.ts";

/** A feed in an OPML list, the format in which feed readers exchange subscriptions. */
export interface Outline {
  url: string;
  title: string | null;
  publisher: string | null;
  /** Primary tag of BCP 47. */
  language: string | null;
  /** A page is followed by its headlines. */
  kind: SourceKind;
  /** What was found there when somebody last fetched it, and when; null where nobody has. */
  checked: string | null;
}

/** The feeds under one heading; the name is empty for feeds without one. */
export interface OutlineGroup {
  name: string;
  outlines: Outline[];
}

/** A list as given: text, or bytes from an address, whose encoding is not yet known. */
export type OutlineFile = string | Pick<WebContent, "body" | "contentType">;

export interface OutlineFormat {
  /** Null if the file is not such a list. Throws an AppError ("bad-input") if it is too large to parse. */
  read(file: OutlineFile): Promise<OutlineGroup[] | null>;
  write(title: string, outlines: Outline[]): string;
}
