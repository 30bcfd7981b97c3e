import { expect, it } from "vitest";
import type { Source } from "../../../src/domain/sources/source.ts";
import type { FinishedPoll } from "../../../src/domain/sources/source-store.ts";
import { createPoller } from "../../../src/ingest/sources/create-poller.ts";

const SOURCES = 500;
const NOW = Date.parse("2026-03-02T08:00:00Z");

const sourceOf = (id: number): Source => ({
  id,
  workspaceId: "terminal",
  url: `https://${id}.example/feed`,
  kind: "feed",
  title: null,
  publisher: null,
  addedBy: null,
  addedIn: null,
  createdAtMs: NOW,
  nextPollAtMs: NOW,
  intervalMs: null,
  bodyHash: null,
  failure: null,
  owesEnd: false,
  bar: null,
  etag: '"e"',
  lastModified: null,
});

it("a server that does not answer holds up nobody but itself, however many sources are due", async () => {
  const due = Array.from({ length: SOURCES }, (_, at) => sourceOf(at + 1));
  const finished: number[] = [];
  let answerTheFirst: () => void = () => undefined;
  const others = new Promise<void>((resolve) => {
    answerTheFirst = resolve;
  });
  const never = () => Promise.reject(new Error("Nobody asks for this."));
  const poller = createPoller({
    polls: {
      claim: async ({ limit }) => due.splice(0, limit),
      known: never,
      takeNews: never,
      markTold: never,
      finish: async ({ sourceId }: FinishedPoll) => {
        finished.push(sourceId);
        if (finished.length === SOURCES - 1) answerTheFirst();
      },
    },
    items: { waiting: never, twins: never, kept: never, missing: never, settle: never },
    evidence: { write: never },
    fetcher: {
      get: async ({ url }) => {
        if (url === "https://1.example/feed") await others;
        return { kind: "not-modified", maxAgeMs: null };
      },
      close: async () => undefined,
    },
    readers: {
      feeds: { read: never },
      pages: { article: never, feedLinks: never, entries: never, text: never },
      sitemap: never,
    },
    clock: { now: () => NOW },
    pace: { everyMs: 1, minMs: 1, maxMs: 1 },
    extract: never,
    news: { note: () => undefined, tellAll: async () => undefined },
    onFailure: (error) => expect.fail(String(error)),
  });
  expect(await poller.poll({ workspaceId: null, isForced: false })).toEqual({ sources: SOURCES, unchanged: SOURCES, failed: 0 });
  expect(finished.at(-1)).toBe(1);
});
