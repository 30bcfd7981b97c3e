import type { FakeDiscord } from "./fake-discord.ts";
import type { Json } from "./fake-discord-judge.ts";
import { messageJson } from "./fake-discord-routes.ts";
import { ALICE, channelOf, type FakeDiscordMessage, type FakeInteraction, GENERAL } from "./fake-discord-state.ts";
import { until } from "./until.ts";

/** What people do in Discord, as the payloads that Discord makes of it. */
export interface Place {
  channel?: string;
  user?: string;
  /** The bot's own permissions there, as interactions bring them along. */
  appPermissions?: string;
  /** Whether no server installed the app, but the person who uses it there. */
  isCarried?: boolean;
}

/** An interaction, delivered. */
function interact(
  discord: FakeDiscord,
  type: number,
  how: Place & { data: Json; message?: FakeDiscordMessage },
): FakeInteraction {
  const { state } = discord;
  const id = state.nextId();
  const userId = how.user ?? ALICE;
  const channelId = how.channel ?? GENERAL;
  const channel = state.channels.get(channelId);
  // A component answers about the message that it stands on.
  const original = how.message ?? null;
  const interaction: FakeInteraction = {
    id,
    token: `token-${id}`,
    userId,
    channelId,
    at: Date.now(),
    ackType: null,
    ack: null,
    original,
  };
  state.interactions.set(id, interaction);
  const user = { id: userId, username: "someone", bot: false };
  const isDirect = channel?.type === 1;
  discord.dispatch("INTERACTION_CREATE", {
    id,
    application_id: state.applicationId,
    token: interaction.token,
    type,
    version: 1,
    channel_id: channelId,
    channel: { id: channelId, type: channel?.type ?? 0 },
    ...(how.appPermissions === undefined ? {} : { app_permissions: how.appPermissions }),
    data: how.data,
    ...(isDirect
      ? { user }
      : { guild_id: state.guildId, member: { user, permissions: state.users.get(userId)?.permissions ?? "0", roles: [] } }),
    ...(how.message === undefined ? {} : { message: messageJson(discord.state, how.message) }),
    locale: "en-US",
    entitlements: [],
    authorizing_integration_owners: how.isCarried === true ? { "1": userId } : { "0": state.guildId },
    attachment_size_limit: 10_485_760,
  });
  return interaction;
}

/** A slash command with its options; a subcommand stands behind the name ("person show"). */
export function command(
  discord: FakeDiscord,
  name: string,
  how: Place & { options?: Record<string, unknown>; resolved?: Json } = {},
): FakeInteraction {
  const { options = {}, resolved, ...where } = how;
  const [root = "", sub] = name.split(" ");
  const given = Object.entries(options)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ({ name: key, type: typeof value === "boolean" ? 5 : 3, value }));
  const data = {
    id: "1",
    name: root,
    type: 1,
    options: sub === undefined ? given : [{ name: sub, type: 1, options: given }],
    ...(resolved ? { resolved } : {}),
  };
  return interact(discord, 2, { ...where, data });
}

/** What is suggested for an option while it is typed. */
export async function typeInto(discord: FakeDiscord, name: string, option: { name: string; value: string }): Promise<string[]> {
  const [root = "", sub] = name.split(" ");
  const focused = { ...option, type: 3, focused: true };
  const data = {
    id: "1",
    name: root,
    type: 1,
    options: sub === undefined ? [focused] : [{ name: sub, type: 1, options: [focused] }],
  };
  const interaction = interact(discord, 4, { data });
  await acknowledged(interaction);
  return ((interaction.ack?.["choices"] ?? []) as { value: string }[]).map(({ value }) => value);
}

/** Waits until an interaction is acknowledged, with what comes back being its type. */
export function acknowledged(interaction: FakeInteraction): Promise<number> {
  return until(() => {
    if (interaction.ackType === null) throw new Error("The interaction is not acknowledged.");
    return interaction.ackType;
  });
}

interface Button {
  custom_id: string;
  label: string;
}

export function buttonsOf(message: Pick<FakeDiscordMessage, "components">): Button[] {
  return message.components.flatMap((row) => (row["components"] ?? []) as Button[]);
}

export function press(discord: FakeDiscord, message: FakeDiscordMessage, how: { label: string; user?: string }): FakeInteraction {
  const button = buttonsOf(message).find(({ label }) => label === how.label);
  if (button === undefined) throw new Error(`There is no button "${how.label}" on this message.`);
  return interact(discord, 3, {
    channel: message.channelId,
    user: how.user ?? ALICE,
    data: { custom_id: button.custom_id, component_type: 2 },
    message,
  });
}

