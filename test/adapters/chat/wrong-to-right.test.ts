import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openStore, type Store } from "../../../src/adapters/prisma/open-store.ts";
import { createDesk } from "../../../src/commands/digests/create-desk.ts";
import type { Desk } from "../../../src/domain/chat/chat.ts";
import { ingestArticles } from "../../../src/ingest/ingest-articles.ts";
import { articleOf, extract, LISBON } from "../../fakes/evidence.ts";
import * as discordPeople from "../../servers/fake-discord-people.ts";
import { GUILD, MANAGER } from "../../servers/fake-discord-state.ts";
import * as slackPeople from "../../servers/fake-slack-people.ts";
import type { FakeMessage } from "../../servers/fake-slack-state.ts";
import { until } from "../../servers/until.ts";
import { startDiscord } from "../discord/start-discord.ts";
import { temporaryFolder } from "../prisma/temporary-database.ts";
import { startSlack } from "../slack/start-slack.ts";

const NOW_MS = Date.parse("2024-03-22T12:00:00Z");
const ADMIN = "U9ADMIN";

/** A message that somebody sees, with all that is in it as one line, and what they can do with it. */
interface Seen {
  text: string;
  press(label: string): Promise<Seen>;
  /** Presses "Wrong?", chooses by words, and sends the form. */
  say(wrong: { item: string; reason: string; value?: string; other?: string }): Promise<Seen>;
}

interface Front {
  workspaceId: string;
  /** `words` are in what is awaited. */
  ask(asked: Asked): Promise<Seen>;
  stop(): Promise<void>;
}

interface Asked {
  slack: string;
  discord: [name: string, options: Record<string, unknown>];
  words: RegExp;
}

interface Choice {
  value: string;
  label: string;
}

function chosen(choices: Choice[], words: string): string {
  const found = choices.find(({ label }) => label.includes(words));
  if (found === undefined)
    throw new Error(`The form offers nothing of ${words}: ${choices.map(({ label }) => label).join("; ")}`);
  return found.value;
}

