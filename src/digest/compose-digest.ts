import { isQuoteOn } from "../briefing/fit-pair-quote.ts";
import { isMeetingOn } from "../briefing/is-meeting-on.ts";
import { nameTopic, type TopicNames } from "../briefing/topic-sides.ts";
import type { StoryChange } from "../documents/frames/frame-words.ts";
import { nameArticle } from "../documents/name-article.ts";
import { isoDate } from "../domain/clock.ts";
import type { DateSpan } from "../domain/evidence/extraction.ts";
import type { ArticleBody, CitedSentence, MeetingRecord, QuoteRecord } from "../domain/evidence/records.ts";
import type { Topic } from "../evidence/parse-topic.ts";
import { skipDateline } from "../evidence/skip-dateline.ts";
import { storyTitle } from "../extract/story-title.ts";
import type { ChangedArticle, News } from "./collect-news.ts";
import { type CarriedText, findCarriedTexts } from "./find-carriers.ts";
import { type Contradiction, findContradictions } from "./find-contradictions.ts";
import { groupByOrigin } from "./find-copies.ts";
import { addedArticles } from "./new-passages.ts";
import { type RankedStory, rankOf, rankStories } from "./stories/rank-stories.ts";
import { isOfTwo, type ReadStory, readStory } from "./stories/read-stories.ts";

const MAX_STORIES = 12;
const MAX_QUOTES = 3;
const MAX_MEETINGS = 5;
const MIN_QUOTE_WORDS = 5;
/** Of one article. */
const MAX_CHANGES = 3;
const MAX_CHANGE_CHARACTERS = 160;
/** The account of a meeting may come so long after it. */
const HELD_BEFORE_MS = 14 * 86_400_000;
/** What the lead story may have. */
export const LEAD_SENTENCES = 3;

export interface DigestStory {
  id: string;
  title: string;
  topic: Topic;
  status: "new" | "updated";
  /** What is new in an updated story; empty in a new one. */
  changes: StoryChange[];
  independentPublishers: number;
  /** Texts that several publishers carry: each counts as one. */
  carried: CarriedText[];
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
  const names = news.topics.map((topic) => nameTopic(topic, news.people));
  const ranked = rankStories(news);
  const shown = ranked.slice(0, MAX_STORIES);
  const articles = new Map(shown.flatMap((story) => story.articles.map((article) => [article.id, article])));
  const context = [...articles.values()];
  const named = new Set<string>();
  const read = shown.map((story) => readStory(story, names));
  // What only mentions a topic stands behind what is on it.
  const inOrder = [...read.filter(({ isOn }) => isOn), ...read.filter(({ isOn }) => !isOn)];
  const [lead = null, ...others] = inOrder.map((each, at) =>
    tell(each, { sentences: at === 0 ? LEAD_SENTENCES : 1, context, named }),
  );
  return {
    topics: news.topics,
    lead,
    others,
    left: ranked.length - shown.length,
    meetings: sortMeetings(shown, { names, today: isoDate(nowMs), since: news.period?.publishedSince ?? null }),
    quotes: chooseQuotes(
      read.map((story) => withQuotesOn(story, names)),
      news,
    ),
    articles: context,
  };
}

interface Telling {
  sentences: number;
  context: ArticleBody[];
  /** Meetings on whose day articles were said to differ already: two stories may have one meeting. */
  named: Set<string>;
}

function tell({ story, told }: ReadStory, { sentences: most, context, named }: Telling): DigestStory {
  const sentences = told.slice(0, most);
  const contradictions = findContradictions(story.meetings, context).filter(({ meeting }) => !named.has(meeting.id));
  for (const { meeting } of contradictions) named.add(meeting.id);
  return {
    id: story.story.id,
    title: titleOf(story, sentences),
    topic: story.topic,
    status: story.isUpdate ? "updated" : "new",
    changes: story.isUpdate ? changesOf(story) : [],
    independentPublishers: story.independent,
    carried: findCarriedTexts(story.articles),
    sentences: sentences.map((sentence) => withoutDateline(sentence)),
    contradictions,
    fresh: story.fresh,
  };
}

/** The headline above the first sentence: a story's own may be of an article that says something else. */
function titleOf({ story, fresh }: RankedStory, [first]: CitedSentence[]): string {
  const from = fresh.find((article) => article.id === first?.citations[0]?.articleId);
  return from === undefined ? story.title : storyTitle({ title: from.title ?? null, text: from.text });
}

/** The sentence from behind its dateline on; what it cites begins there as well, so that it stays the article's own characters. */
function withoutDateline(sentence: CitedSentence): CitedSentence {
  const cut = skipDateline(sentence.text, { start: 0, end: sentence.text.length }).start;
  const [own, ...others] = sentence.citations;
  if (cut === 0 || own === undefined) return sentence;
  const text = sentence.text.slice(cut);
  return { text, citations: [{ ...own, start: own.start + cut, text }, ...others] };
}

