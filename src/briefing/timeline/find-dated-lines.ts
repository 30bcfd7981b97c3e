import { dateOf } from "../../domain/evidence/article-date.ts";
import type { DateSpan } from "../../domain/evidence/extraction.ts";
import { publisherKey } from "../../domain/evidence/publisher-key.ts";
import type { ArticleHead } from "../../domain/evidence/records.ts";
import { relativeDays } from "../../extract/dates/relative-days.ts";
import { resolveDates } from "../../extract/dates/resolve-dates.ts";
import { TO_COME } from "../../extract/en/briefing/briefing-words.ts";
import { CALLED_OFF, SAID_ON, SAYS_BEHIND } from "../../extract/en/briefing/timeline-words.ts";
import type { Line } from "../line.ts";
import type { TopicReading } from "../read-topic.ts";
import { ON_TOPIC, type WeighedArticle } from "../weigh-lines.ts";
import type { Candidate } from "./timeline.ts";

/** What an article tells of days longer ago is history to it. */
const MOST_DAYS_AGO = 45;
/** A plan further ahead is a horizon. */
const MOST_DAYS_AHEAD = 300;
/** A span of more days is a period ("last week"), not a day. */
const MOST_DAYS_LONG = 4;
const DAY_MS = 86_400_000;

/** What somebody said on a day counts for less than what was done; a day that is not the last of a sentence led up to it. */
const WEIGHT = { dated: 2, plan: 1.9, cancelled: 2, said: 1.6, undated: 1, lead: 0.3, fit: 0.3, notLast: 0.7 } as const;
/** A sentence that is this much about the topic tells what its sides did. */
const ACTING = 3;
const LEAD_SENTENCES = 2;
/** An article is about the topic from so much focus on, and its first sentence is its news. */
const FOCUSED = 0.6;

/** The sentences on a topic, each on the days of what it tells; the news of an article that names no day is on the article's own. */
export function findDatedLines({ weighed }: TopicReading): Candidate[] {
  return weighed.flatMap((article) => article.lines.flatMap((line) => candidatesOf(article, cutToDated(line))));
}

function candidatesOf({ focus }: WeighedArticle, line: Line): Candidate[] {
  if (line.fit < ON_TOPIC || line.isBackground) return [];
  const { article, range, text, at, fit } = line;
  const isNews = at === 0 && focus >= FOCUSED;
  const bonus = (at < LEAD_SENTENCES ? WEIGHT.lead : 0) + (fit >= ACTING ? WEIGHT.fit : 0);
  return tellDays(line).flatMap(({ weight, ...told }) =>
    told.status === "said" && weight === WEIGHT.undated && !isNews
      ? []
      : [
          {
            ...told,
            text: article.text.slice(range.start, range.end).replace(/\s+/g, " "),
            citations: [{ articleId: article.id, start: range.start, end: range.end, text }],
            weight: weight + bonus,
            publishers: new Set([publisherKey(article)]),
          },
        ],
  );
}

/** Of two sentences in one line the first is enough where it names its day. */
function cutToDated(line: Line): Line {
  const { article, range } = line;
  const end = article.sentences.find((sentence) => sentence.start <= range.start && range.start < sentence.end)?.end ?? range.end;
  if (end >= range.end) return line;
  const text = article.text.slice(range.start, end);
  const isDated = resolveDates(text, { publishedAt: article.publishedAt, direction: "past" }).some(({ span }) => isDay(span));
  return isDated ? { ...line, range: { start: range.start, end }, text } : line;
}

type Told = Pick<Candidate, "date" | "status" | "isCancelled" | "isMeeting" | "weight">;

interface Telling {
  article: Pick<ArticleHead, "publishedAt" | "firstSeenAt">;
  text: string;
}

/** The one day (ISO date) of what a sentence tells, where it names it and it is over; null for plans, and where it names none or several. */
export function dayToldBy(telling: Telling): string | null {
  const told = tellDays(telling);
  const days = new Set(told.map(({ date }) => date));
  const [day = null] = days;
  return days.size !== 1 || told.some(({ status, weight }) => status === "planned" || weight === WEIGHT.undated) ? null : day;
}

/** Of several days that are over the last is the news; of a plan, the day for which it is. */
function tellDays({ article, text }: Telling): Told[] {
  const published = dateOf(article);
  const isToCome = TO_COME.test(text);
  const found = resolveDates(text, { publishedAt: article.publishedAt, direction: isToCome ? "future" : "past" });
  const [behind, ahead] = (["past", "future"] as const).map((direction) =>
    resolveDates(text, { publishedAt: article.publishedAt, direction }),
  );
  const marked = relativeDays(text, article.publishedAt);
  const days = found.flatMap(({ start, end, span: read }, at): Told[] => {
    // Readers see the day that a weekday stands for: the line may be on no other.
    const shown = marked.find((each) => each.end === end)?.day;
    const span = shown === undefined ? read : { start: shown, end: shown, precision: "day" as const };
    const isSaid = SAID_ON.test(text.slice(0, start)) || SAYS_BEHIND.test(text.slice(end));
    const spans = shown !== undefined ? [span] : isSaid ? [behind?.[at]?.span ?? span] : [span, ahead?.[at]?.span ?? span];
    const near = spans.find((each) => isDay(each) && isNear(each.start, published));
    if (near === undefined) return [];
    if (near.start > published) return [planOn(near.start, text)];
    return [{ date: near.start, status: isSaid ? "said" : "held", weight: isSaid ? WEIGHT.said : WEIGHT.dated }];
  });
  if (days.length === 0) return found.length > 0 ? [] : [{ date: published, status: "said", weight: WEIGHT.undated }];
  const plans = days.filter(({ status }) => status === "planned");
  if (plans.length > 0) return plans.slice(0, 1);
  return days.map((day, at) => (at === days.length - 1 ? day : { ...day, weight: day.weight - WEIGHT.notLast }));
}

function planOn(date: string, text: string): Told {
  return CALLED_OFF.test(text)
    ? { date, status: "planned", isCancelled: true, isMeeting: true, weight: WEIGHT.cancelled }
    : { date, status: "planned", weight: WEIGHT.plan };
}

function isNear(date: string, published: string): boolean {
  const distance = (Date.parse(date) - Date.parse(published)) / DAY_MS;
  return distance >= -MOST_DAYS_AGO && distance <= MOST_DAYS_AHEAD;
}

function isDay({ precision, start, end }: DateSpan): boolean {
  return precision === "day" && (Date.parse(end) - Date.parse(start)) / DAY_MS < MOST_DAYS_LONG;
}