/** Somebody sends the modal with which an interaction was answered. */
export function submit(discord: FakeDiscord, opened: FakeInteraction, text: string): FakeInteraction {
  const modal = opened.ack ?? {};
  const data = {
    custom_id: modal["custom_id"],
    components: [{ type: 18, id: 1, component: { type: 4, id: 2, custom_id: "text", value: text } }],
  };
  const how = { channel: opened.channelId, user: opened.userId, data };
  return interact(discord, 5, opened.original === null ? how : { ...how, message: opened.original });
}

/** Somebody sends the form with which an interaction was answered: texts by field, choices as lists. */
export function submitForm(
  discord: FakeDiscord,
  opened: FakeInteraction,
  how: { fields: Record<string, string | string[]>; resolved?: Json },
): FakeInteraction {
  const components = Object.entries(how.fields).map(([custom_id, given]) => ({
    type: 18,
    component: typeof given === "string" ? { type: 4, custom_id, value: given } : { type: 3, custom_id, values: given },
  }));
  const data = { custom_id: opened.ack?.["custom_id"], components, ...(how.resolved ? { resolved: how.resolved } : {}) };
  return interact(discord, 5, { channel: opened.channelId, user: opened.userId, data });
}

export function useShortcut(
  discord: FakeDiscord,
  name: string,
  { content, user = ALICE }: { content: string; user?: string },
): FakeInteraction {
  const target = discord.state.nextId();
  const messages = { [target]: { id: target, content, embeds: [], author: { id: ALICE } } };
  return interact(discord, 2, { user, data: { id: "2", name, type: 3, target_id: target, resolved: { messages } } });
}

export interface Said extends Place {
  text: string;
  /** The message that it is a reply to, with a ping. */
  replyTo?: FakeDiscordMessage;
  over?: Json;
}

/** Someone writes. What comes back is the message's id. */
export function say(discord: FakeDiscord, said: Said): string {
  const { state } = discord;
  const id = state.nextId();
  state.messages.push({
    id,
    channelId: said.channel ?? GENERAL,
    authorId: said.user ?? ALICE,
    content: said.text,
    embeds: [],
    components: [],
    onlyFor: null,
    isLoading: false,
    byInteraction: false,
    files: [],
    edits: 0,
  });
  discord.dispatch("MESSAGE_CREATE", written(discord, said, id));
  return id;
}

/** An edit by its author; without `at`, Discord adds something such as a preview. */
export function edit(discord: FakeDiscord, said: Said & { id: string }, to: { text: string; at: string | null }): void {
  discord.dispatch("MESSAGE_UPDATE", { ...written(discord, { ...said, text: to.text }, said.id), edited_timestamp: to.at });
}

export function remove(discord: FakeDiscord, said: { id: string; channel?: string }): void {
  discord.dispatch("MESSAGE_DELETE", { id: said.id, channel_id: said.channel ?? GENERAL, guild_id: discord.state.guildId });
}

function written(discord: FakeDiscord, said: Said, id: string): Json {
  const { state } = discord;
  const author = said.user ?? ALICE;
  const channel = state.channels.get(said.channel ?? GENERAL);
  const replied = said.replyTo;
  const pinged = [...said.text.matchAll(/<@!?(\d+)>/g)].map((match) => match[1] ?? "");
  const mentions = [...new Set(replied === undefined ? pinged : [...pinged, replied.authorId])];
  return {
    id,
    channel_id: channel?.id,
    ...(channel?.type === 1 ? {} : { guild_id: state.guildId, member: { roles: state.users.get(author)?.roles ?? [] } }),
    type: replied === undefined ? 0 : 19,
    author: { id: author, username: "someone", bot: state.users.get(author)?.isBot ?? false },
    content: said.text,
    timestamp: new Date().toISOString(),
    edited_timestamp: null,
    mentions: mentions.map((mentioned) => ({ id: mentioned })),
    ...(replied === undefined ? {} : { referenced_message: messageJson(state, replied) }),
    ...said.over,
  };
}

/** A direct conversation of somebody with the bot. */
export function directWith(discord: FakeDiscord, userId: string): string {
  const known = [...discord.state.channels.values()].find(({ recipientId }) => recipientId === userId);
  if (known !== undefined) return known.id;
  const id = discord.state.nextId();
  discord.state.channels.set(id, channelOf(id, { type: 1, recipientId: userId }));
  return id;
}
