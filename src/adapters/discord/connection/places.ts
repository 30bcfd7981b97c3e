import { ChannelType } from "discord-api-types/v10";
import type { Logger } from "pino";
import type { DiscordApi } from "./api.ts";
import { refusalOf } from "./errors.ts";

/** Which server somebody means, and what a channel is. */
export interface Places {
  /** Whether a channel is a thread; one that can't be looked up counts as none. */
  isThread(channelId: string): Promise<boolean>;
  /** The workspace of a server or, in a direct message, of the server that the person last asked in, or shares with the bot. */
  workspaceOf(guildId: string | null, userId: string): Promise<string>;
}

const THREADS = new Set<number>([ChannelType.PublicThread, ChannelType.PrivateThread, ChannelType.AnnouncementThread]);
const KEPT = 5000;
/** Servers that a person is looked for in. */
const SERVERS_TRIED = 20;

export function isThreadType(type: number | undefined): boolean {
  return type !== undefined && THREADS.has(type);
}

export function createPlaces({ api, logger }: { api: DiscordApi; logger: Logger }): Places {
  const threads = new Map<string, boolean>();
  const lastGuilds = new Map<string, string>();

  async function guildOf(userId: string): Promise<string | null> {
    const last = lastGuilds.get(userId);
    const others = (await api.guilds()).map(({ id }) => id).filter((id) => id !== last);
    for (const guildId of [...(last === undefined ? [] : [last]), ...others].slice(0, SERVERS_TRIED)) {
      if (await isMember(api, guildId, userId)) return guildId;
    }
    return null;
  }

  return {
    async isThread(channelId) {
      const known = threads.get(channelId);
      if (known !== undefined) return known;
      try {
        const isThread = isThreadType((await api.channel(channelId)).type);
        remember(threads, channelId, isThread);
        return isThread;
      } catch (error) {
        logger.info({ channelId, code: refusalOf(error)?.code }, "Could not look up a channel");
        return false;
      }
    },
    async workspaceOf(guildId, userId) {
      if (guildId !== null) {
        remember(lastGuilds, userId, guildId);
        return `discord:${guildId}`;
      }
      const home = await guildOf(userId);
      if (home !== null) remember(lastGuilds, userId, home);
      // Somebody who shares no server has a workspace of their own, in which nothing is stored.
      return `discord:${home ?? `user-${userId}`}`;
    },
  };
}

async function isMember(api: DiscordApi, guildId: string, userId: string): Promise<boolean> {
  try {
    await api.member(guildId, userId);
    return true;
  } catch (error) {
    // Not a member, or a server that the bot has left; anything else is no answer.
    if (refusalOf(error) !== null) return false;
    throw error;
  }
}

/** A Map keeps the order of insertion: the oldest goes first. */
function remember<T>(map: Map<string, T>, key: string, value: T): void {
  map.delete(key);
  map.set(key, value);
  if (map.size <= KEPT) return;
  for (const oldest of map.keys()) {
    map.delete(oldest);
    return;
  }
}
