import { type Inline, text } from "../domain/chat/document.ts";
import type { FeedItem, Source } from "../domain/sources/source.ts";

/** "24 November 2026, 10:05 UTC". */
export function showMoment(atMs: number): string {
  const at = new Date(atMs);
  const day = at.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  return `${day}, ${at.toISOString().slice(11, 16)} UTC`;
}

/** "15 minutes", "6 hours". */
function showDuration(ms: number): string {
  const minutes = Math.max(1, Math.round(ms / 60_000));
  if (minutes < 120) return minutes === 1 ? "a minute" : `${minutes} minutes`;
  const hours = Math.round(minutes / 60);
  return hours < 48 ? `${hours} hours` : `${Math.round(hours / 24)} days`;
}

export function nameOf(source: Pick<Source, "title" | "url">): string {
  return source.title ?? source.url;
}

/** A single article behind a paywall is normal and not worth a remark on the source. */
const BARRED_ENTRIES = 3;

/** How a source is, in a sentence. */
export function showHealth(source: Source, nowMs: number): string {
  const { failure } = source;
  if (failure !== null) {
    const times = failure.count === 1 ? "once" : `${failure.count} times`;
    return `Failing since ${showMoment(failure.sinceMs)} (${times}). ${failure.reason} Next attempt: ${showMoment(source.nextPollAtMs)}.`;
  }
  if (source.intervalMs === null) return "Not checked yet.";
  const next = source.nextPollAtMs <= nowMs ? "now" : `in ${showDuration(source.nextPollAtMs - nowMs)}`;
  return `${showState(source)} Checked about every ${showDuration(source.intervalMs)}, next ${next}.`;
}

/** What answers is not yet what works: a feed may list nothing, and its pages may show no text. */
function showState({ bar, entries, kind }: Source): string {
  if (entries === 0) {
    const what = kind === "page" ? "the page shows no articles" : "the feed lists no entries";
    return `Reachable, but ${what}, so there is nothing to read.`;
  }
  if (bar !== null && bar.entries >= BARRED_ENTRIES)
    return `Working, but no article with text since ${showMoment(bar.sinceMs)}: ${bar.reason}`;
  return "Working.";
}

/** That a header is sent, by its name alone. */
export function showHeader({ header }: Pick<Source, "header">): string {
  return header === null ? "" : ` I send the header ${header.name} (hidden) to its host.`;
}

/** A source by name, with its address: bare numbers would mean nothing on a terminal. */
export function sourceInlines(source: Pick<Source, "title" | "url">): Inline[] {
  return namedLink(nameOf(source), source.url);
}

/** An entry by title, with its address. */
export function namedLink(name: string, url: string | null): Inline[] {
  if (url === null) return [text(name, "strong")];
  const label = URL.canParse(url) ? new URL(url).host : url;
  return [text(name, "strong"), text(" "), { type: "source", link: { label, url, citation: null } }];
}

/** The newest entries of a feed with their dates. */
export function entryItems(items: FeedItem[]): Inline[][] {
  return items.map(({ title, url, publishedAt }) => {
    const date = publishedAt === null ? "" : `, ${publishedAt.slice(0, 10)}`;
    return namedLink(`${title ?? url ?? "an entry without a title"}${date}`, url);
  });
}

export function sourceJson(source: Source): object {
  const { url, kind, title, intervalMs, failure, bar, header, entries } = source;
  return {
    url,
    kind,
    title,
    entries,
    header: header?.name ?? null,
    intervalMinutes: intervalMs === null ? null : Math.round(intervalMs / 60_000),
    next: new Date(source.nextPollAtMs).toISOString(),
    failing:
      failure === null ? null : { since: new Date(failure.sinceMs).toISOString(), times: failure.count, reason: failure.reason },
    barred: bar === null ? null : { since: new Date(bar.sinceMs).toISOString(), entries: bar.entries, reason: bar.reason },
  };
}
