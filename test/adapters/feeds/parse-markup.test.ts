import { expect, it } from "vitest";
import { htmlToText, plainLine } from "../../../src/adapters/feeds/html-text.ts";
import { parseMarkup } from "../../../src/adapters/feeds/parse-markup.ts";
import { readFeed } from "../../../src/adapters/feeds/read-feed.ts";
import { readArticle } from "../../../src/adapters/feeds/read-page.ts";
import { readSitemap } from "../../../src/adapters/feeds/read-sitemap.ts";

const contentOf = (text: string) => ({
  url: "https://gazette.example/a",
  contentType: "text/html; charset=utf-8",
  body: Buffer.from(text),
  etag: null,
  lastModified: null,
  maxAgeMs: null,
});

it.each([
  ["tags that are nested without an end", "<b>".repeat(100_000) + "</i>".repeat(100_000)],
  ["elements of a drawing that crossed tags leave open in the parser", "<p><svg></p>".repeat(100_000)],
])("stops at %s, where the parser's work would grow with their square", (_, html) => {
  let opened = 0;
  const isWhole = parseMarkup(html, {
    onopentag() {
      opened += 1;
    },
  });
  expect(isWhole).toBe(false);
  expect(opened).toBeLessThan(25_000);
});

it("reads a hundred thousand tags that are closed again, and some that are nested as deep as a page ever is", () => {
  expect(htmlToText("<p><b>a</b></p>".repeat(50_000)).length).toBeGreaterThan(50_000);
  expect(htmlToText(`${"<div>".repeat(150)}deep${"</div>".repeat(150)}`)).toBe("deep");
});

it("says that an entry is nested too deep, has no title out of such a one, and no article out of such a page", () => {
  const sitemap = `<urlset>${"<url>".repeat(100_000)}${"</loc>".repeat(100_000)}</urlset>`;
  const deep = "<b>".repeat(50_000) + "</i>".repeat(37_500);
  expect(() => htmlToText(deep)).toThrow("Its markup is nested too deeply or has too many attributes.");
  expect(plainLine(deep)).toBe(null);
  expect(readArticle(contentOf(`<html>${deep}`)).barrier).toBe("The page is not HTML, or is too large for an article.");
  expect(readSitemap({ content: contentOf(sitemap), siteUrl: "https://gazette.example", since: "2026-01-01" })?.items).toEqual(
    [],
  );
});

it("builds no DOM of a page with an element of a hundred thousand attributes", () => {
  const attributes = Array.from({ length: 100_000 }, (_, at) => `a${at}=b`).join(" ");
  expect(readArticle(contentOf(`<html><div ${attributes}><p>a`)).barrier).toContain("too large");
  expect(() => htmlToText(`<p ${attributes}>a`)).toThrow("too many attributes");
});

it("builds no DOM of a page that is a million pieces of text", () => {
  expect(readArticle(contentOf(`<html><p>${"&amp;".repeat(150_000)}`)).barrier).toContain("too large");
});

it("reads no JSON that is nested deeper than a feed, whatever brackets stand in its texts", () => {
  const feedOf = (items: string) =>
    readFeed(contentOf(`{"version":"https://jsonfeed.org/version/1.1","title":"t","items":[${items}]}`));
  expect(feedOf(`${"[".repeat(100_000)}${"]".repeat(100_000)}`)).toMatchObject({
    kind: "no-feed",
    sentence: "The response is JSON that is nested too deeply.",
  });
  const brackets = JSON.stringify(`${'["\\'.repeat(1000)}${"[".repeat(1000)}`);
  expect(feedOf(`{"id":"1","url":"https://a.example/1","title":"Talks","content_text":${brackets}}`)).toMatchObject({
    kind: "feed",
  });
});
