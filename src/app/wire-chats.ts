import type { Logger } from "pino";
import type { BotRest } from "../adapters/discord/connection/create-bot-rest.ts";
import type { DiscordDeps } from "../adapters/discord/create-discord-chat.ts";
import type { Store } from "../adapters/prisma/open-store.ts";
import type { Config } from "../config/config.ts";
import type { Chat } from "../domain/chat/chat.ts";
import type { Clock } from "../domain/clock.ts";
import type { DigestPoster } from "../domain/digests/digest-poster.ts";
import { stopwatch } from "../domain/stopwatch.ts";
import type { InstallationStore } from "../domain/workspace/installations.ts";
import { openSlackAccess } from "./wire-slack.ts";

type ChatDeps = Omit<DiscordDeps, "logger"> & { installations: InstallationStore };

interface ChatTools {
  bot: BotRest | null;
  logger: Logger;
}

interface Tools {
  clock: Clock;
  logger: Logger;
}

/** What digests and answers call Discord by, with one token. */
export async function openBot(discord: NonNullable<Config["discord"]>, apiTimeoutMs: number): Promise<BotRest> {
  const { createBotRest } = await import("../adapters/discord/connection/create-bot-rest.ts");
  return createBotRest({ ...discord, apiTimeoutMs });
}

/** The posters of the configured platforms; they do not need a connected chat. */
export async function createPosters(
  config: Config,
  store: Store,
  { apiTimeoutMs, clock, logger, bot }: Tools & { apiTimeoutMs: number; bot: BotRest | null },
): Promise<DigestPoster[]> {
  const posters: DigestPoster[] = [];
  const deps = { actions: store.actions, conversations: store.conversations, stopwatch };
  if (config.slack !== null) {
    const { createSlackPoster } = await import("../adapters/slack/threads/create-slack-poster.ts");
    const tools = { clock, logger: logger.child({ digests: "slack" }) };
    const access = await openSlackAccess(config.slack, store, tools);
    posters.push(createSlackPoster({ apiUrl: config.slack.apiUrl, apiTimeoutMs, ...access }, { ...deps, ...tools }));
  }
  if (bot !== null) {
    const [{ createDiscordPoster }, { noticeDepartures }] = await Promise.all([
      import("../adapters/discord/threads/create-discord-poster.ts"),
      import("../adapters/discord/connection/notice-departures.ts"),
    ]);
    const tools = { clock, logger: logger.child({ digests: "discord" }) };
    const poster = createDiscordPoster(bot, { ...deps, ...tools });
    posters.push(noticeDepartures(poster, { bot, workspaces: store.workspaces, ...tools }));
  }
  return posters;
}

/** The configured chats. Does not load what the others need. */
export async function createChats(config: Config, deps: ChatDeps, { bot, logger }: ChatTools): Promise<Chat[]> {
  const chats: Chat[] = [];
  if (config.slack !== null) {
    const { createSlackChat, SLACK_TIMINGS } = await import("../adapters/slack/create-slack-chat.ts");
    const { connection, apiUrl } = config.slack;
    const tools = { clock: deps.clock, logger: logger.child({ chat: "slack" }) };
    const access = await openSlackAccess(config.slack, deps, tools);
    chats.push(createSlackChat({ connection, apiUrl, timings: SLACK_TIMINGS, ...access }, { ...deps, ...tools }));
  }
  if (config.discord !== null && bot !== null) {
    const { createDiscordChat, DISCORD_TIMINGS } = await import("../adapters/discord/create-discord-chat.ts");
    const settings = { ...config.discord, bot, timings: DISCORD_TIMINGS };
    chats.push(createDiscordChat(settings, { ...deps, logger: logger.child({ chat: "discord" }) }));
  }
  return chats;
}
