import type { App } from "@slack/bolt";
import type { z } from "zod";
import type { Clock } from "../../domain/clock.ts";
import type { Document } from "../../domain/document.ts";
import { AppError } from "../../domain/errors.ts";
import type { Intent } from "../../domain/intent.ts";
import { DOCUMENT_BUTTON, FOLLOW_UP_BUTTON, OUTDATED_BUTTON } from "../chat/buttons.ts";
import { NO_LINK, noteDocument } from "../chat/note-document.ts";
import { parseCommand } from "../chat/parse-intent.ts";
import { withNotice } from "../chat/slow-work.ts";
import { handleOnce, readPayload, type Taking } from "../chat/take-payload.ts";
import { ASK_MODAL, askModal, readAskModal } from "./ask-modal.ts";
import { type SlackContext, threadIdOf } from "./context.ts";
import type { Teams } from "./create-teams.ts";
import { isTokenRefusal } from "./errors.ts";
import { publishHome } from "./home.ts";
import type { Installations } from "./installations.ts";
import { ADD_SOURCE_SHORTCUT } from "./names.ts";
import { plainFromMarkup } from "./plain-text.ts";
import { renderDocument } from "./render.ts";
import { type Destination, respond, tellFailure } from "./respond.ts";
import {
  type ButtonPayload,
  buttonPayload,
  type CommandPayload,
  changedEvent,
  commandPayload,
  deletedEvent,
  eventEnvelope,
  homeEvent,
  messageEvent,
  revokedEvent,
  type ShortcutPayload,
  shortcutPayload,
  viewPayload,
} from "./schema.ts";
import { answerQuestion, onChanged, onDeleted, onMessage } from "./threads.ts";
import { whisper } from "./whisper.ts";

/** Links of one message that "Add to sources" takes. */
const SHORTCUT_LINKS = 5;

/** Runs work that Slack no longer waits for; the adapter's stop waits for it. */
export type Track = (work: Promise<void>) => void;

interface Listening extends Taking {
  clock: Clock;
  teams: Teams;
  /** Null where the app is for one workspace. */
  installations: Installations | null;
}

/** Of what Slack sent: the team that it was delivered for, and the key under which it is handled once. */
interface Delivered {
  teamId: string | undefined;
  kind: string;
  key: string;
}

type Handle = (delivered: Delivered, work: (context: SlackContext) => Promise<void>) => void;

/** Every listener acknowledges first: Slack waits three seconds for that, and the desk may take longer. */
export function addListeners(app: App, listening: Listening, track: Track): void {
  const handle: Handle = (delivered, work) =>
    track(handleOnce(listening, delivered.key, () => inTeam(listening, delivered, work)));
  app.command(/.*/, async ({ ack, body, context: { teamId } }) => {
    await ack();
    const payload = readPayload(listening, { schema: commandPayload, kind: "command" }, body);
    if (payload === null) return;
    const key = `slack:trigger:${payload.trigger_id}`;
    handle({ teamId, kind: "command", key }, (context) => onCommand(context, payload));
  });
  app.action(/.*/, async ({ ack, body, context: { teamId } }) => {
    await ack();
    const payload = readPayload(listening, { schema: buttonPayload, kind: "button" }, body);
    if (payload === null) return;
    const key = `slack:trigger:${payload.trigger_id}`;
    handle({ teamId, kind: "button", key }, (context) => onButton(context, payload));
  });
  app.shortcut(/.*/, async ({ ack, body, context: { teamId } }) => {
    await ack();
    const payload = readPayload(listening, { schema: shortcutPayload, kind: "shortcut" }, body);
    if (payload === null) return;
    const key = `slack:trigger:${payload.trigger_id}`;
    handle({ teamId, kind: "shortcut", key }, (context) => onShortcut(context, payload));
  });
  app.view(ASK_MODAL, async ({ ack, body, context: { teamId } }) => {
    await ack();
    const payload = readPayload(listening, { schema: viewPayload, kind: "modal" }, body);
    const asked = payload === null ? null : readAskModal(payload);
    if (payload === null || asked === null) return;
    const question = {
      questionId: `modal:${payload.view.id}`,
      text: asked.question,
      userId: payload.user.id,
      channelId: asked.channel,
      threadTs: asked.threadTs,
    };
    const key = `slack:question:${question.questionId}`;
    handle({ teamId, kind: "modal", key }, (context) => answerQuestion(context, question));
  });
  addEventListeners(app, listening, handle);
  addRemovalListeners(app, listening, track);
}

