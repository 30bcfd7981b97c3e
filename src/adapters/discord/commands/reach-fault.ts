import { ChannelType, PermissionFlagsBits } from "discord-api-types/v10";
import type { Reach } from "../../../domain/digests/reach.ts";
import type { CommandPayload } from "./schema.ts";

const NOT_ANNOUNCED =
  "This is no announcement channel, so no other channel can follow it. Leave out publish, or set the digest up in an announcement channel.";
const NOT_EVERYONE = "Choose a role of yours: a digest does not ping everyone.";
const NOT_BY_YOU = "You may not ping that role here, so a digest of yours may not either.";
const NOT_BY_ME =
  "I may not ping that role. Turn on “Allow anyone to @mention this role” in its settings, or give me Mention @everyone, @here, and All Roles.";
const MENTIONS = PermissionFlagsBits.MentionEveryone | PermissionFlagsBits.Administrator;

/** What keeps a digest that is asked for from reaching beyond its channel, in a sentence; null where nothing does. */
export function reachFault({ pings, isPublished }: Reach, payload: CommandPayload): string | null {
  if (isPublished === true && payload.channel?.type !== ChannelType.GuildAnnouncement) return NOT_ANNOUNCED;
  if (pings === undefined) return null;
  if (pings === payload.guild_id) return NOT_EVERYONE;
  if (payload.data.resolved?.roles[pings]?.mentionable === true) return null;
  if (!may(payload.member?.permissions)) return NOT_BY_YOU;
  return may(payload.app_permissions) ? null : NOT_BY_ME;
}

function may(permissions = "0"): boolean {
  return (BigInt(permissions) & MENTIONS) !== 0n;
}
