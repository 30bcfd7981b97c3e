import { afterEach, expect, it } from "vitest";
import { createReadPool, type ReadPool } from "../../../src/adapters/threads/create-read-pool.ts";
import { AppError } from "../../../src/domain/errors.ts";
import { page, rss } from "../../fakes/feeds.ts";
import { directReaders } from "../../fakes/readers.ts";

let pool: ReadPool;
afterEach(() => pool.close());

const contentOf = (text: string) => ({
  url: "https://gazette.example/a",
  contentType: "text/html; charset=utf-8",
  body: Buffer.from(text),
  etag: null,
  lastModified: null,
  maxAgeMs: null,
});

it("reads on threads what is read without them, of every kind", async () => {
  pool = createReadPool();
  const feed = contentOf(rss([{ title: "Talks", guid: "1", link: "https://gazette.example/1", text: "Ministers met." }]));
  const article = contentOf(page("talks"));
  const loc = "<url><loc>https://gazette.example/1</loc><lastmod>2026-11-20</lastmod></url>";
  const wish = { content: contentOf(`<urlset>${loc}</urlset>`), siteUrl: "https://gazette.example/", since: "2026-11-01" };
  const readAll = async ({ web, outlines, robots }: ReturnType<typeof directReaders>) => [
    await web.feeds.read(feed),
    await web.feeds.read(article),
    await web.pages.article(article),
    await web.pages.feedLinks(article),
    await web.pages.entries(article),
    await web.pages.text("<p>a</p>b"),
    await web.sitemap(wish),
    await outlines('<opml version="2.0"><body><outline xmlUrl="https://gazette.example/f" text="G"/></body></opml>'),
    await robots("User-agent: *\nDisallow: /a", "Attache"),
  ];
  const found = await readAll(pool);
  expect(found).toEqual(await readAll(directReaders()));
  expect(found[6]).toMatchObject({ items: [{ url: "https://gazette.example/1" }], left: 0 });
});

it("gives up what takes too long, says what is too deep, and goes on reading", async () => {
  pool = createReadPool({ limitMs: 200 });
  const items = "<item/>".repeat(1_400_000);
  const endless = contentOf(rss([{ text: "x", guid: "1" }]).replace("</channel>", `${items}</channel>`));
  const [late, deep] = await Promise.allSettled([pool.web.feeds.read(endless), pool.web.pages.text("<b>".repeat(1000))]);
  const reasons = [late, deep].map((each) => (each.status === "rejected" ? each.reason : null));
  for (const reason of reasons) expect(reason).toBeInstanceOf(AppError);
  expect(reasons.map((reason) => reason.message)).toEqual([
    "It takes longer than 0.2 seconds to read.",
    "Its markup is nested too deeply or has too many attributes.",
  ]);
  expect(await pool.web.pages.text("<p>a")).toBe("a");
});
