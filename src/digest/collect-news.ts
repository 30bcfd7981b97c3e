import { isMeetingOf } from "../briefing/is-meeting-on.ts";
import { hasSides, nameTopic } from "../briefing/topic-sides.ts";
import { isoDate } from "../domain/clock.ts";
import type { Told } from "../domain/digests/digest.ts";
import { publisherKey } from "../domain/evidence/publisher-key.ts";
import type { ArticleBody, MeetingRecord, PersonRecord, QuoteRecord, StoryRecord } from "../domain/evidence/records.ts";
import type { RankedArticle, StoreReaders } from "../domain/sources/readers.ts";
import { findMeetings } from "../evidence/find-meetings.ts";
import { findSources, type SourceQuery } from "../evidence/find-sources.ts";
import { findTopic } from "../evidence/find-topic.ts";
import { meetingsOn } from "../evidence/meetings-on.ts";
import type { Topic } from "../evidence/parse-topic.ts";
import { topicKey } from "../evidence/topic-key.ts";
import { isCopyOf } from "./find-copies.ts";
import { findEarlier } from "./find-earlier.ts";
import { type MaterialChange, materialChanges } from "./material-changes.ts";
import { isNews, isOlder, type NewsPeriod, newestDay } from "./news-period.ts";
import { rememberTold } from "./remember-told.ts";

const MAX_ARTICLES = 150;
const MAX_STORIES = 60;
const MAX_PEOPLE = 200;
const MAX_QUOTES = 200;
const MAX_MEETINGS = 60;
/** Of the articles that were told, the last: whether they have changed is asked of each, on whatever topic they are now. */
const MAX_REVISED = 400;

export interface NewsRequest {
  workspaceId: string;
  topics: string[];
  /** Null takes all that is stored. */
  period: NewsPeriod | null;
  told: Told;
}

/** An article that was told, and what it says now that it did not; null where the text that was told is not kept. */
export interface ChangedArticle {
  article: ArticleBody;
  what: MaterialChange[] | null;
}

/** A story with something that the channel has not been told. */
export interface StoryNews {
  story: StoryRecord;
  /** The subscription's topic that it is on. */
  topic: Topic;
  isUpdate: boolean;
  /** What is new: articles that were not told, newest first. */
  fresh: ArticleBody[];
  /** Those of `fresh` that tell a told text anew: their publisher has changed it since. */
  changed: ChangedArticle[];
  /** All articles of the story. */
  articles: ArticleBody[];
}

export interface News {
  topics: Topic[];
  stories: StoryNews[];
  /** In the fresh articles of the stories. */
  quotes: QuoteRecord[];
  meetings: MeetingRecord[];
  people: PersonRecord[];
  period: NewsPeriod | null;
  /** What the channel will have been told with this. */
  told: Told;
}

interface OnTopic {
  topic: Topic;
  heads: RankedArticle[];
}

