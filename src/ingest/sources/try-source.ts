import { canonicalUrl } from "../../domain/evidence/canonical-url.ts";
import { withoutFeedScheme } from "../../domain/sources/feed-scheme.ts";
import type { Feed } from "../../domain/sources/source.ts";
import type {
  FeedLink,
  Fetcher,
  FetchFailure,
  FetchTrouble,
  PageArticle,
  WebContent,
  WebReaders,
} from "../../domain/sources/web.ts";
import { stripEnd } from "../../domain/strip-end.ts";
import { tryReading } from "./try-reading.ts";

/** What we found at an address that somebody wants to follow. */
export type SourceFind =
  | { kind: "feed"; url: string; feed: Feed; others: FeedLink[] }
  | { kind: "page"; url: string; feed: Feed }
  | { kind: "article"; article: PageArticle; feeds: FeedLink[] }
  | { kind: "nothing"; sentence: string };

interface TryDeps {
  fetcher: Fetcher;
  readers: WebReaders;
}

/** How many feeds named by a page to try, and how many requests to make for them in all. */
const MAX_FEEDS = 5;
const MAX_TRIES = 8;

/** Whether words look like an address: "example.org/news" does, "india japan" does not. */
export function readAddress(typed: string): string | null {
  const text = withoutFeedScheme(typed.trim().replace(/^<|>$/g, ""));
  if (/\s/.test(text) || text === "") return null;
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) return text;
  return /^(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}(?:[:/?#]|$)|^localhost(?:[:/]|$)|^\d{1,3}(?:\.\d{1,3}){3}(?:[:/]|$)/iu.test(text)
    ? `https://${text}`
    : null;
}

/** Finds out what is at an address before following it: a feed, a page with or without a feed, or an article. */
export async function trySource({ fetcher, readers }: TryDeps, url: string): Promise<SourceFind> {
  const fetched = await fetcher.get({ url, want: "feed", validators: null });
  if (fetched.kind !== "content") return { kind: "nothing", sentence: sentenceOf(fetched) };
  const { content } = fetched;
  const read = await tryReading(lookAt({ fetcher, readers }, url, content));
  return read.kind === "read" ? read.found : { kind: "nothing", sentence: read.sentence };
}

async function lookAt(deps: TryDeps, url: string, content: WebContent): Promise<SourceFind> {
  const { readers } = deps;
  const read = await readers.feeds.read(content);
  if (read.kind === "feed") return { kind: "feed", url, feed: read.feed, others: [] };
  if (!isPage(content)) return { kind: "nothing", sentence: read.sentence };
  const links = await readers.pages.feedLinks(content);
  const article = await readers.pages.article(content);
  if (article.isArticle && new URL(content.url).pathname !== "/") return articleFound(article, links);
  const page = await readers.pages.entries(content);
  const linked = await findLinked(deps, links);
  if (linked !== null) return { kind: "feed", ...linked, others: links.filter((other) => other.url !== linked.url) };
  const guessed = await guessFeed(deps, content.url, page);
  if (guessed !== null) return { kind: "feed", ...guessed, others: [] };
  if (page.items.length > 0) return { kind: "page", url, feed: page };
  return { kind: "nothing", sentence: page.notes[0] ?? "The page has no feed, no headlines and no text." };
}

function articleFound(article: PageArticle, links: FeedLink[]): SourceFind {
  if (article.barrier === null) return { kind: "article", article, feeds: links.slice(0, MAX_FEEDS) };
  const [feed] = links;
  const offer = feed === undefined ? "" : ` To follow its site, add ${feed.url}`;
  return { kind: "nothing", sentence: `That is one article, and I can't read it. ${article.barrier}${offer}` };
}

type FoundFeed = Pick<Extract<SourceFind, { kind: "feed" }>, "url" | "feed">;

/** The first feed with articles, else the first readable one. A link may lead to a page that lists the feeds. */
async function findLinked({ fetcher, readers }: TryDeps, links: FeedLink[]): Promise<FoundFeed | null> {
  const waiting = links.slice(0, MAX_FEEDS);
  const seen = new Set(waiting.map((link) => link.url));
  let empty: FoundFeed | null = null;
  for (let tries = 0, link = waiting.shift(); link !== undefined && tries < MAX_TRIES; tries += 1, link = waiting.shift()) {
    const fetched = await fetcher.get({ url: link.url, want: "feed", validators: null });
    if (fetched.kind !== "content") continue;
    const feed = await readAsFeed(readers, fetched.content);
    // What readers say is not the news, however many of them there are.
    if (feed !== null && isOfComments(feed)) continue;
    if (feed !== null && feed.items.length > 0) return { url: link.url, feed };
    if (feed !== null) empty ??= { url: link.url, feed };
    if (feed !== null || !isPage(fetched.content)) continue;
    const further = await tryReading(readers.pages.feedLinks(fetched.content));
    for (const each of further.kind === "read" ? further.found.slice(0, MAX_FEEDS) : []) {
      if (!seen.has(each.url)) waiting.push(each);
      seen.add(each.url);
    }
  }
  return empty;
}

/** Common feed paths for sites whose pages link to no feed; in a section, tried there first. */
const USUAL_PATHS = ["feed", "rss.xml", "rss", "feed.xml", "atom.xml", "index.xml", "?feed=rss2", "feeds/posts/default"];
const SECTION_PATHS = USUAL_PATHS.slice(0, 3);

/** A feed at a usual address that has what the page lists. Nobody named these addresses, so that robots.txt has a say. */
async function guessFeed({ fetcher, readers }: TryDeps, pageUrl: string, page: Feed): Promise<FoundFeed | null> {
  const { origin, pathname } = new URL(pageUrl);
  const section = stripEnd(pathname, /\//);
  // A page that is one text is followed for its own sake, and a feed beneath it would be that of its comments.
  if (section !== "" && page.items.length === 1) return null;
  const inSection = section === "" ? [] : SECTION_PATHS.map((path) => `${origin}${section}/${path}`);
  for (const url of [...inSection, ...USUAL_PATHS.map((path) => `${origin}/${path}`)]) {
    const fetched = await fetcher.get({ url, want: "page", validators: null });
    if (fetched.kind === "failed" && !ABSENT.has(fetched.failure.trouble)) return null;
    if (fetched.kind !== "content") continue;
    const feed = await readAsFeed(readers, fetched.content);
    if (feed === null || isOfComments(feed)) continue;
    if ((section === "" || inSection.includes(url) || isOf(page, feed)) && feed.items.length > 0) return { url, feed };
  }
  return null;
}

/** Troubles of one address, after which the next may be asked for. */
const ABSENT: ReadonlySet<FetchTrouble> = new Set(["not-found", "gone", "http-error", "redirects", "robots"]);

/** Whether a feed of the whole site serves for one page of it: where the page lists nothing itself, or half of what the feed brings. */
function isOf(page: Feed, feed: Feed): boolean {
  if (page.items.length === 0) return true;
  const listed = new Set(page.items.map(({ url }) => canonicalUrl(url ?? "")));
  const shared = feed.items.filter(({ url }) => url !== null && listed.has(canonicalUrl(url)));
  return shared.length * 2 >= feed.items.length && shared.length > 0;
}

/** "Comments on: Talks in Lisbon", "Comments for The Gazette". */
const COMMENTS_TITLE =
  /^(?:comments (?:on|for)|kommentare (?:zu|für)|commentaires (?:sur|pour)|comentarios (?:en|de)|comentários (?:em|sobre))\b/i;

/** Whether it says so, or its entries are places among the comments of a page. */
function isOfComments({ title, items }: Feed): boolean {
  if (COMMENTS_TITLE.test(title ?? "")) return true;
  return items.length > 0 && items.every(({ url }) => url !== null && /#(?:comment|respond)/i.test(url));
}

async function readAsFeed(readers: WebReaders, content: WebContent): Promise<Feed | null> {
  const read = await tryReading(readers.feeds.read(content));
  return read.kind === "read" && read.found.kind === "feed" ? read.found.feed : null;
}

function isPage(content: WebContent): boolean {
  return (
    /html/i.test(content.contentType) ||
    /<(?:!doctype\s+html|html|body)[\s>]/i.test(Buffer.from(content.body.subarray(0, 2048)).toString("latin1"))
  );
}

function sentenceOf(fetched: { kind: "failed"; failure: FetchFailure } | { kind: "not-modified" }): string {
  return fetched.kind === "failed"
    ? fetched.failure.sentence
    : "The server says that nothing has changed, although it never sent anything.";
}
