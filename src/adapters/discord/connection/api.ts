import { randomBytes } from "node:crypto";
import { REST } from "@discordjs/rest";
import { MessageFlags, RESTJSONErrorCodes, type RESTPostAPIApplicationCommandsJSONBody, Routes } from "discord-api-types/v10";
import pLimit from "p-limit";
import type { z } from "zod";
import {
  applicationAnswer,
  channelAnswer,
  commandsAnswer,
  guildAnswer,
  guildsAnswer,
  memberAnswer,
  messageAnswer,
} from "../commands/schema.ts";
import type { DiscordMessage } from "../documents/render.ts";
import type { AttachedFile } from "../documents/reply-files.ts";
import { confirmCall } from "./confirm-call.ts";
import type { BotRest } from "./create-bot-rest.ts";
import { hasCode } from "./errors.ts";
import { makeRequest } from "./make-request.ts";
import type { DiscordTimings } from "./timings.ts";

/** A message as Discord keeps it. */
export type PostedMessage = z.infer<typeof messageAnswer>;

/** What answers an interaction: its token works for a quarter of an hour, without the bot's rights in the channel. */
export interface InteractionRef {
  id: string;
  applicationId: string;
  token: string;
}

/** A message with its files. */
export interface Outgoing extends DiscordMessage {
  files?: AttachedFile[];
}

/**
 * The REST calls that the adapter makes, by discord.js, which waits for rate limits and tries again what failed on the way: all that does no
 * harm twice. What people see throws an InDoubtError where Discord does not say whether it is there.
 */
export type DiscordApi = ReturnType<typeof createApi>;

const NOBODY = { parse: [] };
const ARCHIVE_AFTER_MINUTES = 1440;

export function createApi({ bot, apiUrl, timings }: { bot: BotRest; apiUrl: string; timings: DiscordTimings }) {
  const options = {
    api: apiUrl,
    version: "10",
    makeRequest,
    timeout: timings.apiTimeoutMs,
    retries: timings.apiRetries,
    rejectOnRateLimit: ({ retryAfter }: { retryAfter: number }) => retryAfter > timings.longestPauseMs,
  };
  // Answers to interactions take no token, and are not bound to the bot's global limit (discord.com/developers/docs/topics/rate-limits).
  const unbound = { ...options, globalRequestsPerSecond: Number.POSITIVE_INFINITY };
  const hooks = new REST(unbound);
  const followUps = new REST({ ...unbound, retries: 0 });
  const acks = new REST({ ...unbound, timeout: timings.ackTimeoutMs, retries: 1 });
  const confirm: Confirm = (call) => confirmCall(timings, call);

  return {
    /** For the gateway, which asks for its address. */
    rest: bot.rest,
    ...acknowledgements(acks, confirm),
    ...interactionCalls({ hooks, followUps }, confirm),
    ...messageCalls(bot.rest, confirm),
    ...placeCalls(bot.rest, confirm),
    ...applicationCalls(bot.rest),
    close(): void {
      for (const rest of [hooks, followUps, acks]) {
        rest.clearHashSweeper();
        rest.clearHandlerSweeper();
      }
    },
  };
}

type Confirm = <T>(call: () => Promise<T>) => Promise<T>;

/** A crowd's are sent over connections that are there already: opening one for each takes longer than Discord waits. */
const ACKS_AT_ONCE = 128;

/** A second one is refused as such (40060), so that one try more does no harm. */
function acknowledgements(rest: REST, confirm: Confirm) {
  const someAtATime = pLimit(ACKS_AT_ONCE);
  return {
    async acknowledge({ id, token }: InteractionRef, body: object): Promise<void> {
      await someAtATime(() => confirm(() => rest.post(Routes.interactionCallback(id, token), { auth: false, body })));
    },
  };
}

function interactionCalls({ hooks, followUps }: { hooks: REST; followUps: REST }, confirm: Confirm) {
  const original = ({ applicationId, token }: InteractionRef) => Routes.webhookMessage(applicationId, token, "@original");
  return {
    async editOriginal(ref: InteractionRef, message: Outgoing): Promise<PostedMessage> {
      const body = { ...withFiles(message), allowed_mentions: NOBODY };
      const { files } = message;
      return messageAnswer.parse(await confirm(() => hooks.patch(original(ref), { auth: false, body, files })));
    },
    async removeOriginal(ref: InteractionRef): Promise<void> {
      await gone(hooks.delete(original(ref), { auth: false }));
    },
    /** Discord has no nonce for these, and takes each for another one: it is sent once. */
    async followUp(ref: InteractionRef, message: Outgoing, isEphemeral: boolean): Promise<PostedMessage> {
      const flags = isEphemeral ? MessageFlags.Ephemeral : 0;
      const body = { ...withFiles(message), allowed_mentions: NOBODY, flags };
      const { files } = message;
      const route = Routes.webhook(ref.applicationId, ref.token);
      return messageAnswer.parse(await confirm(() => followUps.post(route, { auth: false, body, files })));
    },
  };
}

