import { setImmediate as nextTurn } from "node:timers/promises";
import { afterEach, beforeEach, expect, it } from "vitest";
import { createCommands } from "../../../src/commands/create-commands.ts";
import { rss, wholeText } from "../../fakes/feeds.ts";
import { openSiteDesk, type SourceDesk } from "../../fakes/source-desk.ts";
import type { FakeSite } from "../../servers/fake-site.ts";

let site: FakeSite;
let desk: SourceDesk;
let close: () => Promise<void>;

beforeEach(async () => {
  ({ site, desk, close } = await openSiteDesk());
});

afterEach(() => close());

const outlines = (...titles: string[]) =>
  titles.map((title, at) => `<outline text="${title}" xmlUrl="https://gazette.example/${at}"/>`).join("");
const opml = (body: string, declaration = "") => `${declaration}<opml version="2.0"><body>${body}</body></opml>`;
const importFrom = (target: string) => desk.ask({ kind: "sources-manage", action: "import", target });
const titles = async () => (await desk.store.followed.sources.list("terminal")).map(({ title }) => title);

const LATIN = Buffer.from(opml(outlines("Zürcher Café")), "latin1");
const ENCODED = [
  { of: "the server's header", body: LATIN, type: "text/x-opml; charset=iso-8859-1", title: "Zürcher Café" },
  {
    of: "its own declaration",
    // "Порт" in Windows-1251.
    body: Buffer.from(opml(outlines("\xcf\xee\xf0\xf2"), '<?xml version="1.0" encoding="windows-1251"?>'), "latin1"),
    type: "text/x-opml",
    title: "Порт",
  },
  {
    of: "its byte order mark",
    body: Buffer.from(`\ufeff${opml(outlines("港の新聞"))}`, "utf16le"),
    type: "text/x-opml; charset=utf-8",
    title: "港の新聞",
  },
  {
    of: "its bytes, whatever the server says",
    body: Buffer.from(opml(outlines("Łódź"))),
    type: "text/x-opml; charset=iso-8859-1",
    title: "Łódź",
  },
  { of: "its bytes, where nothing names an encoding", body: LATIN, type: "", title: "Zürcher Café" },
];

it.each(ENCODED)("reads the names in an OPML file at an address in the encoding of $of", async ({ body, type, title }) => {
  site.serve("/opml", body, { "content-type": type });
  expect((await importFrom(`${site.url}/opml`)).words).toContain("You now follow 1 more source.");
  expect(await titles()).toEqual([title]);
});

it("lets everything else have a turn at each feed of a file, so that no socket waits for the last", async () => {
  const feeds = 300;
  let isDone = false;
  const imported = importFrom(opml(outlines(...Array.from({ length: feeds }, (_, at) => `Gazette ${at}`)))).then(({ words }) => {
    isDone = true;
    return words;
  });
  let turns = 0;
  while (!isDone) {
    await nextTurn();
    turns += 1;
  }
  expect(await imported).toContain(`You now follow ${feeds} more sources.`);
  expect(turns).toBeGreaterThanOrEqual(feeds);
});

it.each([
  ["breaks off within a tag", `${outlines("One", "Two")}<outline text="Thr`, 2],
  ["breaks off within its groups", `<outline text="World">${outlines("One", "Two")}`, 2],
  ["holds a bare & and an open tag", `<outline text="Q&A"><br>${outlines("Fish & ships", "Two")}</outline>`, 2],
])("follows what stands in a file that %s, and says that it may not be whole", async (_how, body, count) => {
  const { words, data } = await importFrom(
    `<?xml version="1.0"?><opml version="2.0"><head><title>Mine</title></head><body>${body}`,
  );
  expect(data).toMatchObject({ added: count });
  expect(words).toContain("The file breaks off");
});

it("takes feed:// for http://, and the names of attributes in any case", async () => {
  const { words } = await importFrom(
    opml('<outline TEXT="One" XMLURL="feed://gazette.example/1"/><outline text="Two" xmlUrl="feed:https://gazette.example/2"/>'),
  );
  expect(words).not.toContain("breaks off");
  const sources = await desk.store.followed.sources.list("terminal");
  expect(sources.map(({ url, title }) => [title, url])).toEqual([
    ["One", "http://gazette.example/1"],
    ["Two", "https://gazette.example/2"],
  ]);
});

it("refuses markup that is no OPML", async () => {
  expect((await importFrom("<html><outline xmlUrl='https://gazette.example/1'/></html>")).words).toContain("lists no feeds");
});

it("gives a source the publisher and the kind that the list names", async () => {
  site.serve(
    "/a/feed",
    rss([{ title: "Talks", guid: "1", link: `${site.url}/talks`, text: wholeText("talks") }], { title: "Gazette: Asia" }),
  );
  await importFrom(
    opml(
      `<outline type="rss" publisher="The Gazette" xmlUrl="${site.url}/a/feed"/><outline type="page" xmlUrl="${site.url}/b"/>`,
    ),
  );
  const listed = await desk.store.followed.sources.list("terminal");
  expect(listed.map(({ kind, publisher }) => [kind, publisher])).toEqual([
    ["feed", "The Gazette"],
    ["page", null],
  ]);
  await desk.read();
  expect(await desk.store.articles.find("terminal", { limit: 9 })).toMatchObject([{ publisher: "The Gazette" }]);
});

it("offers the starter feeds with their languages, and says that nobody has fetched them yet", async () => {
  const { words, data } = await desk.ask({ kind: "sources-manage", action: "starter" });
  const feeds = (data as unknown as { feeds: { publisher: string | null; language: string | null; url: string }[] }[]).flatMap(
    (group) => group.feeds,
  );
  expect(feeds.length).toBeGreaterThan(80);
  for (const { publisher, language, url } of feeds)
    expect([url, publisher === null, language === null]).toEqual([url, false, false]);
  expect(words).toContain("None of them has been fetched from here yet");
});

it("says how far it is, for whoever waits in front of it", async () => {
  const told: string[] = [];
  const commands = createCommands({
    store: desk.store,
    clock: { now: () => Date.now() },
    writer: null,
    sourceWork: async () => desk.sources.work,
    onProgress: ({ what, done, total }) => void told.push(`${done} of ${total} ${what}`),
  });
  await commands.answer("terminal", { kind: "sources-manage", action: "import", target: opml(outlines("One", "Two", "Three")) });
  expect(told).toEqual(["0 of 3 sources", "1 of 3 sources", "2 of 3 sources"]);
});
