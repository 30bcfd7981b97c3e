import type { Logger } from "pino";
import type { ActionStore, ChatHealth, EventLog } from "../../../domain/chat/chat.ts";
import type { Clock } from "../../../domain/clock.ts";
import { createInTurn } from "../../chat/in-turn.ts";
import { createQuestionBook } from "../../chat/question-book.ts";
import type { RememberingDesk } from "../../chat/remember-threads.ts";
import { isDirect, type SlackContext, type SlackTimings, threadIdOf } from "../commands/context.ts";
import { createPeople } from "../commands/people.ts";
import type { TeamClient, TeamClients } from "./team-clients.ts";

/** What a listener works with for the team that Slack delivered for; null where the app is not installed there. */
export interface Teams {
  of(teamId: string): Promise<SlackContext | null>;
  /** The same without a look into the store: for a word to who asked while that fails. */
  known(teamId: string): SlackContext | null;
}

interface Shared {
  desk: RememberingDesk;
  actions: ActionStore;
  events: EventLog;
  logger: Logger;
  clock: Clock;
  marksSeen?: boolean | undefined;
  counts: ChatHealth["counts"];
  timings: SlackTimings;
}

/** Each team has its own client, people and questions: nothing that is remembered of one is there for another. */
export function createTeams(clients: TeamClients, shared: Shared): Teams {
  const contexts = new WeakMap<TeamClient, SlackContext>();
  function contextOf(team: TeamClient | null): SlackContext | null {
    if (team === null) return null;
    const known = contexts.get(team);
    if (known !== undefined) return known;
    const context = createContext(team, shared);
    contexts.set(team, context);
    return context;
  }
  return {
    of: async (teamId) => contextOf(await clients.of(teamId)),
    known: (teamId) => contextOf(clients.known(teamId)),
  };
}

function createContext(team: TeamClient, shared: Shared): SlackContext {
  const { client, posting, identify, onTokenRefused } = team;
  const { clock, logger } = shared;
  const people = createPeople({ client, clock, logger });
  return {
    ...shared,
    client,
    posting,
    identify,
    onTokenRefused,
    questions: createQuestionBook(),
    inTurn: createInTurn(),
    async askerOf({ userId, channelId, threadTs }) {
      const { teamId, workspaceId } = await identify();
      const { isManager, timeZone } = await people(userId, teamId);
      // Slack lets members alone write and press buttons in a private channel, and everyone join a public one.
      const threadId = threadTs === null ? null : threadIdOf(channelId, threadTs);
      const asker = { platform: "slack" as const, workspaceId, channelId, threadId, userId, isManager };
      return { ...asker, isMember: true, timeZone, ...(isDirect(channelId) ? { isDirect: true } : {}) };
    },
  };
}
