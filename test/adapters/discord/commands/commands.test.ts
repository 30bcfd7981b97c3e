import { afterEach, describe, expect, it } from "vitest";
import { AppError } from "../../../../src/domain/errors.ts";
import { briefing, noteTo, replyOf } from "../../../fakes/desk.ts";
import { acknowledged, buttonsOf, command, directWith, typeInto, useShortcut } from "../../../servers/fake-discord-people.ts";
import { ALICE, channelOf, GENERAL, GUILD, HIDDEN, MANAGER, READ_ONLY } from "../../../servers/fake-discord-state.ts";
import { until } from "../../../servers/until.ts";
import { messagesIn, type StartedDiscord, shown, startDiscord, whisperedTo } from "../start-discord.ts";

let started: StartedDiscord | null = null;
afterEach(async () => {
  await started?.stop();
  started = null;
});

async function start(options: Parameters<typeof startDiscord>[0] = {}): Promise<StartedDiscord> {
  started = await startDiscord(options);
  return started;
}

describe("a command", () => {
  it("posts a briefing as one public message with its detail in a thread of it", async () => {
    const { discord, desk } = await start();
    const interaction = command(discord, "briefing", { options: { topic: " india-japan ", since: "2023-01-02" } });
    expect(await acknowledged(interaction)).toBe(5);
    const root = await until(() => {
      const [message] = messagesIn(discord, GENERAL);
      expect(messagesIn(discord, message?.id ?? "")).toHaveLength(1);
      return message;
    });
    expect(shown(root)).toContain("Briefing: india-japan\nThe ministers spoke about india-japan.");
    expect(buttonsOf(root ?? { components: [] }).map(({ label }) => label)).toEqual(["Quotes", "Meetings", "Ask a follow-up"]);
    expect(discord.state.channels.get(root?.id ?? "")).toMatchObject({ type: 11, name: "Briefing: india-japan" });
    expect(shown(messagesIn(discord, root?.id ?? "")[0])).toBe("In detail\n### Meetings\n- Talks on india-japan");
    expect(messagesIn(discord, GENERAL)).toHaveLength(1);
    expect(desk.asked).toEqual([
      {
        asker: {
          platform: "discord",
          workspaceId: `discord:${GUILD}`,
          channelId: GENERAL,
          threadId: null,
          userId: ALICE,
          isManager: false,
          isMember: true,
          timeZone: null,
        },
        intent: { kind: "briefing", topic: "india-japan", since: "2023-01-02" },
      },
    ]);
    expect([...desk.threads]).toEqual([[`discord:${GUILD} ${root?.id}`, "india-japan"]]);
    const place = { platform: "discord", channelId: GENERAL, threadId: root?.id, rootId: root?.id };
    expect(desk.posted).toEqual([{ workspaceId: `discord:${GUILD}`, ...place }]);
  });

  it("defers for the asker alone what the asker alone will see", async () => {
    const { discord, desk } = await start();
    const interaction = command(discord, "attache help");
    await until(() => expect(whisperedTo(discord, ALICE)).toHaveLength(1));
    expect(desk.posted).toEqual([]);
    expect(interaction.ack).toEqual({ flags: 64 });
    expect(messagesIn(discord, GENERAL)).toEqual([]);
  });

  it("that was to be for everyone is taken back where the answer is for the asker alone", async () => {
    const { discord, desk } = await start();
    desk.answerNext(() => noteTo("Nothing on indja-japan. Did you mean one of these?"));
    command(discord, "briefing", { options: { topic: "indja-japan" } });
    await until(() =>
      expect(whisperedTo(discord, ALICE).map(shown)).toEqual(["ℹ️ Nothing on indja-japan. Did you mean one of these?"]),
    );
    expect(discord.state.messages).toHaveLength(1);
  });

  it("acknowledges before the desk has answered, and shows that it is thinking", async () => {
    const { discord, desk } = await start();
    const release = desk.hold();
    const interaction = command(discord, "briefing", { options: { topic: "quad" } });
    expect(await acknowledged(interaction)).toBe(5);
    expect(interaction.original?.isLoading).toBe(true);
    release();
    await until(() => expect(messagesIn(discord, GENERAL)).toHaveLength(1));
  });

  it("that this version does not know, or that lacks what it needs, gets the help", async () => {
    const { discord, desk } = await start();
    for (const name of ["unheard of", "briefing", "person show"]) await acknowledged(command(discord, name));
    await until(() => expect(desk.asked.map(({ intent }) => intent)).toEqual(Array(3).fill({ kind: "help" })));
  });

  it.each([
    ["person list", {}, { kind: "people" }],
    ["person merge", { name: "J. Doe", into: "Jane Doe" }, { kind: "merge-people", keep: "Jane Doe", merge: "J. Doe" }],
    ["person split", { name: "Jane Doe", alias: "Jane" }, { kind: "split-person", name: "Jane Doe", alias: "Jane" }],
    [
      "digest follow",
      { topic: "quad", time: "7pm", days: "weekdays", timezone: "Asia/Tokyo", quiet: true },
      { kind: "digest", action: "follow", topic: "quad", schedule: "at 7pm on weekdays Asia/Tokyo silent" },
    ],
    ["digest follow", { topic: "quad" }, { kind: "digest", action: "follow", topic: "quad" }],
    ["digest stop", {}, { kind: "digest", action: "stop" }],
    [
      "sources add",
      { source: "https://courier.example/feed" },
      { kind: "sources-manage", action: "add", target: "https://courier.example/feed" },
    ],
    [
      "sources add",
      { source: '"india japan"', backfill: true },
      { kind: "sources-manage", action: "add", target: "india japan", backfill: true },
    ],
    ["sources remove", { source: "search engines" }, { kind: "sources-manage", action: "remove", target: "search engines" }],
    ["sources starter", {}, { kind: "sources-manage", action: "starter" }],
    ["attache forget", { what: "me" }, { kind: "forget", what: "me" }],
    ["attache settings", {}, { kind: "settings" }],
    ["attache set", { setting: "digests", who: "members" }, { kind: "settings", name: "digests", value: "members" }],
    ["attache stories", {}, { kind: "stories" }],
  ])("/%s %o asks for it", async (name, options, intent) => {
    const { discord, desk } = await start();
    command(discord, name, { options });
    await until(() => expect(desk.asked).toHaveLength(1));
    expect(JSON.parse(JSON.stringify(desk.asked[0]?.intent))).toEqual(intent);
  });

  it("brings who manages the server as such", async () => {
    const { discord, desk } = await start();
    command(discord, "attache status", { user: MANAGER });
    await until(() => expect(desk.asked[0]?.asker.isManager).toBe(true));
  });

  it("to ask in a thread continues its conversation", async () => {
    const { discord, desk } = await start();
    const thread = discord.state.nextId();
    discord.state.channels.set(thread, channelOf(thread, { type: 11, parentId: GENERAL }));
    await desk.openThread(`discord:${GUILD}`, thread, "quad");
    command(discord, "ask", { options: { question: "Who else?" }, channel: thread });
    await until(() => expect(messagesIn(discord, thread).map(shown)).toEqual(["Asked about quad: Who else? Harbour Courier"]));
    expect(desk.followUps[0]?.asker.threadId).toBe(thread);
  });

  it("in a direct message is answered out of the server that the person shares with the bot", async () => {
    const { discord, desk } = await start();
    const direct = directWith(discord, ALICE);
    command(discord, "briefing", { options: { topic: "quad" }, channel: direct });
    await until(() => expect(messagesIn(discord, direct)).toHaveLength(2));
    expect(desk.asked[0]?.asker).toMatchObject({ workspaceId: `discord:${GUILD}`, threadId: direct, isManager: false });
  });

  it("brings an OPML file that was attached as its text, and reads from no other host", async () => {
    const { discord, desk } = await start();
    const attach = (url: string) =>
      command(discord, "sources import", {
        options: { file: "7" },
        resolved: { attachments: { 7: { id: "7", url, size: 10, filename: "a.opml" } } },
      });
    attach(`${discord.base}/files/a.opml`);
    await until(() => expect(desk.asked[0]?.intent).toEqual({ kind: "sources-manage", action: "import", target: "<opml/>" }));
    attach("http://127.0.0.1:1/a.opml");
    await until(() => expect(whisperedTo(discord, ALICE).map(shown).join()).toContain("does not host that file"));
    expect(desk.asked).toHaveLength(1);
  });
});

