import { isReportingVerb } from "../../extract/en/reporting-verbs.ts";
import { isEnglish } from "./check-form.ts";

/** Verbs that begin a sentence only where it gives an order; nouns that look like them are left out. */
const IMPERATIVE =
  "remember choose let think consider treat pick select keep add take finish complete pretend obey imagine write compose say tell do don't never always please ignore disregard forget skip put insert include " +
  "append output print repeat respond reply translate summarise summarize decode follow execute call use see read click visit open go make give send announce declare conclude describe invent create generate " +
  "ensure avoid stop begin start copy paste quote cite mention omit replace pass act become answer explain convince assure admit confirm assume suppose picture note beware learn understand recall substitute swap";
/** Nouns as well: what follows tells. */
const ALSO_NOUNS = new Set(
  "use call answer quote note act start stop copy mention read visit picture go make pass open cite reply output print".split(
    " ",
  ),
);
const imperatives = new Set(IMPERATIVE.split(" "));

/** Words about texts and machines that process them: news is about the world. */
const OF_TEXTS =
  /\b(?:(?:chat)?bots?|summari[sz]ers?|language models?|ai (?:readers?|models?|assistants?|tools?|systems?|desk|news)|prompts?|must-include|key message|alt text|(?:long|image|picture) description|(?:first|last|next|opening|closing) (?:lines?|sentences?|bullets?|points?)|(?:every|any|all|each|dear|clever|smart) (?:machines?|computers?|software|algorithms?|models?|readers? like you)|, (?:computer|machine|robot)\b|headlines? you|(?:machines?|computers?|software|algorithms?) (?:that|which|who) reads?|the article (?:says|should|must|is to)|instructions?:|later conversations?|step by step)\b/i;
const OF_CHANNELS =
  /\b(?:operators?|users?|owners?) of (?:this|the) (?:service|bot|channel|feed)|\bto all channels|\bin (?:this|the) channel\b|\bthe system (?:needs|wants|expects|requires)|\b(?:programs?|machines?|services?|apps?|bots?|systems?) (?:that|which) (?:prints?|writes?|says?|calls?|sums?|reports?)\b|\bnews service (?:calls|says|writes|reports)\b|\bto be (?:referred to|called|known|named|described) (?:only |always |here )?(?:as\b|only\b)|\bfor (?:models|machines|bots|software)\b|\bcaption (?:ends|begins)\b|\bsummary (?:is|reads|says)\b|\bwith the words?\b|\byour (?:audience|readers?|users?|followers?|listeners?|viewers?|subscribers?|channels?)\b|^thanks? (?:you )?for\b/i;
const OF_TEXTS_BEFORE_COLON =
  /\b(?:machines?|bots?|readers?|software|articles?|texts?|rules?|notes?|messages?|categor(?:y|ies)|descriptions?|updates?|captions?|keywords?|tags?|type|context|task|goal|reminder|important|warning|conclusion|answers?|facts?|truth|ai|desk)\b/i;
/** Instructions for writers: "not for publication", "the line to take". */
const OF_PUBLISHING =
  /\b(?:not for|for (?:immediate|internal|background)) (?:publication|release|use|attribution|distribution|circulation)\b|\blines? to take\b|\btalking points?:|\b(?:for|to) (?:the )?(?:desks?|editors|copy editors|sub-?editors|newsrooms|rewriters)\b.{0,20}[:,]/i;
