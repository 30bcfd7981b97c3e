import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { page, rss, wholeText } from "../../fakes/feeds.ts";
import { openSiteDesk, type SourceDesk } from "../../fakes/source-desk.ts";
import type { FakeSite } from "../../servers/fake-site.ts";

let site: FakeSite;
let desk: SourceDesk;
let close: () => Promise<void>;

beforeEach(async () => {
  ({ site, desk, close } = await openSiteDesk());
});

afterEach(() => close());

const HTML = { "content-type": "text/html; charset=utf-8" };
const feed = (name = "talks") =>
  rss([{ title: `Dispatch ${name}`, guid: name, link: `${site.url}/${name}`, text: wholeText(name) }]);
const list = (body: string, head = "") =>
  `<!doctype html><html><head><title>World</title>${head}</head><body>${body}</body></html>`;
const add = (path: string) => desk.ask({ kind: "sources-manage", action: "add", target: `${site.url}${path}` });
/** The address that is followed, without its host. */
const followed = async (path: string) => String((await add(path)).data["url"]).replace(site.url, "");
const headlines = (...titles: string[]) => titles.map((title, at) => `<h2><a href="/story-${at}">${title}</a></h2>`).join("");
const THREE = headlines(
  "Ministers agree on fish in Lisbon today",
  "Harbour towns ask for clearer quotas now",
  "Cables between two coasts are planned",
);

describe("the feed of a page is found", () => {
  it("in its Link header, of which a server may send several", async () => {
    site.paths.set("/", (_request, response) => {
      response.setHeader("link", [
        '</api>; rel="https://api.example/"',
        '</news-feed>; rel="alternate"; type="application/rss+xml"',
      ]);
      response.writeHead(200, HTML).end(list(THREE));
    });
    site.serve("/news-feed", feed());
    expect(await followed("/")).toBe("/news-feed");
  });

  it.each([
    ["an address written as a feed's", '<a href="/world/rss.xml">Follow us</a>'],
    ["the word RSS", '<a href="/world/rss.xml?x=1"><img src="/i.png"> RSS</a>'],
    ["feed: in front of its address", '<a href="feed:SITE/world/rss.xml">Subscribe</a>'],
  ])("in a link with %s", async (_how, link) => {
    site.serve("/world", list(`${THREE}${link.replace("SITE", site.url)}`), HTML);
    site.serve("/world/rss.xml", feed());
    expect(await followed("/world")).toMatch(/^\/world\/rss\.xml/);
  });

  it.each(["Subscribe via RSS", "Flux RSS", '<img src="/i.png" alt="RSS feed">'])(
    "in a link that only its words or its picture tell from others: %s",
    async (words) => {
      site.serve("/world", list(`${THREE}<a href="/xml/world">${words}</a>`), HTML);
      site.serve("/xml/world", feed());
      expect(await followed("/world")).toBe("/xml/world");
    },
  );

  it("behind a link to the page that lists the feeds", async () => {
    site.serve("/", list(`${THREE}<a href="/rss">RSS</a>`), HTML);
    site.serve("/rss", list('<a href="/feeds/world.rss">World</a>'), HTML);
    site.serve("/feeds/world.rss", feed());
    expect(await followed("/")).toBe("/feeds/world.rss");
  });

  it.each(["/feed.xml", "/feeds/posts/default"])("at a usual address, where the page names none: %s", async (path) => {
    site.serve("/", list(THREE), HTML);
    site.serve(path, feed());
    expect(await followed("/")).toBe(path);
  });

  it("and one of comments is none, even where there is no other", async () => {
    const head = '<link rel="alternate" type="application/rss+xml" href="/f2">';
    site.serve("/world", list(THREE, head), HTML);
    site.serve("/f2", rss([{ title: "By: A reader", link: `${site.url}/story-1` }], { title: "Comments on: Talks" }));
    expect((await add("/world")).data).toMatchObject({ kind: "page", entries: 3 });
  });

  it("that is of its section before that of the site, and that of comments last", async () => {
    const link = (href: string, title: string) =>
      `<link rel="alternate" type="application/rss+xml" title="${title}" href="${href}">`;
    const head = link("/comments/feed/", "Gazette » Comments") + link("/feed/", "Gazette") + link("/world/feed/", "World");
    site.serve("/world", list(THREE, head), HTML);
    for (const path of ["/comments/feed/", "/feed/", "/world/feed/"]) site.serve(path, feed());
    expect(await followed("/world")).toBe("/world/feed/");
    site.serve("/", list(THREE, link("/comments/feed/", "Gazette » Comments") + link("/feed/", "Gazette")), HTML);
    expect(await followed("/")).toBe("/feed/");
  });
});

