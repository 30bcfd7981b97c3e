import { afterEach, beforeEach, expect, it } from "vitest";
import { countCoverage } from "../../../src/documents/count-coverage.ts";
import { publisherKey } from "../../../src/domain/evidence/publisher-key.ts";
import { storeArticle } from "../../../src/ingest/store-article.ts";
import { wholeText } from "../../fakes/feeds.ts";
import { openSiteDesk, type SourceDesk } from "../../fakes/source-desk.ts";
import type { FakeSite } from "../../servers/fake-site.ts";

let site: FakeSite;
let desk: SourceDesk;
let close: () => Promise<void>;

beforeEach(async () => {
  ({ site, desk, close } = await openSiteDesk(() => ({})));
  const entry = `<item><title>Talks</title><guid>1</guid><link>${site.url}/talks</link><description><![CDATA[${wholeText("talks")}]]></description></item>`;
  site.serve("/feed", `<rss version="2.0"><channel><title>The Harbour Gazette</title>${entry}</channel></rss>`);
  const opml = `<opml version="2.0"><body><outline text="To read on Mondays" xmlUrl="${site.url}/feed"/></body></opml>`;
  await desk.ask({ kind: "sources-manage", action: "import", target: opml });
  await desk.read();
});

afterEach(() => close());

async function publishers(): Promise<(string | null)[]> {
  const found = await desk.store.articles.find("terminal", { limit: 9 });
  return found.map(({ publisher }) => publisher);
}

it("takes no label of an OPML file for a publisher", async () => {
  expect(await publishers()).toEqual(["The Harbour Gazette"]);
});

it("names the outlet of a source, for stored articles too, until the name is taken back", async () => {
  await desk.ask({ kind: "sources-manage", action: "name", target: "mondays as “Harbour  Post”" });
  expect(await publishers()).toEqual(["Harbour Post"]);
  await desk.ask({ kind: "sources-manage", action: "name", target: "mondays as none" });
  expect(await publishers()).toEqual(["The Harbour Gazette"]);
});

it("counts the sites that sources of one name stand on as one publisher, whoever brought the article, until the name is taken back", async () => {
  const NOTHING = { summary: [], quotes: [], people: [], meetings: [], countries: [], sentences: [] };
  const where = { workspaceId: "terminal", kind: "feed", title: null, addedBy: null, addedIn: null, atMs: Date.now() } as const;
  for (const url of ["https://gazette.org/feed", "https://gazette.co.uk/feed"])
    await desk.store.followed.sources.add({ ...where, url, publisher: "Gazette" });
  const urls = ["https://www.gazette.org/1", "https://gazette.co.uk/2", "https://news.gazette.co.uk/3"];
  for (const url of urls) {
    const article = {
      id: url,
      url,
      title: url,
      publisher: `Page of ${url}`,
      author: null,
      publishedAt: "2026-03-01",
      language: "en",
      text: url,
    };
    await storeArticle(desk.store.evidence, "terminal", { article, extraction: NOTHING, seenAtMs: Date.now(), sourceKey: null });
  }
  const keys = async () => (await desk.store.articles.load("terminal", urls)).map(publisherKey);
  expect(await keys()).toEqual(["Gazette", "Gazette", "Gazette"]);
  const found = await desk.store.articles.find("terminal", { limit: 9 });
  expect(countCoverage(found, ["2026-03-01"]).publishers.map(({ counts }) => counts)).toEqual([[3]]);
  await desk.ask({ kind: "sources-manage", action: "name", target: "gazette.org as none" });
  await desk.ask({ kind: "sources-manage", action: "name", target: "gazette.co.uk as none" });
  expect(await keys()).toEqual(["gazette.org", "gazette.co.uk", "gazette.co.uk"]);
});

it("says how a name is given, and refuses one without letters", async () => {
  const name = (target?: string) => desk.ask({ kind: "sources-manage", action: "name", target });
  expect((await name("mondays")).words).toContain("/sources name example.org as The Example Post");
  expect((await name("mondays as 123")).words).toContain("has letters");
  expect(await publishers()).toEqual(["The Harbour Gazette"]);
});
