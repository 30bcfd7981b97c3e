import { hash as digest } from "node:crypto";
import { asInstant } from "../../domain/evidence/as-instant.ts";
import type { Feed, FeedEntry, FeedItem } from "../../domain/sources/source.ts";

/** Entries of one document that are looked at: the newest ones. Of those that are read there are far fewer. */
const MAX_ENTRIES = 2000;
/** One or two entries may well have changed at one time. */
const MIN_STAMPED = 3;

/** A feed with what tells whether its entries changed, and no more of them than are looked at. */
export function markFeed(feed: Feed<FeedItem>): Feed {
  const count = feed.items.length;
  const note = `It has ${count} entries; I read the newest ${MAX_ENTRIES}.`;
  const items = markEntries(newestFirst(feed.items).slice(0, MAX_ENTRIES));
  return { ...feed, items, notes: count > MAX_ENTRIES ? [...feed.notes, note] : feed.notes };
}

export function markEntries(items: FeedItem[]): FeedEntry[] {
  const stamp = stampOf(items);
  return items.map(({ updatedAt, ...item }) => {
    const isTelling = updatedAt != null && asInstant(updatedAt) !== stamp && asInstant(updatedAt) !== asInstant(item.publishedAt);
    return { ...item, fingerprint: fingerprintOf(item, isTelling ? asInstant(updatedAt) : null) };
  });
}

/** When most of the entries say that they were changed: when the feed was written, which says nothing of any of them. */
function stampOf(items: FeedItem[]): string | null {
  const counts = new Map<string, number>();
  for (const { updatedAt } of items)
    if (updatedAt != null) counts.set(asInstant(updatedAt), (counts.get(asInstant(updatedAt)) ?? 0) + 1);
  const [stamp, count] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? ["", 0];
  return count >= MIN_STAMPED && 2 * count > items.length ? stamp : null;
}

/**
 * Headline, dates and words; the markup around them changes with every counter that it holds. A single space is passed over: nearly all are.
 * Of an entry whose time of change says nothing, the fingerprint is that of one without.
 */
function fingerprintOf({ title, publishedAt, html }: FeedItem, updated: string | null): string {
  const words = (html ?? "").replace(/<[^<>]*>/g, " ").replace(/\s{2,}|[^\S ]/g, " ");
  return hash([title ?? "", asInstant(publishedAt), words, ...(updated === null ? [] : [updated])]);
}

export function hash(parts: string[]): string {
  return digest("sha256", parts.join("\u0000"), "hex").slice(0, 32);
}

/** Newest first. An undated entry stays behind the one that its feed shows before it, and a feed without dates in its order. */
export function newestFirst<Item extends FeedItem>(items: Item[]): Item[] {
  let last = items.find((item) => item.publishedAt !== null)?.publishedAt ?? "";
  // Each date is read once, not once a comparison; what is compared is ASCII.
  const placed = items.map((item) => {
    last = item.publishedAt ?? last;
    return { item, at: asInstant(last) };
  });
  return placed.sort((a, b) => (a.at === b.at ? 0 : a.at < b.at ? 1 : -1)).map(({ item }) => item);
}
