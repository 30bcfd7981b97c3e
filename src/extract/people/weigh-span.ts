import { countryWord } from "../countries.ts";
import { NO_FIRST_NAME, PLACES_AND_SURNAMES } from "../en/not-names.ts";
import {
  ARTICLE,
  AT_A_PLACE,
  BEFORE_A_THING,
  BODY_BEHIND,
  BODY_LINKS,
  COUNTERPART,
  DOER_ENDING,
  GOVERNMENTS,
  HE_SHE,
  JUNIOR,
  NAMES_A_PERSON,
  PARTICLES_INSIDE,
  ROLE_BEFORE_NAME,
  VERB_ENDING,
  WHO_REFERS,
  WITH_A_PERSON,
} from "../en/people/name-words.ts";
import { PERSONAL_VERBS, SPEECH_VERBS } from "../en/personal-verbs.ts";
import { OPENS_SPEAKER } from "../en/reporting-verbs.ts";
import type { Token } from "../tokens.ts";
import { isGivenName } from "./given-names/is-given-name.ts";
import type { NameSpan } from "./name-spans.ts";

/** A sign that a name is a person's, and how much it says. Enough of them together make a person. */
export interface Sign {
  rule: string;
  weight: number;
}

const MAX_APPOSITION = 14;

/** What makes one mention a person's, other than a title. Weights were set by reading the errors on news texts. */
export function signsOf(tokens: Token[], span: NameSpan): Sign[] {
  const next = tokens[span.last];
  const after = tokens[span.last + 1];
  const before = tokens[span.first - 1];
  const inSentence = span.first > span.sentence.firstToken;
  const signs: Sign[] = [];
  const add = (rule: string, weight: number, holds: boolean) => {
    if (holds) signs.push({ rule, weight });
  };
  add("speaks", 3, SPEECH_VERBS.has(next?.lower ?? ""));
  add("speaks", 3, speaksBehindApposition(tokens, span) || (next?.text === "," && SPEECH_VERBS.has(after?.lower ?? "")));
  add("acts", 1, PERSONAL_VERBS.has(next?.lower ?? "") && !SPEECH_VERBS.has(next?.lower ?? ""));
  add("speech before", 3, inSentence && OPENS_SPEAKER.has(before?.lower ?? ""));
  add("verb", 1, VERB_ENDING.test(next?.text ?? "") && !PERSONAL_VERBS.has(next?.lower ?? ""));
  add("possessive", 0.5, /['’]s$/.test(tokens[span.last - 1]?.text ?? ""));
  add("colon", 2, span.first === span.sentence.firstToken && next?.text === ":");
  add("who", 3, next?.lower === "who" || (next?.text === "," && WHO_REFERS.has(after?.lower ?? "")));
  add("age", 3, next?.text === "," && /^\d{2}$/.test(after?.text ?? "") && tokens[span.last + 2]?.text === ",");
  add("according to", 2, before?.lower === "to" && tokens[span.first - 2]?.lower === "according");
  add(
    "initial",
    2,
    span.words.length > 1 && span.words.some((word, at) => /^\p{Lu}\.?$/u.test(word) && at < span.words.length - 1),
  );
  add("suffix", 2, JUNIOR.test(span.words.at(-1) ?? ""));
  add(
    "particle",
    1,
    span.words.slice(1, -1).some((word) => PARTICLES_INSIDE.test(word)),
  );
  add("handle beside", 2, next?.text === "(" && (after?.text.startsWith("@") ?? false));
  add("counterpart", 3, COUNTERPART.has((before?.text === "," ? tokens[span.first - 2] : before)?.lower ?? ""));
  add("apposition", 2, next?.text === "," && ARTICLE.has(after?.lower ?? "") && appositionIsPersonal(tokens, span));
  add("named", 1, NAMES_A_PERSON.has(before?.lower ?? ""));
  add("in a part", 2, ROLE_BEFORE_NAME.has((before?.text === "," ? tokens[span.first - 2] : before)?.lower ?? ""));
  add("with", 0.5, WITH_A_PERSON.has(before?.lower ?? "") && span.words.length > 1);
  add("the", -4, BEFORE_A_THING.has(before?.lower ?? "") && !isAttribute(span, next));
  add("a government's", 2, GOVERNMENTS.has(next?.text ?? "") && span.words.length === 1);
  add("he or she", 1, next?.kind === "mark" && HE_SHE.has(after?.text ?? ""));
  add("given name", 2, span.words.length > 1 && isGivenName(span.words[0] ?? ""));
  add(
    "of a state",
    1.5,
    isStatePossessive(before) && span.words.length === 2 && span.words.every((word) => /^\p{Lu}\p{Ll}+/u.test(word)),
  );
  add("place", -1.5, AT_A_PLACE.test(before?.text ?? ""));
  add("place word", -2, span.words.length > 1 && PLACES_AND_SURNAMES.has((span.words.at(-1) ?? "").toLowerCase()));
  add("sentence word", -3, span.words.length === 1 && NO_FIRST_NAME.has((span.words[0] ?? "").toLowerCase()));
  return signs;
}

/** "The Lund meeting": the article is the meeting's. */
function isAttribute(span: NameSpan, next: Token | undefined): boolean {
  return span.words.length === 1 && next !== undefined && /^\p{Ll}{4,}$/u.test(next.text) && !PERSONAL_VERBS.has(next.lower);
}

/** "Libya's Ada Lund". */
function isStatePossessive(token: Token | undefined): boolean {
  return token !== undefined && /['’]s$/.test(token.text) && countryWord(token.text.replace(/['’]s$/, ""))?.kind === "name";
}

/** "Ada Lund, of the Institute for Trade, told": a verb of speech right behind the second comma. */
function speaksBehindApposition(tokens: Token[], span: NameSpan): boolean {
  if (span.words.length < 2) return false;
  if (BODY_BEHIND.has(tokens[span.last]?.lower ?? "")) return speaksBehindBody(tokens, span);
  if (tokens[span.last]?.text !== ",") return false;
  for (let at = span.last + 1; at < Math.min(span.last + MAX_APPOSITION, span.sentence.lastToken); at++) {
    const token = tokens[at];
    if (token?.text === ",") return SPEECH_VERBS.has(tokens[at + 1]?.lower ?? "");
    if (token === undefined || token.kind === "mark") return false;
  }
  return false;
}

/** "Ada Lund of the Trade Institute wrote". */
function speaksBehindBody(tokens: Token[], span: NameSpan): boolean {
  let at = tokens[span.last + 1]?.lower === "the" ? span.last + 2 : span.last + 1;
  const first = at;
  while (
    at < Math.min(first + MAX_APPOSITION, span.sentence.lastToken) &&
    (tokens[at]?.capital || BODY_LINKS.has(tokens[at]?.lower ?? ""))
  )
    at++;
  return at > first && SPEECH_VERBS.has(tokens[at]?.lower ?? "");
}

/** ", an engineer who helped", ", the father of two,": a noun phrase, then "who" or a word of kin or calling. */
function appositionIsPersonal(tokens: Token[], span: NameSpan): boolean {
  for (let at = span.last + 2; at < Math.min(span.last + 9, span.sentence.lastToken); at++) {
    const token = tokens[at];
    if (token === undefined || token.kind === "mark") return false;
    if (token.lower === "who" || DOER_ENDING.test(token.lower)) return true;
  }
  return false;
}

/** The sum at which a name of several words is a person. */
export const PERSON_THRESHOLD = 2;
