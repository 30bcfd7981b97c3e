import { webApi } from "@slack/bolt";
import { AppError } from "../../../domain/errors.ts";
import { storeSentence } from "../../chat/store-trouble.ts";

/** Slack's word for what went wrong (`not_in_channel`), and the scope that it misses; null for what is no answer of Slack's. */
export interface SlackRefusal {
  code: string;
  needed: string | null;
}

export function refusalOf(error: unknown): SlackRefusal | null {
  if (!(error instanceof webApi.WebAPIPlatformError)) return null;
  const data: { error: string; needed?: unknown } = error.data;
  return { code: data.error, needed: typeof data.needed === "string" ? data.needed : null };
}

/** Slack took a call, or not: its answer was lost. What the call posts may be there, so that it is not posted again. */
export class InDoubtError extends Error {
  constructor(cause: unknown) {
    super("Slack did not confirm a message.", { cause });
    this.name = "InDoubtError";
  }
}

/** The token does not work and won't by itself: a person has to give another one. */
const TOKEN_CODES = new Set([
  "invalid_auth",
  "not_authed",
  "account_inactive",
  "token_revoked",
  "token_expired",
  "not_allowed_token_type",
  "app_uninstalled",
  "team_access_not_granted",
]);

export function isTokenRefusal(error: unknown): boolean {
  const refusal = refusalOf(error);
  return refusal !== null && TOKEN_CODES.has(refusal.code);
}

/** The app was removed from the workspace, or its token taken back: that token never works again. */
const REMOVED_CODES = new Set(["account_inactive", "token_revoked", "app_uninstalled"]);

export function isRemovedRefusal(error: unknown): boolean {
  const refusal = refusalOf(error);
  return refusal !== null && REMOVED_CODES.has(refusal.code);
}

/** Slack is there, but not well; everything else that it refuses a connection with is for a person to mend. */
const PASSING_CODES = new Set([
  "ratelimited",
  "internal_error",
  "fatal_error",
  "request_timeout",
  "service_unavailable",
  "team_added_to_org",
]);

export function isLastingRefusal(error: unknown): boolean {
  const refusal = refusalOf(error);
  return refusal !== null && !PASSING_CODES.has(refusal.code);
}

/** The bot can't post where it was asked; the asker can still be told. */
const PLACE_CODES = new Set([
  "not_in_channel",
  "channel_not_found",
  "is_archived",
  "restricted_action",
  "restricted_action_read_only_channel",
  "restricted_action_thread_only_channel",
  "restricted_action_non_threadable_channel",
  "restricted_action_thread_locked",
  "channel_is_limited_access",
  "no_permission",
]);

export function isPlaceRefusal(error: unknown): boolean {
  const refusal = refusalOf(error);
  return refusal !== null && PLACE_CODES.has(refusal.code);
}

/** Slack shows a message to one person only where they are: not to somebody who left the channel, or in one that is gone. */
export function hasNoEphemeral(error: unknown): boolean {
  return refusalOf(error)?.code === "user_not_in_channel";
}

const UNREACHED = "I could not reach Slack to post the answer. Ask again in a minute.";
const IN_DOUBT = "Slack did not confirm my post. If the answer is missing or incomplete, ask again.";
const UNKNOWN = "Something went wrong with this answer. I have logged it. Ask again.";

function isOutage(error: unknown): boolean {
  return (
    error instanceof webApi.WebAPIRequestError ||
    error instanceof webApi.WebAPIHTTPError ||
    error instanceof webApi.WebAPIRateLimitedError
  );
}

/** One sentence for the asker: what failed and how to mend it. */
export function sentenceOf(error: unknown, botName: string): string {
  const ofStore = storeSentence(error);
  if (ofStore !== null) return ofStore;
  if (error instanceof AppError) return error.message;
  if (error instanceof InDoubtError) return IN_DOUBT;
  const refusal = refusalOf(error);
  if (refusal === null) return isOutage(error) ? UNREACHED : UNKNOWN;
  switch (refusal.code) {
    case "not_in_channel":
      return `I am not in this channel, so only you see this. Type /invite @${botName} here, then ask again.`;
    case "channel_not_found":
      return `I can't see this conversation, so only you see this. Type /invite @${botName} here, or ask in a channel that I am in.`;
    case "is_archived":
      return "This channel is archived, so I can't post here. Ask in another channel.";
    case "missing_scope":
      return `The app lacks the permission ${refusal.needed ?? "it needs"}. An admin must add it under “OAuth & Permissions” at api.slack.com/apps and install the app again.`;
    case "ratelimited":
      return "Slack limits how often I may post. Ask again in a minute.";
    default:
      return otherSentence(refusal.code);
  }
}

/** What an admin can restrict in a channel (docs.slack.dev/reference/methods/chat.postMessage). */
const RESTRICTED: Readonly<Record<string, string>> = {
  restricted_action:
    "The workspace's settings don't let this app post here, so only you see this. Ask an admin to allow it, or ask in another channel.",
  restricted_action_read_only_channel:
    "Only certain people may post in this channel, so only you see this. Ask an admin to add the app to its posting permissions.",
  restricted_action_thread_only_channel:
    "This channel takes replies in threads only, so only you see this. Ask in a thread by mentioning me.",
  restricted_action_non_threadable_channel:
    "This channel takes no replies in threads, so only you see this. Ask in the channel, or ask an admin to allow threads here.",
  restricted_action_thread_locked:
    "This thread is locked, so only you see this. Ask in the channel, or ask an admin to unlock it.",
  channel_is_limited_access:
    "Only certain people and apps may post in this channel, so only you see this. Ask its owner to add the app, or ask in another channel.",
  no_permission: "The app may not post in this channel, so only you see this. Ask an admin to let it, or ask in another channel.",
};

function otherSentence(code: string): string {
  if (TOKEN_CODES.has(code)) {
    return `Slack no longer accepts the app's token (${code}). An admin must install the app again, or the person who runs Attaché must set a new SLACK_BOT_TOKEN.`;
  }
  const restricted = RESTRICTED[code];
  if (restricted !== undefined) return restricted;
  return `Slack refused the answer (${code}). Ask again; if it happens again, tell the person who runs Attaché this code.`;
}

/** For whoever starts the program: which variable to mend. */
export function configError(error: unknown, variable: "SLACK_BOT_TOKEN" | "SLACK_APP_TOKEN"): AppError {
  const code = refusalOf(error)?.code ?? "no answer";
  const where =
    variable === "SLACK_BOT_TOKEN"
      ? "the “Bot User OAuth Token” (xoxb-…) under “OAuth & Permissions”"
      : "an app-level token (xapp-…) with connections:write under “Basic Information”, with Socket Mode on";
  return new AppError("config", `Slack refuses ${variable} (${code}). At api.slack.com/apps copy ${where}.`, { cause: error });
}