describe("two hundred commands in flight", () => {
  it("lose and cross no answer", async () => {
    const channels = Array.from({ length: 20 }, (_, n) => `10300000000000${String(1000 + n)}`);
    const { discord, desk, chat } = await start({
      prepare: (fake) => {
        for (const id of channels) fake.state.channels.set(id, channelOf(id));
      },
    });
    const release = desk.hold();
    const sent = Array.from({ length: 200 }, (_, n) => {
      const channel = channels[n % channels.length] ?? GENERAL;
      const isBriefing = n % 2 === 0;
      const topic = `topic-${n}-end`;
      const options = isBriefing ? { topic } : { about: topic };
      const interaction = command(discord, isBriefing ? "briefing" : "quotes", {
        options,
        channel,
        user: `10200000000000${2000 + (n % 7)}`,
      });
      return { interaction, channel, isBriefing, topic };
    });
    for (const { interaction } of sent) await acknowledged(interaction);
    await until(() => expect(desk.asked).toHaveLength(200));
    release();
    await until(() => expect(chat.health().counts).toMatchObject({ answered: 200, failed: 0 }), 60_000);
    for (const { interaction, channel, isBriefing, topic } of sent) {
      const mine = discord.state.messages.filter((message) => shown(message).includes(topic));
      expect(interaction.original && shown(interaction.original)).toContain(
        isBriefing ? `Briefing: ${topic}` : `Quotes: ${topic}, page 1`,
      );
      const places = mine.map(({ channelId, onlyFor }) => [channelId, onlyFor]);
      expect(places).toEqual(
        isBriefing
          ? [
              [channel, null],
              [interaction.original?.id, null],
            ]
          : [[channel, interaction.userId]],
      );
    }
  }, 120_000);
});

