import type { Platform } from "../chat/chat.ts";

/** A feed, or a page whose links (or whose own text) are followed as if it had one. */
export const SOURCE_KINDS = ["feed", "page"] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** Where a source was added: who is told, once, that it fails, and that it works again. */
export interface SourcePlace {
  platform: Platform;
  channelId: string;
}

export interface SourceFailure {
  /** Polls in a row that failed. */
  count: number;
  sinceMs: number;
  /** One sentence for people. */
  reason: string;
  isTold: boolean;
}

/** Entries in a row of which only a teaser came, or nothing. */
interface SourceBar {
  entries: number;
  sinceMs: number;
  /** One sentence for people, on the last of them. */
  reason: string;
}

/** What a server gave to ask it later whether anything changed. */
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
  addedBy: string | null;
  addedIn: SourcePlace | null;
  createdAtMs: number;
  nextPollAtMs: number;
  /** How often it is looked at as of now, which follows how often it changes; null before its first poll. */
  intervalMs: number | null;
  /** Hash of what it served last: the same bytes need no reading. */
  bodyHash: string | null;
  failure: SourceFailure | null;
  /** Whether it works again after a failure that people were told of, and they have not been told of that yet. */
  owesEnd: boolean;
  /** Null where the last entry came with its text. */
  bar: SourceBar | null;
}

export interface NewSource {
  workspaceId: string;
  url: string;
  kind: SourceKind;
  title: string | null;
  addedBy: string | null;
  addedIn: SourcePlace | null;
  atMs: number;
}

/** Why an entry of a source brought no article. */
export const DROP_REASONS = ["empty", "duplicate", "bad-link", "too-long", "beyond-limit", "unreadable", "no-text"] as const;
export type DropReason = (typeof DROP_REASONS)[number];

export const POLL_OUTCOMES = ["read", "unchanged", "failed"] as const;
type PollOutcome = (typeof POLL_OUTCOMES)[number];

/** What happened at one poll. `seen` entries were there, of which `kept` are new, `updated` changed, and the dropped counted by reason. */
export interface PollRecord {
  atMs: number;
  outcome: PollOutcome;
  /** One sentence: why it failed, or what was odd about it. */
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
  /** A drop's reason, or a sentence on what was odd: that the page could not be read, and why. */
  reason: string | null;
  seenAtMs: number;
}

/** One entry of a feed as it came: its texts may be HTML, its dates anything. */
export interface FeedItem {
  guid: string | null;
  /** Absolute, http or https. */
  url: string | null;
  title: string | null;
  /** The longest text that it brings, as HTML or plain. */
  html: string | null;
  /** ISO 8601, where it gives a date that can be read. */
  publishedAt: string | null;
  author: string | null;
  /** Of the outlet that an aggregator names. */
  publisher: string | null;
  language: string | null;
}

/** An entry of a feed that was read. */
export interface FeedEntry extends FeedItem {
  /** Of its headline, date and words: another one is a change. Made where the feed is read, since it walks through all that it brings. */
  fingerprint: string;
}

export interface Feed<Item extends FeedItem = FeedEntry> {
  title: string | null;
  siteUrl: string | null;
  language: string | null;
  items: Item[];
  /** How long the feed says that it may be kept, in milliseconds. */
  ttlMs: number | null;
  /** The address of its older entries (RFC 5005). */
  olderUrl: string | null;
  /** What was odd about it, a sentence each. */
  notes: string[];
}
