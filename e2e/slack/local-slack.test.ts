import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Attache, createAttache, demoArticles } from "../attache.ts";
import { until } from "../until.ts";
import { buttonOf, CHANNEL, type LocalSlack, type Message, shown, startLocalSlack, TEAM } from "./local-slack.ts";

/** local-slack listens on all interfaces, so it runs in a network of its own or not at all; run.mjs says so. */
const canRun = process.env["E2E_LOCAL_SLACK"] === "1";
const bots = (message: Message) => message.user === "U0BOT";

describe.runIf(canRun).each(["socket", "events"] as const)("in Slack as local-slack speaks it, by %s", (mode) => {
  let attache: Attache;
  let slack: LocalSlack;

  beforeAll(async () => {
    attache = createAttache();
    await attache.run("--workspace", `slack:${TEAM}`, "ingest", ...demoArticles());
    slack = await startLocalSlack(mode);
    await attache.start(slack.settings, "Connected to Slack.");
  });

  afterAll(async () => {
    await attache.stop();
    await slack.stop();
  });

  /** The message that comes after these ones and fits. */
  const next = (before: Message[], fits: (message: Message) => boolean): Promise<Message> =>
    until(async () => {
      const known = new Set(before.map((message) => message.ts));
      const fresh = (await slack.messages()).filter((message) => !known.has(message.ts));
      const found = fresh.find(fits);
      if (found !== undefined) return found;
      throw new Error(`Nothing fits among:\n${fresh.map(shown).join("\n\n")}\nThe bot said:\n${attache.said()}`);
    });

  async function brief(): Promise<{ root: Message; detail: Message }> {
    const before = await slack.messages();
    await slack.command("/briefing", "india-japan");
    const root = await next(before, (message) => bots(message) && message.thread_ts === undefined);
    // The detail comes last: whoever looks for an answer next must not take it for one.
    const detail = await next([...before, root], (message) => message.thread_ts === root.ts);
    return { root, detail };
  }

  it("briefs in the channel with its detail in the thread, answers there, and says what the articles do not hold", async () => {
    const { root, detail } = await brief();
    expect(shown(root)).toContain("held talks in New Delhi on Saturday, September 9");
    expect(shown(detail)).toMatch(/Meetings[\s\S]*Quotes[\s\S]*People/);
    for (const [question, answer] of [
      ["When was the 2+2 meeting held?", /8 September 2022/],
      ["How many submarines did the two countries order from Sweden?", /Not in my sources/],
    ] as const) {
      const before = await slack.messages();
      await slack.say(question, root.ts);
      const said = await next(before, (message) => bots(message) && message.thread_ts === root.ts);
      expect(shown(said)).toMatch(answer);
    }
  });

  it("answers a mention once, although Slack makes two events of it", async () => {
    const before = await slack.messages();
    await slack.say("<@U0BOT> Where did Kishida meet Zelenskyy?");
    expect(shown(await next(before, bots))).toContain("Kyiv");
    // Another command goes through after it: by then a second answer would be there as well.
    const { root } = await brief();
    const known = new Set(before.map((message) => message.ts));
    const answers = (await slack.messages()).filter(
      (message) => bots(message) && !known.has(message.ts) && message.ts !== root.ts && message.thread_ts !== root.ts,
    );
    expect(answers).toHaveLength(1);
  });

  it("shows quotes and meetings behind buttons, and all quotes behind another, for the one who pressed", async () => {
    const { root } = await brief();
    const before = await slack.messages();
    await slack.click(root.ts, buttonOf(root, "Quotes"));
    const first = await next(before, (message) => shown(message).includes("Quotes: India – Japan"));
    expect(first.subtype).toBe("ephemeral");
    await slack.click(first.ts, buttonOf(first, "All quotes"));
    const turned = await until(async () => {
      const pages = (await slack.messages()).filter((message) => shown(message).includes("Quotes: India – Japan"));
      const page = pages.find((message) => shown(message) !== shown(first));
      if (page === undefined) throw new Error(`All quotes were not shown. The bot said:\n${attache.said()}`);
      return page;
    });
    expect(turned.subtype).toBe("ephemeral");
    const later = await slack.messages();
    await slack.click(root.ts, buttonOf(root, "Meetings"));
    expect(shown(await next(later, (message) => shown(message).includes("summit")))).toContain("Hiroshima");
  });

  it("refuses whoever has no right to change something, in a sentence for them alone", async () => {
    for (const [command, text, sentence] of [
      [
        "/person",
        "merge Narendra Modi into Fumio Kishida",
        "Only people who manage this workspace may merge or split people's names",
      ],
      ["/attache", "set names members", "Only people who manage this workspace may do that"],
    ] as const) {
      const before = await slack.messages();
      await slack.command(command, text);
      const refusal = await next(before, (message) => shown(message).includes(sentence));
      expect(refusal.subtype).toBe("ephemeral");
    }
    expect(await attache.run("--workspace", `slack:${TEAM}`, "person", "Narendra Modi", "--json")).toContain(
      '"name":"Narendra Modi"',
    );
  });

  it("answers a topic that nobody knows with those that may be meant, and an unknown command with where the others are listed", async () => {
    const before = await slack.messages();
    await slack.command("/briefing", "inda-japan");
    const meant = await next(before, (message) => shown(message).includes("Did you mean"));
    const later = await slack.messages();
    await slack.click(meant.ts, buttonOf(meant, "india-japan"));
    const briefing = await next(later, (message) => shown(message).includes("held talks in New Delhi"));
    expect(shown(briefing)).toContain("Hiroshima");
    const last = await slack.messages();
    await slack.command("/unheard", "of");
    expect(shown(await next(last, (message) => shown(message).includes("There is no command /unheard")))).toMatch(
      /help lists the commands/,
    );
  });

  const chosen = (value: string) => ({ type: "static_select", selected_option: { value } });

  it("sets up a digest by a form", async () => {
    const opened = (await slack.log()).filter((line) => line.includes("views.open")).length;
    await slack.command("/digest", "setup");
    await until(async () => {
      expect((await slack.log()).filter((line) => line.includes("views.open"))).toHaveLength(opened + 1);
    });
    const before = await slack.messages();
    await slack.submitForm({
      topic: { type: "plain_text_input", value: "india-japan" },
      time: { type: "timepicker", selected_time: "07:30" },
      zone: { type: "plain_text_input", value: "Asia/Tokyo" },
      days: { type: "checkboxes", selected_options: [{ value: "Monday" }] },
      channel: { type: "conversations_select", selected_conversation: CHANNEL },
      language: chosen("de"),
    });
    expect(shown(await next(before, (message) => shown(message).includes("india-japan")))).toMatch(/07:30[\s\S]*Asia\/Tokyo/);
  });

  it("takes what a member says is wrong to the managers, by a form, and corrects it when one accepts", async () => {
    const before = await slack.messages();
    await slack.command("/meetings", "india-japan");
    const list = await next(before, (message) => shown(message).includes("Meetings: India – Japan"));
    const inStore = ["--workspace", `slack:${TEAM}`];
    const { meetings } = JSON.parse(await attache.run(...inStore, "correct", "india-japan", "--json"));
    const { id } = meetings.find((each: { place: string | null }) => each.place === "Hiroshima");
    const opened = (await slack.log()).filter((line) => line.includes("views.open")).length;
    await slack.click(list.ts, buttonOf(list, "Wrong?"));
    await until(async () => {
      expect((await slack.log()).filter((line) => line.includes("views.open"))).toHaveLength(opened + 1);
    });
    const later = await slack.messages();
    await slack.submitForm({
      item: chosen(`meeting:${id}`),
      reason: chosen("date"),
      value: { type: "plain_text_input", value: "25 May 2023" },
    });
    const said = await next(later, (message) => shown(message).includes("You say:"));
    expect(said.subtype).toBe("ephemeral");
    const accepted = await attache.run(...inStore, "corrections", "accept", "d1");
    // A long title breaks the line.
    expect(accepted.replaceAll(/\s+/g, " ")).toContain("now has the date 25 May 2023");
    const last = await slack.messages();
    await slack.command("/meetings", "india-japan");
    expect(shown(await next(last, (message) => shown(message).includes("Meetings: India – Japan")))).toContain("25 May 2023");
  });

  it("posts a list for everyone where its asker shares it", async () => {
    const before = await slack.messages();
    await slack.command("/meetings", "india-japan");
    const list = await next(before, (message) => shown(message).includes("Meetings: India – Japan"));
    expect(list.subtype).toBe("ephemeral");
    await slack.click(list.ts, buttonOf(list, "Share to channel"));
    const shared = await next([...before, list], (message) => shown(message).includes("Meetings: India – Japan"));
    expect(shared.subtype).not.toBe("ephemeral");
  });

  it("publishes a home tab", async () => {
    await slack.openHome();
    await until(async () => expect(await slack.log()).toContain("views.publish"));
  });
});
