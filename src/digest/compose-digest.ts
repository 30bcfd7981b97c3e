import { type CitedSentence, composeBriefing } from "../briefing/compose-briefing.ts";
import type { Topic } from "../briefing/parse-topic.ts";
import { isoDate } from "../domain/clock.ts";
import type { ArticleBody, MeetingRecord, QuoteRecord } from "../domain/records.ts";
import type { News } from "./collect-news.ts";
import { type Contradiction, findContradictions } from "./find-contradictions.ts";
import { groupByOrigin } from "./find-copies.ts";
import { type RankedStory, rankOf, rankStories } from "./rank-stories.ts";

const MAX_STORIES = 12;
const MAX_QUOTES = 3;
const MAX_MEETINGS = 5;
const MIN_QUOTE_WORDS = 5;
const LEAD_SENTENCES = 3;

export interface DigestStory {
  id: string;
  title: string;
  topic: Topic;
  status: "new" | "updated";
  /** What is new in an updated story, in a few words each; empty in a new one. */
  changes: string[];
  independentPublishers: number;
  sentences: CitedSentence[];
  contradictions: Contradiction[];
  /** What is new, newest first: the sources. */
  fresh: ArticleBody[];
}

export interface Digest {
  topics: Topic[];
  lead: DigestStory | null;
  others: DigestStory[];
  /** Stories for which there was no room. */
  left: number;
  meetings: { held: MeetingRecord[]; coming: MeetingRecord[] };
  quotes: QuoteRecord[];
  /** All articles that are cited. */
  articles: ArticleBody[];
}

/** A digest out of what is new. Pure: the same news on the same day give the same digest. */
export function composeDigest(news: News, nowMs: number): Digest {
  const ranked = rankStories(news);
  const shown = ranked.slice(0, MAX_STORIES);
  const articles = new Map(shown.flatMap((story) => story.articles.map((article) => [article.id, article])));
  const context = [...articles.values()];
  const [lead = null, ...others] = shown.map((story, at) => tell(story, { sentences: at === 0 ? LEAD_SENTENCES : 1, context }));
  return {
    topics: news.topics,
    lead,
    others,
    left: ranked.length - shown.length,
    meetings: sortMeetings(shown, isoDate(nowMs)),
    quotes: chooseQuotes(shown, news),
    articles: context,
  };
}

function tell(story: RankedStory, given: { sentences: number; context: ArticleBody[] }): DigestStory {
  return {
    id: story.story.id,
    title: story.story.title,
    topic: story.topic,
    status: story.isUpdate ? "updated" : "new",
    changes: story.isUpdate ? changesOf(story) : [],
    independentPublishers: story.independent,
    sentences: sentencesOf(story).slice(0, given.sentences),
    contradictions: findContradictions(story.meetings, given.context),
    fresh: story.fresh,
  };
}

/** What tells the story: sentences on its topic, else the first of its newest article's summary. */
function sentencesOf({ topic, fresh }: RankedStory): CitedSentence[] {
  const onTopic = composeBriefing(topic, fresh);
  // What most articles say alike comes first, and what stands higher in its article.
  if (onTopic.length > 0) return onTopic.sort((a, b) => b.citations.length - a.citations.length || startOf(a) - startOf(b));
  return fresh.flatMap((article) =>
    article.summary.slice(0, 1).map(({ start, end }) => {
      const text = article.text.slice(start, end);
      return { text, citations: [{ articleId: article.id, start, end, text }] };
    }),
  );
}

function startOf({ citations }: CitedSentence): number {
  return citations[0]?.start ?? 0;
}

function changesOf(story: RankedStory): string[] {
  const { fresh, changed, quotes, meetings } = story;
  const added = fresh.filter((article) => !changed.includes(article));
  const changes: string[] = [];
  if (added.length > 0) changes.push(`${count(added.length, "more article")} (${namesOf(added)})`);
  if (changed.length > 0) changes.push(`${namesOf(changed)} changed ${changed.length === 1 ? "its article" : "their articles"}`);
  if (quotes.length > 0) changes.push(count(quotes.length, "quote"));
  const cancelled = meetings.filter((meeting) => meeting.status === "cancelled").length;
  if (cancelled > 0) changes.push(`${count(cancelled, "meeting")} cancelled`);
  return changes;
}

function namesOf(articles: ArticleBody[]): string {
  return groupByOrigin(articles)
    .map(([first]) => first?.publisher ?? first?.id ?? "")
    .join(", ");
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

/** Coming ones that have a day in the past were never reported as held: they are left out, not guessed about. */
function sortMeetings(stories: RankedStory[], today: string): Digest["meetings"] {
  const all = [...new Map(stories.flatMap((story) => story.meetings.map((meeting) => [meeting.id, meeting]))).values()];
  const coming = all.filter((meeting) => meeting.status !== "held" && (meeting.date === null || meeting.date.end >= today));
  const held = all.filter((meeting) => meeting.status === "held");
  return {
    held: held.sort((a, b) => dayOf(b).localeCompare(dayOf(a)) || byId(a, b)).slice(0, MAX_MEETINGS),
    coming: coming.sort((a, b) => dayOf(a).localeCompare(dayOf(b)) || byId(a, b)).slice(0, MAX_MEETINGS),
  };
}

function dayOf(meeting: MeetingRecord): string {
  return meeting.date?.start ?? "";
}

function byId(a: { id: string }, b: { id: string }): number {
  return a.id.localeCompare(b.id, "en", { numeric: true });
}

/** One a speaker, of the best stories first, those of rank before others; each is looked up in its article once more. */
function chooseQuotes(stories: RankedStory[], news: News): QuoteRecord[] {
  const ranks = new Map(news.people.map((person) => [person.id, rankOf(person)]));
  const texts = new Map(stories.flatMap((story) => story.articles.map((article) => [article.id, article.text])));
  const telling = stories.flatMap((story, at) =>
    story.quotes
      .filter((quote) => quote.speaker !== null && quote.text.split(/\s+/).length >= MIN_QUOTE_WORDS)
      .filter((quote) => texts.get(quote.articleId)?.slice(quote.start, quote.end) === quote.text)
      .map((quote) => ({ quote, weight: (ranks.get(quote.speaker?.id ?? "") ?? 0) - at * 0.5 })),
  );
  const chosen = new Map<string, QuoteRecord>();
  for (const { quote } of telling.sort((a, b) => b.weight - a.weight || byId(a.quote, b.quote))) {
    const speaker = quote.speaker?.id ?? quote.speaker?.name ?? "";
    if (!chosen.has(speaker) && chosen.size < MAX_QUOTES) chosen.set(speaker, quote);
  }
  return [...chosen.values()];
}
