import { afterEach, describe, expect, it } from "vitest";
import { noteTo } from "../../../fakes/desk.ts";
import { command, directWith, edit, remove, say } from "../../../servers/fake-discord-people.ts";
import {
  ALICE,
  BOB,
  BOT,
  channelOf,
  GENERAL,
  GUILD,
  HIDDEN,
  MANAGER,
  READ_ONLY,
  RECLUSE,
} from "../../../servers/fake-discord-state.ts";
import { until } from "../../../servers/until.ts";
import { messagesIn, type StartedDiscord, shown, startDiscord, whisperedTo } from "../start-discord.ts";

let started: StartedDiscord | null = null;
afterEach(async () => {
  await started?.stop();
  started = null;
});

/** A briefing on india-japan, with its detail in its thread. */
async function withBriefing(messageContent = true) {
  started = await startDiscord({ messageContent });
  const { discord, chat } = started;
  command(discord, "briefing", { options: { topic: "india-japan" } });
  await until(() => expect(chat.health().counts.answered).toBe(1));
  const [root] = messagesIn(discord, GENERAL);
  if (root === undefined) throw new Error("There is no briefing.");
  /** Answers in the thread, the briefing's detail aside. */
  const answers = () => messagesIn(discord, root.id).slice(1);
  return { ...started, root, answers };
}

/** All that was sent before has been handled once this answer is there: nothing more comes of it. */
async function settle({ discord, chat }: StartedDiscord): Promise<void> {
  const before = chat.health().counts.answered;
  command(discord, "attache status", { user: BOB });
  await until(() => expect(chat.health().counts.answered).toBeGreaterThan(before));
}

const MENTION = `<@${BOT}>`;

describe("a thread of the bot's", () => {
  it("has its plain replies answered where the message content intent is on", async () => {
    const { discord, desk, root, answers } = await withBriefing();
    const id = say(discord, { text: "Who else & where?", channel: root.id, user: BOB });
    await until(() => expect(answers().map(shown)).toEqual(["Asked about india-japan: Who else & where? Harbour Courier"]));
    expect(desk.followUps).toEqual([
      { asker: expect.objectContaining({ userId: BOB, threadId: root.id }), questionId: id, question: "Who else & where?" },
    ]);
  });

  it("has mentions answered without the intent, and plain replies not", async () => {
    const { discord, desk, root, answers } = await withBriefing(false);
    say(discord, { text: "Who else?", channel: root.id });
    say(discord, { text: `${MENTION} who else?`, channel: root.id });
    await until(() => expect(answers()).toHaveLength(1));
    await settle(started as StartedDiscord);
    expect(desk.followUps.map(({ question }) => question)).toEqual(["who else?"]);
  });

  it.each([
    ["that turns to somebody else", `<@${BOB}> what do you think?`, {}],
    ["of another bot", `${MENTION} hello`, { author: { id: BOB, bot: true } }],
    ["of a webhook", `${MENTION} hello`, { webhook_id: "1" }],
    ["of the bot itself", `${MENTION} hello`, { author: { id: BOT } }],
    ["that Discord wrote", `${MENTION} hello`, { type: 7 }],
  ])("leaves a message %s alone", async (_, words, over) => {
    const { discord, desk, root } = await withBriefing();
    say(discord, { text: words, channel: root.id, over });
    await settle(started as StartedDiscord);
    expect(desk.followUps).toEqual([]);
  });

  it.each(["thanks", "lol", "I agree with Bob", "https://news.example/a?b=c", "what do you think @Bob?"])(
    "leaves %j alone",
    async (text) => {
      const { discord, desk, root } = await withBriefing();
      say(discord, { text, channel: root.id, user: BOB });
      await settle(started as StartedDiscord);
      expect(desk.followUps).toEqual([]);
    },
  );

  it("leaves what may have been said among people alone where the articles do not answer it", async () => {
    const { discord, desk, root, answers } = await withBriefing();
    desk.answerNext(() => ({ ...noteTo("Not in my sources."), data: { answer: null } }));
    say(discord, { text: "Is it raining?", channel: root.id, user: BOB });
    await until(() => expect(desk.followUps).toHaveLength(1));
    await settle(started as StartedDiscord);
    expect(answers()).toEqual([]);
  });

  it("leaves a reply to somebody else's message to them", async () => {
    const { discord, desk, root } = await withBriefing();
    const id = say(discord, { text: `<@${BOB}> I doubt it.`, channel: root.id });
    const replyTo = discord.state.messages.find((message) => message.id === id);
    if (replyTo === undefined) throw new Error("There is no message.");
    say(discord, { text: "So do I.", channel: root.id, user: BOB, replyTo });
    await settle(started as StartedDiscord);
    expect(desk.followUps).toEqual([]);
  });

  it("is known after a restart, because the store knows it", async () => {
    started = await startDiscord({ messageContent: true });
    const { discord, desk } = started;
    const thread = discord.state.nextId();
    discord.state.channels.set(thread, channelOf(thread, { type: 11, parentId: GENERAL }));
    await desk.openThread(`discord:${GUILD}`, thread, "quad");
    say(discord, { text: "Who else?", channel: thread });
    await until(() => expect(messagesIn(discord, thread).map(shown)).toEqual(["Asked about quad: Who else? Harbour Courier"]));
  });
});

