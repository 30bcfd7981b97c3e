import { either, words } from "../../words.ts";
import { CALENDAR_NAMES, RELATIVE_DAYS } from "../calendar.ts";
import { AUXILIARIES, MODALS } from "../function-words.ts";

/** "What did she say about fisheries?": who, and on what. */
export const ASKS_WHAT_SAID =
  /^\s*what (?:did|has|does|do|have|had|was|were)\b(.*?)\b(?:say|said|saying|tell|told|think|thinks|call|called|promise|promised|announce|announced|write|written|wrote|post|posted|tweet|tweeted|comment|remark)\b(.*)$/i;
/** What is announced and promised is told of others' words as well. */
export const ANNOUNCED = /\b(?:announced?|promised?)\b/i;
/** A pronoun that is a subject. */
export const SPEAKS_ON = /^(?:He|She)\b|\b(?:he|she)\b/;
export const FIGURE = /(?<![\p{L}\p{N}.,-])(\d[\d,.]*\d|\d)(?: (million|billion|trillion))?[ -](\p{L}+|%)/gu;
/** A number, in digits or words. */
export const NUMBER =
  /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|dozens?|hundred|thousand|million|billion|trillion|half|third|quarter|twice)\b/i;
export const OFFICE_ASKED =
  /\b(?:minister|president|premier|chancellor|secretary|king|queen|emperor|emir|ambassador|envoy|governor|spokes(?:man|woman|person)|chief|speaker|leader|chair(?:man|woman)?)\b/i;
