import { afterEach, beforeEach, expect, it } from "vitest";
import { page, rss, wholeText } from "../../fakes/feeds.ts";
import { openSiteDesk, type SourceDesk } from "../../fakes/source-desk.ts";
import type { FakeSite } from "../../servers/fake-site.ts";

const START = Date.parse("2026-03-04T08:00:00Z");
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const HTML = { "content-type": "text/html; charset=utf-8" };
const LIVE = `<script type="application/ld+json">{"@type":"LiveBlogPosting","headline":"Talks"}</script>`;
const PUBLISHED = "2026-03-04T07:00:00Z";
const TEASER = "Ministers met in Lisbon.";

let site: FakeSite;
let desk: SourceDesk;
let close: () => Promise<void>;
let nowMs: number;

beforeEach(async () => {
  nowMs = START;
  ({ site, desk, close } = await openSiteDesk(() => ({ clock: { now: () => nowMs } })));
});

afterEach(() => close());

/** Writes a feed in which one entry was published once and changed at another time. */
type WriteFeed = (updated: string, text?: string) => string;

const entryOf = (name: string, updated: string, text = TEASER) =>
  `<entry><title>${name}</title><id>${name}</id><link href="${site.url}/${name.toLowerCase()}"/><published>${PUBLISHED}</published><updated>${updated}</updated><summary>${text}</summary></entry>`;
const atomOf = (entries: string[], updated: string) =>
  `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Gazette</title><id>g</id><updated>${updated}</updated>${entries.join("")}</feed>`;
const atom: WriteFeed = (updated, text) => atomOf([entryOf("Talks", updated, text)], updated);
const rssWith =
  (namespace: string, element: string): WriteFeed =>
  (updated, text = TEASER) =>
    `<?xml version="1.0"?><rss version="2.0" ${namespace}><channel><title>Gazette</title><item><title>Talks</title><guid isPermaLink="false">1</guid><link>${site.url}/talks</link><pubDate>Wed, 04 Mar 2026 07:00:00 GMT</pubDate><${element}>${updated}</${element}><description>${text}</description></item></channel></rss>`;
const json: WriteFeed = (updated, text = TEASER) =>
  JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title: "Gazette",
    items: [
      {
        id: "1",
        url: `${site.url}/talks`,
        title: "Talks",
        content_text: text,
        date_published: PUBLISHED,
        date_modified: updated,
      },
    ],
  });

const serve = (text: string, head = "") => site.serve("/talks", page("Talks", { text, head }), HTML);
const answer = (status: number) => site.paths.set("/talks", (_request, response) => response.writeHead(status).end());
const follow = () => desk.ask({ kind: "sources-manage", action: "add", target: `${site.url}/feed` });
const revisions = () => desk.store.articles.revisions("terminal", `${site.url}/talks`);
const stored = async () => (await desk.store.articles.load("terminal", [`${site.url}/talks`]))[0];

/** Follows the feed and reads what it has. */
async function begin(feed: string): Promise<void> {
  site.serve("/feed", feed);
  await follow();
  await desk.read();
  site.requests.length = 0;
}

/** How often the page was asked for when the feed came like this so many hours after the start. */
async function pollAt(hours: number, feed: string): Promise<number> {
  nowMs = START + hours * HOUR_MS;
  site.serve("/feed", feed);
  await desk.read();
  const count = site.asked("/talks");
  site.requests.length = 0;
  return count;
}

/** As `pollAt`, and then as often as an entry is tried again within some hours. */
async function pollFrom(hours: number, feed: string): Promise<void> {
  await pollAt(hours, feed);
  for (const minutes of [6, 40, 170]) {
    nowMs = START + hours * HOUR_MS + minutes * MINUTE_MS;
    await desk.sources.poller.read({ workspaceId: null });
  }
}

it.each<[string, WriteFeed]>([
  ["Atom's", atom],
  ["in RSS, Atom's", rssWith('xmlns:atom="http://www.w3.org/2005/Atom"', "atom:updated")],
  ["in RSS, Dublin Core's", rssWith('xmlns:dcterms="http://purl.org/dc/terms/"', "dcterms:modified")],
  ["JSON Feed's", json],
])("reads a page again at once where only the time of change moved: %s", async (_whose, write) => {
  serve(wholeText("talks"));
  await begin(write(PUBLISHED));
  serve(wholeText("talks").replace("March 4", "March 3"));
  expect(await pollAt(0.5, write("2026-03-04T08:20:00Z"))).toBe(1);
  expect((await stored())?.text).toContain("March 3");
  expect((await stored())?.publishedAt?.slice(0, 16)).toBe("2026-03-04T07:00");
  expect(await pollAt(0.7, `${write("2026-03-04T08:20:00Z")}\n`)).toBe(0);
});

it("passes over times of change that a feed stamps on all of its entries whenever it is asked", async () => {
  serve(wholeText("talks"));
  const stamped = (now: string) =>
    atomOf(
      ["Talks", "Fish", "Cables"].map((name) => entryOf(name, now)),
      now,
    );
  await begin(stamped("2026-03-04T08:00:00Z"));
  expect(await pollAt(0.5, stamped("2026-03-04T08:30:00Z"))).toBe(0);
  expect(await pollAt(1, stamped("2026-03-04T09:00:01Z"))).toBe(0);
});