function changesOf(story: RankedStory): StoryChange[] {
  const { changed, quotes, meetings } = story;
  const added = addedArticles(story);
  const withdrawn = changed.map(({ article }) => article).filter(isWithdrawn);
  const unknown = changed.filter(({ article, what }) => what === null && !isWithdrawn(article)).map(({ article }) => article);
  const cancelled = meetings.filter((meeting) => meeting.status === "cancelled").length;
  const counted: StoryChange[] = [
    { kind: "withdrawn", count: withdrawn.length, publishers: publishersOf(withdrawn) },
    { kind: "changed", count: unknown.length, publishers: publishersOf(unknown) },
    { kind: "articles", count: added.length, publishers: publishersOf(added) },
    { kind: "quotes", count: quotes.length },
    { kind: "cancelled", count: cancelled },
  ];
  return [...changed.flatMap(saidOtherwise), ...counted.filter((change) => !("count" in change) || change.count > 0)];
}

/** What a publisher says now that it did not: the first of it, corrections before all. */
function saidOtherwise({ article, what }: ChangedArticle): StoryChange[] {
  return (what ?? []).slice(0, MAX_CHANGES).map((change) => {
    const publisher = nameArticle(article);
    if (change.kind === "now-says") return { kind: change.kind, publisher, now: change.now, before: change.before };
    const words = "at" in change ? article.text.slice(change.at.start, change.at.end) : change.before;
    return { kind: change.kind, publisher, words: shorten(words) };
  });
}

/** On one line, of at most so many characters, ending with a whole word. */
function shorten(words: string): string {
  const line = words.replace(/\s+/g, " ").trim();
  if (line.length <= MAX_CHANGE_CHARACTERS) return line;
  const cut = line.slice(0, MAX_CHANGE_CHARACTERS);
  return `${cut.slice(0, Math.max(1, cut.lastIndexOf(" ")))}…`;
}

function isWithdrawn({ withdrawnAt }: ArticleBody): boolean {
  return withdrawnAt != null;
}

function publishersOf(articles: ArticleBody[]): string[] {
  return groupByOrigin(articles).map(([first]) => nameArticle(first));
}

interface Moment {
  /** Of what the digest is on. */
  names: TopicNames[];
  today: string;
  since: string | null;
}

/**
 * Coming ones that have a day in the past were never reported as held: they are left out, not guessed about. One that was held long before
 * the news of it is only mentioned there, and so may one be that has no day.
 */
function sortMeetings(stories: RankedStory[], { names, today, since }: Moment): Digest["meetings"] {
  const told = [...new Map(stories.flatMap((story) => story.meetings.map((meeting) => [meeting.id, meeting]))).values()];
  // A story on two countries tells of other meetings of each.
  const all = told.filter((meeting) => names.some((each) => !isOfTwo(each) || isMeetingOn(each, meeting)));
  const coming = all.filter((meeting) => meeting.status !== "held" && (meeting.date === null || meeting.date.end >= today));
  const from = since === null ? "" : isoDate(Date.parse(since) - HELD_BEFORE_MS);
  // Of one that has no day but a month, the month itself is told of.
  const fromOf = ({ precision }: DateSpan) => (precision === "day" ? from : (since ?? ""));
  const held = all.filter(({ status, date }) => status === "held" && date !== null && date.end >= fromOf(date));
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

/** A story with those of its quotations that are on one of the topics. */
function withQuotesOn({ story }: ReadStory, names: TopicNames[]): RankedStory {
  const articles = new Map(story.articles.map((article) => [article.id, article]));
  const isOn = (quote: QuoteRecord) =>
    names.some((each) => !isOfTwo(each) || isQuoteOn(each, quote, articles.get(quote.articleId)));
  return { ...story, quotes: story.quotes.filter(isOn) };
}

/** One a speaker, of the best stories first, those of rank before others; each is looked up in its article once more. */
function chooseQuotes(stories: RankedStory[], news: News): QuoteRecord[] {
  const ranks = new Map(news.people.map((person) => [person.id, rankOf(person)]));
  const texts = new Map(stories.flatMap((story) => story.articles.map((article) => [article.id, article.text])));
  const disputed = disputedWords(news.quotes);
  const telling = stories.flatMap((story, at) =>
    story.quotes
      .filter((quote) => !disputed.has(wordsOf(quote.text)))
      .filter((quote) => quote.speaker !== null && quote.text.split(/\s+/).length >= MIN_QUOTE_WORDS)
      .filter((quote) => texts.get(quote.articleId)?.slice(quote.start, quote.end) === quote.text)
      .map((quote) => ({ quote, weight: (ranks.get(quote.speaker?.id ?? "") ?? 0) - at * 0.5 })),
  );
  const chosen: QuoteRecord[] = [];
  for (const { quote } of telling.sort((a, b) => b.weight - a.weight || byId(a.quote, b.quote))) {
    const isKnown = chosen.some((each) => speakerOf(each) === speakerOf(quote) || wordsOf(each.text) === wordsOf(quote.text));
    if (!isKnown && chosen.length < MAX_QUOTES) chosen.push(quote);
  }
  return chosen;
}

/** Words that articles give to different people: who said them is not verified. */
function disputedWords(quotes: QuoteRecord[]): Set<string> {
  const speakers = new Map<string, Set<string>>();
  for (const quote of quotes.filter(({ speaker }) => speaker !== null)) {
    const words = wordsOf(quote.text);
    speakers.set(words, (speakers.get(words) ?? new Set()).add(speakerOf(quote)));
  }
  return new Set([...speakers].filter(([, said]) => said.size > 1).map(([words]) => words));
}

function speakerOf({ speaker }: QuoteRecord): string {
  return speaker?.id ?? speaker?.name ?? "";
}

/** Words alone: papers differ in their marks. */
function wordsOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
