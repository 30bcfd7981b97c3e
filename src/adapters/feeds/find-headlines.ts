import { isSameSite } from "../../domain/sources/site-of.ts";
import type { FeedItem } from "../../domain/sources/source.ts";
import { absolute } from "./feed-formats.ts";
import { plainLine } from "./html-text.ts";
import type { PageDocument } from "./pages/page-document.ts";

/** Of characters and of words in a link that is a headline. */
const HEADLINE = { characters: 25, words: 4 };
const MAX_HEADLINES = 200;
/** Of a page that only sometimes calls itself an article: as much of its text as that is headlines makes it a list. */
const LIST_SHARE = 0.15;
/** So many headlines make a page a list of articles. */
const MIN_HEADLINES = 3;

export interface Headline extends Pick<FeedItem, "url"> {
  url: string;
  title: string;
}

/** Links within a site to something deeper than its front page, whose words are a headline. Those of menus and the foot of the page are none. */
export function findHeadlines(document: PageDocument, pageUrl: string): Headline[] {
  const page = new URL(pageUrl);
  const found = new Map<string, Headline>();
  for (const link of document.querySelectorAll("a[href]")) {
    if (found.size >= MAX_HEADLINES) break;
    const url = absolute(link.getAttribute("href"), pageUrl);
    const title = plainLine(link.textContent);
    if (url === null || title === null || !isHeadline(title)) continue;
    const target = new URL(url);
    target.hash = "";
    if (found.has(target.href) || target.pathname.length < 2 || target.href === page.href) continue;
    if (target.host !== page.host && !isSameSite(target.href, page.href)) continue;
    if (link.closest("nav,footer") === null || link.closest("article") !== null)
      found.set(target.href, { url: target.href, title });
  }
  return [...found.values()];
}

/** Chinese and Japanese say in one character, Korean in one and a half, and Thai and its neighbours in two, what others say in about three. */
const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;
const SYLLABLES = /\p{Script=Hangul}/gu;
const UNSPACED = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu;

function isHeadline(title: string): boolean {
  const dense = title.match(DENSE)?.length ?? 0;
  const syllables = title.match(SYLLABLES)?.length ?? 0;
  const unspaced = title.match(UNSPACED)?.length ?? 0;
  const characters = title.length + dense * 1.5 + syllables + unspaced * 0.25;
  const words = title.split(" ").length + dense / 2 + syllables / 10 + unspaced / 5;
  return characters >= HEADLINE.characters && words >= HEADLINE.words;
}

/**
 * Whether a page is a list of articles. Many programs say og:type=article of every page, so that such a page is one where its text is
 * made of headlines; one that describes its article in linked data is that article.
 */
export function isListPage(said: { isArticle: boolean; isLinkedArticle: boolean }, headlines: Headline[], text: string): boolean {
  if (headlines.length < MIN_HEADLINES || said.isLinkedArticle) return false;
  if (!said.isArticle) return true;
  const inText = headlines.filter(({ title }) => text.includes(title));
  const length = inText.reduce((sum, { title }) => sum + title.length, 0);
  return text === "" || (inText.length >= MIN_HEADLINES && length >= text.length * LIST_SHARE);
}
