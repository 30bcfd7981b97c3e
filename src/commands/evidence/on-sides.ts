import { isQuoteOn } from "../../briefing/fit-pair-quote.ts";
import { isMeetingOf } from "../../briefing/is-meeting-on.ts";
import { hasSides, nameTopic, type TopicNames } from "../../briefing/topic-sides.ts";
import type { Action } from "../../domain/chat/document.ts";
import type { Intent } from "../../domain/chat/intent.ts";
import { dateOf } from "../../domain/evidence/article-date.ts";
import type { MeetingRecord, PersonRecord, QuoteRecord } from "../../domain/evidence/records.ts";
import type { MeetingQuery, QuoteQuery, RankedArticle, Wanted } from "../../domain/sources/readers.ts";
import { findMeetings } from "../../evidence/find-meetings.ts";
import { findSources, type SourceQuery } from "../../evidence/find-sources.ts";
import { meetingsOn } from "../../evidence/meetings-on.ts";
import type { Topic } from "../../evidence/parse-topic.ts";
import { topicKey } from "../../evidence/topic-key.ts";
import { type InStore, PAGE_SIZE } from "../command-context.ts";

/** A row of articles that name all sides of a topic, and whether it is on them. */
export interface Weighed<T> {
  row: T;
  isOn: boolean;
}

type WideIntent = Extract<Intent, { wide?: boolean | undefined }>;

/** So many rows are weighed at a time. */
const BATCH = 60;
/** People who may act for a side, of the articles of a batch. */
const MAX_ACTING = 400;
/** Of so many rows all are weighed, so that the list says how many there are; of more only until a page is full. */
const WHOLE = 300;

/** The quotations of articles that name all sides, newest first. */
export async function* weighQuotes(
  context: InStore,
  { topic, asked }: { topic: Topic; asked: Wanted<QuoteQuery> },
): AsyncGenerator<Weighed<QuoteRecord>> {
  const { store, workspaceId } = context;
  const find = (page: Bounds) => store.quotes.find(workspaceId, { ...asked, ...page });
  for await (const quotes of inBatches(find)) {
    const ids = [...new Set(quotes.map(({ articleId }) => articleId))];
    const names = await namesIn(context, topic, ids);
    const articles = new Map((await store.articles.load(workspaceId, ids)).map((article) => [article.id, article]));
    for (const row of quotes) yield { row, isOn: isQuoteOn(names, row, articles.get(row.articleId)) };
  }
}

/** The meetings that articles tell of that name all sides, newest first. */
export async function* weighMeetings(
  context: InStore,
  { topic, asked }: { topic: Topic; asked: Wanted<MeetingQuery>[] },
): AsyncGenerator<Weighed<MeetingRecord>> {
  const { store, workspaceId } = context;
  for await (const meetings of inBatches((page) => findMeetings(store.meetings, workspaceId, { asked, ...page }))) {
    const names = await namesIn(context, topic, [...new Set(meetings.flatMap(({ articleIds }) => articleIds))]);
    for (const row of meetings) yield { row, isOn: isMeetingOf(names, row) };
  }
}

/** Of so many meetings, the newest, the articles are asked for. */
const MEETINGS_LOOKED_AT = 60;

/** Articles on a topic, and how they name it. */
export interface NamedHeads {
  heads: RankedArticle[];
  /** Whom they name. */
  people: PersonRecord[];
  names: TopicNames;
  /** The ids of those that report a meeting of the topic's sides; none where it has but one. */
  reporting: ReadonlySet<string>;
}

/**
 * The articles on a topic, newest first, with those that report a meeting of its sides and name one or both by their people alone: "the president
 * met Prime Minister B in the port".
 */
export async function findNamedHeads(
  context: InStore,
  topic: Topic,
  bounds: Omit<SourceQuery, "publishedSince" | "seenSince">,
): Promise<NamedHeads> {
  const { store, workspaceId } = context;
  const found = await findSources(store.articles, workspaceId, { topic, ...bounds });
  const foundIds = found.map(({ id }) => id);
  const people = await store.people.inArticles(workspaceId, foundIds, MAX_ACTING);
  const names = nameTopic(topic, people);
  if (!hasSides(topic)) return { heads: found, people, names, reporting: new Set() };
  const { since, until } = bounds;
  const days = { ...(since === undefined ? {} : { from: since }), ...(until === undefined ? {} : { to: until }) };
  const asked = [{ ...meetingsOn(topic, foundIds), ...days }];
  const meetings = await findMeetings(store.meetings, workspaceId, { asked, limit: MEETINGS_LOOKED_AT, offset: 0 });
  const reporting = new Set(meetings.filter((meeting) => isMeetingOf(names, meeting)).flatMap(({ articleIds }) => articleIds));
  const among = [...reporting].filter((id) => !foundIds.includes(id));
  if (among.length === 0) return { heads: found, people, names, reporting };
  const more = await store.articles.find(workspaceId, { among, onTopics: [topicKey(topic)], ...bounds });
  const heads = [...found, ...more].sort((a, b) => dateOf(b).localeCompare(dateOf(a)));
  const ids = heads.map(({ id }) => id);
  const all = await store.people.inArticles(workspaceId, ids, MAX_ACTING);
  return { heads, people: all, names: nameTopic(topic, all), reporting };
}

interface Bounds {
  limit: number;
  offset: number;
}

async function* inBatches<T>(find: (page: Bounds) => Promise<T[]>): AsyncGenerator<T[]> {
  for (let offset = 0; ; offset += BATCH) {
    const rows = await find({ limit: BATCH, offset });
    if (rows.length > 0) yield rows;
    if (rows.length < BATCH) return;
  }
}

async function namesIn({ store, workspaceId }: InStore, topic: Topic, articleIds: string[]): Promise<TopicNames> {
  return nameTopic(topic, await store.people.inArticles(workspaceId, articleIds, MAX_ACTING));
}

/** Those that are on the sides, one by one. */
export async function* onSides<T>(weighed: AsyncIterable<Weighed<T>>): AsyncGenerator<T> {
  for await (const { row, isOn } of weighed) if (isOn) yield row;
}

/** A page of a list, whichever way it was found. */
export interface ListedPage<T> {
  rows: T[];
  more: boolean;
  /** How many rows the list has; null where nobody counted. */
  total: number | null;
  /** What the list leaves out, as a sentence; null where that is nothing. */
  note: string | null;
  /** The button to the list with what is left out. */
  wider: Action[];
}

/** Weighs rows until a page of those on the sides is full, or all of a few. */
export async function pageOnSides<T>(
  weighed: AsyncIterable<Weighed<T>>,
  { intent, noun }: { intent: WideIntent; noun: "quotes" | "meetings" },
): Promise<ListedPage<T>> {
  const end = (intent.page ?? 1) * PAGE_SIZE;
  const chosen: T[] = [];
  const pageOf = () => ({ rows: chosen.slice(end - PAGE_SIZE, end), more: chosen.length > end });
  const wider = [{ label: `All ${noun}`, intent: { ...intent, page: undefined, wide: true } }];
  let seen = 0;
  for await (const { row, isOn } of weighed) {
    if (seen >= WHOLE && chosen.length > end)
      return { ...pageOf(), total: null, note: "What articles that name them have on something else is left out.", wider };
    seen += 1;
    if (isOn) chosen.push(row);
  }
  const total = chosen.length;
  const others = seen - total;
  if (others === 0) return { ...pageOf(), total, note: null, wider: [] };
  return {
    ...pageOf(),
    total,
    note: `${others}${total === 0 ? "" : " more"} in articles that name them ${others === 1 ? "is" : "are"} on something else.`,
    wider,
  };
}
