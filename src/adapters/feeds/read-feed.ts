import { parseFeed } from "feedsmith";
import type { Feed, FeedItem } from "../../domain/sources/source.ts";
import type { FeedRead, WebContent } from "../../domain/sources/web.ts";
import { decodeText } from "../web/decode-text.ts";
import { fromAtom, fromJson, fromRdf, fromRss } from "./feed-formats.ts";

/** The document as it was sent, without what stands before it and what no XML may hold. */
const BEGINS = /<\?xml|<rss[\s>]|<feed[\s>]|<rdf:RDF[\s>]/i;
const LOOKED_THROUGH = 4096;
const MAX_JSON_DEPTH = 200;
/** XML 1.0 has no other control characters than these: feeds that hold some are mended, not refused. */
const ILLEGAL = /[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu;

/** Reads RSS, Atom, RDF and JSON Feed. What is broken is mended where it is plain how, and a note says so. */
export function readFeed(content: WebContent): FeedRead<Feed<FeedItem>> {
  const notes: string[] = [];
  const text = prepare(decodeText(content.body, content.contentType), notes);
  if (text === "") return { kind: "no-feed", sentence: "The response is empty." };
  if (isJson(text) && isNestedTooDeep(text))
    return { kind: "no-feed", sentence: "The response is JSON that is nested too deeply." };
  const feed = parse(text, content.url) ?? parseCut(text, content.url, notes);
  if (feed === null) return { kind: "no-feed", sentence: explain(text) };
  return { kind: "feed", feed: { ...feed, notes: [...notes, ...feed.notes] } };
}

function prepare(decoded: string, notes: string[]): string {
  const text = decoded.replace(ILLEGAL, "").trim();
  if (text.length < decoded.trim().length) notes.push("I left out characters that XML does not allow.");
  if (isJson(text)) return text;
  const at = text.slice(0, LOOKED_THROUGH).search(BEGINS);
  if (at > 0) {
    // A page that holds a feed in an example is no feed.
    if (/<(?:!doctype\s+html|html|body)[\s>]/i.test(text.slice(0, at))) return text;
    notes.push("I skipped text in front of the feed.");
    return text.slice(at);
  }
  return text;
}

function isJson(text: string): boolean {
  return /^[{[]/.test(text);
}

/** Whether more is open at once than a feed ever has: JSON.parse takes seconds for millions of brackets, whatever comes behind them. */
function isNestedTooDeep(json: string): boolean {
  let depth = 0;
  let isInString = false;
  for (let at = 0; at < json.length && depth <= MAX_JSON_DEPTH; at++) {
    const mark = json[at];
    if (mark === '"') isInString = !isInString;
    else if (isInString) at += mark === "\\" ? 1 : 0;
    else if (mark === "[" || mark === "{") depth += 1;
    else if (mark === "]" || mark === "}") depth -= 1;
  }
  return depth > MAX_JSON_DEPTH;
}

function parse(text: string, url: string): Feed<FeedItem> | null {
  try {
    // Entities that a document declares are not expanded: feedsmith reads those of XML and HTML alone.
    const parsed = parseFeed(text);
    switch (parsed.format) {
      case "rss":
        return fromRss(parsed.feed, url);
      case "atom":
        return fromAtom(parsed.feed, url);
      case "rdf":
        return fromRdf(parsed.feed, url);
      case "json":
        return fromJson(parsed.feed, url);
    }
  } catch {
    // Whatever the parser stumbles over, the document is no feed as it stands.
    return null;
  }
}

const CLOSINGS: [RegExp, string, string][] = [
  [/<rss[\s>]/i, "</item>", "</channel></rss>"],
  [/<feed[\s>]/i, "</entry>", "</feed>"],
  [/<rdf:RDF[\s>]/i, "</item>", "</rdf:RDF>"],
];

/** A feed that breaks off: what is whole in it is read. */
function parseCut(text: string, url: string, notes: string[]): Feed<FeedItem> | null {
  for (const [root, item, closing] of CLOSINGS) {
    if (!root.test(text.slice(0, LOOKED_THROUGH))) continue;
    const end = text.lastIndexOf(item);
    const feed = end < 0 ? null : parse(`${text.slice(0, end + item.length)}${closing}`, url);
    if (feed === null || feed.items.length === 0) return null;
    notes.push("The feed breaks off. I read the entries before that.");
    return feed;
  }
  return null;
}

function explain(text: string): string {
  if (/<(?:!doctype\s+html|html|body)[\s>]/i.test(text.slice(0, LOOKED_THROUGH)))
    return "The address has a web page, not a feed.";
  if (BEGINS.test(text.slice(0, LOOKED_THROUGH))) return "The feed's XML is broken.";
  if (isJson(text)) return "The response is JSON, but not a JSON Feed.";
  return "The response is not a feed (RSS, Atom, RDF or JSON Feed).";
}
