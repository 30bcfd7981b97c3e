import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { checkFeed, withResults } from "../../scripts/check-feed.ts";
import { READS } from "../../src/adapters/feeds/reads.ts";
import { createFetcher, FETCH_LIMITS } from "../../src/adapters/web/create-fetcher.ts";
import { readAllowList } from "../../src/domain/sources/address-rules.ts";
import { rss } from "../fakes/feeds.ts";
import { FakeSite } from "../servers/fake-site.ts";

it("says what each starter feed has, or why it has nothing, and writes that into the list and nothing else", async () => {
  const site = new FakeSite();
  await site.listen();
  const entries = [3, 5, 4].map((day) => ({ title: `Talks ${day}`, guid: `${day}`, date: `Thu, 0${day} Mar 2026 10:00:00 GMT` }));
  site.serve("/feed", rss(entries));
  site.serve("/one?a=1&b=2", rss([{ title: "Talks", guid: "1" }]));
  const headlines = [
    "Ministers agree on fish in Lisbon today",
    "Harbour towns ask for clearer quotas",
    "Cables are planned again now",
  ];
  site.serve("/list", `<html>${headlines.map((title, at) => `<h2><a href="/story-${at}">${title}</a></h2>`).join("")}</html>`);
  const outline = (path: string, more = "") =>
    `<outline type="rss" text="A &amp; B" language="en" publisher="P"${more} xmlUrl="${site.url}${path}"/>`;
  const opml = (results: string[]) => {
    const [feed = "", one = "", list = "", gone = ""] = results;
    return `<opml><!-- <outline/> --><body>\n${outline("/feed", feed)}\n${outline("/one?a=1&amp;b=2", one)}\n${outline("/list", list)}\n${outline("/gone", gone)}</body></opml>`;
  };
  const before = opml(["", ' checked="2026-01-01: 9 entries"']);
  const { list: allowed } = readAllowList(["127.0.0.1"]);
  const pace = { gapMs: 0, concurrency: 4 };
  const fetcher = createFetcher({ userAgent: "Attache/test", allowed, pace, limits: FETCH_LIMITS }, { clock: { now: () => 0 } });
  try {
    const found = new Map<string, string>();
    for (const each of READS.outlines(before)?.flatMap(({ outlines }) => outlines) ?? [])
      found.set(each.url, await checkFeed(fetcher, each));
    const host = new URL(site.url).host;
    expect(withResults(before, found)).toBe(
      opml(
        [
          "3 entries, newest of 2026-03-05",
          "1 entry",
          "failed: The address has a web page, not a feed.",
          `failed: ${host} has nothing at this address (404). Check it.`,
        ].map((result) => ` checked="${result}"`),
      ),
    );
    expect(await checkFeed(fetcher, { url: `${site.url}/list`, kind: "page" })).toBe("3 entries");
  } finally {
    await fetcher.close();
    await site.close();
  }
});

it("gives each starter feed a publisher and a language, and each address once in a group", () => {
  const groups = READS.outlines(readFileSync("starter/feeds.opml", "utf8")) ?? [];
  for (const { name, outlines: each } of groups) expect(new Set(each.map(({ url }) => url)).size, name).toBe(each.length);
  const outlines = groups.flatMap((group) => group.outlines);
  expect(outlines.length).toBeGreaterThan(80);
  for (const each of outlines) {
    expect(each.publisher, each.url).toMatch(/\S/);
    expect(each.language, each.url).toMatch(/^[a-z]{2,3}$/);
  }
});
