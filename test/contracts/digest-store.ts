import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { NewSubscription, ScheduleRule, Subscription } from "../../src/domain/digests/digest.ts";
import type { ClaimPlan, ClaimTerms, DigestStore, DueSlot } from "../../src/domain/digests/digest-store.ts";

export interface DigestStoreUnderTest {
  digests: DigestStore;
  close(): Promise<void>;
}

const NOW = Date.parse("2026-03-02T08:00:00Z");
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const QUERY = { platforms: ["slack"], nowMs: NOW, maxLeaseMs: HOUR, limit: 50 };

const GIVEN: NewSubscription = {
  workspaceId: "slack:T1",
  platform: "slack",
  channelId: "C1",
  topics: ["india-japan", "quad"],
  minuteOfDay: 480,
  weekdays: [1, 2, 3],
  timeZone: "Asia/Tokyo",
  whenEmpty: "silence",
  language: "de",
  createdBy: "U1",
  createdAtMs: NOW - DAY,
};
const FIRST = { key: "2026-03-02", dueAtMs: NOW };
const NEXT = { key: "2026-03-03", dueAtMs: NOW + DAY };
const PLAN: ClaimPlan = { coversUntilMs: null, reason: null, next: NEXT };
const FRESH = { attempts: 0, doubtSinceMs: null };
const SENDING = { state: "sending", messageId: null, doubtSinceMs: null, atMs: NOW, leaseUntilMs: null } as const;
const TERMS: ClaimTerms = { nowMs: NOW, leaseUntilMs: NOW + 30_000, plan: PLAN };

