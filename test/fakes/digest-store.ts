import {
  type DeliveryPart,
  isAskedFor,
  type PlannedSlot,
  type Slot,
  type Subscription,
  type Told,
} from "../../src/domain/digests/digest.ts";
import type { Claim, DigestStore, DueSlot, SlotQuery, WaitingSlot } from "../../src/domain/digests/digest-store.ts";

interface KeptSlot extends Slot {
  leaseUntilMs: number | null;
  told: Told | null;
  parts: DeliveryPart[];
}

interface KeptSubscription extends Subscription {
  isStopped: boolean;
  /** By their keys. */
  slots: Map<string, KeptSlot>;
  /** Those that are not done: few, however many years have passed. */
  open: Set<KeptSlot>;
  /** The newest of the schedule that was claimed. */
  newest: KeptSlot | null;
}

/** The digests' side of the store in memory: what a simulation of years runs on. Every method is one transaction, as none awaits. */
export function createMemoryDigestStore(): DigestStore {
  const subscriptions = new Map<number, KeptSubscription>();
  const slots = new Map<number, KeptSlot>();
  /** Slots that are not done: the only ones that are looked through. */
  const open = new Map<number, KeptSlot>();
  const ahead = new Map<number, KeptSlot>();
  const keys = new Set<string>();
  let lastId = 0;

  const of = (id: number): KeptSubscription => {
    const found = subscriptions.get(id);
    if (found === undefined) throw new Error(`There is no subscription ${id}.`);
    return found;
  };
  const isActive = (subscription: KeptSubscription) => !subscription.isStopped && subscription.paused === null;
  const addSlot = (subscription: KeptSubscription, planned: PlannedSlot) => {
    if (subscription.slots.has(planned.key)) throw new Error(`There is a slot ${planned.key} already.`);
    lastId += 1;
    const slot: KeptSlot = {
      id: lastId,
      subscriptionId: subscription.id,
      ...planned,
      state: "waiting",
      coversUntilMs: null,
      reason: null,
      claim: 0,
      claimedAtMs: null,
      doneAtMs: null,
      leaseUntilMs: null,
      told: null,
      parts: [],
    };
    subscription.slots.set(slot.key, slot);
    subscription.open.add(slot);
    slots.set(slot.id, slot);
    open.set(slot.id, slot);
  };
  const drop = (slot: KeptSlot) => {
    const subscription = of(slot.subscriptionId);
    subscription.slots.delete(slot.key);
    subscription.open.delete(slot);
    slots.delete(slot.id);
    open.delete(slot.id);
  };
  const replaceWaiting = (subscription: KeptSubscription, next: PlannedSlot) => {
    for (const slot of subscription.open) if (slot.state === "waiting" && !isAskedFor(slot)) drop(slot);
    addSlot(subscription, next);
  };
  const held = (claim: Claim): KeptSlot | null => {
    const slot = slots.get(claim.slotId);
    return slot !== undefined && slot.state === "claimed" && slot.claim === claim.claim ? slot : null;
  };
  const isHolding = (subscription: KeptSubscription, except: KeptSlot) =>
    [...subscription.open].some((slot) => slot.state === "claimed" && slot !== except);
  const setCovers = (slot: KeptSlot, coversUntilMs: number | null) => {
    slot.coversUntilMs = coversUntilMs;
    if (coversUntilMs === null) ahead.delete(slot.id);
    else ahead.set(slot.id, slot);
  };
  const waitingOf = (subscription: KeptSubscription): WaitingSlot[] => {
    const waiting = [...subscription.open].find((slot) => slot.state === "waiting" && !isAskedFor(slot));
    if (waiting === undefined || !isActive(subscription)) return [];
    const { newest } = subscription;
    return [{ subscription: copy(subscription), waiting: { ...waiting }, newest: newest === null ? null : { ...newest } }];
  };

  const findDue = ({ platforms, nowMs, maxLeaseMs }: Omit<SlotQuery, "limit">): KeptSlot[] => {
    const found: KeptSlot[] = [];
    for (const slot of open.values()) {
      const isFree = slot.leaseUntilMs !== null && (slot.leaseUntilMs <= nowMs || slot.leaseUntilMs > nowMs + maxLeaseMs);
      if (slot.state === "waiting" ? slot.dueAtMs > nowMs : !isFree) continue;
      const subscription = of(slot.subscriptionId);
      if (!isActive(subscription) || !platforms.includes(subscription.platform)) continue;
      if (slot.state === "waiting" && isHolding(subscription, slot)) continue;
      found.push(slot);
    }
    return found;
  };
  const toDueSlot = (slot: KeptSlot): DueSlot => ({
    slot: { ...slot },
    subscription: copy(of(slot.subscriptionId)),
    parts: slot.parts.map((part) => ({ ...part })),
  });

  return {
    subscriptions: {
      async add(given, first) {
        lastId += 1;
        const fresh = { told: {}, paused: null, isStopped: false, slots: new Map(), open: new Set<KeptSlot>(), newest: null };
        const subscription = { ...given, id: lastId, ...fresh };
        subscriptions.set(lastId, subscription);
        addSlot(subscription, first);
        return copy(subscription);
      },
      async list(workspaceId, channelId) {
        return [...subscriptions.values()]
          .filter((each) => !each.isStopped && each.workspaceId === workspaceId)
          .filter((each) => channelId === null || each.channelId === channelId)
          .map(copy);
      },
      async reschedule(id, given, next) {
        Object.assign(of(id), { rule: undefined }, given, { paused: null });
        replaceWaiting(of(id), next);
      },
      async stop(id) {
        of(id).isStopped = true;
        for (const slot of of(id).open) if (slot.state === "waiting") drop(slot);
      },
      async pauseIn({ workspaceId, channelId, why, nowMs }) {
        const there = [...subscriptions.values()].filter(
          (each) => each.workspaceId === workspaceId && each.channelId === channelId && isActive(each),
        );
        for (const each of there) {
          each.paused = { reason: why, atMs: nowMs };
          for (const slot of each.open) if (slot.state === "waiting") drop(slot);
        }
        return there.map(copy);
      },
      async slots(id, limit) {
        return [...of(id).slots.values()]
          .map((slot) => ({ ...slot }))
          .sort((a, b) => b.dueAtMs - a.dueAtMs || b.id - a.id)
          .slice(0, limit);
      },
      async ask(id, slot) {
        if (of(id).slots.has(slot.key)) return false;
        addSlot(of(id), slot);
        return true;
      },
    },
    slots: {
      async due(query) {
        return findDue(query)
          .sort((a, b) => a.dueAtMs - b.dueAtMs || a.id - b.id)
          .slice(0, query.limit)
          .map(toDueSlot);
      },
      async find(slotId, query) {
        const found = findDue(query).find((slot) => slot.id === slotId);
        return found === undefined ? null : toDueSlot(found);
      },
      async claim(due, { nowMs, leaseUntilMs, plan }) {
        const slot = slots.get(due.slot.id);
        if (slot === undefined || slot.claim !== due.slot.claim || slot.state !== due.slot.state) return null;
        const subscription = of(slot.subscriptionId);
        if (!isActive(subscription) || isHolding(subscription, slot)) return null;
        Object.assign(slot, { state: "claimed", claim: slot.claim + 1, claimedAtMs: nowMs, leaseUntilMs });
        const isNewest = subscription.newest === null || slot.key > subscription.newest.key;
        if (isNewest && !isAskedFor(slot)) subscription.newest = slot;
        if (plan !== null) slot.reason = plan.reason;
        if (plan !== null) setCovers(slot, plan.coversUntilMs);
        if (plan !== null && plan.next !== null) replaceWaiting(subscription, plan.next);
        return { slotId: slot.id, claim: slot.claim, told: subscription.told, parts: slot.parts.map((part) => ({ ...part })) };
      },
      async hold(claim, leaseUntilMs) {
        const slot = held(claim);
        if (slot !== null) slot.leaseUntilMs = leaseUntilMs;
        return slot !== null;
      },
      async compose(claim, { parts, told }) {
        const slot = held(claim);
        if (slot === null) return null;
        for (const part of slot.parts) keys.delete(part.key);
        slot.told = told;
        slot.parts = parts.map(({ key, payload, attempts, doubtSinceMs }, part) => {
          if (keys.has(key)) throw new Error(`There is a delivery ${key} already.`);
          keys.add(key);
          lastId += 1;
          return { id: lastId, part, key, state: "waiting", messageId: null, attempts, doubtSinceMs, payload };
        });
        return slot.parts.map((part) => ({ ...part }));
      },
      async mark(claim, { partId, state, messageId, doubtSinceMs, leaseUntilMs }) {
        const slot = held(claim);
        const part = slot?.parts.find((each) => each.id === partId);
        if (slot === null || part === undefined) return false;
        slot.leaseUntilMs = leaseUntilMs ?? slot.leaseUntilMs;
        Object.assign(part, { state, messageId, doubtSinceMs, attempts: part.attempts + (state === "sending" ? 1 : 0) });
        return true;
      },
      async finish(claim, { state, reason, pause, atMs }) {
        const slot = held(claim);
        if (slot === null) return false;
        Object.assign(slot, { state, doneAtMs: atMs, leaseUntilMs: null, reason: reason ?? slot.reason });
        open.delete(slot.id);
        const subscription = of(slot.subscriptionId);
        subscription.open.delete(slot);
        if (state !== "failed" && slot.told !== null) subscription.told = slot.told;
        if (pause !== null) {
          subscription.paused = { reason: pause, atMs };
          for (const each of subscription.open) if (each.state === "waiting") drop(each);
        }
        return true;
      },
    },
    // No article is ever withdrawn here.
    notices: { reopen: async () => 0, pending: async () => [], append: async () => null },
    plans: {
      async waiting(after, limit) {
        return [...subscriptions.values()]
          .filter((each) => each.id > after)
          .flatMap(waitingOf)
          .slice(0, limit);
      },
      async ahead(nowMs) {
        const found = new Set<number>();
        for (const slot of ahead.values()) if ((slot.coversUntilMs ?? 0) > nowMs) found.add(slot.subscriptionId);
        return [...found].flatMap((id) => waitingOf(of(id)));
      },
      async move(from, to, coversUntilMs) {
        const slot = slots.get(from.waiting.id);
        if (slot === undefined || slot.state !== "waiting" || slot.dueAtMs !== from.waiting.dueAtMs) return false;
        of(slot.subscriptionId).slots.delete(slot.key);
        Object.assign(slot, to);
        of(slot.subscriptionId).slots.set(slot.key, slot);
        const newest = from.newest === null ? undefined : slots.get(from.newest.id);
        if (newest !== undefined) setCovers(newest, coversUntilMs);
        return true;
      },
      async refs(query) {
        return findDue(query)
          .filter((slot) => slot.id > query.afterId)
          .sort((a, b) => a.id - b.id)
          .slice(0, query.limit)
          .map((slot) => ({ id: slot.id, isBegun: slot.state === "claimed" }));
      },
      async nextAtMs(platforms) {
        let next: number | null = null;
        for (const slot of open.values()) {
          const subscription = of(slot.subscriptionId);
          if (!isActive(subscription) || !platforms.includes(subscription.platform)) continue;
          const at = slot.state === "waiting" ? slot.dueAtMs : slot.leaseUntilMs;
          if (at !== null && (next === null || at < next)) next = at;
        }
        return next;
      },
    },
  };
}

function copy({ isStopped: _, slots: __, open: ___, newest: ____, ...subscription }: KeptSubscription): Subscription {
  return { ...subscription };
}
