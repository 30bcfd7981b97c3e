import { words } from "../../words.ts";

export const ARTICLE_BEFORE = /^the /;
export const NO_COUNTRY_IN_TOPIC = words("us it in");
export const BETWEEN_TOPICS = /[-–—/,&+]|\band\b|\bvs?\.?\s/i;
export const NO_TOPIC_WORD = /^(?:and|the)$/i;
/** What stands between two who met: "Lund and Solberg". */
export const BETWEEN_PARTIES = / (?:and|with|&) | ?[,+&] ?/i;
/** Names of states and bodies that news writes in several ways, and one word for each. */
export const ONE_NAME: [string, string][] = [
  ["united states of america", "usa"],
  ["united states", "usa"],
  ["u.s.", "usa"],
  ["united kingdom", "britain"],
  ["u.k.", "britain"],
  ["united nations", "un"],
  ["u.n.", "un"],
];
