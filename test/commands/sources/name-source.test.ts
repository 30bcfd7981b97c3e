import { afterEach, beforeEach, expect, it } from "vitest";
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

it("says how a name is given, and refuses one without letters", async () => {
  const name = (target?: string) => desk.ask({ kind: "sources-manage", action: "name", target });
  expect((await name("mondays")).words).toContain("/sources name example.org as The Example Post");
  expect((await name("mondays as 123")).words).toContain("has letters");
  expect(await publishers()).toEqual(["The Harbour Gazette"]);
});
