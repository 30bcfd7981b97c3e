import type { Clock, Stopwatch } from "../domain/clock.ts";
import type { DeliveryPart } from "../domain/digests/digest.ts";
import type { DigestMessage, DigestPoster, PostFailure } from "../domain/digests/digest-poster.ts";
import type { Claim, DigestStore, DueSlot } from "../domain/digests/digest-store.ts";
import { type DigestTimings, requestLifeMs } from "./digest-timings.ts";

/** What a message is sent with, and looked for. */
export interface SendTools {
  store: Pick<DigestStore, "slots" | "subscriptions" | "notices">;
  clock: Clock;
  stopwatch: Stopwatch;
  timings: DigestTimings;
  poster: DigestPoster;
  /** Whether the process is to end: what is not being posted yet is left to whoever comes next. */
  isStopping(): boolean;
}

/** A slot in somebody's hands, and how long it is theirs. */
export interface HeldSlot {
  due: DueSlot;
  tools: SendTools;
  claim: Claim;
  leaseUntilMs: number;
  parts: DeliveryPart[];
}

/** Clocks of a platform and of this machine may differ by so much. */
const CLOCKS_APART_MS = 3_600_000;
/** How often somebody who waits looks whether the process is to end. */
const STOP_CHECK_MS = 1000;

type Unsent = PostFailure | { kind: "lost" } | { kind: "withheld" };

/** Sends a message that, as far as we know, was not sent. Null once it is in its channel exactly once and that is stored. */
export async function sendPart(held: HeldSlot, part: DeliveryPart): Promise<Unsent | null> {
  const { tools } = held;
  const wasInDoubt = part.doubtSinceMs !== null;
  const departure = createDeparture(held, part);
  const outcome = await tools.poster.post(messageOf(held, part), departure.mayLeave);
  if (departure.isLost()) return { kind: "lost" };
  if (outcome.kind !== "posted") {
    const isSure = outcome.kind !== "transient" || !outcome.maybePosted;
    if (isSure && !(await departure.takeBack())) return { kind: "lost" };
    return outcome;
  }
  const leftMs = departure.leftMs();
  if (leftMs === null) throw new Error(`The poster of ${tools.poster.platform} sent a message without asking whether it may.`);
  // An earlier request may have brought it as well, and this one may be so late that somebody else took it for lost.
  const isAlone = !wasInDoubt && tools.stopwatch.readMs() - leftMs <= requestLifeMs(tools.timings);
  const messageId = isAlone ? outcome.messageId : await keepOne(held, part, outcome.messageId);
  const doubtSinceMs = wasInDoubt ? tools.clock.now() : null;
  return (await markSent(held, part, { messageId, doubtSinceMs })) ? null : { kind: "lost" };
}

/** The last step before a request: renews the lease and marks the message in one write, which fails if the slot was lost. */
function createDeparture(held: HeldSlot, part: DeliveryPart) {
  const { tools, claim } = held;
  const { clock, stopwatch, timings, store } = tools;
  const { doubtSinceMs } = part;
  let leftMs: number | null = null;
  let isLost = false;
  return {
    leftMs: () => leftMs,
    isLost: () => isLost,
    async mayLeave(): Promise<boolean> {
      const startMs = stopwatch.readMs();
      const nowMs = clock.now();
      const leaseUntilMs = nowMs + timings.leaseMs;
      const mark = { partId: part.id, state: "sending", messageId: null, atMs: nowMs, leaseUntilMs } as const;
      isLost = !(await store.slots.mark(claim, { ...mark, doubtSinceMs: doubtSinceMs ?? nowMs }));
      if (isLost) return false;
      held.leaseUntilMs = leaseUntilMs;
      Object.assign(part, { state: "sending", doubtSinceMs: doubtSinceMs ?? nowMs });
      leftMs = startMs;
      // A process that stood still meanwhile, or a machine that slept, may be the holder no more.
      return Math.max(stopwatch.readMs() - startMs, clock.now() - nowMs) <= timings.graceMs;
    },
    /** Writes down that what was to be sent has not arrived. False where the slot is lost. */
    async takeBack(): Promise<boolean> {
      return part.state !== "sending" || mark(held, part, { state: "waiting", messageId: null, doubtSinceMs });
    },
  };
}

type Settled = "sent" | "absent" | "lost" | "stopping" | PostFailure;

/**
 * Finds out whether a message arrived of which that is not known. That it is not there counts only when no earlier request can arrive any
 * more. Whoever sent one has lost the slot by this claim, so that none leaves from now on but one whose lease was just taken: its life is
 * waited for from here, as it passes, which no clock of any machine can make shorter.
 */
