import type { Platform } from "../chat/chat.ts";
import type { Document } from "../chat/document.ts";
import type { ChannelTrouble } from "./digest.ts";
import type { Reach } from "./reach.ts";

/** One message of a digest on its way into a channel. */
export interface DigestMessage {
  workspaceId: string;
  channelId: string;
  /** Unique among all digest messages; used to find the message later. */
  key: string;
  /** The output of `render`. */
  payload: object;
  /** The digest's first message, which starts the thread for this one; null for the first message itself. */
  rootId: string | null;
  /** The topic for follow-up questions in the digest's thread. */
  topic: string | null;
  /** Of the first message, where somebody asked for it. */
  reach?: Reach | undefined;
}

/** Why a message did not reach its channel. `code` is the platform's error code, for logs and `digest why`. */
export type PostFailure =
  /** The channel itself: no message gets through until a person fixes it. */
  | { kind: "trouble"; trouble: ChannelTrouble; code: string }
  /** The platform rejects this message; do not retry. */
  | { kind: "refused"; code: string }
  /** Not posted: the platform asks to pause in this channel, in its workspace, or everywhere. */
  | { kind: "rate-limited"; retryAfterMs: number; scope: "channel" | "workspace" | "platform" }
  /** Possibly posted. `maybePosted` is false if it certainly was not. */
  | { kind: "transient"; maybePosted: boolean; code: string };

/** `withheld`: `mayLeave` returned false, so no request was sent. */
export type PostOutcome = { kind: "posted"; messageId: string } | { kind: "withheld" } | PostFailure;

/** "Not found" is not "could not look". `removed` counts the copies beside it that were deleted. */
export type FindOutcome = { kind: "found"; messageId: string; removed: number } | { kind: "absent" } | PostFailure;

/** Whether a request that posts may be sent now. */
export type MayLeave = () => Promise<boolean>;

/** Posts digests to the channels of one platform. No method throws because of the platform or the network. */
export interface DigestPoster {
  readonly platform: Platform;
  /** The payloads of a digest's messages: the first one, then those for its thread. */
  render(workspaceId: string, document: Document): Promise<object[]>;
  /**
   * Posts once, without any retry of its own. `mayLeave` is asked before every request that may post, once all that can wait (the channel's
   * turn, a token, a queue) is behind it and nothing but the request is left: what it answers is old a moment later.
   */
  post(message: DigestMessage, mayLeave: MayLeave): Promise<PostOutcome>;
  /** Finds the oldest message with this key in the channel and deletes the others; `sinceMs` is before the first attempt to post it. */
  find(message: DigestMessage, sinceMs: number): Promise<FindOutcome>;
  /** Sends a private sentence to one person about a channel, or about the workspace if that is null. Returns false if it failed. */
  tell(to: { workspaceId: string; userId: string; channelId: string | null }, sentence: string): Promise<boolean>;
}
