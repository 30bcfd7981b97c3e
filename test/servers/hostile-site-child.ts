// Started by hostile-content.slow.test.ts: serves what strangers could send, at the largest size that is let in, in a process of its own, and asks
// now and then how the program is, as an operator's monitor would.
import { createServer, get } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { page, rss, wholeText } from "../fakes/feeds.ts";
import { HOSTILE_ENTRIES, HOSTILE_FEEDS, HOSTILE_PAGES, HOSTILE_TEXTS, ROBOTS } from "./hostile-content.ts";

const html = { "content-type": "text/html; charset=utf-8" };
const xml = { "content-type": "application/xml" };

type Made = { body: string | Buffer; headers: Record<string, string> };

function make(path: string, origin: string): Made | null {
  const [, kind = "", name = ""] = decodeURIComponent(path).split("/");
  const entry = (text: string, link = `${origin}/nothing/${encodeURIComponent(name)}`) =>
    rss([{ title: name, guid: name, link, text }]);
  switch (kind) {
    case "honest":
      return { body: rss(honest(origin, name)), headers: xml };
    case "article":
      return { body: page(name), headers: html };
    case "entries":
      return { body: entry(HOSTILE_ENTRIES[name]?.() ?? ""), headers: xml };
    case "texts":
      return { body: entry(HOSTILE_TEXTS[name]?.() ?? ""), headers: xml };
    case "feeds":
      return {
        body: HOSTILE_FEEDS[name]?.() ?? "",
        headers: name.startsWith("gzip") ? { ...xml, "content-encoding": "gzip" } : xml,
      };
    case "teasers":
      return { body: entry("A teaser.", `${origin}/pages/${encodeURIComponent(name)}`), headers: xml };
    case "pages":
      return { body: `<!doctype html><html>${HOSTILE_PAGES[name]?.() ?? ""}`, headers: html };
    case "sitemap.xml":
      return { body: gzipSync(`<urlset>${"<url>".repeat(9_000_000)}`), headers: xml };
    default:
      return null;
  }
}

/** Teasers and whole articles by turns. */
function honest(origin: string, name: string) {
  return Array.from({ length: 6 }, (_, at) => ({
    title: `Dispatch ${name}-${at}`,
    guid: `${name}-${at}`,
    link: `${origin}/article/${name}-${at}`,
    text: at % 2 === 0 ? "A teaser." : wholeText(`${name}-${at}`),
  }));
}

const server = createServer((request, response) => {
  const { port } = server.address() as AddressInfo;
  const path = request.url ?? "/";
  if (path === "/robots.txt") {
    response.writeHead(200).end(ROBOTS);
    return;
  }
  const made = make(path, `http://127.0.0.1:${port}`);
  response.writeHead(made === null ? 404 : 200, made?.headers).end(made?.body);
});

/**
 * Over a connection of its own: while something is made here for longer than a server keeps one open, it closes that, and what is asked over
 * it next fails. 0 where there is no answer.
 */
function statusOf(address: string): Promise<number> {
  return new Promise((resolve) => {
    const request = get(address, { agent: false }, (answer) => {
      answer.resume();
      answer.once("end", () => resolve(answer.statusCode ?? 0));
    });
    request.once("error", () => resolve(0));
  });
}

process.on("message", (health: string) => {
  const ask = async () => {
    const before = performance.now();
    const status = await statusOf(health);
    process.send?.({ status, ms: performance.now() - before });
    setTimeout(() => void ask(), 50);
  };
  void ask();
});
process.on("disconnect", () => process.exit());
server.listen(0, "127.0.0.1", () => process.send?.({ port: (server.address() as AddressInfo).port }));
