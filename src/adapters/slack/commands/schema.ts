import type { types } from "@slack/bolt";
import { z } from "zod";

/** What of Slack's payloads is used, and no more: a field that Slack adds or drops elsewhere breaks nothing. */

/** Nobody types more than this to a bot; what is longer is not read to its end. */
const TYPED_CHARACTERS = 3000;

const id = z.string().min(1).max(64);
const typed = z.string().transform((text) => text.slice(0, TYPED_CHARACTERS));
const webAddress = z.url({ protocol: /^https?$/ });

export const commandPayload = z.object({
  channel_id: id,
  user_id: id,
  command: z.string().min(1),
  text: typed.default(""),
  response_url: webAddress,
  trigger_id: z.string().min(1),
});
export type CommandPayload = z.infer<typeof commandPayload>;

export const buttonPayload = z.object({
  user: z.object({ id }),
  /** Neither is there for a button on the Home tab. */
  channel: z.object({ id }).optional(),
  container: z.object({ message_ts: id.optional(), is_ephemeral: z.boolean().default(false) }),
  message: z.object({ ts: id, thread_ts: id.optional() }).optional(),
  trigger_id: z.string().min(1),
  response_url: webAddress.optional(),
  actions: z
    .tuple([z.object({ action_id: z.string(), value: z.string().default(""), action_ts: z.string().default("") })])
    .rest(z.unknown()),
});
export type ButtonPayload = z.infer<typeof buttonPayload>;

export const shortcutPayload = z.object({
  callback_id: z.string(),
  user: z.object({ id }),
  channel: z.object({ id }),
  trigger_id: z.string().min(1),
  response_url: webAddress,
  message: z.object({
    text: z.string().default(""),
    attachments: z.array(z.object({ from_url: z.string().optional(), original_url: z.string().optional() })).optional(),
  }),
});
export type ShortcutPayload = z.infer<typeof shortcutPayload>;

export const viewPayload = z.object({
  user: z.object({ id }),
  view: z.object({
    id,
    callback_id: z.string(),
    private_metadata: z.string(),
    state: z.object({ values: z.record(z.string(), z.record(z.string(), z.object({ value: typed.nullish() }))) }),
  }),
});
export type ViewPayload = z.infer<typeof viewPayload>;

const chosen = z.object({ value: z.string().max(100) });

export const setupPayload = z.object({
  user: z.object({ id }),
  view: z.object({
    id,
    private_metadata: z.string(),
    state: z.object({
      values: z.record(
        z.string(),
        z.record(
          z.string(),
          z.object({
            value: typed.nullish(),
            selected_time: z.string().max(5).nullish(),
            selected_options: z.array(chosen).nullish(),
            selected_option: chosen.nullish(),
            selected_conversation: id.nullish(),
          }),
        ),
      ),
    }),
  }),
});
export type SetupPayload = z.infer<typeof setupPayload>;

/** Where the form for a digest was opened: a channel, or null for the Home tab. */
export const setupWhere = z.object({ channelId: id.nullable() });
export type SetupWhere = z.infer<typeof setupWhere>;

/** Where the form that says what is wrong was opened, and what the message was about. */
export const wrongWhere = z.object({ channelId: id, threadTs: id.nullable(), topic: z.string().max(2000) });
export type WrongWhere = z.infer<typeof wrongWhere>;

/** A page of a channel's members. */
export const membersPage = z.object({
  members: z.array(id).default([]),
  response_metadata: z.object({ next_cursor: z.string().default("") }).optional(),
});

/** A message as it stands now, or stood before it was edited or deleted. */
const messageBody = z.object({
  user: id.optional(),
  bot_id: z.string().optional(),
  text: typed.default(""),
  ts: id,
  thread_ts: id.optional(),
});

export const messageEvent = messageBody.extend({
  channel: id,
  channel_type: z.string().optional(),
  subtype: z.string().optional(),
});
export type MessageEvent = z.infer<typeof messageEvent>;

export const changedEvent = z.object({
  channel: id,
  channel_type: z.string().optional(),
  message: messageBody.extend({ edited: z.object({ ts: id }).optional() }),
  previous_message: messageBody,
});
export type ChangedEvent = z.infer<typeof changedEvent>;

export const deletedEvent = z.object({ channel: id, deleted_ts: id });

export const lostEvent = z.object({ channel: id });

export const homeEvent = z.object({ user: id, tab: z.string(), channel: id.optional() });

export const eventEnvelope = z.object({ event_id: id, event_time: z.number().optional() });

/** Tokens no longer work: those of people, which the app has none of, and those of the app's bot. */
export const revokedEvent = z.object({ tokens: z.object({ bot: z.array(z.string()).default([]) }) });

/** Of an installation, what is kept: sealed, in the store. */
export const storedInstallation = z.object({
  teamId: id,
  teamName: z.string().max(200).optional(),
  enterpriseId: id.optional(),
  appId: id.optional(),
  bot: z.object({
    token: z.string().min(1),
    id,
    userId: id,
    scopes: z.array(z.string()),
    /** Of an app whose tokens expire: what renews the token, and until when it holds, in seconds. */
    refreshToken: z.string().optional(),
    expiresAt: z.number().optional(),
  }),
});

/** What the modal keeps of where it was opened. */
export const askedWhere = z.object({ channel: id, threadTs: id });

export const userAnswer = z.object({
  user: z.object({
    team_id: z.string().optional(),
    tz: z.string().optional(),
    is_admin: z.boolean().optional(),
    is_owner: z.boolean().optional(),
  }),
});

/** Of a channel: whether the app is in it, and whether it takes messages. */
export const channelAnswer = z.object({
  channel: z.object({ is_member: z.boolean().optional(), is_archived: z.boolean().default(false) }),
});

/** A digest's message as it was rendered and kept. */
export const postPayload = z.object({ text: z.string(), blocks: z.array(z.custom<types.KnownBlock>(isBlock)) });

function isBlock(value: unknown): boolean {
  return typeof value === "object" && value !== null && "type" in value;
}

/** A page of a channel's or a thread's messages, with what a message of this app's is known by. */
export const historyPage = z
  .object({
    messages: z
      .array(
        z.object({
          ts: id,
          bot_id: z.string().optional(),
          metadata: z.object({ event_payload: z.record(z.string(), z.unknown()).catch({}) }).optional(),
        }),
      )
      .default([]),
    response_metadata: z.object({ next_cursor: z.string().default("") }).optional(),
  })
  .transform(({ messages, response_metadata }) => {
    const next = response_metadata?.next_cursor ?? "";
    return { messages, next: next === "" ? null : next };
  });