describe("a message in a channel", () => {
  it("that mentions the bot is answered once, in a thread below it", async () => {
    const { discord, desk, chat } = await withBriefing(false);
    const id = say(discord, { text: `${MENTION} who met whom?` });
    await until(() => expect(messagesIn(discord, id).map(shown)).toEqual(["Asked: who met whom? Harbour Courier"]));
    await until(() => expect(desk.threads.has(`discord:${GUILD} ${id}`)).toBe(true));
    await until(() => expect(desk.posted.at(-1)).toMatchObject({ channelId: GENERAL, threadId: id, rootId: id }));
    discord.dispatch("MESSAGE_CREATE", {
      id,
      channel_id: GENERAL,
      guild_id: GUILD,
      author: { id: ALICE },
      content: `${MENTION} who met whom?`,
      mentions: [{ id: BOT }],
    });
    await until(() => expect(chat.health().counts.repeated).toBe(1));
    expect(messagesIn(discord, id)).toHaveLength(1);
  });

  it("that replies to a plain message of the bot's continues in that message's thread", async () => {
    const { discord, desk } = await withBriefing(false);
    const digest = {
      ...messagesIn(discord, GENERAL)[0],
      id: discord.state.nextId(),
      byInteraction: false,
    } as (typeof discord.state.messages)[0];
    discord.state.messages.push(digest);
    await desk.openThread(`discord:${GUILD}`, digest.id, "quad");
    say(discord, { text: "Who else?", replyTo: digest });
    await until(() => expect(messagesIn(discord, digest.id).map(shown)).toEqual(["Asked about quad: Who else? Harbour Courier"]));
  });

  it("that replies to a command's answer, whose words Discord keeps back, is told how to ask", async () => {
    const { discord, root, desk } = await withBriefing(false);
    say(discord, { text: "Who else?", replyTo: root });
    const direct = directWith(discord, ALICE);
    await until(() => expect(messagesIn(discord, direct).map(shown).join()).toContain("Discord does not show me replies"));
    expect(desk.followUps).toEqual([]);
  });

  it("with a command behind the mention is that command, with the rights of its author", async () => {
    const { discord, desk } = await withBriefing(false);
    say(discord, { text: `${MENTION} briefing quad since 2023-01-02`, user: MANAGER });
    await until(() => expect(desk.asked).toHaveLength(2));
    expect(desk.asked[1]).toMatchObject({
      asker: { isManager: true, userId: MANAGER },
      intent: { kind: "briefing", topic: "quad", since: "2023-01-02" },
    });
  });

  it("that only mentions the bot gets the help where it stands", async () => {
    const { discord } = await withBriefing(false);
    say(discord, { text: MENTION, user: RECLUSE });
    await until(() => expect(messagesIn(discord, GENERAL).map(shown).slice(1)).toEqual(["ℹ️ Try /briefing india-japan."]));
  });

  it("in somebody else's thread is a command where it names the bot, and nothing where it does not", async () => {
    const { discord, desk } = await withBriefing();
    const thread = discord.state.nextId();
    discord.state.channels.set(thread, channelOf(thread, { type: 11, parentId: GENERAL }));
    say(discord, { text: "status", channel: thread });
    say(discord, { text: `${MENTION} status`, channel: thread });
    await until(() => expect(desk.asked.at(-1)?.intent).toEqual({ kind: "status" }));
    await until(() => expect(messagesIn(discord, thread)).toHaveLength(1));
  });

  it.each([
    ["may not write", READ_ONLY, "I may not post here"],
    ["can't see", HIDDEN, "I can't see this channel"],
  ])("that the bot %s in is answered by a direct message that says so", async (_, channel, sentence) => {
    const { discord } = await withBriefing(false);
    say(discord, { text: `${MENTION} who met whom?`, channel });
    const direct = directWith(discord, ALICE);
    await until(() => expect(messagesIn(discord, direct)).toHaveLength(2));
    const [why, answer] = messagesIn(discord, direct).map(shown);
    expect(why).toContain(sentence);
    expect(answer).toContain("Asked: who met whom?");
  });

  it("to nobody is not answered", async () => {
    const { discord, desk } = await withBriefing();
    say(discord, { text: "Who met whom?" });
    await settle(started as StartedDiscord);
    expect(desk.followUps).toEqual([]);
  });
});

