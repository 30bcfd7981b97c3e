import { randomBytes } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Store } from "../../src/adapters/prisma/open-store.ts";
import { rotateTokens } from "../../src/adapters/tokens/rotate-tokens.ts";
import { createTokenBox } from "../../src/adapters/tokens/token-box.ts";
import { expireWorkspaces } from "../../src/ingest/expire-workspaces.ts";
import { ingestArticles } from "../../src/ingest/ingest-articles.ts";
import { extract, LISBON } from "../fakes/evidence.ts";

type Under = Pick<
  Store,
  "installations" | "workspaces" | "digests" | "followed" | "evidence" | "articles" | "actions" | "people" | "retention" | "close"
>;

const NOW = Date.parse("2026-03-02T08:00:00Z");
const HOUR = 3_600_000;
const DUE = { nowMs: NOW, leaseUntilMs: NOW + HOUR };
const LISTED = { nowMs: NOW, afterId: 0, limit: 9, workspaceId: null, isForced: false };
const SEALED = { keyId: "a", sealed: "1.xyz", installedAtMs: NOW };
const never = new AbortController().signal;

/** What every store owes of the workspaces that the app is in, was in, and has tokens of. */
export function describeInstallationStores(name: string, open: () => Promise<Under>): void {
  describe(`installations and workspaces on ${name}`, () => {
    let store: Under;

    beforeEach(async () => {
      store = await open();
    });

    afterEach(() => store.close());

    async function follow(workspaceId: string): Promise<void> {
      await store.digests.subscriptions.add(
        {
          workspaceId,
          platform: "slack",
          channelId: "C1",
          topics: ["quad"],
          minuteOfDay: 480,
          weekdays: [1],
          timeZone: "UTC",
          whenEmpty: "silence",
          language: "en",
          createdBy: null,
          createdAtMs: NOW,
        },
        { key: "2026-03-02", dueAtMs: NOW },
      );
      await store.followed.sources.add({
        workspaceId,
        url: "https://a.example/feed",
        kind: "feed",
        title: null,
        addedBy: null,
        addedIn: null,
        atMs: NOW,
      });
    }

    async function ingest(workspaceId: string): Promise<void> {
      async function* read() {
        yield { kind: "article" as const, article: LISBON };
      }
      const deps = { store: store.evidence, extract, clock: { now: () => NOW } };
      for await (const { status } of ingestArticles(deps, { workspaceId, articles: read() })) expect(status).toBe("new");
    }

    const due = async () =>
      (await store.digests.slots.due({ platforms: ["slack"], nowMs: NOW, maxLeaseMs: HOUR, limit: 50 })).map(
        (slot) => slot.subscription.workspaceId,
      );
    const polled = async () => {
      const { claims } = store.followed;
      const listed = await claims.dueSources(LISTED);
      const claimed = await Promise.all(listed.map(({ id }) => claims.claimSource(id, DUE)));
      return claimed.flatMap((source) => source?.workspaceId ?? []).sort();
    };

    it("keeps one installation for each workspace, the newest", async () => {
      await store.installations.save({ workspaceId: "slack:T1", ...SEALED });
      await store.installations.save({ workspaceId: "slack:T1", ...SEALED, sealed: "1.newer", installedAtMs: NOW + 1 });
      const newer = { workspaceId: "slack:T1", keyId: "a", sealed: "1.newer", installedAtMs: NOW + 1 };
      expect(await store.installations.find("slack:T1")).toEqual(newer);
      expect(await store.installations.find("slack:T2")).toBeNull();
      expect(await store.workspaces.list("slack")).toEqual([{ workspaceId: "slack:T1", leftAtMs: null }]);
    });

    it("lists them page by page", async () => {
      for (const id of ["slack:T2", "slack:T1", "slack:T3"]) await store.installations.save({ workspaceId: id, ...SEALED });
      const first = await store.installations.list("", 2);
      expect(first.map(({ workspaceId }) => workspaceId)).toEqual(["slack:T1", "slack:T2"]);
      expect((await store.installations.list("slack:T2", 2)).map(({ workspaceId }) => workspaceId)).toEqual(["slack:T3"]);
    });

    it("has nothing due of a workspace that the app has left, and all of it again when it is back", async () => {
      await store.installations.save({ workspaceId: "slack:T1", ...SEALED });
      await Promise.all([follow("slack:T1"), follow("slack:T2")]);
      expect(await store.installations.remove("slack:T1", NOW)).toBe(true);
      expect(await store.installations.remove("slack:T1", NOW + 1)).toBe(false);
      expect(await store.installations.find("slack:T1")).toBeNull();
      expect(await store.workspaces.list("slack")).toContainEqual({ workspaceId: "slack:T1", leftAtMs: NOW });
      expect(await due()).toEqual(["slack:T2"]);
      expect(await polled()).toEqual(["slack:T2"]);
      await store.installations.save({ workspaceId: "slack:T1", ...SEALED });
      expect((await due()).sort()).toEqual(["slack:T1", "slack:T2"]);
      expect(await polled()).toEqual(["slack:T1"]);
    });

    it("gives no source of such a workspace to those who work one at a time", async () => {
      await Promise.all([follow("slack:T1"), follow("slack:T2")]);
      const [mine] = await store.followed.sources.list("slack:T1");
      if (mine === undefined) throw new Error("There is no source.");
      const { claims } = store.followed;
      const dueIds = async () => (await claims.dueSources(LISTED)).map(({ id }) => id);
      expect(await dueIds()).toContain(mine.id);
      await store.workspaces.leave("slack:T1", NOW);
      expect(await dueIds()).toHaveLength(1);
      expect(await dueIds()).not.toContain(mine.id);
      expect(await claims.claimSource(mine.id, DUE)).toBeNull();
      await store.workspaces.arrive("slack:T1");
      expect((await claims.claimSource(mine.id, DUE))?.id).toBe(mine.id);
    });

    it("claims no slot of a workspace that the app left after the slot was seen", async () => {
      await follow("slack:T1");
      const [seen] = await store.digests.slots.due({ platforms: ["slack"], nowMs: NOW, maxLeaseMs: HOUR, limit: 1 });
      await store.workspaces.leave("slack:T1", NOW);
      if (seen === undefined) throw new Error("Nothing is due.");
      expect(await store.digests.slots.claim(seen, { nowMs: NOW, leaseUntilMs: NOW + HOUR, plan: null })).toBeNull();
      expect(await store.digests.plans.nextAtMs(["slack"])).toBeNull();
    });

    it("knows a server from its arrival on, and remembers when the app first left", async () => {
      expect(await store.workspaces.leave("discord:9", NOW)).toBe(false);
      await store.workspaces.arrive("discord:9");
      expect(await store.workspaces.list("discord")).toEqual([{ workspaceId: "discord:9", leftAtMs: null }]);
      expect(await store.workspaces.leave("discord:9", NOW)).toBe(true);
      expect(await store.workspaces.leave("discord:9", NOW + 1)).toBe(false);
      expect(await store.workspaces.list("discord")).toEqual([{ workspaceId: "discord:9", leftAtMs: NOW }]);
      await store.workspaces.arrive("discord:9");
      expect(await store.workspaces.list("discord")).toEqual([{ workspaceId: "discord:9", leftAtMs: null }]);
      expect(await store.workspaces.list("slack")).toEqual([]);
    });

    it("deletes all of a workspace that the app left long ago, and nothing of another", async () => {
      for (const id of ["slack:T1", "slack:T2"]) {
        await store.installations.save({ workspaceId: id, ...SEALED });
        await Promise.all([follow(id), ingest(id), store.actions.put(id, [{ kind: "help" }])]);
      }
      await store.installations.remove("slack:T1", NOW);
      expect(await expireWorkspaces(store, NOW, never)).toBe(0);
      expect(await expireWorkspaces(store, NOW + 1, never)).toBe(1);
      expect(await store.workspaces.list("slack")).toEqual([{ workspaceId: "slack:T2", leftAtMs: null }]);
      expect(await store.followed.sources.list("slack:T1")).toEqual([]);
      expect(await store.digests.subscriptions.list("slack:T1", null)).toEqual([]);
      expect(await store.articles.find("slack:T1", { terms: ["lisbon"], limit: 5 })).toEqual([]);
      expect(await store.articles.find("slack:T2", { terms: ["lisbon"], limit: 5 })).toHaveLength(1);
      expect(await expireWorkspaces(store, NOW + 1, never)).toBe(0);
    });

    it("does not delete a workspace that the app came back to", async () => {
      await follow("slack:T1");
      await store.workspaces.leave("slack:T1", NOW);
      await store.workspaces.arrive("slack:T1");
      expect(await store.workspaces.remove("slack:T1")).toBe(false);
      expect(await store.workspaces.departed(NOW + 1)).toEqual([]);
      expect(await due()).toEqual(["slack:T1"]);
    });

    it("seals every token anew with the newest key, and leaves what does not open as it is", async () => {
      const keys = { old: { id: "old", secret: randomBytes(32) }, newest: { id: "new", secret: randomBytes(32) } };
      const [before, after] = [createTokenBox([keys.old]), createTokenBox([keys.newest, keys.old])];
      const save = (workspaceId: string, sealed: { keyId: string; sealed: string }) =>
        store.installations.save({ workspaceId, ...sealed, installedAtMs: NOW });
      for (let n = 0; n < 103; n++) await save(`slack:T${n}`, before.seal(`token ${n}`, `slack:T${n}`));
      await save("slack:Tnew", after.seal("token new", "slack:Tnew"));
      await save("slack:Tmoved", before.seal("token", "slack:Tother"));
      await save("slack:Tlost", { keyId: "lost", sealed: "1.abc" });
      const rotation = await rotateTokens(store.installations, after);
      expect({ ...rotation, faults: rotation.faults.length }).toEqual({ rotated: 103, current: 1, faults: 2 });
      const alone = createTokenBox([keys.newest]);
      for (let n = 0; n < 103; n++) {
        const found = await store.installations.find(`slack:T${n}`);
        if (found === null) throw new Error("It is gone.");
        expect(alone.open(found, `slack:T${n}`)).toBe(`token ${n}`);
      }
      expect(await store.installations.find("slack:Tlost")).toMatchObject({ keyId: "lost", sealed: "1.abc" });
      expect((await store.installations.find("slack:Tmoved"))?.keyId).toBe("old");
      expect(await rotateTokens(store.installations, after)).toMatchObject({ rotated: 0, current: 104 });
    });

    it("does not put back what changed while it was sealed anew", async () => {
      const read = { workspaceId: "slack:T1", ...SEALED };
      await store.installations.save(read);
      await store.installations.save({ ...read, sealed: "1.newer" });
      expect(await store.installations.reseal(read, { keyId: "b", sealed: "1.older" })).toBe(false);
      expect((await store.installations.find("slack:T1"))?.sealed).toBe("1.newer");
    });
  });
}
