import { READS } from "../src/adapters/feeds/reads.ts";
import type { Outline } from "../src/domain/sources/outline.ts";
import type { Feed } from "../src/domain/sources/source.ts";
import type { Fetcher, WebContent } from "../src/domain/sources/web.ts";

/** What a feed or page has, or why it has nothing, in a few words. */
export async function checkFeed(fetcher: Fetcher, { url, kind }: Pick<Outline, "url" | "kind">): Promise<string> {
  const fetched = await fetcher.get({ url, want: kind, validators: null });
  if (fetched.kind === "failed") return `failed: ${fetched.failure.sentence}`;
  if (fetched.kind === "not-modified") return "failed: the server sent nothing.";
  const feed = readAs(kind, fetched.content);
  if (typeof feed === "string") return `failed: ${feed}`;
  const dates = feed.items.flatMap(({ publishedAt }) => publishedAt?.slice(0, 10) ?? []).sort();
  const newest = dates.at(-1);
  const count = feed.items.length;
  return `${count === 1 ? "1 entry" : `${count} entries`}${newest === undefined ? "" : `, newest of ${newest}`}`;
}

function readAs(kind: Outline["kind"], content: WebContent): Feed | string {
  if (kind === "page") return READS.entries(content);
  const read = READS.feed(content);
  return read.kind === "feed" ? read.feed : read.sentence;
}

/** The file with what was found at each address; everything else in it stays as it stands. */
export function withResults(opml: string, found: Map<string, string>): string {
  return opml.replace(/<outline\b[^<>]*\/>/g, (tag) => {
    const url = /\bxmlUrl="([^"]*)"/.exec(tag)?.[1]?.replaceAll("&amp;", "&");
    const result = found.get(url ?? "");
    if (result === undefined) return tag;
    const escaped = result.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
    return tag.replace(/ checked="[^"]*"/, "").replace(/ xmlUrl=/, () => ` checked="${escaped}" xmlUrl=`);
  });
}