describe("a direct message", () => {
  it("is answered where it stands, in one conversation", async () => {
    const { discord, desk } = await withBriefing(false);
    const direct = directWith(discord, ALICE);
    say(discord, { text: "Who met whom?", channel: direct });
    await until(() => expect(messagesIn(discord, direct)).toHaveLength(1));
    expect(desk.followUps[0]?.asker).toMatchObject({ workspaceId: `discord:${GUILD}`, channelId: direct, threadId: direct });
  });

  it("gets even an asker's answer as a message", async () => {
    const { discord, desk } = await withBriefing(false);
    const direct = directWith(discord, ALICE);
    desk.answerNext(() => noteTo("Not in the articles."));
    say(discord, { text: "Who?", channel: direct });
    await until(() => expect(messagesIn(discord, direct).map(shown)).toEqual(["ℹ️ Not in the articles."]));
    expect(whisperedTo(discord, ALICE)).toEqual([]);
  });

  it("of somebody who shares no server with the bot has nothing to answer from", async () => {
    const { discord, desk } = await withBriefing(false);
    const stranger = "102000000000000055";
    const direct = directWith(discord, stranger);
    say(discord, { text: "Who?", channel: direct, user: stranger });
    await until(() => expect(desk.followUps[0]?.asker.workspaceId).toBe(`discord:user-${stranger}`));
  });
});

