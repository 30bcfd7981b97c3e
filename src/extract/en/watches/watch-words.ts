import type { MeetingKind } from "../../../domain/evidence/extraction.ts";

/** How people say what they want to be told of: "tell me when Lund meets Solberg", "any meeting of India and Japan". */

/** What a watch may begin with before it says anything. */
export const WATCH_LEAD =
  /^(?:please|(?:tell|notify|alert|inform|ping|dm|message|let) me(?: know)?|watch(?: out)?(?: for)?|when(?:ever)?|once|if|as soon as|about|anything about|that)\s+/i;

/** "any meeting of", "calls between", "the next summit of". */
export const MEETING_OF =
  /^(?:(?:any|every|each|all|the|a|an|new|next|more)\s)*(meetings?|meets?|talks|(?:phone |telephone )?calls?|video calls?|summits?|visits?|contacts?|encounters?)\s(?:of|between|by|with|involving|among)\s(?:both\s)?/i;

/** Verbs between two who meet, and the kinds of meeting that they are of; null for any. */
export const MEETING_VERBS: [RegExp, MeetingKind[] | null][] = [
  [
    /\s(?:phones?|telephones?|rings?|calls?(?: up)?|(?:speaks?|talks?) (?:by|over the|on the) (?:tele)?phone (?:to|with))\s/i,
    ["call", "video"],
  ],
  [/\s(?:visits?|(?:travels?|goes|flies) to)\s/i, ["visit", "meeting", "talks", "summit"]],
  [
    /\s(?:meets?|met|sees?|hosts?|receives?|welcomes?|speaks? (?:to|with)|talks? (?:to|with)|(?:holds?|has|have) (?:talks|a meeting|meetings) with)(?:\sup)?(?:\swith)?\s/i,
    null,
  ],
];

/** "meet", behind all who do: "Lund and Solberg meet". */
export const ALL_MEET =
  /\s(?:meet|talk|speak|hold talks|hold a meeting|have talks|have a meeting)(?:\s(?:again|up|each other|one another|together))?$/i;

const OF_KIND: [RegExp, MeetingKind[]][] = [
  [/\bcalls?$/i, ["call", "video"]],
  [/^summits?$/i, ["summit"]],
  [/^visits?$/i, ["visit"]],
];

/** The kinds that a noun such as "calls" asks for; null for any. */
export function kindsOfNoun(noun: string): MeetingKind[] | null {
  return OF_KIND.find(([pattern]) => pattern.test(noun))?.[1] ?? null;
}

/** "says anything on", "speaks about"; at the end, with nothing that it is about. */
export const SAYS =
  /\s(?:says?|said|speaks?|talks?|comments?|tweets?|writes?|posts?|remarks?|is quoted)(?:\s(?:anything|something|a word|more|out))?(?:\s(?:on|about|of|regarding|concerning)\s|$)/i;
/** "what Lund says about …", "anything Lund says": the words before the speaker. */
export const WHAT_SAID = /^(?:what(?:ever)?|anything|everything)(?:\sthat)?\s(?=\S)/i;
/** "Lund on fisheries", "statements by Lund on fisheries". */
export const ON = /\s(?:on|about)\s/i;
export const STATEMENTS_BY =
  /^(?:(?:any|every|all|the|new)\s)*(?:statements?|quotes?|quotations?|remarks?|comments?|words)\s(?:by|from|of)\s/i;

/** "is announced, moved or cancelled": what happens to a meeting stands behind this. */
export const HAPPENS = /\s(?:is|are|was|were|gets?|has been|have been|will be)\s/i;
/** All words that may stand there. */
export const HAPPENING_WORD =
  /^(?:announced|planned|scheduled|agreed|set|confirmed|held|moved|postponed|rescheduled|delayed|put|off|brought|forward|cancelled|canceled|called|or|and)$/i;
/** Verbs that need no "is": "the summit takes place". */
export const TAKES_PLACE = /\s(?:takes? place|happens?|begins?|starts?)$/i;

export type Happening = "planned" | "moved" | "cancelled" | "held";

