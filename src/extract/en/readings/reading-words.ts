import { words } from "../../words.ts";
import { REFERRING_PRONOUNS } from "../function-words.ts";

/** Words and patterns by which a model's reading is held against its article. All lower case. */

/** Words that mean several who were named before. */
export const SEVERAL =
  /\b(?:they|them|their|both|each other|one another|the (?:two|three|four|pair|leaders|ministers|presidents|sides|delegations|officials|diplomats|envoys|countries|nations|neighbou?rs|parties|men|women|duo|trio|counterparts?|allies|governments))\b/;

/** What may open words that are meant without it: "on Monday", "in Rome", "the European Union". */
export const LEAD = /^(?:(?:on|in|at|by|from|to|during|for|since|of|with|the|a|an|this|its|his|her|their)\s+)+/i;

/** In front of a day and part of no date. */
export const DATE_LEAD = /^(?:(?:on|in|at|by|during|for|of|the|from)\s+)+/i;

/** In front of a place. */
export const PLACE_LEAD = /^(?:(?:in|at|to|into|near|outside|from|on|of|via|through|around|inside|across)\s+)?(?:the\s+)?/i;

/** Behind a name these lead to its office: "who was elected president", "is", "as". */
export const LEADS_TO_OFFICE = words(
  "who whom is was are were be been being has had have become becomes became remains remained serve serves served serving as also now currently then once still later elected appointed " +
    "named re-elected sworn took office works worked acting will heads headed leads led chairs chaired runs ran directs directed oversees represents",
);
/** Between an office and its name or a name and its office: what the office is of. */
export const WITHIN_OFFICE = words(
  "of for at from to and the a an his her its their that in on former ex then new long-time longtime both senior top",
);
/** Right before a name these make it somebody beside the office, not its holder. */
export const BESIDE_OFFICE = words("and with or to by for from than but against");

/** A sentence without a known word for an encounter is read by these: what it tells is to come, or none. */
export const PLAN =
  /\b(?:will|shall|plans?|planned|planning|expected|scheduled|due|set to|is to|are to|was to|were to|to be held|going to|intends?|hopes?|agreed to|upcoming|next (?:week|month|year)|tomorrow)\b/;
export const DENIAL =
  /\b(?:denied|denies|deny|did not|didn['’]t|has not|have not|had not|never|no plans?|refused to|declined to|will not|won['’]t|not true|ruled out|untrue|false)\b/;
