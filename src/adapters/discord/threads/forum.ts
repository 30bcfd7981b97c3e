import type { REST } from "@discordjs/rest";
import { ChannelFlags, ChannelType, Routes } from "discord-api-types/v10";
import { z } from "zod";
import { channelAnswer } from "../commands/schema.ts";

/** A channel of posts: nothing is written into it but posts, which are threads with a title. */
export interface Forum {
  /** The tag that each post gets where the forum demands one; null where it demands none, or has none that the bot may set. */
  tagId: string | null;
  /** Whether it demands a tag and has none that the bot may set. */
  lacksTag: boolean;
}

const id = z.string().regex(/^\d{1,20}$/);
type Channel = Pick<z.infer<typeof channelAnswer>, "type" | "flags" | "available_tags">;
const activeThreads = z.object({ threads: z.array(z.object({ id, parent_id: id.nullish(), owner_id: id.nullish() })) });

/** A tag's name that fits whatever a digest is about. */
const FITTING = /digest|news|brief|press|update/i;
const KEPT = 1000;

/** Looks up once what a channel is; null for one that takes messages. Throws Discord's refusal. */
export function createForums(rest: REST): (channelId: string) => Promise<Forum | null> {
  const known = new Map<string, Forum | null>();
  return async (channelId) => {
    const found = known.get(channelId);
    if (found !== undefined) return found;
    const read = forumOf(channelAnswer.parse(await rest.get(Routes.channel(channelId))));
    if (known.size >= KEPT) known.clear();
    // A tag that is missing may be added at any moment.
    if (read?.lacksTag !== true) known.set(channelId, read);
    return read;
  };
}

/** Null for a channel that takes messages. A tag that moderators alone may set is left to them. */
export function forumOf({ type, flags, available_tags: tags }: Channel): Forum | null {
  if (type !== ChannelType.GuildForum && type !== ChannelType.GuildMedia) return null;
  if ((flags & ChannelFlags.RequireTag) === 0) return { tagId: null, lacksTag: false };
  const free = tags.filter(({ moderated }) => !moderated);
  const tag = free.find(({ name }) => FITTING.test(name)) ?? free[0];
  return { tagId: tag?.id ?? null, lacksTag: tag === undefined };
}

/** What makes a post of a message; a post has the id of its first message. */
export function postIn(forum: Forum, name: string, message: object): object {
  const tags = forum.tagId === null ? {} : { applied_tags: [forum.tagId] };
  return { name, auto_archive_duration: ARCHIVE_AFTER_MINUTES, message, ...tags };
}

const ARCHIVE_AFTER_MINUTES = 1440;

/** The bot's own posts of a forum that are not archived, oldest first. */
export async function postsIn(
  rest: REST,
  { guildId, forumId, botUserId }: { guildId: string; forumId: string; botUserId: string },
): Promise<string[]> {
  const { threads } = activeThreads.parse(await rest.get(Routes.guildActiveThreads(guildId)));
  return threads
    .filter((thread) => thread.parent_id === forumId && thread.owner_id === botUserId)
    .map((thread) => thread.id)
    .sort((a, b) => Number(BigInt(a) - BigInt(b)));
}
