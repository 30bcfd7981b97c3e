import type { ArticleBody } from "../domain/evidence/records.ts";
import { skipDateline } from "../evidence/skip-dateline.ts";
import { LISTED } from "../extract/en/briefing/briefing-words.ts";
import { type Acts, readActs } from "./read-acts.ts";
import { type Mention, type Sides, UNPLACED, type Words, wordsIn } from "./sides.ts";

/** News says at its head what it is about. */
export const LEAD_SENTENCES = 3;
/** A headline that says so much of the topic is on it. */
export const HEADLINE = 2.5;

/** How much a sentence is on a topic, by what it says of the topic's sides. */
export const FIT = {
  together: 4,
  eachOther: 3.5,
  bothTold: 3.2,
  acting: 3,
  object: 2.6,
  beside: 2,
  implied: 2.2,
  withThird: 1.7,
  aside: 1.6,
  mention: 1.1,
  place: 0.8,
} as const;

/** How much a headline is about the topic: 0 to 4, as sentences. */
export function titleFit(sides: Sides, { title }: Pick<ArticleBody, "title">): number {
  return title === null ? 0 : textFit(sides, title);
}

function textFit(sides: Sides, text: string): number {
  const words = wordsIn(text);
  const mentions = sides.find(words);
  const named = countSides(mentions);
  return named === 0 ? 0 : fitOf({ named, words, mentions }, readActs(words.model(), mentions), sides);
}

/**
 * Whether an article is on several sides by itself: its headline or a sentence of its lead tells what they do with each other, and begins
 * with them.
 */
export function isOnSides(sides: Sides, article: ArticleBody): boolean {
  if (beginsWith(sides, article.title ?? "") && titleFit(sides, article) >= HEADLINE) return true;
  return article.sentences.slice(0, LEAD_SENTENCES).some((sentence) => {
    const { start, end } = skipDateline(article.text, sentence);
    const text = article.text.slice(start, end).replace(/\s+/g, " ");
    return beginsWith(sides, text) && textFit(sides, text) >= FIT.acting;
  });
}

/** "A welcomes guests as B and C look on" is on A. */
function beginsWith(sides: Sides, text: string): boolean {
  const [first] = sides.find(wordsIn(text));
  return first !== undefined && !sides.namesThird(wordsIn(text.slice(0, first.start)));
}

export function countSides(mentions: Mention[]): number {
  return new Set(mentions.filter(({ side }) => side !== UNPLACED).map(({ side }) => side)).size;
}

interface Named {
  named: number;
  words: Words;
  mentions: Mention[];
}

/** How much a sentence is about the topic, by who acts on whom in it. */
export function fitOf({ named, words, mentions }: Named, acts: Acts, sides: Sides): number {
  const { subjects, objects } = acts;
  if (named === 0) return FIT.implied;
  if (sides.isPhrase && subjects.size + objects.size === 0) return sides.isLong ? FIT.beside : FIT.aside;
  if (sides.isPhrase) return subjects.size > 0 ? FIT.acting : FIT.object;
  if (sides.count === 1) return subjects.size > 0 ? FIT.eachOther : objects.size > 0 ? FIT.object : FIT.mention;
  if (named === 1) return subjects.size === 1 ? FIT.implied : 0;
  const acting = new Set([...subjects, ...objects]).size;
  // In a list of many states nobody speaks with anybody in particular.
  const crowd = Math.min(2.5, Math.max(0, sides.countOthers(words.model()) - 1) * 0.8);
  if (subjects.size > 1 || (subjects.size > 0 && acts.isTogether)) return FIT.together - crowd;
  if (acts.isTogether) return FIT.bothTold - crowd;
  if (subjects.size > 0 && acting > 1) return isWithThird(words, mentions, sides) ? FIT.withThird : FIT.eachOther - crowd;
  // "Presidents A of one and B met to mend the ties of the two": whose B is, the rest of the sentence says.
  if (subjects.size > 0) return acts.hasUnplaced ? FIT.object : FIT.aside;
  if (acts.hasUnplaced && acting > 1) return FIT.acting - crowd;
  return acting > 1 ? FIT.mention : FIT.place;
}

/** "A met B of C to speak about D": what A does with a third, who is named between the sides of the topic and not in one breath with the second. */
function isWithThird(words: Words, mentions: Mention[], sides: Sides): boolean {
  const [first, ...others] = mentions.filter(({ side, isPlace }) => side !== UNPLACED && !isPlace);
  const second = others.find(({ side }) => side !== first?.side);
  if (first === undefined || second === undefined) return false;
  const thirds = sides.thirdsIn(words).filter(({ start, end }) => first.end <= start && end <= second.start);
  return thirds.length > 0 && !thirds.some(({ end }) => LISTED.test(words.text.slice(end, second.start)));
}
