/** Words that look ahead. */
export const TO_COME =
  /\b(?:will|would|shall|plans?|planned|scheduled|expected|due|set|ahead of|in advance of|next|upcoming|look(?:s|ed|ing)? forward|may|could)\b/i;

/** With these a past tense may still speak of what is to come: "spoke before a meeting on Thursday", "moved it to Thursday". */
export const AHEAD =
  /\b(?:before|prior to|until|till|eve of|moved|postponed|pushed|brought forward|to (?:mon|tues|wednes|thurs|fri|satur|sun)day)\b/;
/** Between a day and an event: the day is of what was done ahead of it. */
export const STANDS_AHEAD =
  /\b(?:ahead of|before|prior to|in advance of|in preparation for|in the run-up to|in the lead-up to|on the eve of)\b/;
/** Past forms that are nothing else, whatever a tagger says. */
export const PAST_FORM =
  /^(?:was|were|had|did|said|told|met|held|sought|spoke|made|took|gave|went|came|became|began|opened|ended|concluded)$/;

/** Behind these a date says since when or until when, not when. */
export const NOT_WHEN =
  /\b(?:since|until|till|after|before|following|ahead of|from|prior to|by|than)(?: (?:the|last|late|early|midnight))?\s*$/i;
export const FROM = /\bfrom(?: the)?\s*$/i;

/** When somebody said so, not when it was. */
export const REPORTED_WHEN =
  /\b(?:said|says|told|reported|announced|added|wrote|tweeted|confirmed|stated|statement|according to)\b[^,;:.]{0,40}$/i;
