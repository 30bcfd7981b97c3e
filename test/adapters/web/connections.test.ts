import { once } from "node:events";
import { createSecureServer, type Http2SecureServer } from "node:http2";
import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createFetcher, FETCH_LIMITS } from "../../../src/adapters/web/create-fetcher.ts";
import { readAllowList } from "../../../src/domain/sources/address-rules.ts";
import type { Fetcher } from "../../../src/domain/sources/web.ts";
import { selfSigned } from "../../servers/self-signed.ts";

const LOOPBACK = readAllowList(["127.0.0.0/8"]).list;
const ROBOTS = "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n";
const ANSWER = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 7\r\n\r\nthe day";

let fetcher: Fetcher;
const servers: (Server | Http2SecureServer)[] = [];

beforeEach(() => {
  const config = { userAgent: "Attache/test", allowed: LOOPBACK, pace: { gapMs: 0, concurrency: 1 }, limits: FETCH_LIMITS };
  fetcher = createFetcher(config, { clock: { now: () => Date.now() } });
});

afterEach(async () => {
  await fetcher.close();
  for (const server of servers.splice(0)) {
    server.close();
    await once(server, "close");
  }
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

async function listen(server: Server | Http2SecureServer): Promise<number> {
  servers.push(server);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
}

async function read(url: string): Promise<string> {
  const fetched = await fetcher.get({ url, want: "page", validators: null });
  if (fetched.kind === "content") return Buffer.from(fetched.content.body).toString("utf8");
  return fetched.kind === "failed" ? fetched.failure.sentence : fetched.kind;
}

/** Answers by the connection's number and by that of the request on it, both from 1 on; null closes the connection. */
async function serve(answer: (connection: number, request: number) => string | null): Promise<{ port: number; asked: string[] }> {
  const asked: string[] = [];
  let connections = 0;
  const server = createServer((socket: Socket) => {
    connections += 1;
    const connection = connections;
    let requests = 0;
    socket.on("error", () => undefined);
    socket.on("data", (data) => {
      requests += 1;
      asked.push(`${connection} ${data.toString("latin1").split(" ")[1]}`);
      const text = answer(connection, requests);
      if (text === null) socket.resetAndDestroy();
      else socket.write(text);
    });
  });
  return { port: await listen(server), asked };
}

it("a kept connection that the server closes meanwhile is replaced by a new one", async () => {
  const { port, asked } = await serve((connection, request) => {
    if (request === 1 && connection === 1) return ROBOTS;
    return connection === 1 ? null : ANSWER;
  });
  expect(await read(`http://127.0.0.1:${port}/story`)).toBe("the day");
  expect(asked).toEqual(["1 /robots.txt", "1 /story", "2 /story"]);
});

it("a request is sent a second time, and not a third", async () => {
  const { port, asked } = await serve((connection) => (connection === 1 && asked.length === 1 ? ROBOTS : null));
  expect(await read(`http://127.0.0.1:${port}/story`)).toContain("closed the connection before the response was complete");
  expect(asked).toEqual(["1 /robots.txt", "1 /story", "2 /story"]);
});

it("a new connection that is closed is not tried again", async () => {
  const { port, asked } = await serve(() => null);
  expect(await read(`http://127.0.0.1:${port}/story`)).toContain("closed the connection");
  expect(asked).toEqual(["1 /robots.txt"]);
});

it("a server that speaks only HTTP/2 is read over HTTP/2", async () => {
  vi.stubEnv("NODE_TLS_REJECT_UNAUTHORIZED", "0");
  vi.spyOn(process, "emitWarning").mockReturnValue();
  const asked: string[] = [];
  const server = createSecureServer(selfSigned(), (request, response) => {
    asked.push(`${request.httpVersion} ${request.url}`);
    response.setHeader("content-type", "text/html");
    if (request.url === "/robots.txt") response.statusCode = 404;
    response.end("the day");
  });
  const port = await listen(server);
  expect(await read(`https://127.0.0.1:${port}/story`)).toBe("the day");
  expect(await read(`https://127.0.0.1:${port}/other`)).toBe("the day");
  expect(asked).toEqual(["2.0 /robots.txt", "2.0 /story", "2.0 /other"]);
});

it("a certificate that nobody vouches for is refused, over HTTP/2 as well", async () => {
  const port = await listen(createSecureServer(selfSigned(), (_request, response) => response.end("the day")));
  expect(await read(`https://127.0.0.1:${port}/story`)).toContain("has no valid certificate");
});
