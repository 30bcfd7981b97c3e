import { gzipSync } from "node:zlib";

/** Content that was made to hurt, each at the largest size that its limit lets in, by what is hostile about it. */
type Hostile = Record<string, () => string | Buffer>;

/** Just below what a feed, a page, an entry's markup and an article's text may be. */
const [FEED, PAGE, ENTRY, TEXT] = [9_900_000, 4_900_000, 990_000, 299_000];

const fill = (piece: string, size: number) => piece.repeat(Math.floor(size / piece.length));
const count = (total: number, each: (at: number) => string) => Array.from({ length: total }, (_, at) => each(at)).join("");

/** The markup of one entry. */
export const HOSTILE_ENTRIES: Record<string, () => string> = {
  "nested tags": () => fill("<b>", ENTRY / 2) + fill("</i>", ENTRY / 2),
  "crossed tags": () => fill("<b><i></b></i>", ENTRY),
  "unclosed paragraphs": () => fill("<p>", ENTRY),
  "drawings left open": () => fill("<p><svg></p>", ENTRY),
  "rows without an end": () => `<table>${fill("<tr><td>a", ENTRY)}`,
  "tables in tables": () => fill("<table><tr><td>", ENTRY),
  "many attributes": () => `<div ${count(ENTRY / 10, (at) => `a${at}=b `)}>`,
  "one attribute many times": () => `<div ${fill("a=b ", ENTRY)}>`,
  "an endless attribute": () => `<a href="${fill("x", ENTRY)}">y</a>`,
  "an attribute without an end": () => `<a href="${fill("<b>", ENTRY)}`,
  "numbered entities": () => fill("&#65;", ENTRY),
  "unknown entities": () => fill("&foo;", ENTRY),
  "an endless entity": () => `&${fill("a", ENTRY)};`,
  "an entity of an endless number": () => `&#${fill("1", ENTRY)};`,
  "a comment without an end": () => `<!--${fill("-", ENTRY)}`,
  comments: () => fill("<!--x-->", ENTRY),
  "instructions without an end": () => fill("<?a ", ENTRY),
  "a script without an end": () => `<script>${fill("</scrip", ENTRY)}`,
  "a style without an end": () => `<style>${fill("<", ENTRY)}`,
  "closing tags alone": () => fill("</p>", ENTRY),
  "angles alone": () => fill("<", ENTRY),
  "links by the thousand": () => fill('<a href="/a/b">four words of text</a>', ENTRY),
};

/** The text of one entry. */
export const HOSTILE_TEXTS: Record<string, () => string> = {
  "full stops": () => fill(".", TEXT),
  "empty quotations": () => fill("“”", TEXT),
  "one endless word": () => fill("a", TEXT),
  "combining marks": () => `a${fill("\u0301", TEXT)}`,
  titles: () => fill("Mr. ", TEXT),
  dates: () => fill("24 November 2026 ", TEXT),
  brackets: () => fill("([", TEXT),
  "meetings without an end": () => fill("Anna Larsen met Bo Moreira and ", TEXT),
  "more text than an article has": () => fill("The ministers met. ", ENTRY),
};

const item = (inside: string) =>
  `<rss version="2.0"><channel><title>t</title><item><guid>1</guid>${inside}</item></channel></rss>`;
const channel = (inside: string) => `<rss version="2.0"><channel><title>t</title>${inside}</channel></rss>`;
const json = (inside: string) => `{"version":"https://jsonfeed.org/version/1.1","title":"t","items":[${inside}]}`;

/** Whole feeds. */
export const HOSTILE_FEEDS: Hostile = {
  "empty entries": () => channel(fill("<item/>", FEED)),
  "nested elements": () => channel(fill("<a>", FEED)),
  "elements without an end": () => channel(fill("<item><title>a", FEED)),
  "entities that are declared": () =>
    `<!DOCTYPE rss [<!ENTITY a "a">${count(9, (at) => `<!ENTITY a${at} "&a${at - 1};&a${at - 1};">`)}]>${item(`<title>${fill("&a8;", FEED)}</title>`)}`,
  "a section without an end": () => channel(`<item><description><![CDATA[${fill("]", FEED)}`),
  "many attributes": () => channel(`<item ${count(FEED / 12, (at) => `a${at}="b" `)}/>`),
  "a title of megabytes": () => item(`<title>${fill("word ", FEED)}</title>`),
  "a title of tags": () => item(`<title>${fill("&lt;b&gt;", FEED)}</title>`),
  "dates without an end": () => channel(fill(`<item><pubDate>${"1".repeat(400)}</pubDate></item>`, FEED)),
  "nested JSON": () => json(fill("[", FEED)),
  "JSON of huge numbers": () => json(`{"id":${fill("9", FEED)}}`),
  "bytes of no encoding": () => Buffer.alloc(FEED, 0x81),
  "wide bytes without their half": () => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.alloc(FEED, 0xd8)]),
  zeros: () => `<rss>${fill("\0", FEED)}`,
  "gzip of more than is unpacked": () => gzipSync(Buffer.alloc(200_000_000, 0x20)),
};

/** Pages behind teasers. */
export const HOSTILE_PAGES: Hostile = {
  "nested tags": () => fill("<div>", PAGE),
  entities: () => fill("&amp;", PAGE),
  comments: () => fill("<!--x-->", PAGE),
  "angles and blanks": () => fill("< ", PAGE),
  declarations: () => fill("<!DOCTYPE [<!ENTITY a 'b'>", PAGE),
  "many attributes": () => `<div ${count(PAGE / 11, (at) => `a${at}=b `)}>`,
  "links by the thousand": () => count(25_000, (at) => `<a href="/a/p${at}">four words of a headline, number ${at}</a>`),
  "nested linked data": () => fill(`<script type="application/ld+json">${"[".repeat(100_000)}</script>`, PAGE),
  "paragraphs, as many as are let in": () => fill("<p>text, with commas, and more of it. ", 29_000 * 38),
  "elements beside each other": () => fill("<i>a</i>", 29_000 * 8),
};

/** A robots.txt whose rules go back and forth. */
export const ROBOTS = `User-agent: *\n${count(21_000, (at) => `Disallow: /*a*b*c*d${at}\n`)}`.slice(0, 511_000);

/** Files of feeds. */
export const OUTLINES: (() => string)[] = [
  () => `<opml version="2.0"><body>${fill('<outline text="a">', FEED)}</body></opml>`,
  () => `<opml version="2.0"><body>${count(100_000, (at) => `<outline xmlUrl="http://127.0.0.1:9/${at}"/>`)}</body></opml>`,
];
