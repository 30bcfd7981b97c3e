import { z } from "zod";
import type { Feed, FeedItem } from "../../domain/sources/source.ts";
import { absolute } from "./feed-formats.ts";
import { plainLine } from "./html-text.ts";

/** GDELT's documents API (mode=artlist, format=json): headlines with their addresses, at most 250. `seendate` is when GDELT saw a page, and no date of it. */
const listed = z.object({ url: z.string(), title: z.string(), domain: z.string().optional().catch(undefined) });
const answer = z.object({ articles: z.array(listed.nullable().catch(null)) });
const HOST = "api.gdeltproject.org";

/** Null where the document is another one. An answer without articles is an empty object. */
export function readGdelt(json: string, url: string): Feed<FeedItem> | null {
  const isGdelt = URL.canParse(url) && new URL(url).host === HOST;
  const parsed = answer.safeParse(isGdelt && /^\{\s*\}$/.test(json) ? { articles: [] } : parseJson(json));
  if (!parsed.success) return null;
  const items = parsed.data.articles.flatMap((each) => {
    const address = each === null ? null : absolute(each.url, url);
    return each === null || address === null ? [] : [toItem(address, each.title, each.domain)];
  });
  return { title: null, siteUrl: null, language: null, items, ttlMs: null, olderUrl: null, notes: [] };
}

/** GDELT sets its headlines word by word: "Ministers meet , agree on 5 % ". */
function toItem(url: string, headline: string, domain: string | undefined): FeedItem {
  const title = plainLine(headline.replace(/ (?=[,.:;!?%)’])/g, ""));
  return { guid: url, url, title, html: null, publishedAt: null, author: null, publisher: domain ?? null, language: null };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
