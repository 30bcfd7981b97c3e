import type { webApi } from "@slack/bolt";
import type { Logger } from "pino";
import type { Clock } from "../../../domain/clock.ts";
import { userAnswer } from "./schema.ts";

/** What Slack says of a person that matters here. */
export interface SlackPerson {
  isManager: boolean;
  timeZone: string | null;
}

const UNKNOWN: SlackPerson = { isManager: false, timeZone: null };
const KEPT_MS = 10 * 60 * 1000;
const KEPT_PEOPLE = 2000;

interface PeopleDeps {
  client: webApi.WebClient;
  clock: Clock;
  logger: Logger;
}

/**
 * Looks people up with `users.info`, and keeps the answer for ten minutes: a right that was taken away is gone after that. Who can't
 * be looked up has no rights. An admin of another company in a shared channel manages that company's workspace, not this one.
 */
export function createPeople({ client, clock, logger }: PeopleDeps): (userId: string, teamId: string) => Promise<SlackPerson> {
  const kept = new Map<string, { person: Promise<SlackPerson>; until: number }>();

  async function lookUp(userId: string, teamId: string): Promise<SlackPerson> {
    try {
      const { user } = userAnswer.parse(await client.users.info({ user: userId }));
      const isManager = user.team_id === teamId && (user.is_admin === true || user.is_owner === true);
      return { isManager, timeZone: user.tz ?? null };
    } catch (error) {
      logger.warn({ userId, err: error }, "Could not look up a person, who has no rights until then");
      kept.delete(userId);
      return UNKNOWN;
    }
  }

  return (userId, teamId) => {
    const known = kept.get(userId);
    if (known !== undefined && known.until > clock.now()) return known.person;
    // Map.clear now and then is simpler than an order of use, and costs one look-up each.
    if (kept.size >= KEPT_PEOPLE) kept.clear();
    const person = lookUp(userId, teamId);
    kept.set(userId, { person, until: clock.now() + KEPT_MS });
    return person;
  };
}
