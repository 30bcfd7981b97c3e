import { BE } from "../en/function-words.ts";
import { isParticiple } from "../en/reporting-verbs.ts";
import { sentenceAt, type TextModel } from "../read-text.ts";
import type { Token } from "../tokens.ts";
import { tokenIndexAt } from "./cues.ts";
import type { MarkedSpan } from "./find-spans.ts";

/** What carries words that nobody says there and then: "a badge that said". Singular; plurals too. */
const CARRIERS = new Set(
  (
    "badge banner sign placard poster shirt t-shirt tee-shirt cap hat button sticker wall graffiti flag jacket mural billboard plaque sweater sweatshirt hoodie mug pin tattoo label " +
    "signboard inscription bumper cake mask armband ribbon tombstone gravestone headstone doormat scarf tie apron vest balloon coaster"
  ).split(" "),
);
/** What has a name of its own in marks, when it has capitals: "the frigate “Evening Heron”". */
const NAMED_THINGS = new Set(
  (
    "act album anthem app artwork ballad ballet band bill boat book bridge campaign chapter code code-name codename comedy concert conference course decree directive docudrama documentary drama drill essay " +
    "event exercise exhibition festival film forum frigate game hit hymn initiative law liner manoeuvre maneuver manoeuvres maneuvers march memoir mission motion movie musical novel opera operation order painting paper partnership " +
    "pavilion play plan podcast poem portrait program programme project protocol rally reform restaurant resolution route satellite scheme sculpture seminar series ship show single song speech sitcom statute story strategy submarine " +
    "summit symphony thriller tour tract trilogy vessel warship website workshop yacht volume magazine newspaper column lecture panel symposium award prize medal treaty agreement accord declaration charter"
  ).split(" "),
);
/** What stands for the word itself: "the word “solidarity”". */
const TERMS =
  /^(?:word|term|phrase|expression|name|nickname|title|hashtag|moniker|sobriquet|pseudonym|alias|codename|letters?|keyword|password|adjective|noun|verb|acronym|abbreviation|epithet|label)$/;
/** What passes from mouth to mouth and is nobody's: "under the slogan “…”". */
const SAYINGS =
  /^(?:slogan|motto|headline|hashtag|proverb|adage|lyrics?|refrain|inscription|caption|tagline|catchphrase|chorus|rhyme|idiom|cliche|cliché|watchword|heading|rubric|subtitle|banner)$/;
const NAMING =
  /^(?:named|titled|entitled|nicknamed|codenamed|code-named|christened|headlined|subtitled|so-called|captioned|dubbed|called|labelled|labeled|stamped|inscribed|emblazoned|spelled|spelt|engraved)$/;
const GLOSS = /^(?:means|meaning|translates|translated|signifies|denotes|pronounced|spells|rhymes)$/;
const READS =
  /^(?:said|says|read|reads|reading|saying|proclaimed|proclaiming|declaring|declared|bearing|emblazoned|with|displaying|showing|that|which|stating|spelling|painted|inscribed|bore)$/;
const CARRIER_REACH = 7;
const MAX_TERM_WORDS = 4;
const MAX_NAME_WORDS = 8;

/** Whether marks stand round a name, a word as a word, or what a thing bears: that is no quotation, whatever verb is near. */
export function isNotSaid(model: TextModel, span: MarkedSpan): boolean {
  const { tokens } = model;
  const first = tokenIndexAt(tokens, span.start);
  const start = sentenceAt(model, span.start)?.firstToken ?? first;
  if (first <= start) return false;
  const inner = tokens.slice(first, tokenIndexAt(tokens, span.end)).filter((token) => token.kind !== "mark");
  // "He read out one word: “Enough.”"
  if (tokens[first - 1]?.text === ":") return bearsWords(tokens, first, start);
  const before = lowerBefore(tokens, first, start);
  if (bearsWords(tokens, first, start)) return true;
  if ((SAYINGS.test(before) || isSaying(tokens, { first, start })) && inner.length <= MAX_NAME_WORDS)
    return !isSentence(model, span);
  if (GLOSS.test(before) && inner.length <= MAX_NAME_WORDS) return true;
  if (inner.length <= MAX_TERM_WORDS && TERMS.test(before) && !endsSentence(model, span)) return true;
  if (inner.length <= MAX_TERM_WORDS && TERMS.test(before) && !/^\p{Lu}/u.test(inner[0]?.text ?? "")) return true;
  if (inner.length <= MAX_NAME_WORDS && hasCapitals(inner) && (NAMED_THINGS.has(singular(before)) || TERMS.test(before)))
    return true;
  if (inner.length <= MAX_NAME_WORDS && NAMING.test(before)) return hasCapitals(inner) || isParticipleOfName(tokens, first);
  return inner.length <= MAX_NAME_WORDS && hasCapitals(inner) && inner.length > 1 && namesThing(tokens, { first, start }, inner);
}

