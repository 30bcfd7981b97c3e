import { DiscordAPIError, HTTPError, RateLimitError } from "@discordjs/rest";
import { RESTJSONErrorCodes } from "discord-api-types/v10";
import { AppError } from "../../../domain/errors.ts";
import { storeSentence } from "../../chat/store-trouble.ts";

/** Discord's number for what went wrong (50013), and the status; null for what is no answer of Discord's. */
export interface DiscordRefusal {
  code: number;
  status: number;
}

export function refusalOf(error: unknown): DiscordRefusal | null {
  if (!(error instanceof DiscordAPIError)) return null;
  return { code: typeof error.code === "number" ? error.code : 0, status: error.status };
}

export function hasCode(error: unknown, ...codes: number[]): boolean {
  const refusal = refusalOf(error);
  return refusal !== null && codes.includes(refusal.code);
}

/** Discord took a call, or not: its answer was lost. What the call posts may be there, so that it is not posted again. */
export class InDoubtError extends Error {
  constructor(cause: unknown) {
    super("Discord did not confirm a message.", { cause });
    this.name = "InDoubtError";
  }
}

/** The token does not work and won't by itself. discord.js drops a token that was refused, and says so for every call after it. */
export function isTokenRefusal(error: unknown): boolean {
  if (refusalOf(error)?.status === 401 && !isTokenSpent(error)) return true;
  return error instanceof Error && error.message.startsWith("Expected token to be set");
}

/** The three seconds were over before the acknowledgement arrived: nobody waits for it any more. */
export function isTooLate(error: unknown): boolean {
  return hasCode(error, RESTJSONErrorCodes.UnknownInteraction);
}

/** A try that got through without its answer coming back, or another process with the same token. */
export function isAcknowledged(error: unknown): boolean {
  return hasCode(error, RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged);
}

/** An interaction's token lives for fifteen minutes; after that, only the bot's own rights post. */
export function isTokenSpent(error: unknown): boolean {
  return hasCode(error, RESTJSONErrorCodes.InvalidWebhookToken, RESTJSONErrorCodes.UnknownWebhook);
}

/** What keeps a thread from being begun: a kind of channel without any, a missing right, too many of them. */
export const NO_THREAD: readonly number[] = [
  RESTJSONErrorCodes.CannotExecuteActionOnThisChannelType,
  RESTJSONErrorCodes.MissingPermissions,
  RESTJSONErrorCodes.MaximumActiveThreads,
];

/** The bot can't post where it was asked; the asker can still be told. */
const PLACE_CODES = new Set<number>([
  RESTJSONErrorCodes.MissingAccess,
  RESTJSONErrorCodes.MissingPermissions,
  RESTJSONErrorCodes.UnknownChannel,
  RESTJSONErrorCodes.UnknownGuild,
  RESTJSONErrorCodes.ThreadLocked,
  RESTJSONErrorCodes.MaximumActiveThreads,
]);

export function isPlaceRefusal(error: unknown): boolean {
  const refusal = refusalOf(error);
  return refusal !== null && PLACE_CODES.has(refusal.code);
}

const UNREACHED = "I could not reach Discord to post the answer. Ask again in a minute.";
const IN_DOUBT = "Discord did not confirm my post. If the answer is missing or incomplete, ask again.";
const PAUSE = "Discord limits how often I may post. Ask again in a minute.";
const UNKNOWN = "Something went wrong with this answer. I have logged it. Ask again.";

function isOutage(error: unknown): boolean {
  if (error instanceof HTTPError) return true;
  return error instanceof Error && (error.name === "AbortError" || "code" in error || error.message === "fetch failed");
}

