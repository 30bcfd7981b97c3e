import { App } from "@slack/bolt";
import type { Logger } from "pino";
import type { ActionStore, Chat, ChatHealth, Desk, EventLog } from "../../domain/chat/chat.ts";
import type { Clock } from "../../domain/clock.ts";
import { within } from "../../domain/within.ts";
import type { Admission } from "../chat/admit-work.ts";
import { rememberThreads } from "../chat/remember-threads.ts";
import { createNoticeLimit } from "../chat/take-payload.ts";
import type { Acknowledgements } from "../chat/take-turns.ts";
import type { SlackTimings } from "./commands/context.ts";
import { addListeners } from "./commands/listeners.ts";
import { createBoltLogger } from "./connection/bolt-logger.ts";
import type { Connection } from "./connection/connection.ts";
import { createHttpConnection } from "./connection/create-http-connection.ts";
import { createSocketConnection } from "./connection/create-socket-connection.ts";
import { createTeams } from "./connection/create-teams.ts";
import { configError, isTokenRefusal } from "./connection/errors.ts";
import type { InstallPages } from "./connection/install-pages.ts";
import type { Installations } from "./connection/installations.ts";
import { answerHealth, createHttpService, type HttpAddress, type HttpService } from "./connection/serve-http.ts";
import type { Track } from "./connection/take-delivery.ts";
import { createTeamClients, type TeamClients } from "./connection/team-clients.ts";

/** For the workspaces that install the app: their tokens, and the pages on which they do it. */
export interface ForMany {
  installations: Installations;
  pages: InstallPages;
  /** Where the pages are served under Socket Mode. */
  listen: HttpAddress;
}

export type SlackConfig = {
  /** Socket Mode needs no public address; HTTP is for several processes behind a balancer. */
  connection: { mode: "socket"; appToken: string } | { mode: "http"; signingSecret: string; host: string; port: number };
  /** Slack's Web API, or a server that speaks it. */
  apiUrl: string;
  timings: SlackTimings;
} & ({ botToken: string } | ForMany);

export interface SlackDeps {
  desk: Desk;
  actions: ActionStore;
  events: EventLog;
  acknowledgements: Acknowledgements;
  admission: Admission;
  /** Whether lines in the bot's threads that ask it nothing get a reaction. */
  marksSeen?: boolean | undefined;
  logger: Logger;
  clock: Clock;
}

export const SLACK_TIMINGS: SlackTimings = {
  apiTimeoutMs: 10_000,
  settleMs: 30_000,
  longestPauseMs: 60_000,
  // A call is tried through a short outage and a crowd's rate limits: Retry-After is waited for besides.
  apiRetries: 8,
  retryMinMs: 300,
  retryMaxMs: 3000,
  reconnectMinMs: 500,
  reconnectMaxMs: 60_000,
  connectTimeoutMs: 15_000,
  pingTimeoutMs: 5000,
  slowAfterMs: 1200,
};

