import { afterEach, beforeEach, expect, it } from "vitest";
import { createChainCookies } from "../../../src/adapters/web/chain-cookies.ts";
import { createFetcher, FETCH_LIMITS } from "../../../src/adapters/web/create-fetcher.ts";
import { decompressZstd } from "../../../src/adapters/web/decompress-zstd.ts";
import { readAllowList } from "../../../src/domain/sources/address-rules.ts";
import type { Fetcher } from "../../../src/domain/sources/web.ts";
import { FakeSite } from "../../servers/fake-site.ts";

const HTML = { "content-type": "text/html; charset=utf-8" };
const refreshTo = (url: string) => `<html><head><meta http-equiv="refresh" content="0; url=${url}"></head></html>`;

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

async function read(path: string): Promise<string> {
  const fetched = await fetcher.get({ url: `${site.url}${path}`, want: "page", validators: null });
  if (fetched.kind === "content") return Buffer.from(fetched.content.body).toString("utf8");
  return fetched.kind === "failed" ? fetched.failure.sentence : fetched.kind;
}

it("two pages that send their readers to each other are a circle, and ever new addresses have an end", async () => {
  site.serve("/one", refreshTo("/two"), HTML);
  site.serve("/two", refreshTo("/one"), HTML);
  expect(await read("/one")).toContain("redirects in a circle");
  let asked = 0;
  site.paths.set("/on", (_request, response) => response.writeHead(200, HTML).end(refreshTo(`/on?${asked++}`)));
  expect(await read("/on")).toContain("redirects more than 5 times");
  expect(asked).toBe(6);
});

it("a page and a redirect that hand out a new cookie each time have an end as well", async () => {
  let asked = 0;
  site.paths.set("/door", (_request, response) => {
    asked += 1;
    response.writeHead(302, { location: "/door", "set-cookie": `n=${asked}` }).end();
  });
  expect(await read("/door")).toContain("redirects more than 5 times");
  expect(asked).toBe(6);
});

it("sends a flood of cookies back up to a limit, each whole", () => {
  const cookies = createChainCookies();
  const url = new URL("https://gazette.example/a");
  cookies.take(
    url,
    Array.from({ length: 1000 }, (_, at) => `c${at}=${"x".repeat(390)}`),
  );
  cookies.take(url, `long=${"y".repeat(50_000)}`);
  const header = cookies.giveTo(url);
  expect(header.length).toBeLessThanOrEqual(4000);
  for (const each of header.split("; ")) expect(each).toMatch(/^c\d+=x{390}$/);
});

it("shares no cookie between the sites of one host of sites", () => {
  const cookies = createChainCookies();
  cookies.take(new URL("https://one.github.io/"), "pass=1; Domain=github.io");
  expect(cookies.giveTo(new URL("https://two.github.io/"))).toBe("");
});

it("a flood of Link headers is cut, and a larger one refused", async () => {
  const links = (count: number) =>
    Array.from({ length: count }, (_, at) => `<https://gazette.example/${"f".repeat(60)}${at}>; rel="alternate"`);
  site.paths.set("/some", (_request, response) => response.writeHead(200, { ...HTML, link: links(200) }).end("<p>The day</p>"));
  const fetched = await fetcher.get({ url: `${site.url}/some`, want: "page", validators: null });
  expect(fetched.kind === "content" ? (fetched.content.linkHeader ?? "").length : fetched).toBe(8000);
  site.paths.set("/many", (_request, response) => response.writeHead(200, { ...HTML, link: links(600) }).end("<p>The day</p>"));
  expect(await read("/many")).toContain("sends too many headers");
});

/** A frame of Zstandard whose header asks for a window of 2^(10 + exponent) bytes, and one block of so many like bytes. */
function frame(exponent: number, repeated: number): Buffer {
  const block = Buffer.alloc(3);
  block.writeUIntLE((repeated << 3) | (1 << 1) | 1, 0, 3);
  return Buffer.concat([Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0, exponent << 3]), block, Buffer.from("a")]);
}

it("unpacks Zstandard within its window and limit, and nothing that asks for more memory", () => {
  expect(decompressZstd(frame(7, 1000), 5000).toString()).toBe("a".repeat(1000));
  expect(() => decompressZstd(frame(7, 100_000), 5000)).toThrow(RangeError);
  expect(() => decompressZstd(frame(14, 1000), 5000)).toThrow("window");
  expect(() => decompressZstd(frame(31, 1000), 5000)).toThrow("window");
  const many = Buffer.concat(Array.from({ length: 1000 }, () => frame(7, 10)));
  expect(() => decompressZstd(many, 5_000_000)).toThrow("damaged");
});

it("ends with damaged Zstandard in an error or in bytes within the limit, whatever is changed in it", () => {
  const whole = Buffer.concat([frame(7, 1000), frame(7, 3000)]);
  for (let at = 4; at < whole.length; at++)
    for (const value of [0, 1, 127, 255]) {
      const broken = Buffer.from(whole);
      broken[at] = value;
      let size = 0;
      try {
        size = decompressZstd(broken, 10_000).length;
      } catch (error) {
        expect(error instanceof RangeError || (error as { code?: string }).code === "Z_DATA_ERROR", String(error)).toBe(true);
      }
      expect(size).toBeLessThanOrEqual(10_000);
    }
});
