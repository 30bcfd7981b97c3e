import type { Platform } from "../chat/chat.ts";
import type { Reach } from "./reach.ts";

/** When a digest is due: a local time of day on some weekdays, in a time zone; a rule says what goes beyond that. */
export interface Schedule {
  /** Minutes after midnight, local time; the first of the day. */
  minuteOfDay: number;
  /** ISO weekdays, 1 is Monday; sorted, at least one. */
  weekdays: number[];
  /** IANA zone. */
  timeZone: string;
  rule?: ScheduleRule | undefined;
}

export interface ScheduleRule {
  /** The further times of a day, in minutes after midnight; ascending, each later than `minuteOfDay`. */
  laterMinutes: number[];
  /** Not each week but each second, third or fourth, counted from the week of this Monday (ISO date). */
  everyWeeks: { count: number; from: string } | null;
  /** Days of a month, in place of the weekdays; empty where the weekdays count. */
  monthDays: MonthDay[];
  /** The country (ISO 3166-1), or part of one (ISO 3166-2), on whose public holidays no digest comes. */
  skipsHolidaysOf?: string | undefined;
}

/** Of a month's days that are one of the weekdays, the `nth`; the last where it has fewer, or where `nth` is -1. */
export interface MonthDay {
  nth: number;
  weekdays: number[];
}

/** What to post on a day without news. */
export const WHEN_EMPTY = ["line", "silence"] as const;
export type WhenEmpty = (typeof WHEN_EMPTY)[number];

/** The language of a digest's headings, marks and dates. Sentences and quotes stay in the language of the articles. */
export const LANGUAGES = ["en", "de", "fr"] as const;
export type Language = (typeof LANGUAGES)[number];

/** What a channel has been told: the revision of each article that its digests used. */
export type Told = Readonly<Record<string, number>>;

/** Why we stopped posting to a channel until somebody fixes it. `failing`: the platform rejected several digests in a row. */
export const CHANNEL_TROUBLES = ["gone", "archived", "forbidden", "failing"] as const;
export type ChannelTrouble = (typeof CHANNEL_TROUBLES)[number];

export interface NewSubscription extends Schedule {
  workspaceId: string;
  platform: Platform;
  channelId: string;
  /** As typed. Each digest parses them again, because people and words are looked up in what is stored by then. */
  topics: string[];
  whenEmpty: WhenEmpty;
  language: Language;
  reach?: Reach | undefined;
  /** The platform's id of the person who set it up, whom we tell if we can't post to the channel. */
  createdBy: string | null;
  createdAtMs: number;
}

/** A channel that follows topics on a schedule. */
export interface Subscription extends NewSubscription {
  id: number;
  told: Told;
  /** Whether it is a watch, which has no schedule: its slots are due when what it watches for comes. */
  isWatch?: boolean;
  paused: { reason: ChannelTrouble; atMs: number } | null;
}

/**
 * A due time. `key` is the digest's local date (ISO), with the time of day behind it for the second and each later one of a date
 * ("2026-03-02T18:00"): one digest per key, even if the clock or the time zone's rules change. Keys sort as their times do.
 */
export interface PlannedSlot {
  key: string;
  dueAtMs: number;
}

/**
 * `waiting` until it is due; `claimed` while a process works on it; then `posted`, `silent` (nothing new, and the subscription wants
 * no line for that) or `failed` (given up, with a reason).
 */
export const SLOT_STATES = ["waiting", "claimed", "posted", "silent", "failed"] as const;
type SlotState = (typeof SLOT_STATES)[number];

export interface Slot extends PlannedSlot {
  id: number;
  subscriptionId: number;
  state: SlotState;
  /** The last missed due time that it also covers; null if it covers only its own. */
  coversUntilMs: number | null;
  /** A sentence on why it is late, empty or failed, or null. */
  reason: string | null;
  /** How often it was claimed. The holder of an older claim has lost it. */
  claim: number;
  claimedAtMs: number | null;
  doneAtMs: number | null;
}

/** `sending` is stored together with the lease right before the request: a message in this state may have been posted. */
export const PART_STATES = ["waiting", "sending", "sent"] as const;
type PartState = (typeof PART_STATES)[number];

/** One message of a slot, rendered by the platform's adapter. */
export interface DeliveryPart {
  id: number;
  part: number;
  /** Unique in the store; at most 25 characters, Discord's limit for a nonce. */
  key: string;
  state: PartState;
  messageId: string | null;
  attempts: number;
  /** Since when a request for it may have brought it, or a copy beside the one that was sent since. Null without doubt. */
  doubtSinceMs: number | null;
  payload: object;
}

/** A digest that was asked for has a key of its own, beside the schedule. */
export const ASKED_FOR = "now:";

export function isAskedFor(slot: { key: string }): boolean {
  return slot.key.startsWith(ASKED_FOR);
}
