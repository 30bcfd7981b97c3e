import { AsyncLocalStorage } from "node:async_hooks";
import { REST, type RESTOptions } from "@discordjs/rest";
import type { Gate } from "../../chat/create-gate.ts";
import { makeRequest } from "./make-request.ts";

/** `apiTimeoutMs`: one call of the API is given up after this. A slot's lease is longer. */
export interface PosterRestConfig {
  token: string;
  apiUrl: string;
  apiTimeoutMs: number;
}

type Send = RESTOptions["makeRequest"];
type DiscordGate = Gate<Parameters<Send>[0], Parameters<Send>[1], Awaited<ReturnType<Send>>>;

export interface PosterRest {
  rest: REST;
  /** Has every request of this work, and of no other, go out through the gate. */
  through<T>(gate: DiscordGate, work: () => Promise<T>): Promise<T>;
}

/** Makes calls once, without retries, for work that is retried elsewhere. discord.js waits for rate limits up to `maxWaitMs`, because it knows Discord's buckets. */
export function createPosterRest({ token, apiUrl, apiTimeoutMs }: PosterRestConfig, maxWaitMs: number): PosterRest {
  const gates = new AsyncLocalStorage<DiscordGate>();
  const send: Send = (url, init) => (gates.getStore()?.send ?? makeRequest)(url, init);
  const rest = new REST({
    api: apiUrl,
    version: "10",
    makeRequest: send,
    timeout: apiTimeoutMs,
    retries: 0,
    rejectOnRateLimit: ({ retryAfter }) => retryAfter > maxWaitMs,
    // Timers that would outlive the program.
    hashSweepInterval: 0,
    handlerSweepInterval: 0,
  }).setToken(token);
  return { rest, through: (gate, work) => gates.run(gate, work) };
}
