import type { FeedEntry, GatheredFeed } from "../../commands/feeds/gather-feed.ts";
import { escapeMarkup, quotedHtml } from "../../documents/quoted.ts";

interface Published {
  feed: GatheredFeed;
  /** The feed's own address. */
  address: string;
  /** By it a reader knows the feed again, wherever it moves to. */
  id: string;
}

/** Where nothing has come yet, a feed is as old as this. */
const LONG_AGO = "1970-01-01T00:00:00.000Z";

/** A feed as Atom (RFC 4287). */
export function writeAtom({ feed, address, id }: Published): string {
  const newest = feed.entries.map(({ at }) => at).sort();
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    `<id>${escapeMarkup(id)}</id>`,
    `<title>${escapeMarkup(feed.title)}</title>`,
    `<updated>${newest.at(-1) ?? LONG_AGO}</updated>`,
    "<author><name>Attaché</name></author>",
    "<generator>Attaché</generator>",
    `<link rel="self" type="application/atom+xml" href="${escapeMarkup(address)}"/>`,
    ...feed.entries.flatMap(atomEntry),
    "</feed>",
  ];
  return `${lines.join("\n")}\n`;
}

function atomEntry({ id, title, url, at, author, quotes }: FeedEntry): string[] {
  const link = url === null ? null : linkOf(url);
  return [
    "<entry>",
    `<id>${id}</id>`,
    `<title>${escapeMarkup(title)}</title>`,
    `<updated>${at}</updated>`,
    ...(author === null ? [] : [`<author><name>${escapeMarkup(author)}</name></author>`]),
    ...(link === null ? [] : [`<link rel="alternate" href="${escapeMarkup(link)}"/>`]),
    `<content type="html">${escapeMarkup(quotes.map(quotedHtml).join(""))}</content>`,
    "</entry>",
  ];
}

/** A feed as JSON Feed 1.1 (jsonfeed.org/version/1.1). */
export function writeJsonFeed({ feed, address }: Published): string {
  const items = feed.entries.map(({ id, title, url, at, author, quotes }) => {
    const link = url === null ? null : linkOf(url);
    return {
      id,
      title,
      ...(link === null ? {} : { url: link }),
      date_modified: at,
      ...(author === null ? {} : { authors: [{ name: author }] }),
      content_html: quotes.map(quotedHtml).join(""),
    };
  });
  return JSON.stringify({ version: "https://jsonfeed.org/version/1.1", title: feed.title, feed_url: address, items });
}

/** As a link may have it; null for what is no address of the web. */
function linkOf(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, href } = new URL(url);
  return protocol === "https:" || protocol === "http:" ? href : null;
}
