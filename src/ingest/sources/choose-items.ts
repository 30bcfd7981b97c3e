import { asInstant } from "../../domain/evidence/as-instant.ts";
import { canonicalUrl } from "../../domain/evidence/canonical-url.ts";
import type { DropReason, Feed, FeedEntry, FeedItem } from "../../domain/sources/source.ts";
import type { KnownItem, SeenItem } from "../../domain/sources/source-store.ts";
import { hash, newestFirst } from "./mark-entries.ts";

/** The most new entries to read from one poll; a feed that is polled in time has fewer. */
const MAX_ITEMS = 200;
/** Three times the longest article: storing more of an entry would be useless. */
const MAX_HTML = 1_000_000;
const MAX_KEY = 300;

/** An entry with the key that identifies it at the next poll. */
export interface KeyedItem {
  key: string;
  fingerprint: string;
  item: FeedItem;
  /** Null where it is to be read. */
  drop: DropReason | null;
}

/**
 * Gives each entry of a feed its key: its id, which stays when its address or headline is edited; else its address; else its words.
 * An id that several entries carry says nothing alone, and an address that is the site's own front page is none.
 */
export function keyItems(feed: Feed): KeyedItem[] {
  const items = newestFirst(feed.items);
  const uses = countGuids(items);
  const seenKeys = new Set<string>();
  const seenUrls = new Set<string>();
  const keyed: KeyedItem[] = [];
  for (const given of items) {
    const { fingerprint } = given;
    const item = itemOf(given, isFrontPage(given.url, feed) ? null : given.url);
    const url = item.url === null ? null : canonicalUrl(item.url);
    const key = shorten(keyOf(item, url, uses));
    const isRepeated = seenKeys.has(key) || (url !== null && seenUrls.has(url));
    const drop = isRepeated ? "duplicate" : (faultOf(item) ?? (keyed.length >= MAX_ITEMS ? "beyond-limit" : null));
    seenKeys.add(key);
    if (url !== null) seenUrls.add(url);
    keyed.push({ key, fingerprint, item, drop });
  }
  return keyed;
}

/** Named one by one: an object of what is left of another is made many times slower, and is slow for whoever reads it. */
function itemOf({ guid, title, html, publishedAt, author, publisher, language }: FeedEntry, url: string | null): FeedItem {
  return { guid, url, title, html, publishedAt, author, publisher, language } satisfies Required<UnmarkedItem>;
}

/** What an entry has once it is marked: when it was changed is in its fingerprint, and its feed's title comes with the feed. */
type UnmarkedItem = Omit<FeedItem, "updatedAt" | "feedTitle">;

function countGuids(items: FeedItem[]): Map<string, number> {
  const uses = new Map<string, number>();
  for (const { guid } of items) if (guid !== null) uses.set(guid, (uses.get(guid) ?? 0) + 1);
  return uses;
}

function isFrontPage(url: string | null, feed: Feed): boolean {
  return url !== null && feed.siteUrl !== null && feed.items.length > 1 && canonicalUrl(url) === canonicalUrl(feed.siteUrl);
}

function keyOf(item: FeedItem, url: string | null, uses: Map<string, number>): string {
  const { guid } = item;
  if (guid !== null && guid !== "" && uses.get(guid) === 1) return guid;
  if (url !== null) return guid === null ? url : `${guid} ${url}`;
  return hash([item.title ?? "", asInstant(item.publishedAt), item.html ?? ""]);
}

function shorten(key: string): string {
  return key.length <= MAX_KEY ? key : hash([key]);
}

function faultOf({ url, title, html }: FeedItem): DropReason | null {
  if (html !== null && html.length > MAX_HTML) return "too-long";
  if (html !== null) return null;
  if (url === null) return title === null ? "empty" : "bad-link";
  return null;
}

const FIRST_WORDS = 80;
const LOOKED_THROUGH = 2000;
const MARKS: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', nbsp: " ", "#39": "'" };

/** What an entry without a headline is listed as, such as a post of Mastodon's; null where it has no words either. */
function firstWords(html: string | null): string | null {
  const text = (html ?? "")
    .slice(0, LOOKED_THROUGH)
    .replace(/<[^<>]*>/g, " ")
    .replace(/&(amp|lt|gt|quot|nbsp|#39);/g, (mark, name: string) => MARKS[name] ?? mark)
    .replace(/\s+/g, " ")
    .trim();
  if (text.length <= FIRST_WORDS) return text === "" ? null : text;
  return `${text.slice(0, FIRST_WORDS).replace(/\s\S*$/, "")} …`;
}

export interface ChosenItems {
  seen: SeenItem[];
  kept: number;
  updated: number;
  dropped: Partial<Record<DropReason, number>>;
}

/** Sorts entries into new, changed and dropped (with the reason). Skips unchanged ones. */
export function chooseItems(keyed: KeyedItem[], known: ReadonlyMap<string, KnownItem>): ChosenItems {
  const chosen: ChosenItems = { seen: [], kept: 0, updated: 0, dropped: {} };
  for (const { key, fingerprint, item, drop } of keyed) {
    const before = known.get(key);
    // A duplicate has the key of the original, whose row it must not change.
    if (drop !== null) chosen.dropped[drop] = (chosen.dropped[drop] ?? 0) + 1;
    if (drop === "duplicate" || before?.fingerprint === fingerprint) continue;
    const row = { key, fingerprint, title: item.title ?? firstWords(item.html) };
    if (drop !== null) {
      chosen.seen.push({ ...row, url: item.url, outcome: "dropped", reason: drop, item: null });
      continue;
    }
    if (before === undefined) chosen.kept += 1;
    else chosen.updated += 1;
    chosen.seen.push({ ...row, url: before?.url ?? null, outcome: "waiting", reason: null, item });
  }
  return chosen;
}
