import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Store } from "../../src/adapters/prisma/open-store.ts";
import type { AccessRecord } from "../../src/domain/workspace/access.ts";

type Under = Pick<Store, "access" | "forgetting" | "retention" | "close">;

const TEAM = "slack:T1";
const NOW = Date.parse("2024-03-06T08:00:00Z");
const KEY: Omit<AccessRecord, "lastUsedAt" | "revokedAt"> = {
  id: "abcd1234",
  workspaceId: TEAM,
  scope: "read",
  label: "The desk's assistant",
  secretHash: "0".repeat(64),
  ratePerMinute: 60,
  expiresAt: "2024-04-06T08:00:00.000Z",
  createdAt: "2024-03-06T08:00:00.000Z",
  createdBy: "U1",
};

/** What every implementation of the store owes to whoever gives keys to a workspace out. */
export function describeAccessStore(name: string, open: () => Promise<Under>): void {
  describe(`keys to a workspace on ${name}`, () => {
    let store: Under;

    beforeEach(async () => {
      store = await open();
      await store.access.add(KEY);
    });

    afterEach(async () => {
      await store.close();
    });

    it("keeps a key as it was made, and finds it by its id in any workspace", async () => {
      const kept = { ...KEY, lastUsedAt: null, revokedAt: null };
      expect(await store.access.byId("abcd1234")).toEqual(kept);
      expect(await store.access.byId("none")).toBeNull();
      expect(await store.access.list(TEAM)).toEqual([kept]);
      expect(await store.access.list("slack:T2")).toEqual([]);
    });

    it("revokes a key once, in its own workspace alone, and lists it no more", async () => {
      expect(await store.access.revoke("slack:T2", KEY.id, NOW)).toBe(false);
      expect(await store.access.revoke(TEAM, KEY.id, NOW)).toBe(true);
      expect(await store.access.revoke(TEAM, KEY.id, NOW + 1)).toBe(false);
      expect(await store.access.list(TEAM)).toEqual([]);
      expect(await store.access.byId(KEY.id)).toMatchObject({ revokedAt: new Date(NOW).toISOString() });
    });

    it("sweeps keys that ended or were revoked before a day, and no key that holds", async () => {
      await store.access.add({ ...KEY, id: "endless1", expiresAt: null });
      await store.access.add({ ...KEY, id: "revoked1", expiresAt: null });
      await store.access.revoke(TEAM, "revoked1", NOW);
      const sweep = (beforeMs: number) => store.retention.sweep("keys", { beforeMs, limit: 10 });
      expect(await sweep(NOW)).toBe(0);
      expect(await sweep(NOW + 1)).toBe(1);
      expect(await sweep(Date.parse(KEY.expiresAt ?? "") + 1)).toBe(1);
      expect((await store.access.list(TEAM)).map(({ id }) => id)).toEqual(["endless1"]);
      expect(await store.access.byId("revoked1")).toBeNull();
    });

    it("notes when a key was used, and forgets who made it", async () => {
      await store.access.noteUse(KEY.id, NOW);
      await store.forgetting.user(TEAM, "U1");
      expect(await store.access.byId(KEY.id)).toMatchObject({ lastUsedAt: new Date(NOW).toISOString(), createdBy: null });
    });
  });
}
