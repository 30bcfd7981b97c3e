import { readFileSync, writeFileSync } from "node:fs";
import { READS } from "../src/adapters/feeds/reads.ts";
import { createFetcher, FETCH_LIMITS } from "../src/adapters/web/create-fetcher.ts";
import { readAllowList } from "../src/domain/sources/address-rules.ts";
import type { Outline } from "../src/domain/sources/outline.ts";
import type { Feed } from "../src/domain/sources/source.ts";
import type { Fetcher, WebContent } from "../src/domain/sources/web.ts";

/**
 * Fetches every starter feed from this machine, and writes what it finds into its `checked` attribute in starter/feeds.opml, with the day. Run it
 * where the internet is: `npm run starter`.
 */
const FILE = process.argv[2] ?? new URL("../starter/feeds.opml", import.meta.url);
/** For servers of one's own, in tests. */
const { list: allowed } = readAllowList((process.env["SOURCES_ALLOW_PRIVATE"] ?? "").split(","));
const AT_ONCE = 8;

async function checkOne(fetcher: Fetcher, { url, kind }: Outline): Promise<string> {
  const fetched = await fetcher.get({ url, want: kind, validators: null });
  if (fetched.kind === "failed") return `failed: ${fetched.failure.sentence}`;
  if (fetched.kind === "not-modified") return "failed: the server sent nothing.";
  const feed = readAs(kind, fetched.content);
  if (typeof feed === "string") return `failed: ${feed}`;
  const dates = feed.items.flatMap(({ publishedAt }) => publishedAt?.slice(0, 10) ?? []).sort();
  const newest = dates.at(-1);
  return `${feed.items.length} entries${newest === undefined ? "" : `, newest of ${newest}`}`;
}

function readAs(kind: Outline["kind"], content: WebContent): Feed | string {
  if (kind === "page") return READS.entries(content);
  const read = READS.feed(content);
  return read.kind === "feed" ? read.feed : read.sentence;
}

/** The file with what was found at each address; everything else in it stays as it stands. */
function withResults(opml: string, found: Map<string, string>): string {
  return opml.replace(/<outline\b[^<>]*\/>/g, (tag) => {
    const url = /\bxmlUrl="([^"]*)"/.exec(tag)?.[1]?.replaceAll("&amp;", "&");
    const result = found.get(url ?? "");
    if (result === undefined) return tag;
    const escaped = result.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
    return tag.replace(/ checked="[^"]*"/, "").replace(/ xmlUrl=/, () => ` checked="${escaped}" xmlUrl=`);
  });
}

const opml = readFileSync(FILE, "utf8");
const outlines = (READS.outlines(opml) ?? []).flatMap((group) => group.outlines);
const userAgent = `Attache/0.1 (news briefing bot; ${process.env["SOURCES_CONTACT"] ?? "check of the starter feeds"})`;
const fetcher = createFetcher(
  { userAgent, allowed, pace: { gapMs: 1000, concurrency: 2 }, limits: FETCH_LIMITS },
  { clock: { now: () => Date.now() } },
);
const today = new Date().toISOString().slice(0, 10);
const found = new Map<string, string>();
const waiting = [...new Map(outlines.map((outline) => [outline.url, outline])).values()];
const lane = async () => {
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const result = await checkOne(fetcher, next);
    found.set(next.url, `${today}: ${result}`);
    process.stdout.write(`${result.startsWith("failed") ? "✗" : "✓"} ${next.title ?? next.url}: ${result}\n`);
  }
};
await Promise.all(Array.from({ length: AT_ONCE }, lane));
await fetcher.close();
writeFileSync(FILE, withResults(opml, found));
const failed = [...found.values()].filter((result) => result.includes(": failed: ")).length;
process.stdout.write(`${found.size} feeds checked, ${failed} failed. The results are in ${FILE}.\n`);