/** An edit without files takes the old ones away. */
function withFiles({ content, embeds, components, files = [] }: Outgoing) {
  return {
    ...(content === undefined ? {} : { content }),
    embeds,
    components,
    attachments: files.map(({ name, description }, id) => ({ id: String(id), filename: name, description })),
  };
}

/** What was removed by a try whose answer was lost is not there for the next one. */
async function gone(removal: Promise<unknown>): Promise<void> {
  try {
    await removal;
  } catch (error) {
    if (!hasCode(error, RESTJSONErrorCodes.UnknownMessage)) throw error;
  }
}

function messageCalls(rest: REST, confirm: Confirm) {
  return {
    /** The nonce keeps a try that was repeated on the way from posting twice. */
    async post(channelId: string, message: Outgoing): Promise<PostedMessage> {
      const nonce = randomBytes(12).toString("base64url");
      const body = { ...withFiles(message), allowed_mentions: NOBODY, nonce, enforce_nonce: true };
      const { files } = message;
      return messageAnswer.parse(await confirm(() => rest.post(Routes.channelMessages(channelId), { body, files })));
    },
    async react(channelId: string, messageId: string, emoji: string): Promise<void> {
      await rest.put(Routes.channelMessageOwnReaction(channelId, messageId, encodeURIComponent(emoji)));
    },
    async edit(channelId: string, messageId: string, message: Outgoing): Promise<PostedMessage> {
      const body = { ...withFiles(message), allowed_mentions: NOBODY };
      const { files } = message;
      return messageAnswer.parse(await confirm(() => rest.patch(Routes.channelMessage(channelId, messageId), { body, files })));
    },
    async remove(channelId: string, messageId: string): Promise<void> {
      await gone(rest.delete(Routes.channelMessage(channelId, messageId)));
    },
    /** The id of the thread, which is that of the message that it begins with. */
    async startThread(channelId: string, messageId: string, name: string): Promise<string> {
      const body = { name, auto_archive_duration: ARCHIVE_AFTER_MINUTES };
      return channelAnswer.parse(await confirm(() => rest.post(Routes.threads(channelId, messageId), { body }))).id;
    },
    async showTyping(channelId: string): Promise<void> {
      await rest.post(Routes.channelTyping(channelId));
    },
  };
}

function placeCalls(rest: REST, confirm: Confirm) {
  return {
    channel: async (channelId: string) => channelAnswer.parse(await rest.get(Routes.channel(channelId))),
    guild: async (guildId: string) => guildAnswer.parse(await rest.get(Routes.guild(guildId))),
    member: async (guildId: string, userId: string) => memberAnswer.parse(await rest.get(Routes.guildMember(guildId, userId))),
    guilds: async () => guildsAnswer.parse(await rest.get(Routes.userGuilds())),
    openDirect: async (userId: string) =>
      channelAnswer.parse(await confirm(() => rest.post(Routes.userChannels(), { body: { recipient_id: userId } }))).id,
  };
}

function applicationCalls(rest: REST) {
  const all = (applicationId: string, guildId: string | null) =>
    guildId === null ? Routes.applicationCommands(applicationId) : Routes.applicationGuildCommands(applicationId, guildId);
  return {
    application: async () => applicationAnswer.parse(await rest.get(Routes.currentApplication())),
    commands: async (applicationId: string, guildId: string | null) =>
      commandsAnswer.parse(
        await rest.get(all(applicationId, guildId), { query: new URLSearchParams({ with_localizations: "true" }) }),
      ),
    async addCommand(applicationId: string, guildId: string | null, body: RESTPostAPIApplicationCommandsJSONBody): Promise<void> {
      await rest.post(all(applicationId, guildId), { body });
    },
    async removeCommand(applicationId: string, guildId: string | null, commandId: string): Promise<void> {
      await rest.delete(`${all(applicationId, guildId)}/${commandId}`);
    },
  };
}
