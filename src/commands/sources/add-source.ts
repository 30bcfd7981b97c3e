import { entryItems, nameOf, showHealth, sourceJson } from "../../documents/source-blocks.ts";
import type { Reply } from "../../domain/chat/chat.ts";
import { type Action, type Block, paragraph, text } from "../../domain/chat/document.ts";
import { AppError } from "../../domain/errors.ts";
import { canonicalUrl } from "../../domain/evidence/canonical-url.ts";
import { languageName } from "../../domain/evidence/language.ts";
import type { Feed, Source, SourceKind } from "../../domain/sources/source.ts";
import type { FeedLink, WebReaders } from "../../domain/sources/web.ts";
import { english } from "../../extract/en/english.ts";
import { type JudgedLanguage, judgeLanguage } from "../../extract/judge-language.ts";
import { backfillSource } from "../../ingest/sources/backfill-source.ts";
import { newestFirst } from "../../ingest/sources/mark-entries.ts";
import { isTeaser } from "../../ingest/sources/read-item.ts";
import { sayUnread } from "../../ingest/sources/say-unread.ts";
import { tryReading } from "../../ingest/sources/try-reading.ts";
import { readAddress, type SourceFind, trySource } from "../../ingest/sources/try-source.ts";
import { reply } from "../command-context.ts";
import { firstJson, sayFirst, tryNewest } from "./read-newest.ts";
import type { SourcesAsked } from "./sources-asked.ts";

/** Nobody reads the news of more. */
export const MAX_SOURCES = 5000;
const ENTRIES_SHOWN = 3;
const FEEDS_OFFERED = 3;

/** `/sources add` tries an address and says what it found. If the words are not an address, it follows a news search for them. */
export async function addSource(asked: SourcesAsked): Promise<Reply> {
  const { target, work } = asked;
  if (target === undefined) throw new AppError("usage", "Add the address of a feed or a page, or words for a news search.");
  const address = readAddress(target);
  const url = address ?? searchAddress(target, work.searchUrl);
  const found = await trySource(work, url);
  switch (found.kind) {
    case "nothing":
      throw new AppError("bad-input", `I added nothing. ${found.sentence}`);
    case "article":
      return storeOne(asked, found);
    case "feed":
    case "page":
      return follow(asked, found, address === null ? `News on ${target}` : null);
  }
}

function searchAddress(words: string, template: string | null): string {
  if (template === null)
    throw new AppError(
      "usage",
      `"${words.slice(0, 60)}" is not an address. To follow news searches, an operator must set SEARCH_FEED_URL.`,
    );
  return template.replaceAll("{query}", encodeURIComponent(words.trim()));
}

type Followed = Extract<SourceFind, { kind: "feed" | "page" }>;

async function follow(asked: SourcesAsked, found: Followed, title: string | null): Promise<Reply> {
  const { context, work } = asked;
  const { feed, kind } = found;
  const url = canonicalUrl(found.url) ?? found.url;
  const texts = await textsOf(feed, work.readers);
  const judged = judgeLanguage(texts.join(" "), feed.language, english);
  const isWhole = bringsArticles(texts);
  const first = await tryNewest(work, url, feed);
  const known = await work.sources.list(context.workspaceId);
  if (known.length >= MAX_SOURCES)
    throw new AppError("usage", `This workspace already has ${known.length} sources, the maximum. Remove one first.`);
  const { platform, channelId, userId } = context.asker;
  const added = await work.sources.add({
    workspaceId: context.workspaceId,
    url,
    kind,
    title: title ?? feed.title,
    addedBy: userId,
    addedIn: { platform, channelId },
    atMs: work.clock.now(),
  });
  const source = added ?? known.find((each) => each.url === url);
  if (source === undefined) throw new AppError("internal", "I could not save the source. Try again.");
  const older = asked.backfill ? await backfillSource(work, source, feed) : null;
  work.wake();
  const sentences = [
    added === null
      ? `You already follow ${nameOf(source)}. ${showHealth(source, work.clock.now())}`
      : `You now follow ${nameOf(source)}.`,
    describe(kind, feed, { isWhole, judged }),
    ...sayUnreadFeed(judged),
    ...feed.notes,
    ...sayFirst(first),
    ...(older === null ? [] : [describeOlder(older)]),
  ];
  return reply(document(source, { feed, sentences, isNew: added !== null, others: found.kind === "feed" ? found.others : [] }), {
    ...sourceJson(source),
    status: added === null ? "known" : "added",
    entries: feed.items.length,
    language: judged.language,
    isRead: judged.isRead,
    wholeArticles: isWhole,
    newest: newestFirst(feed.items)
      .slice(0, ENTRIES_SHOWN)
      .map(({ title: headline, url: link, publishedAt }) => ({ title: headline, url: link, publishedAt })),
    first: first === null ? null : firstJson(first),
    older: older?.found ?? null,
  });
}

