import type { PlaceRights } from "../../../domain/chat/chat.ts";
import type { Intent } from "../../../domain/chat/intent.ts";
import { isPlaceRefusal, refusalOf, sentenceOf } from "../connection/errors.ts";
import { isDirect, type SlackContext } from "./context.ts";
import { channelAnswer } from "./schema.ts";

/** Whether an intent relies on messages that come later, so that the bot's rights are looked up first. */
export function reliesOnRights(intent: Intent): boolean {
  return intent.kind === "digest" && (intent.action === "follow" || intent.action === "now");
}

/**
 * Whether the bot is in a channel that takes messages, by `conversations.info`; an app that was installed without `channels:read` asks for
 * one message of its past instead, which tells membership. Undefined where Slack did not say.
 */
export async function placeRightsIn(context: SlackContext, channelId: string): Promise<PlaceRights | undefined> {
  if (isDirect(channelId)) return { refusal: null, note: null };
  const { botName } = await context.identify();
  try {
    const { channel } = channelAnswer.parse(await context.client.conversations.info({ channel: channelId }));
    if (channel.is_archived) return { refusal: ARCHIVED, note: null };
    return { refusal: channel.is_member === false ? notIn(botName) : null, note: null };
  } catch (error) {
    // Private channels are not told of, with or without the scope.
    if (isUntold(refusalOf(error)?.code)) return byHistory(context, channelId, botName);
    return refusalIn(error, botName);
  }
}

function isUntold(code: string | undefined): boolean {
  return code === "missing_scope" || code === "channel_not_found";
}

async function byHistory(context: SlackContext, channelId: string, botName: string): Promise<PlaceRights | undefined> {
  try {
    await context.client.conversations.history({ channel: channelId, limit: 1 });
    return { refusal: null, note: null };
  } catch (error) {
    return refusalIn(error, botName);
  }
}

const ARCHIVED =
  "This channel is archived, so no digest can be posted here. Unarchive it, or set the digest up in another channel.";

function notIn(botName: string): string {
  return `I am not in this channel, so I can't post digests here. Type /invite @${botName} here, then try again.`;
}

function refusalIn(error: unknown, botName: string): PlaceRights | undefined {
  if (refusalOf(error)?.code === "not_in_channel") return { refusal: notIn(botName), note: null };
  return isPlaceRefusal(error) ? { refusal: sentenceOf(error, botName), note: null } : undefined;
}
