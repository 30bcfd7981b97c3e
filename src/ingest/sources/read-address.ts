import type { Clock } from "../../domain/clock.ts";
import { canonicalUrl } from "../../domain/evidence/canonical-url.ts";
import type { Feed } from "../../domain/sources/source.ts";
import type { WaitingItem } from "../../domain/sources/source-store.ts";
import type { Fetcher, WebContent, WebReaders } from "../../domain/sources/web.ts";
import type { ReadArticle } from "../ingest-articles.ts";
import { keyItems } from "./choose-items.ts";
import { readItem } from "./read-item.ts";
import { tryReading } from "./try-reading.ts";

interface AddressDeps {
  fetcher: Fetcher;
  readers: WebReaders;
  clock: Clock;
}

/** Reads the articles at an address once, without following it: those of a feed, or the page itself. */
export async function* readAddressOnce(deps: AddressDeps, url: string): AsyncGenerator<ReadArticle> {
  const fetched = await deps.fetcher.get({ url, want: "feed", validators: null });
  if (fetched.kind !== "content") {
    yield unreadable(url, fetched.kind === "failed" ? fetched.failure.sentence : "The server sent nothing.");
    return;
  }
  const read = await tryReading(deps.readers.feeds.read(fetched.content));
  if (read.kind === "too-much") {
    yield unreadable(url, read.sentence);
    return;
  }
  if (read.found.kind === "feed") yield* readEntries(deps, url, read.found.feed);
  else yield await readPage(deps, url, fetched.content);
}

async function readPage({ readers }: AddressDeps, url: string, content: WebContent): Promise<ReadArticle> {
  const read = await tryReading(readers.pages.article(content));
  if (read.kind === "too-much") return unreadable(url, read.sentence);
  const page = read.found;
  if (page.barrier !== null) return unreadable(url, page.barrier);
  const own = canonicalUrl(page.url) ?? page.url;
  const { title, author, publishedAt, language, text } = page;
  const publisher = page.publisher ?? new URL(own).hostname;
  return { kind: "article", article: { id: own, url: own, title, publisher, author, publishedAt, language, text } };
}

async function* readEntries(deps: AddressDeps, url: string, feed: Feed): AsyncGenerator<ReadArticle> {
  for (const { key, fingerprint, item, drop } of keyItems(feed)) {
    const name = item.url ?? `${url}#${key}`;
    if (drop === "duplicate") continue;
    if (drop !== null) {
      yield unreadable(name, `I dropped this entry (${drop}).`);
      continue;
    }
    const reading = await readItem(deps, waitingOf(url, feed, { key, fingerprint, item }));
    if (reading.kind === "article") yield { kind: "article", article: reading.article };
    else if (reading.kind !== "stopped") yield unreadable(name, reading.reason);
  }
}

/** An entry on its last attempt, because it will not be retried. */
export function waitingOf(
  sourceUrl: string,
  feed: Feed,
  { key, fingerprint, item }: Pick<WaitingItem, "key" | "fingerprint" | "item">,
): WaitingItem {
  const source = {
    sourceId: 0,
    workspaceId: "",
    sourceTitle: feed.title,
    sourcePublisher: null,
    sourceUrl,
    sourceKind: "feed" as const,
    sourceHeader: null,
  };
  return { id: 0, ...source, key, fingerprint, url: null, item, tries: Number.POSITIVE_INFINITY, again: null };
}

function unreadable(id: string, reason: string): ReadArticle {
  return { kind: "unreadable", id, reason: `${id}: ${reason}` };
}
