import { once } from "node:events";
import { createServer, connect as netConnect, Socket } from "node:net";
import { afterEach, expect, test } from "vitest";
import { connectTarget, guardNetwork, isLoopbackHost, type NetworkGuard } from "./guard-network.ts";

let guard: NetworkGuard | null = null;
afterEach(() => {
  guard?.release();
  guard = null;
});

test.each(["127.0.0.1", "127.8.9.10", "::1", "[::1]", "localhost", "LOCALHOST", "a.localhost", "0.0.0.0"])(
  "%s is this machine",
  (host) => {
    expect(isLoopbackHost(host)).toBe(true);
  },
);

test.each(["10.0.0.1", "169.254.169.254", "192.0.2.1", "2001:db8::1", "harbour-gazette.example", "localhost.example"])(
  "%s is beyond this machine",
  (host) => {
    expect(isLoopbackHost(host)).toBe(false);
  },
);

test("every form of socket.connect gives its target, and a path gives none", () => {
  expect(connectTarget([{ host: "192.0.2.1", port: 80 }])).toEqual({ host: "192.0.2.1", port: "80" });
  expect(connectTarget([[{ port: 80 }, null]])).toEqual({ host: "localhost", port: "80" });
  expect(connectTarget([443, "192.0.2.1"])).toEqual({ host: "192.0.2.1", port: "443" });
  expect(connectTarget([443])).toEqual({ host: "localhost", port: "443" });
  expect(connectTarget(["/run/service.sock"])).toBeNull();
  expect(connectTarget([{ path: "/run/service.sock" }])).toBeNull();
});

test("fetch and sockets beyond loopback are refused and remembered, even when the caller swallows the error", async () => {
  guard = guardNetwork();
  await fetch("http://192.0.2.1:8099/").catch(() => null);
  const socket = netConnect({ host: "192.0.2.2", port: 443 });
  const [error] = await once(socket, "error");
  expect(String(error)).toContain("only connect to loopback");
  expect(guard.take()).toEqual(["192.0.2.1:8099", "192.0.2.2:443"]);
});

test("a connection to loopback goes through", async () => {
  guard = guardNetwork();
  const server = createServer((peer) => peer.end("hello")).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const socket = new Socket().connect(port, "127.0.0.1");
  const [data] = await once(socket, "data");
  expect(String(data)).toBe("hello");
  expect(guard.take()).toEqual([]);
  await once(socket, "close");
  server.close();
  await once(server, "close");
});
