/** Before these names stand where somebody is. */
export const PLACE_PREPOSITIONS: ReadonlySet<string> = new Set(["in", "at", "inside", "aboard", "outside", "near"]);
/** Names that end in one of these are buildings and grounds. */
export const HOUSES =
  /\b(?:house|office|palace|hall|castle|department|ministry|hotel|residence|tower|ch[âa]teau|kremlin|chequers|embassy|villa|building|cent(?:er|re)|airport|base|resort|mansion|square|estate|ranch|museum|university|monastery|cathedral|stadium|aircraft carrier)$/i;
/** Names that hold one of these are events, bodies and publishers. */
export const NO_PLACE =
  /\b(?:summit|assembly|conference|forum|council|meeting|talks|session|games|cup|olympics|war|agreement|treaty|act|bill|party|congress|parliament|senate|nato|g-?7|g-?20|brics|asean|opec|cop-?\d+|covid(?:-19)?|news|times|post|radio|tv|twitter|facebook|internet|bible|english|french|german|russian|chinese|spanish|arabic|japanese|hindi|mandarin|ukrainian)\b/i;
/** Nouns through which a place still belongs to the meeting: "talks in Oslo", "with officials in Oslo", "for an hour in Oslo". */
export const PLACE_BEARERS =
  /^(?:meetings?|talks|summit|dinner|lunch|luncheon|breakfast|tea|session|discussions?|negotiations|consultations|dialogue|conversation|visit|trip|tour|stop|stay|ceremony|reception|audience|conference|gathering|banquet|retreat|sidelines|margins|leaders?|officials?|ministers?|presidents?|premiers?|chancellors?|envoys?|diplomats?|counterparts?|delegations?|king|queen|prince|princess|hours?|minutes|days?|weeks?|months?|years?|time|today|yesterday|morning|afternoon|evening|night|weekend|office|residence|hotel|suite|event|capital|city|town|person|side)$/;
/** "few in Oslo believe", "for those in Oslo": behind these "in" says where people live. */
export const PEOPLE_THERE = /^(?:few|many|most|some|those|one|ones|everyone|everybody|nobody|anyone)$/;
/** "visited Oslo", "a visit to Oslo", "welcomed him to Oslo": verbs and nouns of which "to" tells the place. */
export const GOES_TO =
  /^(?:visits?|visited|visiting|trips?|travel(?:s|l?ed|l?ing)?|fl(?:y|ies|ew|ying)|journey(?:s|ed)?|tour|welcom(?:e|es|ed|ing)|go|goes|going|went|come|comes|came|return(?:s|ed)?|head(?:s|ed|ing)?|invited?|arriv(?:es?|ed|al))$/;
export const VISITED = /^visit(?:s|ed|ing)?$/;
/** Reports that are verbs whatever the tagger says. */
export const VERB_ONLY = /^(?:met|meets|visited|hosted|hosts|spoke|received|receives|arrived|welcomed|welcomes)$/;
/** "in Oslo last week": what begins a time. */
export const WHICH_TIME = /^(?:last|this|next|earlier|later)$/;
