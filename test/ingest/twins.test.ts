import { afterEach, beforeEach, expect, it } from "vitest";
import { openStore, type Store } from "../../src/adapters/prisma/open-store.ts";
import { extractArticle } from "../../src/extract/extract-article.ts";
import { forgetArticle } from "../../src/ingest/forget-article.ts";
import { sightArticle, storeArticle } from "../../src/ingest/store-article.ts";
import { temporaryFolder } from "../adapters/prisma/temporary-database.ts";

let place: ReturnType<typeof temporaryFolder>;
let store: Store;

beforeEach(async () => {
  place = temporaryFolder();
  store = await openStore({ url: `file:${place.path("store.db")}` });
});

afterEach(async () => {
  await store.close();
  place.remove();
});

const articleAt = (url: string, text: string) => ({
  ...{ id: url, url, title: "Talks", publisher: "Gazette", author: null, publishedAt: "2026-03-04", language: "en" },
  text,
});

async function see(url: string, text = "Ministers met in Lisbon on Wednesday.") {
  const seeing = {
    extract: async (article: Parameters<typeof extractArticle>[0]) => extractArticle(article),
    clock: { now: () => 0 },
  };
  return storeArticle(
    store.evidence,
    "terminal",
    await sightArticle(seeing, articleAt(url, text), { workspaceId: "terminal", sourceKey: null }),
  );
}

it("a page for telephones or AMP is the article that is stored, and its other layout no correction", async () => {
  expect(await see("https://www.gazette.org/world/talks")).toBe("new");
  expect(await see("https://m.gazette.org/world/talks", "Ministers met in Lisbon.")).toBe("unchanged");
  expect(await see("https://www.gazette.org/world/talks/amp", "AMP: Ministers met in Lisbon.")).toBe("unchanged");
  expect(await see("https://www.gazette.org/world/talks", "Ministers met in Lisbon on Thursday.")).toBe("updated");
  expect(await see("https://www.gazette.org/world/other")).toBe("new");
  expect(await store.articles.count("terminal")).toBe(2);
});

it("a like address on a telephone's host with another text is another article", async () => {
  expect(await see("https://www.gazette.org/story/17")).toBe("new");
  expect(await see("https://m.gazette.org/story/17", "Storms closed three harbours along the northern coast.")).toBe("new");
  expect(await see("https://www.gazette.org/story/17")).toBe("unchanged");
  expect(await store.articles.count("terminal")).toBe(2);
});

it("the twin of an article that was deleted does not bring it back", async () => {
  const url = "https://www.gazette.org/world/talks";
  await see(url);
  expect(await forgetArticle(store.evidence, "terminal", { id: url, url })).toBe(true);
  await expect(see("https://m.gazette.org/world/talks")).rejects.toThrow("A manager deleted");
});
