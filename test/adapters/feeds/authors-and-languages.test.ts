import { expect, it } from "vitest";
import { readFeed } from "../../../src/adapters/feeds/read-feed.ts";
import { readArticle } from "../../../src/adapters/feeds/read-page.ts";
import { page } from "../../fakes/feeds.ts";

const content = (body: string, contentType = "text/html; charset=utf-8") => ({
  url: "https://gazette.example/2026/talks",
  contentType,
  body: Buffer.from(body),
  etag: null,
  lastModified: null,
  maxAgeMs: null,
});

const ITEM = "<title>Talks</title><link>https://gazette.example/talks</link><guid>1</guid>";
const rssWith = (head: string, item: string) =>
  `<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>G</title>${head}<item>${ITEM}${item}</item></channel></rss>`;
const atomWith = (root: string, feed: string, entry: string) =>
  `<feed xmlns="http://www.w3.org/2005/Atom" ${root}><title>G</title>${feed}<entry><id>1</id><title>T</title>${entry}</entry></feed>`;

it.each([
  ["RSS with dc:creator", rssWith("<language>en-GB</language>", "<dc:creator>By Ana Moreira</dc:creator>"), "Ana Moreira", "en"],
  [
    "RSS with several",
    rssWith("", "<dc:creator>Ana Moreira</dc:creator><dc:creator>Erik Solberg</dc:creator>"),
    "Ana Moreira, Erik Solberg",
    null,
  ],
  ["RSS with an address", rssWith("", "<author>desk@gazette.example (Ana Moreira)</author>"), "Ana Moreira", null],
  ["RSS with a bare address", rssWith("", "<author>desk@gazette.example</author>"), null, null],
  [
    "RSS whose entry has a language of its own",
    rssWith("<language>en</language>", "<dc:language>pt-BR</dc:language>"),
    null,
    "pt",
  ],
  ["RSS with a language that is none", rssWith("<language>English, mostly</language>", ""), null, null],
  [
    "RSS with markup in a name",
    rssWith("", "<dc:creator><![CDATA[<b>Ana</b> Moreira<script>x()</script>]]></dc:creator>"),
    "Ana Moreira",
    null,
  ],
  [
    "Atom with authors",
    atomWith('xml:lang="de-AT"', "", "<author><name>Ana Moreira</name></author><author><name>Erik Solberg</name></author>"),
    "Ana Moreira, Erik Solberg",
    "de",
  ],
  ["Atom with the feed's author", atomWith("", "<author><name>Ana Moreira</name></author>", ""), "Ana Moreira", null],
  [
    "Atom whose entry is in another language",
    atomWith('xml:lang="en"', "", "").replace("<entry>", '<entry xml:lang="fr">'),
    null,
    "fr",
  ],
  [
    "JSON Feed",
    JSON.stringify({
      version: "https://jsonfeed.org/version/1.1",
      title: "G",
      language: "nb-NO",
      items: [{ id: "1", content_text: "x", authors: [{ name: "Ana Moreira" }, { url: "https://x.example" }] }],
    }),
    "Ana Moreira",
    "nb",
  ],
])("reads who wrote an entry, and in which language: %s", (...[, body, author, language]) => {
  const read = readFeed(content(body, "application/xml"));
  if (read.kind !== "feed") throw new Error(read.sentence);
  expect(read.feed.items[0]).toMatchObject({ author, language });
});

const linked = (data: object) =>
  `<script type="application/ld+json">${JSON.stringify({ "@type": "NewsArticle", ...data })}</script>`;

it.each([
  ["linked data", linked({ author: { "@type": "Person", name: "Ana Moreira" }, inLanguage: "pt-PT" }), "Ana Moreira", "pt"],
  [
    "a list in linked data, of which some is nobody",
    linked({ author: [{ name: "Ana Moreira" }, { url: "x" }, 7, "Erik Solberg"] }),
    "Ana Moreira, Erik Solberg",
    "en",
  ],
  ["an author that is an address", linked({ author: "https://social.example/ana" }), null, "en"],
  ["a meta element", '<meta name="author" content="Ana Moreira">', "Ana Moreira", "en"],
  [
    "an address before a name",
    '<meta property="article:author" content="https://social.example/ana"><meta name="dc.creator" content="Ana Moreira">',
    "Ana Moreira",
    "en",
  ],
  [
    "linked data that is deep or none",
    '<script type="application/ld+json">{"@type":"NewsArticle","author":{"name":{"name":"x"}}}</script>',
    null,
    "en",
  ],
])("reads who wrote a page, and in which language: %s", (...[, head, author, language]) => {
  expect(readArticle(content(page("talks", { head })))).toMatchObject({ author, language });
});

it("takes a page's language from html, or from og:locale where html has none, or not at all", () => {
  const html = page("talks");
  const language = (text: string) => readArticle(content(text)).language;
  expect(language(html.replace('lang="en"', 'lang="de-CH"'))).toBe("de");
  expect(language(html.replace(' lang="en"', "").replace("</head>", '<meta property="og:locale" content="hi_IN"></head>'))).toBe(
    "hi",
  );
  expect(language(html.replace('lang="en"', `lang="${"x".repeat(5000)}"`))).toBeNull();
});
