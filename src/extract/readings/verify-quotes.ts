import type { Quote, Speaker } from "../../domain/evidence/extraction.ts";
import { type Range, spanOf } from "../../domain/evidence/span.ts";
import type { ModelReading, Refusal, RefusalReason } from "../../domain/model/model-reading.ts";
import { REFERRING_PRONOUNS } from "../en/function-words.ts";
import { LEAD } from "../en/readings/reading-words.ts";
import { isPlainReportingVerb, isReportingVerb } from "../en/reporting-verbs.ts";
import { sentenceAt } from "../read-text.ts";
import type { Sentence } from "../tokens.ts";
import { type Facts, overlap } from "./facts.ts";
import { placesOf, type Who, whoAt, whoIs } from "./who.ts";
import { findWords, wordForms } from "./words.ts";

/** So many sentences from its quotation a speaker may stand where nothing ties the two. */
const MAX_SENTENCES_AWAY = 2;

/** The quotations with the speakers that a model names, where the text bears them out; the local engine's where it does not. */
export function verifyQuotes(facts: Facts, reading: ModelReading, refused: Refusal[]): Quote[] {
  const quotes = [...facts.local.quotes];
  for (const read of reading.quotes) {
    const quote = quotes[read.n - 1];
    const refuse = (reason: RefusalReason) => refused.push({ path: `${read.path}.speaker`, reason });
    if (quote === undefined) {
      refused.push({ path: read.path, reason: "no-such-quotation" });
      continue;
    }
    if (read.speaker === null) continue;
    const found = speakerOf(facts, quote, { words: read.speaker, sentence: read.sentence });
    if (typeof found === "string") refuse(found);
    else quotes[read.n - 1] = { ...quote, speaker: found.speaker, rule: found.rule };
  }
  return quotes;
}

interface Named {
  words: string;
  sentence: number | null;
}

type Found = Pick<Quote, "speaker" | "rule">;

function speakerOf(facts: Facts, quote: Quote, { words, sentence: n }: Named): Found | RefusalReason {
  const own = sentenceAt(facts.model, quote.start);
  const sentence = n === null ? own : facts.sentence(n);
  if (own === null || sentence === null) return "no-such-sentence";
  const agreed = { speaker: quote.speaker, rule: `${quote.rule}; the model agrees` };
  if (isPronoun(words)) return pronounOf(facts, quote, { words, sentence }) ?? "not-the-speaker";
  const who = whoAt(facts, words, [sentence]);
  if (who === null) return "not-in-the-sentence";
  const places = placesOf(facts, who, sentence);
  if (places.length === 0) return "not-in-the-sentence";
  if (quote.speaker !== null && isOne(facts, quote.speaker, who)) return agreed;
  const place = nearest(places, quote);
  if (place === undefined || !mayHaveSpoken(facts, quote, { own, sentence, place, who })) return "not-the-speaker";
  const speaker: Speaker = { name: nameOf(facts, who, place), mention: spanOf(facts.model.text, place.start, place.end) };
  return { speaker, rule: `the model: “${words}”` };
}

function isPronoun(words: string): boolean {
  return REFERRING_PRONOUNS.has(words.trim().toLowerCase());
}

/** "he": whom the local engine takes the pronoun at this quotation for. */
function pronounOf(facts: Facts, quote: Quote, { words, sentence }: { words: string; sentence: Sentence }): Found | null {
  const { speaker } = quote;
  const stands = findWords(facts.model, wordForms(words), sentence).length > 0;
  if (speaker === null || !stands || !overlap(speaker.mention, sentence)) return null;
  return { speaker, rule: `${quote.rule}; the model agrees` };
}

/** Whether the local engine's speaker is the one named: one person, or the words of one body. */
function isOne(facts: Facts, speaker: Speaker, who: Who): boolean {
  const local = facts.people.named(speaker.name);
  if (local !== null || who.person !== null) return local !== null && local === who.person;
  const named = whoIs(facts, speaker.name);
  if (who.code !== null && named?.code === who.code) return true;
  const [short, long] = [who.forms, wordForms(speaker.name.replace(LEAD, ""))].sort((a, b) => a.length - b.length);
  if (short?.every((word) => long?.includes(word)) === true) return true;
  return findWords(facts.model, who.forms, speaker.mention).length > 0;
}

interface Candidate {
  own: Sentence;
  sentence: Sentence;
  place: Range;
  who: Who;
}

/** Whether somebody other than the local engine's speaker may have said it. */
function mayHaveSpoken(facts: Facts, quote: Quote, candidate: Candidate): boolean {
  const { own, sentence, place } = candidate;
  if (overlap(place, quote)) return false;
  if (quote.speaker === null) return sentence === own || (!hasSource(facts, own, quote) && mayGoOn(facts, candidate));
  // "he" of whom the local engine knows no name.
  const isUnknownHe = isPronoun(quote.speaker.mention.text) && facts.people.named(quote.speaker.name) === null;
  if (isUnknownHe && candidate.who.person !== null)
    return facts.people.before(quote.speaker.mention.start, 1)[0]?.person === candidate.who.person;
  // "the minister", "a senior official": the model may know who that is.
  const isDescribed = facts.people.named(quote.speaker.name) === null && /^(?:(?:the|an?) |\p{Ll})/u.test(quote.speaker.name);
  if (isDescribed && candidate.who.person !== null)
    return own.index - sentence.index <= MAX_SENTENCES_AWAY && own.index >= sentence.index;
  return false;
}

/** Whether the sentence of a quotation says by a verb of speech that somebody said it: then nobody of another sentence did. */
function hasSource(facts: Facts, own: Sentence, quote: Range): boolean {
  return facts
    .sceneAt(own)
    .tokens.some((token) => !overlap(token, quote) && (isPlainReportingVerb(token.lower) || token.lower === "according"));
}

/** Somebody of a sentence near by who speaks there, or whom it is about. */
function mayGoOn(facts: Facts, candidate: Candidate): boolean {
  const { own, sentence, place } = candidate;
  if (Math.abs(own.index - sentence.index) > MAX_SENTENCES_AWAY) return false;
  const { tokens, tree } = facts.sceneAt(sentence);
  const isSubject = tokens.some((token, at) => overlap(token, place) && /^nsubj/.test(tree.rels[at] ?? ""));
  return isSubject || speaksAt(facts, candidate);
}

/** Whether a verb of speech stands right behind somebody, or right before. */
function speaksAt(facts: Facts, { sentence, place }: Candidate): boolean {
  const { tokens } = facts.sceneAt(sentence);
  const first = tokens.findIndex((token) => token.end > place.start);
  const last = tokens.findIndex((token) => token.start >= place.end);
  return [tokens[first - 1], tokens[last], tokens[last + 1]].some(
    (token) => token !== undefined && (isPlainReportingVerb(token.lower) || isReportingVerb(token.lower)),
  );
}

function nearest(places: readonly Range[], quote: Range): Range | undefined {
  const distance = (place: Range) => (place.end <= quote.start ? quote.start - place.end : Math.max(0, place.start - quote.end));
  return [...places].filter((place) => !overlap(place, quote)).sort((a, b) => distance(a) - distance(b))[0] ?? places[0];
}

function nameOf({ model }: Facts, who: Who, place: Range): string {
  return who.person !== null || who.code === null ? (who.person?.name ?? who.name) : model.text.slice(place.start, place.end);
}
