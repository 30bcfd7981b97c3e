import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { BOT_SCOPES } from "../../src/adapters/slack/connection/scopes.ts";
import { createProgram } from "../../src/app/app.ts";
import type { Config } from "../../src/config/config.ts";
import { ROLES } from "../../src/config/role.ts";
import type { Article } from "../../src/domain/evidence/article.ts";
import { messagesIn, shown as shownInDiscord } from "../adapters/discord/start-discord.ts";
import { temporaryFolder } from "../adapters/prisma/temporary-database.ts";
import { shown as shownInSlack } from "../adapters/slack/start-slack.ts";
import { LISBON, ofToday } from "../fakes/evidence.ts";
import { LOOPBACK_SOURCES, NO_WEB } from "../fakes/source-settings.ts";
import { FakeDiscord } from "../servers/fake-discord.ts";
import { command as discordCommand } from "../servers/fake-discord-people.ts";
import { channelOf, GENERAL, MANAGER } from "../servers/fake-discord-state.ts";
import { FakeSlack } from "../servers/fake-slack.ts";
import { command as slackCommand } from "../servers/fake-slack-people.ts";
import { until } from "../servers/until.ts";

/** In the Discord server's store the same ministers met elsewhere: an answer out of the other store is recognised. */
const OSLO: Article = { ...LISBON, id: "oslo", text: LISBON.text.replaceAll("Lisbon", "Oslo") };

/** A hundred answers out of a real store take seconds, and longer on a machine that does something else as well. */
const MINUTE_MS = 60_000;

