import { readFileSync, writeFileSync } from "node:fs";
import { READS } from "../src/adapters/feeds/reads.ts";
import { createFetcher, FETCH_LIMITS } from "../src/adapters/web/create-fetcher.ts";
import { readAllowList } from "../src/domain/sources/address-rules.ts";
import { checkFeed, withResults } from "./check-feed.ts";

/**
 * Fetches every starter feed from this machine, and writes what it finds into its `checked` attribute in starter/feeds.opml, with the day. Run it
 * where the internet is: `npm run starter`.
 */
const FILE = process.argv[2] ?? new URL("../starter/feeds.opml", import.meta.url);
/** For servers of one's own, in tests. */
const { list: allowed } = readAllowList((process.env["SOURCES_ALLOW_PRIVATE"] ?? "").split(","));
const AT_ONCE = 8;

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
    const result = await checkFeed(fetcher, next);
    found.set(next.url, `${today}: ${result}`);
    process.stdout.write(`${result.startsWith("failed") ? "✗" : "✓"} ${next.title ?? next.url}: ${result}\n`);
  }
};
await Promise.all(Array.from({ length: AT_ONCE }, lane));
await fetcher.close();
writeFileSync(FILE, withResults(opml, found));
const failed = [...found.values()].filter((result) => result.includes(": failed: ")).length;
process.stdout.write(`${found.size} feeds checked, ${failed} failed. The results are in ${FILE}.\n`);
