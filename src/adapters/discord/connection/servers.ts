import { calculateShardId } from "@discordjs/util";
import { RESTJSONErrorCodes } from "discord-api-types/v10";
import type { Logger } from "pino";
import type { Clock } from "../../../domain/clock.ts";
import type { WorkspaceStore } from "../../../domain/workspace/installations.ts";
import { hasCode } from "./errors.ts";

/** What Discord says at the start of a session of one of the gateway's connections. */
export interface Session {
  /** Of the bot's user. */
  userId: string;
  /** The servers that it is in, of those that this connection is for. Null where Discord did not say. */
  guildIds: string[] | null;
  shardId: number;
  shardCount: number;
}

/** Which servers the bot is in, as the store is to know it. Nothing is said in a server for joining it. */
export interface Servers {
  /** Finds out what happened while nobody listened. */
  compare(session: Session): Promise<void>;
  joined(guildId: string): Promise<void>;
  left(guildId: string): Promise<void>;
  /** Asks Discord whether the bot was removed from a server; if so, nothing is due there any more. */
  hasLeft(workspaceId: string): Promise<boolean>;
}

interface ServersDeps {
  /** Throws Discord's refusal for a server that the bot is not in. */
  lookUp(guildId: string): Promise<unknown>;
  workspaces: WorkspaceStore;
  clock: Clock;
  logger: Logger;
}

export function createServers({ lookUp, workspaces, clock, logger }: ServersDeps): Servers {
  async function leave(guildId: string): Promise<void> {
    if (await workspaces.leave(workspaceOf(guildId), clock.now()))
      logger.info({ guildId }, "A server removed the bot: stopped polling and posting for it");
  }
  async function isOut(guildId: string): Promise<boolean> {
    try {
      await lookUp(guildId);
      return false;
    } catch (error) {
      // Anything else is no answer.
      return hasCode(error, RESTJSONErrorCodes.UnknownGuild, RESTJSONErrorCodes.MissingAccess);
    }
  }
  async function compare({ guildIds, shardId, shardCount }: Session): Promise<void> {
    if (guildIds === null) return;
    const present = new Set(guildIds);
    for (const { workspaceId, leftAtMs } of await workspaces.list("discord")) {
      const guildId = guildIdOf(workspaceId);
      if (guildId === null || calculateShardId(guildId, shardCount) !== shardId) continue;
      if (present.has(guildId)) await workspaces.arrive(workspaceId);
      else if (leftAtMs === null && (await isOut(guildId))) await leave(guildId);
    }
  }
  return {
    ...inOrder({ compare, joined: (guildId: string) => workspaces.arrive(workspaceOf(guildId)), left: leave }),
    async hasLeft(workspaceId) {
      const guildId = guildIdOf(workspaceId);
      if (guildId === null || !(await isOut(guildId))) return false;
      await leave(guildId);
      return true;
    },
  };
}

/** One after another, as they came: who is put out and taken in again within a second is in. */
function inOrder(servers: Omit<Servers, "hasLeft">): Omit<Servers, "hasLeft"> {
  let last: Promise<unknown> = Promise.resolve();
  const next = <T>(work: (given: T) => Promise<void>) => {
    return (given: T): Promise<void> => {
      const mine = last.then(() => work(given));
      last = mine.catch(() => undefined);
      return mine;
    };
  };
  return { compare: next(servers.compare), joined: next(servers.joined), left: next(servers.left) };
}

function workspaceOf(guildId: string): string {
  return `discord:${guildId}`;
}

/** Null for the workspace of somebody who shares no server with the bot. */
function guildIdOf(workspaceId: string): string | null {
  return /^discord:(\d{1,20})$/.exec(workspaceId)?.[1] ?? null;
}
