import { afterEach, beforeEach, expect, it } from "vitest";
import { openStore, type Store } from "../../../src/adapters/prisma/open-store.ts";
import { createSources } from "../../../src/app/wire-sources.ts";
import { AppError } from "../../../src/domain/errors.ts";
import { extractArticle } from "../../../src/extract/extract-article.ts";
import { forgetArticle } from "../../../src/ingest/forget-article.ts";
import { temporaryFolder } from "../../adapters/prisma/temporary-database.ts";
import { rss, wholeText } from "../../fakes/feeds.ts";
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

it("drops an entry whose text hangs its thread, or whose article was forgotten, tells no operator of it, and keeps the others", async () => {
  const entries = ["one", "hangs", "forgotten"].map((name) => ({
    title: `Dispatch ${name}`,
    guid: name,
    link: `${site.url}/article/${name}`,
    text: wholeText(name),
  }));
  site.paths.set("/feed", (_request, response) => void response.end(rss(entries)));
  const source = { workspaceId: "terminal", url: `${site.url}/feed`, kind: "feed" as const, title: null };
  await store.followed.sources.add({ ...source, addedBy: null, addedIn: null, atMs: Date.now() });
  const failures: unknown[] = [];
  const sources = createSources(LOOPBACK_SOURCES, {
    store,
    clock: { now: () => Date.now() },
    readers: directReaders(),
    extract: async (article) => {
      if (article.url?.endsWith("/hangs") === true)
        throw new AppError("bad-input", "The text took longer than 30 seconds to read.");
      return extractArticle(article);
    },
    wake: () => undefined,
    tell: async () => [],
    onFailure: (error) => void failures.push(error),
  });
  const everything = { workspaceId: null, isForced: true };
  await sources.poller.poll(everything);
  expect(await sources.poller.read(everything)).toMatchObject({ new: 2, dropped: 1, later: 0 });
  expect(await forgetArticle(store.evidence, "terminal", { id: "x", url: `${site.url}/article/forgotten` })).toBe(true);
  // The publisher changes the text of what was forgotten: it does not come back by that.
  site.paths.set("/feed", (_request, response) => {
    const changed = entries.map((entry) => ({ ...entry, text: `${entry.text}<p>An addition.</p>` }));
    response.end(rss(changed));
  });
  await sources.poller.poll(everything);
  await sources.poller.read(everything);
  const left = await store.articles.find("terminal", { limit: 9 });
  expect(left.map((article) => article.url)).toEqual([`${site.url}/article/one`]);
  expect(failures).toEqual([]);
  await sources.close();
});
