import { z } from "zod";
import type { Feed, FeedItem } from "../../domain/sources/source.ts";
import { absolute } from "./feed-formats.ts";
import { plainLine } from "./html-text.ts";

/** GDELT's documents API (mode=artlist, format=json): headlines with their addresses, at most 250. `seendate` is when GDELT saw a page, and no date of it. */
const listed = z.object({ url: z.string(), title: z.string(), domain: z.string().optional().catch(undefined) });
const answer = z.object({ articles: z.array(listed.nullable().catch(null)) });
const HOST = "api.gdeltproject.org";
/** What it says of a query that it does not take is a sentence or two. */
const LONGEST_ANSWER = 300;

/** Null where the document is another one. An answer without articles is an empty object. */
export function readGdelt(json: string, url: string): Feed<FeedItem> | null {
  const parsed = answer.safeParse(isGdelt(url) && /^\{\s*\}$/.test(json) ? { articles: [] } : readJson(json, url));
  if (!parsed.success) return null;
  const items = parsed.data.articles.flatMap((each) => {
    const address = each === null ? null : absolute(each.url, url);
    return each === null || address === null ? [] : [toItem(address, each.title, each.domain)];
  });
  return { title: null, siteUrl: null, language: null, items, ttlMs: null, olderUrl: null, notes: [] };
}

/**
 * What GDELT says of a query that it does not take, for people; null where the document is another one. It says so as if all were well: "Your
 * query was too short or too long.", "Please limit requests to one every 5 seconds …"
 */
export function sayGdeltAnswer(text: string, url: string): string | null {
  const line = isGdelt(url) && /^[^<{[]/.test(text) && text.length <= LONGEST_ANSWER ? plainLine(text) : null;
  return line === null ? null : `GDELT has no list of articles for this, and answers: “${line}”`;
}

function isGdelt(url: string): boolean {
  return URL.canParse(url) && new URL(url).hostname === HOST;
}

/** GDELT sets its headlines word by word: "Ministers meet , agree on 5 % ". */
function toItem(url: string, headline: string, domain: string | undefined): FeedItem {
  const title = plainLine(headline.replace(/ (?=[,.:;!?%)’])/g, ""));
  return { guid: url, url, title, html: null, publishedAt: null, author: null, publisher: domain ?? null, language: null };
}

function readJson(text: string, url: string): unknown {
  return parseJson(text) ?? (isGdelt(url) ? parseJson(mendJson(text)) : null);
}

/** GDELT puts headlines into its JSON as it found them, with backslashes that escape nothing and with ends of lines: one of them would cost the whole list. */
function mendJson(text: string): string {
  return text
    .replace(/\\(?:(["\\/bfnrt]|u[\da-f]{4})|)/gi, (_, escaped: string | undefined) =>
      escaped === undefined ? "" : `\\${escaped}`,
    )
    .replace(/[\t\n\r]/g, " ");
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
