import type { MeetingStatus } from "../evidence/extraction.ts";
import type {
  ArticleBody,
  ArticleHead,
  MeetingRecord,
  PersonRecord,
  QuoteRecord,
  RevisionRecord,
  StoryRecord,
} from "../evidence/records.ts";
import type { SavedTopicReader } from "../evidence/saved-topic.ts";

/**
 * The queries that commands may make. Each names its workspace first: no workspace sees another's data.
 * "Nothing found" is an empty list; a store that cannot answer throws an AppError.
 */

/** Conditions are joined by "and". Dates are ISO dates, inclusive, against the publication date (or first sight). */
export interface ArticleQuery {
  /** Articles that name every one of these countries (ISO alpha-2). */
  allCountries?: string[];
  /** Articles that name at least `min` of these countries. */
  someCountries?: { codes: string[]; min: number };
  personId?: string;
  /** Articles that name these people too. */
  otherPersonIds?: string[];
  /** Full-text terms, by which the result is ranked, best first. Without terms, newest first. */
  terms?: string[];
  /** Whether every term must occur, or any. Default "any". */
  match?: "all" | "any";
  since?: string;
  until?: string;
  /** Without those of which a manager said that they are not on a topic with one of these keys (see topicKey). */
  onTopics?: string[];
  /** Articles that the store first saw at this ISO instant or later, whatever their date. */
  seenSince?: string;
  /** Without what was published before this ISO date, unless its text has changed since it was first seen. What is found has its `origin`. */
  publishedSince?: string;
  /** Articles that came at this ISO instant or later, or whose text changed since then. */
  newSince?: string;
  /** Of these articles alone. */
  among?: string[];
  /** Of these articles, those whose text has changed since they were first seen. */
  revisedOf?: string[];
  limit: number;
}

/** What tells news from an old article that is only new in the store. */
export interface ArticleOrigin {
  /** The publication date (ISO) that it had when it was first seen: some feeds move it. */
  publishedAt: string | null;
  /** Since when (ISO instant) the source that brought it is followed; null if no source did. */
  followedSince: string | null;
}

export interface RankedArticle extends ArticleHead {
  /** Higher is better; 0 if the query had no terms. Comparable only within one result. */
  score: number;
  /** Where `publishedSince` was asked for. */
  origin?: ArticleOrigin;
}

export interface ArticleReader {
  find(workspaceId: string, query: ArticleQuery): Promise<RankedArticle[]>;
  /** The ids alone of the newest articles that fit: by terms, those that came last, however well they fit. */
  ids(workspaceId: string, query: ArticleQuery): Promise<string[]>;
  load(workspaceId: string, articleIds: string[]): Promise<ArticleBody[]>;
  revisions(workspaceId: string, articleId: string): Promise<RevisionRecord[]>;
  /** The texts of single revisions, by article; one that is not kept is left out. */
  textsOf(workspaceId: string, wanted: { articleId: string; revision: number }[]): Promise<Map<string, string>>;
  count(workspaceId: string): Promise<number>;
  /** Whether there are no articles. Called before every answer, so it does not count them. */
  isEmpty(workspaceId: string): Promise<boolean>;
  /** How many articles hold each stem, and how many articles there are: how rare a word is. */
  frequencies(workspaceId: string, stems: string[]): Promise<{ total: number; holding: Map<string, number> }>;
}

interface Page {
  limit: number;
  offset: number;
}

/** A query for all that it fits: they are settled when the first is asked for, and then read a few hundred at a time. */
export type Wanted<Query extends Page> = Omit<Query, keyof Page>;

export interface QuoteQuery extends Page {
  /** Only those that say something by themselves: a clause or more, not "friendly" or "a new era". */
  isClause?: true;
  personId?: string;
  articleIds?: string[];
  /** Without those of articles that are not on a topic with one of these keys. */
  onTopics?: string[];
  since?: string;
  until?: string;
}

export interface QuoteReader {
  /** Newest first. */
  find(workspaceId: string, query: QuoteQuery): Promise<QuoteRecord[]>;
  count(workspaceId: string, query: Wanted<QuoteQuery>): Promise<number>;
  every(workspaceId: string, query: Wanted<QuoteQuery>): AsyncIterable<QuoteRecord>;
}

export interface PeopleReader {
  /** People whose name or alias matches what somebody typed, best match first. */
  byName(workspaceId: string, name: string, limit: number): Promise<PersonRecord[]>;
  /** Those whom most of these articles name, at most `limit`; their `articleIds` are those of these articles that name them. */
  inArticles(workspaceId: string, articleIds: string[], limit: number): Promise<PersonRecord[]>;
  /** The names of those whom most articles name. */
  names(workspaceId: string, limit: number): Promise<string[]>;
  /** People by the number of articles that name them, most first. */
  all(workspaceId: string, page: Page): Promise<PersonRecord[]>;
  count(workspaceId: string): Promise<number>;
  every(workspaceId: string): AsyncIterable<PersonRecord>;
}

export interface MeetingQuery extends Page {
  /** Meetings between or about all of these countries. */
  allCountries?: string[];
  personId?: string;
  /** Meetings at which every one of these people was. */
  personIds?: string[];
  articleIds?: string[];
  /**
   * Beside those of `allCountries`: what these articles report of people some of whose countries nobody has said, where those that are known
   * belong to these countries and to nobody else.
   */
  impliedIn?: string[];
  /** Without those that only articles tell of which are not on a topic with one of these keys. */
  onTopics?: string[];
  status?: MeetingStatus;
  from?: string;
  to?: string;
}

export interface MeetingReader {
  /** Newest first; undated ones last. */
  find(workspaceId: string, query: MeetingQuery): Promise<MeetingRecord[]>;
  count(workspaceId: string, query: Wanted<MeetingQuery>): Promise<number>;
  every(workspaceId: string, query: Wanted<MeetingQuery>): AsyncIterable<MeetingRecord>;
}

export interface StoryQuery extends Page {
  articleIds?: string[];
  since?: string;
}

export interface StoryReader {
  /** Newest first. */
  find(workspaceId: string, query: StoryQuery): Promise<StoryRecord[]>;
  count(workspaceId: string): Promise<number>;
  every(workspaceId: string, query: Wanted<StoryQuery>): AsyncIterable<StoryRecord>;
}

export interface StoreReaders {
  articles: ArticleReader;
  quotes: QuoteReader;
  people: PeopleReader;
  meetings: MeetingReader;
  stories: StoryReader;
  savedTopics: SavedTopicReader;
}
