import type { Quote } from "../../domain/evidence/extraction.ts";
import type { Range } from "../../domain/evidence/span.ts";
import {
  CARRIED_RULE,
  isPronoun,
  NO_PERSON,
  OF_ITS_PUBLISHER,
  POINTS_BACK,
  SPEAKS_OF_DESCRIBED,
} from "../en/readings/reading-words.ts";
import { isPlainReportingVerb, isReportingVerb } from "../en/reporting-verbs.ts";
import type { Sentence } from "../tokens.ts";
import { type Facts, overlap } from "./facts.ts";
import type { Who } from "./who.ts";
import { firstTokenAt } from "./words.ts";

/** So many sentences from its quotation a speaker may stand where nothing ties the two. */
const MAX_SENTENCES_AWAY = 2;
/** So many words behind "the front page" its newspaper may be named. */
const PUBLISHER_REACH = 5;

export interface Candidate {
  own: Sentence;
  sentence: Sentence;
  place: Range;
  who: Who;
}

/** Whether somebody other than the local engine's speaker may have said it: where the grammar leaves the speaker open, or names only a description. */
export function mayHaveSpoken(facts: Facts, quote: Quote, candidate: Candidate): boolean {
  const { own, sentence, place, who } = candidate;
  if (overlap(place, quote)) return false;
  const { speaker } = quote;
  if (speaker === null) {
    const isTied = sentence === own || (!hasSource(facts, own, quote) && mayGoOn(facts, candidate));
    return isTied || (pointsBack(facts, own) && isJustBefore(candidate) && mayGoOn(facts, candidate));
  }
  if (who.person === null && isPublisherOf(facts, speaker.mention, place)) return true;
  const isKnown = facts.people.named(speaker.name) !== null;
  // "he" of whom the local engine knows no name.
  if (isPronoun(speaker.mention.text) && !isKnown && who.person !== null)
    return (
      facts.people.before(speaker.mention.start, 1)[0]?.person === who.person ||
      (isJustBefore(candidate) && speaksAt(facts, candidate))
    );
  // "the minister", "a senior official", "the document": the model may know who that is.
  if (!isKnown && /^(?:(?:[Tt]he|[Aa]n?|[Tt]hat|[Tt]his) \p{Ll}|\p{Ll})/u.test(speaker.name))
    return isJustBefore(candidate) && fits(speaker.name, who);
  return CARRIED_RULE.test(quote.rule) && isNearer(quote, candidate) && mayGoOn(facts, candidate);
}

function isJustBefore({ own, sentence }: Candidate): boolean {
  return own.index >= sentence.index && own.index - sentence.index <= MAX_SENTENCES_AWAY;
}

/** A document, a group or a paper is nobody; "the official" is a person, or one who is described. */
function fits(description: string, { person, name }: Who): boolean {
  if (NO_PERSON.test(description)) return person === null;
  return person !== null || SPEAKS_OF_DESCRIBED.test(name);
}

/** Between the quotation and whom the local engine carried over from further off. */
function isNearer(quote: Quote, { place }: Candidate): boolean {
  const mention = quote.speaker?.mention ?? quote;
  const distance = (range: Range) => Math.max(quote.start - range.end, range.start - quote.end);
  return distance(place) < distance(mention);
}

/** "said the front page of the Daily Telegraph": a body right behind what it gives out. */
function isPublisherOf({ model }: Facts, mention: Range, place: Range): boolean {
  if (place.start < mention.end) return false;
  const tokens = model.tokens.slice(firstTokenAt(model, mention.end), firstTokenAt(model, place.start));
  return (
    tokens.length <= PUBLISHER_REACH &&
    tokens.length > 0 &&
    tokens.every((token, at) => (at === 0 ? OF_ITS_PUBLISHER.test(token.lower) : token.kind === "word"))
  );
}

/** Whether the sentence of a quotation says by a verb of speech that somebody said it: then nobody of another sentence did. */
function hasSource(facts: Facts, own: Sentence, quote: Range): boolean {
  return facts
    .sceneAt(own)
    .tokens.some((token) => !overlap(token, quote) && (isPlainReportingVerb(token.lower) || token.lower === "according"));
}

/** "That official said": the sentence opens with somebody who was named before. */
function pointsBack({ model }: Facts, { start, end }: Sentence): boolean {
  return POINTS_BACK.test(model.text.slice(start, end).toLowerCase());
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
