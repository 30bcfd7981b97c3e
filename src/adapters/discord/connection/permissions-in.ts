import { PermissionFlagsBits } from "discord-api-types/v10";
import type { DiscordApi } from "./api.ts";

type Channel = Awaited<ReturnType<DiscordApi["channel"]>>;

/**
 * The bot's permissions in a channel that no interaction came from, by its roles and the channel's overwrites
 * (docs.discord.com/developers/topics/permissions#permission-overwrites). Throws Discord's refusal.
 */
export async function permissionsIn(
  api: Pick<DiscordApi, "guild" | "member">,
  { guildId, channel, userId }: { guildId: string; channel: Channel; userId: string },
): Promise<string> {
  const [{ owner_id: ownerId, roles }, member] = await Promise.all([api.guild(guildId), api.member(guildId, userId)]);
  // Everyone has the role that goes by the server's own id.
  const held = new Set([guildId, ...member.roles]);
  let has = roles.filter(({ id }) => held.has(id)).reduce((sum, { permissions }) => sum | BigInt(permissions), 0n);
  if (ownerId === userId || (has & PermissionFlagsBits.Administrator) !== 0n) return String(PermissionFlagsBits.Administrator);
  const overwrites = channel.permission_overwrites;
  const layers = [
    overwrites.filter(({ id }) => id === guildId),
    overwrites.filter(({ id }) => id !== guildId && held.has(id)),
    overwrites.filter(({ id }) => id === userId),
  ];
  for (const layer of layers) {
    const deny = layer.reduce((sum, each) => sum | BigInt(each.deny), 0n);
    const allow = layer.reduce((sum, each) => sum | BigInt(each.allow), 0n);
    has = (has & ~deny) | allow;
  }
  return String(has);
}
