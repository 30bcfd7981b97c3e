import { expect, it } from "vitest";
import { READS } from "../../../src/adapters/feeds/reads.ts";

function firstOf(text: string) {
  const found = READS.feed({
    url: "https://gazette.example/feed",
    contentType: "application/xml; charset=utf-8",
    body: Buffer.from(text),
    etag: null,
    lastModified: null,
    maxAgeMs: null,
  });
  if (found.kind !== "feed") throw new Error(found.sentence);
  return found.feed.items[0];
}
const NAMES =
  'xmlns:a10="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"';
const rss = (item: string, more = "") =>
  `<rss version="2.0" ${NAMES} ${more}><channel><title>T</title><link>https://gazette.example/</link><item><title>Talks</title>${item}</item></channel></rss>`;

it("reads Atom's address, date, author and text within RSS", () => {
  const item =
    '<a10:link href="/talks"/><a10:updated>2026-11-24T10:00:00Z</a10:updated><a10:author><a10:name>Ana Lund</a10:name></a10:author><a10:content type="html">&lt;p&gt;They met.&lt;/p&gt;</a10:content>';
  expect(firstOf(rss(item))).toMatchObject({
    url: "https://gazette.example/talks",
    publishedAt: "2026-11-24T10:00:00Z",
    author: "Ana Lund",
    html: "<p>They met.</p>",
  });
});

it("takes a podcast's summary and author for text and author", () => {
  const item = "<itunes:author>Ana Lund</itunes:author><itunes:summary>They met in Lisbon.</itunes:summary>";
  expect(firstOf(rss(item))).toMatchObject({ html: "They met in Lisbon.", author: "Ana Lund" });
});

it("takes what describes a film for the text where no other is there", () => {
  const group =
    "<media:group><media:title>Talks</media:title><media:description>They met in Lisbon.</media:description></media:group>";
  expect(firstOf(rss(group))?.html).toBe("<p>They met in Lisbon.</p>");
  expect(firstOf(rss(`<description>Met.</description>${group}`))?.html).toBe("Met.");
  const atom = `<feed xmlns="http://www.w3.org/2005/Atom" ${NAMES}><title>T</title><entry><id>1</id><title>Talks</title>${group}</entry></feed>`;
  expect(firstOf(atom)?.html).toBe("<p>They met in Lisbon.</p>");
});

it("reads relative addresses of RSS against xml:base", () => {
  expect(firstOf(rss("<link>post/1</link>", 'xml:base="https://gazette.example/feeds/"'))?.url).toBe(
    "https://gazette.example/feeds/post/1",
  );
});

it("follows the link that was submitted, and not to its comments", () => {
  const content =
    '&lt;span&gt;&lt;a href="https://other.example/talks?a=1&amp;amp;b=2"&gt;[link]&lt;/a&gt;&lt;/span&gt; &lt;a href="https://gazette.example/r/1"&gt;[comments]&lt;/a&gt;';
  const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><id>1</id><title>Talks</title><link href="https://gazette.example/r/1"/><content type="html">${content}</content></entry></feed>`;
  expect(firstOf(atom)?.url).toBe("https://other.example/talks?a=1&b=2");
});

it.each([
  '<p>First.</p><iframe src="https://film.example/1" /><p>Second.</p>',
  '<p>First.</p><script src="https://film.example/1.js"/><p>Second.</p>',
  '<form id="aspnetForm"><p>First.</p><p>Second.</p></form>',
])("keeps the text behind a frame or script that is closed at once, and in a form: %s", (html) => {
  expect(READS.text(html)).toBe("First.\n\nSecond.");
});
