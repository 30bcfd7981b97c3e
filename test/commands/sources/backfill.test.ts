import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { page, rss, wholeText } from "../../fakes/feeds.ts";
import { openSiteDesk, type SourceDesk } from "../../fakes/source-desk.ts";
import { FakeSite } from "../../servers/fake-site.ts";

const NOW = Date.parse("2026-03-20T12:00:00Z");
const DAY_MS = 86_400_000;

let site: FakeSite;
let desk: SourceDesk;
let close: () => Promise<void>;

beforeEach(async () => {
  ({ site, desk, close } = await openSiteDesk(() => ({ clock: { now: () => NOW }, findsNothing: true })));
});

afterEach(() => close());

const entry = (name: string) => ({ title: `Dispatch ${name}`, guid: name, link: `${site.url}/${name}`, text: wholeText(name) });
const older = (url: string, rel = "prev-archive") =>
  `<atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="${rel}" href="${url}"/>`;
/** A document of a feed with its entries, and where the ones before them are. */
const archive = (names: string[], before: string | null) => rss(names.map(entry), { head: before === null ? "" : older(before) });

async function backfill(target = `${site.url}/feed`) {
  const { words, data } = await desk.ask({ kind: "sources-manage", action: "add", target, backfill: true });
  return { words, older: data["older"] };
}

/** The names of what is stored, once everything that waits was read. */
async function stored(): Promise<string[]> {
  await desk.sources.poller.poll({ workspaceId: null, isForced: true });
  await desk.sources.poller.read({ workspaceId: null });
  const articles = await desk.store.articles.find("terminal", { limit: 500 });
  return articles.map(({ url }) => (url ?? "").replace(`${site.url}/`, "")).sort();
}

describe("the archive pages of a feed", () => {
  it("are read back to the oldest one, and a second time brings nothing twice", async () => {
    site.serve("/feed", archive(["new-1", "new-2"], `${site.url}/archive/2`));
    site.serve("/archive/2", archive(["two-1", "two-2"], "/archive/1"));
    site.serve("/archive/1", archive(["one-1"], null));
    const first = await backfill();
    expect(first.words).toContain("Added 3 older entries from its archive pages.");
    expect(await stored()).toEqual(["new-1", "new-2", "one-1", "two-1", "two-2"]);
    const again = await backfill();
    expect(again.words).toContain("You already follow");
    expect(again.words).toContain("No older entries are new from its archive pages.");
    expect(await stored()).toHaveLength(5);
    const why = await desk.ask({ kind: "sources-manage", action: "why" });
    expect(why.words).toContain("3 entries, 3 new. Somebody requested older entries.");
  });

  it("are followed as pages of a feed as well (rel=next)", async () => {
    site.serve("/feed", rss([entry("new-1")], { head: older("/feed?page=2", "next") }));
    site.paths.set("/feed?page=2", (_request, response) => response.end(archive(["two-1"], null)));
    expect((await backfill()).older).toBe(1);
    expect(await stored()).toEqual(["new-1", "two-1"]);
  });

  it("end where they lead back to themselves, and where they have no end", async () => {
    site.serve("/feed", archive(["new-1"], `${site.url}/a`));
    site.serve("/a", archive(["a-1"], `${site.url}/b`));
    site.serve("/b", archive(["b-1"], `${site.url}/a`));
    expect((await backfill()).older).toBe(2);
    expect([site.asked("/a"), site.asked("/b")]).toEqual([1, 1]);
    let served = 0;
    site.serve("/endless", archive(["new-9"], "/more?from=0"));
    site.paths.set("/more", (_request, response) => {
      served += 1;
      response.end(archive([`more-${served}`], `/more?from=${served}`));
    });
    expect((await backfill(`${site.url}/endless`)).older).toBe(10);
    expect(served).toBe(10);
  });

  it("bring the newest two hundred entries, and say how many were left out", async () => {
    const many = Array.from({ length: 250 }, (_, at) => ({
      ...entry(`old-${at}`),
      date: new Date(NOW - (at + 1) * 3_600_000).toUTCString(),
    }));
    site.serve("/feed", archive(["new-1"], "/archive"));
    site.serve("/archive", rss(many));
    const { words, older: found } = await backfill();
    expect(found).toBe(200);
    expect(words).toContain("Added 200 older entries from its archive pages. I left out 50 older ones.");
    const names = await stored();
    expect(names).toHaveLength(201);
    expect(names).toContain("old-199");
    expect(names).not.toContain("old-200");
  });

  it.each([
    ["is missing", (): [number, string] => [404, "gone"], "has nothing at this address (404)"],
    [
      "is a web page",
      (): [number, string] => [200, "<!doctype html><html><body>Sorry.</body></html>"],
      "has a web page, not a feed",
    ],
    ["is cut to pieces", (): [number, string] => [200, "<rss><channel><it"], "XML is broken"],
  ])("keep what came before a page that %s, and say so", async (_what, answer, told) => {
    site.serve("/feed", archive(["new-1"], "/archive/3"));
    site.serve("/archive/3", archive(["three-1"], "/archive/2"));
    site.paths.set("/archive/2", (_request, response) => {
      const [status, body] = answer();
      response.writeHead(status).end(body);
    });
    site.serve("/archive/1", archive(["one-1"], null));
    const { words } = await backfill();
    expect(words).toContain("Added one older entry from its archive pages. I could not read its archive page 2.");
    expect(words).toContain(told);
    expect(await stored()).toEqual(["new-1", "three-1"]);
  });

  it("of another host are read by the same rules: what may not be reached is not, and is told", async () => {
    const other = new FakeSite();
    await other.listen();
    site.serve("/feed", archive(["new-1"], `${other.url}/archive`));
    other.serve("/archive", archive(["old-1"], "http://10.1.2.3/archive"));
    const { words } = await backfill();
    expect(words).toMatch(/Added one older entry .*I could not read its archive page 2\. .*10\.1\.2\.3/);
    expect(await stored()).toEqual(["new-1", "old-1"]);
    await other.close();
  });
});

