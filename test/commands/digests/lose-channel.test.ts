import { expect, it } from "vitest";
import { loseChannel } from "../../../src/commands/digests/lose-channel.ts";
import { createMemoryDigestStore } from "../../fakes/digest-store.ts";

const NOW = Date.parse("2026-03-02T08:00:00Z");
const GIVEN = {
  workspaceId: "slack:T1",
  platform: "slack" as const,
  channelId: "C1",
  topics: ["india-japan"],
  minuteOfDay: 480,
  weekdays: [1],
  timeZone: "Asia/Tokyo",
  whenEmpty: "silence" as const,
  language: "en" as const,
  createdBy: "U1",
  createdAtMs: NOW,
};

it("says once what it paused in a lost channel and how to go on, and nothing of a channel without digests", async () => {
  const { subscriptions } = createMemoryDigestStore();
  await subscriptions.add(GIVEN, { key: "2026-03-02", dueAtMs: NOW });
  await subscriptions.add({ ...GIVEN, topics: ["quad"] }, { key: "2026-03-02", dueAtMs: NOW });
  const lost = { workspaceId: "slack:T1", channelId: "C1", why: "archived" as const, nowMs: NOW };
  expect(await loseChannel(subscriptions, { ...lost, channelId: "C2" })).toBeNull();
  const told = await loseChannel(subscriptions, lost);
  expect(told).toContain("2 things that I post there (india-japan; quad): the channel is archived.");
  expect(told).toContain("/digest list all");
  expect(await loseChannel(subscriptions, lost)).toBeNull();
});
