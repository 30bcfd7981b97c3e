import type { PersonRecord, QuoteRecord } from "../domain/evidence/records.ts";
import type { Range } from "../domain/evidence/span.ts";
import { rankQuotes } from "../evidence/office-rank.ts";
import { NOBODY_IN_PARTICULAR } from "../extract/en/briefing/briefing-words.ts";
import type { PartReading, TopicReading } from "./read-topic.ts";
import { type Sides, UNPLACED, wordsIn } from "./sides.ts";
import { FOCUSED, type WeighedArticle } from "./weigh-lines.ts";

/** How much a quotation is on the topic, most first: one side about the other, a side in an article on both, a guest about both. */
const ON_THE_OTHER = 3;
const IN_FOCUS = 2;
const BY_A_GUEST = 1;

/**
 * The quotations on a topic, best first: words of one side about the other, then words of a side in an article on the topic,
 * then what a guest says about both. What is about something else is left out.
 */
export function chooseQuotes(
  reading: TopicReading,
  quotes: QuoteRecord[],
  { people, countries }: { people: PersonRecord[]; countries: string[] | null },
): QuoteRecord[] {
  const parts = reading.parts.map((part) => ({ part, weighed: new Map(part.weighed.map((each) => [each.article.id, each])) }));
  const fits = new Map(
    quotes.map((quote) => [
      quote.id,
      Math.max(0, ...parts.map(({ part, weighed }) => fitOf(part, quote, weighed.get(quote.articleId)))),
    ]),
  );
  const fitting = quotes.filter(({ id, speaker }) => (fits.get(id) ?? 0) > 0 && !NOBODY_IN_PARTICULAR.test(speaker?.name ?? ""));
  const ranked = rankQuotes(fitting, { people, countries });
  return ranked.sort((a, b) => (fits.get(b.id) ?? 0) - (fits.get(a.id) ?? 0));
}

function fitOf({ topic, sidesIn }: PartReading, quote: QuoteRecord, weighed: WeighedArticle | undefined): number {
  if (topic.kind === "person") return quote.speaker?.id === topic.person.id ? ON_THE_OTHER : 0;
  if (weighed === undefined || weighed.isGame) return 0;
  const sides = sidesIn(quote.articleId);
  const speaker = sidesNamed(sides, quote.speaker?.name ?? "");
  const said = sidesNamed(sides, textAround(weighed, quote));
  const isNear = isNearLine(weighed, quote, topic.kind === "bloc" ? BESIDE : NEAR);
  const isFocused = weighed.focus >= FOCUSED && isNear;
  if (sides.count === 1) {
    // Words of a guest who names it by the way, far from what is told of it, are on something else.
    if (said.size > 0 && (isFocused || (speaker.size === 0 && (topic.kind !== "bloc" || isNear)))) return ON_THE_OTHER;
    return speaker.size > 0 || isFocused ? IN_FOCUS : 0;
  }
  if (new Set([...speaker, ...said]).size > 1) return speaker.size > 0 ? ON_THE_OTHER : BY_A_GUEST;
  return isFocused && speaker.size > 0 ? IN_FOCUS : 0;
}

function sidesNamed(sides: Sides, text: string): Set<number> {
  const named = sides.find(wordsIn(text)).filter(({ side, isPlace }) => side !== UNPLACED && !isPlace);
  return new Set(named.map(({ side }) => side));
}

/** A quotation further from every line on the topic is on something else, whatever the article is about. */
const NEAR = 3;
/** At a gathering everything is spoken of: words on it stand right beside what is told of it. */
const BESIDE = 1;
const SURE = 3;

function isNearLine({ article, lines }: WeighedArticle, { start }: Range, near: number): boolean {
  const place = article.sentences.findLastIndex((sentence) => sentence.start <= start);
  return lines.some(({ at, fit }) => fit >= SURE && Math.abs(at - place) <= near);
}

/** The sentences that a quotation stands in, with the one that says who speaks. */
function textAround({ article }: WeighedArticle, { start, end }: Range): string {
  const around = article.sentences.filter((sentence) => sentence.start < end && start < sentence.end);
  const [first, last] = [around[0]?.start ?? start, around.at(-1)?.end ?? end];
  return article.text.slice(first, last);
}
