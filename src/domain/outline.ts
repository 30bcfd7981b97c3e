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

export interface OutlineFormat {
  /** Null where the text is no such list. */
  read(text: string): OutlineGroup[] | null;
  write(title: string, outlines: Outline[]): string;
}
