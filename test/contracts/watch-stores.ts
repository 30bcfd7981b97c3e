import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Store } from "../../src/adapters/prisma/open-store.ts";
import type { NewWatch, PlacedHit, Watch } from "../../src/domain/digests/watch.ts";
import { storeArticle } from "../../src/ingest/store-article.ts";

type Under = Pick<Store, "watches" | "digests" | "evidence" | "forgetting" | "close">;

const TEAM = "slack:T1";
const NOW = Date.parse("2024-03-06T08:00:00Z");
const GIVEN: NewWatch = {
  workspaceId: TEAM,
  platform: "slack",
  channelId: "C1",
  words: "Lund meets Solberg",
  timeZone: "Europe/Oslo",
  isDirect: false,
  quiet: { fromMinute: 1320, toMinute: 420 },
  remindMs: 86_400_000,
  createdBy: "U1",
  createdAtMs: NOW - 1000,
};
const EMPTY = { summary: [], quotes: [], people: [], meetings: [], countries: [], sentences: [] };

function hitOf(watch: Watch, slot: { key: string; dueAtMs: number }): PlacedHit {
  const meeting = { meetingId: "m7", dateStart: "2024-03-05", dateEnd: "2024-03-05" };
  return { watchId: watch.id, event: "held", sides: "lund solberg", ...meeting, start: 0, end: 4, slot };
}

/** What every implementation of the store owes to watches. */
export function describeWatchStores(name: string, open: () => Promise<Under>): void {
  describe(`watches on ${name}`, () => {
    let store: Under;

    beforeEach(async () => {
      store = await open();
    });

    afterEach(async () => {
      await store.close();
    });

    function see(id: string, text: string, seenAtMs = NOW) {
      const article = {
        id,
        url: null,
        title: null,
        publisher: null,
        author: null,
        language: "en",
        publishedAt: "2024-03-06",
        text,
      };
      return storeArticle(store.evidence, TEAM, { article, extraction: EMPTY, seenAtMs, sourceKey: null });
    }

    async function firstUnmatched() {
      const [article] = await store.watches.unmatched(10);
      if (article === undefined) throw new Error("No article waits.");
      return article;
    }

    it("keeps a watch as it was given, apart from digests and from other workspaces", async () => {
      const watch = await store.watches.add(GIVEN);
      expect(watch).toEqual({ ...GIVEN, id: watch.id, paused: null });
      expect(await store.watches.list(TEAM)).toEqual([watch]);
      expect(await store.watches.list("slack:T2")).toEqual([]);
      expect(await store.digests.subscriptions.list(TEAM, null)).toEqual([]);
    });

    it("notes new and changed articles while somebody watches, and none before or afterwards", async () => {
      await see("a0", "Nobody watches yet.");
      const watch = await store.watches.add(GIVEN);
      await see("a1", "Lund met Solberg.");
      await see("a1", "Lund met Solberg.");
      expect((await store.watches.unmatched(10)).map(({ articleId }) => articleId)).toEqual(["a1"]);
      await store.watches.settle(await firstUnmatched(), { watchIds: [watch.id], sinceMs: 0, atMs: NOW }, () => []);
      await see("a1", "Lund met Solberg twice.", NOW + 5);
      expect((await firstUnmatched()).seenAtMs).toBe(NOW + 5);
      await store.digests.subscriptions.stop(watch.id, NOW);
      await see("a2", "Nobody watches any more.");
      expect((await store.watches.unmatched(10)).map(({ articleId }) => articleId)).toEqual(["a1"]);
    });

    it("settles an article once, with what the watch told before in view", async () => {
      const watch = await store.watches.add(GIVEN);
      await see("a1", "Lund met Solberg.");
      const article = await firstUnmatched();
      const given = { watchIds: [watch.id], sinceMs: 0, atMs: NOW };
      const slot = { key: "now:1", dueAtMs: NOW };
      const first = await store.watches.settle(article, given, (past) => {
        expect(past.get(watch.id)).toEqual({ hits: [], slots: [] });
        return [hitOf(watch, slot)];
      });
      expect(first).toBe(1);
      expect(await store.watches.settle(article, given, () => [hitOf(watch, slot)])).toBeNull();
      await see("a2", "They met.");
      await store.watches.settle(await firstUnmatched(), given, (past) => {
        expect(past.get(watch.id)?.hits).toMatchObject([{ articleId: "a1", sides: "lund solberg", meetingId: "m7" }]);
        expect(past.get(watch.id)?.slots).toMatchObject([{ key: "now:1", state: "waiting" }]);
        return [hitOf(watch, slot)];
      });
      expect((await store.watches.lastHits(watch.id, 1)).map(({ articleId }) => articleId)).toEqual(["a2"]);
    });

    it("gathers hits in the slot that waits, which is due as a digest's is", async () => {
      const watch = await store.watches.add(GIVEN);
      const given = { watchIds: [watch.id], sinceMs: 0, atMs: NOW };
      const slot = { key: "now:1", dueAtMs: NOW };
      for (const id of ["a1", "a2"]) {
        await see(id, `Lund met Solberg (${id}).`);
        await store.watches.settle(await firstUnmatched(), given, () => [hitOf(watch, slot)]);
      }
      const query = { platforms: ["slack"], nowMs: NOW, maxLeaseMs: 1000, limit: 10 };
      const due = await store.digests.slots.due(query);
      expect(due).toMatchObject([{ slot: { key: "now:1" }, subscription: { id: watch.id, isWatch: true } }]);
      const hits = await store.watches.hitsOf(due[0]?.slot.id ?? 0);
      expect(hits.map(({ articleId }) => articleId)).toEqual(["a1", "a2"]);
    });

    it("decides nothing for a watch that was stopped meanwhile", async () => {
      const watch = await store.watches.add(GIVEN);
      await see("a1", "Lund met Solberg.");
      await store.digests.subscriptions.stop(watch.id, NOW);
      await store.watches.settle(await firstUnmatched(), { watchIds: [watch.id], sinceMs: 0, atMs: NOW }, (past) => {
        expect(past.size).toBe(0);
        return [];
      });
      expect(await store.watches.unmatched(10)).toEqual([]);
    });

    it("forgets what only the person was told, and takes their id off the rest", async () => {
      const kept = await store.watches.add(GIVEN);
      await store.watches.add({ ...GIVEN, channelId: "D1", isDirect: true });
      await store.forgetting.user(TEAM, "U1");
      expect(await store.watches.list(TEAM)).toEqual([{ ...kept, createdBy: null }]);
    });
  });
}
