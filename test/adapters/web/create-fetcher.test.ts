import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createFetcher, FETCH_LIMITS } from "../../../src/adapters/web/create-fetcher.ts";
import { readAllowList } from "../../../src/domain/sources/address-rules.ts";
import type { Fetcher } from "../../../src/domain/sources/web.ts";
import { FakeSite } from "../../servers/fake-site.ts";

let site: FakeSite;
let fetcher: Fetcher;

beforeEach(async () => {
  site = new FakeSite();
  await site.listen();
  const { list: allowed } = readAllowList(["127.0.0.0/8"]);
  const config = { userAgent: "Attache/test", allowed, pace: { gapMs: 0, concurrency: 2 }, limits: FETCH_LIMITS };
  fetcher = createFetcher(config, { clock: { now: () => Date.now() } });
});

afterEach(async () => {
  await fetcher.close();
  await site.close();
});

/** What is read at an address, or why it is not. */
async function read(path: string): Promise<string> {
  const fetched = await fetcher.get({ url: `${site.url}${path}`, want: "page", validators: null });
  if (fetched.kind === "content") return Buffer.from(fetched.content.body).toString("utf8");
  return fetched.kind === "failed" ? fetched.failure.sentence : fetched.kind;
}

describe("cookies", () => {
  it("go back within one chain of redirects, and are forgotten after it", async () => {
    site.paths.set("/door", (request, response) => {
      if (request.headers.cookie === "pass=1") response.end("inside");
      else response.writeHead(302, { location: "/door", "set-cookie": ["pass=1; Path=/; HttpOnly", "gone=; Max-Age=0"] }).end();
    });
    expect(await read("/door")).toBe("inside");
    expect(await read("/door")).toBe("inside");
    const cookies = site.requests.filter(({ path }) => path === "/door").map(({ headers }) => headers.cookie);
    expect(cookies).toEqual([undefined, "pass=1", undefined, "pass=1"]);
  });

  it("that are set again and again end as a circle does", async () => {
    site.paths.set("/door", (_request, response) => response.writeHead(302, { location: "/door", "set-cookie": "pass=1" }).end());
    expect(await read("/door")).toContain("redirects in a circle");
  });

  it.each([
    ["of another host", "pass=1; Domain=other.example"],
    ["of a whole ending", "pass=1; Domain=1"],
    ["for https alone", "pass=1; Secure"],
    ["with a line break in it", "pa\tss=1"],
  ])("%s are not sent", async (_what, cookie) => {
    site.paths.set("/door", (_request, response) => response.writeHead(302, { location: "/room", "set-cookie": cookie }).end());
    site.serve("/room", "room");
    expect(await read("/door")).toBe("room");
    expect(site.requests.at(-1)?.headers.cookie).toBeUndefined();
  });
});

describe("a page that sends its readers on at once", () => {
  const html = { "content-type": "text/html; charset=utf-8" };
  const refresh = (content: string) =>
    `<html><head><meta http-equiv="Refresh" content="${content}"></head><body>Moved</body></html>`;
  beforeEach(() => site.serve("/real", "the article"));

  it.each(["0; url=/real", "0;URL='/real'", "3; url=/real?a=1&amp;b=2"])("is followed: %s", async (content) => {
    site.serve("/old", refresh(content), html);
    expect(await read("/old")).toBe("the article");
  });

  it.each(["300; url=/real", "300", "0; url=/old", "0; url=mailto:desk@gazette.example"])(
    "is read itself: %s",
    async (content) => {
      site.serve("/old", refresh(content), html);
      expect(await read("/old")).toContain("Moved");
    },
  );

  it("is held to the same rules as a redirect", async () => {
    site.serve("/robots.txt", "User-agent: *\nDisallow: /real\n");
    site.serve("/old", refresh("0; url=/real"), html);
    expect(await read("/old")).toContain("does not let bots read this page");
    site.serve("/out", refresh("0; url=http://10.0.0.1/"), html);
    expect(await read("/out")).toContain("10.0.0.1 has no public address");
  });
});

it.each([403, 503, 200])("a challenge of Cloudflare's is told as what it is, at status %s", async (status) => {
  site.paths.set("/story", (_request, response) =>
    response.writeHead(status, { "cf-mitigated": "challenge" }).end("Just a moment..."),
  );
  expect(await read("/story")).toContain("lets only browsers in: Cloudflare's bot protection stopped Attaché");
});
