import { afterEach, describe, expect, it } from "vitest";
import { briefing, replyOf } from "../../fakes/desk.ts";
import { command, responsesTo } from "../../servers/fake-slack-people.ts";
import { until } from "../../servers/until.ts";
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
    const { delivery } = command(slack, "/briefing india-japan since 2023-01-02");
    expect(await delivery).toMatchObject({ acked: true });
    await until(() => expect(slack.state.messages).toHaveLength(2));
    const [root] = messagesIn(slack, "C1");
    expect(shown(root?.blocks)).toContain("Briefing: india-japan");
    expect(shown(root?.blocks)).toContain("Ask a follow-up");
    expect(root?.unfurls).toBe(false);
    expect(messagesIn(slack, "C1", root?.ts).map((message) => shown(message.blocks))).toEqual([
      "In detail\nMeetings\nTalks on india-japan",
    ]);
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
        intent: { kind: "briefing", topic: "india-japan", since: "2023-01-02" },
      },
    ]);
    expect([...desk.threads]).toEqual([[`slack:T1 C1:${root?.ts}`, "india-japan"]]);
  });

  it("shows help to the asker alone", async () => {
    const { slack } = await start({ mode });
    const { responseUrl } = command(slack, "/attache help");
    await until(() => expect(responsesTo(slack, responseUrl)).toHaveLength(1));
    expect(responsesTo(slack, responseUrl)[0]).toMatchObject({ response_type: "ephemeral", replace_original: false });
    expect(slack.state.messages).toEqual([]);
  });

  it("says that it does not know a command, and where the others are listed", async () => {
    const { slack, desk } = await start({ mode });
    const { responseUrl, delivery } = command(slack, "/unheard of");
    expect(await delivery).toMatchObject({ acked: true });
    await until(() => expect(responsesTo(slack, responseUrl)).toHaveLength(1));
    const sentence = "There is no command /unheard: /help lists the commands.";
    expect(desk.asked.map(({ intent }) => intent)).toEqual([{ kind: "unclear", sentence, meant: [] }]);
  });

  it("acknowledges before the desk has answered", async () => {
    const { slack, desk } = await start({ mode });
    const release = desk.hold();
    const { delivery } = command(slack, "/briefing india-japan");
    expect(await delivery).toMatchObject({ acked: true });
    expect(slack.state.messages).toEqual([]);
    release();
    await until(() => expect(slack.state.messages).toHaveLength(2));
  });

  it("loses and crosses no answer with two hundred commands in flight", async () => {
    const channels = Array.from({ length: 20 }, (_, n) => `C10${n}`);
    const { slack, desk, chat } = await start({
      mode,
      // A busy machine is no slow answer: nothing is whispered beside the answers.
      timings: { slowAfterMs: 600_000 },
      prepare: (fake) => {
        for (const id of channels) fake.state.channels.set(id, { id, hasBot: true, isPrivate: false, isArchived: false });
      },
    });
    const release = desk.hold();
    const sent = Array.from({ length: 200 }, (_, n) => {
      const channel = channels[n % channels.length] ?? "C1";
      const isBriefing = n % 2 === 0;
      const topic = `topic-${n}`;
      const made = command(slack, `${isBriefing ? "/briefing" : "/quotes"} ${topic}`, { channel, user: `U${n % 7}` });
      return { ...made, channel, isBriefing, topic };
    });
    const acknowledged = await Promise.all(sent.map(({ delivery }) => delivery));
    expect(acknowledged.every(({ acked }) => acked)).toBe(true);
    await until(() => expect(desk.asked).toHaveLength(200));
    release();
    await until(() => expect(chat.health().counts.answered).toBe(200));
    for (const { channel, isBriefing, topic, responseUrl } of sent) {
      const whispered = responsesTo(slack, responseUrl).map((body) => shown(body["blocks"]));
      const roots = slack.state.messages.filter((message) => shown(message.blocks).includes(`Briefing: ${topic}\n`));
      expect(whispered.length).toBe(isBriefing ? 0 : 1);
      expect(roots.map((message) => message.channel)).toEqual(isBriefing ? [channel] : []);
      if (!isBriefing) expect(whispered[0]).toContain(`Quotes: ${topic}, page 1`);
      else expect(shown(messagesIn(slack, channel, roots[0]?.ts ?? "")[0]?.blocks)).toContain(`Talks on ${topic}`);
    }
    expect(slack.state.messages).toHaveLength(200);
  });
});