/** What is stored on the topics and has not been told: read once for all subscriptions with the same question. */
export async function collectNews(store: StoreReaders, request: NewsRequest): Promise<News> {
  const { workspaceId, told, period } = request;
  const onTopics = await readTopics(store, request);
  const heads = new Map(onTopics.flatMap(({ heads: found }) => found.map((head) => [head.id, head])));
  const onTopic = [...heads.values()];
  for (const head of await revisedSince(store, request)) if (!heads.has(head.id)) onTopic.push(head);
  const known = onTopic.filter((head) => head.id in told || period === null || isNews(head, period));
  const news = known.filter((head) => told[head.id] !== head.revision);
  const topics = onTopics.map(({ topic }) => topic);
  if (news.length === 0) return { topics, stories: [], quotes: [], meetings: [], people: [], period, told };
  const ids = news.map((head) => head.id);
  const found = await store.stories.find(workspaceId, { articleIds: ids, limit: MAX_STORIES, offset: 0 });
  const bodies = await store.articles.load(workspaceId, [...new Set(found.flatMap((story) => story.articleIds))]);
  const revised = bodies.filter(({ id, revision }) => id in told && told[id] !== revision);
  const texts = await store.articles.textsOf(
    workspaceId,
    revised.map(({ id }) => ({ articleId: id, revision: told[id] ?? 1 })),
  );
  const earlier = await findEarlier(
    store,
    workspaceId,
    bodies.filter(({ id }) => ids.includes(id) && !(id in told)),
  );
  const stories = found.flatMap((story) =>
    newsOf(story, { earlier, onTopics, bodies, told, texts, period, newsIds: new Set(ids) }),
  );
  const freshIds = stories.flatMap((story) => story.fresh.map((article) => article.id));
  const [quotes, meetings, people] = await Promise.all([
    store.quotes.find(workspaceId, { articleIds: freshIds, limit: MAX_QUOTES, offset: 0 }),
    store.meetings.find(workspaceId, { articleIds: freshIds, limit: MAX_MEETINGS, offset: 0 }),
    store.people.inArticles(workspaceId, freshIds, MAX_PEOPLE),
  ]);
  return {
    topics,
    stories,
    quotes,
    meetings,
    people,
    period,
    told: rememberTold(told, [...known, ...stories.flatMap(({ fresh }) => fresh)]),
  };
}

/** The last day (ISO) on which something on the topics was published; null where nothing has a date. */
export async function newestDayOn(
  store: StoreReaders,
  asked: Pick<NewsRequest, "workspaceId" | "topics">,
): Promise<string | null> {
  const found = await readTopics(store, { ...asked, period: null });
  return newestDay(found.flatMap(({ heads }) => heads));
}

/** What was told and has changed since may be on none of the topics any more: those who were told of it hear of that as well. */
async function revisedSince(store: StoreReaders, { workspaceId, told }: NewsRequest): Promise<RankedArticle[]> {
  const revisedOf = Object.keys(told).slice(-MAX_REVISED);
  if (revisedOf.length === 0) return [];
  const found = await store.articles.find(workspaceId, { revisedOf, limit: MAX_REVISED });
  return found.filter(({ id, revision }) => told[id] !== revision);
}

async function readTopics(store: StoreReaders, request: Omit<NewsRequest, "told">): Promise<OnTopic[]> {
  const { workspaceId, topics, period } = request;
  const found: OnTopic[] = [];
  for (const typed of topics) {
    const topic = await findTopic(store, workspaceId, typed);
    if (topic === null) continue;
    const bounds = { ...boundsOf(period), limit: MAX_ARTICLES };
    const heads = await findSources(store.articles, workspaceId, { topic, ...bounds });
    found.push({ topic, heads: [...heads, ...(await reportingBeside(store, workspaceId, { topic, heads, bounds }))] });
  }
  return found;
}

/** Articles that report a meeting of a topic's sides, and name one or both by their people alone. */
async function reportingBeside(
  store: StoreReaders,
  workspaceId: string,
  { topic, heads, bounds }: { topic: Topic; heads: RankedArticle[]; bounds: Omit<SourceQuery, "limit"> },
): Promise<RankedArticle[]> {
  if (!hasSides(topic)) return [];
  const known = new Set(heads.map(({ id }) => id));
  const from = bounds.publishedSince === undefined ? {} : { from: isoDate(Date.parse(bounds.publishedSince) - HELD_BEFORE_MS) };
  const asked = [{ ...meetingsOn(topic, [...known]), ...from }];
  const meetings = await findMeetings(store.meetings, workspaceId, { asked, limit: MAX_MEETINGS, offset: 0 });
  const names = nameTopic(topic, []);
  const reporting = meetings.filter((meeting) => isMeetingOf(names, meeting)).flatMap(({ articleIds }) => articleIds);
  const among = [...new Set(reporting)].filter((id) => !known.has(id));
  if (among.length === 0) return [];
  return store.articles.find(workspaceId, { among, onTopics: [topicKey(topic)], ...bounds, limit: MAX_ARTICLES });
}

