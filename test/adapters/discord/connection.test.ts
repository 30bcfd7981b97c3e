import { afterAll, afterEach, describe, expect, it } from "vitest";
import { acknowledged, command, say } from "../../servers/fake-discord-people.ts";
import { ALICE, BOT, GENERAL } from "../../servers/fake-discord-state.ts";
import { until } from "../../servers/until.ts";
import { messagesIn, type StartedDiscord, type StartOptions, startDiscord, whisperedTo } from "./start-discord.ts";

let started: StartedDiscord | null = null;
const unhandled: unknown[] = [];
const keepUnhandled = (reason: unknown) => unhandled.push(reason);
process.on("unhandledRejection", keepUnhandled);
process.on("uncaughtException", keepUnhandled);
afterAll(() => {
  process.off("unhandledRejection", keepUnhandled);
  process.off("uncaughtException", keepUnhandled);
});

afterEach(async () => {
  await started?.stop();
  started = null;
  expect(unhandled.splice(0)).toEqual([]);
});

async function start(options: StartOptions = {}): Promise<StartedDiscord> {
  started = await startDiscord(options);
  return started;
}

/** A command is answered: the adapter is there. */
async function expectAnswers({ discord }: StartedDiscord): Promise<void> {
  const before = whisperedTo(discord, ALICE).length;
  await acknowledged(command(discord, "attache help"));
  await until(() => expect(whisperedTo(discord, ALICE)).toHaveLength(before + 1));
}

describe("starting", () => {
  it("with a token that Discord refuses fails with a sentence that says what to mend", async () => {
    const sentence = /^Discord refuses DISCORD_TOKEN\. .*Reset Token/;
    await expect(startDiscord({ token: "MTA0.wrong.token" })).rejects.toMatchObject({
      code: "config",
      message: expect.stringMatching(sentence),
    });
  });

  it.each([
    [4004, "DISCORD_TOKEN"],
    [4012, "this protocol version"],
    [4013, "the intents that the bot requests"],
  ])("ends with a sentence where Discord closes the connection with %i", async (code, words) => {
    const prepare: StartOptions["prepare"] = (discord) => {
      discord.closeWith = code;
    };
    await expect(startDiscord({ prepare })).rejects.toMatchObject({ code: "config", message: expect.stringContaining(words) });
  });

  it("asks anew how many connections Discord wants where those it opened are not enough, but not for ever", async () => {
    const { discord, chat } = await start({
      prepare: (fake) => {
        fake.closeWith = 4011;
      },
    });
    await until(() => expect(chat.health().state).toBe("connected"));
    expect(discord.callsOf("GET", /^\/gateway\/bot$/).length).toBeGreaterThan(1);
    const told: string[] = [];
    chat.whenFailed((sentence) => told.push(sentence));
    for (const [code, shards] of [
      [4010, 2],
      [4011, 3],
    ] as const) {
      discord.shards = shards;
      discord.drop(code);
      await until(() => expect(discord.sockets.size).toBe(shards));
      await until(() => expect(chat.health().state).toBe("connected"));
    }
    expect(told).toEqual([]);
    discord.drop(4011);
    await until(() => expect(chat.health()).toMatchObject({ state: "failed", detail: expect.stringContaining("(4011)") }));
    expect(told).toEqual([chat.health().detail]);
  });

  it("goes on without the message content intent where Discord refuses it, and says so", async () => {
    const running = await start({
      messageContent: true,
      prepare: (discord) => {
        discord.state.allowsContent = false;
      },
    });
    const { discord, chat } = running;
    expect(chat.health()).toMatchObject({ state: "connected", detail: expect.stringContaining("Message Content Intent") });
    await expectAnswers(running);
    const id = say(discord, { text: `<@${BOT}> who met whom?` });
    await until(() => expect(messagesIn(discord, id)).toHaveLength(1));
  });

  it("asks for the message content intent only where that is set", async () => {
    const { discord, desk } = await start();
    say(discord, { text: "hello", channel: GENERAL });
    await expectAnswers(started as StartedDiscord);
    expect(desk.followUps).toEqual([]);
    expect(discord.begun).toEqual([2]);
  });

  it("waits for a Discord that does not answer yet, instead of failing", async () => {
    const running = await start({
      prepare: (discord) => {
        for (let n = 0; n < 8; n += 1) discord.script("GET", /^\/gateway\/bot$/, { status: 503 });
      },
    });
    await until(() => expect(running.chat.health().state).toBe("connected"));
    await expectAnswers(running);
  });

  it("says that it is connected, and after the stop that it is not", async () => {
    const { chat, discord } = await start();
    expect(chat.health()).toMatchObject({ platform: "discord", state: "connected", detail: null });
    await chat.stop(1000);
    expect(chat.health().state).toBe("stopped");
    await until(() => expect(discord.sockets.size).toBe(0));
  });
});

describe("stopping", () => {
  it("does not wait for a Discord that is down, and connects no more", async () => {
    const { chat, discord, logged } = await start();
    await discord.close();
    await until(() => expect(chat.health().state).toBe("connecting"));
    await chat.stop(5000);
    await discord.listen();
    // Longer than the client's own pause before its next try.
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(discord.sockets.size).toBe(0);
    expect(chat.health().state).toBe("stopped");
    expect(logged.join()).not.toContain("could not be handled");
  });
});

