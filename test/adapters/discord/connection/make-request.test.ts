import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Agent } from "undici";
import { afterEach, beforeEach, expect, it } from "vitest";
import { makeRequest } from "../../../../src/adapters/discord/connection/make-request.ts";

let server: Server;
let url: string;
const bodies: string[] = [];

beforeEach(async () => {
  server = createServer((request, response) => {
    if (request.url === "/lost") return void request.socket.resetAndDestroy();
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      bodies.push(Buffer.concat(chunks).toString());
      response.end("{}");
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await once(server, "close");
});

it("sends a form with a file, though the undici that reads the news was loaded first", async () => {
  expect(Agent).toBeTypeOf("function");
  const body = new FormData();
  body.append("files[0]", new Blob(["<opml/>"]), "a.opml");
  const init = { method: "POST", body } as unknown as Parameters<typeof makeRequest>[1];
  expect((await makeRequest(`${url}/`, init)).status).toBe(200);
  expect(bodies.at(-1)).toContain("<opml/>");
});

it("fails with what happened on the way, by whose code discord.js tries again", async () => {
  await expect(makeRequest(`${url}/lost`, { method: "GET" })).rejects.toMatchObject({ code: "ECONNRESET" });
});