describe("suggestions", () => {
  it.each([
    ["briefing", { name: "topic", value: "india" }, ["india-japan", "india-france"]],
    ["person show", { name: "name", value: "ja" }, ["Jane Doe", "Jan Novak"]],
    ["quotes", { name: "about", value: "" }, ["india-japan", "india-france", "quad", "Jane Doe", "Jan Novak"]],
    ["digest follow", { name: "timezone", value: "new york" }, ["America/New_York"]],
    ["briefing", { name: "topic", value: "zzz" }, []],
  ])("for /%s %o come from what is known", async (name, option, suggested) => {
    const { discord } = await start();
    expect(await typeInto(discord, name, option)).toEqual(suggested);
  });

  it("are empty where they can't be made, instead of failing", async () => {
    const { discord, desk } = await start();
    desk.suggest = () => Promise.reject(new Error("busy"));
    expect(await typeInto(discord, "briefing", { name: "topic", value: "x" })).toEqual([]);
  });
});

describe("an answer that can't be posted", () => {
  it("shows the briefing and tells the asker what a thread needs, with the detail for them alone", async () => {
    const { discord, chat } = await start();
    command(discord, "briefing", { options: { topic: "quad" }, channel: READ_ONLY });
    await until(() => expect(whisperedTo(discord, ALICE)).toHaveLength(2));
    expect(shown(messagesIn(discord, READ_ONLY)[0])).toContain("Briefing: quad");
    const [notice, detail] = whisperedTo(discord, ALICE).map(shown);
    expect(notice).toContain("I may not post here, so only you see this. Ask the channel's manager to give me");
    expect(detail).toContain("Talks on quad");
    expect(chat.health().counts.failed).toBe(1);
  });

  it("says that the bot does not see the channel", async () => {
    const { discord } = await start();
    command(discord, "briefing", { options: { topic: "quad" }, channel: HIDDEN });
    await until(() => expect(whisperedTo(discord, ALICE).map(shown).join()).toContain("I can't see this channel"));
  });

  it("waits for as long as Discord asks, and posts once", async () => {
    const { discord } = await start();
    discord.script("POST", /\/messages$/, {
      status: 429,
      headers: {
        "retry-after": "1",
        "x-ratelimit-scope": "user",
        "x-ratelimit-remaining": "0",
        "x-ratelimit-reset-after": "0.1",
      },
      body: { message: "You are being rate limited.", retry_after: 0.1, global: false },
    });
    command(discord, "briefing", { options: { topic: "quad" } });
    await until(() => expect(discord.callsOf("POST", /\/messages$/).map(({ status }) => status)).toEqual([429, 200]));
    expect(discord.state.channels.size).toBe(4);
  });

  it("posts once where the answer to the first try was lost on the way", async () => {
    const { discord } = await start();
    discord.script("POST", /\/messages$/, { status: 502, isDone: true });
    discord.script("POST", /\/threads$/, { status: 502, isDone: true });
    command(discord, "briefing", { options: { topic: "quad" } });
    await until(() => expect(discord.callsOf("POST", /\/messages$/).map(({ status }) => status)).toEqual([502, 200]));
    const root = messagesIn(discord, GENERAL)[0]?.id ?? "";
    expect(messagesIn(discord, root)).toHaveLength(1);
  });

  it("goes on where the first acknowledgement got through without its answer coming back", async () => {
    const { discord } = await start();
    discord.script("POST", /callback$/, { status: 502, isDone: true });
    command(discord, "briefing", { options: { topic: "quad" } });
    await until(() => expect(messagesIn(discord, GENERAL)).toHaveLength(1));
    expect(discord.callsOf("POST", /callback$/).map(({ status }) => status)).toEqual([502, 400]);
  });

  it("is given up where Discord no longer waits for the acknowledgement", async () => {
    const { discord, desk, chat, logged } = await start();
    discord.script("POST", /callback$/, { status: 404, body: { code: 10062, message: "Unknown interaction" } });
    await acknowledgedNever(command(discord, "briefing", { options: { topic: "quad" } }), chat);
    expect(desk.asked).toEqual([]);
    expect(logged.join()).toContain("Discord stopped waiting for this answer (10062)");
  });

  it("is posted by the bot itself where the interaction takes no more answers", async () => {
    const { discord, desk } = await start();
    const release = desk.hold();
    const interaction = command(discord, "briefing", { options: { topic: "quad" } });
    await until(() => expect(desk.asked).toHaveLength(1));
    interaction.at -= 16 * 60 * 1000;
    release();
    await until(() => expect(messagesIn(discord, GENERAL)).toHaveLength(1));
    expect(messagesIn(discord, GENERAL)[0]?.byInteraction).toBe(false);
  });

  it("says in a sentence that the desk failed, without what it failed with", async () => {
    const { discord, desk, chat } = await start();
    desk.answerNext(() => {
      throw new Error("secret detail at line 7");
    });
    command(discord, "briefing", { options: { topic: "quad" } });
    await until(() => expect(whisperedTo(discord, ALICE).map(shown).join()).toContain("Something went wrong"));
    expect(JSON.stringify(discord.state.messages)).not.toContain("secret detail");
    expect(chat.health().counts).toMatchObject({ answered: 0, failed: 1 });
  });

  it("says so where the store could not be asked, instead of thinking on", async () => {
    const { discord, events, chat } = await start();
    events.claim = () => Promise.reject(new AppError("store-busy", "The store is busy: ask again in a minute."));
    command(discord, "attache help");
    await until(() => expect(whisperedTo(discord, ALICE).map(shown)).toEqual(["⚠️ The store is busy: ask again in a minute."]));
    expect(chat.health().counts.failed).toBe(1);
  });

  it("says that the token is taken away when Discord refuses it", async () => {
    const { discord, chat } = await start();
    discord.state.token = "MTA0.other.token";
    command(discord, "briefing", { options: { topic: "quad" } });
    await until(() =>
      expect(whisperedTo(discord, ALICE).map(shown).join()).toContain("Discord no longer accepts the bot's token"),
    );
    expect(chat.health()).toMatchObject({ state: "failed", detail: expect.stringMatching(/^Discord refuses DISCORD_TOKEN/) });
  });
});

