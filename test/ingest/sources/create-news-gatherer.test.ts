import { expect, it } from "vitest";
import type { Source } from "../../../src/domain/sources/source.ts";
import type { FinishedPoll, SourceNews } from "../../../src/domain/sources/source-store.ts";
import { createNewsGatherer } from "../../../src/ingest/sources/create-news-gatherer.ts";
import { until } from "../../servers/until.ts";

const NOW = Date.parse("2026-03-02T08:00:00Z");

function sourceOf(id: number, channelId: string): Source {
  return {
    id,
    workspaceId: "slack:T1",
    url: `https://${id}.example/feed`,
    kind: "feed",
    title: null,
    publisher: null,
    addedBy: "U1",
    addedIn: { platform: "slack", channelId },
    createdAtMs: NOW,
    nextPollAtMs: NOW,
    intervalMs: null,
    bodyHash: null,
    failure: null,
    entries: null,
    header: null,
    owesEnd: false,
    bar: null,
    etag: null,
    lastModified: null,
  };
}

function failedPoll(sourceId: number, count: number): FinishedPoll {
  return {
    sourceId,
    poll: { atMs: NOW, outcome: "failed", reason: "It is gone.", seen: 0, kept: 0, updated: 0, dropped: {} },
    items: [],
    listed: null,
    title: null,
    nextPollAtMs: NOW,
    intervalMs: 1,
    bodyHash: null,
    etag: null,
    lastModified: null,
    failure: { count, sinceMs: NOW, reason: "It is gone.", isTold: false },
  };
}

it("gathers what one place is to hear for a while, tells it as one, and has what nobody heard told again", async () => {
  const rows = [...[1, 2, 3].map((id) => sourceOf(id, "C1")), sourceOf(4, "C2")];
  const marked = new Set<number>();
  const told: SourceNews[] = [];
  const gatherer = createNewsGatherer({
    polls: {
      takeNews: async ({ addedIn }) => {
        const due = rows.filter((row) => row.addedIn?.channelId === addedIn?.channelId && !marked.has(row.id));
        for (const { id } of due) marked.add(id);
        return due;
      },
      markTold: async (id, isTold) => (isTold ? marked.size < marked.add(id).size : marked.delete(id)),
    },
    tell: async (news) => {
      told.push(news);
      return news.addedIn?.channelId === "C2" ? news.sources : [];
    },
    onFailure: (error) => expect.fail(String(error)),
    gatherMs: 50,
  });
  for (const row of rows) gatherer.note(row, failedPoll(row.id, 2));
  await gatherer.tellAll();
  expect(told).toEqual([]);
  for (const row of rows) gatherer.note(row, failedPoll(row.id, 3));
  expect(told).toEqual([]);
  await until(() => expect(told.map(({ sources }) => sources.map(({ id }) => id))).toEqual([[1, 2, 3], [4]]));
  await until(() => expect([...marked]).toEqual([1, 2, 3]));
});

it("is done only once that is told, too, which was being told before", async () => {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  let isTold = false;
  const gatherer = createNewsGatherer({
    polls: { takeNews: async () => [sourceOf(1, "C1")], markTold: async () => true },
    tell: async () => {
      await released;
      isTold = true;
      return [];
    },
    onFailure: (error) => expect.fail(String(error)),
    gatherMs: 60_000,
  });
  gatherer.note(sourceOf(1, "C1"), failedPoll(1, 3));
  const first = gatherer.tellAll();
  const last = gatherer.tellAll().then(() => isTold);
  release();
  expect(await last).toBe(true);
  await first;
});