/** "Who is the defence minister of Japan?": the office, the country. */
export const OFFICE_OF =
  /\b(?:who|is|was|are|were)\b[^?]*?\bthe ((?:[\p{L}-]+ ){1,6}?)of (?:the )?([\p{L} .'’-]{2,40}?)\s*\??$/iu;
/** "Who is Japan's defence minister?": the country, the office. */
export const OFFICE_IN_FRONT =
  /^who(?: is| was|['’]s)(?: the)? ([\p{L}.-]+(?: [\p{L}.-]+)??)(?:['’]s)? ((?:[\p{L}-]+ ){0,5}[\p{L}-]+)\s*\??$/iu;
/** "Who is Clara Duval?": the name. */
export const WHO_IS = /^who(?: is| was|['’]s) (.{2,80})$/iu;
/** "Who won the cup?": the deed. */
export const WHO_DID = /^who (?:(?:will|would|has|had|have|can|could|should|may|might) )?(\p{L}+)\b/iu;
/** A title that somebody no longer holds, or not yet. */
export const NOT_IN_OFFICE = /\b(?:former|ex|late|outgoing|then|acting|designate|elect)\b/i;
/** What stands right before the time that a question is about: "in November 2022". */
export const BEFORE_PERIOD = /\b(?:in|during|of|back in|as of) $/i;
/** Two spellings of one office. */
export const DEFENCE = /^defen[cs]e$/i;
/** What stands before a question and asks for nothing. */
export const POLITE = /^(?:please |tell |give |show |and |but |so |ok |hey |hi )+/i;
/** The question is about the days before it was asked. */
export const RECENT = /\b(?:this (?:week|month|morning)|today|yesterday|tonight)\b/i;
export const ASKS_NUMBER =
  /\bhow (?:many|much|old|long|far|high|tall|big|fast|often)\b|\bwhat (?:percentage|percent|share|number|amount|age)\b/i;
/** A unit is a measure where a number stands in front of it: "within days" is none. */
function counted(unit: RegExp): RegExp {
  return new RegExp(
    String.raw`(?:${NUMBER.source}|\b(?:an?|several|few|couple of)\b)[\s-]?(?:[\p{L}.]+[\s-]){0,2}?${unit.source}`,
    "iu",
  );
}
const LENGTH =
  /\b(?:kilomet(?:er|re)s?|km|met(?:er|re)s?|miles?|feet|foot|ft|inch(?:es)?|cent[ií]met(?:er|re)s?|cm|yards?|degrees?)\b|\d ?m\b|°/i;
const DURATION = /\b(?:second|minute|hour|day|night|week|month|year|decade|centur)(?:y|ies|s|-?long)?\b/i;
/** What a measure is asked for by, and what answers with one. */
export const MEASURES: { asked: RegExp; answer: RegExp }[] = [
  { asked: /\bhow (?:high|tall|far|deep|wide|big)\b/i, answer: counted(LENGTH) },
  { asked: /\bhow long\b/i, answer: counted(new RegExp(`(?:${DURATION.source}|${LENGTH.source})`)) },
  { asked: /\bhow fast\b/i, answer: /\b(?:mph|kph|knots|km\/h|an hour|per hour|per second|mach)\b/i },
  {
    asked: /\bhow old\b/i,
    answer: /\b\d{1,3}-year-old\b|\baged? (?:of )?\d|, \d{1,3},|\b(?:is|was|turns?|turned) \d{1,3}\b|\byears old\b/i,
  },
  {
    asked: /\bhow much\b.*\b(?:cost|costs|pay|pays|paid|spend|spent|worth|earn|earned|charged?|fined?|sold|bought)\b/i,
    answer:
      /[$£€¥₹] ?\d|\b\d[\d,.]*(?: (?:million|billion|trillion))? (?:dollars?|pounds?|euros?|yen|yuan|rupees?|rubles?|roubles?)\b/i,
  },
  {
    asked: /\b(?:what (?:percentage|percent|share)|how much of)\b/i,
    answer: /%|\bper ?cent\b|\b(?:half|third|quarter|fifth)s?\b/i,
  },
];
/** "How many African countries": what is counted. */
export const COUNTED_THINGS = /\bhow many (?:[\p{L}-]+ ){0,3}?([\p{L}-]+s|people|children|men|women|police|troops|aircraft)\b/iu;
/** What stands between a number and what it counts. */
export const BETWEEN_NUMBER_AND_THING = String.raw`(?:[\s-]\p{L}[\p{L}’']*){0,3}?[\s-]`;
/** Asks for the measure, and stands in no answer: "fell to a depth of nine metres". */
export const MEASURE_WORD = /(?<=\bhow )(?:high|tall|far|deep|wide|big|long|fast|old)\b/i;
/** "How long did it last?": the verb stands in no answer, or for something else, "the last ten weeks". */
export const LASTS = /\blast[?\s]*$/i;
export const HOW_LONG = /\bhow long\b/i;
export const ASKS_DATE = /\bwhen\b|\b(?:what|which) (?:date|day|month|year)\b/i;
/** What stands before a place that somebody is in or goes to. */
export const WHERE_TO = /\b(?:in|to|at|near|from|visit(?:s|ed|ing)?|leaves?|left|reach(?:ed)?)\s+(\p{L}+)/giu;
/** Asks for a reason. */
export const ASKS_REASON =
  /\bwhy\b|\bhow come\b|\bwhat (?:caused|prompted|led to|triggered)\b|\bwhat (?:is|was|were) the (?:reasons?|cause)\b/i;
/** What a sentence gives a reason with. */
export const REASON =
  /\b(?:because|due to|owing to|thanks to|so that|in order to|in response to|in protest|citing|cited|reasons?|triggered|prompted|spurred|cause[sd]?|blam(?:ed?|ing)|accus(?:ed?|ing)|leads? to|led to|result(?:ed|s)? (?:of|in|from)|amid|given that|out of|in (?:a )?bid to|(?:fears?|concerns?|criticism) (?:over|about|that|of)|angered|since)\b/i;
/** What news often puts in front of what led to something. */
export const CAME_BEFORE = /\b(?:after|over|following|for \p{L}+ing)\b/iu;
/** "Which countries are in the Quad?" */
export const ASKS_MEMBERS =
  /\b(?:what|which|who) (?:countries|states|nations|members)?\s*(?:are|is|belongs?|make|makes|form|forms) (?:(?:the )?members of|part of|in|to|up)\b/i;
/** What a sentence names members with. */
export const MEMBERSHIP = /\b(?:members?|membership|compris\p{L}+|consist\p{L}*|includ(?:es|ing)|made up|groups?|grouping)\b/iu;
/** Asks for several people: "which leaders", "who were". */
export const ASKS_PEOPLE =
  /\b(?:what|which) (?:[\p{L}-]+ ){0,2}?(?:leaders|presidents|premiers|ministers|officials|diplomats|envoys|ambassadors|politicians|people)\b|\bwho (?:are|were)\b/iu;
export const ASKS_COUNTRIES = /\b(?:what|which) (?:countries|states|nations)\b/i;
export const ASKS_PLACE =
  /\bwhere\b|\b(?:what|which) (?:country|city|town|state|place|venue|capital|island|region|continent|nation)\b/i;
export const ASKS_PERSON =
  /\bwho(?:m|se)?\b|\b(?:what|which) (?:person|minister|president|leader|actor|actress|singer|player|coach|author|artist)\b/i;
export const ASKS_NAME = /\b(?:what|which)\b/i;
/** Words that say no more of the matter than "about". */
export const NO_MATTER = words("last recently lately anything something latest new else matter issue question topic reporters");
/** Words between a speaker and a verb of speech. */
export const BETWEEN_NAME_AND_VERB = words(
  "also then later earlier himself herself has had on monday tuesday wednesday thursday friday saturday sunday",
);
/** So many of them. */
export const MOST_BETWEEN = 3;
/** Verbs of speech that stand before their speaker: "said Lund". */
export const SPEAKS_IN_FRONT = words("said says wrote added");
/** Words of asking and of the calendar that no article answers with. */
export const QUESTION_FRAME = words(
  "get gets got getting week recently according following name named called call say said tell year month day today yesterday time many much kind type likely often based current currently",
);
/** A question that yes or no answers. */
export const DECIDES = new RegExp(String.raw`^(?:${either(AUXILIARIES, MODALS)})\b`, "i");
/** A date, or a day that is told from today. */
export const DATE_WORD = new RegExp(
  String.raw`\b(?:(?:1[5-9]|20)\d{2}|${either(CALENDAR_NAMES, RELATIVE_DAYS)}|\d{1,2}(?:st|nd|rd|th))\b`,
  "i",
);
/** What makes many of a thing: "activists", "countries". */
export const PLURAL_ENDING = /(?:ies|s)$/i;

/** The words that ask, at the beginning of a question. */
const ASKING_WORDS = "who|whom|when|where|why|what|which|how (?:many|much|long|often)";
export const BEGINS_ASKING = new RegExp(String.raw`^(?:${ASKING_WORDS})\b`, "iu");
/** "Where and when did they meet?": both words, and what is asked by either. */
export const ASKS_BOTH = /^(who|where|when|why|how) and (who|where|when|why|how) (?=did|was|is|were|will|has|have|does)/iu;
/** "…, and when?", "… and who chaired it?": between two questions. */
export const BETWEEN_QUESTIONS = new RegExp(
  String.raw`,? and (?=(?:${ASKING_WORDS})(?: (?:did|was|is|were|will|has|have|does|do|\p{L}+(?:ed|s)|won|led|took|spoke|came|went|held|met|paid)\b|$))`,
  "iu",
);
/** What names a place: "in Oslo", "at the Palace". */
export const NAMES_A_PLACE = /\b(?:in|at|near|outside|aboard|visit(?:s|ed)?|to) (?:the )?\p{Lu}/u;
/** "Who else was there?" */
export const ELSE = /\belse\b/i;
export const ELSE_WHO = "who else was there";
/** "From May to June", "between May and June". */
export const FROM_TO = /\bfrom\b.{3,60}\bto\b|\bbetween\b.{3,60}\band\b/i;
