import { expect, it } from "vitest";
import { READS } from "../../../src/adapters/feeds/reads.ts";
import { rss } from "../../fakes/feeds.ts";

const read = (text: string) => {
  const found = READS.feed({
    url: "https://gazette.example/feed",
    contentType: "application/rss+xml; charset=utf-8",
    body: Buffer.from(text),
    etag: null,
    lastModified: null,
    maxAgeMs: null,
  });
  return found.kind === "feed" ? { ...found.feed, titles: found.feed.items.map(({ title }) => title) } : found.sentence;
};
const BROKEN = "<description>wind <now</description>";
const item = (title: string, rest = "") => `<item><title>${title}</title>${rest}</item>`;
const feed = (...items: string[]) => rss([]).replace("</channel>", `${items.join("")}</channel>`);

it("reads a stray < as text, in a title and in a description", () => {
  expect(read(feed(item("Fish < 20,000 as talks end", "<description>3 < 4</description>"), item("Cables")))).toMatchObject({
    titles: ["Fish < 20,000 as talks end", "Cables"],
    notes: ["Its XML has a “<” that begins no tag. I read it as text."],
  });
});

it("drops the one entry whose XML is broken, and counts and names it", () => {
  expect(read(feed(item("Talks"), item("Storms", BROKEN), item("Cables")))).toMatchObject({
    title: "The Harbour Gazette",
    titles: ["Talks", "Cables"],
    notes: ["Its XML is broken. I dropped 1 of 3 entries: “Storms”."],
  });
});

it("names three of many that it drops", () => {
  const broken = [1, 2, 3, 4, 5].map((at) => item(`Storm ${at}`, BROKEN));
  expect(read(feed(...broken, item("Cables")))).toMatchObject({
    titles: ["Cables"],
    notes: ["Its XML is broken. I dropped 5 of 6 entries: “Storm 1”, “Storm 2”, “Storm 3” and 2 more."],
  });
});

it("reads the entries behind a tag that one of them leaves open", () => {
  expect(read(feed(item("Talks"), item("Storms", "<b><i>wind</b>"), item("Cables")))).toMatchObject({
    titles: ["Talks", "Storms", "Cables"],
    notes: ["Its XML is broken. I read its entries one by one."],
  });
});

it("reads the entries of a feed whose head is broken, and keeps what the head says plainly", () => {
  const broken = feed(item("Talks"), item("Cables")).replace("<item>", '<category text="x"><language>en-GB</language><item>');
  expect(read(broken)).toMatchObject({ title: "The Harbour Gazette", language: "en", titles: ["Talks", "Cables"] });
});

it("reads the entries of Atom alone, too, with its names", () => {
  const entry = (title: string, rest = "") => `<entry><id>${title}</id><title>${title}</title>${rest}</entry>`;
  const atom = `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Tides</title>${entry("Talks")}${entry("Storms", "<b>")}${entry("Cables")}</feed>`;
  expect(read(atom)).toMatchObject({ title: "Tides", titles: ["Talks", "Storms", "Cables"] });
});

it("reads a feed that breaks off up to there, whatever is broken before", () => {
  const broken = `${feed(item("Talks"), item("Storms", BROKEN)).split("</channel>")[0]}<item><title>Cab`;
  expect(read(broken)).toMatchObject({
    titles: ["Talks"],
    notes: ["The feed breaks off. I read the entries before that.", "Its XML is broken. I dropped 1 of 2 entries: “Storms”."],
  });
});

it("calls no feed read of which no entry can be", () => {
  expect(read(feed(item("Storms", BROKEN), item("Cables", BROKEN)))).toBe("The feed's XML is broken.");
});

it("takes two thousand broken entries in good time", () => {
  const many = Array.from({ length: 2000 }, (_, at) => item(`Storm ${at}`, at % 2 === 0 ? BROKEN : ""));
  expect(read(feed(...many))).toMatchObject({ titles: { length: 1000 } });
});
