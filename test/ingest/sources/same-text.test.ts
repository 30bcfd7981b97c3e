import { afterEach, beforeEach, expect, it } from "vitest";
import { openStore, type Store } from "../../../src/adapters/prisma/open-store.ts";
import { createSources } from "../../../src/app/wire-sources.ts";
import { extractArticle } from "../../../src/extract/extract-article.ts";
import { temporaryFolder } from "../../adapters/prisma/temporary-database.ts";
import { page, rss } from "../../fakes/feeds.ts";
import { directReaders } from "../../fakes/readers.ts";
import { LOOPBACK_SOURCES } from "../../fakes/source-settings.ts";
import { FakeSite } from "../../servers/fake-site.ts";

let place: ReturnType<typeof temporaryFolder>;
let site: FakeSite;
let store: Store;

beforeEach(async () => {
  place = temporaryFolder();
  site = new FakeSite();
  await site.listen();
  store = await openStore({ url: `file:${place.path("store.db")}` });
});

afterEach(async () => {
  await store.close();
  await site.close();
  place.remove();
});

it("takes one text under several headlines for the article of none, the first one included, and says so", async () => {
  const entries = ["Cables to Oslo", "Storm in the harbour", "Today in the fish hall"].map((title, at) => ({
    title,
    guid: `g${at}`,
    link: `${site.url}/article/${at}`,
    text: `${title}: the two ministers met in Lisbon.`,
  }));
  site.paths.set("/feed", (_request, response) => void response.end(rss(entries)));
  for (const at of [0, 1, 2])
    site.paths.set(`/article/${at}`, (_request, response) => {
      response.setHeader("content-type", "text/html; charset=utf-8");
      response.end(page("Today in the harbour"));
    });
  const source = { workspaceId: "terminal", url: `${site.url}/feed`, kind: "feed" as const, title: null };
  const added = await store.followed.sources.add({ ...source, addedBy: null, addedIn: null, atMs: Date.now() });
  const sources = createSources(LOOPBACK_SOURCES, {
    store,
    clock: { now: () => Date.now() },
    readers: directReaders(),
    extract: async (article) => extractArticle(article),
    wake: () => undefined,
    tell: async () => [],
    onFailure: (error) => expect.fail(String(error)),
  });
  const everything = { workspaceId: null, isForced: true };
  await sources.poller.poll(everything);
  await sources.poller.read(everything);
  const { items } = await store.followed.sources.history(added?.id ?? 0, 5);
  const reason = "The page has the same text as the page of another entry.";
  expect(items.map((item) => item.reason)).toEqual([reason, reason, reason]);
  const found = await store.articles.load(
    "terminal",
    entries.map(({ link }) => link),
  );
  expect(found.map(({ text }) => text).sort()).toEqual(entries.map(({ text }) => text).sort());
  await sources.close();
});