/** The whole program on both platforms at once, against a Slack and a Discord of ours. */
describe("the program in Slack and Discord", () => {
  let place: ReturnType<typeof temporaryFolder>;
  let slack: FakeSlack;
  let discord: FakeDiscord;
  let stop: AbortController;
  let served: Promise<void>;
  let told: string[];

  beforeEach(async () => {
    place = temporaryFolder();
    slack = new FakeSlack({ scopes: BOT_SCOPES.map(({ scope }) => scope) });
    discord = new FakeDiscord();
    await Promise.all([slack.listen(), discord.listen()]);
    stop = new AbortController();
    told = [];
  });

  afterEach(async () => {
    stop.abort();
    await served;
    await Promise.all([slack.close(), discord.close()]);
    place.remove();
  });

  function configured(over: Partial<Config> = {}): Config {
    return {
      databaseUrl: `file:${place.path("store.db")}`,
      debug: false,
      logLevel: "silent",
      rereadsArticles: true,
      marksSeen: false,
      retentionDays: null,
      health: null,
      slack: {
        botToken: slack.state.botToken,
        connection: { mode: "socket", appToken: slack.state.appToken },
        apiUrl: slack.apiUrl,
      },
      discord: { token: discord.state.token, messageContent: false, apiUrl: discord.apiUrl },
      model: null,
      sources: LOOPBACK_SOURCES,
      web: NO_WEB,
      warnings: [],
      ...over,
    };
  }

  function serve(config: Config): void {
    served = createProgram(() => config).serve(ROLES, stop.signal, (sentence) => told.push(sentence));
  }

  async function store(config: Config, workspaceId: string, article: Article): Promise<void> {
    const session = await createProgram(() => config).openSession({ workspaceId });
    async function* read() {
      yield { kind: "article" as const, article };
    }
    for await (const result of session.ingest(read(), new AbortController().signal)) expect(result.status).toBe("new");
    await session.close();
  }

  it(
    "loses and crosses no answer with a hundred questions in flight, half of them on each",
    async () => {
      const config = configured();
      await store(config, `slack:${slack.state.teamId}`, LISBON);
      await store(config, `discord:${discord.state.guildId}`, OSLO);
      const places = Array.from({ length: 10 }, (_, n) => ({ slack: `C20${n}`, discord: `10300000000000300${n}` }));
      for (const { slack: id, discord: channel } of places) {
        slack.state.channels.set(id, { id, hasBot: true, isPrivate: false, isArchived: false });
        discord.state.channels.set(channel, channelOf(channel));
      }
      serve(config);
      await until(() => expect(told).toEqual(expect.arrayContaining(["Connected to Slack.", "Connected to Discord."])));
      const asked = Array.from({ length: 50 }, (_, n) => {
        const where = places[n % places.length];
        if (where === undefined) throw new Error("There is no place.");
        const question = `Where did Ana Moreira meet Erik Solberg? (${n})`;
        slackCommand(slack, `/ask ${question}`, { channel: where.slack });
        discordCommand(discord, "ask", { options: { question }, channel: where.discord });
        return { where, question };
      });
      await until(() => {
        expect(slack.state.messages).toHaveLength(50);
        expect(discord.state.messages.filter(({ isLoading }) => !isLoading)).toHaveLength(50);
      }, MINUTE_MS);
      for (const { where, question } of asked) {
        const inSlack = slack.state.messages.filter((message) => shownInSlack(message.blocks).includes(question));
        expect(inSlack.map(({ channel }) => channel)).toEqual([where.slack]);
        expect(shownInSlack(inSlack[0]?.blocks)).toContain("in Lisbon on March 4.");
        const inDiscord = messagesIn(discord, where.discord).filter((message) => shownInDiscord(message).includes(question));
        expect(inDiscord).toHaveLength(1);
        expect(shownInDiscord(inDiscord[0])).toContain("in Oslo on March 4.");
      }
    },
    2 * MINUTE_MS,
  );

  it.each([
    ["Slack", { slack: "xoxb-wrong", discord: "" }, "Slack refuses SLACK_BOT_TOKEN"],
    ["Discord", { slack: "", discord: "MTA0.wrong.token" }, "Discord refuses DISCORD_TOKEN"],
  ])("goes on with the other where %s refuses its token", async (name, tokens, sentence) => {
    if (tokens.slack !== "") slack.state.botToken = "xoxb-other";
    if (tokens.discord !== "") discord.state.token = "MTA0.other.token";
    const config = configured({
      slack: { botToken: "xoxb-test", connection: { mode: "socket", appToken: slack.state.appToken }, apiUrl: slack.apiUrl },
      discord: { token: "MTA0.token.test", messageContent: false, apiUrl: discord.apiUrl },
    });
    serve(config);
    const other = name === "Slack" ? "Discord" : "Slack";
    await until(() => expect(told.join(" ")).toContain(`Connected to ${other}.`));
    await until(() => expect(told.join(" ")).toContain(sentence));
    if (other === "Discord") discordCommand(discord, "attache help");
    else slackCommand(slack, "/attache help");
    await until(() => expect(other === "Discord" ? discord.state.messages : slack.responses).toHaveLength(1));
  });

  it("runs on Discord alone, says so, and stops when it is told to", async () => {
    const config = configured({ slack: null });
    await store(config, `discord:${discord.state.guildId}`, ofToday(LISBON));
    serve(config);
    await until(() => expect(told).toContain("Connected to Discord."));
    expect(told.join(" ")).toContain("Slack is off");
    discordCommand(discord, "briefing", { options: { topic: "portugal-norway" } });
    await until(() =>
      expect(messagesIn(discord, GENERAL).map(shownInDiscord).join()).toContain("met Norwegian Foreign Minister Erik Solberg"),
    );
    discordCommand(discord, "digest follow", { options: { topic: "portugal-norway", time: "08:00" }, user: MANAGER });
    await until(() => expect(discord.state.messages.map(shownInDiscord).join()).toMatch(/First digest: [^.]+, 08:00 \(UTC\)/));
    discordCommand(discord, "digest now", { options: {}, user: MANAGER });
    const digest = () =>
      messagesIn(discord, GENERAL).find((message) => shownInDiscord(message).includes("Digest: Portugal – Norway"));
    await until(() => expect(digest()).toBeDefined());
    await until(() =>
      expect(
        messagesIn(discord, digest()?.id ?? "")
          .map(shownInDiscord)
          .join(),
      ).toContain("We share one ocean and one law,"),
    );
    stop.abort();
    await served;
    await until(() => expect(discord.sockets.size).toBe(0));
  });

  it("ends with a sentence where nothing is set up", async () => {
    served = Promise.resolve();
    const program = createProgram(() => configured({ slack: null, discord: null }));
    await expect(program.serve(ROLES, stop.signal, (sentence) => told.push(sentence))).rejects.toThrow(
      "There is nothing to run: no chat is set up",
    );
    expect(told.join(" ")).toContain("Discord is off. To use it, set DISCORD_TOKEN");
  });
});
