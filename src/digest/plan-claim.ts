import { frameOf } from "../documents/frame.ts";
import { showInstant, showSpan } from "../documents/show-instant.ts";
import { isAskedFor, type PlannedSlot, type Slot, type Subscription } from "../domain/digests/digest.ts";
import type { ClaimPlan, WaitingSlot } from "../domain/digests/digest-store.ts";
import type { DatedSchedule } from "../domain/digests/holidays.ts";
import { nextSlot, slotsBetween } from "./next-slot.ts";
import { dueAtMs } from "./schedule/digest-days.ts";

/** A digest that is later than this says so. The process wakes each minute, and a crowd's rate limits take some. */
const ON_TIME_MS = 10 * 60_000;

/** What a slot stands for when it is claimed now: the times that were missed since become one catch-up, which says why it is late. */
export function planClaim(subscription: Subscription & DatedSchedule, slot: Slot, nowMs: number): ClaimPlan {
  if (isAskedFor(slot)) return { coversUntilMs: null, reason: null, next: null };
  const next = nextSlot(subscription, slot.key, nowMs);
  const missed = slotsBetween(subscription, slot.key, next.key);
  return { coversUntilMs: missed?.last.dueAtMs ?? null, reason: reasonOf(subscription, slot, { nowMs, missed }), next };
}

function reasonOf(
  subscription: Subscription,
  slot: Slot,
  at: { nowMs: number; missed: { last: PlannedSlot; count: number } | null },
): string | null {
  const lateMs = at.nowMs - slot.dueAtMs;
  if (at.missed === null && lateMs <= ON_TIME_MS) return null;
  const { timeZone, language } = subscription;
  const frame = frameOf(language);
  const due = showInstant(slot.dueAtMs, timeZone, language);
  if (at.missed !== null) {
    return frame.catchUp(at.missed.count + 1, due, showInstant(at.missed.last.dueAtMs, timeZone, language));
  }
  return frame.late(due, showSpan(lateMs, language));
}

interface Move {
  to: PlannedSlot;
  coversUntilMs: number | null;
}

/**
 * Where a waiting slot belongs, or null where it stands right. A clock that ran ahead may have planned it too far off and called times
 * missed that are yet to come; a zone may have got new rules since.
 */
export function planMove(
  { subscription, waiting, newest }: WaitingSlot & { subscription: DatedSchedule },
  nowMs: number,
): Move | null {
  const ahead = newest !== null && newest.coversUntilMs !== null && newest.coversUntilMs > nowMs;
  if (!ahead) {
    const due = dueAtMs(subscription, waiting.key);
    // What is due already is worked as it stands.
    if (due === waiting.dueAtMs || waiting.dueAtMs <= nowMs) return null;
    return { to: { key: waiting.key, dueAtMs: due }, coversUntilMs: newest?.coversUntilMs ?? null };
  }
  const to = nextSlot(subscription, newest.key, nowMs);
  if (to.key >= waiting.key) return null;
  const covered = slotsBetween(subscription, newest.key, to.key);
  return { to, coversUntilMs: covered?.last.dueAtMs ?? null };
}