const HAPPENINGS: [RegExp, Happening][] = [
  [/\b(?:announced|planned|scheduled|agreed|set|confirmed)\b/i, "planned"],
  [/\b(?:moved|postponed|rescheduled|delayed|put off|brought forward)\b/i, "moved"],
  [/\b(?:cancelled|canceled|called off)\b/i, "cancelled"],
  [/\bheld\b/i, "held"],
];

export function happeningsIn(words: string): Happening[] {
  return HAPPENINGS.filter(([pattern]) => pattern.test(words)).map(([, happening]) => happening);
}

/** What stands between two sides, and "anybody", who is none. */
export const THE = /^the$/i;
export const LEADING_THE = /^the\s+/i;
export const SUMMIT = /^summit$/i;
/** "says anything": about no one thing. */
export const ABOUT_ANYTHING = /^(?:anything|something)$/i;
export const BETWEEN_SIDES = /\s(?:and|with|&)\s|\s?[,&+–—]\s?|\s-\s/i;
export const ANYBODY = /^(?:anybody|anyone|somebody|someone|any(?:body|one)? else|others)$/i;
/** Of a name's or an office's words, those that say nothing. */
export const NO_NAME_WORD = /^(?:the|of|a|an|mr|mrs|ms|dr|sir|his|her|excellency|s)$/;
/** The noun of an event by its name: "the Quad summit", "the 2+2 dialogue". */
export const EVENT_NOUN = /^(?:summit|meeting|meetings|talks|dialogue|visit|call|conference|gathering|session)$/;
/** Ministers of two portfolios of each side. */
export const TWO_PLUS_TWO = /\b(?:2 ?\+ ?2|two[- ]plus[- ]two|2[- ]plus[- ]2)(?!\d)/giu;
export const TWO_PLUS_TWO_WORD = "twoplustwo";

/** How and when it is told, behind or within the words. */
export const TO_ME =
  /(?:^|\s|,)(?:to me(?: alone| only)?|(?:by|in|as|via)(?: a)? (?:dm|dms|direct message|direct messages|private message)|privately|just me|only me|dm me|only to me)(?=$|\s|,)/i;
export const QUIET =
  /(?:^|\s|,)(?:but |and )?(?:quiet(?:ly)?|silent|not|nothing|never|no messages|mute[d]?)(?: hours)?(?: from| between)? (\d{1,2}(?:[:.]\d{2})? ?(?:am|pm)?) ?(?:to|and|until|till|-|–) ?(\d{1,2}(?:[:.]\d{2})? ?(?:am|pm)?)(?: ([A-Za-z]+\/[A-Za-z_]+|UTC))?(?=$|\s|,)/i;
export const REMIND =
  /(?:^|\s|,)(?:and |with (?:a )?)?(?:remind(?:er)?(?: me)?)(?: (?:(\d{1,2}|an?|one|two|three) )?(minutes?|hours?|days?|weeks?))?(?: (?:before|ahead|earlier)(?:hand| of it| it)?)?(?=$|\s|,)/i;
/** What is left of an option that was not understood: no name holds it. */
export const OPTION_LEFT =
  /(?:^|[\s,])(?:quiet hours?|quiet(?= \d)|remind(?:er)?(?: me)?|-?\d+ (?:minutes?|hours?|days?|weeks?|months?) (?:before|ahead)|(?:by|via) (?:a )?dms?|(?:at most|no more than|up to|max(?:imum)?(?: of)?) (?:\d{1,3}|once|twice|one|two|three)(?: times?| messages?)? (?:an?|per|each|every) (?:minute|hour|day|week)|(?:hourly|daily|weekly|every (?:hour|day|week|morning|evening))$)(?=$|[\s,])/i;
export const CLOCK = /^(\d{1,2})(?:[:.](\d{2}))? ?(am|pm)?$/i;
export const AFTERNOON = /^pm$/i;
export const NUMBER_WORDS: Readonly<Record<string, number>> = { a: 1, an: 1, one: 1, two: 2, three: 3 };
