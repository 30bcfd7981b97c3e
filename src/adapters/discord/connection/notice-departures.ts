import { Routes } from "discord-api-types/v10";
import type { Logger } from "pino";
import type { Clock } from "../../../domain/clock.ts";
import type { DigestMessage, DigestPoster } from "../../../domain/digests/digest-poster.ts";
import type { WorkspaceStore } from "../../../domain/workspace/installations.ts";
import type { BotRest, CallManner } from "./create-bot-rest.ts";
import { createServers } from "./servers.ts";

interface Noticing {
  bot: BotRest;
  workspaces: WorkspaceStore;
  clock: Clock;
  logger: Logger;
}

/** The digest comes back if this is no answer. */
const AT_ONCE: CallManner = { retries: 0, longestWaitMs: 0 };

/**
 * A poster that tells a channel's trouble from a server that the bot was put out of while nobody listened: the subscriptions of that
 * server are not paused one by one, because all of it goes on when the bot is taken in again.
 */
export function noticeDepartures(poster: DigestPoster, { bot, ...deps }: Noticing): DigestPoster {
  const lookUp = (guildId: string) => bot.inManner(AT_ONCE, () => bot.rest.get(Routes.guild(guildId)));
  const servers = createServers({ ...deps, lookUp });
  async function looked<T extends { kind: string }>({ workspaceId }: DigestMessage, outcome: T) {
    if (outcome.kind !== "trouble" || !(await servers.hasLeft(workspaceId))) return outcome;
    return { kind: "transient", maybePosted: false, code: "not_in_server" } as const;
  }
  return {
    ...poster,
    post: async (message, mayLeave) => looked(message, await poster.post(message, mayLeave)),
    find: async (message, sinceMs) => looked(message, await poster.find(message, sinceMs)),
  };
}