/** A meeting is reported at most so long after it. */
const HELD_BEFORE_MS = 14 * 86_400_000;

function boundsOf(period: NewsPeriod | null): Pick<SourceQuery, "seenSince" | "publishedSince"> {
  if (period === null) return {};
  const { seenSince, publishedSince, lateSince } = period;
  return {
    ...(seenSince === null ? {} : { seenSince }),
    publishedSince: lateSince < publishedSince ? lateSince : publishedSince,
  };
}

interface Known {
  onTopics: OnTopic[];
  bodies: ArticleBody[];
  told: Told;
  /** Of the articles that were told and have another revision now, the texts that were told. */
  texts: Map<string, string>;
  /** Of articles that were not told, their publishers' earlier texts, the last first. */
  earlier: Map<string, ArticleBody[]>;
  newsIds: Set<string>;
  period: NewsPeriod | null;
}

/** A story of which only a copy of a known text is new, or a text that says what it said, has nothing new in it. */
function newsOf(story: StoryRecord, known: Known): StoryNews[] {
  const { told, newsIds, period } = known;
  const articles = known.bodies.filter((body) => story.articleIds.includes(body.id));
  const before = articles.filter((article) => article.id in told);
  const background = articles.filter((article) => !newsIds.has(article.id) && isOlder(article, period));
  const unseen = articles.filter((article) => newsIds.has(article.id) && !(article.id in told));
  const added = unseen.filter((article) => !isCopyOf(article, [...before, ...background]) && !isMoved(article, known));
  const moved = unseen.filter((article) => !added.includes(article)).flatMap((article) => changesOfMoved(article, before, known));
  const changed = [...before.flatMap((article) => changesOf(article, known)), ...moved];
  const fresh = [...changed.map(({ article }) => article), ...added];
  const [first] = known.onTopics;
  const topic = topicOf(fresh, known.onTopics) ?? (changed.length > 0 ? (first?.topic ?? null) : null);
  if (topic === null) return [];
  return [{ story, topic, isUpdate: before.length > 0 || moved.length > 0, fresh, changed, articles }];
}

/** Whether its publisher had the text at another address, where it was told or is no news any more. */
function isMoved({ id }: ArticleBody, { earlier, told, period }: Known): boolean {
  return (earlier.get(id) ?? []).some((other) => other.id in told || isOlder(other, period));
}

/** Of an article that was told, none where the same revision was or where its words say the same. */
function changesOf(article: ArticleBody, { told, texts }: Known): ChangedArticle[] {
  if (told[article.id] === article.revision) return [];
  const text = texts.get(article.id);
  if (article.withdrawnAt != null || text === undefined) return [{ article, what: null }];
  const what = materialChanges(text, article.text);
  return what.length === 0 ? [] : [{ article, what }];
}

/** Of a text that came again at another address of its publisher: what it says beyond the one that was told last. */
function changesOfMoved(article: ArticleBody, before: ArticleBody[], { earlier, told }: Known): ChangedArticle[] {
  const own = before.filter((other) => publisherKey(other) === publisherKey(article) && isCopyOf(article, [other]));
  const known = [...own, ...(earlier.get(article.id) ?? []).filter(({ id }) => id in told)];
  const [last] = known.sort((a, b) => b.firstSeenAt.localeCompare(a.firstSeenAt));
  const what = last === undefined ? [] : materialChanges(last.text, article.text);
  return what.length === 0 ? [] : [{ article, what }];
}

/** The topic that most of the articles are on; of several the first that was followed. Null where they are on none. */
function topicOf(articles: ArticleBody[], onTopics: OnTopic[]): Topic | null {
  const counts = onTopics.map(({ heads }) => articles.filter((article) => heads.some((head) => head.id === article.id)).length);
  const most = Math.max(0, ...counts);
  return most === 0 ? null : (onTopics[counts.indexOf(most)]?.topic ?? null);
}
