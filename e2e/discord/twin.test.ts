import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Attache, createAttache, demoArticles } from "../attache.ts";
import { until } from "../until.ts";
import { ALICE, GENERAL, MANAGER, startTwin, type Twin } from "./twin.ts";

interface Message {
  id: string;
  channel_id: string;
  author: { id: string };
  content: string;
  embeds: { title?: string; description?: string }[];
  components?: unknown[];
}

const EPHEMERAL = 64;
const SLASH_COMMAND = 2;
const AUTOCOMPLETE = 4;
const TEXT_INPUT = 4;
const MODAL_SUBMIT = 5;
const LABEL = 18;

describe("in Discord as discord-digital-twin speaks it", () => {
  let attache: Attache;
  let twin: Twin;

  beforeAll(async () => {
    attache = createAttache();
    twin = await startTwin();
    await attache.run("--workspace", `discord:${twin.guild}`, "ingest", ...demoArticles());
    await attache.start(twin.settings, "Connected to Discord.");
  });

  afterAll(async () => {
    await attache.stop();
    await twin.stop();
  });

  const messagesIn = async (channel: string): Promise<Message[]> =>
    (await twin.discord.channel(channel).getMessages()) as unknown as Message[];

  /** What the bot wrote after these messages and fits. */
  const next = (channel: string, before: Message[], fits: (message: Message) => boolean): Promise<Message> =>
    until(async () => {
      const known = new Set(before.map((message) => message.id));
      const fresh = (await messagesIn(channel)).filter(
        ({ id, author }) => !known.has(id) && author.id === twin.discord.botUserId,
      );
      const found = fresh.find(fits);
      if (found !== undefined) return found;
      throw new Error(`Nothing fits among:\n${fresh.map(shown).join("\n\n")}\nThe bot said:\n${attache.said()}`);
    });

  const as = (user: string, channel = GENERAL) => twin.discord.channel(channel).user(user);

  /** Whether the answer to an interaction is for whoever asked alone. The twin keeps no flags, so what the bot sent must tell. */
  const isWhispered = ({ id }: { id: string }): boolean => {
    const callback = twin.judge.sent.find(({ path }) => path.startsWith(`/interactions/${id}/`));
    const data = callback?.body["data"] as { flags?: number } | undefined;
    return ((data?.flags ?? 0) & EPHEMERAL) === EPHEMERAL;
  };

  async function brief(): Promise<{ root: Message; thread: string; detail: Message }> {
    const before = await messagesIn(GENERAL);
    const threads = new Set((await twin.discord.channel(GENERAL).getThreads()).map((thread) => thread.id));
    const asked = await as(ALICE).runSlashCommand({
      name: "briefing",
      options: [{ name: "topic", type: 3, value: "india-japan" }],
    });
    const root = await next(GENERAL, before, (message) => shown(message).includes("held talks in New Delhi"));
    expect(isWhispered(asked)).toBe(false);
    const thread = await until(async () => {
      const opened = (await twin.discord.channel(GENERAL).getThreads()).find(({ id }) => !threads.has(id));
      if (opened === undefined) throw new Error(`No thread was opened. The bot said:\n${attache.said()}`);
      return opened.id;
    });
    const detail = await next(thread, [root], (message) => shown(message).includes("Meetings"));
    await twin.mendThread(thread, root.id);
    return { root, thread: root.id, detail };
  }

  it("briefs in the channel with its detail in a thread, answers there, and says what the articles do not hold", async () => {
    const { thread, detail } = await brief();
    expect(shown(detail)).toMatch(/Quotes[\s\S]*People/);
    for (const [question, answer] of [
      ["When was the 2+2 meeting held?", /8 September 2022/],
      ["How many submarines did the two countries order from Sweden?", /Not in my sources/],
    ] as const) {
      const before = await messagesIn(thread);
      await as(ALICE, thread).sendMessage({ content: question });
      expect(shown(await next(thread, before, () => true))).toMatch(answer);
    }
  });

  /** What an interaction was answered with, as the bot sent it: the twin shows the answer to a button in place of its message. */
  const answerTo = (interaction: { token: string }, fits: (answer: Message) => boolean): Promise<Message> =>
    until(() => {
      const bodies = twin.judge.sent.filter(({ path }) => path.includes(`/${interaction.token}`)).map(({ body }) => body);
      const answers = bodies.flatMap((body) => [body, body["data"] ?? {}]) as unknown as Message[];
      const found = answers.find((answer) => answer.embeds !== undefined && fits(answer));
      if (found === undefined) throw new Error(`No answer fits. The bot said:\n${attache.said()}`);
      return found;
    });

  it("shows quotes behind a button, and all of them behind another, for the one who pressed", async () => {
    const { root } = await brief();
    const pressed = await as(ALICE).clickButton({ messageId: root.id, customId: buttonOf(root, "Quotes") });
    const first = await answerTo(pressed, (answer) => shown(answer).includes("Quotes: India – Japan"));
    expect(isWhispered(pressed)).toBe(true);
    const turned = await as(ALICE).clickButton({ messageId: root.id, customId: buttonOf(first, "All quotes") });
    const second = await answerTo(turned, (answer) => shown(answer).includes("Quotes: India – Japan"));
    expect(shown(second)).not.toBe(shown(first));
  });

  it("suggests topics and people while they are typed", async () => {
    for (const [name, option, typed, suggested] of [
      ["briefing", "topic", "india-ja", /india-japan/i],
      ["quotes", "about", "kishi", /Fumio Kishida/],
    ] as const) {
      const { id } = await twin.discord.simulateInteraction({
        type: AUTOCOMPLETE,
        channelId: GENERAL,
        userId: ALICE,
        data: { id: "1", name, type: 1, options: [{ name: option, type: 3, value: typed, focused: true }] },
      });
      const choices = await until(() => {
        const answer = twin.judge.sent.find(({ path }) => path.startsWith(`/interactions/${id}/`));
        if (answer === undefined) throw new Error(`Nothing was suggested. The bot said:\n${attache.said()}`);
        return JSON.stringify(answer.body);
      });
      expect(choices).toMatch(suggested);
    }
  });

  it("refuses whoever has no right to change something, for them alone, and lets a manager", async () => {
    const set = (user: string) =>
      twin.discord.simulateInteraction({
        type: SLASH_COMMAND,
        channelId: GENERAL,
        userId: user,
        data: {
          id: "1",
          name: "attache",
          type: 1,
          options: [
            {
              name: "set",
              type: 1,
              options: [
                { name: "setting", type: 3, value: "names" },
                { name: "who", type: 3, value: "members" },
              ],
            },
          ],
        },
      });
    const before = await messagesIn(GENERAL);
    const asked = await set(ALICE);
    await next(GENERAL, before, (message) => shown(message).includes("Only people with the Manage Server permission"));
    expect(isWhispered(asked)).toBe(true);
    const later = await messagesIn(GENERAL);
    await set(MANAGER);
    expect(shown(await next(GENERAL, later, (message) => shown(message).includes("Settings changed")))).toContain(
      "names: members",
    );
  });

  it("takes a follow-up out of the window behind the button", async () => {
    const { root, thread } = await brief();
    const { id } = await as(ALICE).clickButton({ messageId: root.id, customId: buttonOf(root, "Ask a follow-up") });
    const modal = await until(() => {
      const shownModal = twin.judge.sent.find(({ path }) => path.startsWith(`/interactions/${id}/`))?.body["data"];
      if (shownModal === undefined) throw new Error(`No window was opened. The bot said:\n${attache.said()}`);
      return shownModal as { custom_id: string };
    });
    const [field = ""] = fieldsOf(modal);
    const before = await messagesIn(thread);
    const inChannel = await messagesIn(GENERAL);
    await as(ALICE).submitModal({
      customId: modal.custom_id,
      fields: [{ customId: field, value: "Where did Kishida meet Zelenskyy?" }],
    });
    const answered = await until(async () => {
      const fresh = [
        ...(await messagesIn(thread)).slice(before.length),
        ...(await messagesIn(GENERAL)).slice(inChannel.length),
      ].filter((message) => shown(message).includes("Kyiv"));
      expect(fresh).toHaveLength(1);
      return fresh[0];
    });
    expect(shown(answered)).toContain("Kyiv");
  });

  /** The form that an interaction was answered with. */
  const formOf = ({ id }: { id: string }) =>
    until(() => {
      const form = twin.judge.sent.find(({ path }) => path.startsWith(`/interactions/${id}/`))?.body["data"];
      if (form === undefined) throw new Error(`No form was opened. The bot said:\n${attache.said()}`);
      return form as { custom_id: string };
    });

  /** Sends a form with its fields filled in: a text, or what was chosen. */
  const submit = (form: { custom_id: string }, fields: Record<string, string | string[]>) =>
    twin.discord.simulateInteraction({
      type: MODAL_SUBMIT,
      channelId: GENERAL,
      userId: MANAGER,
      data: {
        custom_id: form.custom_id,
        components: Object.entries(fields).map(([custom_id, given]) => ({
          type: LABEL,
          component:
            typeof given === "string" ? { type: TEXT_INPUT, custom_id, value: given } : { type: 3, custom_id, values: given },
        })),
      },
    });

  it("sets up a digest by a form", async () => {
    const setup = { id: "1", name: "digest", type: 1, options: [{ name: "setup", type: 1, options: [] }] };
    const asked = await twin.discord.simulateInteraction({
      type: SLASH_COMMAND,
      channelId: GENERAL,
      userId: MANAGER,
      data: setup,
    });
    const fields = { topic: "india-japan", when: "07:30 Asia/Tokyo", days: ["Monday"], channel: [GENERAL], language: ["de"] };
    const sent = await submit(await formOf(asked), fields);
    expect(shown(await answerTo(sent, (answer) => shown(answer).includes("india-japan")))).toMatch(/07:30[\s\S]*Asia\/Tokyo/);
  });

  it("corrects what a manager says is wrong, by a form, and takes it back once", async () => {
    const list = async () => {
      const data = { id: "1", name: "meetings", type: 1, options: [{ name: "about", type: 3, value: "india-japan" }] };
      const asked = await twin.discord.simulateInteraction({ type: SLASH_COMMAND, channelId: GENERAL, userId: MANAGER, data });
      return answerTo(asked, (answer) => shown(answer).includes("Meetings: India – Japan"));
    };
    const { root } = await brief();
    const inStore = ["--workspace", `discord:${twin.guild}`];
    const { meetings } = JSON.parse(await attache.run(...inStore, "correct", "india-japan", "--json"));
    const { id } = meetings.find((each: { place: string | null }) => each.place === "Hiroshima");
    const pressed = await as(MANAGER).clickButton({ messageId: root.id, customId: buttonOf(await list(), "Wrong?") });
    const sent = await submit(await formOf(pressed), { item: [`meeting:${id}`], reason: ["date"], value: "25 May 2023" });
    const corrected = await answerTo(sent, (answer) => shown(answer).includes("now has the date 25 May 2023"));
    expect(shown(await list())).toContain("25 May 2023");
    const undo = buttonOf(corrected, "Undo");
    const undone = await as(MANAGER).clickButton({ messageId: root.id, customId: undo });
    await answerTo(undone, (answer) => shown(answer).includes("I took this back"));
    expect(shown(await list())).not.toContain("25 May 2023");
  });

  it("registers its commands, and writes nothing where nothing changed", async () => {
    const registered = await attache.run("discord", "register", "--guild", twin.guild);
    expect(registered).toContain("briefing");
    const written = twin.judge.sent.length;
    await attache.run("discord", "register", "--guild", twin.guild);
    expect(twin.judge.sent.length).toBe(written);
  });

  it.runIf(process.env["DISCORD_OPENAPI"] !== undefined)("sends nothing that Discord's own document does not allow", () => {
    expect(twin.judge.judged()).toBeGreaterThan(20);
    expect(twin.judge.faults).toEqual([]);
  });
});

/** All that people read of a message, without markup's backslashes. */
function shown(message: Message | undefined): string {
  const texts = (message?.embeds ?? []).flatMap((embed) => [embed.title, embed.description]);
  return [message?.content, ...texts]
    .filter((text) => text !== undefined && text !== "")
    .join("\n")
    .replace(/\\([^0-9A-Za-z\s])/g, "$1");
}

/** The ids of what can be filled in. */
function fieldsOf(modal: object): string[] {
  const ids: string[] = [];
  JSON.stringify(modal, (_key, value) => {
    if (value?.type === TEXT_INPUT && typeof value.custom_id === "string") ids.push(value.custom_id);
    return value;
  });
  return ids;
}

/** The id of the button that bears these words. */
function buttonOf(message: Message, label: string): string {
  const found: string[] = [];
  JSON.stringify(message.components ?? [], (_key, value) => {
    if (value?.type === 2 && value.label === label) found.push(value.custom_id);
    return value;
  });
  const [id] = found;
  if (id === undefined) throw new Error(`There is no button ${label} beside:\n${shown(message)}`);
  return id;
}