describe("what the desk is told of who asks", () => {
  it.each([
    ["an admin of the workspace manages it", "U9ADMIN", true],
    ["an admin of another company in a shared channel does not", "U8GUEST", false],
    ["somebody Slack does not know has no rights", "U7NOBODY", false],
  ])("%s", async (_, user, isManager) => {
    const { slack, desk } = await start();
    command(slack, "/attache status", { user });
    await until(() => expect(desk.asked).toHaveLength(1));
    expect(desk.asked[0]?.asker.isManager).toBe(isManager);
  });

  it("looks the same person up once", async () => {
    const { slack, desk } = await start();
    for (let n = 0; n < 5; n += 1) command(slack, `/quotes topic-${n}`);
    await until(() => expect(desk.asked).toHaveLength(5));
    expect(slack.callsOf("users.info")).toHaveLength(1);
  });
});

describe("an answer that can't be posted", () => {
  it.each([
    ["the bot is not in the channel", "C2", "I am not in this channel, so only you see this. Type /invite @attache here"],
    ["the channel is archived", "C3", "This channel is archived"],
    ["the channel is not known", "C99", "I can't see this conversation"],
  ])("is told to the asker, with how to mend it, and shown to them alone: %s", async (_, channel, words) => {
    const { slack, chat } = await start();
    const { responseUrl } = command(slack, "/briefing india-japan", { channel });
    await until(() => expect(responsesTo(slack, responseUrl)).toHaveLength(3));
    const [notice, answer, detail] = responsesTo(slack, responseUrl);
    expect(shown(notice?.["blocks"])).toContain(words);
    expect(shown(answer?.["blocks"])).toContain("Briefing: india-japan");
    expect(shown(detail?.["blocks"])).toContain("Talks on india-japan");
    expect(slack.state.messages).toEqual([]);
    expect(chat.health().counts.failed).toBe(1);
  });

  it("names the permission that is missing", async () => {
    const { slack } = await start({ scopes: ["commands", "users:read"] });
    const { responseUrl } = command(slack, "/briefing india-japan");
    await until(() => expect(responsesTo(slack, responseUrl)).toHaveLength(1));
    expect(shown(responsesTo(slack, responseUrl)[0]?.["blocks"])).toContain("The app lacks the permission chat:write");
  });

  it("waits for as long as Slack asks, and posts once", async () => {
    const { slack } = await start();
    slack.script("chat.postMessage", { status: 429, headers: { "retry-after": "1" }, body: { ok: false, error: "ratelimited" } });
    command(slack, "/briefing india-japan");
    await until(() => expect(slack.state.messages).toHaveLength(2));
    expect(slack.callsOf("chat.postMessage").map(({ error }) => error)).toEqual(["ratelimited", null, null]);
  });

  it("says in a sentence that the desk failed, without what it failed with", async () => {
    const { slack, desk, chat } = await start();
    desk.answerNext(() => {
      throw new Error("secret detail at line 7");
    });
    const { responseUrl } = command(slack, "/briefing india-japan");
    await until(() => expect(responsesTo(slack, responseUrl)).toHaveLength(1));
    expect(shown(responsesTo(slack, responseUrl)[0]?.["blocks"])).toContain("Something went wrong");
    expect(JSON.stringify(slack.responses)).not.toContain("secret detail");
    expect(chat.health().counts).toMatchObject({ answered: 0, failed: 1 });
  });

  it("falls back to an ephemeral message when the command's own address takes no more", async () => {
    const { slack } = await start();
    const spent = slack.newResponseUrl();
    for (let n = 0; n < 5; n += 1) await (await fetch(spent, { method: "POST", body: "{}" })).text();
    await slack.deliver("slash_commands", {
      channel_id: "C1",
      user_id: "U1",
      command: "/attache",
      text: "help",
      response_url: spent,
      trigger_id: "t",
      team_id: "T1",
    });
    await until(() => expect(slack.state.messages.map(({ onlyFor }) => onlyFor)).toEqual(["U1"]));
  });
});

