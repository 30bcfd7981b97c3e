import { setTimeout as sleep } from "node:timers/promises";
import type { REST } from "@discordjs/rest";
import { CloseCodes, WebSocketManager, WebSocketShardEvents } from "@discordjs/ws";
import { GatewayIntentBits } from "discord-api-types/v10";
import type { Logger } from "pino";
import type { ChatState } from "../../../domain/chat/chat.ts";
import { AppError } from "../../../domain/errors.ts";
import { within } from "../../../domain/within.ts";
import { readyGuilds } from "../commands/schema.ts";
import { createShards } from "./create-shards.ts";
import { closeSentence, isTokenRefusal, tokenError } from "./errors.ts";
import type { Session } from "./servers.ts";
import { isFrame } from "./socket-frame.ts";
import type { DiscordTimings } from "./timings.ts";

export interface GatewayOptions {
  token: string;
  rest: REST;
  /** Whether plain replies in the bot's threads are asked for, which takes Discord's message content intent. */
  messageContent: boolean;
  timings: DiscordTimings;
  logger: Logger;
  onDispatch(event: { t: string; d: unknown }): void;
  /** At the start of each session. */
  onReady(session: Session): void;
  onMalformed(): void;
  /** Told in one sentence that the gateway is shut, and stays so until a person has mended something. */
  onFailed(sentence: string): void;
}

interface ConnectionState {
  state: ChatState;
  /** One sentence, null where all is well. */
  detail: string | null;
}

export interface GatewayConnection {
  start(): Promise<void>;
  stop(): Promise<void>;
  state(): ConnectionState;
}

const CLOSE_MS = 1000;
/** Discord refuses an intent that is not switched on for the application. */
const DISALLOWED_INTENTS = 4014;
/** There are too few shards, or a shard is invalid: Discord then says again how many it wants. */
const RESHARD_CODES = new Set([4010, 4011]);
/** So often in the life of a process; after that a new one starts. */
const MOST_RESHARDS = 3;
/** None of these takes a privilege: servers joined and left, mentions and replies, direct messages. */
const INTENTS = GatewayIntentBits.Guilds | GatewayIntentBits.GuildMessages | GatewayIntentBits.DirectMessages;

const LOST = "The connection to Discord is lost. Reconnecting.";
const NOT_YET = "Discord has not responded yet. Retrying.";
const WITHOUT_CONTENT =
  "Discord does not let the bot read messages, so it answers mentions and commands only. Switch on “Message Content Intent” under “Bot” at discord.com/developers/applications and restart, or set DISCORD_MESSAGE_CONTENT=0.";

interface Gateway {
  readonly options: GatewayOptions;
  readonly stopping: AbortController;
  readsContent: boolean;
  state: ConnectionState;
  manager: WebSocketManager | null;
  /** The connections of the session under way: how many there are to be, and which are open. */
  shardCount: number;
  readonly open: Set<number>;
  onConnected(): void;
}

/**
 * The gateway by discord.js's own client, which resumes, identifies again and waits as Discord asks. Around it one loop opens a session,
 * waits until it is lost for good, and opens the next: without the message content intent where Discord refuses that.
 */
export function createGatewayConnection(options: GatewayOptions): GatewayConnection {
  const gateway: Gateway = {
    options,
    stopping: new AbortController(),
    readsContent: options.messageContent,
    state: { state: "stopped", detail: null },
    manager: null,
    shardCount: 1,
    open: new Set(),
    onConnected: () => undefined,
  };
  let loop: Promise<void> = Promise.resolve();

  return {
    async start() {
      set(gateway, { state: "connecting", detail: NOT_YET });
      let refused: unknown = null;
      const opened = new Promise<void>((resolve) => {
        gateway.onConnected = resolve;
      });
      const tried = new Promise<void>((resolve) => {
        loop = keepConnected(gateway, (error) => {
          refused = error;
          resolve();
        });
      });
      await within(Promise.race([tried, opened, loop]), options.timings.connectTimeoutMs);
      if (refused instanceof AppError) throw refused;
    },
    async stop() {
      gateway.stopping.abort();
      gateway.state = { state: "stopped", detail: null };
      await close(gateway.manager);
      await loop;
    },
    state: () => gateway.state,
  };
}

function set(gateway: Gateway, next: ConnectionState): void {
  if (gateway.stopping.signal.aborted) return;
  gateway.state = next;
  if (next.state === "connected") gateway.onConnected();
}

function setOpen(gateway: Gateway, shardId: number): void {
  const { open, shardCount } = gateway;
  open.add(shardId);
  if (open.size < shardCount) {
    const detail = `${open.size} of ${shardCount} connections to Discord are open. Discord limits how fast a bot may open them.`;
    set(gateway, { state: "connecting", detail });
    return;
  }
  const isDegraded = gateway.options.messageContent && !gateway.readsContent;
  set(gateway, { state: "connected", detail: isDegraded ? WITHOUT_CONTENT : null });
}

