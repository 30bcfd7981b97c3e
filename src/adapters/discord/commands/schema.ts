import type { APIActionRowComponent, APIButtonComponent, APIEmbed } from "discord-api-types/v10";
import { z } from "zod";

/** What of Discord's payloads is used, and no more: a field that Discord adds or drops elsewhere breaks nothing. */

/** Nobody types more than this to a bot; what is longer is not read to its end. */
const TYPED_CHARACTERS = 3000;

const id = z.string().regex(/^\d{1,20}$/);
const typed = z.string().transform((text) => text.slice(0, TYPED_CHARACTERS));
const user = z.object({ id, bot: z.boolean().default(false) });

const attachment = z.object({ id, url: z.url({ protocol: /^https?$/ }), size: z.number().default(0) });

/** Where an interaction comes from, and the token that answers it. In a server there is a member, in a direct message a user. */
const interaction = z.object({
  id,
  application_id: id,
  token: z.string().min(1),
  guild_id: id.optional(),
  channel_id: id,
  channel: z.object({ type: z.number() }).optional(),
  /** Through whom the app is there: "0" is a server (or its direct messages), "1" a person who installed it for themselves. */
  authorizing_integration_owners: z.record(z.string(), z.string()).optional(),
  app_permissions: z.string().regex(/^\d+$/).optional(),
  member: z.object({ user, permissions: z.string().regex(/^\d+$/).default("0") }).optional(),
  user: user.optional(),
});
export type InteractionPayload = z.infer<typeof interaction>;

/** Of an option: a text, a number, or for a subcommand its own options. */
const option = z.object({
  name: z.string(),
  value: z.union([typed, z.number(), z.boolean()]).optional(),
  focused: z.boolean().default(false),
});
const options = z.array(option.extend({ options: z.array(option).optional() })).default([]);
export type CommandOption = z.infer<typeof option>;

export const commandPayload = interaction.extend({
  type: z.literal(2),
  data: z.object({
    name: z.string(),
    type: z.literal(1).default(1),
    options,
    resolved: z
      .object({
        attachments: z.record(z.string(), attachment).default({}),
        /** Of a chosen role, whether anybody may ping it. */
        roles: z.record(z.string(), z.object({ mentionable: z.boolean().default(false) })).default({}),
      })
      .optional(),
  }),
});
export type CommandPayload = z.infer<typeof commandPayload>;

const linked = z.object({ url: z.string().optional() });

export const shortcutPayload = interaction.extend({
  type: z.literal(2),
  data: z.object({
    name: z.string(),
    type: z.literal(3),
    target_id: id,
    resolved: z.object({
      messages: z.record(z.string(), z.object({ content: z.string().default(""), embeds: z.array(linked).default([]) })),
    }),
  }),
});
export type ShortcutPayload = z.infer<typeof shortcutPayload>;

export const buttonPayload = interaction.extend({
  type: z.literal(3),
  data: z.object({ custom_id: z.string(), component_type: z.number() }),
  message: z.object({ id, flags: z.number().default(0) }),
});
export type ButtonPayload = z.infer<typeof buttonPayload>;

export const autocompletePayload = interaction.extend({
  type: z.literal(4),
  data: z.object({ name: z.string(), options }),
});
export type AutocompletePayload = z.infer<typeof autocompletePayload>;

export const modalPayload = interaction.extend({
  type: z.literal(5),
  data: z.object({
    custom_id: z.string(),
    // An input stands in a label or, in older clients, in a row.
    components: z.array(
      z.object({
        component: z
          .object({
            custom_id: z.string().max(100).default(""),
            value: typed.optional(),
            values: z.array(z.string().max(100)).max(25).optional(),
          })
          .optional(),
        components: z.array(z.object({ value: typed })).optional(),
      }),
    ),
    /** Of a chosen channel, what the person who chose it may do there. */
    resolved: z
      .object({ channels: z.record(z.string(), z.object({ permissions: z.string().regex(/^\d+$/).default("0") })).default({}) })
      .optional(),
  }),
});
export type ModalPayload = z.infer<typeof modalPayload>;

/** A message as it is sent to the app. Without the message content intent, `content` is empty for what is not meant for it. */
export const messageEvent = z.object({
  id,
  channel_id: id,
  guild_id: id.optional(),
  type: z.number().default(0),
  author: user,
  webhook_id: id.optional(),
  content: typed.default(""),
  edited_timestamp: z.string().nullish(),
  mentions: z.array(z.object({ id })).default([]),
  member: z.object({ roles: z.array(id).default([]) }).optional(),
  referenced_message: z.object({ id, author: user }).nullish(),
});
export type MessageEvent = z.infer<typeof messageEvent>;

export const deletedEvent = z.object({ id, channel_id: id, guild_id: id.optional() });
export const bulkDeletedEvent = z.object({ ids: z.array(id), channel_id: id, guild_id: id.optional() });

/** A channel or a thread that was deleted. */
export const lostEvent = z.object({ id, guild_id: id.optional() });

/** What the API answers with. */
export const messageAnswer = z.object({ id, channel_id: id });
const bits = z.string().regex(/^\d+$/);
export const channelAnswer = z.object({
  id,
  type: z.number(),
  permission_overwrites: z.array(z.object({ id, allow: bits, deny: bits })).default([]),
  flags: z.number().default(0),
  /** Of a forum. */
  available_tags: z.array(z.object({ id, name: z.string(), moderated: z.boolean().default(false) })).default([]),
});
/** The bot is in a server, or, with `unavailable`, Discord itself has lost sight of the server for a while. */
export const guildEvent = z.object({
  id,
  unavailable: z.boolean().default(false),
  joined_at: z.string().optional(),
  /** Where Discord itself says who joined. */
  system_channel_id: id.nullish(),
});
export type GuildEvent = z.infer<typeof guildEvent>;

/** The servers in what begins a session. */
export const readyGuilds = z.array(z.object({ id }));

export const guildAnswer = z.object({
  owner_id: id,
  roles: z.array(z.object({ id, permissions: z.string().regex(/^\d+$/) })),
});
export const memberAnswer = z.object({ roles: z.array(id) });
export const guildsAnswer = z.array(z.object({ id }));
export const applicationAnswer = z.object({ id, name: z.string() });
export const commandsAnswer = z.array(z.looseObject({ id, name: z.string(), type: z.number().default(1) }));
export const userAnswer = z.object({ id });

const isObject = (value: unknown) => typeof value === "object" && value !== null;

/** A digest's message as it was rendered and kept. */
export const postPayload = z.object({
  content: z.string().optional(),
  embeds: z.array(z.custom<APIEmbed>(isObject)),
  components: z.array(z.custom<APIActionRowComponent<APIButtonComponent>>(isObject)),
  threadName: z.string(),
});
export type PostPayload = z.infer<typeof postPayload>;

/** Messages of a channel's past, with what one of the bot's own is known by. */
export const historyAnswer = z.array(
  z.object({
    id,
    author: z.object({ id }),
    embeds: z.array(z.object({ title: z.string().optional(), description: z.string().optional() })).catch([]),
    components: z.array(z.object({ components: z.array(z.object({ custom_id: z.string().optional() })).optional() })).catch([]),
  }),
);
export type PastMessage = z.infer<typeof historyAnswer>[number];
