import { RESTJSONErrorCodes } from "discord-api-types/v10";
import type { PostedDocument, Reply } from "../../../domain/chat/chat.ts";
import { type Document, text } from "../../../domain/chat/document.ts";
import { keepButtons } from "../../chat/buttons.ts";
import type { PostedAnswer } from "../../chat/question-book.ts";
import type { Outgoing, PostedMessage } from "../connection/api.ts";
import { hasCode, isPlaceRefusal, isTokenRefusal, NO_THREAD, refusalOf, sentenceOf, tokenError } from "../connection/errors.ts";
import { type DiscordMessage, type RenderedDocument, renderDocument, renderNote } from "../documents/render.ts";
import { replyFiles } from "../documents/reply-files.ts";
import type { DiscordContext, Where } from "./context.ts";
import type { Destination } from "./destination.ts";
import { answerForAll, whisper } from "./whisper.ts";

/** A channel of a server that is no thread: threads begin in it. */
export function isChannel({ guildId, isThread }: Where): boolean {
  return guildId !== null && !isThread;
}

/** Posts a reply to the right place. Tells the asker if that fails; returns what it posted for everyone. */
export async function respond(context: DiscordContext, to: Destination, given: Reply): Promise<PostedAnswer | null> {
  const reply = to.where.isCarried === true ? forAsker(given) : given;
  const buttonIds = await keepButtons(context.actions, to.workspaceId, reply.document);
  // A message was asked in front of everyone, or directly: its answer is a message as well, and never goes elsewhere.
  const isShared = reply.document.audience === "channel" || to.interaction === null;
  const asShared = isShared && (reply.document.audience === "channel" || to.where.guildId === null);
  const rendered = renderDocument(asShared ? { ...reply.document, audience: "channel" } : reply.document, buttonIds, {
    commands: context.commandIds(),
    followUp: isShared && reply.topic !== null && isChannel(to.where) && to.below === null,
  });
  const message: Outgoing = { ...rendered.message, files: replyFiles(reply) };
  try {
    const shared = { ...rendered, message, topic: reply.topic, document: reply.document };
    if (asShared) return await postShared(context, to, shared);
    if (isShared) return await postThere(context, to, shared);
    await whisper(context, to, message);
    return null;
  } catch (error) {
    if (reply.picture !== undefined && hasCode(error, RESTJSONErrorCodes.MissingPermissions))
      return respond(context, to, withoutPicture(reply));
    await tellFailure(context, to, { error, messages: [rendered.message, ...rendered.thread] });
    return null;
  }
}

/** It may be the picture alone that Discord did not let through: the lines say the same. */
function withoutPicture({ document, picture: _, ...rest }: Reply): Reply {
  const words = text(
    "I may not attach files here, so the picture is missing. The channel's manager can give me Attach Files.",
    "soft",
  );
  return { ...rest, document: { ...document, blocks: [...document.blocks, { type: "footer", inlines: [words] }] } };
}

/** Where the app belongs to nobody but its user, nothing is posted for all. */
function forAsker(reply: Reply): Reply {
  return { ...reply, document: { ...reply.document, audience: "asker" } };
}

interface Shared extends RenderedDocument {
  message: Outgoing;
  topic: string | null;
  document: Document;
}

/** The message, then its detail below it. The thread is known as ours before anyone can have replied to its end. */
async function postShared(context: DiscordContext, to: Destination, shared: Shared): Promise<PostedAnswer> {
  const { thread, threadName } = shared;
  const opensThread = isChannel(to.where) && to.below === null;
  const first = await postFirst(context, to, shared);
  const conversation = opensThread ? first.id : (to.below ?? to.where.channelId);
  if (to.earlier === null) await openThread(context, { ...to, conversation }, shared.topic);
  await notePosted(context, to, { document: shared.document, threadId: conversation, rootId: rootOf(to, first) });
  const posted: PostedAnswer = { channelId: first.channel_id, messageIds: [first.id] };
  await removeMessages(context, { ...posted, messageIds: to.earlier?.messageIds.slice(1) ?? [] });
  if (thread.length === 0) return posted;
  try {
    const channelId = opensThread ? await threadBelow(context, first, threadName) : first.channel_id;
    for (const below of thread) {
      // The detail of another channel's message is not removed with it: its thread stays.
      const { id } = await context.api.post(channelId, below);
      if (channelId === first.channel_id) posted.messageIds.push(id);
    }
  } catch (error) {
    await tellFailure(context, to, { error, messages: isPlaceRefusal(error) ? thread : [] });
  }
  return posted;
}

/** The help, a list, what could not be read: one message where it was asked, which begins no thread. */
async function postThere(context: DiscordContext, to: Destination, { message }: Shared): Promise<PostedAnswer> {
  const { channelId } = to.where;
  const posted =
    to.earlier === null ? await context.api.post(channelId, message) : await editOrPost(context, to.earlier, message);
  return { channelId: posted.channel_id, messageIds: [posted.id] };
}

