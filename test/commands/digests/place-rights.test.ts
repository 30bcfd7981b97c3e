import { describe, expect, it } from "vitest";
import { refuseWithoutRights } from "../../../src/commands/digests/follow-digest.ts";
import type { Asker } from "../../../src/domain/chat/chat.ts";

const ASKER: Asker = {
  platform: "slack",
  workspaceId: "slack:T1",
  channelId: "C1",
  threadId: null,
  userId: "U1",
  isManager: true,
  isMember: true,
  timeZone: null,
};

describe("a digest in a channel that the bot can't post in", () => {
  it("is refused with the sentence that names the missing right", () => {
    const place = { refusal: "I am not in this channel.", note: null };
    expect(() => refuseWithoutRights({ ...ASKER, place })).toThrow("I am not in this channel.");
  });

  it("is set up where the platform said nothing against it, or did not say", () => {
    expect(() => refuseWithoutRights(ASKER)).not.toThrow();
    expect(() => refuseWithoutRights({ ...ASKER, place: { refusal: null, note: "No threads." } })).not.toThrow();
  });
});
