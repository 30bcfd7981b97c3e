import type { Grammar } from "../grammar/load-grammar.ts";

/**
 * What the engine needs to know of a language to read a text in it. The tokeniser, spans, clustering and merging know none: the language
 * comes with the text's model, and its own rules ask there. A language is a folder beside `en/`, and one object of this type in it.
 */
export interface Language {
  /** Primary tag of BCP 47. */
  tag: string;
  sentences: SentenceWords;
  judged: JudgingWords;
  /** The beginning of a line that is no news: no summary holds it. */
  boilerplate: RegExp;
  /** The parser's tables; they are loaded when they are first asked for. */
  grammar(): Grammar;
}

/** Where a full stop ends no sentence. */
interface SentenceWords {
  /** A name or a number follows: "Mr.". Lower case, without the stop. */
  titleAbbreviations: ReadonlySet<string>;
  /** One of these ends a sentence where a usual first word of one follows: "Inc.". Lower case, without the stop. */
  otherAbbreviations: ReadonlySet<string>;
  /** Words that begin sentences and hardly ever follow an abbreviation inside one. As written. */
  starters: ReadonlySet<string>;
  /** A word before "X" that makes it the network's name and no initial. */
  beforeNetwork: ReadonlySet<string>;
}

/** How a text is known to be in the language. */
interface JudgingWords {
  /** Words that it can hardly do without and that its neighbours do not write. */
  common: ReadonlySet<string>;
  /** So much of a running text they are at the least, 0 to 1. */
  minShare: number;
  /** One of them alone may be another language's word. */
  minDifferent: number;
}
