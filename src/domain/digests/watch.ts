import type { Platform } from "../chat/chat.ts";
import type { ChannelTrouble, Slot } from "./digest.ts";

/** Hours of the day, in minutes after midnight of the watch's zone, in which it tells nothing; they may go over midnight. */
interface QuietHours {
  fromMinute: number;
  toMinute: number;
}

/** What somebody wants to be told at once. It is kept as it was typed, and read again whenever articles come. */
export interface NewWatch {
  workspaceId: string;
  platform: Platform;
  /** Where it is told: a channel, or a person's direct messages. */
  channelId: string;
  words: string;
  /** IANA zone. */
  timeZone: string;
  /** Whether only the person who set it up is told. */
  isDirect: boolean;
  quiet: QuietHours | null;
  /** So long before a planned meeting it is told of again; null for no reminder. */
  remindMs: number | null;
  createdBy: string | null;
  createdAtMs: number;
}

export interface Watch extends NewWatch {
  id: number;
  paused: { reason: ChannelTrouble; atMs: number } | null;
}

export const WATCH_EVENTS = ["held", "planned", "moved", "cancelled", "said", "reminder"] as const;
export type WatchEvent = (typeof WATCH_EVENTS)[number];

/** Something that a watch tells of, with the passage that says it. */
export interface NewHit {
  watchId: number;
  event: WatchEvent;
  /** Who met, or who spoke, as one key: a second report of the same has the same. */
  sides: string;
  /** Of a meeting; null of what was said. */
  meetingId: string | null;
  /** The meeting's ISO dates, null where it has none. */
  dateStart: string | null;
  dateEnd: string | null;
  start: number;
  end: number;
}

export interface WatchHit extends NewHit {
  articleId: string;
  atMs: number;
}

/** When a hit is told: with the slot of this key, which is made where there is none that waits. */
export interface PlacedHit extends NewHit {
  slot: { key: string; dueAtMs: number };
}

/** What a watch told of lately, and its slots, as it is when a hit is decided. */
export interface WatchPast {
  hits: WatchHit[];
  slots: Slot[];
}

/** What the channel of a watch begins with that only one person is told: their id stands behind it, and posters find the conversation. */
export const DIRECT = "user:";
