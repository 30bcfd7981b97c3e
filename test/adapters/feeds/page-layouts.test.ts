import { expect, it } from "vitest";
import { READS } from "../../../src/adapters/feeds/reads.ts";
import { CMS_LAYOUTS } from "../../fixtures/cms-layouts.ts";
import { PAGE_LAYOUTS, type PageLayout } from "../../fixtures/page-layouts.ts";
import { SITE_LAYOUTS } from "../../fixtures/site-layouts.ts";

const read = ({ url, html }: Pick<PageLayout, "url" | "html">) =>
  READS.article({
    url,
    contentType: "text/html; charset=utf-8",
    body: Buffer.from(html),
    etag: null,
    lastModified: null,
    maxAgeMs: null,
  });

it.each([...PAGE_LAYOUTS, ...SITE_LAYOUTS, ...CMS_LAYOUTS])("reads the day and the author of a page with $name", (layout) => {
  const { publishedAt, author } = read(layout);
  expect({ day: publishedAt?.slice(0, 10) ?? null, author }).toEqual({ day: layout.day, author: layout.author });
});

it.each([
  ["Talks end in Lisbon | The Gazette", '<meta property="og:site_name" content="The Gazette">'],
  ["Talks end in Lisbon - gazette.example", ""],
  ["Gazette: Talks end in Lisbon", '<meta property="og:site_name" content="Gazette">'].map((part) =>
    part.replace("Gazette: ", "Gazette | "),
  ),
  ["Talks end in Lisbon – World news", "", "<h1>Talks end in Lisbon</h1>"],
])("takes the site's name off the title %j", (title, head, headline = "") => {
  const html = `<html><head><title>${title}</title>${head}</head><body>${headline}<p>They met.</p></body></html>`;
  expect(read({ url: "https://gazette.example/talks", html }).title).toBe("Talks end in Lisbon");
});

it("keeps a title that holds a dash or a bar", () => {
  const html = "<html><head><title>Lisbon – Oslo: cables and fish</title></head><body><p>They met.</p></body></html>";
  expect(read({ url: "https://gazette.example/talks", html }).title).toBe("Lisbon – Oslo: cables and fish");
});
