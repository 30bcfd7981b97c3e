import { dateOf } from "../domain/evidence/article-date.ts";
import type { DateSpan } from "../domain/evidence/extraction.ts";
import type { ArticleBody, Citation, CitedSentence, PersonRecord } from "../domain/evidence/records.ts";
import type { Topic } from "../evidence/parse-topic.ts";
import { relativeDays } from "../extract/dates/relative-days.ts";
import { resolveDates } from "../extract/dates/resolve-dates.ts";
import { BY_TELEPHONE, FACE_TO_FACE, TO_COME } from "../extract/en/briefing/briefing-words.ts";
import { isCalendarWord } from "../extract/en/calendar.ts";
import type { Line } from "./line.ts";
import { readTopic, type TopicReading } from "./read-topic.ts";
import { saysOtherwise } from "./says-otherwise.ts";
import { nameTopic } from "./topic-sides.ts";
import { ON_TOPIC, type WeighedArticle } from "./weigh-lines.ts";

const MAX_SENTENCES = 6;
const MAX_PER_ARTICLE = 2;
/** Two sentences that share so much of their words say the same. */
const SAME_AT = 0.5;
/** In articles of one story and of the same days it takes less. */
const SAME_STORY_AT = 0.4;
/** Fewer words in common are chance. */
const SAME_WORDS = 4;
/** So alike they tell one event even where they give it different days. */
const SURELY_SAME_AT = 0.65;
const MAX_OTHERS = 3;
/** Papers that tell one event do so within so many days, unless they name its day. */
const SAME_DAYS = 5;
const DAY_MS = 86_400_000;
/** What is newest among the articles on the topic weighs more than what is older. */
const RECENCY = 1.5;
/** What each year beside the newest takes away, whatever came between: a call of two years ago is no news beside last month's. */
const YEAR = 0.7;
const YEAR_MS = 365 * DAY_MS;
const MOST_YEARS = 2;
/** Background is shown where there are fewer lines of news, and a sentence that only mentions the topic where there is none on it. */
const FEW_LINES = 3;

interface Candidate extends Line {
  /** The days that it names; worked out when first asked for, because finding them costs more than all the rest. */
  days(): DateSpan[];
}

/**
 * The sentences that tell a topic: the articles' own, newest article first. What several articles say alike comes once, with all of
 * them cited. Every text is exactly what its first citation holds. `people` are those whom the articles name: who acts for a country.
 */
export function composeBriefing(topic: Topic, articles: ArticleBody[], people: PersonRecord[] = []): CitedSentence[] {
  return tellTopic(readTopic(nameTopic(topic, people), articles));
}

/** The sentences that tell a topic, of articles that were read for it. */
export function tellTopic({ weighed }: TopicReading): CitedSentence[] {
  return choose(byWorth(weighed), weighed)
    .sort((a, b) => newestFirst(a.lead, b.lead))
    .map(toSentence);
}

/** Whether an article is about the topic, if only a little; one that has its name in passing is not. */
export function isOnTopic({ weighed }: TopicReading): boolean {
  return weighed.some(({ focus }) => focus > 0);
}

/** The best of the news; background where there is little. */
function choose(candidates: Candidate[], weighed: WeighedArticle[]): Told[] {
  const chosen: Told[] = [];
  const perArticle = Math.max(MAX_PER_ARTICLE, Math.ceil(MAX_SENTENCES / Math.max(1, countOnTopic(weighed))));
  for (const candidate of candidates) {
    const alike = chosen.filter((each) => tellSame(each.lead, candidate));
    const same = alike.find((each) => !saysOtherwise(each.lead.text, candidate.text));
    if (same !== undefined) {
      if ([same.lead, ...same.others].every((each) => each.article.id !== candidate.article.id)) same.others.push(candidate);
      continue;
    }
    if (chosen.length >= (isLittle(candidate) ? FEW_LINES : MAX_SENTENCES)) continue;
    // What contradicts a line that is told belongs to it, however little it says of the topic.
    if (alike.length === 0 && candidate.fit < ON_TOPIC && chosen.some(({ lead }) => lead.fit >= ON_TOPIC)) continue;
    const fromArticle = chosen.filter((each) => each.lead.article.id === candidate.article.id).length;
    if (fromArticle < perArticle) chosen.push({ lead: candidate, others: [] });
  }
  return chosen;
}

function countOnTopic(weighed: WeighedArticle[]): number {
  return weighed.filter(({ lines }) => lines.some(({ fit }) => fit >= ON_TOPIC)).length;
}

/** Best first: news before background, what is newest a little before the rest. */
function byWorth(weighed: WeighedArticle[]): Candidate[] {
  const withLines = weighed.filter(({ lines }) => lines.some(({ fit }) => fit >= ON_TOPIC));
  const days = [...new Set(withLines.map(({ article }) => dateOf(article)))].sort().reverse();
  return weighed
    .flatMap(({ article, lines }) => {
      const rank = days.findIndex((day) => day <= dateOf(article));
      const recency = RECENCY / (1 + (rank < 0 ? days.length : rank) * 0.25) - YEAR * yearsBehind(article, days[0]);
      return lines.map((line) => ({ ...line, score: line.score + recency, days: daysOf(article, line.text) }));
    })
    .sort((a, b) => tierOf(a) - tierOf(b) || b.score - a.score);
}

function yearsBehind(article: ArticleBody, newest: string | undefined): number {
  if (newest === undefined) return 0;
  return Math.min(MOST_YEARS, Math.max(0, Date.parse(newest) - Date.parse(dateOf(article))) / YEAR_MS);
}

