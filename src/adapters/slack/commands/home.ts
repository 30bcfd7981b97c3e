import type { Asker } from "../../../domain/chat/chat.ts";
import type { Intent } from "../../../domain/chat/intent.ts";
import { keepButtons, OUTDATED_BUTTON } from "../../chat/buttons.ts";
import { refusalOf, sentenceOf } from "../connection/errors.ts";
import { VIEW_BLOCKS, VIEW_JSON } from "../documents/limits.ts";
import { renderSection, type SlackMessage } from "../documents/render.ts";
import { directChannel } from "../documents/reply-files.ts";
import { suggestPrompts } from "./agent-view.ts";
import type { SlackContext } from "./context.ts";
import { noteTokenRefusal, respond, tellFailure } from "./respond.ts";
import { historyPage } from "./schema.ts";
import { noteMessage, whisper } from "./whisper.ts";

/** The Home tab: what to do first, the channels' digests and their state, the sources and their health, how to ask. */
const SECTIONS: Intent[] = [
  { kind: "welcome" },
  { kind: "digest", action: "list" },
  { kind: "sources-manage", action: "list" },
  { kind: "status" },
  { kind: "help" },
];

/** Publishes the Home tab of the person who opened it. */
export async function publishHome(context: SlackContext, userId: string): Promise<void> {
  try {
    // There is no channel here; a person's id is what Slack takes for the conversation with them.
    const asker = await context.askerOf({ userId, channelId: userId, threadTs: null });
    const sections: SlackMessage["blocks"][] = [];
    for (const intent of SECTIONS) sections.push(await sectionOf(context, asker, intent));
    const blocks = sections.flatMap((section, index) => (index === 0 ? section : [{ type: "divider" as const }, ...section]));
    await context.client.views.publish({ user_id: userId, view: { type: "home", blocks } });
  } catch (error) {
    context.counts.failed += 1;
    await noteTokenRefusal(context, error);
    context.logger.warn({ userId, code: refusalOf(error)?.code, err: error }, "The Home tab could not be shown");
    await publishTrouble(context, userId, sentenceOf(error, "attache"));
  }
}

/** A Home tab that says why there is nothing in it. */
export async function publishTrouble(context: SlackContext, userId: string, sentence: string): Promise<void> {
  try {
    await context.client.views.publish({ user_id: userId, view: { type: "home", blocks: noteMessage(sentence).blocks } });
  } catch (error) {
    context.logger.warn({ userId, err: error }, "Could not show an error on the Home tab");
  }
}

async function sectionOf(context: SlackContext, asker: Asker, intent: Intent): Promise<SlackMessage["blocks"]> {
  const { document } = await context.desk.answer(asker, intent);
  const buttonIds = await keepButtons(context.actions, asker.workspaceId, document);
  const room = { blocks: Math.floor(VIEW_BLOCKS / SECTIONS.length) - 1, json: Math.floor(VIEW_JSON / SECTIONS.length) };
  return renderSection(document, room, buttonIds);
}

/** Answers a button of the Home tab in a direct message, and shows the tab as it is then. */
export async function onHomeButton(context: SlackContext, userId: string, actionId: string): Promise<void> {
  const { workspaceId } = await context.identify();
  const intent = await context.actions.get(workspaceId, actionId);
  const place = { userId, threadTs: null, opensThread: false, responseUrl: null, replaces: false, earlier: null };
  const to = { ...place, channelId: await directChannel(context, { ...place, channelId: userId }) };
  if (intent === null) return whisper(context, to, noteMessage(OUTDATED_BUTTON));
  try {
    const asker = await context.askerOf({ userId, channelId: userId, threadTs: null });
    await respond(context, to, await context.desk.answer(asker, intent));
    context.counts.answered += 1;
  } catch (error) {
    await tellFailure(context, to, { error, messages: [] });
  }
  await publishHome(context, userId);
}

/**
 * What somebody sees who opens the conversation with the app for the first time: its past is empty then. Posted once, however often
 * Slack says that it was opened.
 */
export async function welcome(context: SlackContext, userId: string, channelId: string): Promise<void> {
  await suggestPrompts(context, channelId);
  try {
    await welcomeOnce(context, userId, channelId);
  } catch (error) {
    // Nobody asked for it.
    context.logger.warn({ userId, code: refusalOf(error)?.code, err: error }, "The welcome could not be posted");
  }
}

async function welcomeOnce(context: SlackContext, userId: string, channelId: string): Promise<void> {
  const past = historyPage.parse(await context.client.conversations.history({ channel: channelId, limit: 1 }));
  if (past.messages.length > 0) return;
  const { workspaceId } = await context.identify();
  if (!(await context.events.claim(`welcome:${workspaceId}:${userId}`))) return;
  const asker = await context.askerOf({ userId, channelId, threadTs: null });
  const to = { userId, channelId, threadTs: null, opensThread: false, responseUrl: null, replaces: false, earlier: null };
  await respond(context, to, await context.desk.answer(asker, { kind: "welcome" }));
}