it("does not ask for feeds at usual addresses that robots.txt forbids", async () => {
  site.serve("/robots.txt", "User-agent: *\nDisallow: /feed\nDisallow: /rss\n");
  site.serve("/", list(THREE), HTML);
  site.serve("/feed", feed());
  expect((await add("/")).data).toMatchObject({ kind: "page" });
  expect(site.asked("/feed")).toBe(0);
});

it("does not take the feed of a site for a page of it that lists something else", async () => {
  site.serve("/ministry/press", list(THREE), HTML);
  site.serve("/feed", feed("sports"));
  expect((await add("/ministry/press")).data).toMatchObject({ kind: "page", entries: 3 });
});

describe("a page whose program says og:type=article", () => {
  const says = '<meta property="og:type" content="article">';

  it("is a list where its text is made of headlines", async () => {
    site.serve("/world", list(`<main>${THREE}</main>`, says), HTML);
    const { data, words } = await add("/world");
    expect(data).toMatchObject({ kind: "page", entries: 3 });
    expect(words).toContain("I follow its 3 headlines");
  });

  it("is an article where it only leads to others at its end", async () => {
    site.serve("/talks", page("talks", { head: says, text: `${wholeText("talks")}<h3>More</h3>${THREE}` }), HTML);
    expect((await add("/talks")).words).toContain("was stored.");
  });
});

describe("what cannot be followed is refused in one sentence", () => {
  it.each([
    [
      "a login",
      '<h1>Log in</h1><form><input name="user"><input type="password" name="word"></form>',
      "The page asks for a login",
    ],
    ["a page whose script has yet to fetch it", '<div id="app">Loading…</div>', "It may need JavaScript"],
    ["an empty page that a script fills", '<div id="app"></div><script src="/app.js"></script>', "It may need JavaScript"],
  ])("%s", async (_what, body, sentence) => {
    site.serve("/news", list(body), HTML);
    expect((await add("/news")).words).toContain(sentence);
    expect(await desk.store.followed.sources.list("terminal")).toEqual([]);
  });

  it("an article for subscribers, with the feed of its site", async () => {
    const linked = { "@type": "NewsArticle", headline: "talks", isAccessibleForFree: false };
    const head = `<script type="application/ld+json">${JSON.stringify(linked)}</script><link rel="alternate" type="application/rss+xml" href="/feed">`;
    site.serve("/talks", page("talks", { head }), HTML);
    expect((await add("/talks")).words).toContain(`for subscribers only. To follow its site, add ${site.url}/feed`);
  });
});

it.each([
  [
    "Japanese",
    ["漁業をめぐる二国間の閣僚協議が始まる", "港湾都市の首長が新しい規則を要望", "海底ケーブルの敷設計画を両政府が発表"],
  ],
  ["Chinese", ["两国部长就渔业问题举行会谈", "沿海城市呼吁制定新的配额规则", "两国政府公布海底电缆铺设计划"]],
  ["Korean", ["양국 장관, 어업 규칙 합의", "항구 도시들, 새 쿼터 요구", "양국 정부, 해저 케이블 계획 발표"]],
  ["Thai", ["รัฐมนตรีสองประเทศหารือเรื่องการประมง", "เมืองท่าเรียกร้องกฎเกณฑ์โควตาใหม่", "รัฐบาลประกาศแผนวางสายเคเบิลใต้ทะเล"]],
])("follows headlines in %s, which says much in few letters, and not its menu", async (_language, titles) => {
  const menu = '<nav><a href="/a">ニュース一覧</a><a href="/b">ภาพข่าว</a></nav><a href="/c">会社概要</a>';
  site.serve("/news", list(menu + headlines(...titles)), HTML);
  expect((await add("/news")).data).toMatchObject({ kind: "page", entries: 3 });
});

it("shows what its newest entry came out as, from the page behind its teaser", async () => {
  const teaser = {
    title: "Talks in Lisbon",
    guid: "1",
    link: `${site.url}/talks`,
    text: "Ministers met.",
    date: "Wed, 04 Mar 2026 10:00:00 GMT",
  };
  site.serve("/feed", rss([teaser]));
  site.serve("/talks", page("Talks in Lisbon"), HTML);
  const { words, data } = await add("/feed");
  expect(words).toContain("The newest entry came out as “Talks in Lisbon” (The Harbour Gazette, 4 March 2026), ");
  expect(words).toContain("words: “Dispatch Talks in Lisbon from the harbour.");
  expect(data["first"]).toMatchObject({ read: "article", title: "Talks in Lisbon", note: null });
});

it("says why its newest entry came out as its teaser alone", async () => {
  site.serve("/feed", rss([{ title: "Talks", guid: "1", link: `${site.url}/talks`, text: "Ministers met." }]));
  const { words } = await add("/feed");
  expect(words).toMatch(/2 words: “Ministers met\.” .*has nothing at this address \(404\)/);
});
