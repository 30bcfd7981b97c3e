import { afterEach, describe, expect, it } from "vitest";
import { event, openHome, say } from "../../../servers/fake-slack-people.ts";
import { until } from "../../../servers/until.ts";
import { messagesIn, type StartedSlack, startSlack } from "../start-slack.ts";

let started: StartedSlack | null = null;
afterEach(async () => {
  await started?.stop();
  started = null;
});

const withDirect = {
  prepare: ({ state }: StartedSlack["slack"]) => {
    state.channels.set("D1", { id: "D1", hasBot: true, isPrivate: true, isArchived: false });
  },
};

const IN_THREAD = { channel: "D1", threadTs: "1700000000.000100" };

describe("the app's own view in Slack", () => {
  it("offers briefings on what the articles tell of when it is opened, and help", async () => {
    started = await startSlack(withDirect);
    const { slack } = started;
    await openHome(slack, "U1", "messages");
    await until(() => expect(slack.callsOf("assistant.threads.setSuggestedPrompts")).toHaveLength(1));
    const [call] = slack.callsOf("assistant.threads.setSuggestedPrompts");
    const shown = JSON.stringify(call);
    for (const part of ["D1", "briefing india-japan", "briefing quad", "What can you do?"]) expect(shown).toContain(part);
    expect(shown).not.toContain("thread_ts");
  });

  it("names a conversation once, for the question that it begins with", async () => {
    started = await startSlack(withDirect);
    const { slack } = started;
    await say(slack, { text: "When did the ministers of Norway and Portugal meet?", ...IN_THREAD });
    await until(() => expect(messagesIn(slack, "D1", "1700000000.000100")).toHaveLength(1));
    await say(slack, { text: "And where?", ...IN_THREAD });
    await until(() => expect(messagesIn(slack, "D1", "1700000000.000100")).toHaveLength(2));
    const named = slack.callsOf("assistant.threads.setTitle");
    expect(named).toHaveLength(1);
    expect(JSON.stringify(named[0])).toContain("When did the ministers of Norway and Portugal meet?");
  });
});

describe("a channel that is lost", () => {
  it.each([
    ["channel_archive", "archived"],
    ["group_deleted", "gone"],
    ["channel_left", "forbidden"],
  ])("by %s is told to the desk once", async (type, why) => {
    started = await startSlack();
    const { slack, desk } = started;
    await event(slack, { type, channel: "C1" }, { eventId: "Ev1" });
    await event(slack, { type, channel: "C1" }, { eventId: "Ev1" });
    await until(() => expect(desk.lost).toEqual([{ workspaceId: "slack:T1", channelId: "C1", why }]));
  });
});

describe("what people say among themselves in a thread of the app's", () => {
  it("gets a reaction where the operator wants one, and nothing elsewhere", async () => {
    started = await startSlack({ marksSeen: true });
    const { slack, desk } = started;
    await desk.openThread("slack:T1", "C1:1700000000.000200", "quad");
    await say(slack, { text: "thanks", channel: "C1", threadTs: "1700000000.000200", ts: "1700000001.000100" });
    await say(slack, { text: "thanks", channel: "C1", threadTs: "1700000000.000999" });
    await until(() => expect(slack.callsOf("reactions.add")).toHaveLength(1));
    expect(JSON.stringify(slack.callsOf("reactions.add"))).toContain("1700000001.000100");
    expect(messagesIn(slack, "C1")).toEqual([]);
  });
});
