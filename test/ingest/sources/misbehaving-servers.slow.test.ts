import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openStore, type Store } from "../../../src/adapters/prisma/open-store.ts";
import { createFetcher } from "../../../src/adapters/web/create-fetcher.ts";
import { readAllowList } from "../../../src/domain/sources/address-rules.ts";
import type { Source } from "../../../src/domain/sources/source.ts";
import type { SourceHistory } from "../../../src/domain/sources/source-store.ts";
import type { Fetcher } from "../../../src/domain/sources/web.ts";
import { createPoller } from "../../../src/ingest/sources/create-poller.ts";
import { temporaryFolder } from "../../adapters/prisma/temporary-database.ts";
import { extract } from "../../fakes/evidence.ts";
import { page, rss, wholeText } from "../../fakes/feeds.ts";
import { directReaders } from "../../fakes/readers.ts";
import { type Answer, FakeSite } from "../../servers/fake-site.ts";

const NOW = Date.parse("2026-11-24T12:00:00Z");
const MINUTE = 60_000;
const LIMITS = {
  connectTimeoutMs: 5000,
  timeoutMs: 8000,
  maxRedirects: 5,
  maxBytes: { feed: 400_000, page: 400_000, sitemap: 400_000 },
};

interface Outcome {
  source: Source;
  history: SourceHistory;
  articles: { title: string | null; url: string | null; publishedAt: string | null; text: string }[];
}

interface Row {
  what: string;
  /** What the server does at the source's address; `url` is the site's. */
  answer: (url: string, path: string) => string | Buffer | Answer;
  headers?: Record<string, string>;
  /** The address of the source, where it is not a path of the site's. */
  at?: (port: string) => string;
  kind?: "page";
  /** What people are told: the failure, or what was odd. Null where all is well. */
  told: RegExp | null;
  /** How many articles are stored. */
  stored: number;
  dropped?: Record<string, number>;
  also?: (outcome: Outcome) => void;
}

const whole = (name: string, rest: object = {}) => ({
  title: `Dispatch ${name}`,
  guid: name,
  link: `https://gazette.example/${name}`,
  text: wholeText(name),
  ...rest,
});
const good = (name = "good") => rss([whole(name)]);
const status =
  (code: number, headers: Record<string, string> = {}, body = "no"): Answer =>
  (_request, response) =>
    response.writeHead(code, headers).end(body);
const redirect = (to: string): Answer => status(302, { location: to });
const dated = (date: string, iso: string | null): Partial<Row> & { stored: number; told: null; answer: Row["answer"] } => ({
  answer: () => rss([whole(`date-${encodeURIComponent(date)}`, { date })]),
  told: null,
  stored: 1,
  also: ({ articles }) => expect(articles[0]?.publishedAt).toBe(iso),
});

