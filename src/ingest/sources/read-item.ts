import type { Clock } from "../../domain/clock.ts";
import type { Article } from "../../domain/evidence/article.ts";
import { canonicalUrl } from "../../domain/evidence/canonical-url.ts";
import { distinctiveWords } from "../../domain/sources/distinctive-words.ts";
import type { FeedItem } from "../../domain/sources/source.ts";
import type { WaitingItem } from "../../domain/sources/source-store.ts";
import type { Fetcher, FetchTrouble, PageArticle, WebReaders } from "../../domain/sources/web.ts";
import { english } from "../../extract/en/english.ts";
import { judgeLanguage } from "../../extract/judge-language.ts";
import { judgePage } from "./pages/judge-page.ts";
import { sayUnread } from "./say-unread.ts";
import { tryReading } from "./try-reading.ts";

export interface ReadItemDeps {
  fetcher: Fetcher;
  readers: WebReaders;
  clock: Clock;
}

export type ItemReading =
  /** `barrier` says why we got only the entry's own words. */
  | { kind: "article"; article: Article; note: string | null; barrier: string | null; page: PageRead | null }
  | { kind: "dropped"; reason: string; barrier: string | null }
  | { kind: "later"; reason: string; dueAtMs: number }
  | { kind: "stopped" };

/** That an article's text is its page's. */
interface PageRead {
  /** Whether it calls itself a live blog. */
  isLive: boolean;
}

/** An entry with fewer characters is a teaser; its page has the article. */
const SHORT_TEXT = 1000;
/** Whether a text is only a teaser. */
export function isTeaser(text: string): boolean {
  return text.length < SHORT_TEXT;
}

/** A text with more characters is no article: fifty thousand words. What is done with one outside its thread is bounded by that. */
export const MAX_TEXT = 300_000;

/** Delays before we retry a teaser's page; after the last, the teaser becomes the article. */
const RETRY_AFTER_MS = [5 * 60_000, 30 * 60_000, 2 * 3_600_000];
const PASSING: ReadonlySet<FetchTrouble> = new Set(["timeout", "no-connection", "unknown-host", "rate-limited", "server-error"]);
const LONGEST_RETRY_MS = 86_400_000;
/** Clocks and time zones may be off by a day; a later date is a mistake. */
const FUTURE_MS = 86_400_000;

/** The article of an entry: its own text if complete, else its page, else its own text with the reason. */
export async function readItem(deps: ReadItemDeps, waiting: WaitingItem, signal?: AbortSignal): Promise<ItemReading> {
  const { item } = waiting;
  const own = await tryReading(item.html === null ? Promise.resolve("") : deps.readers.pages.text(item.html));
  if (own.kind === "too-much") return { kind: "dropped", reason: own.sentence, barrier: null };
  const ownText = saysMore(own.found, waiting) ? own.found : "";
  if (ownText.length > MAX_TEXT) return { kind: "dropped", reason: "too-long", barrier: null };
  if (item.url === null || !isTeaser(ownText)) return ownReading(deps, waiting, { ownText, barrier: null });
  const { workspaceId, sourceUrl, sourceHeader } = waiting;
  const header = sourceHeader && { workspaceId, url: sourceUrl, header: sourceHeader };
  const fetched = await deps.fetcher.get({ url: item.url, want: "page", validators: null, header, signal });
  if (fetched.kind !== "content") {
    const failure =
      fetched.kind === "failed"
        ? fetched.failure
        : { trouble: "broken-answer" as const, sentence: "The page does not respond.", retryAfterMs: null };
    if (failure.trouble === "stopped") return { kind: "stopped" };
    const waitMs = RETRY_AFTER_MS[waiting.tries];
    if (PASSING.has(failure.trouble) && waitMs !== undefined) {
      const wishMs = Math.min(failure.retryAfterMs ?? 0, LONGEST_RETRY_MS);
      return { kind: "later", reason: failure.sentence, dueAtMs: deps.clock.now() + Math.max(waitMs, wishMs) };
    }
    return ownReading(deps, waiting, { ownText, barrier: failure.sentence });
  }
  const read = await tryReading(deps.readers.pages.article(fetched.content));
  if (read.kind === "too-much")
    return ownReading(deps, waiting, { ownText, barrier: `I did not use the page. ${read.sentence}` });
  const page = read.found;
  const barrier = judgePage({ item, teaser: ownText, page, readAt: fetched.content.url });
  if (barrier !== null) return ownReading(deps, waiting, { ownText, barrier });
  const { article, note } = articleOf(deps.clock, waiting, page);
  return { kind: "article", article, note: joined([page.note, note]), barrier: null, page: { isLive: page.isLive === true } };
}

