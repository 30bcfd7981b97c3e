import type { Range } from "../../../domain/evidence/span.ts";
import {
  AN_INDEFINITE,
  BEHIND_ISSUER_HEAD,
  GENERIC_BODY,
  ISSUED,
  ISSUED_DOCUMENT,
  NAMED_BODY,
  THE_THAT_THIS,
} from "../../en/quotes/speaker-words.ts";
import { BODY_WORDS, isPlainReportingVerb } from "../../en/reporting-verbs.ts";
import { sentenceAt } from "../../read-text.ts";
import type { Sentence, Token } from "../../tokens.ts";
import { type Phrase, phraseBefore } from "../noun-phrase.ts";
import { REACH_CHARACTERS } from "./person-facts.ts";
import type { Resolution, Resolved } from "./resolution.ts";

const SENTENCES_BACK = 8;

/** Whose "the letter" is: who sent, issued or wrote one in the sentences before, or said so in one. */
export function issuerOf(tokens: Token[], range: Range, context: Resolution): Resolved | null {
  const head = tokens.at(-1);
  if (
    head === undefined ||
    tokens.length > 4 ||
    !ISSUED_DOCUMENT.has(head.lower) ||
    tokens.some((each, at) => each.capital && at > 0 && each.text.length > 3)
  )
    return null;
  const { model } = context;
  const own = sentenceAt(model, range.start);
  for (let index = (own?.index ?? 0) - 1; index >= Math.max(0, (own?.index ?? 0) - SENTENCES_BACK); index--) {
    const sentence = model.sentences[index];
    const issuer = sentence === undefined ? null : issuerIn(sentence, head.lower, context);
    if (issuer !== null) return issuer;
  }
  return null;
}

function issuerIn(sentence: Sentence, document: string, context: Resolution): Resolved | null {
  const { tokens } = context.model;
  for (let at = sentence.firstToken; at < sentence.lastToken; at++) {
    if (tokens[at]?.lower !== document || context.reading.isQuoted(at)) continue;
    const verb = verbOfIssue(tokens, sentence, at);
    const phrase: Phrase | null = verb === null ? null : phraseBefore(tokens, verb, sentence.firstToken);
    const issuer = phrase === null ? null : context.resolve(phrase);
    if (issuer !== null && NAMED_BODY.test(issuer.speaker.name)) return issuer;
  }
  return null;
}

/** "sent Trump a letter"; "said in a letter"; "In a letter, … said". */
function verbOfIssue(tokens: Token[], sentence: Sentence, document: number): number | null {
  for (let at = document - 1; at >= Math.max(sentence.firstToken, document - 8); at--)
    if (ISSUED.has(tokens[at]?.lower ?? "")) return at;
  for (let at = document - 1; at >= Math.max(sentence.firstToken, document - 5); at--) {
    if (tokens[at]?.lower !== "in") continue;
    for (let verb = at - 1; verb >= Math.max(sentence.firstToken, at - 4); verb--)
      if (isPlainReportingVerb(tokens[verb]?.lower ?? "")) return verb;
    for (let verb = document + 1; verb < Math.min(sentence.lastToken, document + 20); verb++)
      if (isPlainReportingVerb(tokens[verb]?.lower ?? "")) return verb;
  }
  return null;
}

/** "the ministry", "that official", "the paper": the one who spoke before and has that noun in the name, or is a body of any kind. */
export function heardBefore(tokens: Token[], range: Range, { earlier }: Resolution): Resolved | null {
  const [first, head] = [tokens[0], tokens.at(-1)];
  if (first === undefined || head === undefined || tokens.length > 4 || !THE_THAT_THIS.has(first.lower)) return null;
  if (tokens.slice(1).some((each) => each.capital)) return null;
  const last = earlier.at(-1);
  if (last === undefined || last.person !== null || range.start - last.at > REACH_CHARACTERS) return null;
  const same =
    lastWord(last.name) === head.lower ||
    lastWord(last.name) ===
      tokens
        .slice(-2)
        .map(({ lower }) => lower)
        .join("");
  const generic = GENERIC_BODY.has(head.lower) && /\p{Lu}/u.test(last.name) && !AN_INDEFINITE.test(last.name);
  const kind = BODY_WORDS.test(head.lower) && last.name.toLowerCase().includes(head.lower);
  return same || generic || kind ? { speaker: { name: last.name, mention: context(range, tokens) }, person: null } : null;
}

function context(range: Range, tokens: Token[]): { text: string; start: number; end: number } {
  return { ...range, text: tokens.map(({ text }) => text).join(" ") };
}

function lastWord(name: string): string {
  return (name.split(BEHIND_ISSUER_HEAD)[0]?.split(" ").at(-1) ?? "").toLowerCase();
}