export async function settlePart(held: HeldSlot, part: DeliveryPart): Promise<Settled> {
  for (const isLastLook of [false, true]) {
    if (!(await keepHold(held))) return "lost";
    const outcome = await look(held, part);
    if (outcome.kind === "found") {
      // Of several requests, another one may still come.
      const doubtSinceMs = part.attempts > 1 ? held.tools.clock.now() : null;
      return (await markSent(held, part, { messageId: outcome.messageId, doubtSinceMs })) ? "sent" : "lost";
    }
    if (outcome.kind !== "absent") return outcome;
    if (!isLastLook && !(await waitOut(held))) return "stopping";
  }
  const { doubtSinceMs } = part;
  return (await mark(held, part, { state: "waiting", messageId: null, doubtSinceMs })) ? "absent" : "lost";
}

/** Waits until what left before this claim has arrived or never will. False where the process is to end before. */
async function waitOut({ tools }: HeldSlot): Promise<boolean> {
  const { stopwatch, timings } = tools;
  const untilMs = stopwatch.readMs() + requestLifeMs(timings);
  for (;;) {
    if (tools.isStopping()) return false;
    const leftMs = untilMs - stopwatch.readMs();
    if (leftMs <= 0) return true;
    await stopwatch.pause(Math.min(leftMs, STOP_CHECK_MS));
  }
}

/** The one that stands when the copies beside it are gone: the oldest, whoever looks. Where nobody can look, the one that is known. */
export async function keepOne(held: HeldSlot, part: DeliveryPart, messageId: string): Promise<string> {
  const outcome = await look(held, part);
  return outcome.kind === "found" ? outcome.messageId : messageId;
}

/** Deletes what came late beside messages that were sent in doubt. In how many milliseconds it is time for that; 0 once it is done. */
export async function lookAgain(held: HeldSlot): Promise<number> {
  const { clock, timings } = held.tools;
  let waitMs = 0;
  for (const { doubtSinceMs, state } of held.parts)
    if (state === "sent" && doubtSinceMs !== null) waitMs = Math.max(waitMs, doubtSinceMs + timings.lookAgainMs - clock.now());
  // A clock that was ahead put it down.
  if (waitMs > 0) return Math.min(waitMs, timings.lookAgainMs);
  for (const part of held.parts)
    if (part.state === "sent" && part.doubtSinceMs !== null) await keepOne(held, part, part.messageId ?? "");
  return 0;
}

function look(held: HeldSlot, part: DeliveryPart) {
  const { slot } = held.due;
  const sinceMs = Math.min(slot.dueAtMs, slot.claimedAtMs ?? slot.dueAtMs) - CLOCKS_APART_MS;
  return held.tools.poster.find(messageOf(held, part), sinceMs);
}

/** Renews the lease if less than half of it is left. */
async function keepHold(held: HeldSlot): Promise<boolean> {
  const { leaseMs } = held.tools.timings;
  const nowMs = held.tools.clock.now();
  if (held.leaseUntilMs - nowMs > leaseMs / 2) return true;
  held.leaseUntilMs = nowMs + leaseMs;
  return held.tools.store.slots.hold(held.claim, held.leaseUntilMs);
}

type Mark = Pick<DeliveryPart, "state" | "messageId" | "doubtSinceMs">;

async function mark({ tools, claim }: HeldSlot, part: DeliveryPart, given: Mark): Promise<boolean> {
  Object.assign(part, given);
  return tools.store.slots.mark(claim, { ...given, partId: part.id, atMs: tools.clock.now(), leaseUntilMs: null });
}

interface Sent {
  messageId: string;
  doubtSinceMs: number | null;
}

async function markSent(held: HeldSlot, part: DeliveryPart, sent: Sent): Promise<boolean> {
  const isHeld = await mark(held, part, { state: "sent", ...sent });
  // Whoever took the slot over may have posted it as well, while this process stood still.
  if (!isHeld) await keepOne(held, part, sent.messageId);
  return isHeld;
}

function messageOf({ due, parts }: HeldSlot, { key, payload, part }: DeliveryPart): DigestMessage {
  const { workspaceId, channelId, topics, reach } = due.subscription;
  const rootId = part === 0 ? null : (parts[0]?.messageId ?? null);
  return { workspaceId, channelId, key, payload, rootId, topic: topics[0] ?? null, ...(part === 0 ? { reach } : {}) };
}
