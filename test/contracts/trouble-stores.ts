import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Store } from "../../src/adapters/prisma/open-store.ts";
import type { ModelTrouble } from "../../src/domain/model/model-trouble.ts";

type Under = Pick<Store, "troubles" | "managers" | "forgetting" | "close">;

const NOW = Date.parse("2026-03-02T08:00:00Z");
const DAY = 86_400_000;
const TROUBLE: ModelTrouble = { why: "key", sinceMs: NOW, triedAtMs: NOW, isTold: false, endedAtMs: null };
const SINCE = { sinceMs: NOW - DAY, limit: 2 };

/** What every store owes of troubles, and of those who hear of them. */
export function describeTroubleStores(name: string, open: () => Promise<Under>): void {
  describe(`troubles and managers on ${name}`, () => {
    let store: Under;

    beforeEach(async () => {
      store = await open();
    });

    afterEach(() => store.close());

    it("keeps a workspace's trouble, and changes it for whoever read it last", async () => {
      expect(await store.troubles.read("slack:T1")).toBeNull();
      expect(await store.troubles.replace("slack:T1", null, TROUBLE)).toBe(true);
      expect(await store.troubles.read("slack:T1")).toEqual(TROUBLE);
      const told = { ...TROUBLE, isTold: true };
      expect(await store.troubles.replace("slack:T1", TROUBLE, told)).toBe(true);
      expect(await store.troubles.replace("slack:T1", TROUBLE, { ...TROUBLE, why: "server" })).toBe(false);
      expect(await store.troubles.replace("slack:T1", null, TROUBLE)).toBe(false);
      expect(await store.troubles.read("slack:T1")).toEqual(told);
    });

    it("lets one of several begin a trouble, and one of several end it", async () => {
      const begun = await Promise.all([1, 2, 3, 4].map(() => store.troubles.replace("slack:T1", null, TROUBLE)));
      expect(begun.filter((each) => each)).toHaveLength(1);
      const ended = { ...TROUBLE, endedAtMs: NOW + 1 };
      const over = await Promise.all([1, 2, 3, 4].map(() => store.troubles.replace("slack:T1", TROUBLE, ended)));
      expect(over.filter((each) => each)).toHaveLength(1);
    });

    it("lists the troubles that last, of all workspaces, each apart from the others", async () => {
      await store.troubles.replace("slack:T2", null, TROUBLE);
      await store.troubles.replace("discord:7", null, { ...TROUBLE, why: "budget" });
      expect(await store.troubles.open()).toEqual([
        { workspaceId: "discord:7", ...TROUBLE, why: "budget" },
        { workspaceId: "slack:T2", ...TROUBLE },
      ]);
      await store.troubles.replace("slack:T2", TROUBLE, { ...TROUBLE, endedAtMs: NOW });
      expect((await store.troubles.open()).map(({ workspaceId }) => workspaceId)).toEqual(["discord:7"]);
      expect(await store.troubles.read("slack:T1")).toBeNull();
    });

    it("knows who manages a workspace, the last one first, and no longer than is asked for", async () => {
      await store.managers.seen("slack:T1", "U1", NOW - 2 * DAY);
      await store.managers.seen("slack:T1", "U2", NOW - 2);
      await store.managers.seen("slack:T1", "U3", NOW - 1);
      await store.managers.seen("slack:T2", "U4", NOW);
      expect(await store.managers.list("slack:T1", SINCE)).toEqual(["U3", "U2"]);
      await store.managers.seen("slack:T1", "U1", NOW);
      expect(await store.managers.list("slack:T1", SINCE)).toEqual(["U1", "U3"]);
    });

    it("forgets who manages a workspace with what they asked", async () => {
      await store.managers.seen("slack:T1", "U1", NOW);
      await store.managers.seen("slack:T1", "U2", NOW - 1);
      await store.forgetting.user("slack:T1", "U1");
      expect(await store.managers.list("slack:T1", SINCE)).toEqual(["U2"]);
    });
  });
}
