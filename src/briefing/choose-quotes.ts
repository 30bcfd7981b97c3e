import type { PersonRecord, QuoteRecord } from "../domain/evidence/records.ts";
import type { Range } from "../domain/evidence/span.ts";
import { rankQuotes } from "../evidence/office-rank.ts";
import { NOBODY_IN_PARTICULAR } from "../extract/en/briefing/briefing-words.ts";
import { pairFit, QUOTE_FIT, sidesNamed } from "./fit-pair-quote.ts";
import type { PartReading, TopicReading } from "./read-topic.ts";
import { FOCUSED, type WeighedArticle } from "./weigh-lines.ts";

/**
 * The quotations on a topic, best first: words of one side about the other, then words of a side on an occasion of both,
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

function fitOf(part: PartReading, quote: QuoteRecord, weighed: WeighedArticle | undefined): number {
  const { topic, sidesIn } = part;
  if (topic.kind === "person") return quote.speaker?.id === topic.person.id ? QUOTE_FIT.onTheOther : 0;
  if (weighed === undefined || weighed.isGame) return 0;
  const sides = sidesIn(quote.articleId);
  if (sides.count > 1) return pairFit(part, quote, weighed.article);
  const speaker = sidesNamed(sides, quote.speaker?.name ?? "");
  const said = sidesNamed(sides, textAround(weighed, quote));
  const isNear = isNearLine(weighed, quote, topic.kind === "bloc" ? BESIDE : NEAR);
  const isFocused = weighed.focus >= FOCUSED && isNear;
  // Words of a guest who names it by the way, far from what is told of it, are on something else.
  if (said.size > 0 && (isFocused || (speaker.size === 0 && (topic.kind !== "bloc" || isNear)))) return QUOTE_FIT.onTheOther;
  return speaker.size > 0 || isFocused ? QUOTE_FIT.onOccasion : 0;
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
