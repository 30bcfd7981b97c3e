import { ComponentType, InteractionResponseType, InteractionType, MessageFlags } from "discord-api-types/v10";
import type { z } from "zod";
import { type Intent, isShared } from "../../../domain/chat/intent.ts";
import { showText } from "../../../domain/chat/show-text.ts";
import { stripEnd } from "../../../domain/strip-end.ts";
import { DOCUMENT_BUTTON, FOLLOW_UP_BUTTON, OUTDATED_BUTTON, SETUP_BUTTON, WRONG_BUTTON } from "../../chat/buttons.ts";
import { NO_LINK } from "../../chat/note-document.ts";
import { readPayload } from "../../chat/take-payload.ts";
import type { Servers } from "../connection/servers.ts";
import { renderNote } from "../documents/render.ts";
import { answerQuestion, onChanged, onDeleted, onMessage, takeMessage } from "../threads/threads.ts";
import { askModal, readAskModal } from "./ask-modal.ts";
import { askerOf, type DiscordContext } from "./context.ts";
import type { Destination } from "./destination.ts";
import { acknowledge, answerAtOnce, workOn } from "./interactions.ts";
import { ADD_SOURCE_COMMAND, SETUP_MODAL, WRONG_MODAL } from "./names.ts";
import { reachFault } from "./reach-fault.ts";
import { readAttachment } from "./read-attachment.ts";
import { filledIn, readOptions } from "./read-options.ts";
import { isChannel, respond, tellFailure } from "./respond.ts";
import { onWrong, openWrong } from "./say-wrong.ts";
import {
  type AutocompletePayload,
  autocompletePayload,
  type ButtonPayload,
  bulkDeletedEvent,
  buttonPayload,
  type CommandPayload,
  commandPayload,
  deletedEvent,
  guildEvent,
  lostEvent,
  messageEvent,
  modalPayload,
  type ShortcutPayload,
  shortcutPayload,
} from "./schema.ts";
import { onSetup, openSetup } from "./set-up.ts";
import { suggestInTime } from "./suggest.ts";
import { welcomeServer } from "./welcome-server.ts";
import { whisper } from "./whisper.ts";

/** Links of one message that "Add to sources" takes. */
const SHORTCUT_LINKS = 5;

/** Runs work that Discord no longer waits for; the adapter's stop waits for it. */
export type Track = (work: Promise<void>) => void;

/** Takes what the gateway dispatches. Nothing that comes in may throw here: discord.js would let it end the process. */
export function createListener(
  context: DiscordContext,
  servers: Servers,
  track: Track,
): (event: { t: string; d: unknown }) => void {
  function take<T>(kind: string, schema: z.ZodType<T>, handle: (payload: T) => Promise<void>) {
    return (data: unknown) => {
      const payload = readPayload(context, { schema, kind }, data);
      if (payload !== null) track(settled(context, kind, handle(payload)));
    };
  }
  const message = take("message", messageEvent, (event) => takeMessage(context, event, onMessage));
  const changed = take("message update", messageEvent, (event) => takeMessage(context, event, onChanged));
  const deleted = take("message delete", deletedEvent, (event) => onDeleted(context, deletedIn(event, [event.id])));
  const bulk = take("bulk delete", bulkDeletedEvent, (event) => onDeleted(context, deletedIn(event, event.ids)));
  // A server that Discord has lost sight of for a while is none that was joined or left.
  const joined = take("server", guildEvent, async (event) => {
    if (event.unavailable) return;
    await servers.joined(event.id);
    await welcomeServer(context, event);
  });
  const left = take("server left", guildEvent, async ({ id, unavailable }) => (unavailable ? undefined : servers.left(id)));
  const lost = take("channel lost", lostEvent, ({ id, guild_id: guildId }) => loseChannel(context, guildId, id));
  const command = take("command", commandPayload, (payload) => onCommand(context, payload));
  const shortcut = take("message command", shortcutPayload, (payload) => onShortcut(context, payload));
  const button = take("button", buttonPayload, (payload) => onButton(context, payload));
  const modal = take("modal", modalPayload, (payload) => onModal(context, payload));
  const autocomplete = take("autocomplete", autocompletePayload, (payload) => onAutocomplete(context, payload));
  const interactions = new Map<unknown, (data: unknown) => void>([
    [InteractionType.MessageComponent, button],
    [InteractionType.ModalSubmit, modal],
    [InteractionType.ApplicationCommandAutocomplete, autocomplete],
  ]);

  return ({ t, d }) => {
    if (t === "MESSAGE_CREATE") message(d);
    else if (t === "MESSAGE_UPDATE") changed(d);
    else if (t === "MESSAGE_DELETE") deleted(d);
    else if (t === "MESSAGE_DELETE_BULK") bulk(d);
    else if (t === "GUILD_CREATE") joined(d);
    else if (t === "GUILD_DELETE") left(d);
    else if (t === "CHANNEL_DELETE" || t === "THREAD_DELETE") lost(d);
    else if (t === "INTERACTION_CREATE") {
      const { type, data } = (d ?? {}) as { type?: unknown; data?: { type?: unknown } };
      const isShortcut = type === InteractionType.ApplicationCommand && data?.type === 3;
      (isShortcut ? shortcut : (interactions.get(type) ?? command))(d);
    }
  };
}