async function postFirst(context: DiscordContext, to: Destination, shared: Shared): Promise<PostedMessage> {
  const { message, threadName } = shared;
  const { channelId } = to.where;
  if (to.earlier !== null) return editOrPost(context, to.earlier, message);
  if (to.below === null && to.interaction !== null) return answerForAll(context, to.interaction, { message, channelId });
  if (to.below === null) return context.api.post(channelId, message);
  const threadId = await threadBelow(context, { channel_id: channelId, id: to.below }, threadName);
  const posted = await context.api.post(threadId, message);
  await showTheWay(context, to, threadId);
  return posted;
}

/** An answer that is there is none that failed, whoever could not be shown the way to it. */
async function showTheWay(context: DiscordContext, to: Destination, threadId: string): Promise<void> {
  if (to.interaction === null) return;
  try {
    await whisper(context, to, { embeds: [{ description: `The answer is in the thread: <#${threadId}>` }], components: [] });
  } catch (error) {
    context.logger.warn({ threadId, err: error }, "Could not show the way to an answer");
  }
}

/** The same of its thread. */
async function openThread(context: DiscordContext, thread: { workspaceId: string; conversation: string }, topic: string | null) {
  try {
    await context.desk.openThread(thread.workspaceId, thread.conversation, topic);
  } catch (error) {
    context.logger.error({ threadId: thread.conversation, err: error }, "A thread could not be remembered");
  }
}

/** What a notice stands below: the message that a thread begins with, and in a thread or a direct message the answer itself. */
function rootOf({ where, below }: Destination, first: PostedMessage): string {
  return isChannel(where) && below !== null ? below : first.id;
}

/** An answer stands, whether or not we could keep what it cites. */
async function notePosted(
  context: DiscordContext,
  to: Destination,
  posted: Pick<PostedDocument, "document" | "threadId" | "rootId">,
) {
  const { channelId } = to.where;
  try {
    await context.desk.notePosted(to.workspaceId, { ...posted, platform: "discord", channelId });
  } catch (error) {
    const { threadId } = posted;
    context.logger.error({ threadId, err: error }, "Could not keep what an answer cites: its thread hears of no withdrawal");
  }
}

/** The thread of a message, begun where there is none. Where there can be none, the answer goes into the channel. */
async function threadBelow(context: DiscordContext, message: PostedMessage, name: string): Promise<string> {
  try {
    return await context.api.startThread(message.channel_id, message.id, name);
  } catch (error) {
    // A thread has the id of the message that it begins with.
    if (hasCode(error, RESTJSONErrorCodes.ThreadAlreadyCreatedForMessage)) return message.id;
    if (hasCode(error, ...NO_THREAD)) return message.channel_id;
    throw error;
  }
}

async function editOrPost(context: DiscordContext, earlier: PostedAnswer, message: Outgoing): Promise<PostedMessage> {
  const [messageId] = earlier.messageIds;
  try {
    if (messageId !== undefined) return await context.api.edit(earlier.channelId, messageId, message);
  } catch (error) {
    // Somebody removed the earlier answer meanwhile.
    if (!hasCode(error, RESTJSONErrorCodes.UnknownMessage)) throw error;
  }
  return context.api.post(earlier.channelId, message);
}

export async function removeMessages(context: DiscordContext, { channelId, messageIds }: PostedAnswer): Promise<void> {
  for (const messageId of messageIds) {
    try {
      await context.api.remove(channelId, messageId);
    } catch (error) {
      context.logger.warn({ channelId, messageId, code: refusalOf(error)?.code }, "An answer could not be removed");
    }
  }
}

interface Failure {
  error: unknown;
  /** What could not be posted. */
  messages: DiscordMessage[];
}

/** Tells the asker what failed and how to mend it; where only the place refused, they get the answer for themselves. */
export async function tellFailure(context: DiscordContext, to: Destination, { error, messages }: Failure): Promise<void> {
  context.counts.failed += 1;
  if (isTokenRefusal(error)) context.onTokenRefused(tokenError(error).message);
  const { channelId, userId } = to.where;
  const code = refusalOf(error)?.code;
  context.logger.warn({ channelId, userId, code, err: code === undefined ? error : undefined }, "An answer failed");
  try {
    await whisper(context, to, renderNote("warning", sentenceOf(error)));
    if (!isPlaceRefusal(error)) return;
    for (const message of messages) await whisper(context, to, message);
  } catch (second) {
    // Nobody is left to tell but the log.
    context.logger.error({ channelId, userId, err: second }, "Could not tell the asker about a failure");
  }
}
