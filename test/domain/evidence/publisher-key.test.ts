import { expect, it } from "vitest";
import { outletsOf, publisherKey } from "../../../src/domain/evidence/publisher-key.ts";

const keyOf = (url: string | null, publisher: string | null) => publisherKey({ id: "a1", url, publisher });

it("two feeds of one outlet are one publisher, whatever they are called", () => {
  expect(keyOf("https://www.gazette.org/asia/1", "Gazette: Asia")).toBe(keyOf("https://edition.gazette.org/2", "Gazette: World"));
  expect(keyOf("https://www.gazette.co.uk/1", "Gazette")).not.toBe(keyOf("https://www.courier.co.uk/1", "Courier"));
});

it("two outlets on one platform are two, and where there is no address, the name tells", () => {
  expect(keyOf("https://news.google.com/articles/1", "Gazette")).not.toBe(keyOf("https://news.google.com/articles/2", "Courier"));
  expect(keyOf(null, "Gazette")).toBe("Gazette");
  expect(keyOf(null, null)).toBe("a1");
});

it("an outlet that the desk named is one publisher on all of its sites, whoever brings its articles", () => {
  const outlets = outletsOf([
    { url: "https://www.gazette.org/feed", publisher: "Gazette" },
    { url: "https://gazette.co.uk/rss", publisher: "Gazette" },
    { url: "https://news.google.com/rss/search?q=fish", publisher: "Searched" },
    { url: "https://courier.org/asia", publisher: "Courier Asia" },
    { url: "https://courier.org/world", publisher: "Courier World" },
    { url: "https://herald.org/feed", publisher: null },
  ]);
  // A site with two names, or of many publishers, says nothing of who its articles are by.
  expect([...outlets]).toEqual([
    ["gazette.org", "Gazette"],
    ["gazette.co.uk", "Gazette"],
  ]);
  const keys = ["https://m.gazette.org/1", "https://gazette.co.uk/2"].map((url) =>
    publisherKey({ id: url, url, publisher: "Anything", outlet: "Gazette" }),
  );
  expect(new Set(keys).size).toBe(1);
});
