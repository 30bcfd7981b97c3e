import type { Platform } from "../chat/chat.ts";
import type { Document } from "../chat/document.ts";
import type { ChannelTrouble } from "./digest.ts";

/** One message of a digest on its way into a channel. */
export interface DigestMessage {
  workspaceId: string;
  channelId: string;
  /** Unique among all messages of digests: what the message is found by later. */
  key: string;
  /** What `render` made. */
  payload: object;
  /** The digest's first message, in whose thread this one belongs; null for that first one. */
  rootId: string | null;
  /** What follow-up questions in the digest's thread are about. */
  topic: string | null;
}

/** What keeps a message from its channel. `code` is the platform's own word, for logs and `digest why`. */
export type PostFailure =
  /** The channel itself: nothing comes through until a person has mended it. */
  | { kind: "trouble"; trouble: ChannelTrouble; code: string }
  /** The platform does not take this message; another try is of no use. */
  | { kind: "refused"; code: string }
  /** It was not posted; the platform asks for a pause in this channel, in all of its workspace, or in all there are. */
  | { kind: "rate-limited"; retryAfterMs: number; scope: "channel" | "workspace" | "platform" }
  /** It may have been posted, or not. Where it is sure that it was not, `maybePosted` is false. */
  | { kind: "transient"; maybePosted: boolean; code: string };

/** `withheld`: no request left, because `mayLeave` said no. */
export type PostOutcome = { kind: "posted"; messageId: string } | { kind: "withheld" } | PostFailure;

/** "Not found" is not "could not look". `removed` counts the copies beside it that were deleted. */
export type FindOutcome = { kind: "found"; messageId: string; removed: number } | { kind: "absent" } | PostFailure;

/** Whether a request that posts may leave now. */
export type MayLeave = () => Promise<boolean>;

/** How digests get into the channels of one platform. No method throws for what the platform or the network does. */
export interface DigestPoster {
  readonly platform: Platform;
  /** The payloads of a digest's messages, the first one first; what comes behind it belongs into its thread. */
  render(workspaceId: string, document: Document): Promise<object[]>;
  /**
   * Posts once, without any retry of its own. `mayLeave` is asked before every request that may post, once all that can wait (the channel's
   * turn, a token, a queue) is behind it and nothing but the request is left: what it answers is old a moment later.
   */
  post(message: DigestMessage, mayLeave: MayLeave): Promise<PostOutcome>;
  /** The oldest message with this key in the channel, once it is the only one; `sinceMs` is before any try to post it. */
  find(message: DigestMessage, sinceMs: number): Promise<FindOutcome>;
  /** A sentence to one person alone, about a channel or, where that is null, about the workspace. False where it could not be said. */
  tell(to: { workspaceId: string; userId: string; channelId: string | null }, sentence: string): Promise<boolean>;
}
