import { setTimeout as sleep } from "node:timers/promises";
import { type App, type ReceiverEvent, SocketModeReceiver } from "@slack/bolt";
import type { Logger } from "pino";
import type { SlackTimings } from "../commands/context.ts";
import { createBoltLogger } from "./bolt-logger.ts";
import type { Connection, ConnectionState } from "./connection.ts";
import { configError, isLastingRefusal } from "./errors.ts";
import { disconnectReason, isFrame } from "./socket-frame.ts";

export interface SocketOptions {
  appToken: string;
  apiUrl: string;
  timings: SlackTimings;
  logger: Logger;
  onMalformed(): void;
  /** Told in one sentence, once, that Slack refuses the socket until a person has mended something. */
  onFailed(sentence: string): void;
}

interface SlackEvent {
  ack(response?: unknown): Promise<void>;
  body: Record<string, unknown>;
  retry_num?: number;
  retry_reason?: string;
}

type Client = SocketModeReceiver["client"];

/** With these Slack only moves the app to another connection. */
const MOVING_REASONS = new Set(["refresh_requested", "warning"]);

const CLOSE_MS = 1000;

const LOST = "The connection to Slack is lost. Reconnecting.";
/** docs.slack.dev/apis/events-api/using-socket-mode: an app has at most ten connections. */
const TOO_MANY =
  "Slack closed the connection because the app has too many. Stop other programs that use this SLACK_APP_TOKEN; this one then reconnects.";
const SWITCHED_OFF =
  "Slack closed the connection because Socket Mode is off. At api.slack.com/apps open the app, choose “Socket Mode”, and switch it on.";

/**
 * Socket Mode that comes back after any outage. The client's own reconnection is off: it gives up for good, with a rejection that
 * nobody handles, once its retries are spent, and leaves a hole of seconds after each of Slack's requests to move to another
 * connection. Here one loop connects, waits until the connection is lost, and connects again at once, then ever more slowly.
 */
export function createSocketConnection(options: SocketOptions): Connection {
  const { appToken, apiUrl, timings, logger } = options;
  const { client } = new SocketModeReceiver({
    appToken,
    autoReconnectEnabled: false,
    clientPingTimeout: timings.pingTimeoutMs,
    logger: createBoltLogger(logger),
    installerOptions: { clientOptions: { slackApiUrl: apiUrl, timeout: timings.apiTimeoutMs, retryConfig: { retries: 0 } } },
  });
  const stopping = new AbortController();
  let state: ConnectionState = { state: "stopped", detail: null };
  let loop: Promise<void> = Promise.resolve();
  /** Why Slack last said that it would close the socket. */
  let reason: string | null = null;

  function lost(error: unknown): void {
    if (stopping.signal.aborted) return;
    const lasting = lastingFailure(error, reason);
    logger.warn({ err: error, reason }, "The socket to Slack is not open");
    if (lasting === null) {
      state = { state: "connecting", detail: reason === "too_many_websockets" ? TOO_MANY : LOST };
      return;
    }
    const isKnown = state.state === "failed";
    state = { state: "failed", detail: lasting };
    if (!isKnown) options.onFailed(lasting);
  }

  async function keepConnected(firstTry: (error: unknown) => void): Promise<void> {
    for (let failures = 0; !stopping.signal.aborted; ) {
      const closed = onceClosed(client);
      try {
        await connect(client, timings.connectTimeoutMs, stopping.signal);
        state = { state: "connected", detail: null };
        reason = null;
        firstTry(null);
        await closed;
        lost(null);
        // A socket that Slack wants moved is opened at once; one of too many, or one that is not wanted, ever more slowly.
        failures = reason === null || MOVING_REASONS.has(reason) ? 0 : failures + 1;
      } catch (error) {
        failures += 1;
        lost(error);
        firstTry(error);
      }
      await pause(backoffMs(failures, timings), stopping.signal);
    }
  }

  return {
    init(app) {
      listen(client, app, {
        ...options,
        onDisconnect: (why) => {
          reason = why;
        },
      });
    },
    async start() {
      state = { state: "connecting", detail: null };
      const error = await new Promise<unknown>((resolve) => {
        loop = keepConnected(resolve);
      });
      if (error === null || !isLastingRefusal(error)) return;
      stopping.abort();
      await loop;
      throw configError(error, "SLACK_APP_TOKEN");
    },
    async stop() {
      stopping.abort();
      state = { state: "stopped", detail: null };
      await close(client);
      await loop;
    },
    state: () => state,
  };
}

/** What only a person can mend, in a sentence. */
function lastingFailure(error: unknown, reason: string | null): string | null {
  if (isLastingRefusal(error)) return configError(error, "SLACK_APP_TOKEN").message;
  return reason === "link_disabled" ? SWITCHED_OFF : null;
}

interface Listening extends SocketOptions {
  onDisconnect(reason: string): void;
}

/** Frames are looked at before the client sees them, and nothing that a listener throws is left unhandled. */
function listen(client: Client, app: App, { logger, onMalformed, onDisconnect }: Listening): void {
  const take = client.listeners("ws_message");
  client.removeAllListeners("ws_message");
  client.on("ws_message", (data: unknown, isBinary: boolean) => {
    if (isBinary || typeof data !== "string" || !isFrame(data)) {
      onMalformed();
      logger.warn("A frame from Slack could not be read and was dropped");
      return;
    }
    const reason = disconnectReason(data);
    if (reason !== null) onDisconnect(reason);
    for (const listener of take) void listener(data, isBinary);
  });
  client.removeAllListeners("slack_event");
  client.on("slack_event", (event: SlackEvent) => void process(app, event, logger));
}

async function process(app: App, event: SlackEvent, logger: Logger): Promise<void> {
  const received: ReceiverEvent = {
    body: event.body,
    ack: async (response) => event.ack(response),
    ...(event.retry_num === undefined ? {} : { retryNum: event.retry_num }),
    ...(event.retry_reason === undefined ? {} : { retryReason: event.retry_reason }),
  };
  try {
    await app.processEvent(received);
  } catch (error) {
    logger.warn({ err: error }, "Could not process a payload from Slack");
  }
}

/** One try: resolves when Slack has said hello. */
async function connect(client: Client, timeoutMs: number, stopping: AbortSignal): Promise<void> {
  const over = new AbortController();
  const opened = client.start();
  const late = sleep(timeoutMs, undefined, { signal: AbortSignal.any([over.signal, stopping]) }).then(
    () => Promise.reject(new Error("Slack opened no socket in time.")),
    () => Promise.reject(new Error("The adapter is stopping.")),
  );
  try {
    await Promise.race([opened, late]);
  } catch (error) {
    // A socket that opens after it was given up would be nobody's.
    opened.then(
      () => client.disconnect(),
      () => undefined,
    );
    await close(client);
    throw error ?? new Error("Slack closed the socket before it was ready.");
  } finally {
    late.catch(() => undefined);
    over.abort();
  }
}

function onceClosed(client: Client): Promise<void> {
  return new Promise((resolve) => {
    client.once("disconnected", () => resolve());
  });
}

/** The client waits half a minute for the other side to close as well; asked a second time, it does not. */
async function close(client: Client): Promise<void> {
  const closed = client.disconnect();
  const timer = setTimeout(() => void client.disconnect(), CLOSE_MS);
  await closed;
  clearTimeout(timer);
}

/** Nothing after a connection that was lost, then doubling. */
function backoffMs(failures: number, timings: SlackTimings): number {
  if (failures === 0) return 0;
  return Math.min(timings.reconnectMaxMs, timings.reconnectMinMs * 2 ** Math.min(failures - 1, 20));
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => undefined);
}