/** Its digests are paused before the next one is refused. */
async function loseChannel(context: DiscordContext, guildId: string | undefined, channelId: string): Promise<void> {
  if (guildId !== undefined) await context.desk.loseChannel(`discord:${guildId}`, channelId, "gone");
}

function deletedIn({ guild_id, channel_id }: { guild_id?: string | undefined; channel_id: string }, messageIds: string[]) {
  return { guildId: guild_id ?? null, channelId: channel_id, messageIds };
}

/** A failure of the store or of the code ends here, in the log. */
export async function settled(context: DiscordContext, kind: string, work: Promise<void>): Promise<void> {
  try {
    await work;
  } catch (error) {
    context.counts.failed += 1;
    context.logger.error({ kind, err: error }, "Something from Discord could not be handled");
  }
}

/** An acknowledgement says already whether everyone will see the answer; where it turns out otherwise, it is taken back. */
function expectedFor(intent: Intent): "shared" | "alone" {
  const usual = intent.kind === "briefing" || intent.kind === "ask" ? "channel" : "asker";
  return (isShared(intent) ? (intent.audience ?? usual) : usual) === "channel" ? "shared" : "alone";
}

async function onCommand(context: DiscordContext, payload: CommandPayload): Promise<void> {
  const filled = filledIn(payload.data.name, payload.data.options);
  if (payload.data.name === "digest" && filled.subcommand === "setup") return openSetup(context, payload);
  const intent = readOptions(filled, { nowMs: context.clock.now(), timeZone: null });
  const fault = intent.kind === "digest" && intent.reach !== undefined ? reachFault(intent.reach, payload) : null;
  if (fault !== null) return answerAtOnce(context, payload, fault);
  const handle = (to: Destination) =>
    answer(context, to, async () => (await withFile(context, payload, filled.options.get("file"))) ?? intent);
  await workOn(context, { payload, as: expectedFor(intent), handle });
}

/** Of a command with a file, the intent holds the file's text. */
async function withFile(context: DiscordContext, payload: CommandPayload, fileId: string | undefined): Promise<Intent | null> {
  if (fileId === undefined) return null;
  const target = await readAttachment(payload.data.resolved?.attachments[fileId], context.fileHosts);
  return { kind: "sources-manage", action: "import", target };
}

async function onShortcut(context: DiscordContext, payload: ShortcutPayload): Promise<void> {
  const handle = async (to: Destination) => {
    if (payload.data.name !== ADD_SOURCE_COMMAND) return whisper(context, to, renderNote("info", OUTDATED_BUTTON));
    const links = linksOf(payload).slice(0, SHORTCUT_LINKS);
    if (links.length === 0) return whisper(context, to, renderNote("warning", NO_LINK));
    const said = new Set<string>();
    for (const target of links)
      await answer(context, { ...to, said }, async () => ({ kind: "sources-manage", action: "add", target }));
  };
  await workOn(context, { payload, as: "alone", handle });
}

