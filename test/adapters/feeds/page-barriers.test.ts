import { expect, it } from "vitest";
import { READS } from "../../../src/adapters/feeds/reads.ts";
import { page, wholeText } from "../../fakes/feeds.ts";

const read = (html: string) =>
  READS.article({
    url: "https://gazette.example/talks",
    contentType: "text/html; charset=utf-8",
    body: Buffer.from(html),
    etag: null,
    lastModified: null,
    maxAgeMs: null,
  });
const linked = (data: unknown) => `<script type="application/ld+json">${JSON.stringify(data)}</script>`;

it.each([
  { "@type": "NewsArticle", isAccessibleForFree: false },
  { "@type": "NewsArticle", isAccessibleForFree: "False" },
  { "@type": ["Article", "NewsArticle"], isAccessibleForFree: "http://schema.org/False" },
  { "@type": "NewsArticle", isAccessibleForFree: { "@id": "https://schema.org/False" } },
  { "@type": "NewsArticle", isAccessibleForFree: ["no"] },
  { "@type": "NewsArticle", "schema:isaccessibleforfree": false },
  { "@type": "NewsArticle", hasPart: { "@type": "WebPageElement", isAccessibleForFree: "false", cssSelector: ".rest" } },
  { "@type": "NewsArticle", hasPart: [{ "@type": "WebPageElement", isAccessibleForFree: false }] },
  {
    "@graph": [
      { "@type": "WebPage", isAccessibleForFree: false },
      { "@type": "NewsArticle", headline: "Talks" },
    ],
  },
  { "@type": "WebPage", mainEntity: { "@type": "NewsArticle", isAccessibleForFree: "False" } },
])("reads that a page is for subscribers in %j", (data) => {
  expect(read(page("Talks", { head: linked(data) })).barrier).toBe("The text is for subscribers only.");
});

it.each([
  { "@type": "NewsArticle", isAccessibleForFree: true },
  {
    "@type": "NewsArticle",
    isAccessibleForFree: "http://schema.org/True",
    hasPart: { "@type": "WebPageElement", isAccessibleForFree: false },
  },
  { "@type": "NewsArticle" },
])("reads that a page is free in %j", (data) => {
  expect(read(page("Talks", { head: linked(data) })).barrier).toBeNull();
});

it("reads it in microdata and in a meta element, too", () => {
  expect(read(page("Talks", { head: '<meta itemprop="isAccessibleForFree" content="False">' })).barrier).not.toBeNull();
  expect(read(page("Talks", { head: '<meta property="article:content_tier" content="locked">' })).barrier).not.toBeNull();
  expect(read(page("Talks", { head: '<meta property="article:content_tier" content="metered">' })).barrier).toBeNull();
});

it("reads linked data in comments, with line breaks in its texts and commas too many", () => {
  const data = '<!-- {"@type": "NewsArticle", "headline": "Talks\n in the harbour", "isAccessibleForFree": false,} -->';
  expect(read(page("Talks", { head: `<script type="application/ld+json">${data}</script>` })).barrier).not.toBeNull();
});

it("gives a text up to the notice that ends it, and says so; a notice alone is a barrier", () => {
  const notice =
    '<div class="offer"><p>Subscribe to read the rest of the story.</p><p>Half a year for the price of a fish.</p></div>';
  const cut = read(page("Talks", { text: wholeText("one") + notice }));
  expect(cut.text).not.toContain("Subscribe");
  expect(cut.text).not.toContain("price of a fish");
  expect(cut).toMatchObject({
    barrier: null,
    note: "The page shows only the beginning of its text: the rest is for subscribers.",
  });
  const stub = read(page("Talks", { text: `<p>They met in Lisbon.</p>${notice}` }));
  expect(stub).toMatchObject({ barrier: "The text is for subscribers only.", note: null });
});
