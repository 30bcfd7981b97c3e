import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Store } from "../../src/adapters/prisma/open-store.ts";
import { DIGEST_TIMINGS } from "../../src/digest/digest-timings.ts";
import { nextSlot } from "../../src/digest/next-slot.ts";
import type { Document } from "../../src/domain/chat/document.ts";
import type { NewSubscription } from "../../src/domain/digests/digest.ts";
import { storeArticle } from "../../src/ingest/store-article.ts";
import { withdrawArticle } from "../../src/ingest/withdraw-article.ts";
import { createFakePoster, type FakePoster } from "../fakes/digest-poster.ts";
import { createDirectDigests } from "../fakes/direct-digests.ts";
import { extract, LISBON } from "../fakes/evidence.ts";

const HOUR = 3_600_000;
const DUE = Date.parse("2026-03-02T07:00:00Z");
const ARTICLE = { ...LISBON, id: "https://a.example/lisbon", url: "https://a.example/lisbon", title: "Talks in Lisbon" };
const OTHER = { ...ARTICLE, id: "https://a.example/porto", url: "https://a.example/porto", title: "Talks in Porto" };
const DAILY: NewSubscription = {
  workspaceId: "slack:T1",
  platform: "slack",
  channelId: "C1",
  topics: ["quad"],
  minuteOfDay: 480,
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  timeZone: "Europe/Berlin",
  whenEmpty: "line",
  language: "en",
  createdBy: "U1",
  createdAtMs: DUE - HOUR,
};

/** A digest that cites an article. */
const citing = (id: string): Document => {
  const citation = { articleId: id, start: 0, end: 5, text: "Talks" };
  const source = { type: "source" as const, link: { label: "A", url: id, citation } };
  return { title: "Digest", audience: "channel", blocks: [{ type: "paragraph", inlines: [source] }], detail: [] };
};