/** In front of an event: what follows is said not to be so. */
export const DENIED_THAT =
  /\b(?:den(?:y|ies|ied|ying)|disput(?:e[sd]?|ing)|dismiss(?:ed|es|ing)|reject(?:s|ed|ing)|refut(?:e[sd]?|ing)|rul(?:e[sd]?|ing) out)(?: [\p{L}’'-]+){0,6} that\b/u;
export const AGREED_TO =
  /\bagreed(?: [“"]?in principle[”"]?)? (?:to|on)(?: (?!after\b|before\b|during\b|following\b|when\b)[\p{L}’'-]+){0,4} ?$/u;
/** "will not meet after all", "no longer plan to meet": what had been planned is off. */
export const OFF_AFTER_ALL =
  /\b(?:not|n['’]t)\b.{0,80}\bafter all\b|\bno longer (?:meet|travel|visit|attend|take place|be held)\b/;
/** "goes on to Accra on Saturday": a journey told in the present is to come. */
export const GOES_TO = /\b(?:goes|travels|heads|flies|returns|moves|continues)(?: (?:on|back|home))? to\b/;

/** Before a noun: the event that was told of before. */
export const REFERS_BACK = words("the that this those these their its");

/** Words without which a meeting is not of a kind. */
export const KIND_WORDS = {
  call: /\b(?:(?:tele)?phon(?:e|es|ed|ing)|telephonic|calls?(?! (?:for|on|to|it|itself|upon)\b)|called (?!for\b|on\b|off\b|to\b|it\b|the\b|a\b)|sp(?:oke|eak|eaks|oken|eaking) (?:to|with|by|again|on|over|directly)|conversations?|dial(?:l?ed)?|rang)\b/,
  video: /\b(?:virtual(?:ly)?|video\p{L}*|online|remotely|zoom|teleconference|by link|link-?up)\b/u,
  visit:
    /\b(?:visit\p{L}*|trips?|travel\p{L}*|journey\p{L}*|tour\p{L}*|arriv\p{L}+|land(?:ed|s|ing)|fl(?:ew|y|ies|ying|own)|went|go(?:es|ing|ne)?|head(?:s|ed|ing)|host\p{L}*|receiv\p{L}+|welcom\p{L}+|greet\p{L}*|c[oa]me|coming|guests?|stop\p{L}*|stay\p{L}*|return\p{L}*)\b/u,
  summit:
    /\b(?:summits?|conferences?|forums?|assembl(?:y|ies)|councils?|gather\p{L}*|sessions?|congress|cop-?\d+|g-?\d{1,2}|group of|leaders|heads of state)\b/u,
  "statement-signing": /\bsign\p{L}*\b/u,
};
/** Of an encounter in one place. */
export const FACE_TO_FACE =
  /\b(?:me[et]t|meets|meetings?|face[- ]to[- ]face|in person|host\p{L}*|sat|visit\p{L}*|summits?|gather\p{L}*|welcom\p{L}+|receiv\p{L}+|dinner|lunch\p{L}*|breakfast)\b/u;
/** Without any of these a sentence tells of nothing that is only thought of, asked for or denied, whatever the parser makes of it. */
export const UNREAL =
  /\b(?:may|might|could|would|should|must|can|cannot|if|whether|unless|no|not|none|nor|neither|never|nobody|without|instead|nearly|almost|den(?:y|ies|ied|ying)|disput\p{L}+|dismiss\p{L}*|reject\p{L}*|refus\p{L}+|declin\p{L}+|rul(?:e[sd]?|ing) out|call(?:s|ed|ing)? (?:for|on)|propos\p{L}+|offer\p{L}*|invit\p{L}+|want\p{L}*|wish\p{L}*|hop(?:e[sd]?|ing)|seek\p{L}*|sought|ask\p{L}*|urg(?:e[sd]?|ing)|demand\p{L}*|possib\p{L}+|potential\p{L}*|consider\p{L}*|suggest\p{L}*|willing|ready|open to|prospect\p{L}*|avoid\p{L}*|fail\p{L}*|skip\p{L}*|cancel\p{L}*|postpon\p{L}+|untrue|false|fiction\p{L}*|ahead of|before|until)\b|n['’]t\b/u;

export function isPronoun(text: string): boolean {
  return REFERRING_PRONOUNS.has(text.trim().toLowerCase());
}
/** Descriptions that mean no person. */
export const NO_PERSON =
  /\b(?:group|body|organi[sz]ation|paper|newspaper|magazine|site|website|outlet|broadcaster|network|daily|publication|journal|channel|bloc|alliance|statement|communiqu[eé]|declaration|document|letter|memo|memorandum|report|release|readout|resolution|treaty|agreement|text|sheet|transcript|ruling|constitution|bulletin|notice|circular|list|page|ministry|government|department|council|commission|committee|agency|embassy|office|court|party|company|administration)\b/i;
/** How somebody without a name is called. */
export const SPEAKS_OF_DESCRIBED = /^(?:(?:an?|one|the|senior|another|\p{Ll}[\p{L}-]+) )*\p{Ll}/u;
/** Between a page and its newspaper, a report and its institute. */
export const OF_ITS_PUBLISHER = /^(?:of|from|by|in|for)$/;
/** A sentence that opens so speaks of whom another one named. */
export const POINTS_BACK = /^["“”‘’'\s]*(?:that|this|the (?:same )?\p{Ll}+|he|she|they|it)\b/u;
/** Rules of the local engine that give a quotation the speaker of another one. */
export const CARRIED_RULE =
  /^(?:carried over|the paragraph's only|announced by the sentence|goes on from|subject understood|attributed with)/;
