import { PermissionFlagsBits } from "discord-api-types/v10";
import { afterEach, describe, expect, it } from "vitest";
import { PERMISSIONS } from "../../../../src/adapters/discord/connection/scopes.ts";
import { SET_UP } from "../../../../src/commands/digests/explain-setup.ts";
import { replyOf } from "../../../fakes/desk.ts";
import { acknowledged, command, directWith, press, submitForm } from "../../../servers/fake-discord-people.ts";
import { ALICE, channelOf, GENERAL, GUILD, HIDDEN } from "../../../servers/fake-discord-state.ts";
import { until } from "../../../servers/until.ts";
import { messagesIn, type StartedDiscord, startDiscord, whisperedTo } from "../start-discord.ts";

let started: StartedDiscord | null = null;
afterEach(async () => {
  await started?.stop();
  started = null;
});

const MODAL = 9;
const ALL = PERMISSIONS.reduce((bits, { bit }) => bits | bit, 0n);
const WELCOME = () =>
  replyOf({
    title: "Attaché",
    audience: "asker",
    blocks: [{ type: "actions", actions: [{ label: "Set up a digest", intent: SET_UP }] }],
    detail: [],
  });
const FIELDS = { topic: "quad", when: "7pm Delhi", days: ["Friday"], channel: [GENERAL], language: ["fr"] };

describe("the form for a digest", () => {
  it("opens by /digest setup, and is answered as /digest follow is, to whoever filled it in", async () => {
    started = await startDiscord();
    const { discord, desk } = started;
    const opened = command(discord, "digest setup");
    expect(await acknowledged(opened)).toBe(MODAL);
    await acknowledged(submitForm(discord, opened, { fields: FIELDS }));
    await until(() => expect(whisperedTo(discord, ALICE)).toHaveLength(1));
    expect(desk.asked.map(({ intent }) => intent)).toEqual([
      { kind: "digest", action: "follow", topic: "quad", schedule: "at 7pm Delhi on Friday in French" },
    ]);
    expect(desk.asked[0]?.asker).toMatchObject({ channelId: GENERAL, isMember: true });
  });

  it("names a channel that the bot can't see, and an asker who may not write there is none of its members", async () => {
    started = await startDiscord();
    const { discord, desk } = started;
    const opened = command(discord, "digest setup");
    await acknowledged(opened);
    const resolved = { channels: { [HIDDEN]: { id: HIDDEN, permissions: "1024" } } };
    submitForm(discord, opened, { fields: { ...FIELDS, channel: [HIDDEN] }, resolved });
    await until(() => expect(desk.asked).toHaveLength(1));
    expect(desk.asked[0]?.asker).toMatchObject({ channelId: HIDDEN, isMember: false });
    expect(desk.asked[0]?.asker.place?.refusal).toEqual(expect.any(String));
  });

  it("names what a forum lacks: a tag that the bot may set, where each post needs one", async () => {
    started = await startDiscord();
    const { discord, desk } = started;
    const forum = "108000000000000001";
    const tags = [{ id: "107000000000000001", name: "Staff only", moderated: true }];
    discord.state.channels.set(forum, channelOf(forum, { type: 15, flags: 1 << 4, available_tags: tags }));
    const everyone = discord.state.roles.find(({ id }) => id === GUILD);
    for (const [permissions, lacking] of [
      [String(ALL & ~PermissionFlagsBits.SendMessagesInThreads), /give me Send Messages in Threads,/],
      [String(ALL), /needs a tag/],
    ] as const) {
      if (everyone !== undefined) everyone.permissions = permissions;
      const asked = desk.asked.length;
      const opened = command(discord, "digest setup");
      await acknowledged(opened);
      submitForm(discord, opened, { fields: { ...FIELDS, channel: [forum] } });
      await until(() => expect(desk.asked).toHaveLength(asked + 1));
      expect(desk.asked.at(-1)?.asker.place?.refusal).toMatch(lacking);
    }
  });

  it("says what is wrong with a time, and asks the desk nothing", async () => {
    started = await startDiscord();
    const { discord, desk } = started;
    const opened = command(discord, "digest setup");
    await acknowledged(opened);
    const sent = submitForm(discord, opened, { fields: { ...FIELDS, when: "at sunset" } });
    await acknowledged(sent);
    expect(JSON.stringify(sent.ack)).toContain("“sunset”");
    expect(desk.asked).toEqual([]);
  });

  it("is not opened in a direct message, where no channel can be chosen", async () => {
    started = await startDiscord();
    const { discord } = started;
    const opened = command(discord, "digest setup", { channel: directWith(discord, ALICE) });
    expect(await acknowledged(opened)).not.toBe(MODAL);
    expect(JSON.stringify(opened.ack)).toContain("A digest is set up in a server");
  });
});

describe("a server that the bot was just added to", () => {
  const added = (minutesAgo: number) => ({
    id: GUILD,
    joined_at: new Date(Date.now() - minutesAgo * 60_000).toISOString(),
    system_channel_id: GENERAL,
  });

  it("hears once what it does, with a button that opens the form", async () => {
    started = await startDiscord();
    const { discord, desk } = started;
    desk.answerNext(WELCOME);
    const event = added(0);
    discord.dispatch("GUILD_CREATE", event);
    discord.dispatch("GUILD_CREATE", event);
    await until(() => expect(messagesIn(discord, GENERAL)).toHaveLength(1));
    const [message] = messagesIn(discord, GENERAL);
    if (message === undefined) throw new Error("There is no welcome.");
    expect(await acknowledged(press(discord, message, { label: "Set up a digest" }))).toBe(MODAL);
    expect(desk.asked).toHaveLength(1);
  });

  it("that it has been in for longer hears nothing", async () => {
    started = await startDiscord();
    const { discord, desk, workspaces } = started;
    discord.dispatch("GUILD_CREATE", added(60));
    await acknowledged(command(discord, "attache help"));
    await until(() => expect(whisperedTo(discord, ALICE)).toHaveLength(1));
    expect(workspaces.get(`discord:${GUILD}`)).toBeNull();
    expect(desk.asked.map(({ intent }) => intent.kind)).toEqual(["help"]);
  });
});
