import type { Clock } from "../domain/clock.ts";
import type { DeliveryPart, Subscription, Told } from "../domain/digest.ts";
import type { DigestMessage, DigestPoster, PostFailure } from "../domain/digest-poster.ts";
import type { Claim, DigestStore, DueSlot, SlotEnd } from "../domain/digest-store.ts";
import type { Document } from "../domain/document.ts";
import { partKey } from "./part-key.ts";
import { planClaim } from "./plan-claim.ts";
import { type SlotTrouble, sayTrouble } from "./say-trouble.ts";

export interface DigestTimings {
  /** How long a claimed slot is its holder's. Twice the time that one post may take, and more. */
  leaseMs: number;
  /** The pause after the first failed try; it doubles. */
  retryMinMs: number;
  /** No slot is held for longer, whatever a platform asks for. */
  retryMaxMs: number;
  /** Slots that are worked side by side. */
  concurrency: number;
}

interface PostedDigest {
  document: Document;
  told: Told;
  /** Whether it says that there is nothing new, and no more. */
  isEmpty: boolean;
}

/** A subscription's digest as it is now. Subscriptions with the same question may share one document. */
export type ComposePosting = (
  subscription: Subscription,
  given: { told: Told; reason: string | null; nowMs: number; dueAtMs: number },
) => Promise<PostedDigest>;

export interface SlotTools {
  store: Pick<DigestStore, "slots" | "subscriptions">;
  clock: Clock;
  timings: DigestTimings;
  poster: DigestPoster;
  compose: ComposePosting;
  render(workspaceId: string, document: Document): Promise<object[]>;
  /** Whether the process is to end: what is not being posted yet is left to whoever comes next. */
  isStopping(): boolean;
}

/** Where a platform wants no posts for a while: in one workspace of it, or in all. */
export interface Blocked {
  scope: "workspace" | "platform";
  ms: number;
}

/** What came of a slot: whoever works many has to know of pauses that a platform asks for. */
export type SlotResult =
  | { kind: "done"; state: SlotEnd["state"]; trouble: SlotTrouble | null }
  | { kind: "waits"; failure: PostFailure | null; blocked: Blocked | null; againAtMs: number }
  | { kind: "lost" };

const LOST: SlotResult = { kind: "lost" };
/** Clocks of a platform and of this machine may differ by so much. */
const CLOCKS_APART_MS = 3_600_000;

/** A slot in somebody's hands, and how long it is theirs. */
interface Work {
  due: DueSlot;
  tools: SlotTools;
  claim: Claim;
  leaseUntilMs: number;
  parts: DeliveryPart[];
}

/**
 * Works one slot: claims it, writes its messages down, posts each and writes that down too. Whatever happens in between, the next one
 * to hold the slot sees how far it got: a message that was being sent is looked for before it is sent again, and a digest of which
 * nothing was posted is composed anew, as a catch-up where others became due meanwhile.
 */
export async function workSlot(due: DueSlot, tools: SlotTools): Promise<SlotResult> {
  if (due.slot.state === "waiting") return composeAndPost(due, tools);
  const { slot } = due;
  const nowMs = tools.clock.now();
  const leaseUntilMs = nowMs + tools.timings.leaseMs;
  const held = await tools.store.slots.claim(due, { nowMs, leaseUntilMs, plan: null });
  if (held === null) return LOST;
  const work: Work = { due, tools, claim: held, leaseUntilMs, parts: held.parts };
  const sending = held.parts.find((part) => part.state === "sending");
  const isSent = held.parts.some((part) => part.state === "sent");
  // Its holder's clock was ahead of this one: they may be posting right now, so that their lease is waited for once.
  if (sending !== undefined && slot.claimedAtMs !== null && slot.claimedAtMs > nowMs) return leave(work, tools.timings.leaseMs);
  if (sending !== undefined) {
    const found = await settle(work, sending);
    if (found !== null) return found;
  }
  if (isSent || work.parts.some((part) => part.state === "sent")) return postParts(work);
  // It was claimed by a clock that was ahead.
  if (slot.dueAtMs > nowMs) return leave(work, Math.min(tools.timings.retryMaxMs, slot.dueAtMs - nowMs));
  return composeAndPost({ ...due, slot: { ...slot, state: "claimed", claim: held.claim } }, tools);
}

