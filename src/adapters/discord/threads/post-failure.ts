import { HTTPError, RateLimitError } from "@discordjs/rest";
import { RESTJSONErrorCodes } from "discord-api-types/v10";
import type { ChannelTrouble } from "../../../domain/digests/digest.ts";
import type { PostFailure } from "../../../domain/digests/digest-poster.ts";
import { systemCode, UNREACHED_CODES } from "../../../domain/system-code.ts";
import { isTokenRefusal, refusalOf } from "../connection/errors.ts";

/** discord.com/developers/docs/topics/opcodes-and-status-codes#json: what is wrong with the channel, not with the message. */
const TROUBLES = new Map<number, ChannelTrouble>([
  [RESTJSONErrorCodes.UnknownChannel, "gone"],
  [RESTJSONErrorCodes.UnknownGuild, "gone"],
  [RESTJSONErrorCodes.MissingAccess, "gone"],
  [RESTJSONErrorCodes.MissingPermissions, "forbidden"],
  [RESTJSONErrorCodes.CannotSendMessagesInNonTextChannel, "forbidden"],
  [RESTJSONErrorCodes.InvalidActionOnArchivedThread, "archived"],
  [RESTJSONErrorCodes.ThreadLocked, "archived"],
]);

/** Where Discord asks for a pause without saying how long. */
const PAUSE_MS = 30_000;

/** What a failed call means for a digest. */
export function postFailureOf(error: unknown): PostFailure {
  if (error instanceof RateLimitError)
    return { kind: "rate-limited", retryAfterMs: error.retryAfter, scope: error.global ? "platform" : "channel" };
  if (isTokenRefusal(error)) return { kind: "transient", maybePosted: false, code: "the token is refused" };
  const refusal = refusalOf(error);
  if (refusal === null) {
    if (error instanceof HTTPError) return { kind: "transient", maybePosted: true, code: `HTTP ${error.status}` };
    const code = systemCode(error);
    return { kind: "transient", maybePosted: code === null || !UNREACHED_CODES.has(code), code: code ?? "no answer" };
  }
  const code = String(refusal.code);
  const trouble = TROUBLES.get(refusal.code);
  if (trouble !== undefined) return { kind: "trouble", trouble, code };
  if (refusal.status === 429) return { kind: "rate-limited", retryAfterMs: PAUSE_MS, scope: "channel" };
  if (refusal.status >= 500) return { kind: "transient", maybePosted: true, code };
  return { kind: "refused", code };
}
