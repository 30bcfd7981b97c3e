import { PermissionFlagsBits } from "discord-api-types/v10";
import type { PlaceRights } from "../../../domain/chat/chat.ts";
import { PERMISSIONS } from "./scopes.ts";

/** Without these no digest can be posted. */
const NEEDED = PermissionFlagsBits.ViewChannel | PermissionFlagsBits.SendMessages | PermissionFlagsBits.EmbedLinks;
/** Inside of a thread, messages need this one in the place of Send Messages. */
const IN_THREAD = PermissionFlagsBits.SendMessagesInThreads;
/** A post of a forum takes its details as messages in a thread. It is begun with Send Messages, whatever Create Public Threads says. */
const IN_FORUM = NEEDED | IN_THREAD;
/** Without one of these a digest's details go into the channel. */
const FOR_DETAIL = PermissionFlagsBits.CreatePublicThreads | PermissionFlagsBits.SendMessagesInThreads;
/** What Discord's settings of a forum call a permission that has another name elsewhere. */
const FORUM_NAMES: Readonly<Record<string, string>> = { "Send Messages": "Create Posts" };

const TAGLESS =
  "I can't post digests here: each post of this forum needs a tag, and it has none that I may set. Ask the channel's manager to add a tag that anyone may set, then try again.";

/** Where messages are posted: into a channel, a thread of one, or a forum, whose posts may need a tag. */
export type Place = { kind: "channel" } | { kind: "thread" } | { kind: "forum"; lacksTag: boolean };

/**
 * What the bot's own permissions, which every interaction in a server brings along (`app_permissions`), let it do there
 * (docs.discord.com/developers/resources/channel#start-thread-in-forum-or-media-channel).
 */
export function placeRightsOf(permissions: string, place: Place): PlaceRights {
  const has = BigInt(permissions);
  const isAdministrator = (has & PermissionFlagsBits.Administrator) !== 0n;
  const lacking = isAdministrator ? [] : namesOf(neededIn(place) & ~has);
  const isForum = place.kind === "forum";
  if (lacking.length > 0) {
    const named = listed(lacking.map((name) => (isForum ? (FORUM_NAMES[name] ?? name) : name)));
    return { refusal: `I can't post digests here: ask the channel's manager to give me ${named}, then try again.`, note: null };
  }
  if (isForum && place.lacksTag) return { refusal: TAGLESS, note: null };
  const detail = place.kind !== "channel" || isAdministrator ? [] : namesOf(FOR_DETAIL & ~has);
  const note =
    detail.length === 0 ? null : `Details go into the channel instead of a thread, because I lack ${listed(detail)} here.`;
  return { refusal: null, note };
}

function neededIn({ kind }: Place): bigint {
  if (kind === "forum") return IN_FORUM;
  return kind === "thread" ? (NEEDED & ~PermissionFlagsBits.SendMessages) | IN_THREAD : NEEDED;
}

function namesOf(bits: bigint): string[] {
  return PERMISSIONS.filter(({ bit }) => (bits & bit) !== 0n).map(({ permission }) => permission);
}

function listed(names: string[]): string {
  return new Intl.ListFormat("en", { type: "conjunction" }).format(names);
}
