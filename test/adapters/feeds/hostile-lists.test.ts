import { expect, it } from "vitest";
import { findFeedLinks } from "../../../src/adapters/feeds/find-feed-links.ts";
import { readOpml } from "../../../src/adapters/feeds/opml.ts";
import { readGdelt } from "../../../src/adapters/feeds/read-gdelt.ts";
import { keyItems } from "../../../src/ingest/sources/choose-items.ts";

const GDELT = "https://api.gdeltproject.org/api/v2/doc/doc?query=fisheries&mode=artlist&format=json";
const outline = (at: number) => `<outline text="Feed ${at}" xmlUrl="https://gazette.example/${at}/feed"/>`;
const times = (count: number, make: (at: number) => string) => Array.from({ length: count }, (_, at) => make(at)).join("");

it("gives the first 5000 feeds of a list of 10,000 that breaks off in a tag", () => {
  const whole = `<opml version="2.0"><body><outline text="World">${times(10_000, outline)}`;
  for (const cut of [whole.slice(0, -20), whole.slice(0, 400_000), `${whole}<outline text="Half" xmlUrl="https://gaz`]) {
    const groups = readOpml(cut);
    expect(groups?.map(({ name, outlines }) => [name, outlines.length])).toEqual([["World", 5000]]);
  }
});

it("gives of a short list that breaks off in a tag the feeds that stand whole before it", () => {
  const cut = `<opml version="2.0"><body>${times(10, outline)}`.slice(0, -10);
  expect(readOpml(cut)?.flatMap(({ outlines }) => outlines)).toHaveLength(9);
});

it("reads an answer of GDELT of five megabytes, and takes 200 entries of it", () => {
  const article = (at: number) => ({
    url: `https://gazette.example/story-${at}`,
    title: `Ministers meet , again : ${at} `,
    seendate: "x".repeat(120),
  });
  const json = JSON.stringify({ articles: Array.from({ length: 22_000 }, (_, at) => article(at)) });
  expect(json.length).toBeGreaterThan(4_500_000);
  const feed = readGdelt(json, GDELT);
  expect(feed?.items).toHaveLength(22_000);
  expect(feed?.items[0]).toMatchObject({ title: "Ministers meet, again: 0", publishedAt: null });
  const items = (feed?.items ?? []).map((item) => ({ ...item, fingerprint: item.url ?? "" }));
  expect(keyItems({ ...mustRead(feed), items }).filter(({ drop }) => drop === null)).toHaveLength(200);
});

it("takes no answer of GDELT that breaks off, or is nested without end, for a list", () => {
  expect(readGdelt(`{"articles": [{"url": "https://gazette.example/1", "title": "Tal`, GDELT)).toBeNull();
  expect(readGdelt(`{"articles": ${"[".repeat(100_000)}${"]".repeat(100_000)}}`, GDELT)?.items ?? []).toEqual([]);
});

it("names a hundred feeds of a page that names ten thousand in headers, links and anchors", () => {
  const header = Array.from(
    { length: 100 },
    (_, at) => `<https://gazette.example/h${at}>; rel=alternate; type="application/rss+xml"`,
  );
  const link = (at: number) => `<link rel="alternate" type="application/rss+xml" href="/l${at}">`;
  const body = Buffer.from(
    `<html><head>${times(5000, link)}</head><body>${times(5000, (at) => `<a href="/a${at}/feed">RSS</a>`)}</body></html>`,
  );
  const content = {
    url: "https://gazette.example/",
    contentType: "text/html",
    etag: null,
    lastModified: null,
    maxAgeMs: null,
    body,
  };
  expect(findFeedLinks({ ...content, linkHeader: `${header.join(", ")}, <, <<>>; rel=, ${", ".repeat(4000)}` })).toHaveLength(
    100,
  );
  expect(findFeedLinks(content)).toHaveLength(100);
});

function mustRead<Value>(value: Value | null): Value {
  if (value === null) throw new Error("It was not read.");
  return value;
}
