import { distinctiveWords, shareOf } from "../../../domain/sources/distinctive-words.ts";
import { isMovedToSection, isSectionOf } from "../../../domain/sources/is-section-of.ts";
import type { FeedItem } from "../../../domain/sources/source.ts";
import { textWeight } from "../../../domain/sources/text-weight.ts";
import type { PageArticle } from "../../../domain/sources/web.ts";
import { saysNotFound } from "../../../extract/en/pages/walls.ts";

/** Of one or two words nothing follows: the text need not repeat them, and its headline may be another. */
const FEW_WORDS = 2;
/** With so many words of headline and teaser, what a page's text shares with them tells whether it is theirs. */
const ENOUGH_WORDS = 5;
/** So much of those words the article behind a teaser repeats, whoever summed it up. */
const MIN_SHARE = 0.2;
/** A page's headline is the entry's, edited or cut, where it has so much of its words. */
const SAME_HEADLINE = 0.5;
/** A page with little text repeats at least so much of them, and says so much more, as `textWeight` measures it. */
const SHORT_SHARE = 0.5;
const LONGER_BY = 60;
/** A paragraph with so much of its words in the entry repeats it. */
const REPEATED = 0.8;
/** An offer is no longer than this, and has next to none of the entry's words. */
const LONGEST_OFFER = 1200;
const OFFER_SHARE = 0.06;

interface Behind {
  item: Pick<FeedItem, "url" | "title">;
  /** What the entry itself says. */
  teaser: string;
  page: PageArticle;
  /** The address that the page was read at, after redirects. */
  readAt: string;
}

/** Why a page's text is not the article of an entry, as a sentence; null where it is, or nothing says otherwise. */
export function judgePage({ item, teaser, page, readAt }: Behind): string | null {
  if (page.barrier !== null && !isShortArticle(item.title, teaser, page)) return page.barrier;
  if (isFrontPage(readAt) && item.url !== null && !isFrontPage(item.url)) return "The link leads to the site's front page.";
  if (isElsewhere(readAt, item.url)) return "The link leads to a page for login, consent or errors.";
  if (leadsToSection(readAt, item.url, page)) return "The link leads to a section of the site, and to no article.";
  if (saysNotFound(page.title ?? "") && !saysNotFound(item.title ?? "")) return "The page says that the article is not there.";
  if (page.text.length < teaser.length) return "The page has less text than the feed.";
  if (!isAbout(item.title, teaser, page)) return "The page behind the link is about something else.";
  return isOffer(item.title, teaser, page) ? "The text is for subscribers only." : null;
}

/** Whether a page with little text is a notice or press release: one that repeats what the entry says, and goes on. */
function isShortArticle(title: string | null, teaser: string, page: PageArticle): boolean {
  const wanted = distinctiveWords(`${title ?? ""}\n${teaser}`);
  if (page.isBrief !== true || wanted.size < ENOUGH_WORDS) return false;
  const rest = textBeyond(page.text, wanted);
  return (shareOf(wanted, distinctiveWords(page.text)) ?? 0) >= SHORT_SHARE && textWeight(rest) >= LONGER_BY;
}

/** Whether a page repeats what the entry says, and then speaks of something else and asks for money. No list of words need know its language. */
function isOffer(title: string | null, teaser: string, page: PageArticle): boolean {
  if (page.asksForMoney !== true) return false;
  const wanted = distinctiveWords(`${title ?? ""}\n${teaser}`);
  const rest = textBeyond(page.text, wanted);
  if (rest === "" || wanted.size < ENOUGH_WORDS || textWeight(rest) > LONGEST_OFFER) return false;
  return (shareOf(wanted, distinctiveWords(rest)) ?? 1) <= OFFER_SHARE;
}

/** The paragraphs of a text that say more than headline and teaser do. */
function textBeyond(text: string, known: ReadonlySet<string>): string {
  const isKnown = (paragraph: string) => (shareOf(distinctiveWords(paragraph), known) ?? 1) >= REPEATED;
  return text
    .split(/\n+/)
    .filter((paragraph) => !isKnown(paragraph))
    .join("\n");
}

function isFrontPage(url: string): boolean {
  return URL.canParse(url) && /^\/(?:index\.\w{2,5})?$/i.test(new URL(url).pathname) && new URL(url).search === "";
}

function leadsToSection(readAt: string, url: string | null, page: PageArticle): boolean {
  if (url === null) return false;
  return isSectionOf(readAt, url) || (!page.isArticle && isMovedToSection(readAt, url));
}

/** Whether a redirect ended at an address that says itself that it is no article. */
function isElsewhere(readAt: string, url: string | null): boolean {
  const path = pathOf(readAt);
  return path !== pathOf(url ?? "") && NO_ARTICLE.test(path);
}

const NO_ARTICLE =
  /\/(?:consent|cookies?|privacy|gdpr|log-?in|sign-?in|sign-?up|register|subscribe|subscription|paywall|captcha|challenge|error|404|not-?found)(?:\.\w{2,5})?\/?$/i;

function pathOf(url: string): string {
  return URL.canParse(url) ? new URL(url).pathname : "";
}

/** Short headlines are not repeated in the text, and say little: then the page's own headline tells. */
function isAbout(title: string | null, teaser: string, page: PageArticle): boolean {
  const wanted = distinctiveWords(`${title ?? ""}\n${teaser}`);
  const share = shareOf(wanted, distinctiveWords(page.text));
  if (share === null || wanted.size <= FEW_WORDS) return true;
  if (wanted.size >= ENOUGH_WORDS) return share >= MIN_SHARE;
  return share > 0 || isSameHeadline(title ?? "", page.title ?? "");
}

export function isSameHeadline(one: string, other: string): boolean {
  const share = shareOf(distinctiveWords(one), distinctiveWords(other));
  return share === null ? one.trim().toLowerCase() === other.trim().toLowerCase() : share >= SAME_HEADLINE;
}
