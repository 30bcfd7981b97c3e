import { createHash } from "node:crypto";
import type { Clock } from "../../domain/clock.ts";
import type { Feed, Source, SourceFailure, Validators } from "../../domain/sources/source.ts";
import type { OwnedHeader } from "../../domain/sources/source-header.ts";
import type { FinishedPoll, PollStore } from "../../domain/sources/source-store.ts";
import type { Fetcher, FetchFailure, WebContent, WebReaders } from "../../domain/sources/web.ts";
import { chooseItems, keyItems } from "./choose-items.ts";
import { backOffMs, nextDue, nextInterval, type PollPace } from "./next-due.ts";
import { tryReading } from "./try-reading.ts";

export interface PollDeps {
  polls: PollStore;
  fetcher: Fetcher;
  readers: WebReaders;
  clock: Clock;
  pace: PollPace;
}

/** Polls a source: returns its entries and when to poll next. Null if the program was stopped. */
export async function pollSource(deps: PollDeps, source: Source, signal?: AbortSignal): Promise<FinishedPoll | null> {
  // Poll a failing source without validators: "not modified" would not prove that it works.
  const validators = source.failure === null ? { etag: source.etag, lastModified: source.lastModified } : null;
  const want = source.kind === "feed" ? ("feed" as const) : ("page" as const);
  const fetched = await deps.fetcher.get({ url: source.url, want, validators, header: headerOf(source), signal });
  switch (fetched.kind) {
    case "failed":
      return fetched.failure.trouble === "stopped" ? null : failed(deps, source, fetched.failure);
    case "not-modified":
      if (validators?.etag == null && validators?.lastModified == null)
        return failed(deps, source, broken("The server says that nothing has changed, although it never sent anything."));
      return unchanged(deps, source, { ...validators, maxAgeMs: fetched.maxAgeMs, ttlMs: null });
    case "content":
      return readContent(deps, source, fetched.content);
  }
}

function headerOf({ workspaceId, url, header }: Source): OwnedHeader | null {
  return header && { workspaceId, url, header };
}

async function readContent(deps: PollDeps, source: Source, content: WebContent): Promise<FinishedPoll> {
  const { etag, lastModified, maxAgeMs } = content;
  const bodyHash = createHash("sha256").update(content.body).digest("base64url");
  if (bodyHash === source.bodyHash && source.failure === null)
    return unchanged(deps, source, { etag, lastModified, maxAgeMs, ttlMs: null });
  const feed = await readAs(source, deps.readers, content);
  return typeof feed === "string"
    ? failed(deps, source, broken(feed))
    : chooseNew(deps, source, { feed, bodyHash, etag, lastModified, maxAgeMs });
}

interface ReadContent extends Validators {
  feed: Feed;
  bodyHash: string;
  maxAgeMs: number | null;
}

/** Apart from the body, which can be forgotten while the store is asked. */
async function chooseNew(deps: PollDeps, source: Source, read: ReadContent): Promise<FinishedPoll> {
  const { feed, bodyHash, etag, lastModified, maxAgeMs } = read;
  const keyed = keyItems(feed);
  const listed = keyed.map((each) => each.key);
  const known = await deps.polls.known(source.id, listed);
  const { seen, ...counts } = chooseItems(keyed, known);
  const nowMs = deps.clock.now();
  const intervalMs = nextInterval(source.intervalMs, counts.kept + counts.updated > 0, deps.pace);
  const notes = feed.items.length === 0 ? [...feed.notes, "It has no entries."] : feed.notes;
  return {
    sourceId: source.id,
    poll: { atMs: nowMs, outcome: "read", reason: notes.length === 0 ? null : notes.join(" "), seen: keyed.length, ...counts },
    items: seen.map((each) => (each.item === null ? each : { ...each, item: { ...each.item, feedTitle: feed.title } })),
    listed,
    // Keep the title from a search or an OPML file.
    title: source.title ?? feed.title,
    nextPollAtMs: nextDue(nowMs, { intervalMs, ttlMs: feed.ttlMs, maxAgeMs, retryAfterMs: null }),
    intervalMs,
    etag,
    lastModified,
    bodyHash,
    failure: null,
  };
}

async function readAs(source: Source, readers: WebReaders, content: WebContent): Promise<Feed | string> {
  if (source.kind === "page") {
    const page = await tryReading(readers.pages.entries(content));
    return page.kind === "read" ? page.found : page.sentence;
  }
  const read = await tryReading(readers.feeds.read(content));
  if (read.kind === "too-much") return read.sentence;
  return read.found.kind === "feed" ? read.found.feed : read.found.sentence;
}

function broken(sentence: string): FetchFailure {
  return { trouble: "broken-answer", sentence, retryAfterMs: null };
}

interface Answered {
  etag: string | null;
  lastModified: string | null;
  maxAgeMs: number | null;
  ttlMs: number | null;
}

function unchanged({ clock, pace }: PollDeps, source: Source, answered: Answered): FinishedPoll {
  const nowMs = clock.now();
  const intervalMs = nextInterval(source.intervalMs, false, pace);
  return {
    ...emptyPoll(source, nowMs, "unchanged"),
    nextPollAtMs: nextDue(nowMs, { intervalMs, ttlMs: answered.ttlMs, maxAgeMs: answered.maxAgeMs, retryAfterMs: null }),
    intervalMs,
    etag: answered.etag,
    lastModified: answered.lastModified,
    bodyHash: source.bodyHash,
    failure: source.failure,
  };
}

function failed({ clock, pace }: PollDeps, source: Source, { sentence, retryAfterMs }: FetchFailure): FinishedPoll {
  const nowMs = clock.now();
  const count = (source.failure?.count ?? 0) + 1;
  const failure: SourceFailure = {
    count,
    sinceMs: source.failure?.sinceMs ?? nowMs,
    reason: sentence,
    isTold: source.failure?.isTold ?? false,
  };
  const poll = emptyPoll(source, nowMs, "failed");
  return {
    ...poll,
    poll: { ...poll.poll, reason: sentence },
    nextPollAtMs: nextDue(nowMs, { intervalMs: backOffMs(count, pace), ttlMs: null, maxAgeMs: null, retryAfterMs }),
    intervalMs: source.intervalMs ?? pace.everyMs,
    // What was good before is not asked for again before the source works.
    etag: source.etag,
    lastModified: source.lastModified,
    bodyHash: source.bodyHash,
    failure,
  };
}

function emptyPoll(
  source: Source,
  atMs: number,
  outcome: "unchanged" | "failed",
): Pick<FinishedPoll, "sourceId" | "poll" | "items" | "listed" | "title"> {
  const poll = { atMs, outcome, reason: null, seen: 0, kept: 0, updated: 0, dropped: {} };
  return { sourceId: source.id, poll, items: [], listed: null, title: source.title };
}
