import type { PageElement } from "./page-document.ts";

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
    if (!NEVER.has(frame.localName) && frame.querySelector(ARTICLE) === null) return true;
  }
  return false;
}