describe("the gateway", () => {
  it("resumes when it is cut, and gets what it missed", async () => {
    const running = await start();
    const { discord } = running;
    discord.drop();
    const missed = command(discord, "attache help");
    await until(() => expect(discord.begun).toEqual([2, 6]));
    expect(await acknowledged(missed)).toBe(5);
    await until(() => expect(whisperedTo(discord, ALICE)).toHaveLength(1));
    await until(() => expect(running.chat.health()).toMatchObject({ state: "connected", detail: null }));
    await expectAnswers(running);
  });

  it("comes back after an outage, however long", async () => {
    const running = await start();
    const { discord, chat } = running;
    await discord.close();
    await until(() => expect(chat.health()).toMatchObject({ state: "connecting", detail: expect.stringContaining("is lost") }));
    await discord.listen();
    await until(() => expect(chat.health().state).toBe("connected"));
    await expectAnswers(running);
  });

  it("moves to a new connection when Discord asks for it", async () => {
    const running = await start();
    running.discord.sendOp(7);
    await until(() => expect(running.discord.begun).toEqual([2, 6]));
    await until(() => expect(running.chat.health().state).toBe("connected"));
    await expectAnswers(running);
  });

  it("begins a new session when the old one is over", async () => {
    const running = await start();
    running.discord.sendOp(9);
    // The client keeps Discord's pause of five seconds between two sessions.
    await until(() => expect(running.discord.begun).toEqual([2, 2]));
    await until(() => expect(running.chat.health().state).toBe("connected"));
    await expectAnswers(running);
  });

  it("says what to do when the token is reset while it runs", async () => {
    const { discord, chat } = await start();
    const told: string[] = [];
    chat.whenFailed((sentence) => told.push(sentence));
    discord.drop(4004);
    await until(() => expect(chat.health().state).toBe("failed"));
    expect(chat.health().detail).toMatch(/^Discord refuses DISCORD_TOKEN/);
    expect(told).toEqual([chat.health().detail]);
  });

  it.each([4012, 4013, 4014])("tells once that it is lost where Discord closes it with %i while it runs", async (code) => {
    const { discord, chat } = await start();
    const told: string[] = [];
    chat.whenFailed((sentence) => told.push(sentence));
    discord.drop(code);
    await until(() => expect(told).toEqual([expect.stringContaining(`(${code})`)]));
    expect(chat.health()).toMatchObject({ state: "failed", detail: told[0] });
  });

  it.each([
    ["no JSON", "{"],
    ["null", "null"],
    ["a frame without an operation", "{}"],
    ["a greeting without its interval", '{"op":10}'],
    ["an invalid session that does not say whether it is one", '{"op":9}'],
    ["an event without a name", '{"op":0,"s":2,"d":{}}'],
    ["an event without a number", '{"op":0,"t":"MESSAGE_CREATE","d":{}}'],
    ["a start of a session without the session", '{"op":0,"t":"READY","s":2,"d":{}}'],
    ["an event that is a list", '{"op":0,"t":"MESSAGE_CREATE","s":2,"d":[]}'],
    ["bytes", new Uint8Array([1, 2, 3])],
  ])("drops and counts %s, and goes on", async (_, frame) => {
    const running = await start();
    running.discord.sendRaw(frame);
    await until(() => expect(running.chat.health().counts.malformed).toBe(1));
    await expectAnswers(running);
  });

  it.each([
    ["a command without a channel", "INTERACTION_CREATE", { id: "1", type: 2, token: "t", data: { name: "briefing" } }],
    ["an interaction of a kind that is not known", "INTERACTION_CREATE", { id: "1", type: 99 }],
    ["an interaction that is nothing", "INTERACTION_CREATE", {}],
    [
      "a button without an id",
      "INTERACTION_CREATE",
      { id: "1", type: 3, token: "t", application_id: "1", channel_id: "1", data: {} },
    ],
    ["a message without an author", "MESSAGE_CREATE", { id: "1", channel_id: "1", content: "x" }],
    ["a deletion of nothing", "MESSAGE_DELETE", {}],
  ])("lives on after %s", async (...[, t, d]) => {
    const running = await start();
    running.discord.dispatch(t, d);
    await until(() => expect(running.chat.health().counts.malformed).toBe(1));
    await expectAnswers(running);
    expect(running.desk.asked).toHaveLength(1);
  });

  it("leaves events that it does not use alone", async () => {
    const running = await start();
    running.discord.dispatch("TYPING_START", { channel_id: GENERAL });
    running.discord.dispatch("SOMETHING_NEW", {});
    await expectAnswers(running);
    expect(running.chat.health().counts.malformed).toBe(0);
  });
});

describe("the log", () => {
  it("holds no token and no text of a message", async () => {
    const { discord, logged, desk } = await start({ messageContent: true });
    discord.script("POST", /\/threads$/, { status: 400, body: { code: 12345, message: "No" } });
    say(discord, { text: `<@${BOT}> a private question` });
    await until(() => expect(desk.followUps).toHaveLength(1));
    await until(() => expect(logged.join("")).toContain("12345"));
    discord.script("POST", /callback$/, { status: 400, body: { code: 12346, message: "No" } });
    command(discord, "ask", { options: { question: "another private question" } });
    await until(() => expect(logged.join("")).toContain("12346"));
    expect(logged.join("")).not.toMatch(/MTA0|token-1|private question/);
  });
});