/** The article of an entry out of its own words, where its page is barred. */
export async function readTeaser(deps: ReadItemDeps, waiting: WaitingItem, barrier: string): Promise<ItemReading> {
  const own = await tryReading(waiting.item.html === null ? Promise.resolve("") : deps.readers.pages.text(waiting.item.html));
  if (own.kind === "too-much") return { kind: "dropped", reason: own.sentence, barrier };
  return ownReading(deps, waiting, { ownText: saysMore(own.found, waiting) ? own.found : "", barrier });
}

/** Whether it says anything that headline and publisher do not: a search for news gives these two alone. */
function saysMore(text: string, { item, sourceTitle }: WaitingItem): boolean {
  if (item.title === null || item.url === null || text === "") return true;
  const known = distinctiveWords(`${item.title} ${item.publisher ?? ""} ${sourceTitle ?? ""}`);
  return text.length > LONGEST_HEADLINE || [...distinctiveWords(text)].some((word) => !known.has(word));
}

const LONGEST_HEADLINE = 300;

function ownReading(deps: ReadItemDeps, waiting: WaitingItem, own: { ownText: string; barrier: string | null }): ItemReading {
  const { ownText, barrier } = own;
  if (ownText === "") return { kind: "dropped", reason: barrier ?? "no-text", barrier };
  const page: PageArticle = { ...NO_PAGE, text: ownText, url: waiting.item.url ?? "" };
  const read = articleOf(deps.clock, waiting, page);
  return { kind: "article", article: read.article, note: joined([barrier, read.note]), barrier, page: null };
}

const NO_PAGE = {
  title: null,
  publisher: null,
  author: null,
  publishedAt: null,
  language: null,
  barrier: null,
  note: null,
  isArticle: false,
};

function articleOf(clock: Clock, waiting: WaitingItem, page: PageArticle): { article: Article; note: string | null } {
  const { item } = waiting;
  // An entry that was moved stays the article that it was.
  const url = waiting.url ?? (page.url === "" ? null : canonicalUrl(page.url));
  const dates = [item.publishedAt, page.publishedAt].filter((date) => date !== null);
  const believed = dates.find((date) => Date.parse(date) <= clock.now() + FUTURE_MS) ?? null;
  const article: Article = {
    id: url ?? `${waiting.sourceUrl}#${waiting.key}`,
    url,
    title: waiting.sourceKind === "page" ? (page.title ?? item.title) : (item.title ?? page.title),
    publisher: publisherOf(item, page, waiting),
    author: item.author ?? page.author,
    publishedAt: believed,
    // What an article's page says of itself is nearer than what a feed says of all that it holds.
    language: page.language ?? item.language,
    text: page.text,
  };
  const notes = [sayUnread(judgeLanguage(article.text, article.language, english))];
  if (believed === null && dates.length > 0) notes.push(`I ignored its date, ${dates[0]}, which is in the future.`);
  return { article, note: joined(notes) };
}

function joined(sentences: (string | null)[]): string | null {
  return sentences.filter((each) => each !== null).join(" ") || null;
}

function publisherOf(item: FeedItem, page: PageArticle, { sourceTitle, sourcePublisher, sourceUrl }: WaitingItem): string | null {
  // The source's title may be a label from an OPML file, or the words of a search: no publisher's name.
  const feedTitle = item.feedTitle === undefined ? sourceTitle : item.feedTitle;
  const named = item.publisher ?? sourcePublisher ?? page.publisher ?? feedTitle;
  return named ?? (URL.canParse(sourceUrl) ? new URL(sourceUrl).hostname : null);
}
