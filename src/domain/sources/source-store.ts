import type { Article } from "../evidence/article.ts";
import type {
  FeedItem,
  ItemOutcome,
  ItemRecord,
  NewSource,
  PollRecord,
  Source,
  SourceFailure,
  SourceKind,
  SourcePlace,
  Validators,
} from "./source.ts";
import type { HeaderStore, SealedHeader } from "./source-header.ts";

/** The part of the store that holds sources. Each method is atomic; calls at about the same time may share a transaction. */

export interface SourceStore {
  /** Null if the workspace already follows this address. */
  add(source: NewSource): Promise<Source | null>;
  /** Oldest first. */
  list(workspaceId: string): Promise<Source[]>;
  /** Failing sources first, the longest failing at the top, then the others, oldest first. */
  page(workspaceId: string, page: { limit: number; offset: number }): Promise<Source[]>;
  counts(workspaceId: string): Promise<{ all: number; failing: number }>;
  /** Sets the outlet that its articles are by; null leaves that to its pages again. False if the source was removed meanwhile. */
  name(id: number, publisher: string | null): Promise<boolean>;
  /** Its articles stay. */
  remove(id: number): Promise<void>;
  /** Polls and entries newest first, at most `limit` of each, and how many entries there are of each outcome. */
  history(id: number, limit: number): Promise<SourceHistory>;
}

export interface SourceHistory {
  polls: PollRecord[];
  items: ItemRecord[];
  counts: Record<ItemOutcome, number>;
}

/** What we know about an entry that we have seen before. */
export interface KnownItem {
  fingerprint: string;
  /** The id of its article. */
  url: string | null;
}

export interface SeenItem {
  key: string;
  fingerprint: string;
  url: string | null;
  title: string | null;
  outcome: "waiting" | "dropped";
  reason: string | null;
  /** The raw entry until it is read; null if it was dropped. */
  item: FeedItem | null;
}

export interface FinishedPoll extends Validators {
  sourceId: number;
  poll: PollRecord;
  items: SeenItem[];
  /** The keys of all that the source shows now; null where it was not read: then what it shows is what it showed. */
  listed: string[] | null;
  title: string | null;
  nextPollAtMs: number;
  intervalMs: number;
  bodyHash: string | null;
  failure: SourceFailure | null;
}

/** Sources that fail, of which people have not been told, or that work again, of which they have not been told. */
export interface SourceNewsQuery {
  workspaceId: string;
  addedIn: SourcePlace | null;
  kind: "failing" | "working";
  /** Those that failed so often in a row; of those that work again, all. */
  afterFailures: number;
}

/** What is told in one message. */
export interface SourceNews extends Omit<SourceNewsQuery, "afterFailures"> {
  sources: Source[];
}

export interface PollStore {
  /** What is known of these entries, by key. */
  known(sourceId: number, keys: string[]): Promise<Map<string, KnownItem>>;
  /**
   * Writes everything that a poll brought down: all of it, or nothing. A source that was removed meanwhile is passed over. Whether people
   * were told of a failure is markTold's to write: another process may have told them since this one read the source.
   */
  finish(poll: FinishedPoll): Promise<void>;
  /**
   * Takes all that is to be told in a place, in the order of ids, and notes that it is told: of two processes that ask, each source is given
   * to one. The mark outlasts the failure, so that its end is told even where that fails at first.
   */
  takeNews(query: SourceNewsQuery): Promise<Source[]>;
  /** Sets that mark, or takes it back where nobody could be told. False where it was so before. */
  markTold(sourceId: number, isTold: boolean): Promise<boolean>;
}

export interface WaitingItem {
  id: number;
  sourceId: number;
  workspaceId: string;
  sourceTitle: string | null;
  sourcePublisher: string | null;
  sourceUrl: string;
  sourceKind: SourceKind;
  sourceHeader: SealedHeader | null;
  key: string;
  /** Of what it brings: an entry that has changed since it was read waits on. */
  fingerprint: string;
  /** Of the article that it brought before: an entry that moves stays one article. */
  url: string | null;
  item: FeedItem;
  tries: number;
  /** Null where it is read for the first time, or brings something else than before. */
  again: ReadBefore | null;
}

/** An entry that is read once more, for what its publisher changed since. */
export interface ReadBefore {
  seenAtMs: number;
  /** Times in a row that its page was not there any more. */
  missing: number;
}

/** When an entry that is kept is read again; null for never. */
export interface NextReading {
  dueAtMs: number;
  missing: number;
}

/** `url` is the article's own. `barrier` says why its page gave no text, where that was wanted. */
export type Settlement =
  | { outcome: "kept"; reason: string | null; url: string | null; barrier: string | null; again: NextReading | null }
  | { outcome: "dropped"; reason: string; barrier: string | null }
  | { outcome: "waiting"; reason: string; dueAtMs: number };

export interface ItemStore {
  /** Other articles that the source brought lately with just this text, now or before: one text for two headlines is neither's. */
  twins(sourceId: number, article: Pick<Article, "url" | "text">): Promise<Pick<Article, "url" | "title">[]>;
  /** The entry that brought an article and is to be read again, with what it brought; null where its words are not kept any more. */
  kept(sourceId: number, url: string): Promise<WaitingItem | null>;
  /** How many entries of the source have a page that was gone at the last reading. */
  missing(sourceId: number): Promise<number>;
  /**
   * Says what became of an entry as it was read, and whether its source lets its texts be read. An entry that changed meanwhile waits on, and
   * is due.
   */
  settle(
    read: Pick<WaitingItem, "id" | "sourceId" | "fingerprint" | "again">,
    settlement: Settlement,
    atMs: number,
  ): Promise<void>;
}

interface Lease {
  nowMs: number;
  /** Until then the row is nobody else's; as of now already, it is only looked at. */
  leaseUntilMs: number;
}

interface DueSourcesQuery {
  nowMs: number;
  afterId: number;
  limit: number;
  /** Of one workspace, or of all. */
  workspaceId: string | null;
  /** Also those whose time has not come. */
  isForced: boolean;
}

/** A source as it was listed. Whoever claims it changes the time of its next poll. */
export type DueSource = Pick<Source, "id" | "url" | "nextPollAtMs">;

/** Work is listed, and then claimed one row at a time, so that of all who see it one does it. */
export interface SourceClaims {
  /** Sources whose time has come, in the order of ids. */
  dueSources(query: DueSourcesQuery): Promise<DueSource[]>;
  /** Ids of entries that wait and are due: the first of each source, then the second of each, at most `perSource` of one. */
  waitingEntries(query: { nowMs: number; workspaceId: string | null; perSource: number; limit: number }): Promise<number[]>;
  /** The instant (epoch ms) after `nowMs` at which the next one is due, or its lease ends; null where there is none. */
  nextAtMs(of: "sources" | "entries", nowMs: number): Promise<number | null>;
  /** Null where it is not due, or somebody was faster. One that was listed with a time need not be due, and has that time still. */
  claimSource(id: number, lease: Lease & { listedAs?: Pick<DueSource, "nextPollAtMs"> }): Promise<Source | null>;
  /** Gives a claimed source back as it was, where it is still held. */
  releaseSource(source: Source, leaseUntilMs: number): Promise<void>;
  claimEntry(id: number, lease: Lease): Promise<WaitingItem | null>;
  releaseEntry(id: number, leaseUntilMs: number): Promise<void>;
}

export interface SourceStores {
  sources: SourceStore;
  polls: PollStore;
  items: ItemStore;
  claims: SourceClaims;
  headers: HeaderStore;
}
