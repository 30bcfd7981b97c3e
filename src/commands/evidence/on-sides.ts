import { isQuoteOn } from "../../briefing/fit-pair-quote.ts";
import { isMeetingOf } from "../../briefing/is-meeting-on.ts";
import { nameTopic, type TopicNames } from "../../briefing/topic-sides.ts";
import type { Action } from "../../domain/chat/document.ts";
import type { Intent } from "../../domain/chat/intent.ts";
import type { MeetingRecord, QuoteRecord } from "../../domain/evidence/records.ts";
import type { MeetingQuery, QuoteQuery, Wanted } from "../../domain/sources/readers.ts";
import { findMeetings } from "../../evidence/find-meetings.ts";
import type { Topic } from "../../evidence/parse-topic.ts";
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
