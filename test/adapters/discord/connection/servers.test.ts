import { pino } from "pino";
import { afterEach, describe, expect, it } from "vitest";
import { noticeDepartures } from "../../../../src/adapters/discord/connection/notice-departures.ts";
import { createDiscordPoster } from "../../../../src/adapters/discord/threads/create-discord-poster.ts";
import { stopwatch } from "../../../../src/domain/stopwatch.ts";
import { createFakeActions } from "../../../fakes/desk.ts";
import { always, digestOf } from "../../../fakes/digest-poster.ts";
import { createFakeWorkspaces } from "../../../fakes/workspaces.ts";
import { FakeDiscord } from "../../../servers/fake-discord.ts";
import { acknowledged, command } from "../../../servers/fake-discord-people.ts";
import { ALICE, GENERAL, GUILD } from "../../../servers/fake-discord-state.ts";
import { until } from "../../../servers/until.ts";
import { type StartedDiscord, type StartOptions, startDiscord, whisperedTo } from "../start-discord.ts";

const OTHER = "101000000000000777";
const GONE = "101000000000000888";
const OURS = `discord:${GUILD}`;

describe("servers that the bot is taken into and put out of", () => {
  let started: StartedDiscord | null = null;

  afterEach(async () => {
    await started?.stop();
    started = null;
  });

  async function start(options: StartOptions = {}): Promise<StartedDiscord> {
    started = await startDiscord(options);
    return started;
  }

  it("are known from the moment it joins, and it says nothing there for that", async () => {
    const { discord, workspaces } = await start();
    await until(() => expect(workspaces.get(OURS)).toBeNull());
    discord.dispatch("GUILD_CREATE", { id: OTHER, name: "New" });
    await until(() => expect(workspaces.get(`discord:${OTHER}`)).toBeNull());
    expect(discord.state.messages).toEqual([]);
  });

  it("are left when it is put out, and not when Discord loses sight of them; taken in again it is back", async () => {
    const { discord, workspaces, logged } = await start();
    await until(() => expect(workspaces.get(OURS)).toBeNull());
    discord.dispatch("GUILD_DELETE", { id: GUILD, unavailable: true });
    discord.dispatch("GUILD_CREATE", { id: GUILD, unavailable: true });
    await acknowledged(command(discord, "attache help"));
    await until(() => expect(whisperedTo(discord, ALICE)).toHaveLength(1));
    expect(workspaces.get(OURS)).toBeNull();
    discord.dispatch("GUILD_DELETE", { id: GUILD });
    await until(() => expect(workspaces.get(OURS)).toEqual(expect.any(Number)));
    expect(logged.filter((line) => line.includes("A server removed the bot: stopped polling and posting"))).toHaveLength(1);
    discord.dispatch("GUILD_CREATE", { id: GUILD });
    await until(() => expect(workspaces.get(OURS)).toBeNull());
  });

  it("are taken in the order of what happened", async () => {
    const { discord, workspaces } = await start();
    for (let n = 0; n < 20; n++) {
      discord.dispatch("GUILD_CREATE", { id: OTHER });
      discord.dispatch("GUILD_DELETE", { id: OTHER });
    }
    discord.dispatch("GUILD_CREATE", { id: GONE });
    await until(() => expect(workspaces.has(`discord:${GONE}`)).toBe(true));
    expect(workspaces.get(`discord:${OTHER}`)).toEqual(expect.any(Number));
  });

  it("are compared at the next start, when it was put out or taken in while nobody listened", async () => {
    const { workspaces, discord } = await start({
      prepare: (fake) => void fake.state.otherGuilds.add(OTHER),
      known(map) {
        map.set(OURS, null).set(`discord:${OTHER}`, 1).set(`discord:${GONE}`, null);
        map.set("discord:user-102000000000000001", null).set("slack:T1", null).set("terminal", null);
      },
    });
    await until(() => expect(workspaces.get(`discord:${GONE}`)).toEqual(expect.any(Number)));
    const others = [OURS, `discord:${OTHER}`, "discord:user-102000000000000001", "slack:T1", "terminal"];
    expect(others.map((id) => workspaces.get(id))).toEqual(others.map(() => null));
    expect(discord.callsOf("GET", new RegExp(`^/guilds/${GONE}$`))).toHaveLength(1);
  });

  it("are not left where Discord does not list one, but does not say that the bot is out of it either", async () => {
    const { discord, workspaces } = await start({
      prepare: (fake) =>
        void fake.script("GET", new RegExp(`^/guilds/${GONE}$`), { status: 404, body: { message: "x", code: 0 } }),
      known: (map) => void map.set(`discord:${GONE}`, null),
    });
    await until(() => expect(discord.callsOf("GET", new RegExp(`^/guilds/${GONE}$`))).toHaveLength(1));
    await until(() => expect(workspaces.has(OURS)).toBe(true));
    expect(workspaces.get(`discord:${GONE}`)).toBeNull();
  });

  it("hears of no payload that is none", async () => {
    const { discord, workspaces, chat } = await start();
    for (const d of [{}, { id: 5 }, { id: null, unavailable: "no" }]) discord.dispatch("GUILD_DELETE", d as never);
    await until(() => expect(chat.health().counts.malformed).toBe(3));
    expect(workspaces.get(OURS)).toBeNull();
  });

  it("come over as many connections as Discord recommends, each for its own servers, and all open before it is connected", async () => {
    const guilds = Array.from({ length: 9 }, (_, n) => String((BigInt(n + 1) << 22n) + 101000000000000000n));
    const { discord, workspaces, chat } = await start({
      prepare(fake) {
        fake.shards = 3;
        for (const guild of guilds) fake.state.otherGuilds.add(guild);
      },
      known: (map) => void map.set(`discord:${GONE}`, null),
    });
    await until(() => expect(chat.health()).toMatchObject({ state: "connected", detail: null }));
    expect(discord.identified.map(([id, count]) => `${id}/${count}`).sort()).toEqual(["0/3", "1/3", "2/3"]);
    await until(() => expect(workspaces.size).toBe(guilds.length + 2));
    await until(() => expect(workspaces.get(`discord:${GONE}`)).toEqual(expect.any(Number)));
    expect(guilds.map((guild) => workspaces.get(`discord:${guild}`))).toEqual(guilds.map(() => null));
    discord.drop();
    await until(() => expect(chat.health().state).toBe("connecting"));
    await until(() => expect(chat.health().state).toBe("connected"));
    expect(discord.begun.filter((op) => op === 6)).toHaveLength(3);
    await acknowledged(command(discord, "attache help"));
    await until(() => expect(whisperedTo(discord, ALICE)).toHaveLength(1));
  });
});

