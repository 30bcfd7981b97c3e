import { AsyncLocalStorage } from "node:async_hooks";
import { REST, type RESTOptions } from "@discordjs/rest";
import type { Gate } from "../../chat/create-gate.ts";
import { makeRequest } from "./make-request.ts";

/** `apiTimeoutMs`: one try of a call is given up after this. A slot's lease is longer. */
export interface BotRestConfig {
  token: string;
  /** Discord's API, or a server that speaks it. */
  apiUrl: string;
  apiTimeoutMs: number;
}

type Send = RESTOptions["makeRequest"];
type DiscordGate = Gate<Parameters<Send>[0], Parameters<Send>[1], Awaited<ReturnType<Send>>>;

/** How calls are made. */
export interface CallManner {
  /** Tries after the first one, where the way or Discord's server fails. */
  retries: number;
  /** A longer pause that Discord asks for is not waited for: the call fails. */
  longestWaitMs: number;
  /** Asked before each request, as the last thing before it leaves. */
  gate?: DiscordGate;
}

/** The calls that are made with the bot's token. */
export interface BotRest {
  rest: REST;
  /** Makes every call of this work, and of no other, in this manner. */
  inManner<T>(manner: CallManner, work: () => Promise<T>): Promise<T>;
  /** Ends the timers that would outlive the program. */
  close(): void;
}

/** Of answers in a chat, whose calls do no harm twice. */
const IN_CHAT: CallManner = { retries: 3, longestWaitMs: 60_000 };

/**
 * discord.js's REST client, one for each token: it counts Discord's buckets and the fifty calls a second, for digests and answers together.
 * It has one manner of making calls for all of them; who wants another one names it.
 */
export function createBotRest({ token, apiUrl, apiTimeoutMs }: BotRestConfig): BotRest {
  const manners = new AsyncLocalStorage<CallManner>();
  const manner = () => manners.getStore() ?? IN_CHAT;
  const send: Send = (url, init) => (manner().gate?.send ?? makeRequest)(url, init);
  const rest = new REST({
    api: apiUrl,
    version: "10",
    makeRequest: send,
    timeout: apiTimeoutMs,
    rejectOnRateLimit: ({ retryAfter }) => retryAfter > manner().longestWaitMs,
  }).setToken(token);
  // It reads this option at each failure, so that every call can have its own.
  Object.defineProperty(rest.options, "retries", { get: () => manner().retries });
  return {
    rest,
    inManner: (given, work) => manners.run(given, work),
    close() {
      rest.clearHashSweeper();
      rest.clearHandlerSweeper();
      // Up to Node 22, each storage that is in use costs time at every promise.
      manners.disable();
    },
  };
}
