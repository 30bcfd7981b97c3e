import { pino } from "pino";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createSourceTeller } from "../../../src/adapters/chat/tell-of-source.ts";
import { createDiscordPoster } from "../../../src/adapters/discord/threads/create-discord-poster.ts";
import { BOT_SCOPES } from "../../../src/adapters/slack/connection/scopes.ts";
import { createSlackPoster } from "../../../src/adapters/slack/threads/create-slack-poster.ts";
import type { Asker, Platform } from "../../../src/domain/chat/chat.ts";
import type { DigestPoster } from "../../../src/domain/digests/digest-poster.ts";
import { stopwatch } from "../../../src/domain/stopwatch.ts";
import { createFakeActions } from "../../fakes/desk.ts";
import { rss, wholeText } from "../../fakes/feeds.ts";
import { openSourceDesk, type SourceDesk } from "../../fakes/source-desk.ts";
import { FakeDiscord } from "../../servers/fake-discord.ts";
import { ALICE, BOT, GENERAL, GUILD, RECLUSE } from "../../servers/fake-discord-state.ts";
import { FakeSite } from "../../servers/fake-site.ts";
import { FakeSlack } from "../../servers/fake-slack.ts";
import { shown as shownInDiscord } from "../discord/start-discord.ts";
import { temporaryFolder } from "../prisma/temporary-database.ts";
import { postgresqlUrl, type TemporaryPostgresql, temporaryPostgresql } from "../prisma/temporary-postgresql.ts";
import { messagesIn, shown as shownInSlack } from "../slack/start-slack.ts";

const NOW = Date.parse("2026-03-20T12:00:00Z");
const DAY_MS = 86_400_000;

/** What a test does with a platform, and sees on it. */
interface Front {
  platform: Platform;
  workspaceId: string;
  channelId: string;
  /** Whom the bot can write to, and whom it cannot. */
  person: string;
  recluse: string;
  poster(): DigestPoster;
  inChannel(): string[];
  toPeople(): string[];
  takeChannelAway(): void;
  giveChannelBack(): void;
  /** The next message is posted, but the answer is lost. */
  loseAnswer: (() => void) | null;
  close(): Promise<void>;
}

const conversations = {
  open: async () => undefined,
  find: async () => null,
  addTurn: async () => undefined,
  forgetQuestion: async () => undefined,
};
const logger = pino({ level: "silent" });

async function openSlack(): Promise<Front> {
  const slack = new FakeSlack({ scopes: BOT_SCOPES.map(({ scope }) => scope) });
  await slack.listen();
  const channel = slack.state.channels.get("C1");
  // Somebody who left: Slack knows no conversation with them.
  slack.state.channels.set("D7LEFT", { id: "D7LEFT", hasBot: false, isPrivate: true, isArchived: false });
  return {
    platform: "slack",
    workspaceId: `slack:${slack.state.teamId}`,
    channelId: "C1",
    person: "U1",
    recluse: "U7LEFT",
    poster: () =>
      createSlackPoster(
        { botToken: slack.state.botToken, apiUrl: slack.apiUrl, apiTimeoutMs: 10_000 },
        { actions: createFakeActions(), conversations, stopwatch, logger },
      ),
    inChannel: () => messagesIn(slack, "C1").map(({ blocks }) => shownInSlack(blocks)),
    toPeople: () => slack.state.messages.filter(({ channel: id }) => id.startsWith("D")).map(({ text }) => text ?? ""),
    takeChannelAway: () => void (channel !== undefined && Object.assign(channel, { isArchived: true })),
    giveChannelBack: () => void (channel !== undefined && Object.assign(channel, { isArchived: false })),
    loseAnswer: () => {
      slack.lostAnswers = 1;
    },
    close: () => slack.close(),
  };
}

async function openDiscord(): Promise<Front> {
  const discord = new FakeDiscord();
  await discord.listen();
  const channel = discord.state.channels.get(GENERAL);
  const ours = (isChannel: boolean) =>
    discord.state.messages.filter(({ authorId, channelId }) => authorId === BOT && (channelId === GENERAL) === isChannel);
  return {
    platform: "discord",
    workspaceId: `discord:${GUILD}`,
    channelId: GENERAL,
    person: ALICE,
    recluse: RECLUSE,
    poster: () => createDiscordPoster(discord.openBot(), { actions: createFakeActions(), conversations, stopwatch, logger }),
    inChannel: () => ours(true).map((message) => `${shownInDiscord(message)}\n${JSON.stringify(message.components)}`),
    toPeople: () => ours(false).map(({ content }) => content ?? ""),
    takeChannelAway: () => void discord.state.channels.delete(GENERAL),
    giveChannelBack: () => void (channel !== undefined && discord.state.channels.set(GENERAL, channel)),
    loseAnswer: null,
    close: () => discord.close(),
  };
}

