import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Store } from "../../src/adapters/prisma/open-store.ts";

type Under = Pick<Store, "savedTopics" | "lastBriefings" | "forgetting" | "retention" | "close">;

const TEAM = "slack:T1";
const NOW = Date.parse("2024-03-06T08:00:00Z");
const REGION = {
  name: "Our Región",
  members: ["india-japan", "AU"],
  exclusions: [
    { kind: "topic" as const, text: "cricket" },
    { kind: "publisher" as const, text: "Valley Post" },
  ],
  setBy: "U1",
  setAt: "2024-03-05T08:00:00.000Z",
};

/** What every implementation of the store owes to a desk that names its topics, and to whoever asks again. */
export function describeTopicStores(name: string, open: () => Promise<Under>): void {
  describe(`saved topics and last briefings on ${name}`, () => {
    let store: Under;

    beforeEach(async () => {
      store = await open();
    });

    afterEach(async () => {
      await store.close();
    });

    it("keeps a topic as it was typed, and finds it by its name without accents and capitals", async () => {
      await store.savedTopics.save(TEAM, REGION);
      expect(await store.savedTopics.byKey(TEAM, "our region")).toEqual(REGION);
      expect(await store.savedTopics.byKey(TEAM, "region")).toBeNull();
    });

    it("puts a topic in the place of another of its name", async () => {
      await store.savedTopics.save(TEAM, REGION);
      const changed = { ...REGION, name: "our region", members: ["NZ"], exclusions: [] };
      await store.savedTopics.save(TEAM, changed);
      expect(await store.savedTopics.all(TEAM)).toEqual([changed]);
    });

    it("shows no workspace another's topics, and removes none of them", async () => {
      await store.savedTopics.save(TEAM, REGION);
      expect(await store.savedTopics.all("slack:T2")).toEqual([]);
      expect(await store.savedTopics.remove("slack:T2", "our region")).toBe(false);
      expect(await store.savedTopics.remove(TEAM, "our region")).toBe(true);
      expect(await store.savedTopics.all(TEAM)).toEqual([]);
    });

    it("knows when each person last had a briefing on a topic", async () => {
      await store.lastBriefings.note(TEAM, { askedBy: "U1", topicKey: "words nato", atMs: NOW });
      await store.lastBriefings.note(TEAM, { askedBy: "U1", topicKey: "words nato", atMs: NOW + 5 });
      expect(await store.lastBriefings.at(TEAM, "U1", "words nato")).toBe(new Date(NOW + 5).toISOString());
      expect(await store.lastBriefings.at(TEAM, "U2", "words nato")).toBeNull();
      expect(await store.lastBriefings.at("slack:T2", "U1", "words nato")).toBeNull();
    });

    it("forgets a person's briefings, and their name on the topics that stay", async () => {
      await store.savedTopics.save(TEAM, REGION);
      await store.lastBriefings.note(TEAM, { askedBy: "U1", topicKey: "words nato", atMs: NOW });
      await store.lastBriefings.note(TEAM, { askedBy: "U2", topicKey: "words nato", atMs: NOW });
      expect(await store.forgetting.user(TEAM, "U1")).toEqual({ questions: 0, unsigned: 1 });
      expect(await store.lastBriefings.at(TEAM, "U1", "words nato")).toBeNull();
      expect(await store.lastBriefings.at(TEAM, "U2", "words nato")).not.toBeNull();
      expect((await store.savedTopics.byKey(TEAM, "our region"))?.setBy).toBeNull();
    });

    it("sweeps the briefings of long ago", async () => {
      await store.lastBriefings.note(TEAM, { askedBy: "U1", topicKey: "words nato", atMs: NOW - 2 });
      await store.lastBriefings.note(TEAM, { askedBy: "U1", topicKey: "bloc quad", atMs: NOW });
      expect(await store.retention.sweep("last-briefings", { beforeMs: NOW - 1, limit: 10 })).toBe(1);
      expect(await store.lastBriefings.at(TEAM, "U1", "bloc quad")).not.toBeNull();
    });
  });
}