describe("the sitemap of a site", () => {
  const urlset = (rows: { loc: string; daysAgo?: number; title?: string }[]) =>
    `<urlset xmlns:news="x">${rows.map((row) => `<url><loc>${row.loc}</loc>${dated(row)}${titled(row)}</url>`).join("")}</urlset>`;
  const day = (daysAgo: number) => new Date(NOW - daysAgo * DAY_MS).toISOString();
  const dated = ({ daysAgo }: { daysAgo?: number }) => (daysAgo === undefined ? "" : `<lastmod>${day(daysAgo)}</lastmod>`);
  const titled = ({ title }: { title?: string }) =>
    title === undefined ? "" : `<news:news><news:title>${title}</news:title></news:news>`;
  const index = (rows: { loc: string; daysAgo?: number }[]) =>
    `<sitemapindex>${rows.map((row) => `<sitemap><loc>${row.loc}</loc>${dated(row)}</sitemap>`).join("")}</sitemapindex>`;
  const servePage = (name: string) => site.serve(`/${name}`, page(name), { "content-type": "text/html" });

  it("gives the pages of the last month that are its own, and not what the feed shows", async () => {
    for (const name of ["new-1", "week", "month", "undated", "titled"]) servePage(name);
    site.serve("/feed", rss([entry("new-1")], { head: `<link>${site.url}/</link>` }));
    site.serve(
      "/sitemap.xml",
      urlset([
        { loc: `${site.url}/new-1`, daysAgo: 0 },
        { loc: `${site.url}/week`, daysAgo: 7 },
        { loc: `${site.url}/month`, daysAgo: 40 },
        { loc: `${site.url}/undated` },
        { loc: "https://elsewhere.example/week", daysAgo: 1 },
        { loc: `${site.url}/titled`, daysAgo: 2, title: "On the harbour" },
      ]),
    );
    expect((await backfill()).words).toContain("Added 2 older entries from its site's sitemap.");
    expect(await stored()).toEqual(["new-1", "titled", "week"]);
  });

  it("is read in its newest parts, at most five, however it is nested and even where it holds itself", async () => {
    site.serve("/feed", rss([entry("new-1")]));
    const parts = [1, 2, 3, 4, 5, 6].map((part) => ({ loc: `${site.url}/part-${part}.xml`, daysAgo: part }));
    site.serve(
      "/sitemap.xml",
      index([{ loc: `${site.url}/sitemap.xml`, daysAgo: 0 }, ...parts.reverse(), { loc: `${site.url}/old.xml`, daysAgo: 90 }]),
    );
    for (const part of [1, 2, 3, 4, 5, 6]) {
      servePage(`page-${part}`);
      site.serve(`/part-${part}.xml`, urlset([{ loc: `${site.url}/page-${part}`, daysAgo: part }]));
    }
    site.serve("/part-2.xml", "<html>an error page</html>");
    expect((await backfill()).older).toBe(3);
    expect(site.requests.filter(({ path }) => path.endsWith(".xml")).map(({ path }) => path)).toEqual([
      "/sitemap.xml",
      ...[1, 2, 3, 4].map((part) => `/part-${part}.xml`),
    ]);
    expect(await stored()).toEqual(["new-1", "page-1", "page-3", "page-4"]);
  });

  it("of which the index gives no dates is read all the same", async () => {
    servePage("page-1");
    site.serve("/feed", rss([entry("new-1")]));
    site.serve("/sitemap.xml", index([{ loc: `${site.url}/part.xml` }]));
    site.serve("/part.xml", urlset([{ loc: `${site.url}/page-1`, daysAgo: 3 }]));
    expect((await backfill()).older).toBe(1);
  });

  it("that there is none is said", async () => {
    site.serve("/feed", rss([entry("new-1")]));
    expect((await backfill()).words).toContain("It offers no older entries: neither archive pages nor a sitemap.");
    expect(await stored()).toEqual(["new-1"]);
  });
});
