import { describe, expect, it } from "vitest";
import type { Feed, FeedItem } from "../../../src/domain/sources/source.ts";
import { chooseItems, keyItems } from "../../../src/ingest/sources/choose-items.ts";
import { markFeed } from "../../../src/ingest/sources/mark-entries.ts";

function itemOf(given: Partial<FeedItem>): FeedItem {
  return {
    guid: null,
    url: null,
    title: "Talks in Lisbon",
    html: "<p>They met.</p>",
    publishedAt: null,
    author: null,
    publisher: null,
    language: null,
    ...given,
  };
}

function feedOf(items: FeedItem[], siteUrl: string | null = null): Feed {
  return markFeed({ title: "The Harbour Gazette", siteUrl, language: null, items, ttlMs: null, olderUrl: null, notes: [] });
}

function keysOf(items: FeedItem[], siteUrl: string | null = null): string[] {
  return keyItems(feedOf(items, siteUrl)).map((each) => each.key);
}

const URL_A = "https://a.example/1";

describe("what makes an entry the same entry", () => {
  it("is its id, whatever becomes of its headline and address", () => {
    const before = itemOf({ guid: "g1", url: URL_A });
    const after = itemOf({ guid: "g1", url: "https://a.example/1-corrected", title: "Talks in Porto" });
    expect(keysOf([before])).toEqual(keysOf([after]));
  });

  it("is its address where it has no id, without what says how a reader came", () =>
    expect(keysOf([itemOf({ url: `${URL_A}?utm_source=rss` })])).toEqual([URL_A]));

  it("is its id together with its address where several carry that id", () =>
    expect(new Set(keysOf([itemOf({ guid: "g", url: URL_A }), itemOf({ guid: "g", url: "https://a.example/2" })])).size).toBe(2));

  it("is its words where it has neither, or only the address of the front page", () => {
    const [one, two] = [itemOf({ html: "one" }), itemOf({ html: "two" })];
    expect(new Set(keysOf([one, two])).size).toBe(2);
    const front = "https://a.example/";
    expect(
      new Set(
        keysOf(
          [
            { ...one, url: front },
            { ...two, url: front },
          ],
          front,
        ),
      ).size,
    ).toBe(2);
  });
});

describe("the entries that are kept", () => {
  const dropsOf = (items: FeedItem[]) => keyItems(feedOf(items)).map((each) => each.drop);

  it("are none that repeat an id or an address, have nothing to read, or are out of all proportion", () => {
    expect(dropsOf([itemOf({ guid: "a", url: URL_A }), itemOf({ guid: "b", url: `${URL_A}#x` })])).toEqual([null, "duplicate"]);
    expect(dropsOf([itemOf({ title: null, html: null })])).toEqual(["empty"]);
    expect(dropsOf([itemOf({ html: null })])).toEqual(["bad-link"]);
    expect(dropsOf([itemOf({ html: "x".repeat(1_000_001) })])).toEqual(["too-long"]);
  });

  it("are the newest two hundred", () => {
    const items = Array.from({ length: 203 }, (_, at) =>
      itemOf({ guid: `g${at}`, publishedAt: new Date(at * 86_400_000).toISOString() }),
    );
    const keyed = keyItems(feedOf(items));
    expect(keyed.filter((each) => each.drop === "beyond-limit").map((each) => each.key)).toEqual(["g2", "g1", "g0"]);
  });

  it("are those that are new or say something else, and not those whose markup alone changed", () => {
    const items = ["same", "markup", "words", "new"].map((guid) =>
      itemOf({ guid, url: `https://a.example/${guid}`, html: "<p>They met.</p>" }),
    );
    const known = new Map(
      keyItems(feedOf(items.slice(0, 3))).map(({ key, fingerprint }) => [
        key,
        { fingerprint, url: `https://first.example/${key}` },
      ]),
    );
    const now = items.map((item) => {
      if (item.guid === "markup") return { ...item, html: '<p class="seen-9">They met.</p>' };
      return item.guid === "words" ? { ...item, html: "<p>They did not meet.</p>" } : item;
    });
    const { seen, kept, updated } = chooseItems(keyItems(feedOf(now)), known);
    expect({ kept, updated }).toEqual({ kept: 1, updated: 1 });
    expect(seen.map(({ key, url }) => [key, url])).toEqual([
      ["words", "https://first.example/words"],
      ["new", null],
    ]);
  });
});

it("lists an entry without a headline by its first words", () => {
  const titleOf = (html: string | null) =>
    chooseItems(keyItems(feedOf([itemOf({ title: null, html, url: URL_A })])), new Map()).seen[0]?.title;
  expect(titleOf("<p>Ministers met in Lisbon &amp; Porto today.</p>")).toBe("Ministers met in Lisbon & Porto today.");
  expect(titleOf(`<p>${"Ministers met in the harbour. ".repeat(9)}</p>`)).toMatch(
    /^Ministers met .{40,80}\w \u2026$|^Ministers met .{40,80}\. \u2026$/,
  );
  expect(titleOf("<img src='/a.png'>")).toBeNull();
});
