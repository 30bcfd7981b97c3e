import { CALENDAR_NAMES, PARTS_OF_DAY } from "../en/calendar.ts";
import { either } from "../words.ts";

/** Words after which the subject of a meeting stands. */
const CUE =
  /\b(?:(?:to |will )?discuss(?:ed|es|ing)?|talk(?:ed|s)? about|exchang(?:e|ed|ing) (?:\S+ )?views on|consult(?:ed)? on|review(?:ed|ing)?|focus(?:ed|ing)? on|(?:talks|meeting|discussions?|negotiations|consultations|dialogue|summit|conversation|review|exchange) (?:focused |centred |centered |mainly |primarily )?(?:on|about|regarding|over)|(?:phone |video )?call (?:focused on|about|regarding)|(?:discussion|review) of|(?:declaration|agreement|treaty|memorandum|accord|pact|statement) on|spoke (?:today |by phone |yesterday |briefly )?(?:about|regarding|on)|touched on|dwelt on|addressed|covered|views on)\s+/gi;
const STOP = new RegExp(
  [
    String.raw`(?<!\b\p{L})\.(?:\s|$)`,
    String.raw`[;:“”"?!()[\]]`,
    String.raw`\s[—–-]\s`,
    String.raw`\b(?:which|who|that|while|when|after|before|because|since|although|during|ahead of|at the|said|says|according to|as well as to|in order to|with|amid|following|by)\b`,
    String.raw`\band (?:agreed|reaffirmed|expressed|underscored|welcomed|reviewed|discussed|stressed|exchanged|affirmed|committed|how|to)\b`,
    String.raw`\bon (?:the sidelines|the margins|${either(CALENDAR_NAMES)})\b`,
  ].join("|"),
  "iu",
);
const LEAD =
  /^(?:(?:the|a|an|their|our|its|his|her|this|these|those|ways (?:to|of)|efforts to|how to|how|issues? (?:such as|like|of|concerning)|(?:a |the )?(?:wide |broad |full )?range of|various|recent|current|ongoing|latest|continued|joint|including|notably|particularly|especially|in particular|above all|namely|among others|such as|also|both|further|as well as|those|on|about|of|in|for|to|developments? (?:in|on|around)|situation in|crisis in|the|pertaining to|relating to|related to|concerning|regarding|questions? of|importance of|advancement of|strengthening(?: of)?|state of|need for|development of|future of|status of|enhancement of|expansion of|implementation of|progress (?:made )?(?:in|on)|review of|deepening(?: the)?|strengthening(?: the)?|enhancing|expanding|promoting|boosting|advancing|improving|increasing)\s+)+/i;
const VAGUE =
  /^(?:(?:matters?|issues?|concerns?|interests?|topics?|questions?|things|views?|it|them|this|that|these|both|others?|number|several|many|mutual|common|shared|regional|global|international|bilateral|important|key|frank|various|security and|and|of|on|in|at|a|the|scale|level|weight|interest|concern|challenges?|needs?|efforts?|measures|steps|opportunit(?:y|ies)|strength|unity|coordination|cooperation|partners|friends|norms|progress|work|partnership|relationship|ties|relations|developments?|situation|agenda|commitment|options|ways|matters of|plans|next|phone|telephone|video|priorities|range|two|sides|countries|nations|priority|more)\b[\s-]*)+$/i;
/** First words of what is no noun phrase: a pronoun, a preposition, a verb in its base form or as a gerund. */
const NO_NOUN_FIRST =
  /^(?:they|we|he|she|it|each|that|how|whether|through|between|for|over|against|among|with|by|from|as|could|can|will|would|must|ensure|advance|contain|strengthen|promote|support|address|continue|make|work|build|expand|enhance|deepen|increase|improve|boost|combat|counter|tackle|protect|preserve|reduce|provide|seek|help|create|develop|bring|end|achieve|establish|encourage|maintain|consulted|agreed|reaffirmed|\p{Ll}+ing|\p{Ll}+ly)\b/u;
