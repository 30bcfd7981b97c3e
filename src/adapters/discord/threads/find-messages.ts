import type { REST } from "@discordjs/rest";
import { DiscordSnowflake } from "@sapphire/snowflake";
import { RESTJSONErrorCodes, Routes } from "discord-api-types/v10";
import type { DigestMessage } from "../../../domain/digests/digest-poster.ts";
import { FOLLOW_UP_BUTTON } from "../../chat/buttons.ts";
import { historyAnswer, type PastMessage, postPayload } from "../commands/schema.ts";
import { hasCode } from "../connection/errors.ts";
import { HISTORY_PAGE } from "../documents/limits.ts";
import { postsIn } from "./forum.ts";

const MAX_PAGES = 50;

interface Looked {
  botUserId: string;
  sinceMs: number;
}

interface LookedIn extends Looked {
  /** Whether the channel takes posts alone. */
  isForum: boolean;
}

interface Found {
  /** Oldest first. */
  ids: string[];
  /** The channel or thread that they are in. */
  placeId: string;
  /** Whether they are copies of one message: they carry its key, or say the same in the thread of its digest. */
  areSame: boolean;
  /** Whether each is the first message of a post of its own. */
  arePosts?: boolean;
  /** Whether all was looked through that came since. */
  isWhole: boolean;
}

/** A digest's message, by the key that its button carries, and one without buttons by its text: a detail in its thread, and where there is none in the channel. */
export async function findMessages(rest: REST, message: DigestMessage, looked: LookedIn): Promise<Found> {
  const { channelId, rootId } = message;
  const { isIt, byKey } = matcherOf(message);
  if (rootId === null && looked.isForum) return { ...(await findPosts(rest, message, looked)), areSame: byKey };
  if (rootId === null) return { ...(await findIn(rest, isIt, { ...looked, placeId: channelId })), areSame: byKey };
  try {
    const found = await findIn(rest, isIt, { ...looked, placeId: rootId });
    if (found.ids.length > 0 || !found.isWhole || looked.isForum) return { ...found, areSame: true };
  } catch (error) {
    if (!hasCode(error, RESTJSONErrorCodes.UnknownChannel)) throw error;
  }
  const sinceMs = DiscordSnowflake.timestampFrom(rootId);
  // Without a thread, another digest's detail may say the same in the same channel.
  return { ...(await findIn(rest, isIt, { ...looked, placeId: channelId, sinceMs })), areSame: byKey };
}

/** A post has the id of its first message. */
async function findPosts(rest: REST, message: DigestMessage, looked: LookedIn): Promise<Omit<Found, "areSame">> {
  const { isIt } = matcherOf(message);
  const { channelId: forumId, workspaceId } = message;
  const posts = await postsIn(rest, { guildId: workspaceId.replace("discord:", ""), forumId, botUserId: looked.botUserId });
  const ids: string[] = [];
  for (const placeId of posts) {
    if (DiscordSnowflake.timestampFrom(placeId) < looked.sinceMs) continue;
    const found = await findIn(rest, isIt, { ...looked, placeId });
    ids.push(...found.ids.filter((id) => id === placeId));
  }
  return { ids, placeId: forumId, isWhole: true, arePosts: true };
}

/** Newest messages first, until the time before the first try. */
async function findIn(
  rest: REST,
  isIt: (past: PastMessage) => boolean,
  where: Looked & { placeId: string },
): Promise<Omit<Found, "areSame">> {
  const { placeId, botUserId, sinceMs } = where;
  const ids: string[] = [];
  let before: string | null = null;
  for (let page = 0; page < MAX_PAGES; page++) {
    const query = new URLSearchParams({ limit: String(HISTORY_PAGE), ...(before === null ? {} : { before }) });
    const messages = historyAnswer.parse(await rest.get(Routes.channelMessages(placeId), { query }));
    for (const each of messages) if (each.author.id === botUserId && isIt(each)) ids.unshift(each.id);
    const last = messages.at(-1);
    const isPast = last === undefined || DiscordSnowflake.timestampFrom(last.id) < sinceMs;
    if (isPast || messages.length < HISTORY_PAGE) return { ids, placeId, isWhole: true };
    before = last.id;
  }
  return { ids, placeId, isWhole: false };
}

function matcherOf(message: DigestMessage): { isIt: (past: PastMessage) => boolean; byKey: boolean } {
  const { embeds, components } = postPayload.parse(message.payload);
  if (components.flatMap(idsOf).includes(FOLLOW_UP_BUTTON)) {
    const wanted = `${FOLLOW_UP_BUTTON}:${message.key}`;
    return { isIt: (past) => past.components.flatMap(idsOf).includes(wanted), byKey: true };
  }
  const wanted = textOf(embeds);
  return { isIt: (past) => textOf(past.embeds) === wanted, byKey: false };
}

function idsOf(row: { components?: object[] | undefined }): string[] {
  return (row.components ?? []).flatMap((each) =>
    "custom_id" in each && typeof each.custom_id === "string" ? each.custom_id : [],
  );
}

/** What Discord may change of white space makes no other message of it. */
function textOf(embeds: { title?: string | undefined; description?: string | undefined }[]): string {
  return embeds
    .map(({ title = "", description = "" }) => `${title} ${description}`)
    .join(" ")
    .replace(/\s+/g, " ")
    .trim();
}
