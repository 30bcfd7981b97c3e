import { words } from "../../words.ts";

/** A question about a meeting. */
export const MEETING_ASKED =
  /\b(?:meet|meets|met|meetings?|talks|summits?|visit|visits|visited|calls?|called|spoke|speak|dialogue|conference|forum|held|hold)\b/i;
/** What hosts do: "when did Lund welcome Solberg?" asks for their meeting. */
export const HOSTED_ASKED = /\b(?:welcom|host|receiv|greet)(?:e|es|ed|s)?\b/i;
/** What of a meeting a question asks for. */
export const ASKS_OF_MEETING =
  /\b(?:when|where|who|whom|what (?:date|day|year)|which (?:city|country|year|of)|how (?:many times|often)|(?:which|what) (?:\p{L}+ )?(?:leaders|presidents|premiers|ministers))\b/iu;
/** What of a meeting is no matter of who was there. */
export const ASKS_TIME_OR_PLACE =
  /\b(?:when|where|what (?:date|day|year)|which (?:city|country|year|of)|how (?:many times|often))\b/i;
/** "Who met Lund?", "whom did Moe visit?": the question means those who were there. "Who proposed the summit?" does not. */
export const ASKS_WHO_MET =
  /\b(?:meet|meets|met|visited|spoke|speak|speaks|phoned|telephoned|hosted|received|called(?! (?:for|off|on)))\b|\b(?:did|does|do|will|to) (?:[\p{L}’'.-]+ ){1,4}?(?:visit|call|host|receive)\b|\btalk(?:s|ed)? (?:to|with)\b|\b(?:hold|held|had|have) (?:\p{L}+ ){0,2}(?:talks|meetings?|calls?|summits?)\b/iu;
/** "Who took part in the call?" */
export const ASKS_WHO_WAS_THERE =
  /\b(?:take|took|taken|taking) part\b|\b(?:attend(?:s|ed|ing)?|participat(?:e|es|ed|ing)|joined)\b|\b(?:was|were) (?:there|present|on|at|in)\b/i;
export const WHEN_OR_WHERE = /\b(?:when|where)\b/i;
/** The question means a call. */
export const REMOTE =
  /\b(?:phone|telephone|by video|virtual(?:ly)?|online|remotely)\b|(?:['’]s|\b(?:the|a|that|this|last|latest)) (?:\p{L}+ )?call\b|\b(?:did|does|has|have|had|will) (?:[\p{L}’'.-]+ ){1,5}?(?:call|called|phone|phoned)\b/iu;
/** "speak or meet": a call will do. */
export const SPOKEN = /\b(?:speak|speaks|spoke|spoken|talked (?:to|with))\b/i;
/** "met virtually": whoever asks whom somebody met means that as well. */
export const MET_REMOTELY =
  /\b(?:met|meets?|meeting) (?:virtually|online|remotely|by video)\b|\bvirtual(?:ly)? (?:met|meetings?|summit)\b/i;
/** The question means a visit. */
export const VISIT = /\bvisit(?:s|ed)?\b/i;
/** "after the summit": a name behind these tells when, and not with whom. */
export const BEFORE_NAME_OF_TIME = /\b(?:after|before|since|ahead of|following)(?: [\p{L}']+){0,3} $/u;
/** "had asked for the 2+2": an event that was only wanted when they met. */
export const BEFORE_WANTED = /\b(?:ask(?:s|ed|ing)?|call(?:s|ed|ing)?|push(?:es|ed|ing)?) for (?:an? |the |another )?$/;
/** "The 2+2 was agreed in March": an event that was only planned when they met. */
export const BEHIND_PLANNED = /^(?: [\p{L}']+){0,2} (?:was|were|had been) (?:agreed|announced|planned|proposed|scheduled)\b/u;
/** The question means one meeting of several. */
export const ONE_OF_MANY = /\b(?:last|first|next|latest)\b/i;
export const THE_FIRST = /\bfirst\b/i;
/** The question means a meeting to come. */
export const TO_COME_ASKED = /\b(?:will|next|planned|going to)\b/i;
/** Words of a question about a meeting that its report need not hold. */
export const MEETING_FRAME = words(
  "else last first next latest meet met meeting meetings hold held holding take took place time date day year visit visited talk talks call called spoke speak summit summits conference forum happen happened will again often times two both ever leaders presidents premiers ministers part taken attend attended join joined participate participated present",
);
/** The question means that they sat together, and not that they spoke. */
export const IN_PERSON = /\b(?:meet|meets|met|face to face|in person)\b/i;
/** Joins those who did something together. */
export const AND = "and";
export const BETWEEN = "between";
/** What two did together, behind both names. */
export const MET_TOGETHER = /\b(?:met|spoke|talked|held|convened|conferred|hosted|welcomed|received)\b/;
/** Says that somebody met somebody. */
export const MET_SAID =
  /\b(?:met|meets?|meeting with|talks with|spoke|spoken|talked|call with|called|hosted|welcomed|received|visited|greeted|conferred|sat down)\b/i;
/** Stands for those who met, without their names. */
export const ALL_OF_THEM =
  /\b(?:the (?:two|three|four|pair)|both|(?:the|these|world) (?:leaders|presidents|ministers|men|women|sides|delegations))\b/i;
/** The question asks for the other of those who met. */
export const ASKS_WHOM = /^(?:and )?whom?\b/i;
/** The question asks how often. */
export const COUNTED = /\bhow (?:many times|often)\b/i;
/** The question asks for a place. */
export const WHERE = /\b(?:where|(?:what|which) (?:city|country|place))\b/i;
export const WHERE_WORD = "where";
/** What stands between "Lund or Solberg", of whom either will do; "speak or meet with" is no such choice. */
export const CHOICE = /^\W{0,5}(?:either )?or\b(?: (?:the|with|by|from|of|\p{Lu}[\p{L}.’'-]{0,40})){0,5}\W{0,5}$/u;
/** Several conversations with several people: none of these spoke with another. */
export const SPOKE_APART = /\b(?:conversations|calls|meetings|discussions)\s+with\s[^.;]{2,60}?\sand\s/i;
/** The question says itself which time it means. */
export const NAMES_A_TIME = /\b(?:last|first|next|latest|when|(?:19|20)\d\d|on \d)\b/i;
/** The question asks for a time already. */
export const ASKS_WHEN = /^when /i;
/** "What did Lund and Moe discuss?": who, by which verb, and when; "what was the call of Lund and Moe about?" */
export const ASKS_MATTER =
  /^what (?:did|do|does|have|has|had) (.{2,160}?) (discuss(?:ed)?|(?:talk|talked|speak|spoke) about|agree(?:d)?(?: (?:on|to|about))?)\b(.*)$/iu;
export const ASKS_MATTER_OF =
  /^what (?:was|were) the (?:meeting|call|visit|talks|summit|conversation) of (.{2,160}?)( on \d.{4,20})? about$/iu;
/** "What did Lund say to Moe?": before and behind the one who spoke, and the other's name. */
export const ASKS_WHAT_ONE = /^what did (?=\p{Lu})/iu;
export const TOLD_TO = / (?:say to|tell) (?=\p{Lu})/u;
export const NAME_IN_FRONT = /^\p{Lu}[\p{L}’'-]*(?: \p{Lu}[\p{L}’'-]*){0,2}/u;
/** What stands behind "what did they discuss": the matter, up to the time or the place. */
export const TALKED_ABOUT = /^ (?:about|on|regarding) ((?:(?! (?:in|on|at) [\p{Lu}\d]).)+)/u;
/** "Why did Lund call Moe?" */
export const ASKS_WHY_MET =
  /^why (?=(?:did|do|does|has|have|will) .{2,160}? (?:meet|speak|call|talk|phone|visit|hold (?:talks|a call))\b)/iu;
/** What a report says they met for. */
export const PURPOSE =
  /\bto (?:discuss|congratulate|express|mark|brief|coordinate|thank|convey|review|reaffirm|underscore|offer|consult|address|talk about|wish|welcome|commemorate|prepare|show|support|demonstrate|signal)\b/i;
/** What those who met did not only do, but talk of. */
export const DISCUSSED =
  /\b(?:discuss(?:ed|ions?)?|talked about|spoke about|talks (?:on|about)|exchanged views|conferred|consulted|reviewed|focused on|raised|addressed|considered|took stock|coordinated|covered|ranging from)\b/i;
/** What was said or promised there, of which a report often makes no talk. */
export const DEALT_WITH =
  /\b(?:reaffirmed|affirmed|underscored|underlined|emphasi[sz]ed|stressed|highlighted|welcomed|condemned|thanked|congratulated|noted|called for|expressed|committed|agreed|pledged|conveyed|reiterated|commended)\b/i;
export const AGREED = /\b(?:agreed|agreement|accord|committed|pledged|signed|decided|resolved|promised)\b/i;
export const ASKS_WHAT_WAS_AGREED = /^agree/i;
/** Both of those who met, or one of them and the other. */
export const BOTH_OF_THEM =
  /\b(?:they|both|the (?:two|pair|leaders|presidents|ministers|sides|officials|men|women)|(?:president|minister|secretary|leader|prince|adviser|advisor)s)\b/i;
/** "on 4 March 2024", "in 2022", "in May". */
export const NAMES_A_DAY = /\b(?:on|in) (?:\d|\p{Lu}\p{Ll}{2,8} \d)|\blast\b|\bfirst\b/u;
/** What a report says of a time to come, beside the meeting that it tells of. */
export const LOOKS_AHEAD =
  /\b(?:look(?:s|ed|ing)? forward to|will (?:meet|host|visit|welcome|travel|see)|plans? (?:to|for)|next (?:week|month|year|spring|summer))\b/i;
/** "In Japan", in a question. */
export const IN_PLACE = /\bin (?:the )?(\p{Lu}[\p{L}.]*(?: \p{Lu}[\p{L}.]*){0,2})/gu;
/** What stands right before the country that a report places something in. */
export const SAYS_PLACE = /(?:\b(?:in|at|to|from|across|visit(?:s|ed|ing)?|tour(?:ed|ing)?|reach(?:ed)?)|,)\s(?:the\s)?/g;
/** "How long did Lund and Moe meet?", "how long was the call of Lund and Moe?" */
export const ASKS_HOW_LONG_THEY = /^how long did /i;
export const MEETS = / (?:meet|talk|speak)(?: with| to)?(?= |$)/i;
export const ASKS_LENGTH_OF =
  /^how long (?:did|was) (?:the|their) (?:meeting|call|visit|talks|summit|conversation) (?:of|between) /i;
const HOURS = String.raw`(?:\b(?:an?|\d+|one|two|three|four|five|six|seven|several|half an)[ -](?:hour|minute|day)s?|\bhour-?long)`;
/** "An hourlong meeting", "lasted two hours", "spoke for about 20 minutes". */
export const LASTED = new RegExp(
  [
    String.raw`${HOURS}(?: \p{L}+)? (?:meeting|talks|call|conversation|session|visit|summit|discussion)\b`,
    String.raw`${HOURS} of (?:talks|meetings|discussions)\b`,
    String.raw`\b(?:lasted|for)(?: about| around| roughly| nearly| almost| more than| over| just)? ${HOURS}`,
  ].join("|"),
  "iu",
);
/** The question is about what took place, and a report only of what was to come. */
export const TOOK_PLACE_ASKED = /\b(?:did|met|spoke|visited|was|were)\b/i;
export const TO_COME_SAID =
  /\b(?:will|would|is set to|are set to|is due to|plans? to|scheduled to|expected to|later this (?:week|month)|possible)\b/i;

/** Asks what two talked of on one matter. */
export function discussedQuestion(names: string[], matter: string): string {
  return `What did ${names.join(" and ")} discuss about ${matter}?`;
}