/** What every implementation of the digests' side of the store owes to those who post. */
export function describeDigestStore(name: string, open: () => Promise<DigestStoreUnderTest>): void {
  describe(`the digests on ${name}`, () => {
    let under: DigestStoreUnderTest;
    let store: DigestStore;
    let subscription: Subscription;

    beforeEach(async () => {
      under = await open();
      store = under.digests;
      subscription = await store.subscriptions.add(GIVEN, FIRST);
    });

    afterEach(() => under.close());

    async function due(at = NOW): Promise<DueSlot[]> {
      return store.slots.due({ ...QUERY, nowMs: at });
    }

    async function claimFirst() {
      const [found] = await due();
      if (found === undefined) throw new Error("Nothing is due.");
      const claim = await store.slots.claim(found, TERMS);
      if (claim === null) throw new Error("The slot could not be claimed.");
      return { found, claim };
    }

    it("gives back a subscription as it was given, in its channel alone", async () => {
      expect(await store.subscriptions.list("slack:T1", "C1")).toEqual([
        { ...GIVEN, id: subscription.id, told: {}, paused: null },
      ]);
      expect(await store.subscriptions.list("slack:T1", null)).toHaveLength(1);
      expect(await store.subscriptions.list("slack:T1", "C2")).toEqual([]);
      expect(await store.subscriptions.list("slack:T2", null)).toEqual([]);
    });

    it("shows a slot when its time has come, and not before, nor to another platform", async () => {
      expect(await due(NOW - 1)).toEqual([]);
      expect((await due()).map(({ slot }) => slot.key)).toEqual(["2026-03-02"]);
      expect(await store.slots.due({ ...QUERY, platforms: ["discord"] })).toEqual([]);
      expect(await store.plans.nextAtMs(["slack"])).toBe(NOW);
      expect(await store.plans.nextAtMs(["discord"])).toBeNull();
    });

    it("shows one slot by its id while it is due, and says of all that are due whether they were begun", async () => {
      const second = await store.subscriptions.add({ ...GIVEN, channelId: "C2" }, FIRST);
      const refs = await store.plans.refs({ ...QUERY, afterId: 0 });
      expect(refs.map(({ isBegun }) => isBegun)).toEqual([false, false]);
      expect(await store.plans.refs({ ...QUERY, afterId: 0, nowMs: NOW - 1 })).toEqual([]);
      expect(await store.plans.refs({ ...QUERY, afterId: 0, limit: 1 })).toEqual(refs.slice(0, 1));
      expect(await store.plans.refs({ ...QUERY, afterId: refs[0]?.id ?? 0 })).toEqual(refs.slice(1));
      const { found, claim } = await claimFirst();
      expect(found.subscription.id).not.toBe(second.id);
      expect(await store.slots.find(claim.slotId, QUERY)).toBeNull();
      expect(await store.plans.refs({ ...QUERY, afterId: 0 })).toHaveLength(1);
      const later = { ...QUERY, nowMs: NOW + 30_000 };
      expect(await store.slots.find(claim.slotId, later)).toMatchObject({ slot: { id: claim.slotId, state: "claimed" } });
      expect(await store.plans.refs({ ...later, afterId: 0 })).toContainEqual({ id: claim.slotId, isBegun: true });
      expect(await store.slots.find(0, later)).toBeNull();
    });

    it("gives a slot to one of those who claim it at once, and plans the next with it", async () => {
      const [found] = await due();
      if (found === undefined) throw new Error("Nothing is due.");
      const claims = await Promise.all([1, 2, 3].map(() => store.slots.claim(found, TERMS)));
      expect(claims.filter((claim) => claim !== null)).toHaveLength(1);
      const slots = await store.subscriptions.slots(subscription.id, 10);
      expect(slots.map((slot) => [slot.key, slot.state])).toEqual([
        ["2026-03-03", "waiting"],
        ["2026-03-02", "claimed"],
      ]);
      expect(await due()).toEqual([]);
    });

    it("gives a slot on when its lease has ended, or was taken by a clock that ran ahead; the first holder has lost it", async () => {
      const { claim } = await claimFirst();
      expect(await due(NOW + 29_000)).toEqual([]);
      const [late] = await due(NOW + 30_000);
      expect(late?.slot.claim).toBe(1);
      expect((await due(NOW - 2 * HOUR)).map(({ slot }) => slot.key)).toEqual(["2026-03-02"]);
      if (late === undefined) throw new Error("The slot was not given on.");
      const second = await store.slots.claim(late, { ...TERMS, plan: null });
      expect(second?.claim).toBe(2);
      expect(await store.slots.hold(claim, NOW + HOUR)).toBe(false);
      expect(await store.slots.compose(claim, { parts: [], told: {}, cites: [] })).toBeNull();
      expect(await store.slots.finish(claim, { state: "posted", reason: null, pause: null, atMs: NOW })).toBe(false);
    });

    it("keeps the messages with how far each is, and tells the subscription once they are posted", async () => {
      const { claim } = await claimFirst();
      const parts = await store.slots.compose(claim, {
        parts: [
          { key: "k0", payload: { text: "one" }, ...FRESH },
          { key: "k1", payload: { text: "two" }, ...FRESH },
        ],
        told: { a: 1 },
        cites: [],
      });
      const [first] = parts ?? [];
      if (first === undefined) throw new Error("Nothing was written down.");
      expect(await store.slots.mark(claim, { ...SENDING, partId: first.id, doubtSinceMs: NOW })).toBe(true);
      expect((await due(NOW + HOUR))[0]?.parts.map(({ key, state, attempts }) => [key, state, attempts])).toEqual([
        ["k0", "sending", 1],
        ["k1", "waiting", 0],
      ]);
      await store.slots.mark(claim, { ...SENDING, partId: first.id, state: "sent", messageId: "1.1" });
      expect((await due(NOW + HOUR))[0]?.parts[0]).toMatchObject({ state: "sent", messageId: "1.1", payload: { text: "one" } });
      expect(await store.slots.finish(claim, { state: "posted", reason: "Late.", pause: null, atMs: NOW + 5 })).toBe(true);
      expect((await store.subscriptions.list("slack:T1", "C1"))[0]?.told).toEqual({ a: 1 });
      expect((await store.subscriptions.slots(subscription.id, 10))[1]).toMatchObject({
        state: "posted",
        reason: "Late.",
        doneAtMs: NOW + 5,
      });
    });

    it("takes the lease anew with the mark of a message, and keeps a doubt until it is told that there is none", async () => {
      const { claim } = await claimFirst();
      const [part] =
        (await store.slots.compose(claim, {
          parts: [{ key: "k0", payload: {}, attempts: 3, doubtSinceMs: 7 }],
          told: {},
          cites: [],
        })) ?? [];
      if (part === undefined) throw new Error("Nothing was written down.");
      expect(part).toMatchObject({ attempts: 3, doubtSinceMs: 7 });
      const leaseUntilMs = NOW + HOUR;
      expect(await store.slots.mark(claim, { ...SENDING, partId: part.id, doubtSinceMs: 7, leaseUntilMs })).toBe(true);
      expect(await due(leaseUntilMs - 1)).toEqual([]);
      const [late] = await due(leaseUntilMs);
      expect(late?.parts[0]?.doubtSinceMs).toBe(7);
      await store.slots.mark(claim, { ...SENDING, state: "sent", messageId: "1.1", partId: part.id });
      expect((await due(leaseUntilMs))[0]?.parts[0]?.doubtSinceMs).toBeNull();
      if (late === undefined) throw new Error("The slot was not given on.");
      await store.slots.claim(late, { ...TERMS, plan: null });
      expect(await store.slots.mark(claim, { ...SENDING, partId: part.id, leaseUntilMs: NOW + DAY })).toBe(false);
      expect(await due(NOW + HOUR)).toHaveLength(1);
    });

    it("shows whoever takes a slot over how far its messages are by then, not when it was seen", async () => {
      const { claim } = await claimFirst();
      const [part] =
        (await store.slots.compose(claim, { parts: [{ key: "k0", payload: {}, ...FRESH }], told: {}, cites: [] })) ?? [];
      const [seen] = await due(NOW + 30_000);
      if (part === undefined || seen === undefined) throw new Error("There is nothing to take over.");
      await store.slots.mark(claim, { ...SENDING, partId: part.id });
      const held = await store.slots.claim(seen, { ...TERMS, plan: null });
      expect(held?.parts.map(({ key, state }) => [key, state])).toEqual([["k0", "sending"]]);
    });

    it("leaves what a slot stands for as it is where whoever takes it over plans nothing", async () => {
      const [found] = await due();
      if (found === undefined) throw new Error("Nothing is due.");
      const plan = { coversUntilMs: NOW + DAY, reason: "Late.", next: { key: "2026-03-04", dueAtMs: NOW + 2 * DAY } };
      await store.slots.claim(found, { ...TERMS, plan });
      const [late] = await due(NOW + 30_000);
      if (late === undefined) throw new Error("The slot was not given on.");
      await store.slots.claim(late, { ...TERMS, plan: null });
      expect(await store.subscriptions.slots(subscription.id, 10)).toMatchObject([
        { key: "2026-03-04", state: "waiting" },
        { key: "2026-03-02", coversUntilMs: NOW + DAY, reason: "Late." },
      ]);
    });

    it("takes back what was composed and never posted for what is composed anew", async () => {
      const { claim } = await claimFirst();
      await store.slots.compose(claim, { parts: [{ key: "k0", payload: {}, ...FRESH }], told: { a: 1 }, cites: [] });
      const again = await store.slots.compose(claim, {
        parts: [{ key: "k0", payload: { text: "newer" }, ...FRESH }],
        told: { a: 2 },
        cites: [],
      });
      expect(again?.map(({ payload }) => payload)).toEqual([{ text: "newer" }]);
    });

    it("does not tell the subscription what was given up", async () => {
      const { claim } = await claimFirst();
      await store.slots.compose(claim, { parts: [], told: { a: 1 }, cites: [] });
      await store.slots.finish(claim, { state: "failed", reason: "No.", pause: null, atMs: NOW });
      expect((await store.subscriptions.list("slack:T1", "C1"))[0]?.told).toEqual({});
    });

    it("works one slot of a subscription at a time", async () => {
      expect(await store.subscriptions.ask(subscription.id, { key: "now:1", dueAtMs: NOW })).toBe(true);
      expect(await store.subscriptions.ask(subscription.id, { key: "now:1", dueAtMs: NOW })).toBe(false);
      const [first, second] = await due();
      if (first === undefined || second === undefined) throw new Error("Two slots were to be due.");
      expect(await store.slots.claim(first, TERMS)).not.toBeNull();
      expect(await store.slots.claim(second, { ...TERMS, plan: null })).toBeNull();
      expect(await due()).toEqual([]);
    });

    it("works the slots of many subscriptions at once, each as if it were alone", async () => {
      const others = ["C2", "C3", "C4"];
      for (const channelId of others) await store.subscriptions.add({ ...GIVEN, channelId }, FIRST);
      const found = await due();
      expect(await Promise.all(found.map(({ slot }) => store.slots.find(slot.id, QUERY)))).toEqual(found);
      const early = { ...QUERY, nowMs: NOW - 1 };
      const looks = found.map(({ slot }, at) => store.slots.find(slot.id, at === 1 ? early : QUERY));
      expect((await Promise.all(looks)).map((each) => each !== null)).toEqual([true, false, true, true]);
      const gone = found[2];
      if (gone === undefined) throw new Error("Four slots were to be due.");
      await store.subscriptions.stop(gone.subscription.id, NOW);
      const claims = await Promise.all(found.map((each) => store.slots.claim(each, TERMS)));
      expect(claims.map((claim) => claim?.claim ?? null)).toEqual([1, 1, null, 1]);
      const own = claims.filter((claim) => claim !== null);
      const composed = await Promise.all(
        own.map((claim, at) => {
          const parts = Array.from({ length: at }, (_, part) => ({ key: `k${at}${part}`, payload: { at, part }, ...FRESH }));
          return store.slots.compose(at === 0 ? { ...claim, claim: 7 } : claim, { parts, told: { a: at }, cites: [] });
        }),
      );
      expect(composed.map((parts) => parts?.map(({ part, payload }) => [part, payload]) ?? null)).toEqual([
        null,
        [[0, { at: 1, part: 0 }]],
        [
          [0, { at: 2, part: 0 }],
          [1, { at: 2, part: 1 }],
        ],
      ]);
      const marks = own.flatMap((claim, at) =>
        (composed[at] ?? []).map(({ id }) =>
          store.slots.mark(claim, { ...SENDING, partId: id, state: "sent", messageId: `m${id}` }),
        ),
      );
      expect(await Promise.all(marks)).toEqual([true, true, true]);
      const ends = await Promise.all(
        own.map((claim, at) =>
          store.slots.finish(at === 0 ? { ...claim, claim: 0 } : claim, {
            state: at === 1 ? "failed" : "posted",
            reason: at === 1 ? "No." : null,
            pause: at === 1 ? "archived" : null,
            atMs: NOW + at,
          }),
        ),
      );
      expect(ends).toEqual([false, true, true]);
      const listed = await store.subscriptions.list("slack:T1", null);
      expect(listed.map(({ channelId, told, paused }) => [channelId, told, paused?.reason ?? null])).toEqual([
        ["C1", {}, null],
        ["C2", {}, "archived"],
        ["C4", { a: 2 }, null],
      ]);
      const slots = await Promise.all(listed.map(({ id }, at) => store.subscriptions.slots(id, at === 2 ? 1 : 5)));
      expect(slots.map((each) => each.map(({ key, state }) => [key, state]))).toEqual([
        [
          ["2026-03-03", "waiting"],
          ["2026-03-02", "claimed"],
        ],
        [["2026-03-02", "failed"]],
        [["2026-03-03", "waiting"]],
      ]);
    });

    it("keeps what a schedule has beyond a time on weekdays, until another schedule takes its place", async () => {
      const rule: ScheduleRule = {
        laterMinutes: [1080],
        everyWeeks: { count: 2, from: "2026-03-02" },
        monthDays: [{ nth: -1, weekdays: [5] }],
      };
      const added = await store.subscriptions.add({ ...GIVEN, channelId: "C7", rule }, FIRST);
      expect(added.rule).toEqual(rule);
      const again = { ...GIVEN, channelId: "C7", rule: { ...rule, monthDays: [] } };
      await store.subscriptions.reschedule(added.id, again, { key: "2026-03-02T18:00", dueAtMs: NOW + HOUR });
      const [changed] = await store.subscriptions.list("slack:T1", "C7");
      expect(changed?.rule?.monthDays).toEqual([]);
      expect((await store.subscriptions.slots(added.id, 5))[0]?.key).toBe("2026-03-02T18:00");
      const { rule: _, ...plain } = again;
      await store.subscriptions.reschedule(added.id, plain, NEXT);
      expect((await store.subscriptions.list("slack:T1", "C7"))[0]?.rule).toBeUndefined();
    });

    it("pauses a subscription whose channel is in trouble, until it is followed again", async () => {
      const { claim } = await claimFirst();
      await store.slots.finish(claim, { state: "failed", reason: "Archived.", pause: "archived", atMs: NOW });
      expect((await store.subscriptions.list("slack:T1", "C1"))[0]?.paused).toEqual({ reason: "archived", atMs: NOW });
      expect(await due(NOW + 30 * DAY)).toEqual([]);
      const schedule = {
        topics: GIVEN.topics,
        minuteOfDay: 60,
        weekdays: [5],
        timeZone: "UTC",
        whenEmpty: "line" as const,
        language: "fr" as const,
      };
      await store.subscriptions.reschedule(subscription.id, schedule, { key: "2026-03-06", dueAtMs: NOW + 4 * DAY });
      expect((await store.subscriptions.list("slack:T1", "C1"))[0]).toMatchObject({ ...schedule, paused: null });
      expect((await due(NOW + 4 * DAY)).map(({ slot }) => slot.key)).toEqual(["2026-03-06"]);
    });

    it("pauses all of a channel that is lost, once, and nothing of another's, until it is followed again", async () => {
      await store.subscriptions.add({ ...GIVEN, channelId: "C2" }, FIRST);
      const lost = { workspaceId: "slack:T1", channelId: "C1", why: "gone" as const, nowMs: NOW };
      expect((await store.subscriptions.pauseIn(lost)).map(({ id }) => id)).toEqual([subscription.id]);
      expect(await store.subscriptions.pauseIn(lost)).toEqual([]);
      const [paused] = await store.subscriptions.list("slack:T1", "C1");
      expect(paused?.paused).toEqual({ reason: "gone", atMs: NOW });
      expect((await due()).map((each) => each.subscription.channelId)).toEqual(["C2"]);
      await store.subscriptions.reschedule(subscription.id, GIVEN, FIRST);
      expect(await due()).toHaveLength(2);
    });

    it("has nothing due of what was stopped", async () => {
      await store.subscriptions.stop(subscription.id, NOW);
      expect(await store.subscriptions.list("slack:T1", null)).toEqual([]);
      expect(await due()).toEqual([]);
      expect(await store.plans.nextAtMs(["slack"])).toBeNull();
    });

    it("moves a waiting slot that a clock ahead had planned too far off", async () => {
      const [found] = await due();
      if (found === undefined) throw new Error("Nothing is due.");
      const far = { key: "2026-04-01", dueAtMs: NOW + 30 * DAY };
      const claim = await store.slots.claim(found, { ...TERMS, plan: { ...PLAN, coversUntilMs: NOW + 29 * DAY, next: far } });
      if (claim === null) throw new Error("The slot could not be claimed.");
      await store.slots.finish(claim, { state: "posted", reason: null, pause: null, atMs: NOW });
      expect(await store.plans.ahead(NOW + 40 * DAY)).toEqual([]);
      const [ahead] = await store.plans.ahead(NOW + HOUR);
      expect(ahead).toMatchObject({ waiting: far, newest: { key: "2026-03-02", coversUntilMs: NOW + 29 * DAY } });
      if (ahead === undefined) throw new Error("Nothing is ahead.");
      expect(await store.plans.move(ahead, NEXT, null)).toBe(true);
      expect(await store.plans.move(ahead, NEXT, null)).toBe(false);
      expect(await store.plans.ahead(NOW + HOUR)).toEqual([]);
      expect((await store.plans.waiting(0, 10)).map(({ waiting }) => waiting.key)).toEqual(["2026-03-03"]);
    });
  });
}
