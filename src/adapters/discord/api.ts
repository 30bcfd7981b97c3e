import { randomBytes } from "node:crypto";
import { MessageFlags, type RawFile, REST, type RESTPostAPIApplicationCommandsJSONBody, Routes } from "discord.js";
import type { z } from "zod";
import type { DiscordTimings } from "./context.ts";
import { makeRequest } from "./make-request.ts";
import type { DiscordMessage } from "./render.ts";
import {
  applicationAnswer,
  channelAnswer,
  commandsAnswer,
  guildAnswer,
  guildsAnswer,
  memberAnswer,
  messageAnswer,
} from "./schema.ts";

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
  files?: RawFile[];
}

/** The REST calls that the adapter makes, by discord.js, which waits for rate limits and tries again what failed on the way. */
export type DiscordApi = ReturnType<typeof createApi>;

const NOBODY = { parse: [] };
const ARCHIVE_AFTER_MINUTES = 1440;

export function createApi(settings: {
  token: string;
  apiUrl: string;
  timings: Pick<DiscordTimings, "apiTimeoutMs" | "apiRetries">;
}) {
  const options = {
    api: settings.apiUrl,
    version: "10",
    makeRequest,
    timeout: settings.timings.apiTimeoutMs,
    retries: settings.timings.apiRetries,
  };
  const bot = new REST(options).setToken(settings.token);
  // Answers to interactions are not bound to the bot's global limit (discord.com/developers/docs/topics/rate-limits).
  const hooks = new REST({ ...options, globalRequestsPerSecond: Number.POSITIVE_INFINITY });

  return {
    /** For the gateway, which asks for its address. */
    rest: bot,
    ...interactionCalls(hooks),
    ...messageCalls(bot),
    ...placeCalls(bot),
    ...applicationCalls(bot),
    close(): void {
      for (const rest of [bot, hooks]) {
        rest.clearHashSweeper();
        rest.clearHandlerSweeper();
      }
    },
  };
}

function interactionCalls(rest: REST) {
  const original = ({ applicationId, token }: InteractionRef) => Routes.webhookMessage(applicationId, token, "@original");
  return {
    async acknowledge({ id, token }: InteractionRef, body: object): Promise<void> {
      await rest.post(Routes.interactionCallback(id, token), { auth: false, body });
    },
    async editOriginal(ref: InteractionRef, message: Outgoing): Promise<PostedMessage> {
      const body = { ...withFiles(message), allowed_mentions: NOBODY };
      return messageAnswer.parse(await rest.patch(original(ref), { auth: false, body, files: message.files }));
    },
    async removeOriginal(ref: InteractionRef): Promise<void> {
      await rest.delete(original(ref), { auth: false });
    },
    async followUp(ref: InteractionRef, message: Outgoing, isEphemeral: boolean): Promise<PostedMessage> {
      const flags = isEphemeral ? MessageFlags.Ephemeral : 0;
      const body = { ...withFiles(message), allowed_mentions: NOBODY, flags };
      const answer = await rest.post(Routes.webhook(ref.applicationId, ref.token), { auth: false, body, files: message.files });
      return messageAnswer.parse(answer);
    },
  };
}

/** An edit without files takes the old ones away. */
function withFiles({ embeds, components, files = [] }: Outgoing) {
  return { embeds, components, attachments: files.map(({ name }, id) => ({ id: String(id), filename: name })) };
}

function messageCalls(rest: REST) {
  return {
    /** The nonce keeps a try that was repeated on the way from posting twice. */
    async post(channelId: string, message: Outgoing): Promise<PostedMessage> {
      const nonce = randomBytes(12).toString("base64url");
      const body = { ...withFiles(message), allowed_mentions: NOBODY, nonce, enforce_nonce: true };
      return messageAnswer.parse(await rest.post(Routes.channelMessages(channelId), { body, files: message.files }));
    },
    async edit(channelId: string, messageId: string, message: DiscordMessage): Promise<PostedMessage> {
      const body = { ...message, allowed_mentions: NOBODY };
      return messageAnswer.parse(await rest.patch(Routes.channelMessage(channelId, messageId), { body }));
    },
    async remove(channelId: string, messageId: string): Promise<void> {
      await rest.delete(Routes.channelMessage(channelId, messageId));
    },
    /** The id of the thread, which is that of the message that it begins with. */
    async startThread(channelId: string, messageId: string, name: string): Promise<string> {
      const body = { name, auto_archive_duration: ARCHIVE_AFTER_MINUTES };
      return channelAnswer.parse(await rest.post(Routes.threads(channelId, messageId), { body })).id;
    },
    async showTyping(channelId: string): Promise<void> {
      await rest.post(Routes.channelTyping(channelId));
    },
  };
}

function placeCalls(rest: REST) {
  return {
    channel: async (channelId: string) => channelAnswer.parse(await rest.get(Routes.channel(channelId))),
    guild: async (guildId: string) => guildAnswer.parse(await rest.get(Routes.guild(guildId))),
    member: async (guildId: string, userId: string) => memberAnswer.parse(await rest.get(Routes.guildMember(guildId, userId))),
    guilds: async () => guildsAnswer.parse(await rest.get(Routes.userGuilds())),
    openDirect: async (userId: string) =>
      channelAnswer.parse(await rest.post(Routes.userChannels(), { body: { recipient_id: userId } })).id,
  };
}

function applicationCalls(rest: REST) {
  const all = (applicationId: string, guildId: string | null) =>
    guildId === null ? Routes.applicationCommands(applicationId) : Routes.applicationGuildCommands(applicationId, guildId);
  return {
    application: async () => applicationAnswer.parse(await rest.get(Routes.currentApplication())),
    commands: async (applicationId: string, guildId: string | null) =>
      commandsAnswer.parse(await rest.get(all(applicationId, guildId))),
    async addCommand(applicationId: string, guildId: string | null, body: RESTPostAPIApplicationCommandsJSONBody): Promise<void> {
      await rest.post(all(applicationId, guildId), { body });
    },
    async removeCommand(applicationId: string, guildId: string | null, commandId: string): Promise<void> {
      await rest.delete(`${all(applicationId, guildId)}/${commandId}`);
    },
  };
}
