import { words } from "../../words.ts";

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
    "named re-elected sworn took office works worked acting will",
);
/** Between an office and its name or a name and its office: what the office is of. */
export const WITHIN_OFFICE = words(
  "of for at to and the a an his her its their that in on former ex then new long-time longtime both senior top",
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
