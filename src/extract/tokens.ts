import type { Range } from "../domain/evidence/span.ts";

type TokenKind = "word" | "number" | "mark";

/** A word keeps its inner hyphens, apostrophes and abbreviation stops: "Indo-Pacific", "Japan's", "U.S.", "2+2". */
export interface Token extends Range {
  text: string;
  lower: string;
  kind: TokenKind;
  /** Whether the word begins with an upper-case letter. */
  capital: boolean;
}

/** A sentence and its tokens: `tokens[firstToken]` to `tokens[lastToken]`, last exclusive. */
export interface Sentence extends Range {
  index: number;
  paragraph: number;
  firstToken: number;
  lastToken: number;
}
