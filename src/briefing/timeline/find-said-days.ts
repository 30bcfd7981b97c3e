import { publisherKey } from "../../domain/evidence/publisher-key.ts";
import type { ArticleBody, PersonRecord, QuoteRecord } from "../../domain/evidence/records.ts";
import { officeRank } from "../../evidence/office-rank.ts";
import { resolveDates } from "../../extract/dates/resolve-dates.ts";
import type { Line } from "../line.ts";
import type { TopicReading } from "../read-topic.ts";

import type { Candidate } from "./timeline.ts";

/** A minister's words alone make no day, those of whoever leads a state do. */
const WEIGHT_OF_RANK: Readonly<Record<number, number>> = { 4: 2.1, 3: 1.2 };
const MIN_WORDS = 4;
/** A fragment says something by itself from so many words. */
const MIN_PARTIAL_WORDS = 8;
const FOCUSED = 0.6;
/** News of a day is printed within so many. */
const MOST_DAYS_AGO = 3;
const DAY_MS = 86_400_000;

interface Saying {
  quotes: readonly QuoteRecord[];
  /** Whether the topic is who speaks. */
  isOfPerson: boolean;
  people: readonly PersonRecord[];
  /** ISO alpha-2; null where the topic names none. */
  countries: string[] | null;
  articles: ReadonlyMap<string, ArticleBody>;
}

/** What those in the highest offices said on a topic, on the day on which they said it. */
export function findSaidDays(
  { weighed }: TopicReading,
  { quotes, isOfPerson, people, countries, articles }: Saying,
): Candidate[] {
  const ranks = new Map(people.map((person) => [person.id, officeRank(person, countries)]));
  const onTopic = weighed.filter(({ focus }) => isOfPerson || focus >= FOCUSED);
  const dayOfArticle = new Map(onTopic.map(({ article, lines }) => [article.id, dayOfLead(lines)]));
  return quotes.flatMap((quote) => {
    const weight = WEIGHT_OF_RANK[ranks.get(quote.speaker?.id ?? "") ?? 0];
    const article = articles.get(quote.articleId);
    if (weight === undefined || article === undefined || quote.speaker === null || !dayOfArticle.has(quote.articleId)) return [];
    const words = quote.text.split(/\s+/).length;
    if (words < (quote.kind === "partial" ? MIN_PARTIAL_WORDS : MIN_WORDS)) return [];
    const toldOn = quote.saidOn ?? article.firstSeenAt.slice(0, 10);
    return [
      {
        date: daySaid(quote, article) ?? dayOfArticle.get(quote.articleId) ?? toldOn,
        text: `${quote.speaker.name}: ${inMarks(quote.text.replace(/\s+/g, " "))}`,
        status: "said" as const,
        citations: [{ articleId: quote.articleId, start: quote.start, end: quote.end, text: quote.text }],
        weight,
        publishers: new Set([publisherKey(article)]),
      },
    ];
  });
}

/** What is said in an article is said on the day of its news; null where its first sentence names none, or one still to come. */
function dayOfLead([lead]: readonly Line[]): string | null {
  if (lead === undefined || lead.at > 0) return null;
  const { publishedAt } = lead.article;
  const days = resolveDates(lead.text, { publishedAt, direction: "past" }).flatMap(({ span }) =>
    span.precision === "day" && span.start === span.end ? [span.start] : [],
  );
  const last = days.at(-1);
  if (last === undefined || publishedAt === null) return null;
  const ago = (Date.parse(publishedAt.slice(0, 10)) - Date.parse(last)) / DAY_MS;
  return ago >= 0 && ago <= MOST_DAYS_AGO ? last : null;
}

/** The day that the sentence around a quotation names, outside of it; null where it names none, or one still to come. */
export function daySaid(quote: QuoteRecord, article: ArticleBody): string | null {
  const [day] = resolveDates(wordsBeside(quote, article), { publishedAt: article.publishedAt, direction: "past" });
  const published = article.publishedAt;
  const isDay = day?.span.precision === "day" && day.span.start === day.span.end;
  return day === undefined || !isDay || (published !== null && day.span.start > published) ? null : day.span.start;
}

/** The words of the sentences that hold a quotation, without the quotation. */
export function wordsBeside({ start, end }: QuoteRecord, article: ArticleBody): string {
  const around = article.sentences.filter((sentence) => sentence.start < end && start < sentence.end);
  const [first, last] = [around[0], around.at(-1)];
  if (first === undefined || last === undefined) return "";
  return `${article.text.slice(first.start, Math.max(first.start, start))} ${article.text.slice(end, Math.max(end, last.end))}`;
}

function inMarks(words: string): string {
  return /^["“«„]/.test(words) ? words : `“${words}”`;
}
