import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Store } from "../../src/adapters/prisma/open-store.ts";
import type { NewSubscription } from "../../src/domain/digests/digest.ts";

/** Two openings of one store, as two processes have them. */
export interface Claimers {
  stores: [Store, Store];
  close(): Promise<void>;
}

const NOW = Date.parse("2026-03-02T08:00:00Z");
const HOUR = 3_600_000;
const WORKSPACE = "slack:T1";
/** So often two come at once: a race that is lost in one of ten is lost here. */
const ROUNDS = 10;
const FOLLOWED: NewSubscription = {
  workspaceId: WORKSPACE,
  platform: "slack",
  channelId: "C1",
  topics: ["quad"],
  minuteOfDay: 480,
  weekdays: [1],
  timeZone: "UTC",
  whenEmpty: "line",
  language: "en",
  createdBy: "U1",
  createdAtMs: NOW,
};
const TERMS = { nowMs: NOW, leaseUntilMs: NOW + HOUR, plan: null };
const QUERY = { platforms: ["slack"], nowMs: NOW, maxLeaseMs: HOUR, limit: 50 };

/** Of those who claim one thing at once, exactly one has it. */
export function describeClaims(name: string, open: () => Promise<Claimers>): void {
  describe(`claims on ${name}`, { timeout: 60_000 }, () => {
    let claimers: Claimers;

    beforeEach(async () => {
      claimers = await open();
    });

    afterEach(() => claimers.close());

    /** What three get of each of the two who ask at once. */
    async function atOnce<T>(ask: (store: Store, asker: number) => Promise<T>): Promise<T[]> {
      const [first, second] = claimers.stores;
      return Promise.all([first, second, first, second, first, second].map(ask));
    }

    async function inRounds(work: (round: number, store: Store) => Promise<void>): Promise<void> {
      for (let round = 0; round < ROUNDS; round++) await work(round, claimers.stores[0]);
    }

    const winners = (results: unknown[]) => results.filter((result) => result !== false && result !== null);

    it("give an event to one", async () => {
      await inRounds(async (round) => {
        expect(winners(await atOnce((store) => store.events.claim(`e${round}`)))).toHaveLength(1);
      });
    });

    it("add an address once, and delete it for both", async () => {
      await inRounds(async (round) => {
        const source = { workspaceId: WORKSPACE, url: `https://a.example/${round}`, kind: "feed" as const, title: null };
        const given = { ...source, addedBy: null, addedIn: null, atMs: NOW };
        const [added] = winners(await atOnce((store) => store.followed.sources.add(given)));
        const [listed, ...others] = await claimers.stores[1].followed.sources.list(WORKSPACE);
        expect([added, others]).toEqual([listed, []]);
        await atOnce((store) => store.followed.sources.remove(listed?.id ?? -1));
        expect(await claimers.stores[0].followed.sources.list(WORKSPACE)).toEqual([]);
      });
    });

    it("give a due source to one of those who poll, and its mark to one of those who tell", async () => {
      const [store] = claimers.stores;
      for (let at = 0; at < 20; at++) {
        const source = { workspaceId: WORKSPACE, url: `https://a.example/${at}`, kind: "feed" as const, title: null };
        await store.followed.sources.add({ ...source, addedBy: null, addedIn: null, atMs: NOW });
      }
      await inRounds(async (round) => {
        const nowMs = NOW + round * HOUR;
        const query = { nowMs, afterId: 0, limit: 50, workspaceId: null, isForced: round % 2 === 0 };
        const lists = await atOnce((each) => each.followed.claims.dueSources(query));
        const claims = await atOnce((each, asker) =>
          Promise.all(
            (lists[asker] ?? []).map((listedAs) =>
              each.followed.claims.claimSource(listedAs.id, { nowMs, leaseUntilMs: nowMs + HOUR, listedAs }),
            ),
          ),
        );
        const ids = claims.flat().flatMap((source) => source?.id ?? []);
        expect([new Set(ids).size, ids.length]).toEqual([20, 20]);
        const marks = await atOnce((each) => each.followed.polls.markTold(ids[0] ?? -1, round % 2 === 0));
        expect(winners(marks)).toHaveLength(1);
      });
    });

    it("give a slot to one, and one slot of a subscription at a time", async () => {
      await inRounds(async (round, store) => {
        const { id } = await store.digests.subscriptions.add({ ...FOLLOWED, channelId: `C${round}` }, { key: "d", dueAtMs: NOW });
        const asked = await atOnce((each) => each.digests.subscriptions.ask(id, { key: "now:1", dueAtMs: NOW }));
        expect(winners(asked)).toHaveLength(1);
        const due = (await store.digests.slots.due(QUERY)).filter((each) => each.subscription.id === id);
        expect(due).toHaveLength(2);
        const claims = await atOnce(async (each, asker) => {
          const slot = due[asker % 2];
          return slot === undefined ? null : each.digests.slots.claim(slot, TERMS);
        });
        expect(winners(claims)).toHaveLength(1);
        const held = claims.find((claim) => claim !== null) ?? expect.fail("Nobody has it.");
        const end = { state: "posted" as const, reason: null, pause: null, atMs: NOW };
        expect(winners(await atOnce((each) => each.digests.slots.finish(held, end)))).toHaveLength(1);
      });
    });

    it("leave one waiting slot of a schedule, whoever changes it while a slot is claimed", async () => {
      await inRounds(async (round, store) => {
        const { id } = await store.digests.subscriptions.add({ ...FOLLOWED, channelId: `C${round}` }, { key: "d", dueAtMs: NOW });
        const [slot] = (await store.digests.slots.due(QUERY)).filter((each) => each.subscription.id === id);
        if (slot === undefined) return expect.fail("Nothing is due.");
        await atOnce(async (each, asker): Promise<unknown> => {
          const next = { key: `2026-03-0${asker + 3}`, dueAtMs: NOW + asker * HOUR + HOUR };
          if (asker % 3 === 0) return each.digests.subscriptions.reschedule(id, FOLLOWED, next);
          return each.digests.slots.claim(slot, { ...TERMS, plan: { coversUntilMs: null, reason: null, next } });
        });
        const slots = await store.digests.subscriptions.slots(id, 20);
        expect(slots.filter(({ state }) => state === "waiting")).toHaveLength(1);
      });
    });

    it("keep both of two settings that are set at once", async () => {
      await inRounds(async (round, store) => {
        const workspaceId = `slack:S${round}`;
        const names = ["digests", "sources", "names"] as const;
        await atOnce((each, asker) => each.settings.set(workspaceId, names[asker % 3] ?? "names", "managers"));
        expect(await store.settings.read(workspaceId)).toEqual({ digests: "managers", sources: "managers", names: "managers" });
      });
    });

    it("book no more of the model's day than it has, and count all that is added", async () => {
      await inRounds(async (round, store) => {
        const day = `2026-03-1${round}`;
        const booked = { day, purpose: "answer" as const, inputTokens: 60, outputTokens: 0, costMicros: 0 };
        const cap = { tokens: 100, costMicros: null };
        expect(winners(await atOnce((each) => each.modelLedger.reserve(booked, cap)))).toHaveLength(1);
        await atOnce((each) => each.modelLedger.add(day, "answer", { cached: 1, "input-tokens": -10 }));
        const counts = (await store.modelLedger.read(day))
          .filter((row) => row.day === day)
          .map(({ what, count }) => [what, count]);
        expect(Object.fromEntries(counts)).toMatchObject({ calls: 1, cached: 6, "input-tokens": 0 });
      });
    });

    it("keep a question, its buttons and its manager once", async () => {
      await inRounds(async (round, store) => {
        const turn = { questionId: "q", askedBy: "U1", question: "Who?", answer: "Nobody.", askedAtMs: NOW };
        const intents = [{ kind: "people" as const }, { kind: "stories" as const, page: round }, { kind: "people" as const }];
        const ids = await atOnce((each) => each.actions.put(WORKSPACE, intents));
        expect(new Set(ids.flat()).size).toBe(2);
        expect(await store.actions.get(WORKSPACE, ids[0]?.[1] ?? "")).toEqual({ kind: "stories", page: round });
        await atOnce((each, asker) => each.conversations.open(WORKSPACE, `t${round}`, asker === 0 ? "quad" : null));
        await atOnce((each) => each.conversations.addTurn(WORKSPACE, `t${round}`, turn));
        expect(await store.conversations.find(WORKSPACE, `t${round}`)).toEqual({
          topic: "quad",
          turns: [{ question: "Who?", answer: "Nobody." }],
        });
        await atOnce((each) => each.managers.seen(WORKSPACE, "U1", NOW + round));
        expect(await store.managers.list(WORKSPACE, { sinceMs: NOW, limit: 5 })).toEqual(["U1"]);
      });
    });

    it("give a dead job to one of those who try it again, and a trouble to one of those who tell of it", async () => {
      await inRounds(async (round) => {
        const job = { kind: "fetch" as const, rowId: round, diedAtMs: NOW, reason: "It failed.", tries: 3 };
        await atOnce((each) => each.deadJobs.keep(job));
        expect((await atOnce((each) => each.deadJobs.drop(null))).flat()).toEqual([{ kind: "fetch", rowId: round }]);
        const trouble = { why: "server" as const, sinceMs: NOW, triedAtMs: NOW, isTold: false, endedAtMs: null };
        const workspaceId = `slack:T${round}`;
        expect(winners(await atOnce((each) => each.troubles.replace(workspaceId, null, trouble)))).toHaveLength(1);
        const told = { ...trouble, isTold: true };
        expect(winners(await atOnce((each) => each.troubles.replace(workspaceId, trouble, told)))).toHaveLength(1);
      });
    });

    it("keep an installation with its workspace, or neither", async () => {
      await inRounds(async (round, store) => {
        const workspaceId = `slack:I${round}`;
        const installation = { workspaceId, keyId: "k", sealed: "s", installedAtMs: NOW };
        await store.installations.save(installation);
        await atOnce(
          async (each, asker): Promise<unknown> =>
            asker % 2 === 0 ? each.installations.save(installation) : each.installations.remove(workspaceId, NOW),
        );
        const known = (await store.workspaces.list("slack")).find((each) => each.workspaceId === workspaceId);
        expect(known?.leftAtMs === null).toBe((await store.installations.find(workspaceId)) !== null);
        await store.installations.save(installation);
        const read = (await store.installations.find(workspaceId)) ?? expect.fail("No installation.");
        const sealed = await atOnce((each, asker) => each.installations.reseal(read, { keyId: "n", sealed: `n${asker}` }));
        expect(winners(sealed)).toHaveLength(1);
      });
    });
  });
}
