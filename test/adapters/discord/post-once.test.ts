import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import { noteTo } from "../../fakes/desk.ts";
import { command, say } from "../../servers/fake-discord-people.ts";
import { ALICE, BOT, GENERAL } from "../../servers/fake-discord-state.ts";
import { until } from "../../servers/until.ts";
import { messagesIn, type StartedDiscord, shown, startDiscord, whisperedTo } from "./start-discord.ts";

let started: StartedDiscord | null = null;
afterEach(async () => {
  await started?.stop();
  started = null;
});

/** A request is given up after 400 ms. */
async function start(): Promise<StartedDiscord> {
  started = await startDiscord({ timings: { apiTimeoutMs: 400, ackTimeoutMs: 400 } });
  return started;
}

const IN_DOUBT = "Discord did not confirm my post";

/** Discord's ways of taking a call without its sender hearing of it. */
const TAKEN = [
  ["answers after the request was given up", { isDone: true, answersAfterMs: 600 }],
  ["cuts the connection", { isDone: true, isLost: true }],
  ["answers 502", { isDone: true, status: 502 }],
] as const;

/** Each try of the next call is carried out and not confirmed. */
function confirmNothing(discord: StartedDiscord["discord"], method: string, path: RegExp): void {
  for (let n = 0; n < 4; n += 1) discord.script(method, path, { isDone: true, status: 502 });
}

describe("an answer", () => {
  it.each(TAKEN)("for all is there once where Discord stores it and %s", async (_, how) => {
    const { discord } = await start();
    discord.script("PATCH", /@original$/, how);
    command(discord, "briefing", { options: { topic: "quad" } });
    await until(() => expect(messagesIn(discord, GENERAL)).toHaveLength(1));
    const root = messagesIn(discord, GENERAL)[0]?.id ?? "";
    await until(() => expect(messagesIn(discord, root)).toHaveLength(1));
    expect(whisperedTo(discord, ALICE)).toEqual([]);
  });

  it.each(TAKEN)("to a mention is there once where Discord stores it and %s", async (_, how) => {
    const { discord } = await start();
    discord.script("POST", /\/messages$/, how);
    const id = say(discord, { text: `<@${BOT}> who met whom?` });
    await until(() => expect(messagesIn(discord, id)).toHaveLength(1));
    await sleep(600);
    expect(messagesIn(discord, id)).toHaveLength(1);
  });

  it.each(TAKEN)("that is to follow comes once where Discord stores it and %s", async (_, how) => {
    const { discord, desk } = await start();
    // What is asked for everyone may turn out to be for the asker alone: then it follows.
    desk.answerNext(() => noteTo("Only for you."));
    discord.script("POST", /^\/webhooks\/\d+\/[^/]+$/, how);
    command(discord, "briefing", { options: { topic: "france" } });
    await until(() => expect(whisperedTo(discord, ALICE).map(shown).join()).toContain(IN_DOUBT));
    await sleep(300);
    expect(whisperedTo(discord, ALICE).filter((each) => shown(each).includes("Only for you."))).toHaveLength(1);
  });

  it("goes out where nobody took the connection for a moment, once", async () => {
    const { discord, desk } = await start();
    const release = desk.hold();
    say(discord, { text: `<@${BOT}> who met whom?` });
    await until(() => expect(desk.followUps.length + desk.asked.length).toBe(1));
    await discord.close();
    release();
    await sleep(5);
    await discord.listen();
    await until(() => expect(discord.state.messages.filter(({ authorId }) => authorId === BOT)).toHaveLength(1));
  });

  it("that Discord never confirms is not said to be missing", async () => {
    const { discord } = await start();
    confirmNothing(discord, "PATCH", /@original$/);
    command(discord, "briefing", { options: { topic: "quad" } });
    await until(() => expect(whisperedTo(discord, ALICE)).toHaveLength(1));
    expect(shown(whisperedTo(discord, ALICE)[0])).toContain(IN_DOUBT);
    expect(messagesIn(discord, GENERAL)).toHaveLength(1);
  });

  it("that takes away what it was acknowledged with comes where Discord did that and did not say so", async () => {
    const { discord, desk } = await start();
    desk.answerNext(() => noteTo("Only for you."));
    discord.script("DELETE", /@original$/, { isDone: true, status: 502 });
    command(discord, "briefing", { options: { topic: "quad" } });
    await until(() => expect(whisperedTo(discord, ALICE).map(shown).join()).toContain("Only for you."));
    expect(whisperedTo(discord, ALICE)).toHaveLength(1);
  });
});

it("an acknowledgement that Discord takes without ever saying so is answered all the same", async () => {
  const { discord } = await start();
  confirmNothing(discord, "POST", /callback$/);
  command(discord, "briefing", { options: { topic: "quad" } });
  await until(() => expect(messagesIn(discord, GENERAL)).toHaveLength(1));
});
