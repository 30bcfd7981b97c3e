import type { Sentence, Token } from "../tokens.ts";
import type { Aside } from "./link.ts";
import type { Reading } from "./reporter-clauses.ts";

/** The words before and after a quotation that may attribute it: token indices in the model, last exclusive. */
export interface Surroundings {
  tokens: Token[];
  beforeFirst: number;
  beforeLast: number;
  afterFirst: number;
  afterLast: number;
  /** Whether the words after the quotation are a sentence of their own: `"Why?" Smith asked.` */
  ownSentence: boolean;
  /** Whether a token stands inside a quotation: its words attribute nothing. */
  isQuoted(at: number): boolean;
  /** The attributions between marks of the words before. */
  asides: Aside[];
  /** Whether it stands in an attribution between marks. */
  isAside(at: number): boolean;
}

/** The words of a sentence, as the words before a quotation. */
export function surroundingsOf(reading: Reading, sentence: Sentence): Surroundings {
  const asides = reading.asidesOf(sentence);
  return {
    tokens: reading.model.tokens,
    beforeFirst: sentence.firstToken,
    beforeLast: sentence.lastToken,
    afterFirst: 0,
    afterLast: 0,
    ownSentence: false,
    isQuoted: reading.isQuoted,
    asides,
    isAside: (at) => asides.some((each) => each.start <= at && at < each.end),
  };
}