async function keepConnected(gateway: Gateway, onFailure: (error: unknown) => void): Promise<void> {
  const { stopping, options } = gateway;
  let reshards = 0;
  for (let failures = 0; !stopping.signal.aborted; ) {
    try {
      const code = await runSession(gateway);
      if (stopping.signal.aborted) return;
      await close(gateway.manager);
      if (RESHARD_CODES.has(code) && reshards < MOST_RESHARDS) {
        reshards += 1;
        options.logger.warn({ code }, "Discord wants a different number of connections; asking how many");
        set(gateway, { state: "connecting", detail: LOST });
        await pause(backoffMs(reshards, options.timings), stopping.signal);
        continue;
      }
      if (code !== DISALLOWED_INTENTS || !gateway.readsContent) throw new AppError("config", closeSentence(code) ?? LOST);
      gateway.readsContent = false;
      options.logger.warn(WITHOUT_CONTENT);
    } catch (error) {
      await close(gateway.manager);
      failures += 1;
      const lasting = lastingFailure(error);
      options.logger.warn({ err: error }, "The gateway of Discord is not open");
      set(gateway, lasting === null ? { state: "connecting", detail: LOST } : { state: "failed", detail: lasting.message });
      onFailure(lasting ?? error);
      if (lasting !== null) return options.onFailed(lasting.message);
      await pause(backoffMs(failures, options.timings), stopping.signal);
    }
  }
}

/** One session, however often it is resumed: resolves to the code with which Discord ended it for good. */
function runSession(gateway: Gateway): Promise<number> {
  const manager = createManager(gateway.options, gateway.readsContent);
  gateway.manager = manager;
  gateway.open.clear();
  const ended = new Promise<number>((resolve) => {
    manager.on(WebSocketShardEvents.Closed, ({ code, shardId }) => {
      gateway.open.delete(shardId);
      if (closeSentence(code) !== null) resolve(code);
      else set(gateway, { state: "connecting", detail: LOST });
    });
  });
  manager.on(WebSocketShardEvents.Ready, ({ data, shardId }) => {
    const guildIds = readyGuilds.safeParse(data.guilds).data?.map(({ id }) => id) ?? null;
    gateway.options.onReady({ userId: data.user.id, guildIds, shardId, shardCount: gateway.shardCount });
    setOpen(gateway, shardId);
  });
  manager.on(WebSocketShardEvents.Resumed, ({ shardId }) => setOpen(gateway, shardId));
  const failed = openAll(gateway, manager).then(
    () => ended,
    // A refusal is told by its code; everything else failed before Discord was reached.
    (error: unknown) => Promise.race([ended, Promise.reject(error)]),
  );
  failed.catch(() => undefined);
  return Promise.race([ended, failed, untilAborted(gateway.stopping.signal)]);
}

/** As many connections as Discord recommends for the number of servers, as fast as it lets a bot open them. */
async function openAll(gateway: Gateway, manager: WebSocketManager): Promise<void> {
  gateway.shardCount = await manager.getShardCount();
  await manager.connect();
}

function createManager(options: GatewayOptions, readsContent: boolean): WebSocketManager {
  const { token, rest, logger } = options;
  const manager = new WebSocketManager({
    token,
    rest,
    intents: readsContent ? INTENTS | GatewayIntentBits.MessageContent : INTENTS,
    // As many connections as Discord recommends for the number of servers.
    shardCount: null,
    buildStrategy: (made) =>
      createShards(made, {
        accepts(data) {
          if (isFrame(data)) return true;
          options.onMalformed();
          logger.warn("A frame from Discord could not be read and was dropped");
          return false;
        },
        onFailure: (error) => logger.warn({ err: error }, "A frame from Discord could not be handled"),
      }),
  });
  manager.on(WebSocketShardEvents.Dispatch, ({ data }) => options.onDispatch({ t: data.t, d: data.d }));
  // Without a listener an error would be thrown; the close that follows it is what counts.
  manager.on(WebSocketShardEvents.Error, ({ error }) => logger.debug({ err: error }, "The socket to Discord failed"));
  return manager;
}

/** What only a person can mend. */
function lastingFailure(error: unknown): AppError | null {
  if (error instanceof AppError) return error;
  return isTokenRefusal(error) ? tokenError(error) : null;
}

async function close(manager: WebSocketManager | null): Promise<void> {
  const closed = manager?.destroy({ code: CloseCodes.Normal }) ?? Promise.resolve();
  // A server that does not close its side as well is not waited for.
  await within(
    Promise.resolve(closed).catch(() => undefined),
    CLOSE_MS,
  );
}

function untilAborted(signal: AbortSignal): Promise<number> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(CloseCodes.Normal);
    else signal.addEventListener("abort", () => resolve(CloseCodes.Normal), { once: true });
  });
}

/** Doubling from the shortest to the longest. */
function backoffMs(failures: number, timings: DiscordTimings): number {
  return Math.min(timings.reconnectMaxMs, timings.reconnectMinMs * 2 ** Math.min(failures, 20));
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => undefined);
}
