/** The head of a plain-text file that says when it was published. */
export interface DateHead {
  /** ISO date, as it stands; whether it is a date at all is for the reader to check. */
  publishedAt: string;
  /** Where the words after the date begin. */
  end: number;
}

const HEAD = /^\s*date[ \t]+(\d{4}-\d{2}-\d{2})(?=\s|$)[ \t]*/i;

/** The head `date YYYY-MM-DD` at the beginning of a text; null where there is none. */
export function readDateHead(text: string): DateHead | null {
  const match = HEAD.exec(text);
  return match?.[1] === undefined ? null : { publishedAt: match[1], end: match[0].length };
}
