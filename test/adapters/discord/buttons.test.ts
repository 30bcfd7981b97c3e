import { afterEach, describe, expect, it } from "vitest";
import { briefing, replyOf } from "../../fakes/desk.ts";
import { acknowledged, buttonsOf, command, press, submit } from "../../servers/fake-discord-people.ts";
import { ALICE, BOB, GENERAL, READ_ONLY } from "../../servers/fake-discord-state.ts";
import { until } from "../../servers/until.ts";
import { messagesIn, type StartedDiscord, shown, startDiscord, whisperedTo } from "./start-discord.ts";

let started: StartedDiscord | null = null;
afterEach(async () => {
  await started?.stop();
  started = null;
});

/** A briefing on india-japan, with its detail in its thread. */
async function withBriefing(channel = GENERAL) {
  started = await startDiscord();
  const { discord, chat } = started;
  command(discord, "briefing", { options: { topic: "india-japan" }, channel });
  await until(() => expect(chat.health().counts.answered).toBe(1));
  const [root] = messagesIn(discord, channel);
  if (root === undefined) throw new Error("There is no briefing.");
  return { ...started, root };
}

/** The page that somebody alone sees, once it is there. */
function pageOf({ discord }: StartedDiscord, user: string) {
  return until(() => {
    const [page] = whisperedTo(discord, user);
    if (page === undefined) throw new Error("There is no page.");
    return page;
  });
}

describe("a button", () => {
  it("brings pages to the one who pressed, each in the place of the one before", async () => {
    const briefed = await withBriefing();
    const { discord, root, desk } = briefed;
    expect(await acknowledged(press(discord, root, { label: "Quotes", user: BOB }))).toBe(5);
    const page = await pageOf(briefed, BOB);
    expect(shown(page)).toContain("Quotes: india-japan, page 1");
    expect(await acknowledged(press(discord, page, { label: "More", user: BOB }))).toBe(6);
    await until(() => expect(shown(page)).toContain("Quotes: india-japan, page 2"));
    expect(whisperedTo(discord, BOB)).toEqual([page]);
    expect(desk.asked.at(-1)?.asker.userId).toBe(BOB);
    expect(messagesIn(discord, GENERAL)).toEqual([root]);
  });

  it("carries an id of at most a hundred characters, and nothing of what it means", async () => {
    const { root } = await withBriefing();
    expect(buttonsOf(root).map((button) => button.custom_id)).toEqual([
      "attache:intent:1:act1",
      "attache:intent:2:act2",
      "attache:follow-up",
    ]);
    expect(JSON.stringify(root.components)).not.toContain("india");
  });

  it("whose id is no longer kept is explained, and the page stays", async () => {
    const briefed = await withBriefing();
    const { discord, root } = briefed;
    const components = JSON.parse(JSON.stringify(root.components).replaceAll("act1", "act999"));
    press(discord, { ...root, components }, { label: "Quotes" });
    await until(() =>
      expect(whisperedTo(discord, ALICE).map(shown).join()).toContain("This button is too old: ask again to get a new answer"),
    );
    press(discord, root, { label: "Quotes", user: BOB });
    const page = await pageOf(briefed, BOB);
    page.components = JSON.parse(JSON.stringify(page.components).replace(/act\d+/, "act998"));
    press(discord, page, { label: "More", user: BOB });
    await until(() => expect(whisperedTo(discord, BOB)).toHaveLength(2));
    expect(shown(page)).toContain("page 1");
  });

  it("of another making is acknowledged and left alone", async () => {
    const { discord, root, desk } = await withBriefing();
    const components = [{ type: 1, components: [{ type: 2, custom_id: "other", label: "Other" }] }];
    expect(await acknowledged(press(discord, { ...root, components }, { label: "Other" }))).toBe(6);
    expect(desk.asked).toHaveLength(1);
  });

  it("of an ephemeral message that brings a shared answer posts it and removes the message", async () => {
    const briefed = await withBriefing();
    const { discord, root, desk } = briefed;
    press(discord, root, { label: "Quotes" });
    const page = await pageOf(briefed, ALICE);
    desk.answerNext(() => replyOf(briefing("quad"), "quad"));
    press(discord, page, { label: "More" });
    await until(() =>
      expect(messagesIn(discord, GENERAL).map((message) => shown(message).split("\n")[0])).toEqual([
        "Briefing: india-japan",
        "Briefing: quad",
      ]),
    );
    await until(() => expect(whisperedTo(discord, ALICE)).toEqual([]));
  });

  it("of a shared message that brings a shared answer posts it into the thread, and says where", async () => {
    const briefed = await withBriefing();
    const { discord, root, desk } = briefed;
    desk.answerNext(() => replyOf(briefing("quad"), "quad"));
    press(discord, root, { label: "Quotes" });
    await until(() => expect(messagesIn(discord, root.id).map(shown).join()).toContain("Briefing: quad"));
    expect(shown(await pageOf(briefed, ALICE))).toBe(`The answer is in the thread: <#${root.id}>`);
    expect(messagesIn(discord, GENERAL)).toEqual([root]);
  });

  it("that is delivered again is handled once", async () => {
    const { discord, root, desk, chat } = await withBriefing();
    const pressed = press(discord, root, { label: "Quotes" });
    await acknowledged(pressed);
    // A session that is resumed gets what it may have missed.
    discord.drop();
    await until(() => expect(discord.begun).toEqual([2, 6]));
    press(discord, root, { label: "Meetings" });
    await until(() => expect(desk.asked).toHaveLength(3));
    await until(() => expect(chat.health().counts.answered).toBe(3));
  });
});

