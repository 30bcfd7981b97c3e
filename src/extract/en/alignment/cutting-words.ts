import { words } from "../../words.ts";

/** What a clause that is cut off may not hold: a condition, an exception, a source, a contrast; without it the rest would say more. */
export const UNCUTTABLE = words(
  "if unless whether until till though although than before lest provided providing assuming given pending subject conditional depending",
  "without except excluding besides despite instead rather unlike contrary but yet or nor otherwise",
  "according per citing source sources claim claims claimed reports accused suspected disputed unverified",
  "experience view views opinion reckoning judgment judgement assessment estimation account telling eyes mind",
);
/** An author's line: "By Ana Costa", "By Ana Costa and Li Wei, Meridian Wire". */
export const BYLINE = /^(?:By|BY) \p{Lu}[\p{L}.’'-]{1,30}(?:,? (?:and |in )?\p{Lu}[\p{L}.’'-]{0,30}){1,7}$/u;
/** Words that a connector may make small, because they are no names. */
export const SMALL_OPENERS = words(
  "the a an in on at after during under for from with this these those his her its their he she it they both",
);
