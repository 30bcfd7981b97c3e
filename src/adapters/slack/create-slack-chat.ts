import { App, webApi } from "@slack/bolt";
import type { Logger } from "pino";
import type { ActionStore, Chat, ChatHealth, Desk, EventLog } from "../../domain/chat.ts";
import type { Clock } from "../../domain/clock.ts";
import { createQuestionBook } from "../chat/question-book.ts";
import { within } from "../chat/within.ts";
import { createBoltLogger } from "./bolt-logger.ts";
import type { Connection } from "./connection.ts";
import { type Identity, type SlackContext, type SlackTimings, threadIdOf } from "./context.ts";
import { createHttpConnection } from "./create-http-connection.ts";
import { createSocketConnection } from "./create-socket-connection.ts";
import { configError, isTokenRefusal } from "./errors.ts";
import { createIdentify } from "./identify.ts";
import { createInTurn } from "./in-turn.ts";
import { addListeners } from "./listeners.ts";
import { createPeople } from "./people.ts";

export interface SlackConfig {
  botToken: string;
  /** Socket Mode needs no public address; HTTP is for several processes behind a balancer. */
  connection: { mode: "socket"; appToken: string } | { mode: "http"; signingSecret: string; host: string; port: number };
  /** Slack's Web API, or a server that speaks it. */
  apiUrl: string;
  timings: SlackTimings;
}

export interface SlackDeps {
  desk: Desk;
  actions: ActionStore;
  events: EventLog;
  logger: Logger;
  clock: Clock;
}

export const SLACK_TIMINGS: SlackTimings = {
  apiTimeoutMs: 10_000,
  // A post is tried through a short outage and a crowd's rate limits: Retry-After is waited for besides.
  apiRetries: 8,
  retryMinMs: 300,
  retryMaxMs: 3000,
  reconnectMinMs: 500,
  reconnectMaxMs: 60_000,
  connectTimeoutMs: 15_000,
  pingTimeoutMs: 5000,
  slowAfterMs: 1200,
};

/** The Slack adapter: takes what Slack sends, hands it to the desk, renders what comes back. It decides nothing. */
export function createSlackChat(config: SlackConfig, deps: SlackDeps): Chat {
  const { logger } = deps;
  const { timings } = config;
  const counts: ChatHealth["counts"] = { answered: 0, failed: 0, malformed: 0, repeated: 0 };
  const client = new webApi.WebClient(config.botToken, {
    slackApiUrl: config.apiUrl,
    timeout: timings.apiTimeoutMs,
    retryConfig: { retries: timings.apiRetries, minTimeout: timings.retryMinMs, maxTimeout: timings.retryMaxMs },
    logger: createBoltLogger(logger),
  });
  const identify = createIdentify(client);
  let refused: string | null = null;
  const people = createPeople({ client, clock: deps.clock, logger });
  const context: SlackContext = {
    ...deps,
    client,
    counts,
    timings,
    questions: createQuestionBook(),
    identify,
    inTurn: createInTurn(),
    onTokenRefused(sentence) {
      refused = sentence;
    },
    async askerOf({ userId, channelId, threadTs }) {
      const { teamId, workspaceId } = await identify();
      const { isManager, timeZone } = await people(userId, teamId);
      // Slack lets members alone write and press buttons in a private channel, and everyone join a public one.
      const threadId = threadTs === null ? null : threadIdOf(channelId, threadTs);
      return { platform: "slack", workspaceId, channelId, threadId, userId, isManager, isMember: true, timeZone };
    },
  };
  const connection = createConnection(config, { logger, counts });
  const underWay = new Set<Promise<void>>();
  const app = createApp(config, { connection, logger, identify });
  addListeners(app, context, (work) => {
    underWay.add(work);
    void work.finally(() => underWay.delete(work));
  });

  return {
    async start() {
      await identifyAtStart(identify, logger);
      await connection.start();
    },
    async stop(deadlineMs) {
      await within(
        connection.stop().then(() => Promise.all(underWay)),
        deadlineMs,
      );
    },
    health() {
      const state = connection.state();
      const shown = refused !== null && state.state === "connected" ? { state: "failed" as const, detail: refused } : state;
      return { platform: "slack", ...shown, counts: { ...counts } };
    },
  };
}

function createConnection(config: SlackConfig, deps: { logger: Logger; counts: ChatHealth["counts"] }): Connection {
  const { connection, apiUrl, timings } = config;
  const { logger, counts } = deps;
  const onMalformed = () => {
    counts.malformed += 1;
  };
  return connection.mode === "socket"
    ? createSocketConnection({ appToken: connection.appToken, apiUrl, timings, logger, onMalformed })
    : createHttpConnection({ ...connection, logger, onMalformed });
}

interface AppParts {
  connection: Connection;
  logger: Logger;
  identify(): Promise<Identity>;
}

function createApp(config: SlackConfig, { connection, logger, identify }: AppParts): App {
  const app = new App({
    receiver: connection,
    // No teamId here: Bolt would add it to every call, which a token of one workspace does not need.
    authorize: async () => {
      const { botUserId, botId } = await identify();
      return { botToken: config.botToken, botUserId, botId };
    },
    // Slack's conversations are the store's, not Bolt's.
    convoStore: false,
    clientOptions: { slackApiUrl: config.apiUrl, timeout: config.timings.apiTimeoutMs },
    logger: createBoltLogger(logger),
  });
  app.error(async (error) => {
    logger.warn({ code: error.code, err: error }, "A payload from Slack could not be handled");
  });
  return app;
}

/** A token that Slack refuses stops the start; a Slack that does not answer is waited for. */
async function identifyAtStart(identify: () => Promise<Identity>, logger: Logger): Promise<void> {
  try {
    const { teamId, botName } = await identify();
    logger.info({ teamId, botName }, "Slack knows the app");
  } catch (error) {
    if (isTokenRefusal(error)) throw configError(error, "SLACK_BOT_TOKEN");
    logger.warn({ err: error }, "Slack does not answer yet; it is tried again");
  }
}
