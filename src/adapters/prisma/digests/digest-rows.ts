import { z } from "zod";
import type { Platform } from "../../../domain/chat/chat.ts";
import {
  CHANNEL_TROUBLES,
  type DeliveryPart,
  LANGUAGES,
  PART_STATES,
  SLOT_STATES,
  type Slot,
  type Subscription,
  WHEN_EMPTY,
} from "../../../domain/digests/digest.ts";
import type { Prisma } from "../generated/client.ts";
import { readStrings } from "../json-columns.ts";

/** Rows of digests, read back and checked: a file can be edited. */

const told = z.record(z.string(), z.number());
const settings = z.object({
  whenEmpty: z.enum(WHEN_EMPTY).catch("line"),
  language: z.enum(LANGUAGES).catch("en"),
  reach: z.object({ pings: z.string().optional(), isPublished: z.boolean().optional() }).optional(),
});
const payload = z.looseObject({});
const weekdays = z.array(z.number().int().min(1).max(7)).min(1);
const rule = z.object({
  laterMinutes: z.array(z.number().int().min(0).max(1439)),
  everyWeeks: z.object({ count: z.number().int().min(2).max(4), from: z.iso.date() }).nullable(),
  monthDays: z.array(z.object({ nth: z.number().int().min(-1).max(31), weekdays })),
  skipsHolidaysOf: z.string().optional(),
});

/** What a channel's answers cite hangs on a subscription of this purpose: it has no schedule, and each thread is a posted slot of it. */
export const ANSWERS = "answers";

export type SubscriptionRow = Prisma.SubscriptionGetPayload<object>;
export type SlotRow = Prisma.SlotGetPayload<object>;
export type DeliveryRow = Prisma.DeliveryGetPayload<object>;

export function toSubscription(row: SubscriptionRow): Subscription {
  return {
    id: row.id,
    workspaceId: row.workspaceId,
    platform: row.platform as Platform,
    channelId: row.channelId,
    topics: readStrings(row.topics),
    minuteOfDay: row.minuteOfDay,
    weekdays: weekdays.parse(row.weekdays),
    timeZone: row.timeZone,
    ...(row.rule === null ? {} : { rule: rule.parse(row.rule) }),
    ...settings.parse(row.settings),
    told: told.parse(row.told),
    createdBy: row.createdBy,
    createdAtMs: row.createdAt.getTime(),
    ...(row.purpose === "watch" ? { isWatch: true } : {}),
    paused:
      row.pausedAt === null
        ? null
        : { reason: z.enum(CHANNEL_TROUBLES).catch("forbidden").parse(row.pauseReason), atMs: row.pausedAt.getTime() },
  };
}

export function toSlot(row: Omit<SlotRow, "told" | "leaseUntil">): Slot {
  return {
    id: row.id,
    subscriptionId: row.subscriptionId,
    key: row.key,
    dueAtMs: row.dueAt.getTime(),
    state: z.enum(SLOT_STATES).parse(row.state),
    coversUntilMs: row.coversUntil?.getTime() ?? null,
    reason: row.reason,
    claim: row.claim,
    claimedAtMs: row.claimedAt?.getTime() ?? null,
    doneAtMs: row.doneAt?.getTime() ?? null,
  };
}

export function toPart(row: DeliveryRow): DeliveryPart {
  return {
    id: row.id,
    part: row.part,
    key: row.nonce,
    state: z.enum(PART_STATES).parse(row.state),
    messageId: row.messageId,
    attempts: row.attempts,
    doubtSinceMs: row.doubtSince?.getTime() ?? null,
    payload: payload.parse(row.payload),
  };
}

/** A part as a statement of ours gives it. */
export interface PartRow {
  id: number | bigint;
  slotId: number | bigint;
  part: number | bigint;
  nonce: string;
  state: string;
  messageId: string | null;
  attempts: number | bigint;
  doubtSince: string | Date | null;
  payload: string;
}

export function partOf({ id, part, nonce, state, messageId, attempts, doubtSince, payload: json }: PartRow): DeliveryPart {
  return {
    id: Number(id),
    part: Number(part),
    key: nonce,
    state: z.enum(PART_STATES).parse(state),
    messageId,
    attempts: Number(attempts),
    doubtSinceMs: doubtSince === null ? null : new Date(doubtSince).getTime(),
    payload: payload.parse(JSON.parse(json)),
  };
}

export function readTold(value: unknown): Record<string, number> {
  return told.parse(value ?? {});
}
