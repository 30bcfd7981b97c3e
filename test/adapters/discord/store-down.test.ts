import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import { AppError } from "../../../src/domain/errors.ts";
import type { FakeDiscord } from "../../servers/fake-discord.ts";
import { acknowledged, command, directWith, press, say, submit, useShortcut } from "../../servers/fake-discord-people.ts";
import { ALICE, BOT, type FakeDiscordMessage, GENERAL } from "../../servers/fake-discord-state.ts";
import { until } from "../../servers/until.ts";
import { messagesIn, type StartedDiscord, shown, startDiscord, whisperedTo } from "./start-discord.ts";

let started: StartedDiscord | null = null;
afterEach(async () => {
  await started?.stop();
  started = null;
});

const NO_ANSWER = "My database does not respond at the moment, so I can't answer. Ask again in a few minutes.";

function allowContent({ state }: FakeDiscord): void {
  state.allowsContent = true;
}

/** A briefing in #general; then the store no longer answers. */
async function withBriefing(code = "ECONNREFUSED"): Promise<StartedDiscord & { root: FakeDiscordMessage }> {
  started = await startDiscord({ messageContent: true, prepare: allowContent });
  const { discord, events, desk } = started;
  command(discord, "briefing", { options: { topic: "quad" } });
  await until(() => expect(messagesIn(discord, GENERAL)).toHaveLength(1));
  const [root] = messagesIn(discord, GENERAL);
  if (root === undefined) throw new Error("There is no briefing.");
  await until(() => expect(messagesIn(discord, root.id)).toHaveLength(1));
  const down = new AppError("store-unusable", "The database db.internal:5432 does not answer.", { cause: { code } });
  events.claim = () => Promise.reject(down);
  desk.isOurThread = () => Promise.reject(down);
  desk.suggest = () => Promise.reject(down);
  return { ...started, root };
}

/** What the bot wrote to Alice directly. */
function written(discord: StartedDiscord["discord"]): string[] {
  return messagesIn(discord, directWith(discord, ALICE)).map(shown);
}

describe("while the store does not answer, who asks hears one sentence:", () => {
  it("by a command, a button, a message's menu and a modal", async () => {
    const { discord, root } = await withBriefing();
    command(discord, "attache help");
    await until(() => expect(whisperedTo(discord, ALICE)).toHaveLength(1));
    press(discord, root, { label: "Quotes" });
    await until(() => expect(whisperedTo(discord, ALICE)).toHaveLength(2));
    useShortcut(discord, "Add to sources", { content: "https://feed.example/rss" });
    await until(() => expect(whisperedTo(discord, ALICE)).toHaveLength(3));
    const opened = press(discord, root, { label: "Ask a follow-up" });
    await acknowledged(opened);
    submit(discord, opened, "Who else was there?");
    await until(() => expect(whisperedTo(discord, ALICE)).toHaveLength(4));
    expect(whisperedTo(discord, ALICE).map(shown)).toEqual(Array(4).fill(`⚠️ ${NO_ANSWER}`));
  });

  it("by a mention, and once a minute in one channel", async () => {
    const { discord } = await withBriefing();
    say(discord, { text: `<@${BOT}> who met whom?` });
    await until(() => expect(written(discord)).toHaveLength(1));
    say(discord, { text: `<@${BOT}> and where?` });
    await sleep(100);
    expect(written(discord)).toEqual([`⚠️ ${NO_ANSWER}`]);
  });

  it("by a plain reply in a thread that this process knows as its own", async () => {
    const { discord, root } = await withBriefing();
    say(discord, { text: "Who else was there?", channel: root.id });
    await until(() => expect(written(discord)).toEqual([`⚠️ ${NO_ANSWER}`]));
  });

  it("in a direct message", async () => {
    const { discord } = await withBriefing();
    say(discord, { text: "who met whom?", channel: directWith(discord, ALICE) });
    await until(() => expect(written(discord)).toEqual([`⚠️ ${NO_ANSWER}`]));
  });

  it("and that nothing can be written down where the disk is full", async () => {
    const { discord } = await withBriefing("SQLITE_FULL");
    command(discord, "attache help");
    await until(() =>
      expect(whisperedTo(discord, ALICE).map(shown).join()).toContain(
        "I can't save anything at the moment, because my disk is full",
      ),
    );
  });
});

it("nothing is said below messages that may be for somebody else", async () => {
  const { discord, chat } = await withBriefing();
  say(discord, { text: "Lunch?" });
  await until(() => expect(chat.health().counts.failed).toBe(1));
  await sleep(50);
  expect(written(discord)).toEqual([]);
});
