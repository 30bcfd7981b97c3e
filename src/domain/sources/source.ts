import type { Platform } from "../chat/chat.ts";
import type { SealedHeader } from "./source-header.ts";

/** A feed, or a page whose links or text we follow as if it had one. */
export const SOURCE_KINDS = ["feed", "page"] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** Where a source was added: we report there, once, that it fails or works again. */
export interface SourcePlace {
  platform: Platform;
  channelId: string;
}

export interface SourceFailure {
  /** Consecutive failed polls. */
  count: number;
  sinceMs: number;
  /** One sentence for people. */
  reason: string;
  isTold: boolean;
}

/** Consecutive entries that brought only a teaser, or nothing. */
interface SourceBar {
  entries: number;
  sinceMs: number;
  /** One sentence for people about the last one. */
  reason: string;
}

/** The validators of the last response, for conditional requests. */
export interface Validators {
  etag: string | null;
  lastModified: string | null;
}

export interface Source extends Validators {
  id: number;
  workspaceId: string;
  url: string;
  kind: SourceKind;
  title: string | null;
  /** The outlet, as a list of feeds names it: then its entries are that outlet's, whatever its pages say. */
  publisher: string | null;
  addedBy: string | null;
  addedIn: SourcePlace | null;
  createdAtMs: number;
  nextPollAtMs: number;
  /** The current polling interval, which follows how often the source changes; null before its first poll. */
  intervalMs: number | null;
  /** A hash of the last body: identical bytes need no parsing. */
  bodyHash: string | null;
  /** How many entries it showed when it was read last; null before that. */
  entries: number | null;
  failure: SourceFailure | null;
  /** Whether it works again after a reported failure, and we have not reported the recovery yet. */
  owesEnd: boolean;
  /** Null if the last entry had its full text. */
  bar: SourceBar | null;
  /** What its publisher asks for in a header; null where it asks for nothing. */
  header: SealedHeader | null;
}

export interface NewSource {
  workspaceId: string;
  url: string;
  kind: SourceKind;
  title: string | null;
  publisher?: string | null;
  addedBy: string | null;
  addedIn: SourcePlace | null;
  atMs: number;
}

/** Why an entry did not become an article. */
export const DROP_REASONS = ["empty", "duplicate", "bad-link", "too-long", "beyond-limit", "unreadable", "no-text"] as const;
export type DropReason = (typeof DROP_REASONS)[number];

export const POLL_OUTCOMES = ["read", "unchanged", "failed"] as const;
type PollOutcome = (typeof POLL_OUTCOMES)[number];

/** The result of one poll. Of the `seen` entries, `kept` are new and `updated` have changed; dropped ones are counted by reason. */
export interface PollRecord {
  atMs: number;
  outcome: PollOutcome;
  /** One sentence on why it failed or what was odd. */
  reason: string | null;
  seen: number;
  kept: number;
  updated: number;
  dropped: Partial<Record<DropReason, number>>;
}

/** An entry of a source waits to be read, became an article, or was dropped. */
export const ITEM_OUTCOMES = ["waiting", "kept", "dropped"] as const;
export type ItemOutcome = (typeof ITEM_OUTCOMES)[number];

/** An entry as `why` shows it. */
export interface ItemRecord {
  title: string | null;
  url: string | null;
  outcome: ItemOutcome;
  /** Why it was dropped, or a sentence on what was odd, such as why the page could not be read. */
  reason: string | null;
  seenAtMs: number;
}

/** A raw feed entry: its texts may be HTML, its dates may be in any format. */
export interface FeedItem {
  guid: string | null;
  /** Absolute, http or https. */
  url: string | null;
  title: string | null;
  /** Its longest text, as HTML or plain text. */
  html: string | null;
  /** ISO 8601, if its date can be parsed. */
  publishedAt: string | null;
  author: string | null;
  /** The publisher that an aggregator names. */
  publisher: string | null;
  language: string | null;
  /** ISO 8601, when its publisher last changed it, where the feed says so. */
  updatedAt?: string | null;
  /** How its feed calls itself. Absent in entries that were stored before this was kept. */
  feedTitle?: string | null;
}

/** An entry of a parsed feed. */
export interface FeedEntry extends FeedItem {
  /** A fingerprint of its headline, date and words: if it differs, the entry has changed. Computed while parsing, because it reads the whole entry. */
  fingerprint: string;
}

export interface Feed<Item extends FeedItem = FeedEntry> {
  title: string | null;
  siteUrl: string | null;
  language: string | null;
  items: Item[];
  /** How long the feed may be cached, in milliseconds, according to the feed. */
  ttlMs: number | null;
  /** The address of its older entries (RFC 5005). */
  olderUrl: string | null;
  /** One sentence for each oddity. */
  notes: string[];
}
