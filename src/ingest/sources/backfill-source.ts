import { canonicalUrl } from "../../domain/evidence/canonical-url.ts";
import type { Feed, FeedEntry, Source } from "../../domain/sources/source.ts";
import type { FinishedPoll } from "../../domain/sources/source-store.ts";
import type { Sitemap } from "../../domain/sources/web.ts";
import { chooseItems, keyItems } from "./choose-items.ts";
import { newestFirst } from "./mark-entries.ts";
import type { PollDeps } from "./poll-source.ts";
import { tryReading } from "./try-reading.ts";

/** The most archive documents (RFC 5005) to read for a feed, or sitemaps for a site. */
const MAX_ARCHIVES = 10;
const MAX_SITEMAPS = 5;
/** The most older entries to read for a source, newest first. */
const MAX_OLDER = 200;
/** How far back to read a sitemap, which may list everything that a site ever published. */
const SITEMAP_DAYS = 31;
const DAY_MS = 86_400_000;

export interface Backfill {
  /** Entries that were not known and wait to be read. */
  found: number;
  from: "archive" | "sitemap" | null;
  /** How many entries were left out because of the limit. */
  left: number;
  /** One sentence on why it stopped early, or null. */
  fault: string | null;
}

/** Reads entries older than those in the feed, from its archive pages if it has some, else from the site's sitemap. */
export async function backfillSource(deps: PollDeps, source: Source, feed: Feed): Promise<Backfill> {
  const { items: archived, fault } = await readArchive(deps, feed.olderUrl);
  if (archived.length > 0) return { ...(await queue(deps, source, { ...feed, items: archived })), from: "archive", fault };
  const current = new Set(feed.items.map((item) => (item.url === null ? "" : canonicalUrl(item.url))));
  const sitemaps = await readSitemaps(deps, feed.siteUrl ?? source.url);
  const listed = sitemaps.items.filter((item) => !current.has(canonicalUrl(item.url ?? "")));
  if (listed.length === 0) return { found: 0, from: null, left: 0, fault };
  const { found, left } = await queue(deps, source, { ...feed, items: listed });
  return { found, left: left + sitemaps.left, from: "sitemap", fault };
}

/** Reads archive pages back to the oldest. If one cannot be read, keeps the entries so far. */
async function readArchive(deps: PollDeps, firstUrl: string | null): Promise<{ items: FeedEntry[]; fault: string | null }> {
  const items: FeedEntry[] = [];
  const seen = new Set<string>();
  const broken = (sentence: string) => ({ items, fault: `I could not read its archive page ${seen.size}. ${sentence}` });
  for (let url = firstUrl; url !== null && !seen.has(url) && seen.size < MAX_ARCHIVES; ) {
    seen.add(url);
    const fetched = await deps.fetcher.get({ url, want: "feed", validators: null });
    if (fetched.kind === "failed") return broken(fetched.failure.sentence);
    if (fetched.kind === "not-modified") return broken("The server sent nothing.");
    const read = await tryReading(deps.readers.feeds.read(fetched.content));
    if (read.kind === "too-much") return broken(read.sentence);
    if (read.found.kind === "no-feed") return broken(read.found.sentence);
    items.push(...read.found.feed.items);
    url = read.found.feed.olderUrl;
  }
  return { items, fault: null };
}

/** The addresses of a site's sitemap that were changed lately, from its newest parts where it has several. */
async function readSitemaps(deps: PollDeps, siteUrl: string): Promise<Pick<Sitemap, "items" | "left">> {
  const since = new Date(deps.clock.now() - SITEMAP_DAYS * DAY_MS).toISOString().slice(0, 10);
  let urls = [new URL("/sitemap.xml", siteUrl).href];
  const seen = new Set<string>();
  const items: FeedEntry[] = [];
  let left = 0;
  while (urls.length > 0 && seen.size < MAX_SITEMAPS) {
    const [url = "", ...rest] = urls;
    urls = rest;
    if (seen.has(url)) continue;
    seen.add(url);
    const fetched = await deps.fetcher.get({ url, want: "sitemap", validators: null });
    if (fetched.kind !== "content") continue;
    const read = await tryReading(deps.readers.sitemap({ content: fetched.content, siteUrl, since }));
    const sitemap = read.kind === "read" ? read.found : null;
    if (sitemap?.isIndex === true) urls = [...sitemap.items.map((item) => item.url ?? ""), ...urls];
    if (sitemap?.isIndex !== false) continue;
    items.push(...sitemap.items);
    left += sitemap.left;
  }
  return { items, left };
}

/** Entries beside the source's own: its times and what its server said stay as they are. */
async function queue(deps: PollDeps, source: Source, feed: Feed): Promise<Pick<Backfill, "found" | "left">> {
  const newest = newestFirst(feed.items).slice(0, MAX_OLDER);
  const keyed = keyItems({ ...feed, items: newest });
  const known = await deps.polls.known(
    source.id,
    keyed.map((each) => each.key),
  );
  const fresh = keyed.filter((each) => !known.has(each.key));
  const { seen, ...counts } = chooseItems(fresh, known);
  const nowMs = deps.clock.now();
  const finished: FinishedPoll = {
    sourceId: source.id,
    poll: { atMs: nowMs, outcome: "read", reason: "Somebody requested older entries.", seen: keyed.length, ...counts },
    items: seen,
    listed: null,
    title: source.title,
    nextPollAtMs: source.nextPollAtMs,
    intervalMs: source.intervalMs ?? deps.pace.everyMs,
    etag: source.etag,
    lastModified: source.lastModified,
    bodyHash: source.bodyHash,
    failure: source.failure,
  };
  await deps.polls.finish(finished);
  return { found: counts.kept, left: feed.items.length - newest.length };
}
