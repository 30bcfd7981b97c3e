import type { Logger } from "pino";
import type { DiscordDeps } from "./adapters/discord/create-discord-chat.ts";
import type { Store } from "./adapters/prisma/open-store.ts";
import type { Config } from "./config.ts";
import type { Chat } from "./domain/chat.ts";
import type { DigestPoster } from "./domain/digest-poster.ts";

type ChatDeps = Omit<DiscordDeps, "logger">;

/** What gets digests into the channels of the platforms that are set up, whether a chat is connected or not. */
export async function createPosters(config: Config, store: Store, logger: Logger): Promise<DigestPoster[]> {
  const posters: DigestPoster[] = [];
  const deps = { actions: store.actions, conversations: store.conversations };
  if (config.slack !== null) {
    const { createSlackPoster } = await import("./adapters/slack/create-slack-poster.ts");
    posters.push(createSlackPoster(config.slack, { ...deps, logger: logger.child({ digests: "slack" }) }));
  }
  if (config.discord !== null) {
    const { createDiscordPoster } = await import("./adapters/discord/create-discord-poster.ts");
    posters.push(createDiscordPoster(config.discord, { ...deps, logger: logger.child({ digests: "discord" }) }));
  }
  return posters;
}

/** The chats that are set up; what the others need is not even loaded. */
export async function createChats(config: Config, deps: ChatDeps, logger: Logger): Promise<Chat[]> {
  const chats: Chat[] = [];
  if (config.slack !== null) {
    const { createSlackChat, SLACK_TIMINGS } = await import("./adapters/slack/create-slack-chat.ts");
    chats.push(
      createSlackChat({ ...config.slack, timings: SLACK_TIMINGS }, { ...deps, logger: logger.child({ chat: "slack" }) }),
    );
  }
  if (config.discord !== null) {
    const { createDiscordChat, DISCORD_TIMINGS } = await import("./adapters/discord/create-discord-chat.ts");
    const settings = { ...config.discord, timings: DISCORD_TIMINGS };
    chats.push(createDiscordChat(settings, { ...deps, logger: logger.child({ chat: "discord" }) }));
  }
  return chats;
}