describe("work that takes long", () => {
  it("is shown to the asker as under way", async () => {
    const { slack, desk } = await start({ timings: { slowAfterMs: 5 } });
    const release = desk.hold();
    const { responseUrl } = command(slack, "/briefing india-japan");
    await until(() => expect(responsesTo(slack, responseUrl)).toHaveLength(1));
    expect(shown(responsesTo(slack, responseUrl)[0]?.["blocks"])).toBe("Reading the articles…");
    release();
    await until(() => expect(slack.state.messages).toHaveLength(2));
  });

  it("is finished when the adapter stops, within the deadline", async () => {
    const { slack, desk, chat } = await start();
    const release = desk.hold();
    await command(slack, "/briefing india-japan").delivery;
    await until(() => expect(desk.asked).toHaveLength(1));
    const stopped = chat.stop(5000);
    release();
    await stopped;
    expect(slack.state.messages).toHaveLength(2);
    expect(chat.health().state).toBe("stopped");
  });

  it("does not keep the adapter from stopping after the deadline", async () => {
    const { slack, desk, chat } = await start();
    const release = desk.hold();
    await command(slack, "/briefing india-japan").delivery;
    await until(() => expect(desk.asked).toHaveLength(1));
    await chat.stop(10);
    expect(slack.state.messages).toEqual([]);
    release();
    await until(() => expect(slack.state.messages).toHaveLength(2));
  });
});

describe("files", () => {
  it("of an answer for the asker alone go to their direct messages", async () => {
    const { slack } = await start();
    command(slack, "/meetings india-japan");
    await until(() => expect([...slack.state.files.values()][0]?.channel).toBe("D1"));
    const [file] = slack.state.files.values();
    expect(file).toMatchObject({ name: "meetings.ics", threadTs: null });
    expect(file?.content).toContain("BEGIN:VCALENDAR");
  });

  it("that can't be sent leave the answer, and the asker is told why", async () => {
    const { slack } = await start({ scopes: ["commands", "chat:write", "users:read", "im:write"] });
    const { responseUrl } = command(slack, "/meetings india-japan");
    await until(() => expect(responsesTo(slack, responseUrl)).toHaveLength(2));
    const [answer, notice] = responsesTo(slack, responseUrl);
    expect(shown(answer?.["blocks"])).toContain("Meetings about india-japan.");
    expect(shown(notice?.["blocks"])).toContain("The app lacks the permission files:write");
  });

  it("of a shared answer go into its thread", async () => {
    const { slack, desk } = await start();
    const files = [{ name: "a.ics", mediaType: "text/calendar", content: "BEGIN:VCALENDAR" }];
    desk.answerNext(() => ({ ...replyOf(briefing("quad"), "quad"), files }));
    command(slack, "/meetings quad");
    await until(() => expect([...slack.state.files.values()][0]?.channel).toBe("C1"));
    expect([...slack.state.files.values()][0]?.threadTs).toBe(messagesIn(slack, "C1")[0]?.ts);
  });

  it("that are pictures say what they show", async () => {
    const { slack, desk } = await start();
    const picture = {
      name: "timeline.png",
      title: "Timeline: Quad",
      mediaType: "image/png",
      alt: "Two days",
      content: Buffer.from("PNG"),
    } as const;
    desk.answerNext(() => ({ ...replyOf(briefing("quad"), "quad"), picture }));
    command(slack, "/timeline quad");
    await until(() => expect([...slack.state.files.values()][0]).toMatchObject({ name: "timeline.png", channel: "C1" }));
    expect([...slack.state.files.values()][0]?.content).toContain("PNG");
    expect(slack.callsOf("files.getUploadURLExternal")[0]?.args).toMatchObject({ alt_text: "Two days" });
  });
});
