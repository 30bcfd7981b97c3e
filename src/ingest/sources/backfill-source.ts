import { canonicalUrl } from "../../domain/canonical-url.ts";
import type { Feed, FeedItem, Source } from "../../domain/source.ts";
import type { FinishedPoll } from "../../domain/source-store.ts";
import { chooseItems, keyItems } from "./choose-items.ts";
import type { PollDeps } from "./poll-source.ts";

/** Archive documents of one feed (RFC 5005) that are read, and sitemaps of one site. */
const MAX_ARCHIVES = 10;
const MAX_SITEMAPS = 5;
/** How far back a sitemap is followed: it lists everything that a site ever published. */
const SITEMAP_DAYS = 31;
const DAY_MS = 86_400_000;

export interface Backfill {
  /** Entries that were not known and wait to be read. */
  found: number;
  from: "archive" | "sitemap" | null;
}

/** Reads what is older than a feed's newest entries: its archive pages where it has some, else the site's sitemap. */
export async function backfillSource(deps: PollDeps, source: Source, feed: Feed): Promise<Backfill> {
  const archived = feed.olderUrl === null ? [] : await readArchive(deps, feed.olderUrl);
  if (archived.length > 0) return { found: await queue(deps, source, { ...feed, items: archived }), from: "archive" };
  const current = new Set(feed.items.map((item) => (item.url === null ? "" : canonicalUrl(item.url))));
  const listed = (await readSitemaps(deps, feed.siteUrl ?? source.url)).filter(
    (item) => !current.has(canonicalUrl(item.url ?? "")),
  );
  if (listed.length === 0) return { found: 0, from: null };
  return { found: await queue(deps, source, { ...feed, items: listed }), from: "sitemap" };
}

async function readArchive(deps: PollDeps, firstUrl: string): Promise<FeedItem[]> {
  const items: FeedItem[] = [];
  const seen = new Set<string>();
  for (let url: string | null = firstUrl; url !== null && !seen.has(url) && seen.size < MAX_ARCHIVES; ) {
    seen.add(url);
    const fetched = await deps.fetcher.get({ url, want: "feed", validators: null });
    if (fetched.kind !== "content") break;
    const read = deps.readers.feeds.read(fetched.content);
    if (read.kind === "no-feed") break;
    items.push(...read.feed.items);
    url = read.feed.olderUrl;
  }
  return items;
}

/** The addresses of a site's sitemap that were changed lately, from its newest parts where it has several. */
async function readSitemaps(deps: PollDeps, siteUrl: string): Promise<FeedItem[]> {
  const since = new Date(deps.clock.now() - SITEMAP_DAYS * DAY_MS).toISOString();
  const isRecent = (item: FeedItem) => item.publishedAt !== null && item.publishedAt >= since.slice(0, 10);
  let urls = [new URL("/sitemap.xml", siteUrl).href];
  const items: FeedItem[] = [];
  for (let read = 0; urls.length > 0 && read < MAX_SITEMAPS; read++) {
    const [url = "", ...rest] = urls;
    urls = rest;
    const fetched = await deps.fetcher.get({ url, want: "sitemap", validators: null });
    const sitemap = fetched.kind === "content" ? deps.readers.sitemap(fetched.content) : null;
    if (sitemap === null) continue;
    const recent = sitemap.items.filter(isRecent).sort((a, b) => (b.publishedAt ?? "").localeCompare(a.publishedAt ?? ""));
    if (sitemap.isIndex) urls = [...recent.map((item) => item.url ?? ""), ...urls];
    // A sitemap's date is that of the page's last change, and no date of publication.
    else items.push(...recent.map((item) => (item.title === null ? { ...item, publishedAt: null } : item)));
  }
  return items;
}

/** Entries beside the source's own: its times and what its server said stay as they are. */
async function queue(deps: PollDeps, source: Source, feed: Feed): Promise<number> {
  const keyed = keyItems(feed);
  const known = await deps.polls.known(
    source.id,
    keyed.map((each) => each.key),
  );
  const fresh = keyed.filter((each) => !known.has(each.key));
  const { seen, ...counts } = chooseItems(fresh, known);
  const nowMs = deps.clock.now();
  const finished: FinishedPoll = {
    sourceId: source.id,
    poll: { atMs: nowMs, outcome: "read", reason: "Older entries were asked for.", seen: keyed.length, ...counts },
    items: seen,
    title: source.title,
    nextPollAtMs: source.nextPollAtMs,
    intervalMs: source.intervalMs ?? deps.pace.everyMs,
    etag: source.etag,
    lastModified: source.lastModified,
    bodyHash: source.bodyHash,
    failure: source.failure,
  };
  await deps.polls.finish(finished);
  return counts.kept;
}
