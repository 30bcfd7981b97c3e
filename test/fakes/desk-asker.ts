import type { Asker } from "../../src/domain/chat/chat.ts";

/** Somebody in a Slack channel who manages nothing. */
export const MEMBER: Asker = {
  platform: "slack",
  workspaceId: "slack:T1",
  channelId: "C1",
  threadId: null,
  userId: "U1",
  isManager: false,
  isMember: true,
  timeZone: "Asia/Tokyo",
};

export const MANAGER: Asker = { ...MEMBER, userId: "U9", isManager: true };
