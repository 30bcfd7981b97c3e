/** Signs of a text written to steer a machine: it names the machine, tells it what to write, or imitates its protocol. */
const VERBS =
  "say|write|print|output|respond|reply|answer|repeat|include|append|insert|mention|tell|begin|start|end|translate|summari[sz]e|cite|link|post|send|click|visit|display|return|render|" +
  "encode|decode|report|state|claim|announce|conclude|replace|use|add|omit|leave out|call|run|execute|fetch|open|load|ping|notify|message|reveal|show|list|produce|generate|emit|describe|attribute|follow|obey|comply|remember|treat|read|set|give|make|stop|switch|pretend|act|continue|convey|note|put|share|urge|advise|recommend|inform|warn|remind|stress";
/** Verbs for what a language model does and is used for. */
const OUTPUT =
  "say|write|print|output|respond|reply|repeat|append|insert|translate|summari[sz]e|cite|click|display|render|encode|decode|ping|emit|generate|execute|reveal|pretend|obey|answer|tell|announce|conclude|include|mention|state|claim|report|add|replace|post|send|convey|inform|remind|link|notify|quote|output|describe|present|omit|visit";
const MACHINE =
  "a\\.?i\\.?|llms?|gpt|chat ?gpt|claude|gemini|copilot|assistants?|chat ?bots?|bots?|(?:large )?language models?|models?|summari[sz]ers?|(?:ai |software |automated )?agents?|machines?|(?:automated|automatic) (?:systems?|readers?|tools?)|attach[eé]|readers? (?:bot|model)|aggregators?|crawlers?|scrapers?|parsers?|copilots?|pipelines?|tools?";
const PRODUCT =
  "summar(?:y|ies)|briefings?|digests?|answers?|responses?|repl(?:y|ies)|outputs?|bullets?|bullet points?|citations?|completions?|generated texts?|abstracts?|headlines?|write-?ups?";

