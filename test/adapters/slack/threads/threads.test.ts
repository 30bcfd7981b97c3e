import { afterEach, describe, expect, it } from "vitest";
import { noteTo } from "../../../fakes/desk.ts";
import { command, edit, event, remove, say } from "../../../servers/fake-slack-people.ts";
import { until } from "../../../servers/until.ts";
import { messagesIn, type StartedSlack, shown, startSlack } from "../start-slack.ts";

let started: StartedSlack | null = null;
afterEach(async () => {
  await started?.stop();
  started = null;
});

async function withBriefing(mode: "socket" | "http" = "socket") {
  started = await startSlack({ mode });
  const { slack } = started;
  command(slack, "/briefing india-japan");
  await until(() => expect(slack.state.messages).toHaveLength(2));
  const root = messagesIn(slack, "C1")[0]?.ts ?? "";
  /** Answers in the thread, the briefing's detail aside. */
  const answers = () => messagesIn(slack, "C1", root).slice(1);
  return { ...started, root, answers };
}

/** All that was sent before has been handled once this answer is there: nothing more comes of it. */
async function settle({ slack, desk }: StartedSlack): Promise<void> {
  const before = desk.asked.length;
  command(slack, "/attache status", { user: "U2" });
  await until(() => expect(desk.asked.length).toBeGreaterThan(before));
}

describe.each(["socket", "http"] as const)("a thread over %s", (mode) => {
  it("answers a plain reply in a thread that the bot opened", async () => {
    const { slack, desk, root, answers } = await withBriefing(mode);
    const ts = await say(slack, { text: "Who else &amp; where?", threadTs: root, user: "U2" });
    await until(() => expect(answers()).toHaveLength(1));
    expect(shown(answers()[0]?.blocks)).toContain("Asked about india-japan: Who else & where?");
    expect(desk.followUps).toEqual([
      {
        asker: expect.objectContaining({ userId: "U2", threadId: `C1:${root}` }),
        questionId: `C1:${ts}`,
        question: "Who else & where?",
      },
    ]);
  });

  it("answers one mention, which is two events, once, in a thread below it", async () => {
    const { slack, desk } = await withBriefing(mode);
    const ts = await say(slack, { text: "<@U0BOT> who met whom?" });
    await until(() => expect(messagesIn(slack, "C1", ts)).toHaveLength(1));
    await settle(started as StartedSlack);
    expect(messagesIn(slack, "C1", ts)).toHaveLength(1);
    expect(desk.followUps.map(({ question }) => question)).toEqual(["who met whom?"]);
    expect(desk.threads.has(`slack:T1 C1:${ts}`)).toBe(true);
    // A notice of withdrawal comes below the question, in the same thread.
    const place = { workspaceId: "slack:T1", platform: "slack", channelId: "C1", threadId: `C1:${ts}`, rootId: ts };
    expect(desk.posted.at(-1)).toEqual(place);
  });

  it("handles an event that is delivered again once", async () => {
    const { slack, chat, root, answers, desk } = await withBriefing(mode);
    const message = {
      type: "message",
      channel: "C1",
      channel_type: "channel",
      user: "U1",
      text: "Who?",
      ts: "5.1",
      thread_ts: root,
    };
    for (const retry of [0, 1, 2]) expect(await event(slack, message, { eventId: "Ev1", retry })).toMatchObject({ acked: true });
    await until(() => expect(chat.health().counts.repeated).toBe(2));
    await until(() => expect(answers()).toHaveLength(1));
    expect(desk.followUps).toHaveLength(1);
  });
});

