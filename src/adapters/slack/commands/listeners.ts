import type { App } from "@slack/bolt";
import { readCommand } from "../../../commands/typed/read-command.ts";
import type { Asker } from "../../../domain/chat/chat.ts";
import type { Document } from "../../../domain/chat/document.ts";
import type { Intent } from "../../../domain/chat/intent.ts";
import { AppError } from "../../../domain/errors.ts";
import { DOCUMENT_BUTTON, FOLLOW_UP_BUTTON, OUTDATED_BUTTON, SETUP_BUTTON, WRONG_BUTTON } from "../../chat/buttons.ts";
import { NO_LINK, noteDocument } from "../../chat/note-document.ts";
import { withNotice } from "../../chat/slow-work.ts";
import { TOO_MUCH } from "../../chat/store-trouble.ts";
import { readPayload } from "../../chat/take-payload.ts";
import { isTokenRefusal } from "../connection/errors.ts";
import { begin, createRefusals, type Listening, reserve, tellByUrl, type Work } from "../connection/take-delivery.ts";
import { renderDocument } from "../documents/render.ts";
import { answerQuestion, type Question } from "../threads/threads.ts";
import { ASK_MODAL, askModal, QUESTION_BLOCK, readAskModal } from "./ask-modal.ts";
import { type SlackContext, threadIdOf } from "./context.ts";
import type { Destination } from "./destination.ts";
import { addEventListeners } from "./event-listeners.ts";
import { onHomeButton, publishTrouble } from "./home.ts";
import { ADD_SOURCE_SHORTCUT } from "./names.ts";
import { placeRightsIn, reliesOnRights } from "./place-rights.ts";
import { respond, tellFailure } from "./respond.ts";
import { addWrongListener, openWrong } from "./say-wrong.ts";
import {
  type ButtonPayload,
  buttonPayload,
  type CommandPayload,
  commandPayload,
  type ShortcutPayload,
  shortcutPayload,
  viewPayload,
} from "./schema.ts";
import { addSetupListener, openSetup } from "./set-up.ts";
import { noteMessage, whisper } from "./whisper.ts";

/** A button below a message. */
type PressedButton = ButtonPayload & { channel: { id: string }; response_url: string };

/** Links of one message that "Add to sources" takes. */
const SHORTCUT_LINKS = 5;
const NO_QUESTION = "Type your question here.";

/** Every listener acknowledges first: Slack waits three seconds for that, and the desk may take longer. What is too much is turned away. */
export function addListeners(app: App, listening: Listening): void {
  const { acknowledgements } = listening;
  const refuse = createRefusals(listening);
  app.command(/.*/, async ({ ack, body, context: { teamId } }) => {
    const payload = readPayload(listening, { schema: commandPayload, kind: "command" }, body);
    const place = payload === null ? null : reserve(listening, teamId);
    const isTooMuch = payload !== null && place === null;
    await acknowledgements.during(isTooMuch ? ack({ response_type: "ephemeral", ...noteMessage(TOO_MUCH) }) : ack());
    if (payload === null || place === null) return;
    const work = workOf(listening, payload, (context) => onCommand(context, payload));
    begin(listening, place, { delivered: { teamId, kind: "command", key: `slack:trigger:${payload.trigger_id}` }, work });
  });
  app.action(/.*/, async ({ ack, body, context: { teamId } }) => {
    const payload = readPayload(listening, { schema: buttonPayload, kind: "button" }, body);
    const place = payload === null ? null : reserve(listening, teamId);
    await acknowledgements.during(ack());
    if (payload === null) return;
    const work = buttonWork(listening, payload, teamId);
    if (place === null) return refuse(work.tell);
    begin(listening, place, { delivered: { teamId, kind: "button", key: `slack:trigger:${payload.trigger_id}` }, work });
  });
  app.shortcut(/.*/, async ({ ack, body, context: { teamId } }) => {
    const payload = readPayload(listening, { schema: shortcutPayload, kind: "shortcut" }, body);
    const place = payload === null ? null : reserve(listening, teamId);
    await acknowledgements.during(ack());
    if (payload === null) return;
    const work = workOf(listening, payload, (context) => onShortcut(context, payload));
    if (place === null) return refuse(work.tell);
    begin(listening, place, { delivered: { teamId, kind: "shortcut", key: `slack:trigger:${payload.trigger_id}` }, work });
  });
  addModalListener(app, listening);
  addSetupListener(app, listening);
  addWrongListener(app, listening);
  addEventListeners(app, listening, refuse);
}

function workOf(listening: Listening, payload: { response_url: string }, handle: (context: SlackContext) => Promise<void>) {
  return { handle, tell: (sentence: string) => tellByUrl(listening, payload.response_url, sentence) };
}

/** A button on the Home tab has neither a channel nor an address for answers: its answer is a direct message. */
function buttonWork(listening: Listening, payload: ButtonPayload, teamId: string | undefined): Work {
  const { channel, response_url } = payload;
  if (channel !== undefined && response_url !== undefined) {
    const pressed = { ...payload, channel, response_url };
    return workOf(listening, pressed, (context) => onButton(context, pressed));
  }
  return {
    handle: (context) => {
      const { action_id: actionId, value } = payload.actions[0];
      const userId = payload.user.id;
      return actionId.startsWith(SETUP_BUTTON)
        ? openSetup(context, { triggerId: payload.trigger_id, userId, channelId: null })
        : onHomeButton(context, userId, value);
    },
    async tell(sentence) {
      const context = listening.teams.known(teamId ?? "");
      if (context !== null) await publishTrouble(context, payload.user.id, sentence);
    },
  };
}

