import { PermissionFlagsBits } from "discord-api-types/v10";
import { afterEach, describe, expect, it } from "vitest";
import * as discordPeople from "../../servers/fake-discord-people.ts";
import { ALICE, BOT, channelOf, GENERAL, HIDDEN, READ_ONLY } from "../../servers/fake-discord-state.ts";
import * as slackPeople from "../../servers/fake-slack-people.ts";
import { until } from "../../servers/until.ts";
import { messagesIn as discordMessages, shown as discordShown, startDiscord } from "../discord/start-discord.ts";
import { shown, startSlack } from "../slack/start-slack.ts";

/** Fifteen rights that the bot can lack: for each one sentence names it, and what was asked for is not lost. */

let stop: (() => Promise<void>) | null = null;
afterEach(async () => {
  await stop?.();
  stop = null;
});

async function slackWithChannels() {
  const started = await startSlack();
  stop = started.stop;
  const { channels } = started.slack.state;
  channels.set("C8", { id: "C8", hasBot: false, isPrivate: false, isArchived: false });
  channels.set("C9", { id: "C9", hasBot: true, isPrivate: false, isArchived: true });
  return started;
}

describe("a right that is missing in Slack", () => {
  it.each([
    ["membership", "C8", "Type /invite @attache here"],
    ["an open channel", "C9", "Unarchive it"],
    ["sight of a private channel", "C77", "Type /invite @attache here"],
  ])("is known before a digest is set up: %s", async (_, channel, words) => {
    const { slack, desk } = await slackWithChannels();
    slackPeople.command(slack, "/digest follow quad at 08:00", { channel });
    await until(() => expect(desk.asked).toHaveLength(1));
    expect(desk.asked[0]?.asker.place?.refusal).toContain(words);
  });

  it.each([
    ["restricted_action", "don't let this app post here"],
    ["restricted_action_read_only_channel", "posting permissions"],
    ["restricted_action_thread_only_channel", "replies in threads only"],
    ["restricted_action_non_threadable_channel", "no replies in threads"],
  ])("is named, and the asker has the answer all the same: %s", async (code, words) => {
    const { slack } = await slackWithChannels();
    slack.script("chat.postMessage", { status: 200, body: { ok: false, error: code } });
    const { responseUrl } = slackPeople.command(slack, "/briefing quad");
    const answers = () => slackPeople.responsesTo(slack, responseUrl).map((body) => shown(body["blocks"]));
    await until(() => expect(answers().length).toBeGreaterThan(1));
    expect(answers()[0]).toContain(words);
    expect(answers()[1]).toContain("Briefing: quad");
  });

  it("is named where the app was installed without it: chat:write", async () => {
    const started = await startSlack({ scopes: ["commands", "users:read"] });
    stop = started.stop;
    const { responseUrl } = slackPeople.command(started.slack, "/briefing quad");
    const answers = () => slackPeople.responsesTo(started.slack, responseUrl);
    await until(() => expect(answers().length).toBeGreaterThan(0));
    expect(shown(answers()[0]?.["blocks"])).toContain("chat:write");
  });
});

describe("a right that is missing in Discord", () => {
  const ALL =
    PermissionFlagsBits.ViewChannel |
    PermissionFlagsBits.SendMessages |
    PermissionFlagsBits.EmbedLinks |
    PermissionFlagsBits.CreatePublicThreads |
    PermissionFlagsBits.SendMessagesInThreads;

  async function start() {
    const started = await startDiscord();
    stop = started.stop;
    return started;
  }

  it.each([
    ["View Channel", PermissionFlagsBits.ViewChannel],
    ["Send Messages", PermissionFlagsBits.SendMessages],
    ["Embed Links", PermissionFlagsBits.EmbedLinks],
  ])("is known before a digest is set up: %s", async (name, bit) => {
    const { discord, desk } = await start();
    const appPermissions = String(ALL & ~bit);
    discordPeople.command(discord, "digest follow", { options: { topic: "quad" }, appPermissions });
    await until(() => expect(desk.asked).toHaveLength(1));
    expect(desk.asked[0]?.asker.place?.refusal).toContain(`give me ${name}, then try again`);
  });

  it.each([
    ["Create Public Threads", PermissionFlagsBits.CreatePublicThreads],
    ["Send Messages in Threads", PermissionFlagsBits.SendMessagesInThreads],
  ])("keeps no digest from being posted, but is said: %s", async (name, bit) => {
    const { discord, desk } = await start();
    const appPermissions = String(ALL & ~bit);
    discordPeople.command(discord, "digest follow", { options: { topic: "quad" }, appPermissions });
    await until(() => expect(desk.asked).toHaveLength(1));
    expect(desk.asked[0]?.asker.place).toEqual({ refusal: null, note: expect.stringContaining(name) });
  });

  it.each([
    ["View Channel", HIDDEN],
    ["Send Messages", READ_ONLY],
  ])("is named, and whoever mentioned the bot has the answer directly: %s", async (name, channel) => {
    const { discord } = await start();
    discordPeople.say(discord, { text: `<@${BOT}> who met whom?`, channel });
    const direct = discordPeople.directWith(discord, ALICE);
    await until(() => expect(discordMessages(discord, direct)).toHaveLength(2));
    const [why, answer] = discordMessages(discord, direct).map(discordShown);
    expect(why).toContain(name);
    expect(answer).toContain("Asked: who met whom?");
  });

  it("leaves the answer in the channel where no thread can be begun", async () => {
    const { discord } = await start();
    discord.state.channels.set(GENERAL, channelOf(GENERAL, { canThread: false }));
    discordPeople.say(discord, { text: `<@${BOT}> who met whom?` });
    await until(() => expect(discordMessages(discord, GENERAL).map(discordShown).at(-1)).toContain("Asked: who met whom?"));
  });
});
