import { pino } from "pino";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createAdmission } from "../../../src/adapters/chat/admit-work.ts";
import { createAcknowledgements } from "../../../src/adapters/chat/take-turns.ts";
import { createDiscordChat, DISCORD_TIMINGS } from "../../../src/adapters/discord/create-discord-chat.ts";
import { openStore, type Store } from "../../../src/adapters/prisma/open-store.ts";
import { createDesk } from "../../../src/commands/digests/create-desk.ts";
import type { Chat } from "../../../src/domain/chat/chat.ts";
import type { Article } from "../../../src/domain/evidence/article.ts";
import { ingestArticles } from "../../../src/ingest/ingest-articles.ts";
import { articleOf, extract, LISBON } from "../../fakes/evidence.ts";
import { FakeDiscord } from "../../servers/fake-discord.ts";
import { buttonsOf, command, press, typeInto } from "../../servers/fake-discord-people.ts";
import { ALICE, channelOf, GENERAL, GUILD } from "../../servers/fake-discord-state.ts";
import { until } from "../../servers/until.ts";
import { temporaryFolder } from "../prisma/temporary-database.ts";
import { messagesIn, shown, whisperedTo } from "./start-discord.ts";

const OTHER = "101000000000000777";
const THEIR_CHANNEL = "103000000000000777";
/** What only our server's article says. */
const SECRETS = /solberg|one ocean|ministers meet|gazette|offshore|frank and useful|moreira/i;
const SHARED = articleOf({
  id: "shared",
  url: "https://a.example/shared",
  title: "Portugal and Norway open a cable",
  text: 'Norwegian Energy Minister Kari Dahl opened a cable to Portugal on March 5. "It carries light," Dahl said in Porto.',
});

describe("two servers of Discord in one process", () => {
  let place: ReturnType<typeof temporaryFolder>;
  let store: Store;
  let discord: FakeDiscord;
  let chat: Chat;

  beforeEach(async () => {
    place = temporaryFolder();
    store = await openStore({ url: `file:${place.path("store.db")}` });
    discord = new FakeDiscord();
    await discord.listen();
    discord.state.otherGuilds.add(OTHER);
    discord.state.channels.set(THEIR_CHANNEL, channelOf(THEIR_CHANNEL));
    await ingest(`discord:${GUILD}`, LISBON);
    for (const guild of [GUILD, OTHER]) await ingest(`discord:${guild}`, SHARED);
    const clock = { now: () => Date.now() };
    const { actions, events, workspaces, conversations } = store;
    const desk = createDesk({ store, conversations, clock, onFailure: () => undefined, writer: null });
    const logger = pino({ level: "silent" });
    const acknowledgements = createAcknowledgements();
    const admission = createAdmission(acknowledgements);
    const deps = { desk, actions, events, workspaces, clock, logger, acknowledgements, admission };
    const bot = discord.openBot();
    const config = { token: discord.state.token, bot, messageContent: false, apiUrl: discord.apiUrl, timings: DISCORD_TIMINGS };
    chat = createDiscordChat(config, deps);
    await chat.start();
  });

  afterEach(async () => {
    await chat.stop(1000);
    await discord.close();
    await store.close();
    place.remove();
  });

  async function ingest(workspaceId: string, article: Article): Promise<void> {
    async function* read() {
      yield { kind: "article" as const, article };
    }
    const deps = { store: store.evidence, extract, clock: { now: () => Date.now() } };
    for await (const { status } of ingestArticles(deps, { workspaceId, articles: read() })) expect(status).toBe("new");
  }

  /** What somebody does in a server: Discord says of it in which. */
  function inServer<T>(guild: string, act: () => T): T {
    discord.state.guildId = guild;
    const done = act();
    discord.state.guildId = GUILD;
    return done;
  }

  async function ask(guild: string, name: string, options: Record<string, string>): Promise<string> {
    const channel = guild === GUILD ? GENERAL : THEIR_CHANNEL;
    const seen = () => [
      ...messagesIn(discord, channel),
      ...whisperedTo(discord, ALICE).filter(({ channelId }) => channelId === channel),
    ];
    const before = seen().length;
    inServer(guild, () => command(discord, name, { options, channel }));
    await until(() => expect(seen().length).toBeGreaterThan(before));
    return seen().map(shown).join("\n");
  }

  it("answers each out of its own articles, and suggests nobody whom the other knows", async () => {
    for (const [name, options] of [
      ["briefing", { topic: "norway-portugal" }],
      ["meetings", { about: "norway-portugal" }],
      ["quotes", { about: "norway-portugal" }],
      ["ask", { question: "Who opened a cable to Portugal?" }],
      ["attache status", {}],
    ] as const) {
      expect(await ask(GUILD, name, options)).toMatch(SECRETS);
      const theirs = await ask(OTHER, name, options);
      expect(theirs).not.toMatch(SECRETS);
      expect(theirs).toContain("Dahl");
    }
    const typed = { name: "name", value: "mor" };
    expect((await inServer(GUILD, () => typeInto(discord, "person show", typed))).join()).toContain("Moreira");
    expect(await inServer(OTHER, () => typeInto(discord, "person show", typed))).toEqual([]);
  });

  it("knows no button of another server", async () => {
    await ask(GUILD, "briefing", { topic: "norway-portugal" });
    const [root] = messagesIn(discord, GENERAL);
    if (root === undefined) throw new Error("There is no briefing.");
    const label = buttonsOf(root)[0]?.label ?? "";
    inServer(OTHER, () => press(discord, { ...root, channelId: THEIR_CHANNEL }, { label }));
    const theirs = () => whisperedTo(discord, ALICE).filter(({ channelId }) => channelId === THEIR_CHANNEL);
    await until(() => expect(theirs()).toHaveLength(1));
    expect(shown(theirs()[0])).not.toMatch(SECRETS);
    press(discord, root, { label });
    await until(() => expect(whisperedTo(discord, ALICE)).toHaveLength(2));
    expect(whisperedTo(discord, ALICE).map(shown).join("\n")).toMatch(SECRETS);
  });

  it("has nothing due in a server that it was put out of, and all of it when it is back", async () => {
    const NOW = Date.now();
    for (const guild of [GUILD, OTHER]) {
      const subscription = {
        workspaceId: `discord:${guild}`,
        platform: "discord" as const,
        channelId: GENERAL,
        topics: ["norway-portugal"],
        minuteOfDay: 480,
        weekdays: [1],
        timeZone: "UTC",
        whenEmpty: "silence" as const,
        language: "en" as const,
        createdBy: null,
        createdAtMs: NOW,
      };
      await store.digests.subscriptions.add(subscription, { key: "2026-03-02", dueAtMs: NOW });
    }
    const due = async () => {
      const slots = await store.digests.slots.due({ platforms: ["discord"], nowMs: NOW, maxLeaseMs: 1, limit: 9 });
      return slots.map(({ subscription }) => subscription.workspaceId).sort();
    };
    expect(await due()).toEqual([`discord:${GUILD}`, `discord:${OTHER}`]);
    discord.dispatch("GUILD_DELETE", { id: OTHER });
    await until(async () => expect(await due()).toEqual([`discord:${GUILD}`]));
    discord.dispatch("GUILD_CREATE", { id: OTHER });
    await until(async () => expect(await due()).toEqual([`discord:${GUILD}`, `discord:${OTHER}`]));
    expect(discord.state.messages).toEqual([]);
  });
});
