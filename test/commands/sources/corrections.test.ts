import { afterEach, beforeEach, expect, it } from "vitest";
import { page, rss, wholeText } from "../../fakes/feeds.ts";
import { openSiteDesk, type SourceDesk } from "../../fakes/source-desk.ts";
import type { FakeSite } from "../../servers/fake-site.ts";

const START = Date.parse("2026-03-04T08:00:00Z");
const HOUR_MS = 3_600_000;
const HTML = { "content-type": "text/html; charset=utf-8" };

let site: FakeSite;
let desk: SourceDesk;
let close: () => Promise<void>;
let nowMs: number;

beforeEach(async () => {
  nowMs = START;
  ({ site, desk, close } = await openSiteDesk(() => ({ clock: { now: () => nowMs } })));
  site.serve("/feed", rss([{ title: "Talks", guid: "1", link: `${site.url}/talks`, text: "Ministers met in Lisbon." }]));
});

afterEach(() => close());

const serve = (text: string, head = "") => site.serve("/talks", page("Talks", { text, head }), HTML);
const follow = () => desk.ask({ kind: "sources-manage", action: "add", target: `${site.url}/feed` });
/** Reads what is due so many hours after the article was first seen; the feed stays as it was. */
async function readAfter(hours: number): Promise<void> {
  nowMs = START + hours * HOUR_MS;
  await desk.sources.poller.read({ workspaceId: null });
}
/** How often the page was asked for since the last question. */
function asked(): number {
  const count = site.asked("/talks");
  site.requests.length = 0;
  return count;
}
const revisions = () => desk.store.articles.revisions("terminal", `${site.url}/talks`);
const gone = () => site.paths.set("/talks", (_request, response) => response.writeHead(410).end());

it("reads a page again twice in the first 48 hours, and keeps what changed as a revision", async () => {
  serve(wholeText("talks"));
  await follow();
  await desk.read();
  asked();
  await readAfter(5);
  expect(asked()).toBe(0);
  serve(wholeText("talks").replace("March 4", "March 3"));
  await readAfter(7);
  expect(asked()).toBe(1);
  expect((await revisions()).map(({ text }) => /March \d/.exec(text)?.[0])).toEqual(
    expect.arrayContaining(["March 4", "March 3"]),
  );
  await readAfter(29);
  expect(asked()).toBe(0);
  await readAfter(31);
  expect(asked()).toBe(1);
  await readAfter(500);
  expect(asked()).toBe(0);
  expect(await revisions()).toHaveLength(2);
});

it.each([
  ["headline", { title: "Talks end early" }],
  ["teaser", { text: "Ministers met in Lisbon, and left early." }],
  ["date", { date: "Wed, 04 Mar 2026 07:30:00 GMT" }],
])("reads a page again at once where the %s of its entry changes", async (_what, change) => {
  serve(wholeText("talks"));
  await follow();
  await desk.read();
  asked();
  const entry = { title: "Talks", guid: "1", link: `${site.url}/talks`, text: "Ministers met in Lisbon." };
  site.serve("/feed", rss([entry]));
  await desk.read();
  expect(asked()).toBe(0);
  serve(wholeText("talks").replace("March 4", "March 3"));
  site.serve("/feed", rss([{ ...entry, ...change }]));
  await desk.read();
  expect(asked()).toBe(1);
  expect((await desk.store.articles.load("terminal", [`${site.url}/talks`]))[0]?.text).toContain("March 3");
});

it("leaves an article as it is where its page cannot be read again", async () => {
  serve(wholeText("talks"));
  await follow();
  await desk.read();
  site.paths.set("/talks", (_request, response) => response.writeHead(503).end());
  await readAfter(7);
  serve("<p>Enable JavaScript and cookies to continue.</p>");
  await readAfter(31);
  expect(await revisions()).toHaveLength(1);
});

it("reads a live blog each hour while it moves, and then as any other", async () => {
  const head = `<script type="application/ld+json">{"@type":"LiveBlogPosting","headline":"Talks"}</script>`;
  serve(wholeText("talks"), head);
  await follow();
  await desk.read();
  asked();
  for (const hour of [1.1, 2.2]) {
    serve(`${wholeText("talks")}<p>At ${hour} o'clock the ministers of both countries went to lunch together.</p>`, head);
    await readAfter(hour);
    expect(asked()).toBe(1);
  }
  await readAfter(3.3);
  expect(asked()).toBe(1);
  await readAfter(4.4);
  expect(asked()).toBe(0);
  await readAfter(7);
  expect(asked()).toBe(1);
});

