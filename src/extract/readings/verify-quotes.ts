import type { Quote, Speaker } from "../../domain/evidence/extraction.ts";
import { type Range, spanOf } from "../../domain/evidence/span.ts";
import type { ModelReading, Refusal, RefusalReason } from "../../domain/model/model-reading.ts";
import { isPronoun, LEAD } from "../en/readings/reading-words.ts";
import { sentenceAt } from "../read-text.ts";
import type { Sentence } from "../tokens.ts";
import { type Facts, overlap } from "./facts.ts";
import { mayHaveSpoken } from "./may-have-spoken.ts";
import { placesOf, type Who, whoAt, whoIs } from "./who.ts";
import { findWords, wordForms } from "./words.ts";

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

/** "he": whom the local engine takes the pronoun at this quotation for. */
function pronounOf(facts: Facts, quote: Quote, { words, sentence }: { words: string; sentence: Sentence }): Found | null {
  const { speaker } = quote;
  const stands = findWords(facts.model, wordForms(words), sentence).length > 0;
  if (speaker === null || !stands || !overlap(speaker.mention, sentence)) return null;
  return { speaker, rule: `${quote.rule}; the model agrees` };
}

/** Whether the local engine's speaker is the one named: one person, or the words of one body. */
function isOne(facts: Facts, speaker: Speaker, who: Who): boolean {
  if (isSamePhrase(facts, speaker.mention, who)) return true;
  const local = facts.people.named(speaker.name);
  if (local !== null || who.person !== null) return local !== null && local === who.person;
  const named = whoIs(facts, speaker.name);
  if (who.code !== null && named?.code === who.code) return true;
  const [short, long] = [who.forms, wordForms(speaker.name.replace(LEAD, ""))].sort((a, b) => a.length - b.length);
  if (short?.every((word) => long?.includes(word)) === true) return true;
  return findWords(facts.model, who.forms, speaker.mention).length > 0;
}

/** "Lund's office": the words end the phrase that stands at the quotation. */
function isSamePhrase({ model }: Facts, mention: Range, { forms }: Who): boolean {
  return forms.length > 1 && findWords(model, forms, mention).some(({ end }) => end === mention.end);
}

function nearest(places: readonly Range[], quote: Range): Range | undefined {
  const distance = (place: Range) => (place.end <= quote.start ? quote.start - place.end : Math.max(0, place.start - quote.end));
  return [...places].filter((place) => !overlap(place, quote)).sort((a, b) => distance(a) - distance(b))[0] ?? places[0];
}

function nameOf({ model }: Facts, who: Who, place: Range): string {
  return who.person !== null || who.code === null ? (who.person?.name ?? who.name) : model.text.slice(place.start, place.end);
}