/** Looks whether a message of which that is not known was posted. Null once it is known; until then it stays in doubt. */
async function settle(work: Work, part: DeliveryPart): Promise<SlotResult | null> {
  const { due, tools } = work;
  const { slot } = due;
  if (!(await keepHold(work))) return LOST;
  const sinceMs = Math.min(slot.dueAtMs, slot.claimedAtMs ?? slot.dueAtMs) - CLOCKS_APART_MS;
  const outcome = await tools.poster.find(messageOf(work, part), sinceMs);
  switch (outcome.kind) {
    case "found":
      return (await markSent(work, part, outcome.messageId)) ? null : LOST;
    case "absent":
      return (await mark(work, part, "waiting")) ? null : LOST;
    case "rate-limited":
    case "transient":
      return leave(work, pauseOf(work, outcome), outcome);
    case "trouble":
      return end(work, outcome);
    case "refused": {
      // Nobody can look: a digest that may be missing is better than one that is there twice.
      const reason = `Whether it arrived could not be looked up after an interruption (${outcome.code}), so it was not posted again.`;
      return finish(work, { state: "posted", reason, trouble: null });
    }
  }
}

async function composeAndPost(due: DueSlot, tools: SlotTools): Promise<SlotResult> {
  const { subscription, slot } = due;
  const nowMs = tools.clock.now();
  const plan = planClaim(subscription, slot, nowMs);
  const leaseUntilMs = nowMs + tools.timings.leaseMs;
  const held = await tools.store.slots.claim(due, { nowMs, leaseUntilMs, plan });
  if (held === null) return LOST;
  const claimed = { ...slot, claim: held.claim, ...plan };
  const work: Work = { due: { ...due, slot: claimed }, tools, claim: held, leaseUntilMs, parts: [] };
  const { document, told, isEmpty } = await tools.compose(subscription, {
    told: held.told,
    reason: plan.reason,
    nowMs,
    dueAtMs: slot.dueAtMs,
  });
  const isSilent = isEmpty && subscription.whenEmpty === "silence" && plan.next !== null;
  const payloads = isSilent ? [] : await tools.render(subscription.workspaceId, document);
  const parts = payloads.map((payload, part) => ({ key: partKey(due, part), payload }));
  const written = await tools.store.slots.compose(held, { parts, told });
  if (written === null) return LOST;
  work.parts = written;
  return isSilent ? finish(work, { state: "silent", reason: null, trouble: null }) : postParts(work);
}

async function postParts(work: Work): Promise<SlotResult> {
  let refusal: string | null = null;
  for (const part of work.parts) {
    if (part.state === "sent") continue;
    if (part.state === "sending") {
      const unsettled = await settle(work, part);
      if (unsettled !== null) return unsettled;
      if (stateOf(part) === "sent") continue;
    }
    if (work.tools.isStopping()) return leave(work, 0);
    const failed = await postPart(work, part);
    // Of a digest whose first message stands, a detail that the platform does not take is left out.
    if (failed === null) continue;
    if (failed.kind !== "refused" || part.part === 0) return handle(work, part, failed);
    refusal = `A part of it was left out, because the platform did not take it (${failed.code}).`;
  }
  const reason = refusal === null ? null : [work.due.slot.reason ?? "", refusal].join(" ").trim();
  return finish(work, { state: "posted", reason, trouble: null });
}

/** Null where the message stands in its channel now. */
async function postPart(work: Work, part: DeliveryPart): Promise<PostFailure | Lost | null> {
  const { tools } = work;
  if (!(await keepHold(work)) || !(await mark(work, part, "sending"))) return { kind: "lost" };
  // A process that was stopped for a while may hold nothing any more: whoever took over looks whether the message is there.
  if (work.leaseUntilMs - tools.clock.now() < tools.timings.leaseMs / 3) return { kind: "lost" };
  const outcome = await tools.poster.post(messageOf(work, part));
  if (outcome.kind !== "posted") return outcome;
  return (await markSent(work, part, outcome.messageId)) ? null : { kind: "lost" };
}

