import { pino } from "pino";
import { expect, it } from "vitest";
import { createApi } from "../../../src/adapters/discord/connection/api.ts";
import { DISCORD_TIMINGS } from "../../../src/adapters/discord/create-discord-chat.ts";
import { createDiscordPoster } from "../../../src/adapters/discord/threads/create-discord-poster.ts";
import { stopwatch } from "../../../src/domain/stopwatch.ts";
import { createFakeActions } from "../../fakes/desk.ts";
import { always, digestOf } from "../../fakes/digest-poster.ts";
import { FakeDiscord } from "../../servers/fake-discord.ts";
import { GENERAL, GUILD } from "../../servers/fake-discord-state.ts";

const POSTS = /\/messages$/;

async function start() {
  const discord = new FakeDiscord();
  await discord.listen();
  const bot = discord.openBot();
  const api = createApi({ bot, apiUrl: discord.apiUrl, timings: DISCORD_TIMINGS });
  const conversations = {
    open: async () => undefined,
    find: async () => null,
    addTurn: async () => undefined,
    forgetQuestion: async () => undefined,
  };
  const poster = createDiscordPoster(bot, {
    actions: createFakeActions(),
    conversations,
    stopwatch,
    logger: pino({ level: "silent" }),
  });
  const [payload = {}] = await poster.render(`discord:${GUILD}`, digestOf("Talks were held."));
  const message = { workspaceId: `discord:${GUILD}`, channelId: GENERAL, key: "key-1", rootId: null, topic: null, payload };
  async function close() {
    api.close();
    await discord.close();
  }
  return { discord, bot, api, post: () => poster.post(message, always), close };
}

it("lets no digest out while Discord holds the bot back for its answers", async () => {
  const { discord, bot, api, post, close } = await start();
  discord.script("POST", POSTS, { status: 429, headers: { "retry-after": "9", "x-ratelimit-global": "true" }, body: {} });
  const answer = { embeds: [{ description: "An answer." }], components: [] };
  await expect(bot.inManner({ retries: 0, longestWaitMs: 0 }, () => api.post(GENERAL, answer))).rejects.toThrow();
  expect(await post()).toMatchObject({ kind: "rate-limited", scope: "platform" });
  expect(discord.callsOf("POST", POSTS)).toHaveLength(1);
  await close();
});

it("tries an answer's call again where Discord's server failed, and a digest's not: its worker does", async () => {
  const { discord, api, post, close } = await start();
  discord.script("POST", POSTS, { status: 502, body: {} });
  await api.post(GENERAL, { embeds: [{ description: "An answer." }], components: [] });
  expect(discord.callsOf("POST", POSTS).map(({ status }) => status)).toEqual([502, 200]);
  discord.script("POST", POSTS, { status: 502, body: {} });
  expect(await post()).toEqual({ kind: "transient", maybePosted: true, code: "HTTP 502" });
  expect(discord.callsOf("POST", POSTS)).toHaveLength(3);
  await close();
});
