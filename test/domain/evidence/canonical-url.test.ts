import { describe, expect, it } from "vitest";
import { canonicalUrl } from "../../../src/domain/evidence/canonical-url.ts";
import { twinUrls } from "../../../src/domain/evidence/twin-urls.ts";

const STORY = "https://gazette.example/story";

describe("one article has one address", () => {
  it.each([
    "utm_source=rss&utm_medium=feed",
    "traffic_source=rss",
    "maca=en-rss-en-all-1573-rdf",
    "xtor=RSS-1",
    "srsltid=AfmBOo",
    "at_medium=RSS&at_campaign=KARANGA",
    "ref=rss",
    "cmp=rss",
    "src=rss_feed",
    "gaa_at=eafs&gaa_n=x",
    "FBCLID=1",
    "wpisrc=nl_morning&itid=hp_1",
    "_ga=2.1&_gl=1*x",
    "unlocked_article_code=1.x",
    "cx_testId=3&cx_artPos=1",
    "amp;utm_source=rss&amp;amp;utm_medium=feed",
    "rss=1",
    "partner=rss&emc=rss",
    "from=rss&via=newsletter",
    "s_cid=17&WT.mc_id=rss",
    "dm_i=21&ck_subscriber_id=9&et_rid=1",
  ])("whatever says where its reader came from: %s", (query) => {
    expect(canonicalUrl(`${STORY}?${query}#top`)).toBe(STORY);
    expect(canonicalUrl(`${STORY}?${query}&id=7`)).toBe(`${STORY}?id=7`);
  });

  it.each([
    "id=7",
    "ref=2026/12",
    "src=4711",
    "cmp=12",
    "p=utm_source",
    "page=2",
    "v=abc",
    "campaign=2024",
    "src=speech-in-lisbon",
    "source=treaty",
    "ref=annex",
    "from=2026-11-24",
    "rss=world",
    "partner=norway",
    "feature=interview",
  ])("and what says which page it is stays: %s", (query) => {
    expect(canonicalUrl(`${STORY}?${query}`)).toBe(`${STORY}?${query}`);
  });
});

describe("twins of a page lead to one plain address", () => {
  const plain = "https://www.gazette.org/world/talks";
  it.each([
    "https://m.gazette.org/world/talks",
    "https://gazette.org/world/talks/",
    "http://www.gazette.org/world/talks",
    "https://amp.gazette.org/world/talks",
    "https://www.gazette.org/amp/world/talks",
    "https://www.gazette.org/world/talks/amp/",
    "https://www.gazette.org/world/talks?outputType=amp",
    "https://www-gazette-org.cdn.ampproject.org/c/s/www.gazette.org/world/talks",
    "https://www.google.com/amp/s/www.gazette.org/world/talks",
    "https://www.bing.com/amp/s/www.gazette.org/world/talks",
    "https://www.gazette.org/world/amp/talks",
    "https://www.gazette.org/world/talks_amp",
    "https://www.gazette.org/world/amp_talks",
    "https://www.gazette.org/world/talks?print=1",
    "https://www-gazette-org.cdn.ampproject.org/v/s/www.gazette.org/world/talks?amp_js_v=0.1&usqp=mq331",
  ])("%s", (twin) => {
    expect(twinUrls(twin)).toContain(plain);
  });

  it("and an address with a number keeps its kind", () => {
    expect(twinUrls("https://www.gazette.org/amp_show/12.html")).toContain("https://www.gazette.org/show/12.html");
    expect(twinUrls("https://en.m.gazette.org/Talks")).toContain("https://en.gazette.org/Talks");
    expect(twinUrls("https://www.gazette.org/amp_talks/in/lisbon")).not.toContain("https://www.gazette.org/talks/in/lisbon");
  });

  it("and a page finds its twin for AMP that was seen before it", () => {
    expect(twinUrls(plain)).toContain("https://www.gazette.org/world/talks/amp");
  });

  it.each(["view=1", "layout=2", "output=1", "m=7", "view=speech"])("but a query may name the page: %s", (query) => {
    expect(twinUrls(`${plain}?${query}`)).not.toContain(plain);
  });

  it.each(["https://www.co.uk/a", "https://gazette.github.io/m.html", "not an address", "http://127.0.0.1/a"])(
    "of %s nothing else is known",
    (url) => {
      expect(twinUrls(url)).not.toContain(plain);
      expect(twinUrls(url).every((twin) => twin.includes(new URL(url).host))).toBe(true);
    },
  );
});
