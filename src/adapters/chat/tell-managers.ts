import type { Logger } from "pino";
import type { Clock } from "../../domain/clock.ts";
import type { DigestPoster } from "../../domain/digests/digest-poster.ts";
import type { ManagerStore } from "../../domain/model/model-trouble.ts";

interface TellerDeps {
  posters: DigestPoster[];
  managers: ManagerStore;
  clock: Clock;
  logger: Logger;
}

/** Who has not asked for anything in so long may manage something else by now. */
const SEEN_WITHIN_MS = 180 * 86_400_000;
/** Where one cannot be written to, the next is tried. */
const MAX_TRIED = 3;

/** Sends a private message to the most recently seen manager of a workspace. Returns false if there is none, or it could not be delivered. */
export function createManagerTeller({ posters, managers, clock, logger }: TellerDeps) {
  return async (workspaceId: string, sentence: string): Promise<boolean> => {
    const poster = posters.find(({ platform }) => workspaceId.startsWith(`${platform}:`));
    const known =
      poster === undefined ? [] : await managers.list(workspaceId, { sinceMs: clock.now() - SEEN_WITHIN_MS, limit: MAX_TRIED });
    for (const userId of known) if (await poster?.tell({ workspaceId, userId, channelId: null }, sentence)) return true;
    logger.warn({ workspaceId, tried: known.length }, `Could not tell any manager of the workspace: ${sentence}`);
    return false;
  };
}
