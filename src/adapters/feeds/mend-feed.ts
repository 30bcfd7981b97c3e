/** What a feed's XML is cut and mended by where no parser takes it as it stands. */

/** A "<" that begins no tag, comment or section: "Nifty < 20,000". */
const STRAY = /<(?![a-z_/!?])/gi;

export function withoutStrays(xml: string): string {
  return xml.replace(STRAY, "&lt;");
}

export interface CutFeed {
  /** Everything before the first entry, and what closes it. */
  head: string;
  /** The same without what may be broken in it. */
  bareHead: string;
  closing: string;
  /** Each with its tags, less the last one where the feed breaks off in it. */
  entries: string[];
  isCutOff: boolean;
}

const SHAPES = [
  { root: /<rss\b[^<>]{0,4000}>/i, entry: "item", channel: "<channel>", closing: "</channel></rss>" },
  { root: /<rdf:RDF\b[^<>]{0,4000}>/i, entry: "item", channel: "", closing: "</rdf:RDF>" },
  { root: /<feed\b[^<>]{0,4000}>/i, entry: "entry", channel: "", closing: "</feed>" },
];
/** What a feed says of itself, where it says it plainly: as much as an entry needs. */
const PLAIN_FIELD = /<(title|link|language)>[^<>]{1,1000}<\/\1>/gi;
const LOOKED_THROUGH = 20_000;
/** Entries that are read alone. */
const MAX_ENTRIES = 2000;

/** A feed cut at its entries; null where it has none. Linear in its length. */
export function cutFeed(xml: string): CutFeed | null {
  for (const { root, entry, channel, closing } of SHAPES) {
    const opening = root.exec(xml.slice(0, LOOKED_THROUGH));
    if (opening === null) continue;
    const begins = new RegExp(`<${entry}[\\s>]`, "gi");
    const starts = [...xml.matchAll(begins)].map((match) => match.index);
    const first = starts[0];
    if (first === undefined) return null;
    const end = `</${entry}>`;
    const entries: string[] = [];
    let isCutOff = false;
    for (const [at, start] of starts.slice(0, MAX_ENTRIES).entries()) {
      const part = xml.slice(start, starts[at + 1] ?? xml.length);
      const close = part.toLowerCase().lastIndexOf(end);
      isCutOff = close < 0 && at + 1 === starts.length;
      if (!isCutOff) entries.push(close < 0 ? `${part}${end}` : part.slice(0, close + end.length));
    }
    const head = xml.slice(0, first);
    const fields = (head.match(PLAIN_FIELD) ?? []).join("");
    return { head, bareHead: `${opening[0]}${channel}${fields}`, closing, entries, isCutOff };
  }
  return null;
}

/** What an entry that cannot be read is called: its title where it has one. */
export function nameOfEntry(entry: string): string | null {
  const title = /<title\b[^<>]{0,200}>\s{0,99}(?:<!\[CDATA\[)?([^\]]{1,200}?)(?:\]\]>|<\/title>)/i.exec(entry)?.[1];
  return title ?? null;
}
