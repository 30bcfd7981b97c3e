import type { PersonRecord, QuoteRecord } from "../domain/evidence/records.ts";
import type { Range } from "../domain/evidence/span.ts";
import { rankQuotes } from "../evidence/office-rank.ts";
import { english } from "../extract/en/english.ts";
import { readText } from "../extract/read-text.ts";
import type { TopicReading } from "./read-topic.ts";
import { type Sides, UNPLACED } from "./topic-sides.ts";
import { FOCUSED, type WeighedArticle } from "./weigh-lines.ts";

/** How much a quotation is on the topic; less than `IN_FOCUS` is not. */
const ON_THE_OTHER = 3;
const IN_FOCUS = 2;

/**
 * The quotations on a topic, best first: words of one side about the other, then words of a side in an article on the topic. What a guest says,
 * or a side about something else, is left out.
 */
export function chooseQuotes(
  reading: TopicReading,
  quotes: QuoteRecord[],
  { people, countries }: { people: PersonRecord[]; countries: string[] | null },
): QuoteRecord[] {
  const weighed = new Map(reading.weighed.map((each) => [each.article.id, each]));
  const fits = new Map(quotes.map((quote) => [quote.id, fitOf(reading, quote, weighed.get(quote.articleId))]));
  const fitting = quotes.filter(({ id }) => (fits.get(id) ?? 0) >= IN_FOCUS);
  const ranked = rankQuotes(fitting, { people, countries });
  const best = ranked.filter(({ id }) => (fits.get(id) ?? 0) >= ON_THE_OTHER);
  return [...best, ...ranked.filter((quote) => !best.includes(quote))];
}

function fitOf({ topic, sidesIn }: TopicReading, quote: QuoteRecord, weighed: WeighedArticle | undefined): number {
  if (topic.kind === "person") return quote.speaker?.id === topic.person.id ? ON_THE_OTHER : 0;
  if (weighed === undefined || weighed.isGame) return 0;
  const sides = sidesIn(quote.articleId);
  const speaker = sidesNamed(sides, quote.speaker?.name ?? "");
  const said = sidesNamed(sides, textAround(weighed, quote));
  const isFocused = weighed.focus >= FOCUSED;
  if (sides.count === 1) {
    if (said.size > 0 && (isFocused || speaker.size === 0)) return ON_THE_OTHER;
    return speaker.size > 0 || isFocused ? IN_FOCUS : 0;
  }
  if (new Set([...speaker, ...said]).size > 1) return ON_THE_OTHER;
  return isFocused && speaker.size > 0 ? IN_FOCUS : 0;
}

function sidesNamed(sides: Sides, text: string): Set<number> {
  const named = sides.find(readText(text, english)).map(({ side }) => side);
  return new Set(named.filter((side) => side !== UNPLACED));
}

/** The sentences that a quotation stands in, with the one that says who speaks. */
function textAround({ article }: WeighedArticle, { start, end }: Range): string {
  const around = article.sentences.filter((sentence) => sentence.start < end && start < sentence.end);
  const [first, last] = [around[0]?.start ?? start, around.at(-1)?.end ?? end];
  return article.text.slice(first, last);
}