it("withdraws an article whose page is gone twice: nothing of it is evidence, and who was told of it is told", async () => {
  serve(wholeText("talks"));
  await follow();
  await desk.read();
  await desk.ask({ kind: "digest", action: "follow", topic: "portugal-norway", schedule: "at 8" });
  expect(await desk.store.quotes.find("terminal", { limit: 9, offset: 0 })).not.toHaveLength(0);
  gone();
  await readAfter(7);
  expect(await revisions()).toHaveLength(1);
  await readAfter(9);
  expect(await revisions()).toHaveLength(2);
  expect(await desk.store.quotes.find("terminal", { limit: 9, offset: 0 })).toEqual([]);
  expect(await desk.store.meetings.find("terminal", { limit: 9, offset: 0 })).toEqual([]);
  const listed = await desk.ask({ kind: "sources", about: "portugal" });
  expect(listed.words).toContain("withdrawn by its publisher on 4 March 2026");
  const why = await desk.ask({ kind: "sources-manage", action: "why" });
  expect(why.words).toContain("Its publisher withdrew it. Its page is gone.");
});

it("takes a page that is gone once and back again for a moment's mistake", async () => {
  serve(wholeText("talks"));
  await follow();
  await desk.read();
  gone();
  await readAfter(7);
  serve(wholeText("talks"));
  await readAfter(9);
  gone();
  await readAfter(31);
  expect(await revisions()).toHaveLength(1);
});

it("withdraws an article in whose place its publisher puts a notice", async () => {
  serve(wholeText("talks"));
  await follow();
  await desk.read();
  serve(`<p>This article has been withdrawn because it named the wrong minister in Lisbon.</p>${wholeText("notice")}`);
  await readAfter(7);
  expect(await desk.store.quotes.find("terminal", { limit: 9, offset: 0 })).toEqual([]);
  expect(await desk.store.articles.load("terminal", [`${site.url}/talks`])).toMatchObject([
    { withdrawnAt: new Date(nowMs).toISOString(), sentences: [] },
  ]);
});

it("keeps news of a withdrawal through each reading, and a withdrawn article withdrawn", async () => {
  const news = `<p>We removed the article on the talks, the paper told its readers.</p>${wholeText("talks")}`;
  serve(news);
  await follow();
  await desk.read();
  await readAfter(7);
  serve(news.replace("March 4", "March 3"));
  await readAfter(31);
  expect(await desk.store.quotes.find("terminal", { limit: 9, offset: 0 })).not.toEqual([]);
});

it("a notice that comes again as a changed entry does not bring the article back", async () => {
  serve(wholeText("talks"));
  await follow();
  await desk.read();
  serve(`<p>This article has been withdrawn because it named the wrong minister in Lisbon.</p>${wholeText("notice")}`);
  await readAfter(7);
  site.serve(
    "/feed",
    rss([{ title: "Talks", guid: "1", link: `${site.url}/talks`, text: "Ministers met in Lisbon. (Withdrawn)" }]),
  );
  nowMs += 24 * HOUR_MS;
  await desk.read();
  expect(asked()).toBeGreaterThan(0);
  expect(await desk.store.quotes.find("terminal", { limit: 9, offset: 0 })).toEqual([]);
});

it("withdraws nothing where a whole site is gone, and goes on when it is back", async () => {
  const places = ["Lisbon", "Oslo", "Porto", "Bergen", "Faro"];
  const entries = places.map((name) => ({
    title: `Talks in ${name}`,
    guid: name,
    link: `${site.url}/talks-${name}`,
    text: `Ministers met in ${name}.`,
  }));
  site.serve("/feed", rss(entries));
  const open = () => {
    for (const name of places)
      site.serve(`/talks-${name}`, page(`Talks in ${name}`, { text: wholeText(`on talks in ${name}`) }), HTML);
  };
  open();
  await follow();
  await desk.read();
  for (const name of places) site.paths.delete(`/talks-${name}`);
  for (const hours of [7, 8.1, 9.2, 10.3]) await readAfter(hours);
  const why = await desk.ask({ kind: "sources-manage", action: "why" });
  expect(why.words).toContain("Its page is gone, as are others of its site.");
  expect(why.words).not.toContain("withdrew");
  open();
  await readAfter(12);
  expect(await desk.store.quotes.find("terminal", { limit: 9, offset: 0 })).not.toEqual([]);
  site.paths.delete("/talks-Faro");
  for (const hours of [31, 32.1]) await readAfter(hours);
  expect((await desk.ask({ kind: "sources-manage", action: "why" })).words).toContain(
    "Its publisher withdrew it. Its page is gone.",
  );
});
