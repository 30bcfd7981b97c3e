/** What makes one account of an event other than another one. English alone. */

const NUMBER =
  "\\d[\\d,]{0,11}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty";

/** "12 people", "nine sailors": a number, and what it counts. */
export const COUNTED = new RegExp(`(?<![\\p{L}\\p{N}.,-])(${NUMBER}) (?:more |other )?(\\p{L}{3,24})`, "gu");
/** "killed at least 12", "injuring nine": what was done to so many. */
export const DONE_TO = new RegExp(
  `\\b(kill|injur|wound|arrest|detain|displac|evacuat|sank|rescu)(?:ed|ing|s)?(?: at least| about| around| some| up to| more than| nearly| over)? (${NUMBER})(?![\\p{L}\\p{N}]|[.,]\\d)`,
  "gu",
);
/** Behind a number, and nothing that is counted. */
export const NOT_COUNTED: ReadonlySet<string> = new Set(
  "and are per cent percent million billion trillion hundred thousand for from the was were who with years days hours minutes weeks months".split(
    " ",
  ),
);

/** "denied that she met him", "did not meet", "never met". */
export const DENIES =
  /\b(?:den(?:y|ies|ied|ying)|(?:did|has|have|had|was|were) (?:not|never)|(?:did|has|have|had|was|were)n['’]t|never|no such|refut(?:ed|es|ing)|untrue)\b/iu;