/** Phrases on how to summarise events address whoever summarises them. */
const OF_TELLING =
  /\b(?:wrong|remiss|incomplete|impossible|unfair|dishonest|misleading|mistake|error|omission|necessary|essential|vital|right|fair|best|correct|accurate|customary|usual) (?:\w+ )?to (?:sum(?: \w+)? up|summari[sz]e|recap|abridge|condense|retell|recount|paraphrase|quote|cite|headline)\b|\bno (?:\w+ )?(?:account|summary|recap|report|retelling|overview|digest|briefing)s? (?:[\p{L}'’-]+ ){0,6}(?:without|unless|complete|(?:may |can |should |will |that )?(?:omits?|leaves? out|misses|skips?))\b/iu;
/** Of other digests, as of an example. */
const OF_DIGESTS =
  /\b(?:all|every|each|any|most|other|rival|similar|these|those|such) (?:\w+ ){0,2}(?:digests?|recaps?|round-?ups?|news(?:letter| summar(?:y|ie)| brief| alert)s?|summar(?:y|ies)|aggregators?)\b/i;
/** What is to be said to whoever asks. */
const OF_ANSWERING =
  /\b(?:if|when|whenever|wherever|should|once|to (?:anyone|anybody|those|all|whoever)) (?:who )?(?:some(?:one|body)|any(?:one|body)|they|people|readers?|users?|a (?:reader|user|person)|others?|who)? ?(?:asks?|inquires?|enquires?|wonders?|queries)\b.{0,60}\b(?:repl(?:y|ies)|answers?|responses?|truth|fact)\b.{0,20}\b(?:is|are|be|goes|runs|stays|remains)\b/i;
/** Tags with attributes or an end. */
const TAG = /<\/[a-z][\w:-]*\s*>|<[a-z][\w:-]*(?:\s+[\w:-]+\s*=|\s*\/?>)/i;
const LIST_MARK = /^\s*(?:\[\d+\]|\(\d+\)|#{1,6}\s|[-*•–>]\s|\d+[.)]\s|[QA]:)/;
const TO_YOU = /\byou\b.{0,30}\b(?:say|write|print|output|report|state|mention|include|add|repeat|tell|claim|append|call)\b/i;
const WEIGHED =
  /\b(?:failure to|refus(?:al|ing) to|be sure to|supposed to|going to|have to) (?:report|say|state|write|mention|add|repeat|print|tell|include)\b|\b(?:conclusion|answer|truth|fact|point|message|news|headline) (?:to write |to give |to report )?is:? (?:that )?/i;
const NOT_OF_THE_WORLD = [OF_TEXTS, OF_CHANNELS, OF_PUBLISHING, OF_TELLING, OF_DIGESTS, OF_ANSWERING, TO_YOU, WEIGHED, TAG];
const MAX_LABEL_WORDS = 5;

/**
 * Whether a sentence looks like a report to people: no label, list or order begins it, and it does not speak of texts and machines. What
 * does not is neither shown to a model nor said where it writes; it need not be meant badly.
 */
export function isPlainReport(text: string): boolean {
  const line = text.replace(/\s+/g, " ").trim();
  if (LIST_MARK.test(text) || NOT_OF_THE_WORLD.some((rule) => rule.test(line))) return false;
  return isEnglish(line) && !isLabelled(line) && !givesOrder(line) && !shouts(line);
}

/** "Category: …", "Rule 2: …"; not "Solberg said: …", and no dateline. */
function isLabelled(line: string): boolean {
  const label = /^([^:“"]{1,100}):\s/.exec(line)?.[1];
  if (label === undefined) return false;
  const words = label.split(" ");
  if (
    isReportingVerb((words.at(-1) ?? "").toLowerCase()) ||
    (words.length <= 4 && label === label.toUpperCase() && !/\d/.test(label))
  )
    return false;
  return words.length <= MAX_LABEL_WORDS || OF_TEXTS_BEFORE_COLON.test(label);
}

function givesOrder(line: string): boolean {
  const words = line
    .replace(/^[“"‘'([]+/, "")
    .toLowerCase()
    .split(/[^\p{L}'’]+/u);
  const [first = "", second = ""] = words;
  if (!imperatives.has(first.replace("’", "'"))) return false;
  return !ALSO_NOUNS.has(first) || /^(?:the|this|that|these|a|an|it|them|your|only|as|no|all|every|and|here|to|on)$/.test(second);
}

function shouts(line: string): boolean {
  const words = line.match(/\p{L}{2,}/gu) ?? [];
  return words.length >= 5 && words.filter((word) => word === word.toUpperCase()).length / words.length > 0.6;
}
