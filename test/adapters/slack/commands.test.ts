import { afterEach, describe, expect, it, vi } from "vitest";
import { command, responsesTo } from "../../servers/fake-slack-people.ts";
import { messagesIn, type StartedSlack, shown, startSlack } from "./start-slack.ts";

let started: StartedSlack | null = null;
afterEach(async () => {
  await started?.stop();
  started = null;
});

async function start(options: Parameters<typeof startSlack>[0] = {}): Promise<StartedSlack> {
  started = await startSlack(options);
  return started;
}

describe.each(["socket", "http"] as const)("commands over %s", (mode) => {
  it("posts a briefing as one public message with its detail in its thread", async () => {
    const { slack, desk } = await start({ mode });
    const { delivery } = command(slack, "/briefing india-japan since monday");
    expect(await delivery).toMatchObject({ acked: true });
    await vi.waitFor(() => expect(slack.state.messages).toHaveLength(2));
    const [root] = messagesIn(slack, "C1");
    expect(shown(root?.blocks)).toContain("Briefing: india-japan");
    expect(shown(root?.blocks)).toContain("Ask a follow-up");
    expect(root?.unfurls).toBe(false);
    expect(messagesIn(slack, "C1", root?.ts).map((message) => shown(message.blocks))).toEqual(["Meetings\nTalks on india-japan"]);
    expect(desk.asked).toEqual([
      {
        asker: {
          platform: "slack",
          workspaceId: "slack:T1",
          channelId: "C1",
          threadId: null,
          userId: "U1",
          isManager: false,
          isMember: true,
          timeZone: "Asia/Tokyo",
        },
        intent: { kind: "briefing", topic: "india-japan", since: "monday" },
      },
    ]);
    expect([...desk.threads]).toEqual([[`slack:T1 C1:${root?.ts}`, "india-japan"]]);
  });

  it("shows help to the asker alone", async () => {
    const { slack } = await start({ mode });
    const { responseUrl } = command(slack, "/attache help");
    await vi.waitFor(() => expect(responsesTo(slack, responseUrl)).toHaveLength(1));
    expect(responsesTo(slack, responseUrl)[0]).toMatchObject({ response_type: "ephemeral", replace_original: false });
    expect(slack.state.messages).toEqual([]);
  });
});
