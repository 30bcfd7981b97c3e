import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serveHttp } from "../../../src/adapters/http/serve-http.ts";
import { type StartedDesk, startDesk } from "../mcp/start-desk.ts";

const OURS = "slack:T1";
const PING = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "ping" });

describe("the server of programs", () => {
  let desk: StartedDesk;

  beforeAll(async () => {
    desk = await startDesk();
  });

  afterAll(async () => {
    expect(desk.failures).toEqual([]);
    await desk.stop();
  });

  interface Sent {
    headers?: Record<string, string>;
    body?: string;
    method?: string;
  }

  /** With whatever headers, also those that fetch would not send. */
  const send = (path: string, { headers = {}, body = PING, method = "POST" }: Sent = {}) =>
    new Promise<{ status: number; text: string; headers: NodeJS.Dict<string | string[]> }>((resolve, reject) => {
      const usual = { "content-type": "application/json", accept: "application/json, text/event-stream" };
      const outgoing = request(`${desk.address}${path}`, { method, headers: { ...usual, ...headers } }, (response) => {
        let text = "";
        response.on("data", (chunk) => {
          text += String(chunk);
        });
        response.on("end", () => resolve({ status: response.statusCode ?? 0, text, headers: response.headers }));
      });
      outgoing.on("error", reject);
      outgoing.end(method === "GET" ? undefined : body);
    });
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

  it("lets nobody in without a token that holds, and says no more than that", async () => {
    const { token, id } = await desk.token(OURS);
    expect((await send("/mcp", { headers: bearer(token) })).status).toBe(200);
    const refused = await send("/mcp");
    expect(refused.status).toBe(401);
    expect(refused.headers["www-authenticate"]).toContain("Bearer");
    await desk.revoke(OURS, id);
    const revoked = await send("/mcp", { headers: bearer(token) });
    expect([revoked.status, revoked.text]).toEqual([401, refused.text]);
  });

  it("is called by its own names alone, and by no other site", async () => {
    const { token } = await desk.token(OURS);
    const headers = bearer(token);
    for (const host of ["evil.example", "127.0.0.1.evil.example", "localhost@evil.example"])
      expect((await send("/mcp", { headers: { ...headers, host } })).status, host).not.toBe(200);
    for (const host of ["evil.example@127.0.0.1", "127.0.0.1/evil.example", "localhost?evil.example", "localhost#evil.example"])
      expect((await send("/mcp", { headers: { ...headers, host } })).status, host).toBe(421);
    for (const origin of ["https://evil.example", "null", "http://127.0.0.1.evil.example"])
      expect((await send("/mcp", { headers: { ...headers, origin } })).status, origin).toBe(403);
    expect((await send("/mcp", { headers: { ...headers, origin: "http://localhost:6274" } })).status).toBe(200);
  });

  it("takes a request of bounded size, of methods that it knows, at addresses that it has", async () => {
    const { token } = await desk.token(OURS);
    expect((await send("/mcp", { headers: bearer(token), body: `"${"x".repeat(300_000)}"` })).status).toBe(413);
    expect((await send("/mcp", { headers: bearer(token), method: "PUT" })).status).toBe(405);
    expect(await send("/elsewhere", { method: "GET" })).toMatchObject({ status: 404 });
  });

  it("answers each token at its rate, and says when to come again", async () => {
    const { token } = await desk.token(OURS, { ratePerMinute: 2 });
    const other = await desk.token(OURS, { ratePerMinute: 2 });
    const status = async (shown: string) => (await send("/mcp", { headers: bearer(shown) })).status;
    expect([await status(token), await status(token), await status(token)]).toEqual([200, 200, 429]);
    expect((await send("/mcp", { headers: bearer(token) })).headers["retry-after"]).toBe("30");
    expect(await status(other.token)).toBe(200);
    desk.pass(30_000);
    expect([await status(token), await status(token)]).toEqual([200, 429]);
  });

  it("says so where an answer takes too long, and makes so many at once and no more", async () => {
    const stuck = new Promise<Response>(() => undefined);
    const told = { what: "Could not serve", settings: { host: "WEB_HOST", port: "WEB_PORT" } };
    const route = (asked: Request) => (asked.url.endsWith("/stuck") ? stuck : Promise.resolve(new Response("here")));
    const where = { host: "127.0.0.1", port: 0, told, publicUrl: null };
    const server = await serveHttp(where, { routes: [route], onFailure: () => undefined, answerTimeoutMs: 20 });
    try {
      const late = await fetch(`${server.address}/stuck`);
      expect([late.status, await late.text()]).toEqual([503, expect.stringContaining("took too long")]);
      await Promise.all(Array.from({ length: 31 }, () => fetch(`${server.address}/stuck`).then((each) => each.text())));
      expect(await (await fetch(`${server.address}/other`)).text()).toContain("Too many requests at once");
    } finally {
      await server.stop();
    }
  });

  it("slows down whoever tries tokens", async () => {
    desk.pass(60_000);
    const tried: number[] = [];
    for (let times = 0; times < 22; times += 1)
      tried.push((await send("/mcp", { headers: bearer(`att_${"a".repeat(8)}_${"b".repeat(43)}`) })).status);
    expect(tried.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => 401));
    expect(tried.slice(20)).toEqual([429, 429]);
  });
});
