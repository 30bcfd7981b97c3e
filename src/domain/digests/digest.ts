import type { Platform } from "../chat/chat.ts";

/** When a digest is due, in the local time of a zone: one time of the day on some weekdays. */
export interface Schedule {
  /** Minutes after midnight, local time. */
  minuteOfDay: number;
  /** ISO weekdays, 1 is Monday; sorted, at least one. */
  weekdays: number[];
  /** IANA zone. */
  timeZone: string;
}

/** What is posted on a day without news. */
export const WHEN_EMPTY = ["line", "silence"] as const;
export type WhenEmpty = (typeof WHEN_EMPTY)[number];

/** What the frame of a digest is written in: headings, marks, dates. Sentences and quotes stay the articles' own. */
export const LANGUAGES = ["en", "de", "fr"] as const;
export type Language = (typeof LANGUAGES)[number];

/** What a channel has been told: the revision of each article that a digest was composed of. */
export type Told = Readonly<Record<string, number>>;

/** Why a channel is no longer posted to, until somebody mends it. `failing`: the platform refused one digest after another. */
export const CHANNEL_TROUBLES = ["gone", "archived", "forbidden", "failing"] as const;
export type ChannelTrouble = (typeof CHANNEL_TROUBLES)[number];

export interface NewSubscription extends Schedule {
  workspaceId: string;
  platform: Platform;
  channelId: string;
  /** As they were typed; a digest reads them anew, because people and words are found in what is stored by then. */
  topics: string[];
  whenEmpty: WhenEmpty;
  language: Language;
  /** The platform's id of the follower, who is told when the channel can't be posted to. */
  createdBy: string | null;
  createdAtMs: number;
}

/** A channel that follows topics on a schedule. */
export interface Subscription extends NewSubscription {
  id: number;
  told: Told;
  paused: { reason: ChannelTrouble; atMs: number } | null;
}

/** A due time. `key` is the local date (ISO) that the digest is of: one digest a date, whatever a clock or a zone's rules do. */
export interface PlannedSlot {
  key: string;
  dueAtMs: number;
}

/**
 * `waiting` for its time; `claimed` while it is worked; then `posted`, `silent` (nothing new, and the subscription wants no line)
 * or `failed` (given up, with its reason).
 */
export const SLOT_STATES = ["waiting", "claimed", "posted", "silent", "failed"] as const;
type SlotState = (typeof SLOT_STATES)[number];

export interface Slot extends PlannedSlot {
  id: number;
  subscriptionId: number;
  state: SlotState;
  /** The last of the missed due times that it stands for as well; null where it stands for itself. */
  coversUntilMs: number | null;
  /** Why it is late, empty or failed: a sentence; null where there is nothing to say. */
  reason: string | null;
  /** How often it was claimed. Whoever holds an older claim has lost it. */
  claim: number;
  claimedAtMs: number | null;
  doneAtMs: number | null;
}

/** `sending` is written down with the lease, as the last step before the request: a message that is found so may have been posted. */
export const PART_STATES = ["waiting", "sending", "sent"] as const;
type PartState = (typeof PART_STATES)[number];

/** One message of a slot, as the platform's adapter made it. */
export interface DeliveryPart {
  id: number;
  part: number;
  /** Unique in the store; at most 25 characters, which is what Discord takes for a nonce. */
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
