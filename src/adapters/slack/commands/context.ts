import type { webApi } from "@slack/bolt";
import type { Logger } from "pino";
import type { ActionStore, Asker, ChatHealth, EventLog } from "../../../domain/chat/chat.ts";
import type { Clock } from "../../../domain/clock.ts";
import type { QuestionBook } from "../../chat/question-book.ts";
import type { RememberingDesk } from "../../chat/remember-threads.ts";

/** The installation, as Slack names it: what `auth.test` says of the bot token. */
export interface Identity {
  teamId: string;
  /** The team as the store knows it. */
  workspaceId: string;
  botUserId: string;
  botId: string;
  /** What people type to invite it. */
  botName: string;
}

export interface SlackTimings {
  /** One try of one call of the Web API. */
  apiTimeoutMs: number;
  /** After a request was given up it may still be carried out for as long: before that, a message that is not there may come. */
  settleMs: number;
  /** A longer pause that Slack asks for is not waited for. */
  longestPauseMs: number;
  apiRetries: number;
  retryMinMs: number;
  retryMaxMs: number;
  /** Pauses between tries to connect, from the first to the longest. */
  reconnectMinMs: number;
  reconnectMaxMs: number;
  /** A socket that has not said hello by then is given up. */
  connectTimeoutMs: number;
  /** A socket whose pings stay unanswered for as long is given up. */
  pingTimeoutMs: number;
  /** Work that takes longer is shown to the asker as under way. */
  slowAfterMs: number;
}

/** What every listener of the adapter works with: one team's, with that team's token and no other. */
export interface SlackContext {
  desk: RememberingDesk;
  actions: ActionStore;
  events: EventLog;
  logger: Logger;
  clock: Clock;
  /** Tries by itself what failed: for questions, never for what people see. */
  client: webApi.WebClient;
  /** Tries nothing by itself: for what must not come twice. */
  posting: webApi.WebClient;
  marksSeen?: boolean | undefined;
  counts: ChatHealth["counts"];
  timings: SlackTimings;
  questions: QuestionBook;
  identify(): Promise<Identity>;
  askerOf(where: { userId: string; channelId: string; threadTs: string | null }): Promise<Asker>;
  /** Slack no longer takes the team's token. */
  onTokenRefused(error: unknown): Promise<void>;
  /** Messages into one channel go one after another, in the order in which they were handed over. */
  inTurn<T>(channelId: string, post: () => Promise<T>): Promise<T>;
}

/** A timestamp is unique in its channel only, so that a thread is named by both. */
export function threadIdOf(channelId: string, ts: string): string {
  return `${channelId}:${ts}`;
}

/** A direct conversation with the bot: its channel ids begin with D. */
export function isDirect(channelId: string): boolean {
  return channelId.startsWith("D");
}