/** "passed the “Safe Harbours and Ferries Act”": the last word tells the kind of thing. */
function namesThing(tokens: Token[], { first, start }: { first: number; start: number }, inner: Token[]): boolean {
  const article = lowerBefore(tokens, first, start);
  return /^(?:the|a|an|new|its|their|his|her|our)$/.test(article) && NAMED_THINGS.has(singular(inner.at(-1)?.lower ?? ""));
}

function lowerBefore(tokens: Token[], at: number, start: number): string {
  let before = at - 1;
  while (before >= start && (tokens[before]?.kind === "mark" || tokens[before]?.lower === "as")) before--;
  return tokens[before]?.lower ?? "";
}

/** "a ship called", not "Smith called": the participle behind a noun. */
function isParticipleOfName(tokens: Token[], first: number): boolean {
  const verb = tokens[first - 1]?.lower ?? "";
  const noun = tokens[first - 2];
  if (!/^(?:called|dubbed|labelled|labeled)$/.test(verb)) return true;
  if (noun?.text === ",") return true;
  return noun !== undefined && !noun.capital && NAMED_THINGS.has(singular(noun.lower));
}

/** "wore a badge that said", "a wall with the words": the carrier stands near, with a verb of reading between. */
function bearsWords(tokens: Token[], first: number, start: number): boolean {
  let reads = false;
  for (let at = first - 1; at >= Math.max(start, first - CARRIER_REACH); at--) {
    const lower = tokens[at]?.lower ?? "";
    if (CARRIERS.has(singular(lower))) return reads;
    if (READS.test(lower)) reads = true;
    else if (/^(?:he|she|they|who|i|we)$/.test(lower) || (tokens[at]?.capital === true && !isParticiple(lower))) return false;
  }
  return false;
}

/** "The motto of the town is “…”". */
function isSaying(tokens: Token[], { first, start }: { first: number; start: number }): boolean {
  if (!BE.has(tokens[first - 1]?.lower ?? "")) return false;
  for (let at = first - 2; at >= Math.max(start, first - CARRIER_REACH); at--)
    if (SAYINGS.test(tokens[at]?.lower ?? "")) return true;
  return false;
}

/** "Her slogan is “I am with you.”": somebody's sentence after all. */
function isSentence(model: TextModel, span: MarkedSpan): boolean {
  return endsSentence(model, span) && /^\p{Lu}/u.test(model.text.slice(span.start + 1, span.start + 2));
}

function endsSentence(model: TextModel, span: MarkedSpan): boolean {
  return /[.!?]$/.test(model.text.slice(span.start, span.end - 1));
}

function hasCapitals(words: Token[]): boolean {
  const long = words.filter((word) => word.text.length > 3);
  return (
    (long.length > 0 || words.length > 2) &&
    words[0]?.capital === true &&
    [...long, words.at(-1)].every((word) => word !== undefined && (word.capital || word.kind === "number"))
  );
}

function singular(word: string): string {
  return word.length > 4 && word.endsWith("s") && !word.endsWith("ss") && !/^(?:manoeuvres|maneuvers|series)$/.test(word)
    ? word.slice(0, -1)
    : word;
}
