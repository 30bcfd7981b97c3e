import { describe, expect, it } from "vitest";
import { htmlToText } from "../../../../src/adapters/feeds/html-text.ts";
import { READS } from "../../../../src/adapters/feeds/reads.ts";
import { judgePage } from "../../../../src/ingest/sources/pages/judge-page.ts";
import { PAGES_BEHIND, PAGES_UNLISTED, type PageBehind } from "../../../fixtures/pages/walls-abroad.ts";

const URL = "https://gazette.example/2026/11/talks-in-the-harbour";

/** What a page becomes, as an entry with headline and teaser would have it. */
function behind({ language, title, teaser, shows }: PageBehind) {
  const blocks = shows.map((each, at) => (at === 0 ? `<h1>${each}</h1>` : `<p>${each}</p>`)).join("");
  const html = `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${shows[0]}</title></head><body><div id="page"><div class="content">${blocks}</div></div></body></html>`;
  const page = READS.article({
    url: URL,
    contentType: "text/html; charset=utf-8",
    body: Buffer.from(html),
    etag: null,
    lastModified: null,
    maxAgeMs: null,
  });
  return { text: page.text, barrier: judgePage({ item: { url: URL, title }, teaser, page, readAt: URL }) };
}

describe.each([
  ["that were written", PAGES_BEHIND.filter(({ half }) => half === "written")],
  ["that were watched", PAGES_BEHIND.filter(({ half }) => half === "watched")],
  ["in languages without a list of words", PAGES_UNLISTED],
])("of the pages %s", (_which, pages) => {
  it.each(pages.filter(({ wall }) => wall !== null))("takes no $wall in $language for the article: $title", (each) => {
    expect(behind(each).barrier).not.toBeNull();
  });

  it.each(pages.filter(({ wall }) => wall === null))("keeps the short article in $language: $title", (each) => {
    const { text, barrier } = behind(each);
    expect(barrier).toBeNull();
    for (const paragraph of each.shows.slice(1)) expect(text).toContain(htmlToText(paragraph));
  });
});
