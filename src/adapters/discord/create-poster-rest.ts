import { REST } from "discord.js";
import { makeRequest } from "./make-request.ts";

/** One call of the API. A slot's lease is longer. */
const API_TIMEOUT_MS = 10_000;

/** Calls that are tried once, for what comes back by itself. Pauses up to `maxWaitMs` are waited for by discord.js, which knows Discord's buckets. */
export function createPosterRest(config: { token: string; apiUrl: string }, maxWaitMs: number): REST {
  return new REST({
    api: config.apiUrl,
    version: "10",
    makeRequest,
    timeout: API_TIMEOUT_MS,
    retries: 0,
    rejectOnRateLimit: ({ retryAfter }) => retryAfter > maxWaitMs,
    // Timers that would outlive the program.
    hashSweepInterval: 0,
    handlerSweepInterval: 0,
  }).setToken(config.token);
}
