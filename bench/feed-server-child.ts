// Started by poll.ts: serves any number of feeds with an ETag each, in a process of its own, and says at which port.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

const items = Number(process.argv[2]);
/** That the entries lead to. */
const HOSTS = 100;
const PARAGRAPH =
  "The two ministers met in the capital to talk about fisheries, grain and the cables between their coasts. They agreed on little, and to meet again. ";

function feedOf(name: string): string {
  const entries = Array.from({ length: items }, (_, at) => {
    const id = `${name}-${at}`;
    const text = `<p>Dispatch ${id}.</p>${`<p>${PARAGRAPH}</p>`.repeat(8)}`;
    return `<item><title>Dispatch ${id}</title><link>https://gazette${Number(name) % HOSTS}.example/${id}</link><guid>${id}</guid><pubDate>Mon, 23 Nov 2026 10:00:00 GMT</pubDate><description><![CDATA[${text}]]></description></item>`;
  });
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Gazette ${name}</title>${entries.join("")}</channel></rss>`;
}

const server = createServer((request, response) => {
  const name = (request.url ?? "/").slice(1);
  const etag = `"${name}"`;
  if (request.headers["if-none-match"] === etag) response.writeHead(304).end();
  else response.writeHead(200, { etag, "content-type": "application/rss+xml" }).end(feedOf(name));
});
server.listen(0, "127.0.0.1", () => process.send?.((server.address() as AddressInfo).port));
process.on("disconnect", () => process.exit());
