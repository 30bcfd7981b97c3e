import type { ArticleBody, QuoteRecord } from "../domain/evidence/records.ts";
import { isOffice } from "../evidence/office-rank.ts";
import { BEFORE_OCCASION, NOBODY_IN_PARTICULAR } from "../extract/en/briefing/briefing-words.ts";
import { readActs } from "./read-acts.ts";
import { type Mention, type Sides, UNPLACED, wordsIn } from "./sides.ts";
import type { PartNames, TopicNames } from "./topic-sides.ts";
import { isOfSport, isOld } from "./weigh-lines.ts";

/**
 * How much a quotation is on the topic, most first: one side about the other, a side on an occasion of both, a guest about both, a guest on
 * an occasion of both.
 */
export const QUOTE_FIT = { onTheOther: 4, onOccasion: 3, onBoth: 2, byGuest: 1 } as const;

/** What stands further behind a quotation in its sentence does not say what it is about. */
const BEHIND = 90;
/** So many sentences before a quotation say on what occasion it was said. */
const BEFORE = 3;

/** Whether a quotation is on several sides, as its article has it. */
export function isQuoteOn({ parts }: TopicNames, quote: QuoteRecord, article: ArticleBody | undefined): boolean {
  if (article === undefined || isOfSport(article) || NOBODY_IN_PARTICULAR.test(quote.speaker?.name ?? "")) return false;
  return parts.some((part) => pairFit(part, quote, article) > 0);
}

/**
 * How much a quotation is on several sides: what one of them says of another, or says where the text has just told what the two do; of
 * whoever belongs to neither, what is said of both, or where the text has just told of them in an article on nothing else. Words on a
 * third country are not on the two because it lies beside one of them.
 */
export function pairFit(part: PartNames, quote: QuoteRecord, article: ArticleBody): number {
  const sides = part.sidesIn(article.id);
  const { before, behind } = textBeside(article, quote);
  if (isOld(`${before} ${behind}`, article)) return 0;
  const speaker = sidesNamed(sides, quote.speaker?.name ?? "");
  const said = readSides(sides, quote.text);
  const beside = [readSides(sides, before), readSides(sides, behind)];
  if (speaker.size === 0 && [said, ...beside].some(isOnBoth)) return QUOTE_FIT.onBoth;
  if (speaker.size === 0) return isOfGuest(part, quote, article) ? QUOTE_FIT.byGuest : 0;
  if (hasOther(said.acting, speaker)) return QUOTE_FIT.onTheOther;
  if (said.isOfThird) return 0;
  if (beside.some(({ acting }) => hasOther(acting, speaker))) return QUOTE_FIT.onTheOther;
  if (beside.some(({ isOfThird }) => isOfThird)) return 0;
  // "The people proved it again", on what is its own.
  if (said.acting.size > 0) return 0;
  return isOnOccasion(sides, speaker, sentencesBefore(article, quote)) ? QUOTE_FIT.onOccasion : 0;
}

/** Of a guest, "an American who lives in Jerusalem", that is not enough: the words or the sentence they stand in tell of both. */
function isOnBoth({ named, acting }: SidesRead): boolean {
  return named.size > 1 && acting.size > 0;
}

/** An expert whom an article on the two has asked: not who passes by, nor on a third country. */
function isOfGuest(part: PartNames, quote: QuoteRecord, article: ArticleBody): boolean {
  const { speaker } = quote;
  if (speaker?.id == null || !part.hasStanding(speaker.id) || !part.isSubjectOf(article)) return false;
  const sides = part.sidesIn(article.id);
  if (readSides(sides, quote.text).isOfThird) return false;
  return isOnOccasion(sides, NOBODY, sentencesBefore(article, quote));
}

const NOBODY: ReadonlySet<number> = new Set();

/** The nearest sentence before that names anybody but the speaker's own side tells whom the words are about. */
function isOnOccasion(sides: Sides, speaker: ReadonlySet<number>, sentences: string[]): boolean {
  for (const sentence of sentences) {
    const { acting, isOfThird } = readSides(sides, sentence, { isOccasion: true });
    if (hasOther(acting, speaker)) return true;
    if (isOfThird) return false;
  }
  return false;
}

export function sidesNamed(sides: Sides, text: string): Set<number> {
  return sidesOf(sides.find(wordsIn(text)).filter(({ isPlace }) => !isPlace));
}

function sidesOf(mentions: Mention[]): Set<number> {
  return new Set(mentions.filter(({ side }) => side !== UNPLACED).map(({ side }) => side));
}

interface SidesRead {
  /** Sides that are named, not as places. */
  named: ReadonlySet<number>;
  /** Sides that act or are acted on, not places and not what stands beside ("after the meeting with …"). */
  acting: ReadonlySet<number>;
  isOfThird: boolean;
}

/** On an occasion whoever acts counts: "a counter to China's roads" is none with China. */
function readSides(sides: Sides, text: string, { isOccasion } = { isOccasion: false }): SidesRead {
  if (!/\p{Lu}/u.test(text)) return { named: new Set(), acting: new Set(), isOfThird: false };
  const words = wordsIn(text);
  const mentions = sides
    .find(words)
    .filter(({ start }) => !BEFORE_OCCASION.test(text.slice(Math.max(0, start - LONGEST_OCCASION), start)))
    .filter(({ end }) => !isOccasion || !isOwner(text.slice(end)));
  const { subjects, objects, isTogether } = readActs(words.model(), mentions);
  const acting = isTogether ? sidesOf(mentions) : new Set([...subjects, ...objects]);
  return { named: sidesOf(mentions.filter(({ isPlace }) => !isPlace)), acting, isOfThird: sides.namesThird(words) };
}

const LONGEST_OCCASION = 60;
const LONGEST_OFFICE = 40;

/** Behind a name: "'s roads", not "'s president". */
function isOwner(behind: string): boolean {
  return /^['’]s?\s/.test(behind) && !isOffice(behind.slice(0, LONGEST_OFFICE));
}

function hasOther(named: ReadonlySet<number>, speaker: ReadonlySet<number>): boolean {
  return [...named].some((side) => !speaker.has(side)) || (speaker.size > 1 && named.size > 0);
}

/** What stands beside a quotation in its sentences: who speaks to whom, and of what. */
function textBeside(article: ArticleBody, { start, end }: QuoteRecord): { before: string; behind: string } {
  const around = article.sentences.filter((sentence) => sentence.start < end && start < sentence.end);
  const [first, last] = [around[0]?.start ?? start, around.at(-1)?.end ?? end];
  return { before: article.text.slice(first, start), behind: article.text.slice(end, Math.min(last, end + BEHIND)) };
}

/** Nearest first. */
function sentencesBefore(article: ArticleBody, { start }: QuoteRecord): string[] {
  const place = article.sentences.findLastIndex((sentence) => sentence.start <= start);
  return article.sentences
    .slice(Math.max(0, place - BEFORE), Math.max(0, place))
    .reverse()
    .map((sentence) => article.text.slice(sentence.start, sentence.end).replace(/\s+/g, " "));
}
