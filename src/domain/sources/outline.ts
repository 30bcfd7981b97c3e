import type { WebContent } from "./web.ts";

/** A feed in a list of feeds that is passed from one reader to another (OPML). */
export interface Outline {
  url: string;
  title: string | null;
  publisher: string | null;
}

/** The feeds under one heading; the name is empty for those under none. */
export interface OutlineGroup {
  name: string;
  outlines: Outline[];
}

/** A list as somebody gave it: as text, or as the bytes at an address, whose encoding is still to be found out. */
export type OutlineFile = string | Pick<WebContent, "body" | "contentType">;

export interface OutlineFormat {
  /** Null where the file is no such list. Throws an AppError ("bad-input") where it is too much to be read. */
  read(file: OutlineFile): Promise<OutlineGroup[] | null>;
  write(title: string, outlines: Outline[]): string;
}
