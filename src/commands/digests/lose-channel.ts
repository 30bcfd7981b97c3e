import { WHAT_HAPPENED } from "../../digest/say-trouble.ts";
import type { ChannelTrouble } from "../../domain/digests/digest.ts";
import type { SubscriptionStore } from "../../domain/digests/digest-store.ts";

interface Lost {
  workspaceId: string;
  channelId: string;
  why: ChannelTrouble;
  nowMs: number;
}

/** Pauses what is posted in a channel that is lost. Returns the sentence that tells the managers; null where nothing was posted there. */
export async function loseChannel(subscriptions: SubscriptionStore, lost: Lost): Promise<string | null> {
  const paused = await subscriptions.pauseIn(lost);
  if (paused.length === 0) return null;
  const topics = [...new Set(paused.flatMap((each) => each.topics))].join("; ");
  const what = paused.length === 1 ? "what I post there" : `${paused.length} things that I post there`;
  return `I have paused ${what} (${topics}): ${WHAT_HAPPENED[lost.why]}. /digest list all shows every digest, and stops it; /digest follow in a channel starts it again.`;
}
