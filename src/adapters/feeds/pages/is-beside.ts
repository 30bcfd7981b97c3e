import type { PageDocument, PageElement } from "./page-document.ts";

/** What a page shows beside its article, and its frame. */
const BESIDE =
  'nav, footer, aside, blockquote, [id*="comment" i], [class*="comment" i], [class*="related" i], [class*="sidebar" i], [id*="sidebar" i], [class*="widget" i], [class*="recommend" i], [class*="popular" i], [class*="trending" i], [class*="latest" i], [class*="most-read" i], [class*="teaser" i], [class*="breaking" i], [role="complementary"], [role="navigation"]';
/** Classes such as "has-sidebar" and "comments-open" are those of the whole page, too: it holds the headline, or the text. */
const ARTICLE =
  'h1, article, main, [itemprop="articleBody" i], .entry-content, .post-content, .post-body, .article-body, .article-content';
const NEVER = new Set(["html", "body", "main", "article"]);

/** Whether an element stands beside the article, and not in it. */
export function isBeside(element: PageElement): boolean {
  for (let frame = element.closest(BESIDE); frame !== null; frame = frame.parentElement?.closest(BESIDE) ?? null) {
    if (!NEVER.has(frame.localName) && !isOwnFooter(frame) && !holdsArticle(frame)) return true;
  }
  return false;
}

/** Drupal and others set who wrote an article and when into a footer of its own, above its text. */
function isOwnFooter(frame: PageElement): boolean {
  return frame.localName === "footer" && frame.closest("article") !== null && OWN_FOOTER.test(frame.getAttribute("class") ?? "");
}

const OWN_FOOTER = /meta|submitted|byline/i;

/** Cards of other stories are articles as well, whose headlines lead elsewhere. */
function holdsArticle(frame: PageElement): boolean {
  for (const each of frame.querySelectorAll(ARTICLE)) {
    if (!isCard(each)) return true;
  }
  return false;
}

function isCard(element: PageElement): boolean {
  return (
    element.localName === "article" && element.querySelector("h2 a, h3 a, h4 a") !== null && element.querySelector("h1") === null
  );
}

/** All that stands on the cards of other stories. */
export function textOfCards(document: PageDocument): string {
  return [...document.querySelectorAll("article")]
    .filter(isCard)
    .map((card) => card.textContent ?? "")
    .join("\n");
}
