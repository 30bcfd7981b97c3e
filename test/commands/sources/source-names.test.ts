import { afterEach, beforeEach, expect, it } from "vitest";
import { rss, wholeText } from "../../fakes/feeds.ts";
import { openSiteDesk, type SourceDesk } from "../../fakes/source-desk.ts";
import type { FakeSite } from "../../servers/fake-site.ts";

let site: FakeSite;
let desk: SourceDesk;
let close: () => Promise<void>;

beforeEach(async () => {
  ({ site, desk, close } = await openSiteDesk((site) => ({ settings: { searchUrl: `${site.url}/search?q={query}` } })));
  const items = [{ title: "Talks", guid: "1", link: `${site.url}/talks`, text: wholeText("talks") }];
  for (const path of ["/search", "/named", "/unnamed"]) site.serve(path, rss(items));
});

afterEach(() => close());

it("keeps the name that a search or an OPML file gave a source, and takes the feed's where it has none", async () => {
  await desk.ask({ kind: "sources-manage", action: "add", target: "india japan" });
  const opml = `<opml version="2.0"><body><outline text="Harbours" xmlUrl="${site.url}/named"/><outline xmlUrl="${site.url}/unnamed"/></body></opml>`;
  await desk.ask({ kind: "sources-manage", action: "import", target: opml });
  await desk.read();
  const listed = await desk.store.followed.sources.list("terminal");
  expect(listed.map(({ title }) => title)).toEqual(["News on india japan", "Harbours", "The Harbour Gazette"]);
  expect(site.asked("/search?q=india%20japan")).toBeGreaterThan(1);
});
