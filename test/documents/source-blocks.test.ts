import { expect, it } from "vitest";
import { showHealth, sourceJson } from "../../src/documents/source-blocks.ts";
import type { Source } from "../../src/domain/sources/source.ts";

const NOW = Date.parse("2026-11-26T08:00:00Z");
const HOUR = 3_600_000;

const sourceOf = (bar: Source["bar"]): Source => ({
  id: 1,
  workspaceId: "terminal",
  url: "https://gazette.example/feed",
  kind: "feed",
  title: null,
  publisher: null,
  addedBy: null,
  addedIn: null,
  createdAtMs: NOW,
  nextPollAtMs: NOW + HOUR,
  intervalMs: HOUR,
  bodyHash: null,
  failure: null,
  entries: null,
  header: null,
  owesEnd: false,
  bar,
  etag: null,
  lastModified: null,
});

it("says that a feed lists nothing, and since when no article came with its text, from the third entry on", () => {
  const bar = { entries: 3, sinceMs: Date.parse("2026-11-23T06:00:00Z"), reason: "The text is for subscribers only." };
  expect(showHealth(sourceOf(bar), NOW)).toBe(
    "Working, but no article with text since 23 November 2026, 06:00 UTC: The text is for subscribers only. Checked about every 60 minutes, next in 60 minutes.",
  );
  expect(showHealth(sourceOf({ ...bar, entries: 2 }), NOW)).toBe("Working. Checked about every 60 minutes, next in 60 minutes.");
  expect(showHealth({ ...sourceOf(null), entries: 0 }, NOW)).toBe(
    "Reachable, but the feed lists no entries, so there is nothing to read. Checked about every 60 minutes, next in 60 minutes.",
  );
  expect(sourceJson(sourceOf(bar))).toMatchObject({
    barred: { since: "2026-11-23T06:00:00.000Z", entries: 3, reason: bar.reason },
  });
});