/** One sentence for the asker: what failed and how to mend it. */
export function sentenceOf(error: unknown): string {
  const ofStore = storeSentence(error);
  if (ofStore !== null) return ofStore;
  if (error instanceof AppError) return error.message;
  if (error instanceof InDoubtError) return IN_DOUBT;
  if (error instanceof RateLimitError) return PAUSE;
  if (isTokenRefusal(error)) return TOKEN_TAKEN;
  const refusal = refusalOf(error);
  if (refusal === null) return isOutage(error) ? UNREACHED : UNKNOWN;
  switch (refusal.code) {
    case RESTJSONErrorCodes.MissingAccess:
      return "I can't see this channel, so only you see this. Ask its manager to give me View Channel and Send Messages, or ask in another channel.";
    case RESTJSONErrorCodes.MissingPermissions:
      return "I may not post here, so only you see this. Ask the channel's manager to give me Send Messages, Embed Links, Create Public Threads and Send Messages in Threads.";
    case RESTJSONErrorCodes.UnknownChannel:
    case RESTJSONErrorCodes.UnknownGuild:
      return "This channel is gone, or I am no longer in its server. Invite me again, or ask in another channel.";
    case RESTJSONErrorCodes.ThreadLocked:
      return "This thread is locked, so only you see this. Ask in the channel, or ask a moderator to unlock it.";
    case RESTJSONErrorCodes.MaximumActiveThreads:
      return "This server has as many threads as Discord allows, so only you see this. Ask a moderator to archive some.";
    case RESTJSONErrorCodes.CannotSendMessagesToThisUser:
      return "I can't send you direct messages. Allow them in this server's privacy settings, or use a slash command: only you see its answer.";
    default:
      return `Discord refused the answer (${refusal.code}). Ask again; if it happens again, tell the person who runs Attaché this number.`;
  }
}

const TOKEN_TAKEN =
  "Discord no longer accepts the bot's token. The person who runs Attaché must set a new DISCORD_TOKEN and restart.";

/** For whoever starts the program. */
export function tokenError(cause: unknown): AppError {
  return new AppError(
    "config",
    "Discord refuses DISCORD_TOKEN. At discord.com/developers/applications open your application, choose “Bot”, “Reset Token”, and copy the new token.",
    { cause },
  );
}

/** Why Discord closed the connection for good, and what to do about it; null for what mends by itself. */
export function closeSentence(code: number): string | null {
  switch (code) {
    case 4004:
      return tokenError(code).message;
    case 4010:
    case 4011:
      return `Discord wants a different number of connections than it recommended (${code}). Restart the bot in a few minutes.`;
    case 4012:
      return "Discord no longer supports this protocol version (4012). Install a newer version of Attaché.";
    case 4013:
      return "Discord does not know the intents that the bot requests (4013). Install a newer version of Attaché.";
    case 4014:
      return "Discord does not let the bot read messages (4014). Switch on “Message Content Intent” under “Bot” at discord.com/developers/applications, or set DISCORD_MESSAGE_CONTENT=0.";
    default:
      return null;
  }
}

/** What registering commands or asking for the application may fail with, for whoever runs the command. */
export function setupError(error: unknown): unknown {
  if (isTokenRefusal(error)) return tokenError(error);
  if (hasCode(error, RESTJSONErrorCodes.MissingAccess, RESTJSONErrorCodes.UnknownGuild))
    return new AppError("not-found", "The bot is not in that server. attache discord invite prints the address that adds it.", {
      cause: error,
    });
  const refusal = refusalOf(error);
  if (refusal !== null)
    return new AppError("bad-input", `Discord refused that (${refusal.code}): ${String(error)}`, { cause: error });
  return isOutage(error) ? new AppError("internal", "Could not reach Discord. Try again in a minute.", { cause: error }) : error;
}

/** An error as the log may hold it: discord.js keeps the address, which holds an interaction's token, and what people wrote. */
export function errorForLog(error: Error): object {
  const { name, message, stack } = error;
  const refusal = error instanceof DiscordAPIError ? { code: error.code, status: error.status, method: error.method } : {};
  return { type: name, message, stack, ...refusal };
}