const ADJECTIVE = /^\p{Ll}+(?:ly|ing|ed|al|ive|ous|ic|ant|[^m]ent|able|ible|ful)$/u;
/** "between the United States and Tunisia" names the two sides, not a subject. */
const BETWEEN_TWO =
  /\sbetween (?:the |our )?(?:two |both )?(?:countries|nations|sides|\p{Lu}[\p{L}.-]+(?: \p{Lu}[\p{L}.-]+)?(?: and (?:the )?\p{Lu}[\p{L}.-]+(?: \p{Lu}[\p{L}.-]+)?)?)/gu;
/** "Monday", "Monday evening", "March 4", "next March": when, not about what. */
const CALENDAR = new RegExp(
  `^(?:(?:last|next|this) )?(?:${either(CALENDAR_NAMES)})(?: (?:${either(PARTS_OF_DAY)}|\\d{1,4}))?$`,
  "i",
);
const MAX_PHRASE = 400;
const MAX_WORDS = 6;
const MAX_TOPICS = 6;

/** What a sentence says a meeting was about: short noun phrases, as the text has them. */
export function topicsOf(sentence: string): string[] {
  const topics: string[] = [];
  for (const cue of sentence.matchAll(CUE)) {
    const rest = sentence.slice(cue.index + cue[0].length);
    // "addressed the Assembly": whom, not what.
    if (/^addressed\b/i.test(cue[0]) && /^(?:the |an? )?\p{Lu}/u.test(rest)) continue;
    const stop = rest.search(STOP);
    const until = stop < 0 ? rest : withoutReporter(rest, stop);
    const phrase = until.slice(0, MAX_PHRASE).replace(BETWEEN_TWO, " ");
    for (const part of phrase.split(/,\s*(?:and\s+)?|\s+and\s+|\s+as well as\s+|\s+including\s+/)) {
      const topic = tidy(part);
      if (topic !== null) topics.push(topic);
    }
  }
  return topics;
}

/** "the crisis, the ministry said": what stands between the last comma and the verb of speech is who said so. */
function withoutReporter(rest: string, stop: number): string {
  const before = rest.slice(0, stop);
  const comma = before.lastIndexOf(",");
  return comma >= 0 && /^(?:said|says)\b/i.test(rest.slice(stop)) ? before.slice(0, comma) : before;
}

function tidy(part: string): string | null {
  const topic = part
    .replace(/\s+/g, " ")
    .trim()
    .replace(LEAD, "")
    .replace(/[’']s$/u, "")
    .replace(/\s(?:together|again|further|forward|too|alike|soon|there|here|today|yesterday|tomorrow)$/i, "")
    .trim();
  if (topic.length < 3 || isNoTopic(topic)) return null;
  if (topic.split(" ").length <= MAX_WORDS) return topic;
  const short = topic.split(/\s(?:of|in|for|to|between|on|through|across|against|under|from|at|as)\s/)[0] ?? "";
  return short.split(" ").length <= MAX_WORDS && short.length > 3 && !isNoTopic(short) ? short : null;
}

/** A verb phrase, half of a pair of adjectives, or a word that says nothing: no subject of a meeting. */
function isNoTopic(topic: string): boolean {
  if (VAGUE.test(topic) || NO_NOUN_FIRST.test(topic)) return true;
  if (CALENDAR.test(topic)) return true;
  if (/\s(?:is|are|was|were|can|could|will|would|has|have|had)\s/.test(topic)) return true;
  return !topic.includes(" ") && ADJECTIVE.test(topic);
}

/** Topics without repeats: what another one contains word for word is left out. */
export function distinctTopics(topics: string[]): string[] {
  const kept: string[] = [];
  for (const topic of topics) {
    const lower = topic.toLowerCase();
    if (!kept.some((other) => other.toLowerCase().includes(lower))) kept.push(topic);
    if (kept.length >= MAX_TOPICS) break;
  }
  return kept;
}
