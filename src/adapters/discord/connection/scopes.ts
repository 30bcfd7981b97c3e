import { OAuth2Scopes, PermissionFlagsBits, RouteBases, Routes } from "discord-api-types/v10";

/** A permission that the bot asks a server for, and what would not work without it. */
export interface PermissionReason {
  permission: string;
  bit: bigint;
  reason: string;
}

/** The least that works. Commands and buttons need none: their answers come by the interaction itself. */
export const PERMISSIONS = [
  {
    permission: "View Channel",
    bit: PermissionFlagsBits.ViewChannel,
    reason: "Lets Discord deliver mentions and replies to the bot.",
  },
  { permission: "Send Messages", bit: PermissionFlagsBits.SendMessages, reason: "Posts digests." },
  {
    permission: "Embed Links",
    bit: PermissionFlagsBits.EmbedLinks,
    reason: "Shows answers as embeds, in which nothing can ping anyone.",
  },
  {
    permission: "Create Public Threads",
    bit: PermissionFlagsBits.CreatePublicThreads,
    reason: "Puts a briefing's details into a thread below it.",
  },
  {
    permission: "Send Messages in Threads",
    bit: PermissionFlagsBits.SendMessagesInThreads,
    reason: "Posts details and answers follow-up questions there.",
  },
  {
    permission: "Read Message History",
    bit: PermissionFlagsBits.ReadMessageHistory,
    reason: "Checks whether a digest has arrived.",
  },
  {
    permission: "Attach Files",
    bit: PermissionFlagsBits.AttachFiles,
    reason: "Posts pictures of timelines, meetings as a calendar file and sources as OPML.",
  },
] as const satisfies readonly PermissionReason[];

/** The address at which somebody who manages a server adds the bot to it. */
export function inviteUrl(applicationId: string): string {
  const url = new URL(Routes.oauth2Authorization(), RouteBases.api);
  url.search = new URLSearchParams({
    client_id: applicationId,
    scope: `${OAuth2Scopes.Bot} ${OAuth2Scopes.ApplicationsCommands}`,
    permissions: PERMISSIONS.reduce((all, { bit }) => all | bit, 0n).toString(),
  }).toString();
  return url.href;
}