interface Told {
  feed: Feed;
  sentences: string[];
  isNew: boolean;
  others: FeedLink[];
}

function document(source: Source, { feed, sentences, isNew, others }: Told) {
  const blocks: Block[] = [paragraph(text(sentences.join(" ")))];
  if (feed.items.length > 0) blocks.push({ type: "list", items: entryItems(newestFirst(feed.items).slice(0, ENTRIES_SHOWN)) });
  const actions: Action[] = [
    { label: "Status", intent: { kind: "sources-manage", action: "why", target: source.url } },
    { label: "Remove", intent: { kind: "sources-manage", action: "remove", target: source.url } },
    ...others.slice(0, FEEDS_OFFERED).map(followAction),
  ];
  return {
    title: isNew ? "Source added" : "Source already added",
    audience: "asker" as const,
    blocks: [...blocks, { type: "actions" as const, actions }],
    detail: [],
  };
}

function followAction({ url, title }: FeedLink): Action {
  return { label: `Follow ${(title ?? url).slice(0, 50)}`, intent: { kind: "sources-manage", action: "add", target: url } };
}

interface FeedText {
  isWhole: boolean;
  judged: JudgedLanguage;
}

/** The texts of the newest entries, from which we judge a feed: headlines alone are too short. */
async function textsOf(feed: Feed, { pages }: WebReaders): Promise<string[]> {
  const attempts = feed.items.slice(0, 10).map(({ html }) => (html === null ? null : tryReading(pages.text(html))));
  const read = await Promise.all(attempts);
  return read.map((attempt) => (attempt?.kind === "read" ? attempt.found : ""));
}

function sayUnreadFeed({ language, isRead }: JudgedLanguage): string[] {
  if (isRead) return [];
  const what = language === null ? "It is not in English. " : "";
  return [
    `${what}I store its articles and can find them by their words, but I find quotes, people and meetings only in English.`,
  ];
}

/** What the feed contains: how many entries, in which language, and whether with full articles. */
function describe(kind: SourceKind, feed: Feed, { isWhole, judged }: FeedText): string {
  const count = feed.items.length === 1 ? "one entry" : `${feed.items.length} entries`;
  const language = judged.language === null ? "" : ` in ${languageName(judged.language)}`;
  if (kind === "page")
    return feed.items.length === 1
      ? `The page has no feed, so I follow its text${language} and keep every change.`
      : `The page has no feed, so I follow its ${feed.items.length} headlines${language} and read their articles if robots.txt allows it.`;
  if (feed.items.length === 0) return "The feed has no entries now, so I can't say yet whether it works.";
  return isWhole
    ? `It has ${count}${language}, with full articles.`
    : `It has ${count}${language}, with teasers. I read the articles behind them if robots.txt allows it.`;
}

/** Whether most entries contain their full article. */
function bringsArticles(texts: string[]): boolean {
  return texts.filter((each) => !isTeaser(each)).length * 2 > texts.length;
}

function describeOlder(older: Awaited<ReturnType<typeof backfillSource>>): string {
  const { found, from, left, fault } = older;
  const broken = fault === null ? "" : ` ${fault}`;
  if (from === null)
    return `It offers no older entries${fault === null ? ": neither archive pages nor a sitemap" : ""}.${broken}`;
  const where = from === "archive" ? "archive pages" : "site's sitemap";
  const count = found === 0 ? "No older entries are new" : found === 1 ? "Added one older entry" : `Added ${found} older entries`;
  return `${count} from its ${where}.${left === 0 ? "" : ` I left out ${left} older ones.`}${broken}`;
}

/** Stores an article, and offers the feeds of its site. */
async function storeOne({ context, work }: SourcesAsked, found: Extract<SourceFind, { kind: "article" }>): Promise<Reply> {
  const { article, feeds } = found;
  const url = canonicalUrl(article.url) ?? article.url;
  const { title, author, publishedAt, language, text: words } = article;
  const publisher = article.publisher ?? new URL(url).hostname;
  const stored = { id: url, url, title, publisher, author, publishedAt, language, text: words };
  const unread = sayUnread(judgeLanguage(words, language, english));
  const status = await work.ingest(context.workspaceId, stored);
  const done = {
    new: "was stored",
    updated: "has changed; I stored the new text",
    unchanged: "is stored already",
    failed: "could not be stored",
  }[status];
  const blocks: Block[] = [paragraph(text(`The article “${title ?? url}” ${done}.${unread === null ? "" : ` ${unread}`}`))];
  if (feeds.length > 0) {
    blocks.push(paragraph(text("Its site has a feed, which you don't follow yet.")));
    blocks.push({ type: "actions", actions: feeds.slice(0, FEEDS_OFFERED).map(followAction) });
  }
  return reply(
    { title: "Article added", audience: "asker", blocks, detail: [] },
    { status, id: url, url, title, feeds: feeds.map((feed) => feed.url) },
  );
}
