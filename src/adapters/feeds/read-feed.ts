import { parseFeed } from "feedsmith";
import type { Feed, FeedItem } from "../../domain/sources/source.ts";
import type { FeedRead, WebContent } from "../../domain/sources/web.ts";
import { decodeText } from "../web/decode-text.ts";
import { fromAtom, fromJson, fromRdf, fromRss } from "./feed-formats.ts";
import { plainLine } from "./html-text.ts";
import { type CutFeed, cutFeed, nameOfEntry, withoutStrays } from "./mend-feed.ts";
import { readGdelt, sayGdeltAnswer } from "./read-gdelt.ts";

/** The document as it was sent, without what stands before it and what no XML may hold. */
const BEGINS = /<\?xml|<rss[\s>]|<feed[\s>]|<rdf:RDF[\s>]/i;
const LOOKED_THROUGH = 4096;
const MAX_JSON_DEPTH = 200;
/** XML 1.0 has no other control characters than these: feeds that hold some are mended, not refused. */
const ILLEGAL = /[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu;

/** Reads RSS, Atom, RDF, JSON Feed and GDELT's lists of articles. What is broken is mended where it is plain how, and a note says so. */
export function readFeed(content: WebContent): FeedRead<Feed<FeedItem>> {
  const notes: string[] = [];
  const text = prepare(decodeText(content.body, content.contentType), notes);
  if (text === "") return { kind: "no-feed", sentence: "The response is empty." };
  if (isJson(text) && isNestedTooDeep(text))
    return { kind: "no-feed", sentence: "The response is JSON that is nested too deeply." };
  const found = isJson(text) ? readGdelt(text, content.url) : null;
  if (found !== null) return { kind: "feed", feed: found };
  const told = sayGdeltAnswer(text, content.url);
  if (told !== null) return { kind: "no-feed", sentence: told };
  const asItStands = parse(text, content.url);
  const feed = asItStands !== null && !losesEntries(asItStands, text) ? asItStands : parseBroken(text, content.url, notes);
  if (feed === null && asItStands !== null) return { kind: "feed", feed: { ...asItStands, notes } };
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

/** A tag that is left open swallows the entries behind it, and the parser says nothing of that. */
function losesEntries({ items }: Feed<FeedItem>, text: string): boolean {
  return !isJson(text) && (text.match(/<(?:item|entry)[\s>]/gi)?.length ?? 0) > items.length;
}

/** A feed whose XML is broken: what is wrong in one entry costs that entry alone. */
function parseBroken(text: string, url: string, notes: string[]): Feed<FeedItem> | null {
  const mended = withoutStrays(text);
  const whole = mended === text ? null : parse(mended, url);
  if (whole !== null && !losesEntries(whole, mended)) {
    notes.push("Its XML has a “<” that begins no tag. I read it as text.");
    return whole;
  }
  const cut = cutFeed(mended);
  return cut === null ? null : parseEach(cut, url, notes);
}

/** Each entry by itself, in the feed's own head where that can be read. */
function parseEach(cut: CutFeed, url: string, notes: string[]): Feed<FeedItem> | null {
  const { head, bareHead, closing, entries } = cut;
  const own = parse(`${head}${closing}`, url);
  const about = own ?? parse(`${bareHead}${closing}`, url);
  if (about === null) return null;
  const items: FeedItem[] = [];
  const dropped: string[] = [];
  for (const entry of entries) {
    const [item] = parse(`${bareHead}${entry}${closing}`, url)?.items ?? [];
    if (item !== undefined) items.push({ ...item, language: item.language ?? about.language });
    else dropped.push(entry);
  }
  if (items.length === 0) return null;
  if (cut.isCutOff) notes.push("The feed breaks off. I read the entries before that.");
  if (dropped.length > 0) notes.push(sayDropped(dropped, entries.length));
  else if (!cut.isCutOff) notes.push("Its XML is broken. I read its entries one by one.");
  return { ...about, items };
}

const NAMED = 3;

function sayDropped(lost: string[], count: number): string {
  const names = lost.slice(0, NAMED).map((entry) => plainLine(nameOfEntry(entry)) ?? "one without a title");
  const more = lost.length > NAMED ? ` and ${lost.length - NAMED} more` : "";
  return `Its XML is broken. I dropped ${lost.length} of ${count} entries: ${names.map((name) => `“${name.slice(0, 80)}”`).join(", ")}${more}.`;
}

function explain(text: string): string {
  if (/<(?:!doctype\s+html|html|body)[\s>]/i.test(text.slice(0, LOOKED_THROUGH)))
    return "The address has a web page, not a feed.";
  if (BEGINS.test(text.slice(0, LOOKED_THROUGH))) return "The feed's XML is broken.";
  if (isJson(text)) return "The response is JSON, but not a JSON Feed.";
  return "The response is not a feed (RSS, Atom, RDF or JSON Feed).";
}
