export interface DiscordTimings {
  /** One try of one call of the API. */
  apiTimeoutMs: number;
  apiRetries: number;
  /** One try of an acknowledgement, for which Discord waits three seconds. */
  ackTimeoutMs: number;
  /** Pauses between calls that nobody was there to take. */
  retryMinMs: number;
  retryMaxMs: number;
  /** A longer pause that Discord asks for is not waited for. */
  longestPauseMs: number;
  /** Pauses between tries to connect, from the first to the longest. */
  reconnectMinMs: number;
  reconnectMaxMs: number;
  /** The start waits for the gateway no longer than this; the connection is tried on. */
  connectTimeoutMs: number;
  /** Work that takes longer is shown as typing; commands show it from the beginning. */
  slowAfterMs: number;
}
