import type {
  ChannelTrouble,
  DeliveryPart,
  Language,
  NewSubscription,
  PlannedSlot,
  Schedule,
  Slot,
  Subscription,
  Told,
  WhenEmpty,
} from "./digest.ts";

/**
 * The side of the store that digests live in. A subscription has at most one slot of its schedule waiting and at most one slot
 * claimed; every method is one transaction, and what returns false or null has changed nothing.
 */

export interface SubscriptionStore {
  add(subscription: NewSubscription, first: PlannedSlot): Promise<Subscription>;
  /** Those that were not stopped, oldest first; of one channel, or of the whole workspace where it is null. */
  list(workspaceId: string, channelId: string | null): Promise<Subscription[]>;
  /** Takes a new schedule and ends a pause; `next` replaces the waiting slot. */
  reschedule(
    id: number,
    given: Schedule & { topics: string[]; whenEmpty: WhenEmpty; language: Language },
    next: PlannedSlot,
  ): Promise<void>;
  /** Ends it: what waits is dropped, what was posted stays known. */
  stop(id: number, atMs: number): Promise<void>;
  /** Newest first, waiting ones included. */
  slots(id: number, limit: number): Promise<Slot[]>;
  /** A digest beside the schedule, due at once. False where there is one with this key. */
  ask(id: number, slot: PlannedSlot): Promise<boolean>;
}

/** A slot that is to be worked, with all that is needed for it. */
export interface DueSlot {
  slot: Slot;
  subscription: Subscription;
  /** Its messages, in order; empty until it has been composed. */
  parts: DeliveryPart[];
}

/** Who holds a slot: the count of its claims at the time. */
export interface Claim {
  slotId: number;
  claim: number;
}

/** A claim, and what the channel has been told and the slot's messages are as of it: another one may have gone on since the slot was seen. */
interface Held extends Claim {
  told: Told;
  parts: DeliveryPart[];
}

export interface ClaimTerms {
  nowMs: number;
  leaseUntilMs: number;
  /** What the slot stands for from now on; null leaves that as it is. */
  plan: ClaimPlan | null;
}

export interface ClaimPlan {
  coversUntilMs: number | null;
  reason: string | null;
  /** The subscription's next slot, which replaces the waiting one; null leaves that as it is. */
  next: PlannedSlot | null;
}

export interface SlotQuery {
  platforms: readonly string[];
  nowMs: number;
  /** A lease that ends later than this was taken by a clock that has been set back since, and counts for nothing. */
  maxLeaseMs: number;
  limit: number;
}

export interface NewPart extends Pick<DeliveryPart, "key" | "payload" | "attempts" | "doubtSinceMs"> {}

export interface SlotStore {
  /** Slots whose time has come and that nobody holds, oldest first; none of a subscription that is paused, or that holds another one. */
  due(query: SlotQuery): Promise<DueSlot[]>;
  /** One slot, where it would be among those; null where it would not. */
  find(slotId: number, query: Omit<SlotQuery, "limit">): Promise<DueSlot | null>;
  /** Null where somebody else was faster, or the subscription ended. */
  claim(due: DueSlot, terms: ClaimTerms): Promise<Held | null>;
  /** Puts the end of the lease anew; a later look at the slot begins then. False where the claim is lost. */
  hold(claim: Claim, leaseUntilMs: number): Promise<boolean>;
  /** Writes the messages down, in place of those that were there, and what the channel will have been told. Null where the claim is lost. */
  compose(claim: Claim, composed: { parts: NewPart[]; told: Told }): Promise<DeliveryPart[] | null>;
  /** Before and after each try to post. False where the claim is lost: whoever claims next sees each mark that came back with true. */
  mark(claim: Claim, part: PartMark): Promise<boolean>;
  /** Ends the slot. A posted or silent one has told its subscription. */
  finish(claim: Claim, end: SlotEnd): Promise<boolean>;
}

interface PartMark extends Pick<DeliveryPart, "state" | "messageId" | "doubtSinceMs"> {
  partId: number;
  atMs: number;
  /** The end of the lease, put anew with the mark; null leaves it. */
  leaseUntilMs: number | null;
}

export interface SlotEnd {
  state: "posted" | "silent" | "failed";
  reason: string | null;
  /** Given where the channel itself is the trouble: the subscription is paused. */
  pause: ChannelTrouble | null;
  atMs: number;
}

/** A slot whose time has come: not begun yet, or begun and left by whoever held it. */
interface DueRef {
  id: number;
  isBegun: boolean;
}

/** A waiting slot that may have to move, because a clock was set back or a zone has new rules. */
export interface WaitingSlot {
  subscription: Subscription;
  waiting: Slot;
  /** The newest slot of the schedule that was ever claimed, null where there is none. */
  newest: Slot | null;
}

export interface PlanStore {
  /** Every waiting slot of a schedule, a page at a time in the order of subscriptions. */
  waiting(afterSubscriptionId: number, limit: number): Promise<WaitingSlot[]>;
  /** Those of subscriptions with a slot that stands for a time after `nowMs`: the clock was set back. */
  ahead(nowMs: number): Promise<WaitingSlot[]>;
  /** Moves a waiting slot, and cuts what the newest one stands for. False where it is no longer waiting. */
  move(from: WaitingSlot, to: PlannedSlot, coversUntilMs: number | null): Promise<boolean>;
  /** What `due` would give, by ids and in their order, from one id on. */
  refs(query: SlotQuery & { afterId: number }): Promise<DueRef[]>;
  /** When the next look is due: the earliest time or end of a lease; null where nothing waits. */
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
}

/** How the sources of a workspace are. */
export interface CoverageReader {
  coverage(workspaceId: string): Promise<Coverage>;
}
