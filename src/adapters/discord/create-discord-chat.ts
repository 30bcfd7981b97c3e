import type { Logger } from "pino";
import type { ActionStore, Chat, ChatHealth, Desk, EventLog } from "../../domain/chat/chat.ts";
import type { Clock } from "../../domain/clock.ts";
import { within } from "../../domain/within.ts";
import type { WorkspaceStore } from "../../domain/workspace/installations.ts";
import type { Admission } from "../chat/admit-work.ts";
import { createQuestionBook } from "../chat/question-book.ts";
import { rememberThreads } from "../chat/remember-threads.ts";
import { createNoticeLimit } from "../chat/take-payload.ts";
import type { Acknowledgements } from "../chat/take-turns.ts";
import type { DiscordContext } from "./commands/context.ts";
import { createListener, settled, type Track } from "./commands/listeners.ts";
import { createPeople } from "./commands/people.ts";
import { createApi } from "./connection/api.ts";
import { createCommandBook } from "./connection/command-book.ts";
import type { BotRest } from "./connection/create-bot-rest.ts";
import { createGatewayConnection } from "./connection/create-gateway-connection.ts";
import { errorForLog } from "./connection/errors.ts";
import { createPlaces } from "./connection/places.ts";
import { createServers } from "./connection/servers.ts";
import type { DiscordTimings } from "./connection/timings.ts";

export interface DiscordConfig {
  token: string;
  /** The client of that token, which the digests use as well. Whoever made it closes it. */
  bot: BotRest;
  /** Whether plain replies in the bot's threads are read, which takes Discord's message content intent. */
  messageContent: boolean;
  /** Discord's API, or a server that speaks it. */
  apiUrl: string;
  timings: DiscordTimings;
}

export interface DiscordDeps {
  desk: Desk;
  actions: ActionStore;
  events: EventLog;
  acknowledgements: Acknowledgements;
  admission: Admission;
  /** Whether lines in the bot's threads that ask it nothing get a reaction. */
  marksSeen?: boolean | undefined;
  workspaces: WorkspaceStore;
  logger: Logger;
  clock: Clock;
}

export const DISCORD_TIMINGS: DiscordTimings = {
  apiTimeoutMs: 10_000,
  apiRetries: 3,
  ackTimeoutMs: 2500,
  retryMinMs: 500,
  retryMaxMs: 4000,
  longestPauseMs: 60_000,
  reconnectMinMs: 500,
  reconnectMaxMs: 60_000,
  connectTimeoutMs: 15_000,
  slowAfterMs: 1200,
};

/** Where Discord keeps what people attach. */
const FILE_HOSTS = ["cdn.discordapp.com", "media.discordapp.net"];

/** The Discord adapter: receives events, passes them to the desk and renders its replies. It makes no decisions. */
export function createDiscordChat(config: DiscordConfig, deps: DiscordDeps): Chat {
  const { clock } = deps;
  const logger = deps.logger.child({}, { serializers: { err: errorForLog } });
  const { timings } = config;
  const counts: ChatHealth["counts"] = { answered: 0, failed: 0, malformed: 0, repeated: 0 };
  const api = createApi(config);
  let botUserId = "";
  const registered = createCommandBook({ api, logger });
  let refused: string | null = null;
  let tellFailure: (sentence: string) => void = () => undefined;
  const context: DiscordContext = {
    ...deps,
    desk: rememberThreads(deps.desk),
    isNews: createNoticeLimit(clock),
    suggesting: new Set(),
    logger,
    api,
    counts,
    timings,
    questions: createQuestionBook(),
    people: createPeople({ api, clock, logger }),
    places: createPlaces({ api, logger }),
    botUserId: () => botUserId,
    commandIds: registered.ids,
    fileHosts: new Set([...FILE_HOSTS, new URL(config.apiUrl).host]),
    onTokenRefused(sentence) {
      if (refused === null) tellFailure(sentence);
      refused = sentence;
    },
  };
  const servers = createServers({ lookUp: api.guild, workspaces: deps.workspaces, clock, logger });
  const underWay = new Set<Promise<void>>();
  const track: Track = (work) => {
    underWay.add(work);
    void work.finally(() => underWay.delete(work));
  };
  const listen = createListener(context, servers, track);
  const connection = createGatewayConnection({
    ...config,
    rest: api.rest,
    logger,
    onDispatch: listen,
    onReady(session) {
      botUserId = session.userId;
      track(settled(context, "ready", servers.compare(session)));
      track(settled(context, "commands", registered.learn()));
    },
    onMalformed() {
      counts.malformed += 1;
    },
    onFailed: (sentence) => tellFailure(sentence),
  });

  return {
    start: () => connection.start(),
    async stop(deadlineMs) {
      await within(
        connection.stop().then(() => Promise.all(underWay)),
        deadlineMs,
      );
      api.close();
    },
    health() {
      const state = connection.state();
      const shown = refused !== null && state.state === "connected" ? { state: "failed" as const, detail: refused } : state;
      return { platform: "discord", ...shown, counts: { ...counts } };
    },
    whenFailed(tell) {
      tellFailure = tell;
    },
  };
}