async function onSlack(answering: Desk): Promise<Front> {
  const { slack, stop } = await startSlack({ answering, nowMs: NOW_MS });
  type Shown = Pick<FakeMessage, "channel" | "blocks"> & { ts?: string; isEphemeral?: boolean };
  const all = (): Shown[] => [
    ...slack.responses.map(({ body }) => ({ channel: "C1", blocks: body["blocks"] as FakeMessage["blocks"], isEphemeral: true })),
    ...slack.state.messages,
  ];
  const place = { channel: "C1", user: ADMIN };
  async function after(act: () => unknown, words: RegExp): Promise<Seen> {
    const before = new Set(all().map(({ blocks }) => blocks));
    await act();
    const message = await until(() => {
      const found = all().find(({ blocks }) => !before.has(blocks) && words.test(JSON.stringify(blocks)));
      if (found === undefined) throw new Error(`Nothing is shown of ${words}.`);
      return found;
    });
    return seen(message);
  }
  const press = (message: Shown, label: string) => slackPeople.press(slack, message, { ...place, label });
  const pick = (value: string) => ({ type: "static_select", selected_option: { value } });
  function seen(message: Shown): Seen {
    return {
      text: JSON.stringify(message.blocks),
      press: (label) => after(() => press(message, label), /took this back|no correction/),
      async say({ item, reason, value = "", other }) {
        slack.state.views.length = 0;
        press(message, "Wrong?");
        const view = await until(() => {
          const [opened] = slack.state.views;
          if (opened === undefined) throw new Error("No form is open.");
          return opened;
        });
        const options = JSON.stringify(view).match(/\{"value":"[^"]*","text":\{"type":"plain_text","text":"[^"]*"/g) ?? [];
        const choices = options.map((each) => ({ value: each.split('"')[3] ?? "", label: each }));
        const values = {
          item: pick(chosen(choices, item)),
          reason: pick(reason),
          value: { type: "plain_text_input", value },
          ...(other === undefined ? {} : { other: pick(chosen(choices, other)) }),
        };
        return after(() => slackPeople.submitForm(slack, view, { values, user: ADMIN }), /Undo/);
      },
    };
  }
  return {
    workspaceId: `slack:${slack.state.teamId}`,
    ask: ({ slack: line, words }) => after(() => slackPeople.command(slack, line, place), words),
    stop,
  };
}

async function onDiscord(answering: Desk): Promise<Front> {
  const { discord, stop } = await startDiscord({ answering, nowMs: NOW_MS });
  type Shown = (typeof discord.state.messages)[number];
  const textOf = ({ content, embeds, components }: Shown) => JSON.stringify({ content, embeds, components });
  async function after(act: () => unknown, words: RegExp): Promise<Seen> {
    const stateOf = (message: Shown) => `${message.id} ${textOf(message)}`;
    const before = new Set(discord.state.messages.map(stateOf));
    await act();
    const message = await until(() => {
      const found = discord.state.messages.find((each) => !before.has(stateOf(each)) && words.test(textOf(each)));
      if (found === undefined) throw new Error(`Nothing is shown of ${words}.`);
      return found;
    });
    return seen(message);
  }
  const press = (message: Shown, label: string) => discordPeople.press(discord, message, { label, user: MANAGER });
  function seen(message: Shown): Seen {
    return {
      text: textOf(message),
      press: (label) => after(() => press(message, label), /took this back|no correction/),
      async say({ item, reason, value = "", other }) {
        const opened = press(message, "Wrong?");
        expect(await discordPeople.acknowledged(opened)).toBe(9);
        const options = JSON.stringify(opened.ack).match(/\{"value":"[^"]*","label":"[^"]*"/g) ?? [];
        const choices = options.map((each) => ({ value: each.split('"')[3] ?? "", label: each }));
        const fields = {
          item: [chosen(choices, item)],
          reason: [reason],
          value,
          ...(other === undefined ? {} : { other: [chosen(choices, other)] }),
        };
        return after(() => discordPeople.submitForm(discord, opened, { fields }), /Undo/);
      },
    };
  }
  return {
    workspaceId: `discord:${GUILD}`,
    ask: ({ discord: [name, options], words }) =>
      after(() => discordPeople.command(discord, name, { options, user: MANAGER }), words),
    stop,
  };
}

const MET = (at: string) => `Portuguese Foreign Minister Ana Moreira ${at}.`;
const BERGEN = articleOf({
  id: "bergen",
  title: "A spring meeting is planned",
  publishedAt: "2024-03-20",
  text: `${MET("will meet Norwegian Foreign Minister Erik Solberg in Bergen on April 10, 2024")} Fish is on the agenda.`,
});
const TROMSO = articleOf({
  id: "tromso",
  title: "Another meeting is planned",
  publishedAt: "2024-03-20",
  text: `${MET("will meet Norwegian Foreign Minister Erik Solberg in Tromso on April 20, 2024")} Wind is on the agenda.`,
});

interface Row {
  name: string;
  asked: Asked;
  wrong: { item: string; reason: string; value?: string; other?: string };
  /** What stands there before the correction and, of `now`, after it. */
  before: string;
  now: string | null;
  /** Ten later articles tell this again. */
  again: string;
}

const AGAIN = { lisbon: MET("met Norwegian Foreign Minister Erik Solberg in Lisbon on March 4, 2024") };
const ROWS: Row[] = [
  {
    name: "a wrong date, below what is coming",
    asked: { slack: "/upcoming", discord: ["upcoming", {}], words: /Upcoming/ },
    wrong: { item: "Bergen", reason: "date", value: "11 April 2024" },
    before: "10 Apr",
    now: "11 Apr",
    again: MET("will meet Norwegian Foreign Minister Erik Solberg in Bergen on April 10, 2024"),
  },
  {
    name: "two that are the same, below what is coming",
    asked: { slack: "/upcoming", discord: ["upcoming", {}], words: /Upcoming/ },
    wrong: { item: "Bergen", reason: "same-as", other: "Tromso" },
    before: "Erik Solberg in Bergen",
    now: null,
    again: MET("will meet Norwegian Foreign Minister Erik Solberg in Tromso on April 20, 2024"),
  },
  {
    name: "a meeting that did not happen, below a timeline",
    asked: { slack: "/timeline norway-portugal", discord: ["timeline", { topic: "norway-portugal" }], words: /Timeline/ },
    wrong: { item: "in Lisbon", reason: "not-held" },
    before: "Erik Solberg in Lisbon",
    now: null,
    again: AGAIN.lisbon,
  },
  {
    name: "a wrong speaker, below an answer",
    asked: {
      slack: "/ask What did Ana Moreira say?",
      discord: ["ask", { question: "What did Ana Moreira say?" }],
      words: /What did Ana Moreira say/,
    },
    wrong: { item: "one ocean", reason: "speaker", value: "Erik Solberg" },
    before: "We share one ocean",
    now: null,
    again: AGAIN.lisbon,
  },
  {
    name: "an article off topic, below a digest",
    asked: {
      slack: "/digest preview norway-portugal",
      discord: ["digest preview", { topic: "norway-portugal" }],
      words: /Norway/,
    },
    wrong: { item: "A spring meeting is planned", reason: "off-topic" },
    before: "in Bergen",
    now: null,
    again: AGAIN.lisbon,
  },
];

for (const [platform, open] of [
  ["Slack", onSlack],
  ["Discord", onDiscord],
] as const) {
  describe(`what is wrong, on ${platform}`, () => {
    const place = { folder: temporaryFolder() };
    let store: Store;
    let front: Front;
    const clock = { now: () => NOW_MS };

    beforeEach(async () => {
      place.folder = temporaryFolder();
      store = await openStore({ url: `file:${place.folder.path("store.db")}` });
      const onFailure = (error: unknown) => {
        throw error;
      };
      front = await open(createDesk({ store, conversations: store.conversations, clock, onFailure, writer: null }));
      await ingest([LISBON, BERGEN, TROMSO]);
    });

    afterEach(async () => {
      await front.stop();
      await store.close();
      place.folder.remove();
    });

    async function ingest(articles: (typeof LISBON)[]): Promise<void> {
      async function* read() {
        for (const article of articles) yield { kind: "article" as const, article };
      }
      const run = { workspaceId: front.workspaceId, articles: read() };
      for await (const { status } of ingestArticles({ store: store.evidence, extract, clock }, run)) expect(status).toBe("new");
    }

    for (const { name, asked, wrong, before, now, again } of ROWS) {
      it(`${name}: it is said, holds for ten later articles, and is undone once`, async () => {
        const first = await front.ask(asked);
        expect(first.text).toMatch(new RegExp(before));
        const corrected = await first.say(wrong);
        await ingest(
          Array.from({ length: 10 }, (_, at) =>
            articleOf({
              id: `later-${at}`,
              publishedAt: "2024-03-21",
              title: `Report ${at}`,
              text: `${again} It was day ${at}.`,
            }),
          ),
        );
        const then = await front.ask(asked);
        expect(then.text).not.toMatch(new RegExp(before));
        if (now !== null) expect(then.text).toContain(now);
        expect((await corrected.press("Undo")).text).toContain("I took this back");
        expect((await front.ask(asked)).text).toMatch(new RegExp(before));
        // Discord takes the button away with what it did.
        if (platform === "Slack") expect((await corrected.press("Undo")).text).toContain("no correction");
        else await expect(corrected.press("Undo")).rejects.toThrow("no button");
      });
    }
  });
}
