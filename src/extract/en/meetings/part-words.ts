import { words } from "../../words.ts";

/** Words that put one meeting into a summit or a visit. All lower case. */

/** "on the sidelines of", "on the margins of": beside a gathering. */
export const BESIDE = words("sidelines sideline margins margin fringes fringe");
/** Prepositions of what a meeting takes place in. */
export const IN_THE_COURSE_OF = /^(?:at|during|on|in|as part of)$/;
/** What belongs to a gathering or a visit that the text tells of. */
export const SESSION_NOUNS = words(
  "session sessions dinner lunch luncheon breakfast banquet reception plenary retreat audience ceremony",
);
/** Words inside a gathering's name. */
export const IN_GATHERING_NAME = /^(?:of|for|on|the|and|&|de|la)$/;
/** Whose gathering a body's is: "G20 Leaders' Summit". */
export const OF_LEADERS = / (?:Leaders|Foreign Ministers|Ministers)(?:[’'])?(?: (?:Summit|Meeting))?$/u;
/** In a gathering's own name, what states gather on: "Climate Summit", "Peace Conference". */
export const OF_STATES =
  /^(?:leaders|ministers|nations|climate|peace|nuclear|disarmament|ceasefire|refugees?|donors?|reconstruction|biodiversity)$/i;
/** Nations within a state: their gathering is its own affair. */
export const NATIONS_WITHIN = /\b(?:tribal|first|indigenous|home) nations\b/i;

/** Whoever receives several like this, or several of these, sits down with each. */
export const ONE_BY_ONE =
  /\b(?:separately|separate (?:talks|meetings|sessions|audiences|rooms)|individually|in turn|one after (?:the other|another)|one by one|in succession|back-to-back|each (?:for|in)|(?:the )?(?:\w+ )?ambassadors (?:of|from)|credentials)\b/;

/** In a sentence on some of those who met, these tell of a meeting of their own. */
export const TOLD_APART =
  /\b(?:also|separately|bilaterally|earlier|later(?! \w+day)|afterwards|(?:the|that) same (?:day|morning|afternoon|evening))\b/;

/** What tells the first day of a conference, or both. */
export const BEGINS =
  /\b(?:begin(?:s|ning)?|began|begun|open(?:s|ed|ing)?|start(?:s|ed|ing)?|kick(?:s|ed|ing)? off|gets? under ?way|got under ?way|run(?:s|ning)?|from \p{L}* ?\d)\b/iu;
