import { describe, expect, it } from "vitest";
import { READS } from "../../../src/adapters/feeds/reads.ts";
import { readRefresh } from "../../../src/adapters/web/read-refresh.ts";

const page = (html: string) => ({
  url: "https://gazette.example/world/",
  contentType: "text/html; charset=utf-8",
  body: Buffer.from(html),
  etag: null,
  lastModified: null,
  maxAgeMs: null,
});
const feedsOf = (head: string, body = "") =>
  READS.feedLinks(page(`<html><head>${head}</head><body>${body}</body></html>`)).map(({ url }) => url);

describe("a page in old or careless markup", () => {
  it("names its feeds and its day in capitals", () => {
    expect(feedsOf('<LINK REL="ALTERNATE" TYPE="application/RSS+XML" HREF="/f.xml">')).toEqual(["https://gazette.example/f.xml"]);
    const meta =
      '<HTML><HEAD><META NAME="DC.date" CONTENT="2026-11-24"><TITLE>Talks</TITLE></HEAD><BODY><P>They met.</P></BODY></HTML>';
    expect(READS.article(page(meta)).publishedAt).toBe("2026-11-24");
  });

  it("names its feeds against its base, and in a folder of feeds", () => {
    const base = '<base href="https://static.gazette.example/x/">';
    expect(feedsOf(`${base}<link rel="alternate" type="application/atom+xml" href="feed.xml">`)).toEqual([
      "https://static.gazette.example/x/feed.xml",
    ]);
    expect(feedsOf("", '<a href="/rss/world.xml"><img src="rss.png" alt=""></a>')).toEqual([
      "https://gazette.example/rss/world.xml",
    ]);
  });

  it("holds linked data behind the marks of a script's comment", () => {
    const data = '//<![CDATA[\n{"@type":"NewsArticle","headline":"Talks\nin Lisbon","datePublished":"2026-11-24"}\n//]]>';
    const html = `<html><head><script type="application/ld+json">${data}</script></head><body><p>They met.</p></body></html>`;
    expect(READS.article(page(html)).publishedAt).toBe("2026-11-24");
  });

  it.each([
    ["without quotation marks", "<meta http-equiv=refresh content=0;url=/b>", "/b"],
    ["with a comma in the address", '<meta http-equiv="refresh" content="1; url=/b,c">', "/b,c"],
    ["not where it is commented out", '<!-- <meta http-equiv="refresh" content="0; url=/b"> --><p>Text</p>', null],
  ])("sends its readers on %s", (_, html, target) => {
    expect(readRefresh(Buffer.from(html), "text/html")).toBe(target);
  });
});
