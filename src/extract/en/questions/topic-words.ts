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
/** What a part of a saved topic begins with that is left out of it: "not cricket", "without cricket", "-cricket". */
export const EXCLUDED = /^(?:(?:but )?not\b|without\b|except\b|no\s(?=\S)|[-–—!](?=\S))\s*/i;
/** "not from Valley Post", "not the publisher Valley Post". */
export const FROM_PUBLISHER = /^(?:(?:anything )?(?:from|by)\b|(?:the )?publisher\b:?)\s*/i;
/** What links a question to the topic that ends it: "… in our region". */
export const TOPIC_LINK = /\s(?:in|on|about|from|of|for|across|within|regarding)\s(?:the\s)?$/i;
/** Asks for nothing but news: "what is new", "what happened", "any news". */
export const ASKS_FOR_NEWS =
  /^(?:so,? )?(?:what(?:['’]s| is| are| has)? (?:the )?(?:new|news|latest|up|happened|happening|going on)|any(?:thing)? (?:new|news|updates?)|(?:the )?(?:latest|news))[\s?.!]*$/i;
