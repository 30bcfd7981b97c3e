import { gunzipSync } from "node:zlib";
import { asInstant } from "../../domain/evidence/as-instant.ts";
import { primaryLanguage } from "../../domain/evidence/language.ts";
import type { FeedItem } from "../../domain/sources/source.ts";
import type { Sitemap, SitemapWish, WebContent } from "../../domain/sources/web.ts";
import { decodeText } from "../web/decode-text.ts";
import { absolute } from "./feed-formats.ts";
import { plainLine } from "./html-text.ts";
import { parseMarkup } from "./parse-markup.ts";
import { readDate } from "./read-date.ts";

/** sitemaps.org: at most 50,000 addresses. */
const MAX_ENTRIES = 50_000;
const MAX_UNPACKED_BYTES = 50_000_000;
const FIELDS: Record<string, "url" | "date" | "published" | "title" | "publisher" | "language"> = {
  loc: "url",
  lastmod: "date",
  "news:publication_date": "published",
  "news:title": "title",
  "news:name": "publisher",
  "news:language": "language",
};

/** More are wanted of no sitemap; of the parts that an index names, fewer still. */
const MAX_WANTED = 1000;
const MAX_PARTS = 50;

/** Reads what is wanted of a sitemap or an index of sitemaps; null where the document is neither. */
export function readSitemap({ content, siteUrl, since }: SitemapWish): Sitemap<FeedItem> | null {
  const text = unpacked(content);
  if (text === null || !/<(?:urlset|sitemapindex)[\s>]/i.test(text.slice(0, 4096))) return null;
  const isIndex = /<sitemapindex[\s>]/i.test(text.slice(0, 4096));
  const site = siteOf(siteUrl);
  const isOwn = (item: FeedItem) => item.url !== null && siteOf(item.url) === site;
  const rows = readRows(text, isIndex ? "sitemap" : "url");
  const items: FeedItem[] = [];
  for (const row of rows) {
    const url = absolute(row.url, content.url);
    if (url === null) continue;
    const publishedAt = readDate(row.published ?? row.date);
    const [title, publisher] = [plainLine(row.title), plainLine(row.publisher)];
    items.push({
      guid: null,
      url,
      title,
      html: null,
      publishedAt,
      author: null,
      publisher,
      language: primaryLanguage(row.language),
    });
  }
  const isRecent = (item: FeedItem) => item.publishedAt !== null && item.publishedAt >= since;
  // A part whose date the index does not give may be new.
  const wanted = items.filter((item) => (isIndex ? isRecent(item) || item.publishedAt === null : isRecent(item) && isOwn(item)));
  const newest = wanted
    .sort((a, b) => asInstant(b.publishedAt).localeCompare(asInstant(a.publishedAt)))
    .slice(0, isIndex ? MAX_PARTS : MAX_WANTED);
  // A sitemap's date is that of the page's last change, and no date of publication.
  const undated = isIndex ? newest : newest.map((item) => (item.title === null ? { ...item, publishedAt: null } : item));
  return { isIndex, items: undated, left: wanted.length - newest.length };
}

function siteOf(url: string): string {
  return new URL(url).host.replace(/^www\./, "");
}

/** A sitemap is often a file that was packed, whatever the server says of it. */
function unpacked({ body, contentType }: WebContent): string | null {
  if (body[0] !== 0x1f || body[1] !== 0x8b) return decodeText(body, contentType);
  try {
    return decodeText(gunzipSync(body, { maxOutputLength: MAX_UNPACKED_BYTES }), contentType);
  } catch {
    return null;
  }
}

type Row = Partial<Record<(typeof FIELDS)[string], string>>;

function readRows(text: string, rowName: string): Row[] {
  const rows: Row[] = [];
  let row: Row | null = null;
  let field: (typeof FIELDS)[string] | null = null;
  parseMarkup(
    text,
    {
      onopentag(name) {
        if (name === rowName && rows.length < MAX_ENTRIES) row = {};
        field = FIELDS[name] ?? null;
      },
      ontext(words) {
        if (row !== null && field !== null) row[field] = `${row[field] ?? ""}${words}`;
      },
      onclosetag(name) {
        field = null;
        if (name !== rowName || row === null) return;
        rows.push(row);
        row = null;
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  return rows;
}