describe("a question that is edited or deleted", () => {
  const now = () => new Date().toISOString();

  it("gets a new answer in the place of the old one", async () => {
    const { discord, desk, root, answers } = await withBriefing();
    const said = { text: "Who?", channel: root.id };
    const id = say(discord, said);
    await until(() => expect(answers()).toHaveLength(1));
    edit(discord, { ...said, id }, { text: "Where?", at: now() });
    await until(() => expect(answers()[0]?.edits).toBe(1));
    expect(shown(answers()[0])).toContain("Where?");
    expect(answers()).toHaveLength(1);
    expect(desk.forgotten).toEqual([id]);
  });

  it("has the answer to its newest wording when two edits come close together", async () => {
    const { discord, root, answers } = await withBriefing();
    const said = { text: "Who?", channel: root.id };
    const id = say(discord, said);
    await until(() => expect(answers()).toHaveLength(1));
    discord.script("PATCH", /messages/, { isDone: true, answersAfterMs: 200 });
    edit(discord, { ...said, id }, { text: "Where?", at: now() });
    await until(() => expect(answers()[0]?.edits).toBe(1));
    edit(discord, { ...said, id }, { text: "When?", at: new Date(Date.now() + 1000).toISOString() });
    await until(() => expect(answers()[0]?.edits).toBe(2));
    // What would be taken back is taken back by then.
    await started?.chat.stop(5000);
    expect(answers()).toHaveLength(1);
    expect(shown(answers()[0])).toContain("When?");
  });

  it("gets its new answer as a new message when somebody removed the old one", async () => {
    const { discord, root, answers } = await withBriefing();
    const said = { text: "Who?", channel: root.id };
    const id = say(discord, said);
    await until(() => expect(answers()).toHaveLength(1));
    discord.state.messages.splice(discord.state.messages.indexOf(answers()[0] as never), 1);
    edit(discord, { ...said, id }, { text: "Where?", at: now() });
    await until(() => expect(answers().map(shown).join()).toContain("Where?"));
    expect(answers()).toHaveLength(1);
  });

  it("takes its answer along when it is deleted", async () => {
    const { discord, desk, root, answers } = await withBriefing();
    const id = say(discord, { text: "Who?", channel: root.id });
    await until(() => expect(answers()).toHaveLength(1));
    remove(discord, { id, channel: root.id });
    await until(() => expect(answers()).toHaveLength(0));
    await until(() => expect(desk.forgotten).toEqual([id]));
  });

  it("is not answered any more if that happens while the answer is made", async () => {
    const { discord, desk, root, answers } = await withBriefing();
    const release = desk.hold();
    const id = say(discord, { text: "Who?", channel: root.id });
    await until(() => expect(desk.followUps).toHaveLength(1));
    remove(discord, { id, channel: root.id });
    await until(() => expect(desk.forgotten).toHaveLength(1));
    release();
    await settle(started as StartedDiscord);
    // Once when it was deleted, and once more what the conversation kept of it since.
    await until(() => expect(desk.forgotten).toEqual([id, id]));
    expect(answers()).toEqual([]);
    // Not posted and then taken back: nobody was shown it.
    expect(discord.callsOf("DELETE", /messages/)).toEqual([]);
  });

  it("loses its answer when it is no longer for the bot", async () => {
    const { discord } = await withBriefing(false);
    const said = { text: `${MENTION} who?` };
    const id = say(discord, said);
    await until(() => expect(messagesIn(discord, id)).toHaveLength(1));
    edit(discord, { ...said, id }, { text: "Never mind.", at: now() });
    await until(() => expect(messagesIn(discord, id)).toHaveLength(0));
  });

  it("is left alone when only a preview was added to it", async () => {
    const { discord, desk, root, answers } = await withBriefing();
    const said = { text: "Who?", channel: root.id };
    const id = say(discord, said);
    await until(() => expect(answers()).toHaveLength(1));
    edit(discord, { ...said, id }, { text: "Who?", at: null });
    await settle(started as StartedDiscord);
    expect(desk.followUps).toHaveLength(1);
    expect(desk.forgotten).toEqual([]);
  });

  it("is not looked for in the store where a message was deleted that was none", async () => {
    const { discord, desk } = await withBriefing();
    const id = say(discord, { text: "Hello, all." });
    remove(discord, { id });
    await settle(started as StartedDiscord);
    expect(desk.forgotten).toEqual([]);
  });

  it("goes with all others that are deleted at once", async () => {
    const { discord, root, answers } = await withBriefing();
    const ids = [say(discord, { text: "Who?", channel: root.id }), say(discord, { text: "Where?", channel: root.id })];
    await until(() => expect(answers()).toHaveLength(2));
    discord.dispatch("MESSAGE_DELETE_BULK", { ids, channel_id: root.id, guild_id: GUILD });
    await until(() => expect(answers()).toHaveLength(0));
  });
});

describe("a slow answer in a thread", () => {
  it("is shown by Discord's own typing", async () => {
    started = await startDiscord({ timings: { slowAfterMs: 5 } });
    const { discord, desk } = started;
    const release = desk.hold();
    const id = say(discord, { text: `${MENTION} who met whom?` });
    await until(() => expect(discord.state.typing).toEqual([GENERAL]));
    release();
    await until(() => expect(messagesIn(discord, id)).toHaveLength(1));
  });
});
