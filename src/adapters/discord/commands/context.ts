import type { Logger } from "pino";
import type { ActionStore, Asker, ChatHealth, EventLog, PlaceRights } from "../../../domain/chat/chat.ts";
import type { Clock } from "../../../domain/clock.ts";
import type { Admission } from "../../chat/admit-work.ts";
import type { QuestionBook } from "../../chat/question-book.ts";
import type { RememberingDesk } from "../../chat/remember-threads.ts";
import type { Acknowledgements } from "../../chat/take-turns.ts";
import type { DiscordApi } from "../connection/api.ts";
import type { Places } from "../connection/places.ts";
import type { DiscordTimings } from "../connection/timings.ts";
import type { CommandIds } from "../documents/link-commands.ts";
import type { People } from "./people.ts";

/** What every listener of the adapter works with. */
export interface DiscordContext {
  desk: RememberingDesk;
  actions: ActionStore;
  events: EventLog;
  acknowledgements: Acknowledgements;
  admission: Admission;
  /** Whether nobody was told under a key lately. */
  isNews(key: string): boolean;
  /** Suggestions that are looked for. */
  suggesting: Set<Promise<void>>;
  logger: Logger;
  clock: Clock;
  api: DiscordApi;
  marksSeen?: boolean | undefined;
  counts: ChatHealth["counts"];
  timings: DiscordTimings;
  questions: QuestionBook;
  people: People;
  places: Places;
  /** The registered commands, once Discord has said which there are. */
  commandIds(): CommandIds;
  /** Who the bot is, as the gateway says at the start of a session. */
  botUserId(): string;
  /** Where files that people attach are; nothing else is fetched. */
  fileHosts: ReadonlySet<string>;
  /** Discord no longer takes the token: the adapter's health says so, in this sentence. */
  onTokenRefused(sentence: string): void;
}

/** Where somebody asks, as Discord says it. */
export interface Where {
  guildId: string | null;
  channelId: string;
  userId: string;
  isThread: boolean;
  isManager: boolean;
  /** Whether somebody brought the app there for themselves: it belongs to no server, and they alone see its answers. */
  isCarried?: boolean | undefined;
  /** What the bot may do there, as an interaction says it. */
  place?: PlaceRights | undefined;
}

/** Outside of threads a direct conversation is one conversation. */
export function askerOf(workspaceId: string, where: Where): Asker {
  const { channelId, userId, isManager, isThread, guildId, place } = where;
  const threadId = isThread || guildId === null ? channelId : null;
  const asker = { platform: "discord" as const, workspaceId, channelId, threadId, userId, isManager };
  return { ...asker, isMember: true, timeZone: null, place, ...(guildId === null ? { isDirect: true } : {}) };
}