async function acknowledgedNever(interaction: { ackType: number | null }, chat: StartedDiscord["chat"]): Promise<void> {
  await until(() => expect(chat.health().counts.failed).toBe(1));
  expect(interaction.ackType).toBeNull();
}

describe("a message's menu", () => {
  it("adds the links of the message, each once", async () => {
    const { discord, desk } = await start();
    useShortcut(discord, "Add to sources", {
      content: "See https://a.example/feed, and <https://b.example/x>. Also https://a.example/feed!",
    });
    await until(() => expect(desk.asked).toHaveLength(2));
    expect(desk.asked.map(({ intent }) => intent)).toEqual(
      ["https://a.example/feed", "https://b.example/x"].map((target) => ({ kind: "sources-manage", action: "add", target })),
    );
    await until(() => expect(whisperedTo(discord, ALICE)).toHaveLength(2));
  });

  it("without a link is told what is missing, and asks the desk nothing", async () => {
    const { discord, desk } = await start();
    useShortcut(discord, "Add to sources", { content: "nothing here" });
    await until(() => expect(whisperedTo(discord, ALICE).map(shown).join()).toContain("This message has no link"));
    expect(desk.asked).toEqual([]);
  });
});

describe("files", () => {
  it("go with the answer, seen by whoever sees that", async () => {
    const { discord, desk } = await start();
    command(discord, "meetings", { options: { about: "quad" } });
    await until(() => expect(whisperedTo(discord, ALICE)[0]?.files[0]).toMatchObject({ name: "meetings.ics" }));
    expect(whisperedTo(discord, ALICE)[0]?.files[0]?.content).toContain("BEGIN:VCALENDAR");
    const files = [{ name: "a.ics", mediaType: "text/calendar", content: "BEGIN:VCALENDAR" }];
    desk.answerNext(() => ({ ...replyOf(briefing("quad"), "quad"), files }));
    command(discord, "briefing", { options: { topic: "quad" } });
    await until(() => expect(messagesIn(discord, GENERAL)[0]?.files).toEqual([{ name: "a.ics", content: "BEGIN:VCALENDAR" }]));
  });
});

describe("work under way", () => {
  it("is finished when the adapter stops, within the deadline", async () => {
    const { discord, desk, chat } = await start();
    const release = desk.hold();
    command(discord, "briefing", { options: { topic: "quad" } });
    await until(() => expect(desk.asked).toHaveLength(1));
    const stopped = chat.stop(5000);
    release();
    await stopped;
    expect(messagesIn(discord, GENERAL)).toHaveLength(1);
    expect(chat.health().state).toBe("stopped");
  });

  it("does not keep the adapter from stopping after the deadline", async () => {
    const { discord, desk, chat } = await start();
    const release = desk.hold();
    command(discord, "briefing", { options: { topic: "quad" } });
    await until(() => expect(desk.asked).toHaveLength(1));
    await chat.stop(10);
    expect(messagesIn(discord, GENERAL)).toEqual([]);
    release();
    await until(() => expect(messagesIn(discord, GENERAL)).toHaveLength(1));
  });
});
