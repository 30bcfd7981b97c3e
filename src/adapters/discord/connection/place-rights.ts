import { PermissionFlagsBits } from "discord-api-types/v10";
import type { PlaceRights } from "../../../domain/chat/chat.ts";
import { PERMISSIONS } from "./scopes.ts";

/** Without these no digest can be posted. */
const NEEDED = PermissionFlagsBits.ViewChannel | PermissionFlagsBits.SendMessages | PermissionFlagsBits.EmbedLinks;
/** Inside of a thread, messages need this one in the place of Send Messages. */
const IN_THREAD = PermissionFlagsBits.SendMessagesInThreads;
/** Without one of these a digest's details go into the channel. */
const FOR_DETAIL = PermissionFlagsBits.CreatePublicThreads | PermissionFlagsBits.SendMessagesInThreads;

/** What the bot's own permissions, which every interaction in a server brings along (`app_permissions`), let it do there. */
export function placeRightsOf(permissions: string, isThread: boolean): PlaceRights {
  const has = BigInt(permissions);
  if ((has & PermissionFlagsBits.Administrator) !== 0n) return { refusal: null, note: null };
  const needed = isThread ? (NEEDED & ~PermissionFlagsBits.SendMessages) | IN_THREAD : NEEDED;
  const lacking = namesOf(needed & ~has);
  const refusal =
    lacking.length === 0
      ? null
      : `I can't post digests here: ask the channel's manager to give me ${listed(lacking)}, then try again.`;
  const detail = isThread ? [] : namesOf(FOR_DETAIL & ~has);
  const note =
    detail.length === 0 ? null : `Details go into the channel instead of a thread, because I lack ${listed(detail)} here.`;
  return { refusal, note };
}

function namesOf(bits: bigint): string[] {
  return PERMISSIONS.filter(({ bit }) => (bits & bit) !== 0n).map(({ permission }) => permission);
}

function listed(names: string[]): string {
  return new Intl.ListFormat("en", { type: "conjunction" }).format(names);
}
