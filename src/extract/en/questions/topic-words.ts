import { words } from "../../words.ts";

export const ARTICLE_BEFORE = /^the /;
export const NO_COUNTRY_IN_TOPIC = words("us it in");
export const BETWEEN_TOPICS = /[-–—/,&+]|\band\b|\bvs?\.?\s/i;
export const NO_TOPIC_WORD = /^(?:and|the)$/i;
/** What stands between two who met: "Lund and Solberg". */
export const BETWEEN_PARTIES = / (?:and|with|&) | ?[,+&] ?/i;
