/** Words and marks of headlines. */

/** What sites put between a title and their own name. */
export const BEFORE_SITE = / [|·»] /u;
/** "Photos: …", "G20: …": a label of at most three words. */
export const TITLE_LABEL = /^((?:[^\s:]+ ){0,2}[^\s:]+): /u;
/** What such a label makes of the words behind it: hearsay, an opinion, a look back. */
export const DOUBTFUL_LABEL =
  /^(?:report|reports|sources?|rumou?rs?|exclusive report|opinion|op-ed|editorial|column|comment|analysis|fact.?check|explainer|explained|letters?|review|history|on this day|archives?|watch|quiz|satire|live)$/i;
/** A title that asks, doubts or looks on: it says of nothing that it is so. */
export const TITLE_IN_DOUBT =
  /\?|["“”]|\b(?:may|might|could|should|would|if|whether|why|how|when|what|who|reportedly|allegedly|likely|possible|hopes?|wants?|urges?|calls? for|seeks?|eyes?|mulls?|weighs?|offers?|invites?|no|not|never|denies|denied|refuses|rejects|rules? out|snubs?|skips?|avoids?|years? (?:ago|after|since)|anniversary)\b/i;
/** "A, B to meet": what is to be, in headlines. */
export const HEADLINE_PLAN =
  /^(?:meet|hold|host|visit|attend|join|travel|receive|welcome|speak|confer|discuss|convene|gather|call|arrive|fly|sit|open|resume|launch|begin|start|co-host|greet)$/;
/** What may stand before the "to" of a headline beside names: "Indian PM to visit Japan". */
export const HEADLINE_SUBJECT =
  /^(?:and|,|&|of|the|leaders?|ministers?|presidents?|premiers?|pm|pms|fm|fms|chiefs?|foreign|prime|defence|defense|finance|trade|vice|envoys?|officials?|kings?|queen|emir|delegations?)$/i;
/** Words that are small in any headline's sentence, whatever capitals it is printed in. */
export const SMALL_WORDS =
  /^(?:to|in|at|on|of|for|with|by|and|as|the|an?|over|after|before|amid|ahead|during|his|her|their|its|says|will|meets?|meeting|met|holds?|held|talks?|visits?|visited|visit|hosts?|hosted|calls?|called|summit|phone|trip|dinner|cancels?|cancelled|canceled|postpones?|postponed|arrives?|arrived|welcomes?|welcomed|receives?|received|discuss|discusses|speaks?|spoke|attends?|joins?|bilateral|state|official|off|next|this|week|month|first|new)$/i;
/** "China trip": behind a country, a journey there. */
export const JOURNEY = /^(?:trip|visit|tour)$/;
