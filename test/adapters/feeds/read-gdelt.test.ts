import { afterEach, beforeEach, expect, it } from "vitest";
import { READS } from "../../../src/adapters/feeds/reads.ts";
import { createFetcher, FETCH_LIMITS } from "../../../src/adapters/web/create-fetcher.ts";
import { readAllowList } from "../../../src/domain/sources/address-rules.ts";
import { FakeSite } from "../../servers/fake-site.ts";

const API = "https://api.gdeltproject.org/api/v2/doc/doc?query=fish&mode=artlist&format=json";
const read = (value: unknown, url = API) => {
  const body = Buffer.from(typeof value === "string" ? value : JSON.stringify(value));
  return READS.feed({ url, contentType: "application/json", body, etag: null, lastModified: null, maxAgeMs: null });
};

it("reads GDELT's list of articles as a feed of headlines, without the date on which GDELT saw them", () => {
  const article = {
    url: "https://gazette.example/talks",
    title: "Ministers meet , agree on 5 % more fish",
    seendate: "20260304T101500Z",
    domain: "gazette.example",
    language: "English",
  };
  const found = read({
    articles: [article, { title: "no address" }, { url: "javascript:alert(1)", title: "no web address" }, null],
  });
  expect(found.kind === "feed" && found.feed.items).toMatchObject([
    {
      url: "https://gazette.example/talks",
      title: "Ministers meet, agree on 5% more fish",
      publisher: "gazette.example",
      publishedAt: null,
      html: null,
    },
  ]);
});

it("takes GDELT's empty object for no articles, and no other's", () => {
  expect(read("{}")).toMatchObject({ kind: "feed", feed: { items: [] } });
  expect(read("{}", "https://gazette.example/feed.json")).toMatchObject({ kind: "no-feed" });
  expect(read("Your query was too short.")).toMatchObject({ kind: "no-feed" });
});

it("mends JSON in which a headline has backslashes and ends of lines, of GDELT alone", () => {
  const list = String.raw`{"articles":[
    {"url":"https://gazette.example/1","title":"Minister\'s \"plan\" of 3\4 \u00e9 c:\\new\x"},
    {"url":"https://gazette.example/2","title":"Two
lines	and a tab"}]}`;
  expect(read(list)).toMatchObject({
    kind: "feed",
    feed: { items: [{ title: 'Minister\'s "plan" of 34 é c:\\newx' }, { title: "Two lines and a tab" }] },
  });
  expect(read(list, "https://gazette.example/feed.json")).toMatchObject({ kind: "no-feed" });
  expect(read(list.slice(0, -20))).toMatchObject({ kind: "no-feed" });
});

it("tells what GDELT answers to a query that it does not take, and of no other host's", () => {
  expect(read("Your query was too short or too long.\n")).toEqual({
    kind: "no-feed",
    sentence: "GDELT has no list of articles for this, and answers: “Your query was too short or too long.”",
  });
  for (const other of ["<html><body>Down</body></html>", "[1]", "x".repeat(400), ""])
    expect(JSON.stringify(read(other))).not.toContain("GDELT");
  expect(JSON.stringify(read("No such page.", "https://gazette.example/feed"))).not.toContain("GDELT");
});

const LIST = { articles: [{ url: "https://gazette.example/1", title: "Talks end", seendate: "20260304T101500Z" }] };
/** By the words that are searched for, as the API answers: always with status 200, but where it is asked too often. */
const ANSWERS: Record<string, [status: number, contentType: string, body: string]> = {
  fish: [200, "application/json; charset=utf-8", JSON.stringify(LIST)],
  nothing: [200, "application/json; charset=utf-8", "{}"],
  ab: [200, "text/html; charset=utf-8", "The specified phrase is too short.\n"],
  often: [429, "text/plain", "Please limit requests to one every 5 seconds or contact the GDELT project for larger queries."],
};

let site: FakeSite;
beforeEach(async () => {
  site = new FakeSite();
  await site.listen();
  site.paths.set("/api/v2/doc/doc", (request, response) => {
    const query = new URL(request.url ?? "", "http://gdelt.example").searchParams.get("query") ?? "";
    const [status, contentType, body] = ANSWERS[query] ?? [200, "text/html", "Your query was too short or too long."];
    response.writeHead(status, { "content-type": contentType }).end(body);
  });
});
afterEach(() => site.close());

/** Over a fetcher of its own: one fetcher asks GDELT once in five seconds. */
async function search(query: string): Promise<unknown> {
  const { list: allowed } = readAllowList(["127.0.0.0/8"]);
  const config = { userAgent: "Attache/test", allowed, pace: { gapMs: 0, concurrency: 2 }, limits: FETCH_LIMITS };
  const fetcher = createFetcher(config, { clock: { now: () => Date.now() }, lookup: async () => ["127.0.0.1"] });
  const port = new URL(site.url).port;
  const url = `http://api.gdeltproject.org:${port}/api/v2/doc/doc?query=${query}&mode=artlist&format=json`;
  const fetched = await fetcher.get({ url, want: "feed", validators: null });
  await fetcher.close();
  if (fetched.kind === "content") {
    const found = READS.feed(fetched.content);
    return found.kind === "feed" ? found.feed.items.map(({ title }) => title) : found.sentence;
  }
  return fetched.kind === "failed" ? fetched.failure.sentence : fetched.kind;
}

it("reads what a server answers that does as GDELT's", async () => {
  expect(await search("fish")).toEqual(["Talks end"]);
  expect(await search("nothing")).toEqual([]);
  expect(await search("ab")).toContain("“The specified phrase is too short.”");
  expect(await search("")).toContain("“Your query was too short or too long.”");
  expect(await search("often")).toContain("429");
});
