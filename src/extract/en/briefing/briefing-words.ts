import { words } from "../../words.ts";

/** Words by which a reader knows what a line of news is worth by itself. English alone. */

/** A sentence that begins with one of these says little without the one before it. */
export const LEANS_ON_ANOTHER =
  /^["“‘']?(?:He|She|It|They|We|I|This|That|These|Those|Such|His|Her|Its|Their|There|Here|But|And|So|Also|Still|However|Instead|Then|Yet|Nor|Or|Neither|Both|Others?|Another|Some|Many|One|Among them|Earlier|Later|Meanwhile|Separately|Nevertheless|Nonetheless|Moreover|Furthermore|Additionally|In addition|As such|For (?:his|her|its|their) part|On (?:his|her|its|their) part|In (?:his|her|its|their) \p{L}+|During (?:his|her|its|their) \p{L}+|(?:Since|After|At|Before|Following|During|From|By) (?:that|this|these|those)(?! (?:week|weekend|month|year|morning|afternoon|evening|summer|winter|spring|autumn|fall)\b)|Afterwards?|Outside|Inside|Asked|Pressed|Why|What|How|Who)\b(?! (?:of )?(?:U\.?S|American)\b)/u;

/** A sentence that goes on from another, or tells what had been before: "Lund also invited investors", "Lund had asked for it". */
export const ADDS_TO_ANOTHER = /^(?:[^\s,]+ ){1,8}(?:also|had (?:already )?[a-z]+(?:ed|en|wn|ght|ne|me|et|old|ade|aid))\b/;

/** A thing of the sentence before, taken up with "the": "The visit lasted seven hours." */
export const TAKEN_UP =
  /^The (?:(?:two|three|four|five|latest|same|new|first|second|other) )*(?:move|decision|comments?|remarks?|statement|picture|photo|image|exchange|meeting|visit|trip|talks?|conversation|call|deal|report|letter|plan|announcement|news|incident|result|effort|gathering|event|summit|launch|test|attack|document|proposal|policy|bill|vote|leaders?|countries|sides|men|women|pair|couple|duo|officials?|president|minister|chancellor|ambassador|man|woman|group|company|line|boats?|ship|ships|President|Vice President|Prime Minister|Secretary|Minister|Chancellor|Leaders|Presidents|Ministers)\b(?! \p{Lu})(?! (?:of|between|with|in|on|from|to|by) (?:the )?\p{Lu})/u;

/** What two did when they met or spoke, with their offices: by themselves these words only say that they did. */
export const CONTACT_WORDS = words(
  "met meet meets meeting spoke speak speaks talked talks call called calls phone phoned telephone telephoned held conversation received hosted welcomed visit visited visiting margins sidelines today yesterday earlier again evening morning afternoon night president vice prime minister ministers foreign secretary chancellor king queen crown prince chief general national security advisor adviser deputy principal assistant counterpart leaders leader summit white house",
);
/** How a text goes on to say what was spoken about. */
export const GOES_ON =
  /^(?:They|Both|Together|The (?:two|three|four|leaders|presidents|(?:prime |foreign )?ministers|vice presidents|advis[eo]rs|officials|sides|pair))\b/i;

/** Two, of whom the sentence before must have told that they met or spoke. */
export const OF_TWO = /^(?:\S+ ){0,3}?(?:they|their|both|the (?:two|leaders|presidents|sides|countries))\b/i;

/** What is called by the names of those who fight in it: "the war in Ukraine", "Russia's invasion". */
export const NAMES_WAR = {
  before:
    /\b(?:wars?|invasion|annexation|conflict|crisis|fighting|aggression|assaults?|attacks?|offensive) (?:in|of|on|over|against|with|between) (?:the )?(?:\p{L}+ and )?$/iu,
  behind: /^(?:['’]s?)?[ -](?:[\p{L},-]+ ){0,4}(?:wars?|invasion|annexation|conflict|crisis|aggression|assault)\b/iu,
};

/** Before a war that is not itself what the sentence is on: "differences over the invasion". */
export const ABOUT_WAR = /\b(?:over|about|on|to|from|for|against|regarding)\s+(?:the\s+)?$/i;

/** A paper on its own mistakes: the news is what it corrects. */
export const CORRECTION_NOTICE =
  /^correction\b|\b(?:article|story|report|edition|version|caption|headline)\b.*\b(?:wrong|wrongly|incorrect|incorrectly|misstated|misspelled|misspelt|in error)\b/i;

/** A page on itself, or on another page. */
export const ABOUT_THE_PAGE =
  /^(?:more:|read more|related:|watch:|photos?:|live:|follow |here(?:'|’)s what|what (?:you need )?to know|this (?:story|article|report)|editor(?:'|’)s note|contributing:|click|sign up)|\b(?:pictured|file photo|getty images|our (?:live )?coverage|contributed to this (?:report|story)|told cnn in an email)\b/i;

/** Two who spoke without being in one place. */
export const BY_TELEPHONE =
  /\b(?:(?:by|over the|on the) (?:phone|telephone)|(?:tele)?phoned|(?:telephone|phone|video) (?:call|conversation)|(?:held|had) a (?:tele)?(?:phone )?call|video ?conference)\b/i;
/** Two who were in one place. */
export const FACE_TO_FACE = /\b(?:met|meets?|meeting|received|hosted|visited|held talks in)\b/i;
/** Two who were in touch. */
export const MET_OR_SPOKE =
  /\b(?:met|meet|spoke|talked|called|phoned|(?:held|had) (?:a )?(?:\p{L}+ )?(?:call|talks?|conversation)|hosted|received|welcomed)\b/iu;
/** A speaker who stands for whoever was named before: a reader of the quotation alone learns nothing from it. */
export const NOBODY_IN_PARTICULAR =
  /^\p{Ll}+$|^(?:(?:the|a|an|this|that|his|her|their|its) )?(?:\p{Ll}+ )?(?:groups?|leaders?|two|statements?|reports?|officials?|sources?|post|tweet|letter|document|readout|organi[sz]ations?|countries|companies|company|man|woman|people|president|minister|couple|pair|others)$/u;

/** What is yet to be. */
export const TO_COME =
  /\b(?:will|would|(?:is|are|was|were) (?:due |expected |scheduled |set |going )?to|plans? to|tomorrow|upcoming|later this)\b/i;

/** Amounts and counts, not days: "$625 million", "1,300 personnel", "40%". */
export const COUNTS =
  /(?:[$€£¥]\s?\d|\b\d[\d,.]*\s?(?:%|percent|per cent|million|billion|trillion|miles|km|kilomet(?:er|re)s|tons?|tonnes|troops|soldiers|people|personnel|aircraft|missiles|tanks|jets|votes|countries|states|nations)\b)/i;
/** What every readout says of every guest. */
export const COURTESIES =
  /\b(?:(?:reaffirm|underscor|underlin|reiterat|highlight|emphasi[sz]|stress|express|convey|discuss|exemplif|thank|congratulat|appreciat|welcom)\p{L}*)\b[^.;]{0,60}\b(?:importance|strength|strong|commitment|partnership|relationship|relations|ties|alliance|friendship|close|enduring|long-?standing|lasting|shared|mutual|appreciation|cooperation)\b|\blines of communication\b|\ba (?:range|number|variety) of (?:\p{L}+ )?issues\b/iu;

/** Who guesses: what may be is no news yet. */
export const GUESSED =
  /\b(?:might|could|may|perhaps|likely|unlikely|probably|seems?|appears? to|appeared to|experts?|analysts?|observers|critics|pundits|rumou?rs?|speculation|hopes? (?:for|to)|suggests? that|raises? (?:the )?questions?|remains to be seen)\b/i;

/** What was long ago, or always: the paper reminds its readers. */
export const REMINDS =
  /\b(?:in recent (?:years|months|decades)|over the (?:years|past|last)|for (?:years|decades|months|centuries|generations)|(?:years?|decades?|months?) ago|last year|long been|historically|traditionally|since then|once|used to|at the time|was born|in history|a former|decades|centur(?:y|ies))\b/i;

/** A year that has a day of its own in the past: "in 1998", "back in May 2019". "An agreement of 2029" may be today's matter. */
export const IN_YEAR = /\b(?:in|during|from|between)\s+(?:\p{L}{3,9}\.?\s+)?((?:19|20)\d\d)\b/giu;

/** Games: two countries that play are in no talks. */
export const GAMES =
  /\b(?:beat|beats|thrashed|crushed?|goals?|scored?|scores|coach(?:es)?|striker|goalkeeper|captain|penalt(?:y|ies) shoot-?out|penalties|semi-?finals?|quarter-?finals?|final against|finished (?:level|first|second|third)|medals?|bronze|tournament|championships?|league|cup|olympics?|cricket|sports|football|soccer|hockey|rugby|tennis|chess|innings|wickets?|matches|match|players?|teams?|friendly (?:match|game|before|against|at|in|on|with)|in the final(?= (?:in|at|on|against)\b|[,.;])|crowd of \d[\d,.]*|won the first leg|\d+-\d+)\b/gi;
/** So many of them in a sentence, or in a headline with its first lines, make it one on games. */
export const GAMES_AT = 2;

/** Headlines of what is no report: a view, a list, a life, a look ahead or back. */
export const NO_REPORT =
  /^(?:opinion|analysis|comment|column|editorial|review|profile|obituary|quiz|recipe|in pictures|photos|fact check|explainer|correction|letters?)\b|\b(?:opinion|explainer|quiz|recipes?|the best|things to do|beaches|travel guide|horoscope)\b/i;

/** Between the names of two sides that are named together, in single blanks: "India and Japan", "U.S.-ROK", "between India and the Japanese". */
export const TOGETHER = /^(?:['’]s )?(?:,? ?(?:and|with|&)|[-–/])(?: (?:the|its|his|her))?$/i;

/** Between two of several who are named in one breath: "A of one, B of another and C". */
export const LISTED = /^(?:['’]s?)?(?:,| and\b)(?:,? (?:and|the|of|\p{Lu}[\p{L}.'’-]*))*,? ?$/u;

/** A preposition before the name of a place that is just a place. */
export const PLACE_PREPOSITION = /\b(?:in|at|near|outside|across|inside|around|throughout)\s+(?:the\s+)?$/i;

/** A border is a place, whoever is on its other side. */
export const BORDER = {
  before: /\b(?:borders?|frontiers?) (?:with|to|of) (?:the )?$/i,
  behind: /^ (?:borders?|frontiers?|coasts?|side of|waters|airspace)\b/i,
};
export const NEAR_PLACE = /\b(?:in|at|near|along|across|over|inside|outside|off|on|to|from|by|beside) (?:the )?$/i;

/** When something was said: "after his meeting with", "following a call with". */
export const BEFORE_OCCASION =
  /\b(?:after|following|before|ahead of|during|since|upon|at) (?:(?:his|her|their|its|the|a|an|that|this)\s+)?(?:\p{L}+ )?(?:(?:meetings?|talks|calls?|summits?|visits?|trips?|roundtables?|conversations?|sessions?) (?:with|to|between|by) )?(?:the )?(?:\p{Lu}\p{L}+ ){0,2}$/u;

/** What stands before the matter of a meeting. */
export const SPOKEN_ABOUT =
  /\b(?:discuss(?:ed|es|ing)?|discussions? (?:of|on|about)|(?:talks?|talked|spoke|consulted) (?:about|on|regarding)|regarding|concerning|address(?:ed|ing)?|condemn(?:ed|ing)?|coordinat(?:e|ed|ing)|posed by|respon(?:se|ses|d) to|support (?:for|to)|developments in)\b[^.;]{0,100}$/i;

/** What stands before a month and before no surname: "since May", "3 May", "late March". */
export const BEFORE_MONTH = /\b(?:in|since|until|till|through|last|next|this|early|late|mid|\d{1,2}(?:st|nd|rd|th)?)[ -]$/i;

/** Beside a gathering, not of it: "on the margins of the NATO summit". */
export const MARGINS = /\b(?:margins|sidelines|occasion|eve) of (?:the )?(?:\p{Lu}\p{L}+ )?$/u;

/** Verbs of a state of things: nothing happens. */
export const STATE_VERBS = words(
  "be is are was were remain remains remained seem seems have has had mean means need needs want wants",
);
/** Prepositions of what stands beside an act: "since the invasion", "amid fears". */
export const ASIDE_PREPOSITIONS = words("since before amid despite during amidst");
/** Helping words behind which a bare verb is a plan: "will meet", "is to meet". */
export const PLAN_HELPERS = words("will to shall");
/** Helping words of what is yet to be. */
export const FUTURE_HELPERS = words("will shall would 'll ’ll");
/** Words of a plan, below which a weekday is still to come: "due on Thursday". */
export const PLAN_WORDS = words("due scheduled planned slated expected set tomorrow upcoming");
/** What may follow a day and belongs to it: "Friday's", "Thursday night". */
export const PART_OF_DAY_BEHIND = /^(?:['’]s)?(?: (?:morning|afternoon|evening|night))?(?!\p{L})/u;
/** Whoever it stands for was named before. */
export const OPEN_PRONOUNS = words("he she it they this these those that");

/** Where and when a wire filed: "NEW DELHI, March 20 (Meridian Wire) - ", "(CNN) ", "LONDON — ". The place is in capitals, or an agency stands behind it. */
export const DATELINE =
  /^(?:\p{Lu}[\p{Lu}.'’-]{2,30}(?: \p{Lu}[\p{Lu}.'’-]{0,30}){0,3}: |(?:\p{Lu}[\p{L}.]{1,20} ){1,3}\(CNN\) (?=\p{Lu})|(?:\p{Lu}[\p{Lu}.'’-]{0,30}(?: \p{Lu}[\p{Lu}.'’-]{0,30}){0,3}(?:, [\p{L}. ]{2,20})?(?:,? \p{L}{3,9}\.? \d{1,2}(?:, \d{4})?)?(?: ?\([^()]{2,40}\))?|(?:\p{Lu}[\p{L}.]{1,20}(?: \p{Lu}[\p{L}.]{1,20}){0,2} )?\((?:\p{Lu}{2,6}|Reuters|Bloomberg)[^()]{0,20}\)) ?[-–—]{1,3} |\((?:\p{Lu}{2,6}|Reuters)\) (?:[-–—]{1,3} )?)/u;

/** Something of the sentence before, taken up by the verb: "Putin made the comments when …", "Xi also said". */
export const CARRIES_ON =
  /\b(?:made|repeated|echoed|delivered) (?:the|those|these|similar) (?:comments?|remarks?|statements?|announcements?)\b|^(?:\S+ ){1,6}also\b/i;
