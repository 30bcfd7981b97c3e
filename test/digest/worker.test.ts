import { beforeEach, describe, expect, it } from "vitest";
import { DIGEST_TIMINGS, type DigestTimings, requestLifeMs } from "../../src/digest/digest-timings.ts";
import { nextSlot } from "../../src/digest/next-slot.ts";
import type { NewSubscription, Slot, Subscription } from "../../src/domain/digests/digest.ts";
import type { DigestStore } from "../../src/domain/digests/digest-store.ts";
import { always, createFakePoster, digestOf, type FakePoster } from "../fakes/digest-poster.ts";
import { createMemoryDigestStore } from "../fakes/digest-store.ts";
import { createDirectDigests } from "../fakes/direct-digests.ts";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const DUE = Date.parse("2026-03-02T07:00:00Z");

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

describe("the digests' worker", () => {
  const clock = { at: 0, now: () => clock.at };
  const stopwatch = {
    readMs: () => clock.at,
    async pause(ms: number) {
      clock.at += ms;
    },
  };
  let store: DigestStore;
  let poster: FakePoster;
  /** What the next digests say; an empty one has nothing new. */
  let news: string;
  let reasons: (string | null)[];
  let failures: unknown[];
  let composed: number;

  beforeEach(() => {
    clock.at = DUE - HOUR;
    store = createMemoryDigestStore();
    poster = createFakePoster(() => clock.at);
    news = "Talks were held.";
    reasons = [];
    failures = [];
    composed = 0;
  });

  function startWorker(over: { store?: DigestStore; timings?: DigestTimings } = {}) {
    return createDirectDigests({
      store: over.store ?? store,
      posters: [poster],
      createComposer: () => async (_subscription, given) => {
        composed += 1;
        reasons.push(given.reason);
        return { document: digestOf(news), told: { ...given.told, [news]: 1 }, isEmpty: news === "" };
      },
      clock,
      stopwatch,
      timings: over.timings ?? DIGEST_TIMINGS,
      onFailure: (error) => failures.push(error),
    });
  }

  const follow = (over: Partial<NewSubscription> = {}): Promise<Subscription> => {
    const given = { ...DAILY, ...over };
    return store.subscriptions.add(given, nextSlot(given, null, clock.at));
  };
  const slotsOf = async ({ id }: Subscription): Promise<Slot[]> =>
    (await store.subscriptions.slots(id, 50)).filter((slot) => slot.state !== "waiting").reverse();
  const roots = () => poster.posted.filter((message) => message.rootId === null);

  it("posts nothing before its time, and then the digest with its detail in the thread, once", async () => {
    const subscription = await follow();
    const worker = startWorker();
    expect(await worker.run()).toBe(DUE);
    expect(poster.posted).toEqual([]);
    clock.at = DUE + SECOND;
    expect(await worker.run()).toBe(DUE + DAY);
    await worker.run();
    expect(poster.posted.map(({ rootId, topic, channelId }) => [rootId, topic, channelId])).toEqual([
      [null, "quad", "C1"],
      ["m1", "quad", "C1"],
    ]);
    expect(await slotsOf(subscription)).toMatchObject([{ key: "2026-03-02", state: "posted", reason: null }]);
    expect((await store.subscriptions.list("slack:T1", "C1"))[0]?.told).toEqual({ "Talks were held.": 1 });
  });

  it("makes one catch-up of the days that it slept through, which says so, and goes on as planned", async () => {
    const subscription = await follow();
    clock.at = DUE + 3 * DAY + HOUR;
    expect(await startWorker().run()).toBe(DUE + 4 * DAY);
    expect(roots()).toHaveLength(1);
    expect(reasons[0]).toContain("this replaces 4 digests");
    expect((await slotsOf(subscription))[0]?.reason).toContain("this replaces 4 digests");
  });

  it("is silent on an empty day where that is wanted, and says one line where it is not", async () => {
    news = "";
    const silent = await follow({ whenEmpty: "silence" });
    await follow({ channelId: "C2" });
    clock.at = DUE;
    await startWorker().run();
    expect(poster.posted.map(({ channelId }) => channelId)).toEqual(["C2", "C2"]);
    expect((await slotsOf(silent))[0]?.state).toBe("silent");
  });

  it("looks whether a message of which no answer came has arrived, and does not post it again", async () => {
    const subscription = await follow();
    poster.failNext({ kind: "transient", maybePosted: true, code: "ECONNRESET" }, 0);
    clock.at = DUE;
    const worker = startWorker();
    const next = await worker.run();
    expect(next).toBe(DUE + DIGEST_TIMINGS.retryMinMs);
    clock.at = next ?? 0;
    await worker.run();
    expect(roots()).toHaveLength(1);
    expect(poster.posted).toHaveLength(2);
    expect((await slotsOf(subscription))[0]?.state).toBe("posted");
  });

  it("posts a message of which no answer came once it has seen that it is not there", async () => {
    await follow();
    poster.failNext({ kind: "transient", maybePosted: true, code: "ETIMEDOUT" });
    poster.failLook({ kind: "transient", maybePosted: true, code: "ETIMEDOUT" });
    clock.at = DUE;
    const worker = startWorker();
    for (let look = 0; look < 3; look++) clock.at = (await worker.run()) ?? 0;
    // One look fails; then it is not there, nor once no request can arrive any more, nor a second time behind the next one.
    expect(poster.looked).toHaveLength(4);
    expect(roots()).toHaveLength(1);
  });

  it("goes on with the rest of a digest whose first message stands, as it was composed", async () => {
    await follow();
    clock.at = DUE;
    const worker = startWorker();
    poster.failNext({ kind: "posted", messageId: "never" });
    poster.failNext({ kind: "transient", maybePosted: false, code: "ECONNREFUSED" });
    clock.at = (await worker.run()) ?? 0;
    news = "Something else.";
    await worker.run();
    expect(composed).toBe(1);
    expect(poster.posted.map(({ rootId }) => rootId)).toEqual(["never"]);
  });

  it("waits as long as the platform asks for, and posts to nobody on it meanwhile", async () => {
    const channels = Array.from({ length: 60 }, (_, at) => `C${at}`);
    for (const channelId of channels) await follow({ channelId });
    poster.failNext({ kind: "rate-limited", retryAfterMs: 30 * SECOND, scope: "platform" });
    clock.at = DUE;
    const worker = startWorker();
    expect(await worker.run()).toBe(DUE + 30 * SECOND);
    const before = poster.posted.length;
    clock.at = DUE + 29 * SECOND;
    await worker.run();
    expect(poster.posted).toHaveLength(before);
    clock.at = DUE + 30 * SECOND;
    await worker.run();
    expect(new Set(roots().map(({ channelId }) => channelId)).size).toBe(60);
    expect(roots()).toHaveLength(60);
  });

  it("posts to other workspaces while one of them is asked to wait", async () => {
    const later = { minuteOfDay: DAILY.minuteOfDay + 1 };
    await follow({ channelId: "C1" });
    await follow({ ...later, channelId: "C2" });
    await follow({ ...later, workspaceId: "slack:T2", channelId: "C9" });
    poster.failNext({ kind: "rate-limited", retryAfterMs: 90 * SECOND, scope: "workspace" });
    clock.at = DUE;
    const worker = startWorker();
    await worker.run();
    clock.at = DUE + 60 * SECOND;
    await worker.run();
    expect(roots().map(({ channelId }) => channelId)).toEqual(["C9"]);
    clock.at = DUE + 90 * SECOND;
    await worker.run();
    expect(
      roots()
        .map(({ channelId }) => channelId)
        .sort(),
    ).toEqual(["C1", "C2", "C9"]);
  });

  it("pauses a channel in trouble and tells its follower once; others get theirs", async () => {
    const archived = await follow();
    const second = await follow({ topics: ["japan"] });
    await follow({ channelId: "C2" });
    poster.failNext({ kind: "trouble", trouble: "archived", code: "is_archived" });
    poster.failNext({ kind: "trouble", trouble: "archived", code: "is_archived" });
    clock.at = DUE;
    const timings = { ...DIGEST_TIMINGS, concurrency: 1 };
    const worker = createDirectDigests({
      store,
      posters: [poster],
      createComposer: () => async () => ({ document: digestOf(news), told: {}, isEmpty: false }),
      clock,
      stopwatch,
      timings,
      onFailure: (error) => failures.push(error),
    });
    await worker.run();
    expect(roots().map(({ channelId }) => channelId)).toEqual(["C2"]);
    expect(poster.told).toHaveLength(1);
    expect(poster.told[0]).toMatchObject({ userId: "U1", channelId: "C1" });
    expect(poster.told[0]?.sentence).toContain("the channel is archived (is_archived)");
    for (const subscription of [archived, second]) {
      expect((await slotsOf(subscription))[0]).toMatchObject({ state: "failed" });
      const now = (await store.subscriptions.list("slack:T1", "C1")).find(({ id }) => id === subscription.id);
      expect(now?.paused?.reason).toBe("archived");
    }
    clock.at = DUE + DAY;
    await worker.run();
    expect(roots().map(({ channelId }) => channelId)).toEqual(["C2", "C2"]);
  });

  it("leaves out a detail that may not be posted below its digest, and does not pause", async () => {
    const subscription = await follow();
    const onlyRoots: typeof poster = {
      ...poster,
      async post(message, mayLeave) {
        if (message.rootId === null) return poster.post(message, mayLeave);
        return (await mayLeave()) ? { kind: "trouble", trouble: "forbidden", code: "50013" } : { kind: "withheld" };
      },
    };
    clock.at = DUE;
    await createDirectDigests({
      store,
      posters: [onlyRoots],
      createComposer: () => async () => ({ document: digestOf(news), told: {}, isEmpty: false }),
      clock,
      stopwatch,
      timings: DIGEST_TIMINGS,
      onFailure: (error) => failures.push(error),
    }).run();
    expect(roots()).toHaveLength(1);
    expect((await slotsOf(subscription))[0]).toMatchObject({
      state: "posted",
      reason: expect.stringContaining("I left out a part"),
    });
    expect((await store.subscriptions.list("slack:T1", "C1"))[0]?.paused).toBeNull();
  });

  it("tries the next one after a refused message, and pauses after three of them in a row", async () => {
    const subscription = await follow();
    const worker = startWorker();
    for (let day = 0; day < 3; day++) {
      poster.failNext({ kind: "refused", code: "invalid_blocks" });
      clock.at = DUE + day * DAY;
      await worker.run();
    }
    expect((await slotsOf(subscription)).map(({ state }) => state)).toEqual(["failed", "failed", "failed"]);
    expect((await store.subscriptions.list("slack:T1", "C1"))[0]?.paused?.reason).toBe("failing");
    expect(poster.told).toHaveLength(1);
  });

  it("posts once although two processes look at the same time", async () => {
    for (let at = 0; at < 20; at++) await follow({ channelId: `C${at}` });
    clock.at = DUE;
    await Promise.all([startWorker().run(), startWorker().run(), startWorker().run()]);
    expect(poster.posted).toHaveLength(40);
    expect(failures).toEqual([]);
  });

  it("does not post a date again when the clock is set back over it", async () => {
    const subscription = await follow();
    clock.at = DUE;
    const worker = startWorker();
    await worker.run();
    clock.at = DUE - 2 * HOUR;
    expect(await worker.run()).toBe(DUE + DAY);
    clock.at = DUE;
    await worker.run();
    expect(roots()).toHaveLength(1);
    expect(await slotsOf(subscription)).toHaveLength(1);
  });

  it("brings back the dates that a clock which ran ahead has put off", async () => {
    await follow();
    const worker = startWorker();
    clock.at = DUE + 300 * DAY;
    await worker.run();
    clock.at = DUE + HOUR;
    expect(await worker.run()).toBe(DUE + DAY);
  });

  it("takes a message for absent only when no request can arrive any more, whatever the clocks of others said", async () => {
    await follow();
    clock.at = DUE + 2 * HOUR;
    poster.failNext({ kind: "transient", maybePosted: true, code: "ETIMEDOUT" });
    await startWorker().run();
    clock.at = DUE;
    const late: number[] = [];
    const { find } = poster;
    poster.find = async (message, sinceMs) => {
      late.push(clock.at - DUE);
      return find(message, sinceMs);
    };
    await startWorker().run();
    expect(late.slice(0, 2)).toEqual([0, requestLifeMs(DIGEST_TIMINGS)]);
    expect(roots()).toHaveLength(1);
  });

  it("finds a request that arrives after its sender has given up and looked, and sends no second one", async () => {
    const subscription = await follow();
    poster.failNext({ kind: "transient", maybePosted: true, code: "ETIMEDOUT" }, DIGEST_TIMINGS.retryMinMs + SECOND);
    clock.at = DUE;
    const worker = startWorker();
    clock.at = (await worker.run()) ?? 0;
    await worker.run();
    expect(poster.looked).toHaveLength(2);
    expect(roots()).toHaveLength(1);
    expect((await slotsOf(subscription))[0]?.state).toBe("posted");
  });

  it("does not send when it stood still for longer than its grace between taking the lease and sending", async () => {
    await follow();
    const slow: DigestStore = {
      ...store,
      slots: {
        ...store.slots,
        async mark(claim, part) {
          const isHeld = await store.slots.mark(claim, part);
          clock.at += DIGEST_TIMINGS.graceMs + 1;
          return isHeld;
        },
      },
    };
    clock.at = DUE;
    await startWorker({ store: slow }).run();
    expect(poster.posted).toEqual([]);
    clock.at += DIGEST_TIMINGS.leaseMs;
    await startWorker().run();
    expect(roots()).toHaveLength(1);
    // Nothing had left, and that was written down: nobody had to look.
    expect(poster.looked).toEqual([]);
  });

  it("deletes its own message where it was so late that another one has posted it", async () => {
    const subscription = await follow();
    let isFirst = true;
    const worker = startWorker();
    const { post } = poster;
    poster.post = async (message, mayLeave) => {
      const isLate = isFirst;
      isFirst = false;
      if (isLate && (await mayLeave())) {
        clock.at += DIGEST_TIMINGS.leaseMs;
        await startWorker().run();
      }
      return post(message, isLate ? always : mayLeave);
    };
    clock.at = DUE;
    await worker.run();
    expect(poster.posted.map(({ key }) => key)).toHaveLength(new Set(poster.posted.map(({ key }) => key)).size);
    expect(poster.removed).toHaveLength(1);
    clock.at += DIGEST_TIMINGS.lookAgainMs;
    await worker.run();
    expect((await slotsOf(subscription))[0]?.state).toBe("posted");
  });

  it("looks once more where it sent in doubt, and deletes what came later than any request should", async () => {
    const subscription = await follow();
    poster.failNext({ kind: "transient", maybePosted: true, code: "ETIMEDOUT" }, MINUTE);
    clock.at = DUE;
    const worker = startWorker();
    clock.at = (await worker.run()) ?? 0;
    const next = await worker.run();
    expect(next).toBe(clock.at + DIGEST_TIMINGS.lookAgainMs);
    expect(poster.removed).toEqual([]);
    clock.at = next ?? 0;
    await worker.run();
    expect(poster.removed).toHaveLength(1);
    expect(poster.posted.map(({ messageId }) => messageId)).toEqual(["m1", "m2"]);
    expect((await slotsOf(subscription))[0]?.state).toBe("posted");
  });

  it("looks once more where it found one of several that it had sent", async () => {
    await follow();
    // The first one comes late, and the answer to the second is lost.
    poster.failNext({ kind: "transient", maybePosted: true, code: "ETIMEDOUT" }, 2 * MINUTE);
    poster.failNext({ kind: "transient", maybePosted: true, code: "ETIMEDOUT" }, 0);
    clock.at = DUE;
    const worker = startWorker();
    for (let look = 0; look < 4; look++) clock.at = (await worker.run()) ?? 0;
    expect(poster.removed).toHaveLength(1);
    expect(roots()).toHaveLength(1);
  });

  it("looks once it has sent in doubt, and goes on below the copy that stands", async () => {
    await follow();
    clock.at = DUE;
    const worker = startWorker();
    // Nobody sees it for a minute, as a channel's history may lag behind; then it is the older one.
    poster.failNext({ kind: "transient", maybePosted: true, code: "ETIMEDOUT" }, 0);
    poster.failLook({ kind: "absent" });
    poster.failLook({ kind: "absent" });
    clock.at = (await worker.run()) ?? 0;
    await worker.run();
    expect(poster.posted.map(({ messageId, rootId }) => [messageId, rootId])).toEqual([
      ["m1", null],
      ["m3", "m1"],
    ]);
    expect(poster.removed).toHaveLength(1);
  });

  it("says so where a poster does not ask before it sends", async () => {
    await follow();
    const { post } = poster;
    poster.post = (message) => post(message, always);
    clock.at = DUE;
    await startWorker().run();
    expect(failures.map(String)).toEqual([expect.stringContaining("without asking whether it may")]);
  });

  it("is not started with a lease in which a request could still arrive", () => {
    const timings = { ...DIGEST_TIMINGS, leaseMs: 2 * requestLifeMs(DIGEST_TIMINGS) - 1 };
    expect(() => startWorker({ timings })).toThrow(/leaseMs of 39999 is less than 40000/);
  });

  it("leaves what it has not begun to whoever comes next when it is stopped", async () => {
    const subscription = await follow();
    await follow({ channelId: "C2" });
    clock.at = DUE;
    const worker = startWorker();
    const running = worker.run();
    await worker.stop();
    await running;
    await startWorker().run();
    expect(poster.posted).toHaveLength(4);
    expect((await slotsOf(subscription))[0]?.reason).toBeNull();
  });

  it("goes on with the other digests when one can't be composed", async () => {
    await follow({ topics: ["broken"] });
    await follow({ channelId: "C2" });
    clock.at = DUE;
    const worker = createDirectDigests({
      store,
      posters: [poster],
      createComposer: () => async (subscription) => {
        if (subscription.topics[0] === "broken") throw new Error("No.");
        return { document: digestOf(news), told: {}, isEmpty: false };
      },
      clock,
      stopwatch,
      timings: DIGEST_TIMINGS,
      onFailure: (error) => failures.push(error),
    });
    expect(await worker.run()).toBe(DUE + DIGEST_TIMINGS.leaseMs);
    expect(failures).toHaveLength(1);
    expect(roots().map(({ channelId }) => channelId)).toEqual(["C2"]);
  });
});