type Lost = { kind: "lost" };

/** What a post that failed means for the slot. */
async function handle(work: Work, part: DeliveryPart, failure: PostFailure | Lost): Promise<SlotResult> {
  switch (failure.kind) {
    case "lost":
      return LOST;
    case "trouble":
    case "refused":
      return end(work, failure);
    case "rate-limited":
    case "transient": {
      const isSure = failure.kind === "rate-limited" || !failure.maybePosted;
      if (isSure && !(await mark(work, part, "waiting"))) return LOST;
      return leave(work, pauseOf(work, failure), failure);
    }
  }
}

function pauseOf({ tools, claim }: Work, failure: Extract<PostFailure, { kind: "rate-limited" | "transient" }>): number {
  const { retryMinMs, retryMaxMs } = tools.timings;
  const pauseMs = failure.kind === "rate-limited" ? failure.retryAfterMs : retryMinMs * 2 ** Math.min(20, claim.claim - 1);
  return Math.min(retryMaxMs, pauseMs);
}

/** Ends a slot that can't be posted, or not to its end. */
async function end(work: Work, failure: Extract<PostFailure, { kind: "trouble" | "refused" }>): Promise<SlotResult> {
  const isPosted = work.parts.some((part) => part.state === "sent");
  const trouble = await sayTrouble(work.due, failure, work.tools.store.subscriptions);
  return finish(work, { state: isPosted ? "posted" : "failed", reason: trouble.sentence, trouble });
}

/** Leaves the slot to whoever looks next after a pause. */
async function leave(work: Work, pauseMs: number, failure: PostFailure | null = null): Promise<SlotResult> {
  const { tools, claim } = work;
  const againAtMs = tools.clock.now() + pauseMs;
  if (!(await tools.store.slots.hold(claim, againAtMs))) return LOST;
  const scope = failure?.kind === "rate-limited" ? failure.scope : "channel";
  return { kind: "waits", failure, blocked: scope === "channel" ? null : { scope, ms: pauseMs }, againAtMs };
}

interface Ending {
  state: SlotEnd["state"];
  reason: string | null;
  trouble: SlotTrouble | null;
}

async function finish(work: Work, { state, reason, trouble }: Ending): Promise<SlotResult> {
  const end: SlotEnd = { state, reason, pause: trouble?.pause ?? null, atMs: work.tools.clock.now() };
  return (await work.tools.store.slots.finish(work.claim, end)) ? { kind: "done", state, trouble } : LOST;
}

/** Takes the lease anew where less than half of it is left. */
async function keepHold(work: Work): Promise<boolean> {
  const { leaseMs } = work.tools.timings;
  const nowMs = work.tools.clock.now();
  if (work.leaseUntilMs - nowMs > leaseMs / 2) return true;
  work.leaseUntilMs = nowMs + leaseMs;
  return work.tools.store.slots.hold(work.claim, work.leaseUntilMs);
}

async function mark(work: Work, part: DeliveryPart, state: "waiting" | "sending"): Promise<boolean> {
  const { tools, claim } = work;
  part.state = state;
  return tools.store.slots.mark(claim, { partId: part.id, state, messageId: null, atMs: tools.clock.now() });
}

async function markSent(work: Work, part: DeliveryPart, messageId: string): Promise<boolean> {
  const { tools, claim } = work;
  Object.assign(part, { state: "sent", messageId });
  return tools.store.slots.mark(claim, { partId: part.id, state: "sent", messageId, atMs: tools.clock.now() });
}

function messageOf({ due, parts }: Work, { key, payload, part }: DeliveryPart): DigestMessage {
  const { workspaceId, channelId, topics } = due.subscription;
  const rootId = part === 0 ? null : (parts[0]?.messageId ?? null);
  return { workspaceId, channelId, key, payload, rootId, topic: topics[0] ?? null };
}

/** As it is now: what was awaited may have changed it. */
function stateOf(part: DeliveryPart): DeliveryPart["state"] {
  return part.state;
}
