import { randomBytes } from "node:crypto";
import { afterEach, beforeEach, expect, it } from "vitest";
import { createHeaderVault } from "../../../src/adapters/tokens/header-vault.ts";
import { createTokenBox } from "../../../src/adapters/tokens/token-box.ts";
import { createFetcher, FETCH_LIMITS } from "../../../src/adapters/web/create-fetcher.ts";
import { readAllowList } from "../../../src/domain/sources/address-rules.ts";
import { mayReceiveHeader, type OwnedHeader } from "../../../src/domain/sources/source-header.ts";
import type { Fetched, Fetcher } from "../../../src/domain/sources/web.ts";
import { FakeSite } from "../../servers/fake-site.ts";

let [own, other]: [FakeSite, FakeSite] = [new FakeSite(), new FakeSite()];
let fetcher: Fetcher;
const vault = createHeaderVault(createTokenBox([{ id: "2026", secret: randomBytes(32) }]));

beforeEach(async () => {
  [own, other] = [new FakeSite(), new FakeSite()];
  await Promise.all([own.listen(), other.listen()]);
  const { list: allowed } = readAllowList(["127.0.0.0/8"]);
  const config = { userAgent: "Attache/test", allowed, pace: { gapMs: 0, concurrency: 2 }, limits: FETCH_LIMITS };
  fetcher = createFetcher(config, { clock: { now: () => Date.now() }, openHeader: vault.open });
});

afterEach(async () => {
  await fetcher.close();
  await Promise.all([own.close(), other.close()]);
});

function owned(name: string, value: string, url = `${own.url}/feed`): OwnedHeader {
  const owner = { workspaceId: "slack:T1", url };
  return { ...owner, header: { name, ...vault.seal(value, owner) } };
}

const get = (path: string, header: OwnedHeader | null): Promise<Fetched> =>
  fetcher.get({ url: `${own.url}${path}`, want: "page", validators: null, header });

it("goes to the source's own host, and not for its robots.txt", async () => {
  own.serve("/feed", "inside");
  expect(await get("/feed", owned("X-Api-Key", "k-123"))).toMatchObject({ kind: "content" });
  expect(own.requests.map(({ path, headers }) => [path, headers["x-api-key"]])).toEqual([
    ["/robots.txt", undefined],
    ["/feed", "k-123"],
  ]);
});

it("stays behind where a redirect leads to another host, and comes along again on the way back", async () => {
  own.paths.set("/feed", (_request, response) => response.writeHead(302, { location: `${other.url}/login` }).end());
  other.paths.set("/login", (_request, response) => response.writeHead(302, { location: `${own.url}/home` }).end());
  own.serve("/home", "inside");
  expect(await get("/feed", owned("Authorization", "Bearer secret-1"))).toMatchObject({ kind: "content" });
  expect(other.requests.map(({ headers }) => headers.authorization)).toEqual([undefined, undefined]);
  expect(own.requests.find(({ path }) => path === "/home")?.headers.authorization).toBe("Bearer secret-1");
});

it("as a cookie stands before the cookies of the chain", async () => {
  own.paths.set("/feed", (request, response) => {
    if (request.headers.cookie?.includes("seen=1")) response.end(request.headers.cookie);
    else response.writeHead(302, { location: "/feed", "set-cookie": "seen=1" }).end();
  });
  const fetched = await get("/feed", owned("Cookie", "session=abc"));
  expect(fetched.kind === "content" && Buffer.from(fetched.content.body).toString()).toBe("session=abc; seen=1");
});

it("that does not open fails the request before anything is sent, and names no value", async () => {
  const header = { ...owned("Authorization", "Bearer secret-1", "https://elsewhere.example/feed"), url: `${own.url}/feed` };
  const fetched = await get("/feed", header);
  expect(fetched).toMatchObject({
    kind: "failed",
    failure: { trouble: "login", sentence: expect.stringContaining("can't decrypt the header Authorization") },
  });
  expect(own.requests).toEqual([]);
  expect(JSON.stringify(fetched)).not.toContain("secret-1");
});

it.each([
  ["https://a.example/x", "https://a.example/feed", true],
  ["https://a.example/x", "http://a.example/feed", true],
  ["http://a.example/x", "https://a.example/feed", false],
  ["https://a.example:8443/x", "https://a.example/feed", false],
  ["https://www.a.example/x", "https://a.example/feed", false],
  ["https://a.example/x", "http://a.example:8080/feed", false],
])("%s may have the header of %s: %s", (to, of, may) => {
  expect(mayReceiveHeader(new URL(to), of)).toBe(may);
});
