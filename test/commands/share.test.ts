import { describe, expect, it } from "vitest";
import { showTo } from "../../src/commands/share.ts";
import type { Reply } from "../../src/domain/chat/chat.ts";
import type { Intent } from "../../src/domain/chat/intent.ts";
import { replyOf } from "../fakes/desk.ts";
import { MEMBER } from "../fakes/desk-asker.ts";

const MEETINGS: Intent = { kind: "meetings", about: "quad", page: 2 };

function found(audience: "channel" | "asker", topic: string | null = "quad"): Reply {
  return replyOf({ title: "Meetings", audience, blocks: [{ type: "actions", actions: [] }], detail: [] }, topic);
}

function buttons({ document }: Reply) {
  return document.blocks.flatMap((block) => (block.type === "actions" ? block.actions : []));
}

describe("who sees an answer", () => {
  it("is its asker alone where they like, with a button that posts the same for everyone", () => {
    const shown = showTo(MEMBER, { kind: "briefing", topic: "quad", audience: "asker" }, found("channel"));
    expect(shown.document.audience).toBe("asker");
    expect(buttons(shown)).toEqual([
      { label: "Share to channel", intent: { kind: "briefing", topic: "quad", audience: "channel" } },
    ]);
  });

  it("is everyone where they like, and then nothing is left to share", () => {
    const shown = showTo(MEMBER, { ...MEETINGS, audience: "channel" }, found("asker"));
    expect(shown.document.audience).toBe("channel");
    expect(buttons(shown)).toEqual([]);
  });

  it("is as usual otherwise: the page that is shown is the one that is shared", () => {
    expect(buttons(showTo(MEMBER, MEETINGS, found("asker")))[0]?.intent).toEqual({ ...MEETINGS, audience: "channel" });
    expect(showTo(MEMBER, { kind: "briefing", topic: "quad" }, found("channel"))).toEqual(found("channel"));
  });

  it("is not asked where nothing was found, in a direct message, at a terminal, or of a setting", () => {
    expect(buttons(showTo(MEMBER, { ...MEETINGS, audience: "channel" }, found("asker", null)))).toEqual([]);
    expect(showTo(MEMBER, { ...MEETINGS, audience: "channel" }, found("asker", null)).document.audience).toBe("asker");
    expect(buttons(showTo({ ...MEMBER, isDirect: true }, MEETINGS, found("asker")))).toEqual([]);
    expect(buttons(showTo({ ...MEMBER, platform: "terminal" }, MEETINGS, found("asker")))).toEqual([]);
    expect(buttons(showTo(MEMBER, { kind: "settings" }, found("asker")))).toEqual([]);
  });
});