describe("a message", () => {
  it("with a command behind the mention is that command", async () => {
    const { slack, desk } = await withBriefing();
    const ts = await say(slack, { text: "<@U0BOT> briefing quad since 2023-01-02" });
    await until(() => expect(messagesIn(slack, "C1", ts)).toHaveLength(2));
    expect(desk.asked.at(-1)?.intent).toEqual({ kind: "briefing", topic: "quad", since: "2023-01-02" });
  });

  it("in a thread is a question, whatever it begins with", async () => {
    const { slack, desk, root } = await withBriefing();
    await say(slack, { text: "meetings with Japan", threadTs: root });
    await until(() => expect(desk.followUps).toHaveLength(1));
    expect(desk.asked).toHaveLength(1);
  });

  it("that only mentions the bot gets help, for its author alone", async () => {
    const { slack } = await withBriefing();
    await say(slack, { text: "<@U0BOT>" });
    await until(() => expect(slack.state.messages.map(({ onlyFor }) => onlyFor)).toContain("U1"));
    // In the thread below the mention, which nobody has open, it would not be seen.
    expect(slack.state.messages.find(({ onlyFor }) => onlyFor === "U1")?.threadTs).toBeNull();
  });

  it("to the bot directly is answered where it stands, in one conversation", async () => {
    const { slack, desk } = await withBriefing();
    slack.state.channels.set("D1", { id: "D1", hasBot: true, isPrivate: true, isArchived: false });
    await say(slack, { text: "Who met whom?", channel: "D1" });
    await until(() => expect(messagesIn(slack, "D1")).toHaveLength(1));
    expect(desk.followUps[0]?.asker).toMatchObject({ channelId: "D1", threadId: "D1" });
  });

  it("to the bot directly gets even an asker's answer as a message", async () => {
    const { slack, desk } = await withBriefing();
    slack.state.channels.set("D1", { id: "D1", hasBot: true, isPrivate: true, isArchived: false });
    desk.answerNext(() => noteTo("Not in the articles."));
    await say(slack, { text: "Who?", channel: "D1" });
    await until(() => expect(messagesIn(slack, "D1")).toHaveLength(1));
    expect(messagesIn(slack, "D1")[0]?.onlyFor).toBeNull();
  });

  it.each([
    ["in a channel, to nobody", { text: "Who met whom?" }],
    ["in somebody else's thread", { text: "Who met whom?", threadTs: "1.1" }],
    ["of the bot itself", { text: "<@U0BOT> hello", user: "U0BOT" }],
    ["of another bot", { text: "<@U0BOT> hello", over: { bot_id: "B2" } }],
    ["that Slack wrote", { text: "<@U0BOT> has joined", over: { subtype: "channel_join" } }],
  ])("%s is not answered", async (_, said) => {
    const { slack, desk } = await withBriefing();
    await say(slack, said);
    await settle(started as StartedSlack);
    expect(desk.followUps).toEqual([]);
    expect(slack.state.messages).toHaveLength(2);
  });

  it.each(["thanks", "+1", "I agree with Bob", "<https://news.example/a?b=c>", "what do you think @Bob?"])(
    "in the bot's thread that asks nothing, such as %j, is left alone",
    async (text) => {
      const { slack, desk, root } = await withBriefing();
      await say(slack, { text, threadTs: root });
      await settle(started as StartedSlack);
      expect(desk.followUps).toEqual([]);
    },
  );

  it("with a command behind the mention is that command in somebody else's thread as well", async () => {
    const { slack, desk } = await withBriefing();
    await say(slack, { text: "<@U0BOT> help", threadTs: "1.1" });
    await until(() => expect(desk.asked.at(-1)?.intent).toEqual({ kind: "help" }));
  });

  it("to the bot directly that only says thanks gets a smile, and nothing is looked for", async () => {
    const { slack, desk } = await withBriefing();
    slack.state.channels.set("D1", { id: "D1", hasBot: true, isPrivate: true, isArchived: false });
    await say(slack, { text: "thanks!", channel: "D1" });
    await until(() => expect(messagesIn(slack, "D1")).toHaveLength(1));
    expect(shown(messagesIn(slack, "D1")[0]?.blocks)).toContain("🙂");
    expect(desk.followUps).toEqual([]);
  });

  it("where the bot may not post gets its answer directly, with the reason", async () => {
    const { slack } = await withBriefing();
    slack.state.channels.set("C9", { id: "C9", hasBot: true, isPrivate: false, isArchived: true });
    await say(slack, { text: "<@U0BOT> who met whom?", channel: "C9" });
    const direct = () => slack.state.messages.filter(({ channel }) => channel.startsWith("D"));
    await until(() => expect(direct()).toHaveLength(2));
    const [why, answer] = direct().map(({ blocks }) => shown(blocks));
    expect(why).toContain("This channel is archived");
    expect(answer).toContain("Asked: who met whom?");
  });

  it("in the bot's thread to somebody else is left to them", async () => {
    const { slack, desk, root } = await withBriefing();
    await say(slack, { text: "<@U2> what do you think?", threadTs: root });
    await settle(started as StartedSlack);
    expect(desk.followUps).toEqual([]);
  });
});