/** A team that has not installed the app, or has removed it, gets nothing. */
async function inTeam(listening: Listening, { teamId, kind }: Delivered, work: (context: SlackContext) => Promise<void>) {
  const context = await listening.teams.of(teamId ?? "");
  if (context !== null) return work(context);
  listening.logger.warn({ teamId, kind }, "Something came from a workspace that the app is not installed in, and was dropped");
}

/** Bolt acknowledges events itself, before it calls these. Slack delivers each at least once: its id is claimed. */
function addEventListeners(app: App, listening: Listening, handle: Handle): void {
  type Args = { body: unknown; event: unknown; context: { teamId?: string } };
  function on<T>(kind: string, schema: z.ZodType<T>, take: (context: SlackContext, event: T) => Promise<void>) {
    return ({ body, event, context: { teamId } }: Args) => {
      const envelope = readPayload(listening, { schema: eventEnvelope, kind }, body);
      const payload = readPayload(listening, { schema, kind }, event);
      if (envelope === null || payload === null) return;
      handle({ teamId, kind, key: `slack:event:${envelope.event_id}` }, (context) => take(context, payload));
    };
  }
  const mention = on("app_mention", messageEvent, (context, event) => onMessage(context, event, true));
  const message = on("message", messageEvent, (context, event) => onMessage(context, event, false));
  const changed = on("message_changed", changedEvent, onChanged);
  const deleted = on("message_deleted", deletedEvent, (context, event) => onDeleted(context, event.channel, event.deleted_ts));
  const home = on("app_home_opened", homeEvent, async (context, { user, tab }) => {
    if (tab === "home") await publishHome(context, user);
  });
  app.event("app_mention", async (args) => mention(args));
  app.event("app_home_opened", async (args) => home(args));
  app.event("message", async (args) => {
    // Bots are not answered, and this one hears its own messages as well: those need no claim in the store.
    if ("bot_id" in args.event && args.event.bot_id !== undefined) return;
    if (args.event.subtype === "message_changed") changed(args);
    else if (args.event.subtype === "message_deleted") deleted(args);
    else message(args);
  });
}

/** The app was removed from a team, or its bot's token taken back. */
function addRemovalListeners(app: App, listening: Listening, track: Track): void {
  const { installations } = listening;
  if (installations === null) return;
  const on = (kind: string, isRemoval: (event: unknown) => boolean) => {
    return async ({ body, event, context: { teamId } }: { body: unknown; event: unknown; context: { teamId?: string } }) => {
      const envelope = readPayload(listening, { schema: eventEnvelope, kind }, body);
      if (envelope === null || teamId === undefined || !isRemoval(event)) return;
      const atMs = envelope.event_time === undefined ? listening.clock.now() : envelope.event_time * 1000;
      track(handleOnce(listening, `slack:event:${envelope.event_id}`, () => installations.removed(teamId, atMs)));
    };
  };
  app.event(
    "app_uninstalled",
    on("app_uninstalled", () => true),
  );
  app.event(
    "tokens_revoked",
    on(
      "tokens_revoked",
      (event) => (readPayload(listening, { schema: revokedEvent, kind: "tokens_revoked" }, event)?.tokens.bot.length ?? 0) > 0,
    ),
  );
}

async function onCommand(context: SlackContext, payload: CommandPayload): Promise<void> {
  const to = destination({ channelId: payload.channel_id, userId: payload.user_id, responseUrl: payload.response_url });
  await answer(context, to, parseCommand(payload.command, plainFromMarkup(payload.text)));
}

async function onButton(context: SlackContext, payload: ButtonPayload): Promise<void> {
  const [action] = payload.actions;
  const messageTs = payload.message?.ts ?? payload.container.message_ts ?? null;
  const threadTs = payload.message?.thread_ts ?? messageTs;
  if (action.action_id.startsWith(FOLLOW_UP_BUTTON)) {
    if (threadTs !== null) await openAskModal(context, payload, threadTs);
    return;
  }
  if (!action.action_id.startsWith(DOCUMENT_BUTTON)) return;
  const isEphemeral = payload.container.is_ephemeral;
  const base = destination({ channelId: payload.channel.id, userId: payload.user.id, responseUrl: payload.response_url });
  // What a shared message's button brings for everyone goes below it; an ephemeral message has no thread of its own.
  const to = { ...base, threadTs: isEphemeral ? (payload.message?.thread_ts ?? null) : threadTs, replaces: isEphemeral };
  const intent = await context.actions.get((await context.identify()).workspaceId, action.value);
  if (intent === null) await tellAlone(context, to, noteDocument("info", OUTDATED_BUTTON));
  else await answer(context, to, intent);
}

