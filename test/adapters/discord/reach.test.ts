import { pino } from "pino";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createDiscordPoster } from "../../../src/adapters/discord/threads/create-discord-poster.ts";
import type { DigestMessage, DigestPoster } from "../../../src/domain/digests/digest-poster.ts";
import { stopwatch } from "../../../src/domain/stopwatch.ts";
import { createFakeActions } from "../../fakes/desk.ts";
import { always, digestOf } from "../../fakes/digest-poster.ts";
import { FakeDiscord } from "../../servers/fake-discord.ts";
import { command } from "../../servers/fake-discord-people.ts";
import { channelOf, GENERAL, GUILD, MANAGER } from "../../servers/fake-discord-state.ts";
import { until } from "../../servers/until.ts";
import { shown, startDiscord, whisperedTo } from "./start-discord.ts";

const ROLE = "105000000000000007";
const FORUM = "103000000000000015";

describe("a digest that reaches further", () => {
  let discord: FakeDiscord;
  let poster: DigestPoster;
  let payloads: object[];
  let opened: string[];

  beforeEach(async () => {
    discord = new FakeDiscord();
    await discord.listen();
    opened = [];
    const conversations = {
      open: async (_: string, threadId: string) => void opened.push(threadId),
      find: async () => null,
      addTurn: async () => undefined,
      forgetQuestion: async () => undefined,
    };
    const logger = pino({ level: "silent" });
    poster = createDiscordPoster(discord.openBot(), { actions: createFakeActions(), conversations, stopwatch, logger });
    payloads = await poster.render(`discord:${GUILD}`, digestOf("Talks were held."));
  });

  afterEach(() => discord.close());

  const message = (over: Partial<DigestMessage> = {}): DigestMessage => ({
    workspaceId: `discord:${GUILD}`,
    channelId: GENERAL,
    key: "abcdefghijklmnopqrstuvwx",
    rootId: null,
    topic: "quad",
    payload: payloads[0] ?? {},
    ...over,
  });
  const postIdOf = async (given: DigestMessage) => {
    const outcome = await poster.post(given, always);
    if (outcome.kind !== "posted") throw new Error(`Not posted: ${JSON.stringify(outcome)}`);
    return outcome.messageId;
  };

  it("pings the role that was chosen, and can ping nobody else", async () => {
    await postIdOf(message({ reach: { pings: ROLE } }));
    const sent = (at: number) => discord.callsOf("POST", /\/messages$/)[at]?.body ?? {};
    expect(sent(0)).toMatchObject({ content: `<@&${ROLE}>`, allowed_mentions: { parse: [], roles: [ROLE] } });
    await postIdOf(message({ key: "zyxwvutsrqponmlkjihgfedc" }));
    expect(sent(1)).toMatchObject({ allowed_mentions: { parse: [] } });
  });

  it("is published in an announcement channel, once, also where it is only found", async () => {
    const channel = discord.state.channels.get(GENERAL);
    if (channel !== undefined) channel.type = 5;
    const given = message({ reach: { isPublished: true } });
    const id = await postIdOf(given);
    expect(discord.state.messages.filter(({ isPublished }) => isPublished === true).map((each) => each.id)).toEqual([id]);
    expect(await poster.find(given, 0)).toEqual({ kind: "found", messageId: id, removed: 0 });
    await postIdOf(message({ key: "zyxwvutsrqponmlkjihgfedc" }));
    expect(discord.state.messages.filter(({ isPublished }) => isPublished === true)).toHaveLength(1);
  });

  it("stands all the same where it could not be published", async () => {
    expect(await poster.post(message({ reach: { isPublished: true } }), always)).toMatchObject({ kind: "posted" });
  });

  it("is a post of a forum with the tag that fits, its details below it, and is found there", async () => {
    const tags = [
      { id: "107000000000000001", name: "Staff only", moderated: true },
      { id: "107000000000000002", name: "Off to lunch", moderated: false },
      { id: "107000000000000003", name: "News", moderated: false },
    ];
    discord.state.channels.set(FORUM, channelOf(FORUM, { type: 15, flags: 1 << 4, available_tags: tags }));
    const given = message({ channelId: FORUM });
    const id = await postIdOf(given);
    expect(discord.state.channels.get(id)).toMatchObject({ parentId: FORUM, type: 11 });
    expect(discord.callsOf("POST", /\/channels\/\d+\/threads$/)[0]?.body).toMatchObject({ applied_tags: [tags[2]?.id] });
    expect(opened).toEqual([id]);
    const below = { channelId: FORUM, rootId: id, key: "zyxwvutsrqponmlkjihgfedc", payload: payloads[1] ?? {} };
    const detail = await postIdOf(message(below));
    expect(discord.state.messages.find((each) => each.id === detail)?.channelId).toBe(id);
    expect(await poster.find(given, 0)).toEqual({ kind: "found", messageId: id, removed: 0 });
    expect(await poster.find(message(below), 0)).toEqual({ kind: "found", messageId: detail, removed: 0 });
    expect(await poster.find(message({ channelId: FORUM, key: "never" }), 0)).toEqual({ kind: "absent" });
  });
});

describe("/digest follow with a role or a wider audience", () => {
  const options = { topic: "quad", ping: ROLE };
  const roles = (mentionable: boolean) => ({ roles: { [ROLE]: { id: ROLE, name: "desk", mentionable } } });

  it.each([
    ["a role that anybody may ping", { resolved: roles(true) }, null],
    ["one that the asker may not", { resolved: roles(false), appPermissions: String(1 << 17) }, "You may not ping that role"],
    ["@everyone", { options: { ...options, ping: GUILD }, resolved: roles(true) }, "does not ping everyone"],
    ["a channel that nobody can follow", { options: { topic: "quad", publish: true } }, "no announcement channel"],
  ])("of %s", async (_, given, refused) => {
    const { discord, desk, stop } = await startDiscord();
    command(discord, "digest follow", { options, user: MANAGER, ...given });
    if (refused === null) {
      await until(() => expect(desk.asked).toHaveLength(1));
      expect(desk.asked[0]?.intent).toMatchObject({ kind: "digest", action: "follow", topic: "quad", reach: { pings: ROLE } });
    } else {
      await until(() => expect(JSON.stringify([...discord.state.interactions.values()][0]?.ack ?? {})).toContain(refused));
      expect(desk.asked).toEqual([]);
    }
    expect(whisperedTo(discord, MANAGER).map(shown).join()).not.toContain("Something went wrong");
    await stop();
  });
});
