import { webApi } from "@slack/bolt";
import type { ChannelTrouble } from "../../../domain/digests/digest.ts";
import type { PostFailure } from "../../../domain/digests/digest-poster.ts";
import { systemCode, UNREACHED_CODES } from "../../../domain/system-code.ts";
import { isTokenRefusal, refusalOf } from "../connection/errors.ts";

/** docs.slack.dev/reference/methods/chat.postMessage, "Errors": what is wrong with the channel, not with the message. */
const TROUBLES: Record<string, ChannelTrouble> = {
  channel_not_found: "gone",
  channel_is_limited_access: "forbidden",
  is_archived: "archived",
  not_in_channel: "forbidden",
  restricted_action: "forbidden",
  restricted_action_read_only_channel: "forbidden",
  restricted_action_thread_only_channel: "forbidden",
  restricted_action_non_threadable_channel: "forbidden",
  restricted_action_thread_locked: "forbidden",
  no_permission: "forbidden",
  ekm_access_denied: "forbidden",
  team_access_not_granted: "forbidden",
};
/** Slack was there and did not take it. */
const NOT_NOW = new Set(["service_unavailable", "team_added_to_org", "accesslimited"]);
/** "It's possible some aspect of the operation succeeded before the error was raised." */
const IN_DOUBT = new Set(["internal_error", "fatal_error", "request_timeout"]);
/** Slack names its errors so; anything else is a proxy's page. */
const ERROR_NAME = /^[a-z0-9_]{1,80}$/;
/** Where Slack asks for a pause without saying how long. */
const PAUSE_MS = 30_000;

/** What a failed call means for a digest. */
export function postFailureOf(error: unknown): PostFailure {
  if (error instanceof webApi.WebAPIRateLimitedError)
    return { kind: "rate-limited", retryAfterMs: error.retryAfter * 1000, scope: "workspace" };
  if (isTokenRefusal(error)) return { kind: "transient", maybePosted: false, code: refusalOf(error)?.code ?? "invalid_auth" };
  const code = refusalOf(error)?.code;
  if (code === undefined) return { kind: "transient", ...connectionOf(error) };
  if (code === "ratelimited" || code === "rate_limited")
    return { kind: "rate-limited", retryAfterMs: PAUSE_MS, scope: "workspace" };
  const trouble = TROUBLES[code];
  if (trouble !== undefined) return { kind: "trouble", trouble, code };
  if (NOT_NOW.has(code)) return { kind: "transient", maybePosted: false, code };
  if (IN_DOUBT.has(code)) return { kind: "transient", maybePosted: true, code };
  return ERROR_NAME.test(code)
    ? { kind: "refused", code }
    : { kind: "transient", maybePosted: true, code: "an answer that is not Slack's" };
}

/** How a call ended that Slack did not answer, or not in its own words. */
function connectionOf(error: unknown): { maybePosted: boolean; code: string } {
  if (error instanceof webApi.WebAPIHTTPError) return { maybePosted: true, code: `HTTP ${error.statusCode}` };
  const code = systemCode(error);
  return { maybePosted: code === null || !UNREACHED_CODES.has(code), code: code ?? "no answer" };
}