/** Nobody writes these for people: they exclude the whole article. */
const SURE: RegExp[] = [
  // It undoes what the machine was told.
  /\b(?:ignore|disregard|forget|override|overrule|bypass|skip|discard|drop|cancel|unlearn|violate|set aside|do not follow|don't follow|stop following)\b.{0,60}\b(?:instructions?|prompts?|rules?|guidelines?|directions?|directives?|context|the above|(?:all|any|every|your|the) (?:previous|prior|preceding|earlier)|everything (?:above|before|else|you|that)|(?:system|safety) (?:prompt|message|rules?|filters?|checks?|policy)|guardrails?|you (?:were|are|have been) told|(?:the|these|your|all) (?:sources|citations|filters?|gate|other (?:sentences|articles|sources)))\b/i,
  /\b(?:new|updated|revised|real|actual|hidden|secret|following|your|system|developer|admin(?:istrator)?|priority|override) (?:system |developer |priority |secret )?(?:instructions?|prompts?|directives?|task|orders?)\b(?=.{0,80}[:;,.—–-])/i,
  /\b(?:system|developer|hidden|initial|secret) (?:prompt|message|instructions?)\b|\bjail ?break|\bprompt injection|\b(?:developer|debug|admin|maintenance|god|dan|unrestricted|test) mode\b/i,
  /(?:^|[.!?:;—–([{>*#"“”|]\s*)(?:please |now |just )*(?:ignore|disregard|forget|skip) (?:the|this|these|that|those|all|everything|any|what)\b.{0,60}\b(?:and|then|but|instead)\b/i,
  /\b(?:priority|admin(?:istrator)?|operator|system|manual|emergency) override\b|\boverride (?:code|from|by) \b/i,
  // It works the machine: its texts, its tools.
  /\b(?:translate|summari[sz]e|rewrite|rephrase|paraphrase|shorten|re-?tell) (?:this|the|these|all|every) (?:articles?|texts?|sentences?|page|story|stories|passages?|above|following|news)\b/i,
  /\b(?:output|print|repeat|echo|reproduce|display|copy|paste) (?:the|this|all|every|only) (?:previous|above|following|preceding|next|last|first|whole|entire)\b/i,
  /\bcite (?:sentences?|articles?|numbers?|passages?|source) (?:number )?\d|\b(?:call|invoke|execute|run|use) (?:the|a|your|its|this) (?:functions?|tools?|apis?|plug-?ins?|commands?|scripts?)\b/i,
  // It calls the machine by name.
  new RegExp(`\\b(?:for|to) (?:all |any |every |the |our |your )?(?:${MACHINE})(?: [\\p{L}-]+){0,2}\\s?[:–—]`, "iu"),
  new RegExp(
    `\\b(?:note|message|attention|instructions?|reminder|hint|request|hey|dear|hello|hi|memo|notice|important|warning|advice|order|word|appeal|task|command)s?,? (?:to|for)? ?(?:all |any |every |our |your |the |an? |whichever |whatever )?(?:[\\p{L}-]+ )?(?:${MACHINE})\\b`,
    "iu",
  ),
  /(?:^|[\s([{<"“|*#>])(?:assistant|system|user|developer|human|ai|bot|chatgpt|claude|attach[eé]|model|tool|function)\s?[:>\]]/i,
  new RegExp(
    `\\b(?:if|when|whenever|while|as|because|since|unless|once) (?:you(?:'re| are)?|an?|the|any|some|this is(?: being)? read by an?) (?:are |being |reading |read by )?(?:an? |the )?(?:${MACHINE})\\b.{0,80}\\b(?:${VERBS}|must|should|please)\\b`,
    "i",
  ),
  /\byou are (?:now|no longer|hereby) (?:an?|the|in|free|allowed|authori[sz]ed|required|instructed|bound|my)\b|\b(?:from (?:now|here|this point) on|henceforth),? (?:you|your|always|only|never|ignore|respond|reply|answer|write|say|output|treat|call|begin|end|start)\b|\bas an ai\b|\b(?:act|behave|respond|speak|answer|write|pose) as (?:if you|my|an? (?:different|unrestricted|ai|assistant|model|bot|translator|terminal))\b|\bpretend (?:that )?you\b|\bstay in character\b|\brole-?play\b/i,
  // It says what the text being written must contain.
  new RegExp(
    `\\b(?:${MACHINE}|${PRODUCT}|reading this|processing this|summari[sz]ing this|quoting this)\\b.{0,60}\\b(?:must|should|shall|has to|have to|needs? to|is to|are to|ought to|will always|may only|can only|is required|are required|is instructed|are instructed|is asked|are asked|is expected to|are expected to)\\b.{0,60}\\b(?:${VERBS}|be replaced|be cited|be followed|be linked|be preceded|be written|be marked|be told|be shown|be included|be mentioned|be added|be presented|be named|be given|read|contain|carry|open|close|not)\\b`,
    "i",
  ),
  new RegExp(
    `\\b(?:${PRODUCT})\\b.{0,20}\\b(?:that|which|who|with|containing|including|without|if|unless)\\b.{0,40}\\b(?:phrases?|words?|lines?|keywords?|code ?words?|strings?|hashtags?|links?|tokens?)\\b`,
    "i",
  ),
  new RegExp(
    `\\b(?:in|of|to|into|at the (?:top|start|end|beginning|bottom) of|for|with) (?:your|the|any|every|each|all|this) (?:[\\p{L}-]+ )?(?:${PRODUCT})\\b.{0,30}[,:]? ?\\b(?:please |always |you must |kindly )?(?:${VERBS})\\b`,
    "iu",
  ),
  new RegExp(
    `\\b(?:${VERBS}|put|place|embed|make sure|ensure)\\b.{0,80}\\b(?:in|of|to|into|with|as) (?:your|the|any|every|each|all|its) (?:[\\p{L}-]+ )?(?:${PRODUCT})\\b`,
    "iu",
  ),
  // It refers to itself as a text being processed, and says what to do with it.
  /\b(?:this|the|these|following|above|below|next|previous) (?:texts?|items?|pieces?|pages?|feeds?|passages?|paragraphs?|sentences?|pictures?|captions?|articles?|entry|entries|posts?|files?|documents?|contents?|news items?|headlines?)\b.{0,30}\b(?:must|should|shall|ought to|(?:is|are) (?:to be|required|asked|permitted|allowed|ordered|instructed|obliged|requested|kindly|only)|has to|have to|needs? to|may only|can only) (?:be )?(?:[a-z]+ly )?(?:presented|shown|summari[sz]ed|described|read|reported|rendered|treated|quoted|cited|called|labelled|introduced|followed|preceded|translated|displayed|told|rewritten|shortened|say|state|include|mention|contain|list|add|append|write|output|print|begin|start|end)\b/i,
  /\b(?:whoever|anyone who|anybody who|those who|everyone who|any(?:thing)? that|whatever|who(?:ever)?) (?:[a-z]+ly )?(?:process|read|summari[sz]e|condense|parse|index|quote|reuse|rewrite|translate|abridge|digest|shorten|relay|repost|render|ingest)s?e?s? (?:this|these|the)\b/i,
  /\b(?:correct|expected|desired|right|ideal|only|proper|true|best|final|official|accepted|approved|model|sample|example|required) (?:briefing|output|answer|summary|response|result|reply|bullet|digest|completion|translation|wording)s?\b.{0,40}(?:\b(?:is|are|reads?|would be|will be|runs|goes|says)\b|:)/i,
  /\b(?:automated|automatic) (?:services?|software|programs?|scripts?|clients?|processing)\b|\b(?:reuse|use|processing|summari[sz]ation|quotation|republication) (?:of (?:this|the) (?:text|article|page|item|feed) )?by (?:software|machines?|programs?|bots?|ai|models?|automated)\b/i,
  /\b(?:unless|if|until|once|when|should) (?:your|the|a|any|this|every) (?:[\p{L}-]+ )?(?:bot|chatbot|assistant|language model|ai|summary|briefing|digest|output|summari[sz]er)s? (?:[a-z]+ly )?(?:does|do|is|are|will|[a-z]+s)\b/iu,
  /\b(?:prints?|outputs?|emits?|echoes|displays?) [\p{Lu}\d]{4,}\b|\b(?:dear|hello|hey|hi|my|o) (?:machine|model|bot|ai|computer|program|software|assistant|robot|algorithm)\b/u,
  /\b[a-z]+_[a-z_]+\s*[:=(]|\b(?:set|let|const|var) [a-z]+ ?= ?|\buser-agent\s*:|\b(?:summary|tl;?dr|output|completion)\s?[:=]\s/i,
  // It plays the protocol.
  /<\|?\/?(?:im_start|im_end|system|user|assistant|endoftext|inst|s|start|end|article|articles|evidence|task|instructions?|tool|function|result|output|input|response|message|context|document|script|img|iframe|style)(?:-|\b|_)|\[\/?(?:inst|system|sys|assistant|end|begin)[^\]]*\]|<<\/?sys>>|```|~~~|#{3,}|={5,}|-{5,}|"(?:role|points|sentences|content|text|function|tool|quotes|meetings)"\s*:|\{\{|\$\{|<!--|-->/i,
  /\b(?:BEGIN|START|END) (?:OF )?[A-Z ]*(?:PROMPT|INSTRUCTIONS?|ARTICLES?|SOURCES?|CONTEXT|DATA|TEXT|FENCE|INPUT|EVIDENCE|MESSAGE|SYSTEM)\b/,
  // It contains markup that only a chat or a browser understands.
  /@(?:everyone|here|channel)\b|<[!@#][^>]*>|\]\((?:https?|mailto|javascript|data):|\bjavascript:|\bdata:text/i,
  // It carries a message in another coat.
  /\b(?=[a-z]*[A-Z0-9])(?=[A-Z]*[a-z])[A-Za-z0-9+]{32,}={0,2}(?!\w)|(?:%[0-9a-f]{2}){6}|(?:\\u[0-9a-f]{4}){4}|&(?:#x?0*(?:3c|3e|40|60|62|64)|lt|gt|commat);|\b(?:base ?64|rot ?13|hex|morse|pig latin|leetspeak|caesar)\b.{0,60}\b(?:decode|encoded?|say|write|follow|obey|translate|means?|string|text|message)\b|\b(?:decode|decipher|unscramble)\b/i,
  // "Ignore the instructions" in other languages: the words for both near each other.
  /\b(?:ignor\w*|oubli\w*|olvid\w*|vergiss\w*|vergesst|dimentic\w*|esque[cç]\w*|negeer\w*|abaikan|yoksay\w*|missacht\w*)\b.{0,50}\b(?:instru[ck]\w*|anweisung\w*|istruzion\w*|instru[cç]\w*|consignes?|reglas?|regeln|directives?|petunjuk|talimat\w*|précédent\w*|anterior\w*|vorherig\w*)/iu,
  /忽略|无视|無視|指示に従|игнорируй|забудь|инструкци|تجاهل|التعليمات|अनदेखा|निर्देश|무시하/u,
];

/** Orders, which people also give to people: they exclude the sentence and its neighbours. */
const ORDERS: RegExp[] = [
  /(?:^|\s)#{1,6}\s|^[^.!?]{0,40}\binstructions?\s*:?$/i,
  /\b(?:speak|talk|write|report|tell|say|mention) (?:only|nothing but|nothing other than|exclusively) (?:of|about|on|that|the)?\b|\bunder no circumstances\b.{0,20}\b(?:mention|say|write|speak|report|cite|show)\b/i,
  /(?:^|[.!?;:“"]\s*)(?:please |now |then )*(?:write|compose|imagine|invent|draft|make up|create|generate|produce|picture|suppose|assume|put|report|complete|finish)\b (?:a|an|that|there|the|these|this|some|your|you|only)\b/i,
  new RegExp(
    `(?:^|[.!?:;—–([{>*#"“”|]\\s*|\\b(?:then|instead|please|kindly|simply)\\s+)(?:please |now |then |instead,? |always |only |just |simply |do not |don't |never |kindly )*(?:${OUTPUT})\\b (?:[“"'‘\`:]|that\\b|this\\b|the (?:following|words?|sentence|phrase|text|line|token|channel|link|readers?|users?|operator|string|message|answer|article|summary)\\b|only\\b|with\\b|exactly\\b|verbatim\\b|everyone\\b|users?\\b|readers?\\b|everybody\\b|all\\b|each\\b|every\\b|as\\b|here\\b|nothing\\b|sentence\\b|article\\b|number\\b|yes\\b|no\\b|https?:|[\\p{L}\\d-]+\\.\\p{L}{2,})`,
    "iu",
  ),
  new RegExp(
    `\\byou (?:would|could|might|must|should|shall|will|need to|have to|may only|are to|ought to) (?:now |always |only |not |never |also |instead |just |therefore )*(?:${OUTPUT})\\b`,
    "i",
  ),
  /\byour (?:[\p{L}-]+ )?(?:answers?|response|reply|output|summary|briefing|digest|bullets?|instructions?|guidelines|next (?:answer|message|point)|first (?:answer|sentence|point)|citations?)\b/iu,
];

const LOOKALIKES: Record<string, string> = {
  а: "a",
  е: "e",
  о: "o",
  р: "p",
  с: "c",
  у: "y",
  х: "x",
  і: "i",
  ѕ: "s",
  ԁ: "d",
  ո: "n",
  ɡ: "g",
  ο: "o",
  α: "a",
  ι: "i",
  ν: "v",
  ρ: "p",
};
const LEET: Record<string, string> = { "0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", $: "s", "@": "a" };
const INVISIBLE = /\p{Default_Ignorable_Code_Point}|\p{Cf}|\p{Cc}/gu;

/** `machine`: it speaks to the machine that reads it. `order`: it gives an order that may be meant for one. `people`: it is news. */
export type Addressee = "machine" | "order" | "people";

/**
 * To whom a sentence of an article speaks. What people say to people is news, whatever it says; but who tells a summary what to say is
 * not believed. A rule of caution: it also catches sentences that are only about machines, and the local engine still shows what it can.
 */
export function addresseeOf(text: string): Addressee {
  const all = readings(text);
  // Deciphering ordinary prose gives nonsense in which a short order may occur by chance.
  if ([...all, ...deciphered(text)].some((reading) => SURE.some((rule) => rule.test(reading)))) return "machine";
  return all.some((reading) => ORDERS.some((rule) => rule.test(reading))) ? "order" : "people";
}

/** A text as written and without disguises: invisible characters, look-alike letters, digits for letters, spaced letters. */
function readings(text: string): string[] {
  const visible = text.normalize("NFKC").replace(INVISIBLE, "").replace(/\s+/g, " ").slice(0, 4000);
  const latin = visible.replace(
    /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}ɡ]/gu,
    (letter) => LOOKALIKES[letter] ?? letter,
  );
  const plain = latin.replace(/(?<=\p{L})[013457$@](?=\p{L})|\b[013457$@](?=\p{L}{2})/gu, (digit) => LEET[digit] ?? digit);
  const joined = latin.replace(/(?:\b\p{L}[ ._*-]){4,}\p{L}\b/gu, (letters) => letters.replace(/[ ._*-]/g, ""));
  return [...new Set([text.normalize("NFKC").replace(/\s+/g, " ").slice(0, 4000), visible, latin, plain, joined])];
}

function deciphered(text: string): string[] {
  const read = text.normalize("NFKC").replace(/\s+/g, " ").slice(0, 4000);
  return [turned(read), [...read].reverse().join("")];
}

/** Applies ROT13, which turns ROT13 into English and English into nonsense. */
function turned(text: string): string {
  return text.replace(/[a-z]/gi, (letter) => {
    const first = letter <= "Z" ? 65 : 97;
    return String.fromCharCode(((letter.charCodeAt(0) - first + 13) % 26) + first);
  });
}