const ROWS: Row[] = [
  { what: "a feed as it should be", answer: () => good(), told: null, stored: 1 },
  // Time.
  { what: "headers that never come", answer: () => () => undefined, told: /did not respond in time/, stored: 0 },
  {
    what: "a body that drips",
    answer: () => (_request, response) => {
      response.writeHead(200);
      const timer = setInterval(() => response.write(" "), 100);
      response.on("close", () => clearInterval(timer));
    },
    told: /did not respond in time/,
    stored: 0,
  },
  {
    what: "a body that stops",
    answer: () => (_request, response) => void response.writeHead(200, { "content-length": "5000" }).write(good().slice(0, 100)),
    told: /did not respond in time/,
    stored: 0,
  },
  // Size.
  {
    what: "an endless body",
    answer: () => (_request, response) => {
      response.writeHead(200);
      const more = () => {
        while (!response.destroyed && response.write("<item>".repeat(1000)));
      };
      response.on("drain", more);
      more();
    },
    told: /sends more than 0\.4 MB/,
    stored: 0,
  },
  {
    what: "a gzip bomb",
    answer: () => gzipSync(Buffer.alloc(50_000_000)),
    headers: { "content-encoding": "gzip" },
    told: /sends more than 0\.4 MB/,
    stored: 0,
  },
  {
    what: "gzip in gzip",
    answer: () => gzipSync(gzipSync(good("twice"))),
    headers: { "content-encoding": "gzip, gzip" },
    told: null,
    stored: 1,
  },
  {
    what: "gzip that is none",
    answer: () => good(),
    headers: { "content-encoding": "gzip" },
    // A body is read by what its bytes are.
    told: null,
    stored: 1,
  },
  {
    what: "gzip that is cut off",
    answer: () => {
      const packed = gzipSync(rss([whole("cut-1"), whole("cut-2")]));
      return packed.subarray(0, packed.length - 8);
    },
    headers: { "content-encoding": "gzip" },
    told: null,
    stored: 2,
  },
  {
    what: "an encoding that nobody asked for",
    answer: () => good(),
    headers: { "content-encoding": "zstd" },
    told: null,
    stored: 1,
  },
  {
    what: "more headers than any answer needs",
    answer: () => status(200, { "x-long": "x".repeat(60_000) }, good()),
    told: /sends too many headers/,
    stored: 0,
  },
  // Redirects and addresses.
  { what: "a redirect in a circle", answer: (_url, path) => redirect(path), told: /in a circle/, stored: 0 },
  {
    what: "redirects without end",
    answer: (_url, path) => (request, response) =>
      response.writeHead(302, { location: `${path}?${Number((request.url ?? "").split("?")[1] ?? 0) + 1}` }).end(),
    told: /more than 5 times/,
    stored: 0,
  },
  { what: "a redirect to nowhere", answer: () => status(301), told: /redirects without an address \(301\)/, stored: 0 },
  {
    what: "a redirect to another machine's loopback",
    answer: () => redirect("http://127.0.0.2/admin"),
    told: /127\.0\.0\.2 has no public address/,
    stored: 0,
  },
  { what: "a redirect to IPv6 loopback", answer: () => redirect("http://[::1]/admin"), told: /no public address/, stored: 0 },
  {
    what: "a redirect to an IPv4 address in IPv6",
    answer: () => redirect("http://[::ffff:127.0.0.2]/"),
    told: /no public address/,
    stored: 0,
  },
  {
    what: "a redirect to a cloud's metadata",
    answer: () => redirect("http://169.254.169.254/latest/meta-data/"),
    told: /no public address/,
    stored: 0,
  },
  {
    what: "a redirect to a number that is an address",
    answer: () => redirect("http://2130706434/"),
    told: /no public address/,
    stored: 0,
  },
  {
    what: "a redirect to a file",
    answer: () => redirect("file:///etc/passwd"),
    told: /file:\/\/\/etc\/passwd is not an http or https address/,
    stored: 0,
  },
  {
    what: "a redirect to another service's port",
    answer: () => redirect("http://gazette.example:25/"),
    told: /has port 25, which is not allowed/,
    stored: 0,
  },
  {
    what: "a name that leads to a private address",
    answer: () => good(),
    at: (port) => `http://inner.example:${port}/feed`,
    told: /inner\.example:\d+ has no public address/,
    stored: 0,
  },
  {
    what: "a name with a private and an allowed address",
    answer: () => good("two-addresses"),
    at: (port) => `http://both.example:${port}/two-addresses`,
    told: null,
    stored: 1,
  },
  {
    what: "a name that nobody knows",
    answer: () => good(),
    at: () => "http://nobody.example/feed",
    told: /does not exist/,
    stored: 0,
  },
  {
    what: "nobody who listens",
    answer: () => good(),
    at: () => "http://127.0.0.1:1999/feed",
    told: /refuses connections/,
    stored: 0,
  },
  // Statuses.
  { what: "404", answer: () => status(404), told: /nothing at this address/, stored: 0 },
  {
    what: "410",
    answer: () => status(410),
    told: /this address is gone \(410\)/,
    stored: 0,
    also: ({ source }) => expect(source.nextPollAtMs).toBe(NOW + 10 * MINUTE),
  },
  { what: "401", answer: () => status(401), told: /refuses access \(401\)/, stored: 0 },
  {
    what: "429 with Retry-After",
    answer: () => status(429, { "retry-after": "7200" }),
    told: /asks for fewer requests \(429\)/,
    stored: 0,
    also: ({ source }) => expect(source.nextPollAtMs).toBe(NOW + 120 * MINUTE),
  },
  {
    what: "429 without Retry-After",
    answer: () => status(429),
    told: /asks for fewer requests \(429\)/,
    stored: 0,
    also: ({ source }) => expect(source.nextPollAtMs).toBe(NOW + 10 * MINUTE),
  },
  {
    what: "503 with a date years ahead",
    answer: () => status(503, { "retry-after": "Fri, 31 Dec 2038 00:00:00 GMT" }),
    told: /has a server error \(503\)/,
    stored: 0,
    also: ({ source }) => expect(source.nextPollAtMs).toBe(NOW + 1440 * MINUTE),
  },
  {
    what: "304 that nobody asked for",
    answer: () => status(304),
    told: /nothing has changed, although it never sent anything/,
    stored: 0,
  },
  { what: "204", answer: () => status(204), told: /status 204/, stored: 0 },
  {
    what: "no HTTP at all",
    answer: () => (request) => void request.socket.end("220 mail ready\r\n"),
    told: /does not send valid HTTP|closed the connection before the response was complete/,
    stored: 0,
  },
  {
    what: "a connection that breaks off",
    answer: () => (_request, response) => {
      response.writeHead(200, { "content-length": "9999" }).write("<rss>");
      setTimeout(() => response.socket?.destroy(), 50);
    },
    told: /closed the connection before the response was complete/,
    stored: 0,
  },
  // Content.
  { what: "nothing", answer: () => "", told: /response is empty/, stored: 0 },
  {
    what: "a web page in the place of the feed",
    answer: () => page("Parked"),
    told: /has a web page, not a feed/,
    stored: 0,
  },
  { what: "JSON that is no feed", answer: () => '{"error": "moved"}', told: /is JSON, but not a JSON Feed/, stored: 0 },
  {
    what: "XML that cannot be read",
    answer: () => '<?xml version="1.0"?><rss><channel><title',
    told: /feed's XML is broken/,
    stored: 0,
  },
  {
    what: "a feed that breaks off",
    answer: () => `${rss([whole("before-1"), whole("before-2")]).replace("</channel></rss>", "")}<item><title>Cut`,
    told: /breaks off\. I read the entries before that/,
    stored: 2,
  },
  {
    what: "warnings before the feed",
    answer: () => `Notice: undefined index\n${good("notice")}`,
    told: /skipped text in front of the feed/,
    stored: 1,
  },
  {
    what: "characters that XML forbids",
    answer: () => good("control").replace("Dispatch control", "Dis\u0001patch control"),
    told: /left out characters that XML does not allow/,
    stored: 1,
  },
  { what: "a byte order mark", answer: () => `\ufeff${good("bom")}`, told: null, stored: 1 },
  {
    what: "UTF-16",
    answer: () => Buffer.from(`\ufeff${good("utf16").replace("utf-8", "utf-16")}`, "utf16le"),
    told: null,
    stored: 1,
  },
  {
    what: "Latin letters under the name of UTF-8",
    answer: () => Buffer.from(rss([whole("latin", { title: "Café in Århus" })]), "latin1"),
    headers: { "content-type": "application/rss+xml; charset=utf-8" },
    told: null,
    stored: 1,
    also: ({ articles }) => expect(articles[0]?.title).toBe("Café in Århus"),
  },
  {
    what: "UTF-8 under another name",
    answer: () => rss([whole("utf8", { title: "Café in Århus" })]),
    headers: { "content-type": "text/xml; charset=iso-8859-1" },
    told: null,
    stored: 1,
    also: ({ articles }) => expect(articles[0]?.title).toBe("Café in Århus"),
  },
  {
    what: "an entity bomb",
    answer: () =>
      good("bomb")
        .replace(
          "<rss",
          `<!DOCTYPE r [<!ENTITY a "boom"><!ENTITY b "${"&a;".repeat(50)}"><!ENTITY c "${"&b;".repeat(50)}">]><rss`,
        )
        .replace("Dispatch bomb", "Dispatch &c;"),
    told: null,
    stored: 1,
    also: ({ articles }) => expect(articles[0]?.title).not.toContain("boom"),
  },
  {
    what: "an entity that names a file",
    answer: () =>
      good("xxe")
        .replace("<rss", '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss')
        .replace("Dispatch xxe", "Dispatch &x;"),
    told: /read its entries one by one/,
    stored: 1,
    // Read without its declaration, it stays the name that it is.
    also: ({ articles }) => expect(articles[0]?.title).toBe("Dispatch &x;"),
  },
  {
    what: "HTML in titles",
    answer: () => rss([whole("html", { title: "&lt;b&gt;Talks&lt;/b&gt; &amp;amp; tea" })]),
    told: null,
    stored: 1,
    also: ({ articles }) => expect(articles[0]?.title).toBe("Talks & tea"),
  },
  {
    what: "scripts in texts",
    answer: () => rss([whole("script", { text: `<script>alert("pwned")</script>${wholeText("script")}` })]),
    told: null,
    stored: 1,
    also: ({ articles }) => expect(articles[0]?.text).not.toContain("pwned"),
  },
  { what: "no entries", answer: () => rss([]), told: /has no entries/, stored: 0 },
  {
    what: "two entries with one id and two addresses",
    answer: () => rss([whole("one-id-a", { guid: "same" }), whole("one-id-b", { guid: "same" })]),
    told: null,
    stored: 2,
  },
  {
    what: "one entry twice",
    answer: () => rss([whole("double"), whole("double")]),
    told: null,
    stored: 1,
    dropped: { duplicate: 1 },
  },
  {
    what: "an entry without anything",
    answer: () => rss([{ guid: "nothing" }, whole("beside-nothing")]),
    told: null,
    stored: 1,
    dropped: { empty: 1 },
  },
  {
    what: "a link that is no address",
    answer: () => rss([{ title: "Click", link: "javascript:alert(1)" }, whole("beside-bad-link")]),
    told: null,
    stored: 1,
    dropped: { "bad-link": 1 },
  },
  {
    what: "relative links",
    answer: () => rss([whole("relative", { link: "/relative" })], { head: "<link>https://gazette.example/</link>" }),
    told: null,
    stored: 1,
    also: ({ articles }) => expect(articles[0]?.url).toBe("https://gazette.example/relative"),
  },
  // Dates.
  { what: "no date", ...dated("", null), answer: () => rss([whole("undated")]) },
  {
    what: "a date in the future",
    ...dated("Wed, 01 Jan 2031 00:00:00 GMT", null),
    also: ({ history }) =>
      expect(history.items[0]?.reason).toMatch(/ignored its date, 2031-01-01T00:00:00Z, which is in the future/),
  },
  { what: "a date as RFC 822 has it", ...dated("Mon, 23 Nov 2026 10:00:00 GMT", "2026-11-23T10:00:00Z") },
  { what: "a date with a named zone and two digits of the year", ...dated("23 Nov 26 10:00 EST", "2026-11-23T10:00:00-05:00") },
  { what: "a date as ISO 8601 has it", ...dated("2026-11-23T10:00:00+09:00", "2026-11-23T10:00:00+09:00") },
  { what: "a date without a time", ...dated("2026-11-23", "2026-11-23") },
  { what: "a date in words", ...dated("November 23, 2026 3:00 pm", "2026-11-23T15:00:00Z") },
  { what: "a date that could be two days", ...dated("10/11/2026", null) },
  // The article behind.
  {
    what: "a teaser whose page is there",
    answer: (url) => rss([{ title: "Teaser", link: `${url}/page/there`, text: "Short." }]),
    told: null,
    stored: 1,
    also: ({ articles }) => expect(articles[0]?.text).toContain("one ocean and one law"),
  },
  {
    what: "a teaser whose page robots.txt forbids",
    answer: (url) => rss([{ title: "Teaser", link: `${url}/private/page`, text: "The teaser alone." }]),
    told: null,
    stored: 1,
    also: ({ articles, history }) => {
      expect(articles[0]?.text).toBe("The teaser alone.");
      expect(history.items[0]?.reason).toMatch(/robots\.txt/);
    },
  },
  {
    what: "a teaser whose page is for subscribers",
    answer: (url) => rss([{ title: "Teaser", link: `${url}/page/paid`, text: "The teaser alone." }]),
    told: null,
    stored: 1,
    also: ({ articles, history }) => {
      expect(articles[0]?.text).toBe("The teaser alone.");
      expect(history.items[0]?.reason).toMatch(/for subscribers/);
    },
  },
  {
    what: "a teaser whose page is gone and that says nothing",
    answer: (url) => rss([{ title: "Teaser", link: `${url}/page/gone` }]),
    told: null,
    stored: 0,
    also: ({ history }) => {
      expect(history.counts.dropped).toBe(1);
      expect(history.items[0]?.reason).toMatch(/404/);
    },
  },
  {
    what: "a teaser whose page fails for now",
    answer: (url) => rss([{ title: "Teaser", link: `${url}/page/fails`, text: "The teaser alone." }]),
    told: null,
    stored: 0,
    also: ({ history }) => {
      expect(history.counts.waiting).toBe(1);
      expect(history.items[0]?.reason).toMatch(/503/);
    },
  },
  {
    what: "a page that claims another site's address",
    answer: (url) => rss([{ title: "Teaser", link: `${url}/page/claims`, text: "Short." }]),
    told: null,
    stored: 1,
    also: ({ articles }) => expect(articles[0]?.url).toMatch(/\/page\/claims$/),
  },
  {
    what: "a page without a feed",
    kind: "page",
    answer: (url) =>
      `<html><body>${[1, 2, 3].map((n) => `<a href="${url}/page/listed-${n}">Ministers meet in Lisbon for round ${n}</a>`).join("")}</body></html>`,
    told: null,
    stored: 3,
  },
];