describe("“Ask a follow-up”", () => {
  it("opens a modal, whose answer comes into the thread", async () => {
    const { discord, root, desk } = await withBriefing();
    const opened = press(discord, root, { label: "Ask a follow-up", user: BOB });
    expect(await acknowledged(opened)).toBe(9);
    await acknowledged(submit(discord, opened, "Who else was there?"));
    await until(() => expect(messagesIn(discord, root.id)).toHaveLength(2));
    expect(shown(messagesIn(discord, root.id)[1])).toContain("Asked about india-japan: Who else was there?");
    expect(desk.followUps[0]).toMatchObject({ asker: { userId: BOB, threadId: root.id }, question: "Who else was there?" });
    await until(() => expect(whisperedTo(discord, BOB).map(shown)).toEqual([`The answer is in the thread: <#${root.id}>`]));
  });

  it("begins the thread where there is none yet", async () => {
    started = await startDiscord();
    const { discord, desk } = started;
    desk.answerNext(() => replyOf({ ...briefing("quad"), detail: [] }, "quad"));
    command(discord, "briefing", { options: { topic: "quad" } });
    const root = await until(() => {
      const [message] = messagesIn(discord, GENERAL);
      if (message === undefined) throw new Error("There is no briefing.");
      return message;
    });
    expect(discord.state.channels.has(root.id)).toBe(false);
    const opened = press(discord, root, { label: "Ask a follow-up" });
    await acknowledged(opened);
    submit(discord, opened, "Who?");
    await until(() => expect(messagesIn(discord, root.id).map(shown)).toEqual(["Asked about quad: Who? Harbour Courier"]));
  });

  it("tells the asker what a thread needs where the bot may not begin one, and answers them alone", async () => {
    const { discord, root } = await withBriefing(READ_ONLY);
    const opened = press(discord, root, { label: "Ask a follow-up", user: BOB });
    await acknowledged(opened);
    submit(discord, opened, "Who?");
    await until(() => expect(whisperedTo(discord, BOB)).toHaveLength(2));
    expect(whisperedTo(discord, BOB).map(shown).join(" ").replaceAll("\n", " ")).toMatch(
      /I may not post here.*Asked about india-japan: Who\?/,
    );
  });

  it("with nothing in it is answered by what is missing", async () => {
    const { discord, root, desk } = await withBriefing();
    const opened = press(discord, root, { label: "Ask a follow-up" });
    await acknowledged(opened);
    const submitted = submit(discord, opened, "  ");
    expect(await acknowledged(submitted)).toBe(4);
    expect(JSON.stringify(submitted.ack)).toContain("Your question was empty. Press “Ask a follow-up” again");
    expect(desk.followUps).toEqual([]);
  });
});