/** "in a speech on Feb. 5", "in an interview published on Friday": when somebody spoke. */
export const SPOKEN_WHEN =
  /\b(?:speech|address|interview|remarks|news conference|press conference|letter|tweet|post|broadcast|column|op-ed|briefing|testimony|hearing|newspaper|magazine|edition)(?: (?:to|in|before|at|published|aired|broadcast|released|posted|given|delivered)(?: [\p{L}’'-]+){0,4})?(?: (?:on|in|late|early))*\s*$/iu;
/** "before his death in 2022", "ahead of the election on March 28": when something else was or will be. */
export const BESIDE_ANOTHER =
  /\b(?:before|after|since|until|till|following|ahead of|prior to)(?: [\p{L}\d’'-]+){1,8} (?:in|on|of|at)(?: (?:early|late|mid|the))?\s*$/iu;
/** Words behind a date that go on with the sentence; any other lower-case word is a noun that the date describes. */
export const GOES_ON_BEHIND: ReadonlySet<string> = new Set(
  (
    "in at on with to and or but for by of from after before when where who which that while as amid during over about between alongside ahead into near through " +
    "is are was were be been has have had will would shall may might can could must said says told met held holds meets spoke hosted visited arrived flew left went signed also then later " +
    "local morning afternoon evening night following despite because since until if though although not only just"
  ).split(" "),
);
/** Before these a date describes no noun behind it. */
export const ADVERB_LEAD = /\b(?:on|in|at|of|late|early|and|until)\s+$/i;
/** Before these it does: "the June 12 summit". */
export const NOUN_LEAD = /(?:\b(?:the|an?|this|that|his|her|its|their|our|planned|upcoming|historic)|[’']s?)\s+$/i;

/** What opens a sentence before its date: "Late on Friday". */
export const OPENS = /^(?:(?:also|on|in|over|during|the|late|early|later|earlier|just|and|but|then) )*$/i;
/** Between a report and the date right behind it. */
export const RIGHT_BEHIND = /^(?: (?:on|in|late|early|over|at))* ?$/i;

/** Between a clause and a date behind it these begin something of its own. */
export const OWN_CLAUSE =
  /\b(?:who|which|that|since|when|where|after|before|because|as|while|will|is|was|were|are|has|had|said|says|told|announced)\b/i;

export const GATHERING =
  /\b(?:meetings?|talks|summit|dinner|lunch|luncheon|breakfast|session|discussions?|call|conversation|visit|ceremony|reception)$/i;
export const DURING = /\b(?:during|in|at|for|over) (?:an?|the|their|his|her)\s+$/i;
/** "in late 2000, when he hosted", "on Friday in Oslo, where she met". */
export const WHEN_BETWEEN = /^,? when$/i;
/** "held in December 1874 by Grant, who hosted", "Lask in December 1987, who was received". */
export const WHO_BETWEEN = /^(?: by [^,;:]{1,60})?,? who$/i;
/** "consult with him when he visits Lisbon": one clause of time and no other. */
export const WHEN_CLAUSE =
  /^[^,;:“”"]{0,80} when (?:(?!\b(?:and|but|after|before|since|while|which|who|that)\b)[^,;:“”"]){0,80}$/i;
export const WHERE_BETWEEN = /^[^,;:]{0,60},? where$/i;
/** "where she met", but not "where she had met": that was before. */
export const PRONOUN_SUBJECT = /^\s*(?:he|she|they|both|the two)\b(?! (?:had|previously|earlier)\b)/i;

/** "a visit planned for Thursday": participles that say of an event when it is. */
export const OF_EVENT = /^(?:planned|scheduled|set|due|slated|expected|held|hosted|convened|arranged|called)$/;
/** Participles that are prepositions: no date hangs on them. */
export const VERBAL_PREPOSITION = /^(?:regarding|concerning|including|following|according|during)$/;
/** Of what is done so to a meeting the day is not the meeting's: "announced the meeting on Tuesday". */
export const ANNOUNCES =
  /^(?:announc(?:es?|ed|ing)|unveil(?:s|ed|ing)?|reveal(?:s|ed|ing)?|disclos(?:es?|ed|ing)|confirm(?:s|ed|ing)?)$/;
export const FOR_DAY = /\b(?:for|planned|scheduled|set)(?: (?:early|late|next|this|the))? $/i;
export const SPEECH =
  /^(?:say|says|said|saying|tell|tells|told|telling|announce[sd]?|announcing|add|adds|added|report|reports|reported|confirm(?:s|ed)?|write|wrote|tweet(?:s|ed)?|state[sd]?|note[sd]?|according)$/;

/** What goes on as the article is written. */
export const NOW =
  /\b(?:is|are)\s+(?:\w+ly\s+)?(?:in \p{Lu}[\p{L} ,]{2,40}, where\b|\p{L}+ing\b)|[’'](?:s|re)\s+\p{L}+ing\b|\bunder way\b|\bcurrently\b/u;
/** Of an event: its last day is said. */
export const ENDS = /^(?:ends?|concludes?|finish(?:es)?|closes?)$/;
export const UNTIL_DAY = /\bfor (?:\w+ ){1,3}(?:days|weeks) (?:until|till|through|to) \p{Lu}/u;
/** Of the present tense these words speak of what is still to come. */
export const LATER_TODAY = /^(?:this (?:afternoon|evening)|tonight|later (?:today|this|in the day|on))/i;
export const PART_OF_DAY =
  /\b(?:in the (?:early |late )?(?:morning|afternoon|evening)|at (?:noon|midday|dawn)|overnight|earlier in the day)\b/i;
/** Words that put a report behind the news of the day. */
export const BACKGROUND =
  /\b(?:last|previous|previously|once|ago|history|historic|historical|historically|years?|decades?|months?|often|repeatedly|regularly|several times|in the past|before(?! \w+ing\b)|earlier(?! (?:this|today|on)\b))\b|\bthen-\w|\b(?:had|has|have|having) (?:(?:also|already|never|ever|since|just|recently|previously) ){0,3}(?:met|held|hosted|spoken|talked|visited|welcomed|received|conferred|gone|travell?ed|called|phoned)\b/i;
/** "their third meeting in a year": how long, not when. */
export const SPAN_OF_TIME = /\bin (?:an?|\w+) (?:year|month|decade)s?\b(?! ago)/g;
/** A sentence that goes on with the subject of the one before. */
export const SUBJECT_GOES_ON =
  /^[“"'‘(]?(?:he|she|they|both|the two|the pair|the (?:\p{L}+ ){0,2}(?:leaders?|ministers?|presidents?|premier|chancellor|king|queen|prince|princess|envoy|delegation|sides|men|women|pair))\b|\balso\b/iu;
/** Before a sentence's date: it belongs to a clause of its own, not to the sentence. */
export const INNER_CLAUSE = /[;:“”"]|, \p{L}+ing\b|\b(?:who|which|that|after|before|since|until|when|while|will)\b/u;

/** Present forms of verbs that report a meeting. */
export const PRESENT_REPORT =
  /^(?:meets?|holds?|hosts?|visits?|receives?|welcomes?|begins?|starts?|opens?|attends?|travels?|arrives?|joins?|convenes?|gathers?|speaks?|talks?|calls?|signs?|greets?|confers?|heads?|flies|leaves|departs|lands|returns?)$/;
/** Of these the nouns read the same. */
export const PRESENT_OR_NOUN = /^(?:talks?|visits?|calls?|signs?|starts?|hosts?|travels?|heads?|leaves|lands|returns?)$/;
/** Between a subject and such a verb. */
export const VERB_LEAD =
  /^(?:he|she|they|who|which|leaders|ministers|presidents|president|minister|leader|today|tomorrow|now|also)$/;
export const BE_NOW: ReadonlySet<string> = new Set(["is", "are", "'s", "’s", "'re", "’re", "am"]);
/** Behind these a base form is no present. */
export const NO_PRESENT: ReadonlySet<string> = new Set(
  "to did didn't didn’t will would may might can could shall should must the a an his her its their".split(" "),
);

/** What stands before the date of a dateline, and behind it. */
export const DATELINE = /^\p{Lu}[\p{L} .'’/-]{1,40},\s*$/u;
export const BEHIND_DATELINE = /^\s{0,3}(?:\([^)]{1,20}\)\s{0,3})?[-–—]/;
/** Between "this year" and the month or day that says when in it: ", in Oslo in". */
export const BEHIND_WIDER = /^,? (?:in \p{Lu}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]*){0,2} )?(?:on |in )?$/u;