describe("a question that is edited or deleted", () => {
  it("gets a new answer in the place of the old one", async () => {
    const { slack, desk, root, answers } = await withBriefing();
    const said = { text: "Who?", threadTs: root };
    const ts = await say(slack, said);
    await until(() => expect(answers()).toHaveLength(1));
    await edit(slack, { ...said, ts }, "Where?");
    await until(() => expect(answers()[0]?.edits).toBe(1));
    expect(shown(answers()[0]?.blocks)).toContain("Where?");
    expect(answers()).toHaveLength(1);
    expect(desk.forgotten).toEqual([`C1:${ts}`]);
  });

  it("has the answer to its newest wording when two edits come close together", async () => {
    const { slack, root, answers } = await withBriefing();
    const said = { text: "Who?", threadTs: root };
    const ts = await say(slack, said);
    await until(() => expect(answers()).toHaveLength(1));
    slack.script("chat.update", { isDone: true, answersAfterMs: 200 });
    await edit(slack, { ...said, ts }, "Where?");
    await until(() => expect(answers()[0]?.edits).toBe(1));
    await edit(slack, { ...said, ts }, "When?");
    await until(() => expect(answers()[0]?.edits).toBe(2));
    // What would be taken back is taken back by then.
    await started?.chat.stop(5000);
    expect(answers()).toHaveLength(1);
    expect(shown(answers()[0]?.blocks)).toContain("When?");
  });

  it("gets its new answer as a new message when somebody removed the old one", async () => {
    const { slack, root, answers } = await withBriefing();
    const said = { text: "Who?", threadTs: root };
    const ts = await say(slack, said);
    await until(() => expect(answers()).toHaveLength(1));
    slack.state.messages.splice(slack.state.messages.indexOf(answers()[0] as never), 1);
    await edit(slack, { ...said, ts }, "Where?");
    await until(() => expect(shown(answers()[0]?.blocks)).toContain("Where?"));
    expect(answers()).toHaveLength(1);
  });

  it("takes its answer along when it is deleted", async () => {
    const { slack, desk, root, answers } = await withBriefing();
    const said = { text: "Who?", threadTs: root };
    const ts = await say(slack, said);
    await until(() => expect(answers()).toHaveLength(1));
    await remove(slack, { ...said, ts });
    await until(() => expect(answers()).toHaveLength(0));
    expect(desk.forgotten).toEqual([`C1:${ts}`]);
  });

  it("is not answered any more if that happens while the answer is made", async () => {
    const { slack, desk, root, answers } = await withBriefing();
    const release = desk.hold();
    const said = { text: "Who?", threadTs: root };
    const ts = await say(slack, said);
    await until(() => expect(desk.followUps).toHaveLength(1));
    await remove(slack, { ...said, ts });
    await until(() => expect(desk.forgotten).toHaveLength(1));
    release();
    await settle(started as StartedSlack);
    // Once when it was deleted, and once more what the conversation kept of it since.
    await until(() => expect(desk.forgotten).toEqual([`C1:${ts}`, `C1:${ts}`]));
    expect(answers()).toEqual([]);
    // Not posted and then taken back: nobody was shown it.
    expect(slack.callsOf("chat.delete")).toEqual([]);
    expect(slack.callsOf("chat.postMessage")).toHaveLength(2);
  });

  it("loses its answer when it is no longer for the bot", async () => {
    const { slack, desk } = await withBriefing();
    const said = { text: "<@U0BOT> who?" };
    const ts = await say(slack, said);
    await until(() => expect(messagesIn(slack, "C1", ts)).toHaveLength(1));
    await edit(slack, { ...said, ts }, "Never mind.");
    await until(() => expect(messagesIn(slack, "C1", ts)).toHaveLength(0));
    expect(desk.forgotten).toEqual([`C1:${ts}`]);
  });

  it("is left alone when only a preview was added to it", async () => {
    const { slack, desk, root, answers } = await withBriefing();
    const said = { text: "Who?", threadTs: root };
    const ts = await say(slack, said);
    await until(() => expect(answers()).toHaveLength(1));
    await edit(slack, { ...said, ts }, "Who?");
    await settle(started as StartedSlack);
    expect(desk.followUps).toHaveLength(1);
    expect(desk.forgotten).toEqual([]);
  });
});

describe("a slow answer in a thread", () => {
  it("is shown by Slack's own status", async () => {
    started = await startSlack({ timings: { slowAfterMs: 5 } });
    const { slack, desk } = started;
    const release = desk.hold();
    const ts = await say(slack, { text: "<@U0BOT> who met whom?" });
    await until(() =>
      expect(slack.state.statuses).toEqual([{ channel: "C1", threadTs: ts, status: "is reading the articles…" }]),
    );
    release();
    await until(() => expect(messagesIn(slack, "C1", ts)).toHaveLength(1));
  });
});
