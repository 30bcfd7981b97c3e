import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import type { Source } from "../../../src/domain/sources/source.ts";
import type { FinishedPoll, SourceClaims } from "../../../src/domain/sources/source-store.ts";
import type { Fetcher } from "../../../src/domain/sources/web.ts";
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
  entries: null,
  header: null,
  owesEnd: false,
  bar: null,
  etag: '"e"',
  lastModified: null,
});

const never = () => Promise.reject(new Error("Nobody asks for this."));

interface Given {
  due: Source[];
  get: Fetcher["get"];
  finish?: (poll: FinishedPoll) => Promise<void>;
  releaseSource?: SourceClaims["releaseSource"];
  now?: () => number;
}

const pollerOf = ({ due, get, finish = never, releaseSource = never, now = () => NOW }: Given) =>
  createPoller({
    polls: { known: never, takeNews: never, markTold: never, finish },
    items: { twins: never, kept: never, missing: never, settle: never },
    claims: {
      dueSources: async ({ afterId, limit }) => due.slice(afterId, afterId + limit),
      claimSource: async (id) => due[id - 1] ?? null,
      waitingEntries: never,
      nextAtMs: never,
      releaseSource,
      claimEntry: never,
      releaseEntry: never,
    },
    evidence: { write: never },
    fetcher: { get, close: async () => undefined },
    readers: {
      feeds: { read: never },
      pages: { article: never, feedLinks: never, entries: never, text: never },
      sitemap: never,
    },
    clock: { now },
    pace: { everyMs: 1, minMs: 1, maxMs: 1 },
    extract: never,
    news: { note: () => undefined, tellAll: async () => undefined },
    onFailure: (error) => expect.fail(String(error)),
  });

it("a server that does not answer holds up nobody but itself, however many sources are due", async () => {
  const due = Array.from({ length: SOURCES }, (_, at) => sourceOf(at + 1));
  const finished: number[] = [];
  let answerTheFirst: () => void = () => undefined;
  const others = new Promise<void>((resolve) => {
    answerTheFirst = resolve;
  });
  const poller = pollerOf({
    due,
    async finish({ sourceId }) {
      finished.push(sourceId);
      if (finished.length === SOURCES - 1) answerTheFirst();
    },
    async get({ url }) {
      if (url === "https://1.example/feed") await others;
      return { kind: "not-modified", maxAgeMs: null };
    },
  });
  expect(await poller.poll({ workspaceId: null, isForced: false })).toEqual({
    sources: SOURCES,
    unchanged: SOURCES,
    failed: 0,
    left: 0,
  });
  expect(finished.at(-1)).toBe(1);
});

it("gives back the sources that it was polling when it was stopped, and claims no more", async () => {
  const stopping = new AbortController();
  const released: number[] = [];
  const asked: string[] = [];
  const poller = pollerOf({
    due: Array.from({ length: SOURCES }, (_, at) => sourceOf(at + 1)),
    async releaseSource({ id, nextPollAtMs }, leaseUntilMs) {
      expect([nextPollAtMs, leaseUntilMs > NOW]).toEqual([NOW, true]);
      released.push(id);
    },
    async get({ url }) {
      asked.push(url);
      stopping.abort();
      return { kind: "failed", failure: { trouble: "stopped", sentence: "Stopped.", retryAfterMs: null } };
    },
  });
  const report = await poller.poll({ workspaceId: null, isForced: false, signal: stopping.signal });
  expect(report).toEqual({ sources: 0, unchanged: 0, failed: 0, left: 0 });
  expect(asked.length).toBeLessThan(SOURCES);
  expect(released).toHaveLength(asked.length);
});

it("leaves the sources of a host that is slow for a minute to the next run, and those of no other host", async () => {
  const host = (id: number) => (id % 2 === 0 ? "slow" : "fast");
  const due = Array.from({ length: 60 }, (_, at) => ({ ...sourceOf(at + 1), url: `https://${host(at + 1)}.example/${at}` }));
  const polled: string[] = [];
  let nowMs = NOW;
  const poller = pollerOf({
    due,
    now: () => nowMs,
    async finish({ sourceId }) {
      polled.push(host(sourceId));
    },
    async get({ url }) {
      if (url.includes("slow")) {
        await sleep(1);
        nowMs += 20_000;
      }
      return { kind: "not-modified", maxAgeMs: null };
    },
  });
  const report = await poller.poll({ workspaceId: null, isForced: false });
  const ofSlow = polled.filter((each) => each === "slow").length;
  expect(polled.filter((each) => each === "fast")).toHaveLength(30);
  expect(ofSlow).toBeGreaterThanOrEqual(4);
  expect(ofSlow).toBeLessThanOrEqual(8);
  expect(report).toMatchObject({ sources: 30 + ofSlow, left: 30 - ofSlow });
});