it.each<[string, () => void]>([
  ["fails for hours", () => answer(503)],
  ["asks for JavaScript", () => serve("<p>Enable JavaScript and cookies to continue.</p>")],
  ["is refused", () => answer(403)],
  ["leads to the front page", () => site.paths.set("/talks", (_, response) => response.writeHead(302, { location: "/" }).end())],
])("keeps the text of a page where its entry changed and the page %s", async (_what, break_) => {
  serve(wholeText("talks"));
  await begin(atom(PUBLISHED));
  break_();
  await pollFrom(0.5, atom("2026-03-04T08:20:00Z", "Ministers met in Lisbon, and left early."));
  expect(await revisions()).toHaveLength(1);
  expect((await stored())?.text).toContain("We share one ocean");
  serve(wholeText("talks").replace("March 4", "March 3"));
  nowMs = START + 7 * HOUR_MS;
  await desk.sources.poller.read({ workspaceId: null });
  expect((await stored())?.text).toContain("March 3");
});

it("takes the newer teaser where there never was more than one", async () => {
  answer(403);
  await begin(atom(PUBLISHED, "Ministers met in Lisbon. Nine boats were seized there."));
  await pollFrom(0.5, atom("2026-03-04T08:20:00Z", "Ministers met in Lisbon. Twelve boats were seized there."));
  expect((await stored())?.text).toContain("Twelve boats");
});

it("withdraws an article whose entry changed and whose page is gone from then on", async () => {
  serve(wholeText("talks"));
  await begin(atom(PUBLISHED));
  answer(404);
  await pollFrom(0.5, atom("2026-03-04T08:20:00Z"));
  expect((await stored())?.withdrawnAt ?? null).toBeNull();
  for (const hours of [5, 6.5]) {
    nowMs = START + hours * HOUR_MS;
    await desk.sources.poller.read({ workspaceId: null });
  }
  expect((await stored())?.withdrawnAt).not.toBeNull();
});

it("brings back a withdrawn article that its publisher serves and lists again", async () => {
  serve(wholeText("talks"));
  await begin(atom(PUBLISHED));
  answer(410);
  for (const hours of [7, 8.5]) {
    nowMs = START + hours * HOUR_MS;
    await desk.sources.poller.read({ workspaceId: null });
  }
  expect((await stored())?.withdrawnAt).not.toBeNull();
  serve(wholeText("talks").replace("March 4", "March 3"));
  await pollAt(10, atom("2026-03-04T17:00:00Z"));
  expect((await stored())?.withdrawnAt ?? null).toBeNull();
  expect(await desk.store.quotes.find("terminal", { limit: 9, offset: 0 })).not.toEqual([]);
});

it("reads a live blog hourly again where its entry says that it moves again", async () => {
  const at = (hour: number) =>
    `${wholeText("talks")}<p>At ${hour} o'clock the ministers of both countries went out together.</p>`;
  serve(at(8), LIVE);
  await begin(atom(PUBLISHED));
  const read = async (hours: number) => {
    nowMs = START + hours * HOUR_MS;
    await desk.sources.poller.read({ workspaceId: null });
    const count = site.asked("/talks");
    site.requests.length = 0;
    return count;
  };
  expect(await read(1.1)).toBe(1);
  expect(await read(2.2)).toBe(0);
  serve(at(11), LIVE);
  expect(await pollAt(3, atom("2026-03-04T11:00:00Z"))).toBe(1);
  serve(at(12), LIVE);
  expect(await read(4.1)).toBe(1);
  serve(at(13), LIVE);
  expect(await read(5.2)).toBe(1);
  expect(await revisions()).toHaveLength(4);
});

it("ends with a live blog after two days, however much it moves", async () => {
  serve(wholeText("talks"), LIVE);
  await begin(atom(PUBLISHED));
  const reads: number[] = [];
  for (const hours of [1.1, 47.5, 48.6, 50, 60]) {
    serve(`${wholeText("talks")}<p>At ${hours} o'clock the ministers of both countries went out together.</p>`, LIVE);
    nowMs = START + hours * HOUR_MS;
    await desk.sources.poller.read({ workspaceId: null });
    reads.push(site.asked("/talks"));
    site.requests.length = 0;
  }
  expect(reads).toEqual([1, 1, 1, 0, 0]);
});

it("keeps the whole text where the page is cut for subscribers when it is read again", async () => {
  serve(wholeText("talks"));
  await begin(rss([{ title: "Talks", guid: "1", link: `${site.url}/talks`, text: TEASER }]));
  serve(
    `${wholeText("talks").split("</p>").slice(0, 2).join("</p>")}</p><p>Subscribe to continue reading this article.</p><p>Already a subscriber? Log in.</p>`,
  );
  nowMs = START + 7 * HOUR_MS;
  await desk.sources.poller.read({ workspaceId: null });
  expect(await revisions()).toHaveLength(1);
});

it("leaves an article alone that its feed no longer lists, and one whose entry comes back unchanged", async () => {
  serve(wholeText("talks"));
  await begin(atom(PUBLISHED));
  expect(await pollAt(0.5, atomOf([entryOf("Fish", PUBLISHED)], PUBLISHED))).toBe(0);
  expect(await pollAt(1, atom(PUBLISHED))).toBe(0);
  expect(await revisions()).toHaveLength(1);
});