/** Failures of a source that somebody added in a channel, with a store behind it that several processes may open. */
function describeTelling(
  name: string,
  openFront: () => Promise<Front>,
  place: { fresh(): Promise<string>; done(): void; isServer: boolean },
): void {
  describe(`a source that fails, on ${name}`, { timeout: 60_000 }, () => {
    let front: Front;
    let site: FakeSite;
    let url: string;
    let nowMs: number;
    let open: SourceDesk[];
    let works: boolean;

    beforeEach(async () => {
      [front, site, url] = await Promise.all([openFront(), openSite(), place.fresh()]);
      nowMs = NOW;
      open = [];
      works = true;
      site.paths.set("/feed", (_request, response) => {
        if (works) response.end(rss([{ title: "Talks", guid: "1", link: `${site.url}/talks`, text: wholeText("talks") }]));
        else response.writeHead(500).end();
      });
    });

    afterEach(async () => {
      for (const each of open) expect(each.unexpected).toEqual([]);
      for (const each of open.reverse()) await each.close();
      await Promise.all([site.close(), front.close()]);
      place.done();
    });

    async function openSite(): Promise<FakeSite> {
      const opened = new FakeSite();
      await opened.listen();
      return opened;
    }

    /**
     * A process of the program, with a connection of its own to the platform. Two on SQLite in one process would wait for each other's
     * lock without letting each other go on, so there they share the store.
     */
    async function start(beside?: SourceDesk): Promise<SourceDesk> {
      const shared = beside === undefined || place.isServer ? {} : { store: beside.store };
      const desk = await openSourceDesk({
        url,
        ...shared,
        clock: { now: () => nowMs },
        tell: createSourceTeller([front.poster()], { now: () => nowMs }, logger),
      });
      open.push(desk);
      return desk;
    }

    async function add(desk: SourceDesk, userId = front.person): Promise<void> {
      const { platform, workspaceId, channelId } = front;
      const asker: Partial<Asker> = { platform, workspaceId, channelId, userId };
      const { words } = await desk.ask({ kind: "sources-manage", action: "add", target: `${site.url}/feed` }, asker);
      expect(words).toContain("You now follow");
    }

    /** One look at it by each of these processes at once, a day after the last one. */
    async function look(...desks: SourceDesk[]): Promise<void> {
      nowMs += DAY_MS;
      await Promise.all(desks.map((desk) => desk.sources.poller.poll({ workspaceId: null, isForced: true })));
    }

    it("is told of after three failures, once, where it was added, over restarts, and once more when it works", async () => {
      const desk = await start();
      await add(desk);
      await look(desk);
      works = false;
      await look(desk);
      await look(desk);
      expect(front.inChannel()).toEqual([]);
      await look(desk);
      expect(front.inChannel()).toHaveLength(1);
      expect(front.inChannel()[0]).toMatch(
        /I can't read the source The Harbour Gazette\. .*500.*tell you when it works again\./s,
      );
      expect(front.inChannel()[0]).toContain("What happened");
      await look(desk);
      await desk.close();
      open = [];
      const restarted = await start();
      await look(restarted);
      expect(front.inChannel()).toHaveLength(1);
      works = true;
      await look(restarted);
      expect(front.inChannel()).toHaveLength(2);
      expect(front.inChannel()[1]).toContain("The source The Harbour Gazette is working again.");
      await look(restarted);
      expect(front.inChannel()).toHaveLength(2);
      works = false;
      for (const _time of [1, 2, 3, 4]) await look(restarted);
      expect(front.inChannel()).toHaveLength(3);
      expect(front.toPeople()).toEqual([]);
    });

    it("is told of by one of two processes that look at it at once, and its end as well", async () => {
      const one = await start();
      const two = await start(one);
      await add(one);
      works = false;
      for (const _time of [1, 2, 3, 4, 5]) await look(one, two);
      expect(front.inChannel()).toHaveLength(1);
      works = true;
      await look(one, two);
      await look(one, two);
      expect(front.inChannel()).toHaveLength(2);
      expect(front.inChannel()[1]).toContain("The source The Harbour Gazette is working again.");
    });

    it("is told of with the others of its channel in one message, the first by name, and so is their end", async () => {
      const one = await start();
      const two = await start(one);
      const { platform, workspaceId, channelId } = front;
      for (let at = 0; at < 40; at++)
        await one.store.followed.sources.add({
          workspaceId,
          url: `${site.url}/feed?${at}`,
          kind: "feed",
          title: `Gazette ${at} of ${"the harbour ".repeat(20)}`,
          addedBy: front.person,
          addedIn: { platform, channelId },
          atMs: nowMs,
        });
      works = false;
      for (const _time of [1, 2, 3, 4]) await look(one, two);
      const told = front.inChannel();
      const counted = told.map((text) => Number(/I can't read (\d+) sources: /.exec(text)?.[1] ?? 1));
      const sum = (counts: number[]) => counts.reduce((all, count) => all + count, 0);
      // The two share the sources. The first that is done tells what has failed so far, and the other one the rest.
      expect(told.length).toBeLessThanOrEqual(2);
      expect(sum(counted)).toBe(40);
      expect(told.join().match(/Gazette \d+ of/g)).toHaveLength(sum(counted.map((count) => Math.min(5, count))));
      expect(told[0]).toMatch(/(Gazette \d+ of .*){5} and \d+ more\. \/sources list shows all of them/s);
      works = true;
      for (const _time of [1, 2]) await look(one);
      expect(front.inChannel().slice(told.length)).toEqual([expect.stringMatching(/40 sources are working again: Gazette 0 of/)]);
      expect(front.toPeople()).toEqual([]);
    });

    it("is told of to whoever added it, once, where the channel is gone", async () => {
      const desk = await start();
      await add(desk);
      works = false;
      front.takeChannelAway();
      for (const _time of [1, 2, 3, 4, 5]) await look(desk);
      expect(front.inChannel()).toEqual([]);
      expect(front.toPeople()).toHaveLength(1);
      expect(front.toPeople()[0]).toContain("I can't read the source The Harbour Gazette.");
      works = true;
      await look(desk);
      expect(front.toPeople()).toHaveLength(2);
      expect(front.toPeople()[1]).toContain("The source The Harbour Gazette is working again.");
    });

    it("is told of later where nobody could be told, as soon as somebody can", async () => {
      const desk = await start();
      await add(desk, front.recluse);
      works = false;
      front.takeChannelAway();
      for (const _time of [1, 2, 3, 4]) await look(desk);
      expect([...front.inChannel(), ...front.toPeople()]).toEqual([]);
      front.giveChannelBack();
      await look(desk);
      await look(desk);
      expect(front.inChannel()).toHaveLength(1);
    });

    it("has its end told at a later look where nobody could be told at once", async () => {
      const desk = await start();
      await add(desk, front.recluse);
      works = false;
      for (const _time of [1, 2, 3]) await look(desk);
      expect(front.inChannel()).toHaveLength(1);
      works = true;
      front.takeChannelAway();
      await look(desk);
      await look(desk);
      expect([...front.inChannel().slice(1), ...front.toPeople()]).toEqual([]);
      front.giveChannelBack();
      await look(desk);
      await look(desk);
      expect(front.inChannel()).toHaveLength(2);
      expect(front.inChannel()[1]).toContain("The source The Harbour Gazette is working again.");
    });

    it("is told of once where it works for a look that nobody could be told of", async () => {
      const desk = await start();
      await add(desk, front.recluse);
      works = false;
      for (const _time of [1, 2, 3]) await look(desk);
      works = true;
      front.takeChannelAway();
      await look(desk);
      works = false;
      front.giveChannelBack();
      for (const _time of [1, 2, 3, 4]) await look(desk);
      expect(front.inChannel()).toHaveLength(1);
      works = true;
      await look(desk);
      expect(front.inChannel()).toHaveLength(2);
    });

    it("is not told of twice where the platform's answer was lost", async ({ skip }) => {
      if (front.loseAnswer === null) return skip();
      const desk = await start();
      await add(desk);
      works = false;
      await look(desk);
      await look(desk);
      front.loseAnswer();
      await look(desk);
      await look(desk);
      expect([...front.inChannel(), ...front.toPeople()]).toHaveLength(1);
    });
  });
}

describe("with SQLite", () => {
  let folder: ReturnType<typeof temporaryFolder>;
  const place = {
    fresh: async () => {
      folder = temporaryFolder();
      return `file:${folder.path("store.db")}`;
    },
    done: () => folder.remove(),
    isServer: false,
  };
  describeTelling("Slack", openSlack, place);
  describeTelling("Discord", openDiscord, place);
});

describe.skipIf(postgresqlUrl === "")("with PostgreSQL", () => {
  let database: TemporaryPostgresql;
  beforeAll(async () => {
    database = await temporaryPostgresql();
  });
  afterAll(() => database.drop());
  const fresh = async () => {
    await database.empty();
    return database.url;
  };
  describeTelling("Slack", openSlack, { fresh, done: () => undefined, isServer: true });
});
