import { createHash } from "node:crypto";
import type { Slot, Subscription } from "../domain/digests/digest.ts";

/** Discord takes a nonce of at most 25 characters. */
const KEY_CHARACTERS = 24;

/**
 * The key of a slot's message. The same slot has the same keys however often it is composed, so that a platform which knows nonces
 * takes back-to-back tries for one; and no slot of another store has them, because a channel's history may hold an older store's posts.
 */
export function partKey(
  { slot, subscription }: { slot: Pick<Slot, "key" | "dueAtMs">; subscription: Subscription },
  part: number,
): string {
  const { workspaceId, channelId, createdAtMs, id } = subscription;
  const named = JSON.stringify([workspaceId, channelId, createdAtMs, id, slot.key, slot.dueAtMs, part]);
  return createHash("sha256").update(named).digest("base64url").slice(0, KEY_CHARACTERS);
}