describe("a digest for a server", () => {
  let discord: FakeDiscord;

  afterEach(() => discord.close());

  async function post(prepare: () => void) {
    discord = new FakeDiscord();
    await discord.listen();
    const workspaces = createFakeWorkspaces();
    await workspaces.arrive(OURS);
    const logger = pino({ level: "silent" });
    const conversations = {
      open: async () => undefined,
      find: async () => null,
      addTurn: async () => undefined,
      forgetQuestion: async () => undefined,
    };
    const bot = discord.openBot();
    const inner = createDiscordPoster(bot, { actions: createFakeActions(), conversations, stopwatch, logger });
    const poster = noticeDepartures(inner, { bot, workspaces, clock: { now: () => 5 }, logger });
    const [payload] = await poster.render(OURS, digestOf("Talks were held."));
    prepare();
    const message = { workspaceId: OURS, channelId: GENERAL, key: "key-1", payload: payload ?? {}, rootId: null, topic: null };
    return { outcome: await poster.post(message, always), leftAtMs: workspaces.leftAt.get(OURS) };
  }

  it("that the bot was put out of is not a channel's trouble: the server is left, and the digest comes when it is back", async () => {
    const { outcome, leftAtMs } = await post(() => {
      discord.state.guildId = OTHER;
      discord.state.channels.delete(GENERAL);
    });
    expect(outcome).toEqual({ kind: "transient", maybePosted: false, code: "not_in_server" });
    expect(leftAtMs).toBe(5);
  });

  it("whose channel was deleted is that channel's trouble alone", async () => {
    const { outcome, leftAtMs } = await post(() => void discord.state.channels.delete(GENERAL));
    expect(outcome).toMatchObject({ kind: "trouble", trouble: "gone" });
    expect(leftAtMs).toBeNull();
  });

  it("that takes it is posted, and nobody asks for the server", async () => {
    const { outcome, leftAtMs } = await post(() => undefined);
    expect(outcome.kind).toBe("posted");
    expect(leftAtMs).toBeNull();
    expect(discord.callsOf("GET", /^\/guilds\//)).toEqual([]);
  });
});
