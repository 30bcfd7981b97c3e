import { lineIn, type PageDocument, type PageElement } from "./page-document.ts";

/** Of one page. */
const MOST_HEADINGS = 40;
const LONGEST_HEADLINE = 400;
/** Fewer letters may stand in a title by chance. */
const LEAST_LETTERS = 10;
/** Where a site puts its own name and its navigation. */
export const SITE_HEAD =
  'header, nav, [id="header" i], [class~="header" i], [id*="masthead" i], [class*="masthead" i], [class*="site-header" i], [id*="topbar" i], [class*="topbar" i], [class*="top-bar" i]';

/** The heading that is the article's: the first that the page's title holds, else the first of the highest rank outside the site's head. */
export function findHeadline(document: PageDocument, title: string | null): PageElement | null {
  const wanted = letters(title ?? "");
  let ranked: PageElement | null = null;
  for (const rank of ["h1", "h2", "h3"]) {
    let looked = 0;
    for (const heading of document.querySelectorAll(rank)) {
      looked += 1;
      if (looked > MOST_HEADINGS) break;
      const text = letters(lineIn(heading, LONGEST_HEADLINE) ?? "");
      if (text.length >= LEAST_LETTERS && wanted.includes(text)) return heading;
      if (rank === "h1" && (ranked === null || isInSiteHead(ranked))) ranked = heading;
    }
  }
  return ranked;
}

function isInSiteHead(heading: PageElement): boolean {
  const head = heading.closest(SITE_HEAD);
  return head !== null && head.closest("article, main") === null;
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}
