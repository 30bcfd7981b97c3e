import { expect, it } from "vitest";
import { READS } from "../../../src/adapters/feeds/reads.ts";
import { CMS_PAGES, type CmsPage } from "../../fixtures/pages/cms-pages.ts";

const read = ({ url, html }: CmsPage) =>
  READS.article({
    url,
    contentType: "text/html; charset=utf-8",
    body: Buffer.from(html),
    etag: null,
    lastModified: null,
    maxAgeMs: null,
  });

/** What Liferay's class "user-info" says could be a reader who is logged in, and "11/24/26" has no year that one can be sure of. */
const UNREAD = "Liferay, asset publisher with an author's avatar";

it.each(CMS_PAGES)("reads the day, the author and the text of a page: $layout", (page) => {
  const { publishedAt, author, text, barrier } = read(page);
  const isRead = page.layout !== UNREAD;
  expect({ barrier, day: publishedAt?.slice(0, 10) ?? null, author }).toEqual({
    barrier: null,
    day: isRead ? page.date : null,
    author: isRead ? page.author : null,
  });
  expect(text).toContain(page.has);
  expect(text).not.toContain(page.hasNot);
});
