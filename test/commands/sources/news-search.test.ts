import { afterEach, beforeEach, expect, it } from "vitest";
import { page, rss } from "../../fakes/feeds.ts";
import { openSiteDesk, type SourceDesk } from "../../fakes/source-desk.ts";
import type { FakeSite } from "../../servers/fake-site.ts";

let site: FakeSite;
let desk: SourceDesk;
let close: () => Promise<void>;

beforeEach(async () => {
  ({ site, desk, close } = await openSiteDesk(({ url }) => ({
    findsNothing: true,
    settings: { searchUrl: `${url}/search?q={query}&again={query}` },
  })));
});

afterEach(() => close());

const add = (target: string) => desk.ask({ kind: "sources-manage", action: "add", target });

it("asks the search for the words as they were typed, and reads each article as its own publisher's, without that name in the headline", async () => {
  const head = (name: string) => `Ministers speak of fish - ${name}`;
  const entries = ["The Gazette", "Harbour Post"].map((name, at) => ({
    title: head(name),
    guid: `g${at}`,
    link: `${site.url}/go/${at}`,
    text: `<a href="${site.url}/go/${at}">Ministers speak of fish</a> <font>${name}</font>`,
  }));
  const searched = rss(entries, { title: "fish - News" }).replace(
    /<title>[^<]* - (The Gazette|Harbour Post)<\/title>/g,
    (tag, name) => {
      return `${tag}<source url="https://gazette.example">${name}</source>`;
    },
  );
  site.serve("/search", searched);
  for (const at of [0, 1]) {
    site.paths.set(`/go/${at}`, (_request, response) => response.writeHead(302, { location: `/story/${at}` }).end());
    site.serve(`/story/${at}`, page("Ministers speak of fish", { head: `<link rel="canonical" href="/story/${at}">` }), {
      "content-type": "text/html",
    });
  }
  const { words } = await add('fish & "cables" $&');
  expect(words).toContain('News on fish & "cables" $&');
  expect(site.requests[0]?.path).toBe("/search?q=fish%20%26%20%22cables%22%20%24%26&again=fish%20%26%20%22cables%22%20%24%26");
  await desk.read();
  const found = await desk.store.articles.load("terminal", [`${site.url}/story/0`, `${site.url}/story/1`]);
  expect(found.map(({ title, publisher }) => [title, publisher])).toEqual([
    ["Ministers speak of fish", "The Gazette"],
    ["Ministers speak of fish", "Harbour Post"],
  ]);
});

it("says what the search answered where that is no list of articles", async () => {
  site.serve("/search", "Your search was too short.", { "content-type": "text/plain" });
  await expect(add("eu")).resolves.toMatchObject({ data: { error: expect.stringContaining("I added nothing.") } });
});

it("says that a search must be set up, where none is", async () => {
  const none = await openSiteDesk();
  const { words } = await none.desk.ask({ kind: "sources-manage", action: "add", target: "fish and cables" });
  expect(words).toContain("SEARCH_FEED_URL");
  await none.close();
});
