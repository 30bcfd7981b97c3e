import type { ChannelTrouble, DeliveryPart, NewSubscription, PlannedSlot, Schedule, Slot, Subscription, Told } from "./digest.ts";

/**
 * The part of the store that holds digests. A subscription has at most one waiting slot of its schedule and at most one claimed
 * slot. Each method is one transaction; if it returns false or null, it changed nothing.
 */

export interface SubscriptionStore {
  add(subscription: NewSubscription, first: PlannedSlot): Promise<Subscription>;
  /** Active digests, oldest first: of one channel, or of the whole workspace if the channel is null. */
  list(workspaceId: string, channelId: string | null): Promise<Subscription[]>;
  /** Sets a new schedule and ends a pause; `next` replaces the waiting slot. */
  reschedule(
    id: number,
    given: Schedule & Pick<NewSubscription, "topics" | "whenEmpty" | "language" | "reach">,
    next: PlannedSlot,
  ): Promise<void>;
  /** Ends a subscription: deletes its waiting slot and keeps its history. */
  stop(id: number, atMs: number): Promise<void>;
  /** Pauses what runs in a channel, watches included, and drops what waits to be posted there. Returns what was paused. */
  pauseIn(lost: { workspaceId: string; channelId: string; why: ChannelTrouble; nowMs: number }): Promise<Subscription[]>;
  /** Newest first, waiting ones included. */
  slots(id: number, limit: number): Promise<Slot[]>;
  /** Adds a digest outside the schedule, due at once. Returns false if one with this key exists. */
  ask(id: number, slot: PlannedSlot): Promise<boolean>;
}

/** A slot to work on, with everything needed for it. */
export interface DueSlot {
  slot: Slot;
  subscription: Subscription;
  /** Its messages, in order; empty until it is composed. */
  parts: DeliveryPart[];
}

/** Identifies the holder of a slot: the number of claims so far. */
export interface Claim {
  slotId: number;
  claim: number;
}

/** A claim, with what the channel has been told and the slot's messages at that time: another process may have worked on the slot since it was listed. */
export interface Held extends Claim {
  told: Told;
  parts: DeliveryPart[];
}

export interface ClaimTerms {
  nowMs: number;
  leaseUntilMs: number;
  /** What the slot covers from now on; null means no change. */
  plan: ClaimPlan | null;
}

export interface ClaimPlan {
  coversUntilMs: number | null;
  reason: string | null;
  /** The subscription's next slot, which replaces the waiting one; null means no change. */
  next: PlannedSlot | null;
}

export interface SlotQuery {
  platforms: readonly string[];
  nowMs: number;
  /** A lease that ends later than this comes from before the clock was set back, and is ignored. */
  maxLeaseMs: number;
  limit: number;
}

export interface NewPart extends Pick<DeliveryPart, "key" | "payload" | "attempts" | "doubtSinceMs"> {}

export interface SlotStore {
  /** Due slots that nobody holds, oldest first. Skips subscriptions that are paused or already have a claimed slot. */
  due(query: SlotQuery): Promise<DueSlot[]>;
  /** One slot, if `due` would include it, else null. */
  find(slotId: number, query: Omit<SlotQuery, "limit">): Promise<DueSlot | null>;
  /** Null if another process was faster, or the subscription ended. */
  claim(due: DueSlot, terms: ClaimTerms): Promise<Held | null>;
  /** Moves the end of the lease, and with it the next attempt. Returns false if the claim is lost. */
  hold(claim: Claim, leaseUntilMs: number): Promise<boolean>;
  /** Replaces the slot's messages and stores what the channel will have been told, and which articles they cite. Null if the claim is lost. */
  compose(claim: Claim, composed: { parts: NewPart[]; told: Told; cites: string[] }): Promise<DeliveryPart[] | null>;
  /** Called before and after each attempt to post. Returns false if the claim is lost; the next holder sees each mark that returned true. */
  mark(claim: Claim, part: PartMark): Promise<boolean>;
  /** Ends the slot. If it was posted or silent, its articles count as told. */
  finish(claim: Claim, end: SlotEnd): Promise<boolean>;
}

export interface PartMark extends Pick<DeliveryPart, "state" | "messageId" | "doubtSinceMs"> {
  partId: number;
  atMs: number;
  /** The new end of the lease; null means no change. */
  leaseUntilMs: number | null;
}

export interface SlotEnd {
  state: "posted" | "silent" | "failed";
  reason: string | null;
  /** Set if the channel itself is the problem; pauses the subscription. */
  pause: ChannelTrouble | null;
  atMs: number;
}

/** An article that a posted digest cites. */
export interface CitedArticle {
  id: string;
  title: string | null;
  publisher: string | null;
  publishedAt: string | null;
  url: string | null;
}

/** Notices below digests that were posted, about articles that their publishers withdrew since. */
export interface NoticeStore {
  /** Makes posted slots due again that such a notice is owed, at most one of a subscription. How many. */
  reopen(query: { platforms: readonly string[]; nowMs: number; limit: number }): Promise<number>;
  /** The articles that the slot cites, that were withdrawn since, and of which its channel was not told. */
  pending(slotId: number): Promise<CitedArticle[]>;
  /** Adds messages behind those of the slot, by which its channel is told of these articles. All its messages; null if the claim is lost. */
  append(claim: Claim, notice: { parts: NewPart[]; articleIds: string[] }): Promise<DeliveryPart[] | null>;
}

/** A due slot: not started, or abandoned by its last holder. */
interface DueRef {
  id: number;
  isBegun: boolean;
}

/** A waiting slot that may have to move, because the clock was set back or the time zone has new rules. */
export interface WaitingSlot {
  subscription: Subscription;
  waiting: Slot;
  /** The newest slot of the schedule that was ever claimed, or null. */
  newest: Slot | null;
}

export interface PlanStore {
  /** All waiting slots of schedules, in pages, ordered by subscription. */
  waiting(afterSubscriptionId: number, limit: number): Promise<WaitingSlot[]>;
  /** Slots of subscriptions that have one covering a time after `nowMs`: the clock was set back. */
  ahead(nowMs: number): Promise<WaitingSlot[]>;
  /** Moves a waiting slot, and shortens what the newest one covers. Returns false if it is no longer waiting. */
  move(from: WaitingSlot, to: PlannedSlot, coversUntilMs: number | null): Promise<boolean>;
  /** The ids of the slots that `due` would return, in order, starting after an id. */
  refs(query: SlotQuery & { afterId: number }): Promise<DueRef[]>;
  /** When to look next: the earliest due time or end of a lease; null if nothing waits. */
  nextAtMs(platforms: readonly string[]): Promise<number | null>;
}

export interface Coverage {
  /** Feeds and pages that are polled. */
  sources: number;
  failing: string[];
}

export interface DigestStore {
  subscriptions: SubscriptionStore;
  slots: SlotStore;
  plans: PlanStore;
  notices: NoticeStore;
}

/** The status of a workspace's sources. */
export interface CoverageReader {
  coverage(workspaceId: string): Promise<Coverage>;
}
