/** All that a model may add to the articles' words: what stands above a group of sentences. "" for nothing. */
export const HEADINGS = [
  "",
  "Talks",
  "Statements",
  "Agreements",
  "Security",
  "Trade and economy",
  "Background",
  "Other",
] as const;

/** And what may stand before a sentence; none of them says how it bears on the one before. */
export const OPENERS = ["", "Also", "In addition", "Separately"] as const;
