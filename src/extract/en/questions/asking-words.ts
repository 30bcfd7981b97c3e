import { either, words } from "../../words.ts";
import { CALENDAR_NAMES, RELATIVE_DAYS } from "../calendar.ts";
import { AUXILIARIES, MODALS } from "../function-words.ts";

/** "What did she say about fisheries?": who, and on what. */
export const ASKS_WHAT_SAID =
  /^\s*what (?:did|has|does|do|have|had|was|were)\b(.*?)\b(?:say|said|saying|tell|told|think|thinks|call|called|promise|promised|announce|announced|write|written|wrote|post|posted|tweet|tweeted|comment|remark)\b(.*)$/i;
/** A pronoun that is a subject. */
export const SPEAKS_ON = /^(?:He|She)\b|\b(?:he|she)\b/;
export const FIGURE = /(?<![\p{L}\p{N}.,-])(\d[\d,.]*\d|\d)(?: (million|billion|trillion))?[ -](\p{L}+|%)/gu;
/** A number, in digits or words. */
export const NUMBER =
  /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|hundred|thousand|million|billion|trillion|half|third|quarter|twice)\b/i;
export const OFFICE_ASKED =
  /\b(?:minister|president|premier|chancellor|secretary|king|queen|emperor|emir|ambassador|envoy|governor|spokes(?:man|woman|person)|chief|speaker)\b/i;
/** "Who is the defence minister of Japan?": the office, the country. */
export const OFFICE_OF =
  /\b(?:who|is|was|are|were)\b[^?]*?\bthe ((?:[\p{L}-]+ ){1,6}?)of (?:the )?([\p{L} .'’-]{2,40}?)\s*\??$/iu;
/** "Who is Japan's defence minister?": the country, the office. */
export const OFFICE_IN_FRONT =
  /^who(?: is| was|['’]s)(?: the)? ([\p{L}.-]+(?: [\p{L}.-]+)??)(?:['’]s)? ((?:[\p{L}-]+ ){0,5}[\p{L}-]+)\s*\??$/iu;
/** Two spellings of one office. */
export const DEFENCE = /^defen[cs]e$/i;
/** What stands before a question and asks for nothing. */
export const POLITE = /^(?:please |tell |give |show |and |but |so |ok |hey |hi )+/i;
/** The question is about the days before it was asked. */
export const RECENT = /\b(?:this (?:week|month|morning)|today|yesterday|tonight)\b/i;
export const ASKS_NUMBER =
  /\bhow (?:many|much|old|long|far|high|tall|big|fast|often)\b|\bwhat (?:percentage|percent|share|number|amount|age)\b/i;
export const ASKS_DATE = /\bwhen\b|\b(?:what|which) (?:date|day|month|year)\b/i;
export const ASKS_PLACE =
  /\bwhere\b|\b(?:what|which) (?:country|city|town|state|place|venue|capital|island|region|continent|nation)\b/i;
export const ASKS_PERSON =
  /\bwho(?:m|se)?\b|\b(?:what|which) (?:person|minister|president|leader|actor|actress|singer|player|coach|author|artist)\b/i;
export const ASKS_NAME = /\b(?:what|which)\b/i;
/** Words that say no more of the matter than "about". */
export const NO_MATTER = words("last recently lately anything something latest new else matter issue question topic reporters");
/** Words between a speaker and a verb of speech. */
export const BETWEEN_NAME_AND_VERB = words("also then later earlier himself herself has");
/** Verbs of speech that stand before their speaker: "said Lund". */
export const SPEAKS_IN_FRONT = words("said says wrote added");
/** Words of asking and of the calendar that no article answers with. */
export const QUESTION_FRAME = words(
  "week recently according following name named called call say said tell year month day today yesterday time many much kind type likely often based current currently",
);
/** A question that yes or no answers. */
export const DECIDES = new RegExp(String.raw`^(?:${either(AUXILIARIES, MODALS)})\b`, "i");
/** A date, or a day that is told from today. */
export const DATE_WORD = new RegExp(
  String.raw`\b(?:(?:1[5-9]|20)\d{2}|${either(CALENDAR_NAMES, RELATIVE_DAYS)}|\d{1,2}(?:st|nd|rd|th))\b`,
  "i",
);
