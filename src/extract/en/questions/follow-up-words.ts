/** What a follow-up question may begin with. */
export const OPENING = /^(?:and|but|so|ok|okay|then)[\s,]+/i;
/** "With Lund", "to Lund": the other one, never the one who did it. */
export const WITH_SOMEBODY = /^(?:with|to|by|from)\s/i;
/** "The Norwegian side", "Norway's government": those who act for a country. */
export const A_SIDE =
  /^(?:the )?(\p{L}+(?: \p{L}+)?)(?:['’]s)? (?:side|government|delegation|leaders?|presidents?|ministers?|premiers?|one|ones)$/iu;
/** "What did Lund and Moe discuss": the verb; behind it stands the matter. */
export const ASKS_WHAT = /^what (?:did|have|do) /i;
export const DISCUSS = /\bdiscuss(?:ed)?\b/i;
/** "and Solberg?", "what about Ukraine?": the last question about somebody or something else. */
export const WHAT_ABOUT = /^(?:(?:and|or)\s+)?(?:what|how)\s+about\s+|^(?:and|or)\s+/i;
/** "What about Norway?" */
export const ABOUT_WHAT = /about/i;
/** "The EU". */
export const ARTICLE_IN_FRONT = /^the /i;
/** A word that asks. */
export const ASKS = /\b(?:who|whom|whose|what|which|when|where|why|how|did|does|do|is|was|were|are|will|has|have|had)\b/i;
export const THE_ONE_BEFORE =
  /\b(?:the )?(?:one|time|meeting|visit|call|talks|summit)?\s*before(?: (?:that|this|then))?\s*\??$|\bprevious\b|\bbefore that\b/i;
export const THE_ONE_AFTER =
  /\b(?:the )?(?:one|time|meeting|visit|call|talks|summit)?\s*after(?: (?:that|this|then))?\s*\??$|\bafter that\b|\bthe next one\b/i;
/** Words that mean what was named before. */
export const LEANS = /\b(?:it|that|this|those|these|there|then|one|its)\b/i;
/** Where the matter of a question begins. */
export const LAST_MATTER = /\s(?:about|on|of)\s(?!.*\s(?:about|on|of)\s)/i;
export const MATTER_LINK = /^(?:about|on|of)\s+/i;
/** A follow-up that adds a circumstance: "and in Oslo?". */
export const CIRCUMSTANCE_LINK = /^(?:in|at|with|to|from|for|after|before|since)\s/i;
export const ONE_PERSON = /\b(?:he|she|him|his|her|hers)\b/i;
export const SEVERAL_PEOPLE = /\b(?:they|them|their|the two|both)\b/i;
export const TWO_NATIONS = /\b(?:the two|both) (?:countries|sides|governments|nations)\b/i;
export const THE_TWO = /\b(?:the two|both)(?: (?:countries|sides|governments|nations|leaders|ministers|men|women))?\b(?!['’])/gi;
/** "The two countries' leaders". */
export const OF_THE_TWO = /\b(?:the two|both) (?:countries|sides|governments|nations|leaders|ministers|men|women)['’]/gi;
/** "Welcome Lund to the palace": whom they met, without where. */
export const HOSTED_AT_PLACE = /\b(?:welcome|host|receive|greet) (.{2,60}?)(?: (?:to|at|in) .{1,60})?$/i;
/** What a thread goes on about at the end of a question: "what did Lund say about it?". */
export const ABOUT_IT = /\b(about|on|of) (?:it|that|this)(?=\s*\??$)/i;
/** A meeting that was named before: "how long did the meeting last?". */
export const THE_MEETING =
  /\b(?:the|that|this|their) (meeting|call|visit|talks|summit|conversation)\b(?! (?:of|between|with|in|at|on)\b)/i;
/** "Who else was there?", "who was there?" */
export const WHO_ELSE = /^(?:and )?who (?:else )?(?:was|were|took part|attended|joined)(?: (?:there|present|in it|it|part))?$/i;
/** "How long did it last?" */
export const ASKS_HOW_LONG =
  /^(?:and )?(?:for )?how long (?:did|was) (?:it|that|this|they)(?: (?:last|take|go on|meet|talk|speak))?$/i;
/** "Who resigned?" and "which leaders resigned?": who did it is asked, and the rest tells what. */
export const WHO_DID_WHAT =
  /^(?:who|(?:which|what) \p{L}+(?: \p{L}+)?) (?=\p{L}+ed\b|won\b|became\b|met\b|left\b|took\b|gave\b|held\b|said\b|went\b|came\b)/iu;
export const WAS_IT_THAT = "was it that";
export const SOMEBODY = "somebody";
/** Where something was, at the end of a question: "in Oslo", "on 4 March 2024". */
export const CIRCUMSTANCE_AT_END = /\s(in|at|on)\s(?:(?:\d{1,2} )?\p{L}+ \d{4}|\d{4}|\p{Lu}[\p{L}'’-]*(?: \p{Lu}[\p{L}'’-]*)*)$/u;
/** How two met, at the end of a question. */
export const MANNER_AT_END = /\s(?:virtually|online|remotely|in person|by (?:phone|telephone|video)|face to face)$/i;
export const POSSESSIVE = /\b(?:his|their|hers)\b/gi;
/** "her" before a noun. */
export const HER_AS_POSSESSIVE = /\bher\b(?=\s+\p{L})(?!\s+(?:say|said|about|on|in|at|to|with|and)\b)/giu;
export const PERSONAL_PRONOUN = /\b(?:he|she|him|her|they|them)\b/gi;
/** "Where was that?", "why did she go?": the last question with another word that asks. */
export const ASKS_ANEW =
  /^(?:and )?(who|where|when|why|how)(?: (?:was|is|were|did) (?:that|it|this)(?: happen| held| take place)?| not| so| did (?:he|she|they) (?:go|come|do (?:it|that|so)))?$/i;
/** "Why did she go?", behind a question about a journey. */
export const WENT = /\b(?:go|come)$/i;
export const JOURNEY = /\b(?:visit(?:s|ed)?|travel(?:s|led|ed)?|trip|fly|flew|go|went|come|came|arrived?|attend(?:s|ed)?)\b/i;
/** What of an earlier question a thread may come back to: its place and its time. */
export const COMES_BACK_TO = /^(?:where|when)$/i;
/** "Who is he?", behind a question for somebody: the one who was answered. */
export const WHO_IS_THAT = /^(?:and )?who (?:is|was) (?:he|she|that)$/i;
export const ASKED_FOR_SOMEBODY = /^(?:and )?(?:whom?|which (?:leader|minister|president|premier|official))\b/i;
/** The one that a question is about, behind its first verb: "did May's party", "will Norway". */
export const NAMED_SUBJECT =
  /(?<=\b(?:did|does|do|has|have|had|will|is|was|are|were) )(?:the )?\p{Lu}[\p{L}.-]*(?: \p{Lu}[\p{L}.-]*){0,4}(?:['’]s \p{Ll}+)?(?= \p{Ll})/u;
/** The word that a question asks with, where it may be exchanged for another. */
export const ASKED_WITH =
  /^(?:who|where|when|why|how|in which \p{L}+|which \p{L}+)(?= (?:did|do|does|was|is|were|are|has|have|will)\b)/iu;
/** A question that yes or no answers begins with these. */
export const ASKED_BARE = /^(?:did|do|does|was|is|were|are|has|have|will)\b/i;
/** The time that was last answered. */
export const AT_THAT_TIME = /\b(?:then|at that time|that day|on that day|that meeting|that time)\b/i;
/** "Its prime minister", "their prime minister": of one country. */
export const OF_THE_COUNTRY = /\b(?:its|their|the country['’]s)\b/gi;
/** "And her?": nothing but a word for somebody. */
export const PRONOUN_ALONE = /^(?:he|she|him|her|they|them)$/i;
/** "And how far?", behind "how high did it fly?". */
export const ASKS_ANOTHER_MEASURE = /^(?:and )?(how (?:many|much|long|old|far|high|tall|deep|fast|often|big|wide|heavy))$/i;
export const ASKED_MEASURE = /\bhow (?:many|much|long|old|far|high|tall|deep|fast|often|big|wide|heavy)\b/i;
/** "Whom did she meet there?": the place that the last question or its answer names. */
export const THERE = /\bthere(?=\s*\??$)/i;
/** Where somebody was or went: "in Oslo", "visit Norway". */
export const PLACE_SAID =
  /\b(?:in|to|visit(?:s|ed|ing)?|reach(?:es|ed)?|toured?)\s((?:the )?\p{Lu}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]*){0,3})/gu;
/** "4 March 2024, Oslo: …": the place that stands in front of an answer. */
export const PLACE_IN_FRONT = /^\d{1,2} [^:]{3,30}? \d{4}, (\p{Lu}[^:]{1,60}): /u;
/** "How high did the new kite fly?": the thing that "it" means behind it. */
export const THING_ASKED_OF =
  /\b(?:did|does|do|has|have|had|will|is|was|are|were) ((?:the |an? )?[\p{L}’'-]+(?: [\p{L}’'-]+){0,5}) \p{Ll}+$/u;
export const IT = /\bit\b/i;
/** "the" in front of a country that another takes the place of. */
export const ARTICLE_BEFORE = /\bthe $/i;
/** "on 4 March 2024" anywhere in a question. */
export const DAY_IN_TEXT = / on \d{1,2} \p{L}{3,9} \d{4}\b/u;
/** "on 4 March 2024" at the end of a question. */
export const DAY_AT_END = / on \d{1,2} \p{L}{3,9} \d{4}$/u;