function tierOf({ isBackground, fit }: Line): number {
  return fit < ON_TOPIC ? 2 : Number(isBackground);
}

function isLittle(line: Line): boolean {
  return tierOf(line) > 0;
}

/** A sentence that is shown, and those of other articles that tell the same. */
interface Told {
  lead: Candidate;
  others: Candidate[];
}

function toSentence({ lead, others }: Told): CitedSentence {
  const cited = [lead, ...others.slice(0, MAX_OTHERS)];
  const said = cited.flatMap(({ article, days }) => {
    const [date, ...more] = days();
    return date === undefined || more.length > 0 ? [] : [{ articleId: article.id, date }];
  });
  const once = said.filter((each, at) => said.findIndex((other) => other.date.start === each.date.start) === at);
  const differs = once.some((one) => once.some((other) => one.date.end < other.date.start));
  const sentence = { text: lead.text, citations: cited.map(toCitation) };
  return differs ? { ...sentence, differing: once.sort((a, b) => a.date.start.localeCompare(b.date.start)) } : sentence;
}

/**
 * Whether two sentences tell one event: in the same words, and on a day that both name, or in papers of the same days. Papers of the same
 * days that name different days contradict each other.
 */
function tellSame(one: Candidate, other: Candidate): boolean {
  const isStory = one.article.storyId !== null && one.article.storyId === other.article.storyId;
  const alike = likeness(one.words, other.words);
  if (alike < SAME_AT && !(isStory && alike >= SAME_STORY_AT && areNear(one, other))) return false;
  if (tellsCall(one) !== tellsCall(other) && (tellsMeeting(one) || tellsMeeting(other))) return false;
  const apartAtAll = daysApart(one, other);
  if (apartAtAll > 0 && nameOthers(one, other)) return false;
  // "met today" in the papers of two days is two events.
  const apart = [one, other].some(isRelative) ? apartAtAll : 0;
  if (apart > 1 || (apart === 1 && alike < SURELY_SAME_AT)) return false;
  if (areNear(one, other)) return true;
  return one.days().some((day) => other.days().some((each) => day.start <= each.end && each.start <= day.end));
}

/** "spoke by phone today" and "met today" are two events, however alike the rest is. */
function tellsCall({ text }: Candidate): boolean {
  return BY_TELEPHONE.test(text);
}

function tellsMeeting({ text }: Candidate): boolean {
  return FACE_TO_FACE.test(text);
}

/** Whether each names somebody or something that the other does not: on two days that is another guest, not another date. */
function nameOthers(one: Candidate, other: Candidate): boolean {
  const [names, others] = [namesIn(one), namesIn(other)];
  const [first, otherFirst] = [firstWord(one), firstWord(other)];
  return (
    [...names].some((name) => name !== otherFirst && !others.has(name)) &&
    [...others].some((name) => name !== first && !names.has(name))
  );
}

/** Behind the first word, which has a capital whatever it is. */
function namesIn({ text }: Candidate): Set<string> {
  const names = [...text.matchAll(/(?<=[\p{L}\p{N},.’')”"] )\p{Lu}[\p{L}’'-]+/gu)].map(([name]) => name.toLowerCase());
  return new Set(names.map((name) => name.replace(/['’]s$/, "")).filter((name) => !isCalendarWord(name)));
}

function firstWord({ text }: Candidate): string {
  const [word = ""] = /[\p{L}’'-]+/u.exec(text) ?? [];
  return word.toLowerCase().replace(/['’]s$/, "");
}

function areNear(one: Candidate, other: Candidate): boolean {
  return Math.abs(Date.parse(dateOf(one.article)) - Date.parse(dateOf(other.article))) <= SAME_DAYS * DAY_MS;
}

/** How many days lie between those that two sentences name; 0 where one names none. */
function daysApart(one: Candidate, other: Candidate): number {
  const [days, others] = [one.days(), other.days()];
  if (days.length === 0 || others.length === 0) return 0;
  const gaps = days.flatMap((day) =>
    others.map((each) => Math.max(daysBetween(day.end, each.start), daysBetween(each.end, day.start), 0)),
  );
  return Math.min(...gaps);
}

function daysBetween(first: string, last: string): number {
  return Math.round((Date.parse(last) - Date.parse(first)) / DAY_MS);
}

function isRelative({ text, article }: Candidate): boolean {
  return relativeDays(text, article.publishedAt).length > 0;
}

function daysOf(article: ArticleBody, text: string): () => DateSpan[] {
  let days: DateSpan[] | null = null;
  return () => {
    if (days !== null) return days;
    const direction = TO_COME.test(text) ? "future" : "past";
    const found = resolveDates(text, { publishedAt: article.publishedAt, direction });
    days = found.map((each) => each.span).filter((span) => span.precision === "day");
    return days;
  };
}

function likeness(a: Set<string>, b: Set<string>): number {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared++;
  return shared < SAME_WORDS ? 0 : shared / Math.min(a.size, b.size);
}

function newestFirst(a: Candidate, b: Candidate): number {
  return (
    dateOf(b.article).localeCompare(dateOf(a.article)) ||
    a.article.id.localeCompare(b.article.id) ||
    a.range.start - b.range.start
  );
}

function toCitation({ article, range, text }: Candidate): Citation {
  return { articleId: article.id, start: range.start, end: range.end, text };
}
