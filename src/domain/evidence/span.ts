/** Offsets into an article's `text`: UTF-16 code units, end exclusive. */
export interface Range {
  start: number;
  end: number;
}

/** A verbatim piece of an article: `article.text.slice(start, end) === text`, always and exactly. */
export interface Span extends Range {
  text: string;
}

/** The span of `text` between two offsets. The one way in which spans are made, so that they are exact by construction. */
export function spanOf(text: string, start: number, end: number): Span {
  return { text: text.slice(start, end), start, end };
}