/** The web addresses in a message and of its previews, each once. */
function linksOf({ data }: ShortcutPayload): string[] {
  const message = data.resolved.messages[data.target_id];
  const inText = Array.from((message?.content ?? "").matchAll(/https?:\/\/[^\s<>()[\]"]{1,2000}/g), ([url]) =>
    stripEnd(url, /[.,;:!?'*_~]/),
  );
  const below = (message?.embeds ?? []).flatMap(({ url }) => (url === undefined ? [] : [url]));
  return [...new Set([...inText, ...below])].filter((url) => /^https?:\/\//.test(url));
}

async function onButton(context: DiscordContext, payload: ButtonPayload): Promise<void> {
  const { custom_id: customId, component_type: type } = payload.data;
  // A digest's carries the digest's key behind it.
  if (customId.startsWith(FOLLOW_UP_BUTTON)) {
    await acknowledge(context, payload, { type: InteractionResponseType.Modal, data: askModal(payload.message.id) });
    return;
  }
  if (customId.startsWith(SETUP_BUTTON)) return openSetup(context, payload);
  if (customId.startsWith(WRONG_BUTTON)) return openWrong(context, payload);
  const isOurs = type === ComponentType.Button && customId.startsWith(DOCUMENT_BUTTON);
  const isEphemeral = (payload.message.flags & MessageFlags.Ephemeral) !== 0;
  const handle = async (base: Destination) => {
    if (!isOurs) return;
    // What a shared message's button brings for everyone goes below it; an ephemeral message has no thread of its own.
    const to = { ...base, below: isEphemeral || !isChannel(base.where) ? null : payload.message.id };
    const intent = await context.actions.get(base.workspaceId, customId.split(":").at(-1) ?? "");
    if (intent !== null) return answer(context, to, async () => intent);
    // A page that is outdated stays; what is said about it comes below.
    if (to.interaction !== null) to.interaction.isAnswered = isEphemeral;
    return whisper(context, to, renderNote("info", OUTDATED_BUTTON));
  };
  await workOn(context, { payload, as: isOurs && !isEphemeral ? "alone" : "update", handle });
}

const NO_QUESTION = "Your question was empty. Press “Ask a follow-up” again and type one.";

async function onModal(context: DiscordContext, payload: z.infer<typeof modalPayload>): Promise<void> {
  if (payload.data.custom_id === SETUP_MODAL) return onSetup(context, payload);
  if (payload.data.custom_id.startsWith(WRONG_MODAL)) return onWrong(context, payload);
  const asked = readAskModal(payload);
  if (asked === null) return answerAtOnce(context, payload, NO_QUESTION);
  const questionId = `modal:${payload.id}`;
  const handle = async ({ where, workspaceId, interaction }: Destination) => {
    const below = isChannel(where) ? asked.messageId : null;
    await answerQuestion(context, {
      questionId,
      text: asked.question,
      where,
      workspaceId,
      below,
      line: null,
      interaction,
    });
  };
  await workOn(context, { payload, as: "alone", handle });
}

async function onAutocomplete(context: DiscordContext, payload: AutocompletePayload): Promise<void> {
  const found = await suggestInTime(context, payload);
  const choices = found.map((value) => ({ name: showText(value).trim() || "Unnamed", value }));
  await acknowledge(context, payload, {
    type: InteractionResponseType.ApplicationCommandAutocompleteResult,
    data: { choices },
  });
}

interface Asked extends Destination {
  /** What was answered to the same gesture already. */
  said?: Set<string>;
}

async function answer(context: DiscordContext, to: Asked, intentOf: () => Promise<Intent>): Promise<void> {
  try {
    const asker = askerOf(to.workspaceId, to.where);
    const intent = await intentOf();
    // In a thread a question continues what it is about.
    const question = intent.kind === "ask" && asker.threadId !== null ? intent.question : null;
    const reply =
      question === null
        ? await context.desk.answer(asker, intent)
        : await context.desk.followUp({ asker, questionId: `ask:${to.interaction?.id ?? ""}`, question });
    // Several links of one message may get the same answer, such as who may add them: once is enough.
    if (to.said?.has(JSON.stringify(reply.document)) === true) return;
    to.said?.add(JSON.stringify(reply.document));
    await respond(context, to, reply);
    context.counts.answered += 1;
  } catch (error) {
    await tellFailure(context, to, { error, messages: [] });
  }
}
