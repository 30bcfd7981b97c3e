import type { ArticleBody } from "../domain/evidence/records.ts";
import type { Range } from "../domain/evidence/span.ts";

/** A sentence that may stand in a briefing, or two that follow one another. `fit` says how much it is about the topic (0 to 4), `score` what it is worth beside others. */
export interface Line {
  article: ArticleBody;
  range: Range;
  text: string;
  /** What it tells, less the names of the sides, by which all lines on a topic are alike. */
  words: Set<string>;
  /** Place of the first sentence in its article. */
  at: number;
  fit: number;
  score: number;
  /** Old history, a guess or a state of things: shown where there is no news. */
  isBackground: boolean;
}
