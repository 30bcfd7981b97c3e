import { PermissionFlagsBits } from "discord-api-types/v10";
import type { Logger } from "pino";
import type { Clock } from "../../../domain/clock.ts";
import type { DiscordApi } from "../connection/api.ts";

const KEPT_MS = 10 * 60 * 1000;
const KEPT_GUILDS = 500;
const MANAGING = PermissionFlagsBits.ManageGuild | PermissionFlagsBits.Administrator;

export interface People {
  /** Whether somebody may manage a server, by their roles as a message tells them. */
  isManager(guildId: string, userId: string, roleIds: readonly string[]): Promise<boolean>;
}

interface PeopleDeps {
  api: DiscordApi;
  clock: Clock;
  logger: Logger;
}

interface Rights {
  ownerId: string;
  managingRoles: Set<string>;
}

/** Whether these permissions, which interactions bring along, hold Manage Server. */
export function mayManage(permissions: string): boolean {
  return (BigInt(permissions) & MANAGING) !== 0n;
}

/**
 * Messages do not tell what their author may do, so that the roles of the server are looked up, and kept for ten minutes: a right that
 * was taken away is gone after that. Who can't be looked up has no rights.
 */
export function createPeople({ api, clock, logger }: PeopleDeps): People {
  const kept = new Map<string, { rights: Promise<Rights | null>; until: number }>();

  async function lookUp(guildId: string): Promise<Rights | null> {
    try {
      const { owner_id: ownerId, roles } = await api.guild(guildId);
      return { ownerId, managingRoles: new Set(roles.filter((role) => mayManage(role.permissions)).map(({ id }) => id)) };
    } catch (error) {
      logger.warn({ guildId, err: error }, "Could not look up a server's roles; nobody has rights until then");
      kept.delete(guildId);
      return null;
    }
  }

  function rightsOf(guildId: string): Promise<Rights | null> {
    const known = kept.get(guildId);
    if (known !== undefined && known.until > clock.now()) return known.rights;
    if (kept.size >= KEPT_GUILDS) kept.clear();
    const rights = lookUp(guildId);
    kept.set(guildId, { rights, until: clock.now() + KEPT_MS });
    return rights;
  }

  return {
    async isManager(guildId, userId, roleIds) {
      const rights = await rightsOf(guildId);
      if (rights === null) return false;
      // Everyone has the role that goes by the server's own id.
      return rights.ownerId === userId || [guildId, ...roleIds].some((role) => rights.managingRoles.has(role));
    },
  };
}
