import type { ChannelTrouble } from "../domain/digests/digest.ts";
import type { PostFailure } from "../domain/digests/digest-poster.ts";
import type { DueSlot, SubscriptionStore } from "../domain/digests/digest-store.ts";

/** So many digests of a channel refused one after another, and no other is tried until somebody has looked. */
const REFUSED_IN_A_ROW = 3;

export interface SlotTrouble {
  /** What `digest why` says. */
  sentence: string;
  /** Null where the next digest is tried again. */
  pause: ChannelTrouble | null;
  /** What the follower is told, null where they were told already, or need not be. */
  tell: string | null;
}

export const WHAT_HAPPENED: Record<ChannelTrouble, string> = {
  gone: "I can no longer see the channel",
  archived: "the channel is archived",
  forbidden: "I may not post in the channel",
  failing: "the platform refused the last digests",
};

const MEND: Record<ChannelTrouble, string> = {
  gone: "Invite me to it, or choose another channel",
  archived: "Restore it, or choose another channel",
  forbidden: "Invite me to it, or ask an admin to let me post",
  failing: "Tell the person who runs Attaché",
};

/** A slot that ends in trouble, in words: for `digest why`, and for the follower, once for all digests of one channel. */
export async function sayTrouble(
  { subscription, slot }: DueSlot,
  failure: Extract<PostFailure, { kind: "trouble" | "refused" }>,
  subscriptions: SubscriptionStore,
): Promise<SlotTrouble> {
  const { workspaceId, channelId, createdBy, topics } = subscription;
  const pause = failure.kind === "trouble" ? failure.trouble : await pauseAfterRefusals(subscriptions, slot);
  if (pause === null)
    return { sentence: `The platform refused it (${failure.code}). I will try again with the next digest.`, pause, tell: null };
  if (subscription.isWatch === true) {
    const tell = `I could not tell you of “${topics[0] ?? ""}”: ${WHAT_HAPPENED[pause]} (${failure.code}). I have paused that watch. ${MEND[pause]}, then set it up again with /watch add.`;
    return { sentence: `I could not post it: ${WHAT_HAPPENED[pause]} (${failure.code}).`, pause, tell };
  }
  const others = await subscriptions.list(workspaceId, channelId);
  const isTold = others.some((each) => each.createdBy === createdBy && each.paused?.reason === pause);
  const tell = `I could not post the digest on ${topics.join(", ")}: ${WHAT_HAPPENED[pause]} (${failure.code}). I have paused it. ${MEND[pause]}, then type /digest follow there again.`;
  return { sentence: `I could not post it: ${WHAT_HAPPENED[pause]} (${failure.code}).`, pause, tell: isTold ? null : tell };
}

async function pauseAfterRefusals(subscriptions: SubscriptionStore, slot: DueSlot["slot"]): Promise<ChannelTrouble | null> {
  const before = (await subscriptions.slots(slot.subscriptionId, REFUSED_IN_A_ROW + 5))
    .filter((each) => each.doneAtMs !== null)
    .slice(0, REFUSED_IN_A_ROW - 1);
  return before.length === REFUSED_IN_A_ROW - 1 && before.every((each) => each.state === "failed") ? "failing" : null;
}