describe("servers that misbehave", () => {
  const place = temporaryFolder();
  const site = new FakeSite();
  const outcomes = new Map<string, Outcome>();
  const faults: unknown[] = [];
  const lookups: string[] = [];
  let store: Store;
  let fetcher: Fetcher;

  /** All of them at once, in one look: none may hold up, or spoil, another. */
  beforeAll(async () => {
    await site.listen();
    store = await openStore({ url: `file:${place.path("store.db")}` });
    const clock = { now: () => NOW };
    fetcher = createFetcher(
      {
        userAgent: "Attache/test",
        allowed: readAllowList(["127.0.0.1"]).list,
        pace: { gapMs: 0, concurrency: 16 },
        limits: LIMITS,
      },
      { clock, lookup: fakeLookup(lookups) },
    );
    servePages(site);
    const sources = new Map<string, Source>();
    for (const [at, row] of ROWS.entries()) {
      const path = row.at === undefined ? `/row/${at}` : new URL(row.at(new URL(site.url).port)).pathname;
      const answer = row.answer(site.url, path);
      if (typeof answer === "function") site.paths.set(path, answer);
      else site.serve(path, answer, row.headers);
      const url = row.at?.(new URL(site.url).port) ?? `${site.url}${path}`;
      const given = {
        workspaceId: "terminal",
        url,
        kind: row.kind ?? ("feed" as const),
        title: null,
        addedBy: null,
        addedIn: null,
      };
      const source = await store.followed.sources.add({ ...given, atMs: NOW });
      if (source === null) throw new Error(`${row.what} is there twice.`);
      sources.set(row.what, source);
    }
    const poller = createPoller({
      polls: store.followed.polls,
      items: store.followed.items,
      claims: store.followed.claims,
      evidence: store.evidence,
      fetcher,
      readers: directReaders().web,
      clock,
      pace: { everyMs: 30 * MINUTE, minMs: 10 * MINUTE, maxMs: 360 * MINUTE },
      extract,
      news: { note: () => undefined, tellAll: async () => undefined },
      onFailure: (error) => void faults.push(error),
    });
    await poller.poll({ workspaceId: null, isForced: false });
    await poller.read({ workspaceId: null });
    const listed = await store.followed.sources.list("terminal");
    for (const [what, { id }] of sources) {
      const source = listed.find((each) => each.id === id);
      if (source === undefined) throw new Error(`${what} is no longer followed.`);
      const history = await store.followed.sources.history(id, 20);
      const kept = history.items.filter((item) => item.outcome === "kept");
      const articles = await store.articles.load(
        "terminal",
        kept.flatMap((item) => item.url ?? []),
      );
      outcomes.set(what, { source, history, articles });
    }
  }, 120_000);

  afterAll(async () => {
    await fetcher.close();
    await store.close();
    await site.close();
    place.remove();
  });

  it.each(ROWS)("$what", ({ what, told, stored, dropped, also }) => {
    const outcome = outcomes.get(what);
    if (outcome === undefined) throw new Error("There is no outcome.");
    const said = outcome.source.failure?.reason ?? outcome.history.polls[0]?.reason ?? null;
    if (told === null) expect(said).toBe(null);
    else expect(said).toMatch(told);
    expect(outcome.history.counts.kept).toBe(stored);
    expect(outcome.articles).toHaveLength(stored);
    expect(outcome.history.polls[0]?.dropped ?? {}).toEqual(dropped ?? {});
    also?.(outcome);
  });

  it("none of which is a fault of the program", () => {
    expect(ROWS.length).toBeGreaterThanOrEqual(40);
    expect(faults).toEqual([]);
  });

  it("and a name is looked up once for a connection, which goes to the address that was checked", () =>
    expect(lookups.filter((name) => name === "both.example")).toHaveLength(1));
});

/** Names of a test: a second answer would be another one, as of a server that changes it between the check and the connection. */
function fakeLookup(asked: string[]) {
  return async (name: string): Promise<string[]> => {
    asked.push(name);
    if (name === "inner.example") return ["10.0.0.1"];
    if (name === "both.example")
      return asked.filter((each) => each === name).length === 1 ? ["10.0.0.1", "127.0.0.1"] : ["10.0.0.1"];
    throw Object.assign(new Error(`${name} is not known`), { code: "ENOTFOUND" });
  };
}

function servePages(site: FakeSite): void {
  site.serve("/robots.txt", "User-agent: *\nDisallow: /private/\n");
  for (const name of ["there", "listed-1", "listed-2", "listed-3"])
    site.serve(`/page/${name}`, page(name), { "content-type": "text/html" });
  site.serve("/private/page", page("private"), { "content-type": "text/html" });
  const paid = '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false}</script>';
  site.serve("/page/paid", page("paid", { head: paid }), { "content-type": "text/html" });
  site.paths.set("/page/fails", (_request, response) => response.writeHead(503).end());
  const claims = '<link rel="canonical" href="https://other.example/theirs">';
  site.serve("/page/claims", page("claims", { head: claims }), { "content-type": "text/html" });
}
