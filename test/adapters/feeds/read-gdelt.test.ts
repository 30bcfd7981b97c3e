import { expect, it } from "vitest";
import { READS } from "../../../src/adapters/feeds/reads.ts";

const API = "https://api.gdeltproject.org/api/v2/doc/doc?query=fish&mode=artlist&format=json";
const read = (value: unknown, url = API) => {
  const body = Buffer.from(typeof value === "string" ? value : JSON.stringify(value));
  return READS.feed({ url, contentType: "application/json", body, etag: null, lastModified: null, maxAgeMs: null });
};

it("reads GDELT's list of articles as a feed of headlines, without the date on which GDELT saw them", () => {
  const article = {
    url: "https://gazette.example/talks",
    title: "Ministers meet , agree on 5 % more fish",
    seendate: "20260304T101500Z",
    domain: "gazette.example",
    language: "English",
  };
  const found = read({
    articles: [article, { title: "no address" }, { url: "javascript:alert(1)", title: "no web address" }, null],
  });
  expect(found.kind === "feed" && found.feed.items).toMatchObject([
    {
      url: "https://gazette.example/talks",
      title: "Ministers meet, agree on 5% more fish",
      publisher: "gazette.example",
      publishedAt: null,
      html: null,
    },
  ]);
});

it("takes GDELT's empty object for no articles, and no other's", () => {
  expect(read("{}")).toMatchObject({ kind: "feed", feed: { items: [] } });
  expect(read("{}", "https://gazette.example/feed.json")).toMatchObject({ kind: "no-feed" });
  expect(read("Your query was too short.")).toMatchObject({ kind: "no-feed" });
});