/** A modal says itself what is wrong with what was typed, and stays open. */
function addModalListener(app: App, listening: Listening): void {
  app.view(ASK_MODAL, async ({ ack, body, context: { teamId } }) => {
    const payload = readPayload(listening, { schema: viewPayload, kind: "modal" }, body);
    const asked = payload === null ? null : readAskModal(payload);
    const place = asked === null ? null : reserve(listening, teamId);
    const wrong = payload === null || place !== null ? null : asked === null ? NO_QUESTION : TOO_MUCH;
    await listening.acknowledgements.during(
      wrong === null ? ack() : ack({ response_action: "errors", errors: { [QUESTION_BLOCK]: wrong } }),
    );
    if (payload === null || asked === null || place === null) return;
    const question: Question = {
      questionId: `modal:${payload.view.id}`,
      text: asked.question,
      userId: payload.user.id,
      channelId: asked.channel,
      threadTs: asked.threadTs,
      line: null,
    };
    const work = {
      handle: (context: SlackContext) => answerQuestion(context, question),
      tell: (sentence: string) => tellInThread(listening, { teamId, question }, sentence),
    };
    begin(listening, place, { delivered: { teamId, kind: "modal", key: `slack:question:${question.questionId}` }, work });
  });
}

/** A modal brings no address for answers. */
async function tellInThread(
  listening: Listening,
  { teamId, question }: { teamId: string | undefined; question: Question },
  sentence: string,
) {
  const context = listening.teams.known(teamId ?? "");
  if (context === null) return;
  const { channelId, userId, threadTs } = question;
  const to = { channelId, userId, threadTs, opensThread: false, responseUrl: null, replaces: false, earlier: null };
  await whisper(context, to, noteMessage(sentence));
}

async function onCommand(context: SlackContext, payload: CommandPayload): Promise<void> {
  const { channel_id: channelId, user_id: userId, trigger_id: triggerId } = payload;
  const typed = readCommand(payload.command, payload.text, { nowMs: context.clock.now(), timeZone: null });
  if (typed.kind === "digest" && typed.action === "setup") return openSetup(context, { triggerId, userId, channelId });
  const to = destination({ channelId, userId, responseUrl: payload.response_url });
  await answer(context, to, ({ timeZone }) =>
    readCommand(payload.command, payload.text, { nowMs: context.clock.now(), timeZone }),
  );
}

async function onButton(context: SlackContext, payload: PressedButton): Promise<void> {
  const [action] = payload.actions;
  const messageTs = payload.message?.ts ?? payload.container.message_ts ?? null;
  const threadTs = payload.message?.thread_ts ?? messageTs;
  if (action.action_id.startsWith(FOLLOW_UP_BUTTON)) {
    if (threadTs !== null) await openAskModal(context, payload, threadTs);
    return;
  }
  if (action.action_id.startsWith(SETUP_BUTTON))
    return openSetup(context, { triggerId: payload.trigger_id, userId: payload.user.id, channelId: payload.channel.id });
  const isWrong = action.action_id.startsWith(WRONG_BUTTON);
  if (!isWrong && !action.action_id.startsWith(DOCUMENT_BUTTON)) return;
  const isEphemeral = payload.container.is_ephemeral;
  const base = destination({ channelId: payload.channel.id, userId: payload.user.id, responseUrl: payload.response_url });
  // What a shared message's button brings for everyone goes below it; an ephemeral message has no thread of its own.
  const to = { ...base, threadTs: isEphemeral ? (payload.message?.thread_ts ?? null) : threadTs, replaces: isEphemeral };
  if (isWrong) return openWrong(context, { triggerId: payload.trigger_id, value: action.value, to: { ...to, replaces: false } });
  const intent = await context.actions.get((await context.identify()).workspaceId, action.value);
  if (intent === null) await tellAlone(context, to, noteDocument("info", OUTDATED_BUTTON));
  else await answer(context, to, () => intent);
}

const NO_BOX = "If no dialog has opened, press “Ask a follow-up” again, or reply in the thread with your question.";

/** A trigger opens one modal, within three seconds: a second request would come too late. */
async function openAskModal(context: SlackContext, payload: PressedButton, threadTs: string): Promise<void> {
  const { channel, user, response_url: responseUrl, trigger_id } = payload;
  try {
    await context.posting.views.open({ trigger_id, view: askModal({ channel: channel.id, threadTs }) });
  } catch (error) {
    const to = { ...destination({ channelId: channel.id, userId: user.id, responseUrl }), threadTs };
    const told = isTokenRefusal(error) ? error : new AppError("interrupted", NO_BOX, { cause: error });
    await tellFailure(context, to, { error: told, messages: [] });
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
  for (const intent of intents) await answer(context, { ...to, said }, () => intent);
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

/** What was typed is read by the calendar of whoever typed it. */
async function answer(context: SlackContext, to: Asked, intentOf: (asker: Asker) => Intent): Promise<void> {
  const { said } = to;
  try {
    const asker = await context.askerOf({ userId: to.userId, channelId: to.channelId, threadTs: to.threadTs });
    const intent = intentOf(asker);
    const place = reliesOnRights(intent) ? await placeRightsIn(context, to.channelId) : undefined;
    const reply = await withNotice(context.desk.answer({ ...asker, place }, intent), context.timings.slowAfterMs, () =>
      tellSlow(context, to, intent),
    );
    // Several links of one message may get the same answer, such as who may add them: once is enough.
    if (said?.has(JSON.stringify(reply.document)) === true) return;
    said?.add(JSON.stringify(reply.document));
    await respond(context, to, reply);
    context.counts.answered += 1;
  } catch (error) {
    await tellFailure(context, to, { error, messages: [] });
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
