import { expect, it } from "vitest";
import { READS } from "../../../src/adapters/feeds/reads.ts";
import { page, rss } from "../../fakes/feeds.ts";

const contentOf = (text: string) => ({
  url: "https://gazette.example/a",
  contentType: "text/html; charset=utf-8",
  body: Buffer.from(text),
  etag: null,
  lastModified: null,
  maxAgeMs: null,
});
const counted = (count: number, each: (at: number) => string) => Array.from({ length: count }, (_, at) => each(at)).join("");

it("gives the newest 2,000 entries of a feed, and says how many it holds", () => {
  const items = counted(
    3000,
    (at) =>
      `<item><guid>g${at}</guid><title>T</title><pubDate>${new Date(Date.UTC(2026, 9, 1) + at * 1000).toUTCString()}</pubDate></item>`,
  );
  const read = READS.feed(contentOf(rss([]).replace("</channel>", `${items}</channel>`)));
  if (read.kind !== "feed") throw new Error(read.sentence);
  expect(read.feed.items).toHaveLength(2000);
  expect(read.feed.items[0]?.guid).toBe("g2999");
  expect(read.feed.notes).toEqual(["It has 3000 entries; I read the newest 2000."]);
});

it("gives 1,000 addresses of a sitemap, its site's own and the newest, and says how many are left", () => {
  const day = (at: number) => new Date(Date.UTC(2026, 9, 1) + at * 60_000).toISOString();
  const urls = counted(3000, (at) => `<url><loc>https://www.gazette.example/${at}</loc><lastmod>${day(at)}</lastmod></url>`);
  const others = counted(50, (at) => `<url><loc>https://other.example/${at}</loc><lastmod>2026-11-20</lastmod></url>`);
  const content = contentOf(`<urlset>${others}${urls}</urlset>`);
  const sitemap = READS.sitemap({ content, siteUrl: "https://gazette.example/", since: "2026-10-02" });
  expect(sitemap?.items.map(({ url }) => url).slice(0, 2)).toEqual([
    "https://www.gazette.example/2999",
    "https://www.gazette.example/2998",
  ]);
  expect([sitemap?.items.length, sitemap?.left]).toEqual([1000, 560]);
});

it("takes 5,000 feeds of an OPML file, in however many groups they stand", () => {
  const group = (name: number) =>
    `<outline text="${name}">${counted(100, (at) => `<outline xmlUrl="https://gazette.example/${name}/${at}"/>`)}</outline>`;
  const groups = READS.outlines(`<opml version="2.0"><body>${counted(80, group)}</body></opml>`);
  expect(groups?.flatMap(({ outlines }) => outlines)).toHaveLength(5000);
});

it("names a hundred feeds of a page, each once", () => {
  const link = (at: number) => `<link rel="alternate" type="application/rss+xml" href="/feed/${at % 500}">`;
  expect(READS.feedLinks(contentOf(page("talks", { head: counted(2000, link) })))).toHaveLength(100);
});

it("takes no text of more than 300,000 characters for an article", () => {
  const paragraph =
    "<p>The ministers met in the harbour, and spoke of grain, of fish and of the cables between their coasts.</p>";
  const read = READS.article(contentOf(`<html><body><article>${paragraph.repeat(4000)}</article></body></html>`));
  expect(read).toMatchObject({ text: "", barrier: "The page has more than 300000 characters of text, too many for an article." });
});