/** What every store owes to the channels of digests whose articles are withdrawn. */
export function describeWithdrawnNotices(name: string, open: () => Promise<{ store: Store; close(): Promise<void> }>): void {
  describe(`an article that is withdrawn after a digest was posted, on ${name}`, () => {
    const clock = { at: 0, now: () => clock.at };
    const stopwatch = {
      readMs: () => clock.at,
      async pause(ms: number) {
        clock.at += ms;
      },
    };
    let under: { store: Store; close(): Promise<void> };
    let poster: FakePoster;
    const failures: unknown[] = [];

    beforeEach(async () => {
      clock.at = DUE - HOUR;
      failures.length = 0;
      under = await open();
      poster = createFakePoster(() => clock.at);
      for (const article of [ARTICLE, OTHER])
        await storeArticle(under.store.evidence, "slack:T1", {
          article,
          extraction: await extract(article),
          seenAtMs: clock.at,
          sourceKey: null,
        });
      await under.store.digests.subscriptions.add(DAILY, nextSlot(DAILY, null, clock.at));
      clock.at = DUE;
      await run();
    });

    afterEach(async () => {
      expect(failures).toEqual([]);
      await under.close();
    });

    const run = () =>
      createDirectDigests({
        store: under.store.digests,
        posters: [poster],
        createComposer: () => async (_subscription, given) => ({
          document: citing(ARTICLE.id),
          told: { ...given.told, [`at ${given.nowMs}`]: 1 },
          isEmpty: false,
        }),
        clock,
        stopwatch,
        timings: DIGEST_TIMINGS,
        onFailure: (error) => failures.push(error),
      }).run();
    const withdraw = ({ id, url }: typeof ARTICLE) =>
      withdrawArticle(under.store.evidence, "slack:T1", { article: { id, url }, atMs: clock.at });
    const notices = () => poster.posted.filter(({ rootId }) => rootId !== null);

    it("is told of below that digest, once, and the next digests come as planned", async () => {
      await withdraw(ARTICLE);
      clock.at += HOUR;
      await run();
      await run();
      expect(notices().map(({ rootId }) => rootId)).toEqual(["m1"]);
      expect(JSON.stringify(notices()[0]?.payload)).toContain("Talks in Lisbon");
      const [subscription] = await under.store.digests.subscriptions.list("slack:T1", "C1");
      // What the channel was told is not taken back to what it was when the digest was composed.
      expect(subscription?.told).toEqual({ [`at ${DUE}`]: 1 });
      clock.at = DUE + 24 * HOUR;
      await run();
      expect(poster.posted.filter(({ rootId }) => rootId === null)).toHaveLength(2);
      expect(notices()).toHaveLength(1);
    });

    it("is told of below each digest that cites it, and keeps what later ones told", async () => {
      clock.at = DUE + 24 * HOUR;
      await run();
      await withdraw(ARTICLE);
      await run();
      await run();
      expect(notices().map(({ rootId }) => rootId)).toEqual(["m1", "m2"]);
      const [subscription] = await under.store.digests.subscriptions.list("slack:T1", "C1");
      expect(Object.keys(subscription?.told ?? {})).toHaveLength(2);
    });

    it("that no digest cites is told of nowhere", async () => {
      await withdraw(OTHER);
      await run();
      expect(notices()).toEqual([]);
    });

    it("is told of once where no answer came to the notice", async () => {
      await withdraw(ARTICLE);
      poster.failNext({ kind: "transient", maybePosted: true, code: "ECONNRESET" }, 0);
      for (let times = 0; times < 6; times++) {
        clock.at += 60_000;
        await run();
      }
      expect(notices()).toHaveLength(1);
    });

    const answered = (threadId: string, articleIds: string[]) => {
      const place = { platform: "slack", channelId: "C2", threadId, rootId: threadId.slice(3) } as const;
      return under.store.conversations.noteCited("slack:T1", { ...place, articleIds, atMs: clock.at });
    };

    it("is told of once in each thread whose briefing or answers cite it, whatever dies or fails on the way", async () => {
      await answered("C2:9.1", [OTHER.id]);
      await answered("C2:9.1", [OTHER.id, ARTICLE.id]);
      await answered("C2:9.2", [ARTICLE.id, "https://a.example/never-stored"]);
      await withdraw(OTHER);
      poster.failNext({ kind: "transient", maybePosted: true, code: "ECONNRESET" }, 0);
      for (let times = 0; times < 6; times++) {
        clock.at += 60_000;
        await run();
      }
      expect(notices()).toMatchObject([{ channelId: "C2", rootId: "9.1" }]);
      expect(JSON.stringify(notices()[0]?.payload)).toContain("Talks in Porto");
      // What is withdrawn already when it is cited was cited as such.
      await answered("C2:9.3", [OTHER.id]);
      await run();
      expect(notices()).toHaveLength(1);
    });

    it("is told of in all threads of a channel, and in none whose question was deleted", async () => {
      for (const thread of ["C2:9.1", "C2:9.2", "C2:9.3"]) await answered(thread, [OTHER.id]);
      await under.store.conversations.forgetQuestion("slack:T1", "C2:9.2");
      await withdraw(OTHER);
      for (let times = 0; times < 4; times++) {
        clock.at += 60_000;
        await run();
      }
      expect(notices().map(({ rootId }) => rootId)).toEqual(["9.1", "9.3"]);
    });

    it("makes no digest of a channel's answers, and nothing of them is kept for longer than digests are", async () => {
      await answered("C2:9.1", [OTHER.id]);
      const { subscriptions } = under.store.digests;
      expect(await subscriptions.list("slack:T1", "C2")).toEqual([]);
      const lost = { workspaceId: "slack:T1", channelId: "C2", why: "forbidden", nowMs: clock.at } as const;
      expect(await subscriptions.pauseIn(lost)).toEqual([]);
      await withdraw(OTHER);
      await run();
      expect(notices()).toEqual([]);
      // It may post there again: what it owes is told.
      await answered("C2:9.4", [ARTICLE.id]);
      expect(await under.store.retention.sweep("digests", { beforeMs: clock.at, limit: 9 })).toBe(0);
      // Both threads, and the digest before the next one.
      expect(await under.store.retention.sweep("digests", { beforeMs: clock.at + HOUR, limit: 9 })).toBe(3);
      await run();
      expect(notices()).toEqual([]);
    });

    it("is told of by whoever comes next, where a process died between any two steps", async () => {
      await withdraw(ARTICLE);
      const { notices: ours, slots, plans } = under.store.digests;
      const query = { platforms: ["slack"], nowMs: clock.at, limit: 9 };
      expect(await ours.reopen(query)).toBe(1);
      expect(await ours.reopen(query)).toBe(0);
      const [ref] = await plans.refs({ ...query, maxLeaseMs: HOUR, afterId: 0 });
      const due = await slots.find(ref?.id ?? 0, { platforms: ["slack"], nowMs: clock.at, maxLeaseMs: HOUR });
      if (due === null) throw new Error("Nothing is due.");
      // Claimed and written down by a process that then dies.
      const claim = await slots.claim(due, { nowMs: clock.at, leaseUntilMs: clock.at + 1000, plan: null });
      if (claim === null) throw new Error("It was not claimed.");
      expect(await ours.pending(due.slot.id)).toMatchObject([{ id: ARTICLE.id, title: "Talks in Lisbon" }]);
      const part = { key: "notice-1", payload: { text: "Withdrawn" }, attempts: 0, doubtSinceMs: null };
      const parts = await ours.append(claim, { parts: [part], articleIds: [ARTICLE.id] });
      expect(parts?.map(({ part: at, state }) => [at, state])).toEqual([
        [0, "sent"],
        [1, "waiting"],
      ]);
      expect(await ours.append({ ...claim, claim: 0 }, { parts: [part], articleIds: [] })).toBeNull();
      clock.at += HOUR;
      await run();
      await run();
      expect(notices().map(({ key }) => key)).toEqual(["notice-1"]);
    });
  });
}
