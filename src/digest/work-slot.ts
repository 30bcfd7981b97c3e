import type { Document } from "../domain/chat/document.ts";
import type { DeliveryPart, Subscription, Told } from "../domain/digests/digest.ts";
import type { PostFailure } from "../domain/digests/digest-poster.ts";
import type { DueSlot, NewPart, SlotEnd } from "../domain/digests/digest-store.ts";
import type { HolidayCalendar } from "../domain/digests/holidays.ts";
import { partKey } from "./part-key.ts";
import { planClaim } from "./plan-claim.ts";
import { type SlotTrouble, sayTrouble } from "./say-trouble.ts";
import { type HeldSlot, keepOne, lookAgain, type SendTools, sendPart, settlePart } from "./send-part.ts";
import { articlesCitedIn, withdrawnNotice } from "./withdrawn-notice.ts";

interface PostedDigest {
  document: Document;
  told: Told;
  /** Whether it says that there is nothing new, and no more. */
  isEmpty: boolean;
}

/** A subscription's digest as it is now. Subscriptions with the same question may share one document. */
export type ComposePosting = (
  subscription: Subscription,
  given: { slotId?: number; told: Told; reason: string | null; nowMs: number; dueAtMs: number },
) => Promise<PostedDigest>;

export interface SlotTools extends SendTools {
  holidays: HolidayCalendar;
  compose: ComposePosting;
  render(workspaceId: string, document: Document): Promise<object[]>;
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

type Work = HeldSlot & { tools: SlotTools };

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
  const isSent = held.parts.some((part) => part.state === "sent");
  const sending = held.parts.find((part) => part.state === "sending");
  if (sending !== undefined) {
    const unsettled = await settle(work, sending);
    if (unsettled !== null) return unsettled;
  }
  if (isSent || work.parts.some((part) => part.state === "sent")) {
    // A digest that was posted is due again where an article that it cites was withdrawn.
    if (work.parts.every((part) => part.state === "sent") && !(await addNotice(work))) return LOST;
    return postParts(work);
  }
  // It was claimed by a clock that was ahead.
  if (slot.dueAtMs > nowMs) return leave(work, Math.min(tools.timings.retryMaxMs, slot.dueAtMs - nowMs));
  return composeAndPost({ ...due, slot: { ...slot, state: "claimed", claim: held.claim } }, tools);
}

/** Null once it is known whether a message was posted; until then it stays in doubt. */
async function settle(work: Work, part: DeliveryPart): Promise<SlotResult | null> {
  const settled = await settlePart(work, part);
  if (typeof settled === "string") {
    if (settled === "lost") return LOST;
    return settled === "stopping" ? leave(work, 0) : null;
  }
  switch (settled.kind) {
    case "rate-limited":
    case "transient":
      return leave(work, pauseOf(work, settled), settled);
    case "trouble":
      if (part.part === 0) return end(work, settled);
      // The digest itself stands: its detail is left as it is.
      return finish(work, { state: "posted", reason: `I could not look for a part of it (${settled.code}).`, trouble: null });
    case "refused": {
      // Nobody can look: a digest that may be missing is better than one that is there twice.
      const reason = `After an interruption I could not find out whether it arrived (${settled.code}), so I did not post it again.`;
      return finish(work, { state: "posted", reason, trouble: null });
    }
  }
}

async function composeAndPost(due: DueSlot, tools: SlotTools): Promise<SlotResult> {
  const { subscription, slot } = due;
  const nowMs = tools.clock.now();
  const plan = planClaim({ ...subscription, holidays: tools.holidays }, slot, nowMs);
  const leaseUntilMs = nowMs + tools.timings.leaseMs;
  const held = await tools.store.slots.claim(due, { nowMs, leaseUntilMs, plan });
  if (held === null) return LOST;
  const claimed = { ...slot, claim: held.claim, ...plan };
  const work: Work = { due: { ...due, slot: claimed }, tools, claim: held, leaseUntilMs, parts: [] };
  const { document, told, isEmpty } = await tools.compose(subscription, {
    slotId: slot.id,
    told: held.told,
    reason: plan.reason,
    nowMs,
    dueAtMs: slot.dueAtMs,
  });
  // What a watch was to tell may be withdrawn or corrected meanwhile.
  const isSilent = isEmpty && (subscription.isWatch === true || (subscription.whenEmpty === "silence" && plan.next !== null));
  const payloads = isSilent ? [] : await tools.render(subscription.workspaceId, document);
  // What was composed before had the same keys: a copy that an earlier request may still bring is looked for under its own.
  const before = new Map(held.parts.map((part) => [part.key, part]));
  const parts = payloads.map((payload, part): NewPart => {
    const key = partKey(due, part);
    const { attempts, doubtSinceMs } = before.get(key) ?? { attempts: 0, doubtSinceMs: null };
    return { key, payload, attempts, doubtSinceMs };
  });
  const cites = articlesCitedIn(document);
  const written = await tools.store.slots.compose(held, { parts, told, cites });
  if (written === null) return LOST;
  work.parts = written;
  return isSilent ? finish(work, { state: "silent", reason: null, trouble: null }) : postParts(work);
}

/** Writes down what is to be posted below the digest of articles that were withdrawn since. False where the slot is lost. */
async function addNotice(work: Work): Promise<boolean> {
  const { due, tools, claim, parts } = work;
  const articles = await tools.store.notices.pending(claim.slotId);
  if (articles.length === 0) return true;
  const { workspaceId, language } = due.subscription;
  const payloads = await tools.render(workspaceId, withdrawnNotice(articles, language));
  const added = payloads.map((payload, at): NewPart => {
    return { key: partKey(due, parts.length + at), payload, attempts: 0, doubtSinceMs: null };
  });
  const articleIds = articles.map(({ id }) => id);
  const written = await tools.store.notices.append(claim, { parts: added, articleIds });
  work.parts = written ?? parts;
  return written !== null;
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
    const failed = await sendPart(work, part);
    // Of a digest whose first message stands, a detail that the platform does not take is left out.
    if (failed === null) continue;
    if ((failed.kind !== "refused" && failed.kind !== "trouble") || part.part === 0) return handle(work, part, failed);
    refusal =
      failed.kind === "refused"
        ? `I left out a part of it, because the platform refused it (${failed.code}).`
        : `I left out a part of it, because I may not post it below the digest (${failed.code}).`;
  }
  const againMs = await lookAgain(work);
  if (againMs > 0) return leave(work, againMs);
  const reason = refusal === null ? null : [work.due.slot.reason ?? "", refusal].join(" ").trim();
  return finish(work, { state: "posted", reason, trouble: null });
}

type Unsent = NonNullable<Awaited<ReturnType<typeof sendPart>>>;

/** What a message that was not posted, or may not have been, means for the slot. */
async function handle(work: Work, part: DeliveryPart, failure: Unsent): Promise<SlotResult> {
  switch (failure.kind) {
    case "lost":
      return LOST;
    case "withheld":
      return leave(work, work.tools.timings.retryMinMs);
    case "trouble":
    case "refused":
      return end(work, failure);
    case "rate-limited":
      return leave(work, pauseOf(work, failure), failure);
    case "transient": {
      const left = await leave(work, pauseOf(work, failure), failure);
      // Whoever took the slot over may have posted it as well.
      if (left.kind === "lost" && failure.maybePosted) await keepOne(work, part, "");
      return left;
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

/** As it is now: what was awaited may have changed it. */
function stateOf(part: DeliveryPart): DeliveryPart["state"] {
  return part.state;
}