const NO_BOX =
  "If no box for your question has opened, press “Ask a follow-up” again, or reply in the thread with your question.";

/** A trigger opens one modal, within three seconds: a second request would come too late. */
async function openAskModal(context: SlackContext, payload: ButtonPayload, threadTs: string): Promise<void> {
  const { channel, user, response_url: responseUrl, trigger_id } = payload;
  try {
    await context.posting.views.open({ trigger_id, view: askModal({ channel: channel.id, threadTs }) });
  } catch (error) {
    const to = { ...destination({ channelId: channel.id, userId: user.id, responseUrl }), threadTs };
    const told = isTokenRefusal(error) ? error : new AppError("interrupted", NO_BOX, { cause: error });
    await tellFailure(context, to, { error: told, message: null });
  }
}

async function tellAlone(context: SlackContext, to: Destination, document: Document): Promise<void> {
  await whisper(context, { ...to, replaces: false }, renderDocument(document, () => null).message);
}

async function onShortcut(context: SlackContext, payload: ShortcutPayload): Promise<void> {
  if (payload.callback_id !== ADD_SOURCE_SHORTCUT) return;
  const to = destination({ channelId: payload.channel.id, userId: payload.user.id, responseUrl: payload.response_url });
  const links = linksOf(payload).slice(0, SHORTCUT_LINKS);
  const intents: Intent[] = links.map((target) => ({ kind: "sources-manage", action: "add", target }));
  if (intents.length === 0) return tellAlone(context, to, noteDocument("warning", NO_LINK));
  const said = new Set<string>();
  for (const intent of intents) await answer(context, { ...to, said }, intent);
}

/** The web addresses in a message, in Slack's markup (`<https://…|label>`) and below it, each once. */
function linksOf(payload: ShortcutPayload): string[] {
  const inText = Array.from(payload.message.text.matchAll(/<(https?:\/\/[^<>|]{1,2000})[|>]/g), (match) => match[1] ?? "");
  const below = (payload.message.attachments ?? []).map((attachment) => attachment.original_url ?? attachment.from_url ?? "");
  return [...new Set([...inText.map((url) => url.replaceAll("&amp;", "&")), ...below])].filter((url) => /^https?:\/\//.test(url));
}

function destination(from: { channelId: string; userId: string; responseUrl: string }): Destination {
  return { ...from, threadTs: null, opensThread: false, replaces: false, earlier: null };
}

interface Asked extends Destination {
  /** What was answered to the same gesture already. */
  said?: Set<string>;
}

async function answer(context: SlackContext, to: Asked, intent: Intent): Promise<void> {
  const { said } = to;
  try {
    const asker = await context.askerOf({ userId: to.userId, channelId: to.channelId, threadTs: to.threadTs });
    const reply = await withNotice(context.desk.answer(asker, intent), context.timings.slowAfterMs, () =>
      tellSlow(context, to, intent),
    );
    // Several links of one message may get the same answer, such as who may add them: once is enough.
    if (said?.has(JSON.stringify(reply.document)) === true) return;
    said?.add(JSON.stringify(reply.document));
    await respond(context, to, reply);
    context.counts.answered += 1;
  } catch (error) {
    await tellFailure(context, to, { error, message: null });
  }
}

/** A command has no thread to show a status in: a line that only the asker sees. */
async function tellSlow(context: SlackContext, to: Destination, { kind }: Intent): Promise<void> {
  const text = kind === "sources-manage" ? "Working on the sources…" : "Reading the articles…";
  const blocks = [{ type: "context" as const, elements: [{ type: "plain_text" as const, text, emoji: false }] }];
  try {
    await whisper(context, { ...to, replaces: false }, { text, blocks });
  } catch (error) {
    context.logger.debug({ thread: threadIdOf(to.channelId, to.threadTs ?? ""), err: error }, "A status could not be shown");
  }
}