/** The Slack adapter: receives requests, passes them to the desk and renders its replies. It makes no decisions. */
export function createSlackChat(config: SlackConfig, deps: SlackDeps): Chat {
  const { logger } = deps;
  const { timings } = config;
  const counts: ChatHealth["counts"] = { answered: 0, failed: 0, malformed: 0, repeated: 0 };
  let refused: string | null = null;
  let tellFailure: (sentence: string) => void = () => undefined;
  const clients = createTeamClients(config, {
    apiUrl: config.apiUrl,
    client: {
      timeout: timings.apiTimeoutMs,
      retryConfig: { retries: timings.apiRetries, minTimeout: timings.retryMinMs, maxTimeout: timings.retryMaxMs },
    },
    logger,
    onTokenRefused(error) {
      const { message } = configError(error, "SLACK_BOT_TOKEN");
      if (refused === null) tellFailure(message);
      refused = message;
    },
  });
  const desk = rememberThreads(deps.desk);
  const teams = createTeams(clients, { ...deps, desk, counts, timings });
  const connection = createConnection(config, { ...deps, counts, onFailed: (sentence) => tellFailure(sentence) });
  const installing = createInstallService(config);
  const underWay = new Set<Promise<void>>();
  const app = createApp(config, { connection, logger });
  const installations = "installations" in config ? config.installations : null;
  const track: Track = (work) => {
    underWay.add(work);
    void work.finally(() => underWay.delete(work));
  };
  addListeners(app, { ...deps, teams, counts, timings, installations, isNews: createNoticeLimit(deps.clock), track });

  return {
    async start() {
      if (installations === null) await identifyAtStart(clients, logger);
      else await checkInstallations(installations, logger);
      await Promise.all([connection.start(), installing?.start()]);
    },
    async stop(deadlineMs) {
      const closed = Promise.all([connection.stop(), installing?.stop()]);
      await within(
        closed.then(() => Promise.all(underWay)),
        deadlineMs,
      );
    },
    health() {
      const state = connection.state();
      const shown = refused !== null && state.state === "connected" ? { state: "failed" as const, detail: refused } : state;
      return { platform: "slack", ...shown, counts: { ...counts } };
    },
    whenFailed(tell) {
      tellFailure = tell;
    },
  };
}

interface ConnectionDeps extends Pick<SlackDeps, "logger" | "acknowledgements"> {
  counts: ChatHealth["counts"];
  onFailed(sentence: string): void;
}

function createConnection(config: SlackConfig, deps: ConnectionDeps): Connection {
  const { connection, apiUrl, timings } = config;
  const { counts, onFailed, logger, acknowledgements } = deps;
  const tools = { logger, acknowledgements };
  const onMalformed = () => {
    counts.malformed += 1;
  };
  const pages = "pages" in config ? config.pages : null;
  return connection.mode === "socket"
    ? createSocketConnection({ appToken: connection.appToken, apiUrl, timings, ...tools, onMalformed, onFailed })
    : createHttpConnection({ ...connection, pages, ...tools, onMalformed });
}

/** Under Socket Mode nothing listens: the pages of the installation get a server of their own. */
function createInstallService(config: SlackConfig): HttpService | null {
  if (!("pages" in config) || config.connection.mode === "http") return null;
  const { pages, listen } = config;
  return createHttpService(listen, async (request, response) => {
    if (!answerHealth(request, response) && !(await pages(request, response))) response.writeHead(404).end();
  });
}

function createApp(config: SlackConfig, { connection, logger }: { connection: Connection; logger: Logger }): App {
  const app = new App({
    receiver: connection,
    // Listeners look the team up themselves: what Bolt could not authorize it would leave to be delivered again, or to time out.
    authorize: async ({ teamId }) => (teamId === undefined ? {} : { teamId }),
    // Slack's conversations are the store's, not Bolt's.
    convoStore: false,
    clientOptions: { slackApiUrl: config.apiUrl, timeout: config.timings.apiTimeoutMs },
    logger: createBoltLogger(logger),
  });
  app.error(async (error) => {
    logger.warn({ code: error.code, err: error }, "Could not handle a payload from Slack");
  });
  return app;
}

/** A key that is missing is no reason to keep the other workspaces waiting: it is said, and everything goes on. */
async function checkInstallations(installations: Installations, logger: Logger): Promise<void> {
  const { teams, faults } = await installations.check();
  logger.info({ teams }, "The Slack app serves every workspace that installs it");
  const [first] = faults;
  if (first !== undefined) logger.error({ unreadable: faults.length }, first);
}

/** A token that Slack refuses stops the start; a Slack that does not answer is waited for. */
async function identifyAtStart(clients: TeamClients, logger: Logger): Promise<void> {
  try {
    const identity = await (await clients.of(""))?.identify();
    logger.info({ teamId: identity?.teamId, botName: identity?.botName }, "Slack knows the app");
  } catch (error) {
    if (isTokenRefusal(error)) throw configError(error, "SLACK_BOT_TOKEN");
    logger.warn({ err: error }, "Slack does not respond yet; retrying");
  }
}
