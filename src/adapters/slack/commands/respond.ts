import type { Reply } from "../../../domain/chat/chat.ts";
import { type Document, text } from "../../../domain/chat/document.ts";
import { type ButtonIds, keepButtons } from "../../chat/buttons.ts";
import type { PostedAnswer } from "../../chat/question-book.ts";
import { hasNoEphemeral, isPlaceRefusal, isTokenRefusal, refusalOf, sentenceOf } from "../connection/errors.ts";
import { type RenderedDocument, renderDocument, type SlackMessage } from "../documents/render.ts";
import { directChannel, type Files, postReplyFiles } from "../documents/reply-files.ts";
import { callAgain, type Posted, postOnce } from "../threads/post-once.ts";
import { isDirect, type SlackContext, threadIdOf } from "./context.ts";
import type { Destination } from "./destination.ts";
import { noteMessage, removeOriginal, whisper } from "./whisper.ts";

/** Posts a reply to the right place. Tells the asker if that fails; returns what it posted for everyone. */
export async function respond(context: SlackContext, to: Destination, reply: Reply): Promise<PostedAnswer | null> {
  const { workspaceId } = await context.identify();
  const buttonIds = await keepButtons(context.actions, workspaceId, reply.document);
  const isInChannel = to.threadTs === null && !isDirect(to.channelId);
  // A direct message has one reader: an answer there is a message that stays, unless a command's own address takes it.
  const isShared = reply.document.audience === "channel" || (isDirect(to.channelId) && to.responseUrl === null);
  const document = isShared ? { ...reply.document, audience: "channel" as const } : withWayToFiles(reply, to);
  const rendered = renderDocument(document, buttonIds, {
    followUp: reply.topic !== null && isInChannel,
  });
  try {
    const posted = isShared ? await postShared(context, to, { rendered, topic: reply.topic, document, buttonIds }) : null;
    if (posted === null) await whisper(context, to, rendered.message);
    else if (to.replaces && to.responseUrl !== null) await removeOriginal(context, to.responseUrl);
    await sendFiles(context, to, { files: reply.files, picture: reply.picture, posted });
    return posted;
  } catch (error) {
    await tellFailure(context, to, { error, messages: [rendered.message, ...rendered.thread] });
    return null;
  }
}

/** There are no ephemeral files: who reads the answer in a channel is told where its file is. */
function withWayToFiles({ document, files }: Reply, to: Destination): Document {
  if (files.length === 0 || isDirect(to.channelId)) return document;
  const words = text("The file is in your direct messages with me.", "soft");
  return { ...document, blocks: [...document.blocks, { type: "footer", inlines: [words] }] };
}

/** A file that can't be sent does not take back the answer that it goes with. */
async function sendFiles(context: SlackContext, to: Destination, files: Files): Promise<void> {
  try {
    await postReplyFiles(context, to, files);
  } catch (error) {
    await tellFailure(context, { ...to, replaces: false }, { error, messages: [] });
  }
}

interface Shared {
  rendered: RenderedDocument;
  topic: string | null;
  document: Document;
  buttonIds: ButtonIds;
}

/** The message, then its detail in the thread. The thread is known as ours before anyone can have replied to its end. */
async function postShared(context: SlackContext, to: Destination, shared: Shared): Promise<PostedAnswer> {
  const { message, thread } = shared.rendered;
  const streamed = (await to.stream?.finish(shared.document, shared.buttonIds)) ?? null;
  const first = streamed ?? (await postOrEdit(context, to, message));
  const posted: PostedAnswer = { channelId: first.channelId, messageIds: [first.ts] };
  const threadTs = to.threadTs ?? first.ts;
  if (to.earlier === null) await openThread(context, threadIdOf(first.channelId, threadTs), shared.topic);
  await notePosted(context, { document: shared.document, channelId: first.channelId, rootId: threadTs });
  await removeRest(context, to.earlier);
  try {
    for (const below of thread) {
      const { ts } = await postOnce(context, { channelId: first.channelId, threadTs, message: below });
      posted.messageIds.push(ts);
    }
  } catch (error) {
    // The answer itself is there, and an edit of its question finds it.
    await tellFailure(context, to, { error, messages: thread.slice(posted.messageIds.length - 1) });
  }
  return posted;
}

/** An answer that is there is none that failed, whatever becomes of its thread. */
async function openThread(context: SlackContext, threadId: string, topic: string | null): Promise<void> {
  try {
    const { workspaceId } = await context.identify();
    await context.desk.openThread(workspaceId, threadId, topic);
  } catch (error) {
    context.logger.error({ threadId, err: error }, "Could not remember a thread: it gets no answers to plain replies");
  }
}

/** The same: it stands, whether or not we could keep what it cites. */
async function notePosted(
  context: SlackContext,
  posted: { document: Document; channelId: string; rootId: string },
): Promise<void> {
  const threadId = threadIdOf(posted.channelId, posted.rootId);
  try {
    const { workspaceId } = await context.identify();
    await context.desk.notePosted(workspaceId, { ...posted, platform: "slack", threadId });
  } catch (error) {
    context.logger.error({ threadId, err: error }, "Could not keep what an answer cites: its thread hears of no withdrawal");
  }
}

/** Of an earlier answer the first message is edited; the ones below it go, as the new answer has its own. */
async function removeRest(context: SlackContext, earlier: PostedAnswer | null): Promise<void> {
  if (earlier !== null) await removeMessages(context, { ...earlier, messageIds: earlier.messageIds.slice(1) });
}

export async function removeMessages(context: SlackContext, answer: PostedAnswer): Promise<void> {
  for (const ts of answer.messageIds) {
    try {
      await context.client.chat.delete({ channel: answer.channelId, ts });
    } catch (error) {
      context.logger.warn({ channelId: answer.channelId, ts, code: refusalOf(error)?.code }, "An answer could not be removed");
    }
  }
}

async function postOrEdit(context: SlackContext, to: Destination, message: SlackMessage): Promise<Posted> {
  const { channelId, threadTs } = to;
  const ts = to.earlier?.messageIds[0];
  if (ts === undefined) return postOnce(context, { channelId, threadTs, message });
  try {
    await context.inTurn(channelId, () =>
      callAgain(context, (client) => client.chat.update({ channel: channelId, ts, ...message })),
    );
    return { channelId, ts };
  } catch (error) {
    // Somebody removed the earlier answer meanwhile.
    if (refusalOf(error)?.code !== "message_not_found") throw error;
    return postOnce(context, { channelId, threadTs, message });
  }
}

/** Who asked is told as well where the store can't be. */
export async function noteTokenRefusal(context: SlackContext, error: unknown): Promise<void> {
  if (!isTokenRefusal(error)) return;
  try {
    await context.onTokenRefused(error);
  } catch (second) {
    context.logger.error({ err: second }, "Could not record that Slack refuses a token");
  }
}

interface Failure {
  error: unknown;
  /** What could not be posted. */
  messages: SlackMessage[];
}

/** Tells the asker what failed and how to mend it; where only the place refused, they get the answer for themselves. */
export async function tellFailure(context: SlackContext, to: Destination, failure: Failure): Promise<void> {
  const { error, messages } = failure;
  context.counts.failed += 1;
  await noteTokenRefusal(context, error);
  const code = refusalOf(error)?.code;
  context.logger.warn(
    { channelId: to.channelId, userId: to.userId, code, err: code === undefined ? error : undefined },
    "An answer failed",
  );
  // Who the bot is can't be asked with a token that Slack refuses; a response_url takes the sentence nevertheless.
  const botName = await context.identify().then(
    (identity) => identity.botName,
    () => "attache",
  );
  const note = noteMessage(sentenceOf(error, botName));
  const alone = { ...to, replaces: false };
  try {
    await tellAlone(context, alone, [note, ...(isPlaceRefusal(error) ? messages : [])]);
  } catch (second) {
    // Nobody is left to tell but the log.
    context.logger.error({ channelId: to.channelId, userId: to.userId, err: second }, "Could not tell the asker about a failure");
  }
}

/** Where the place takes no message even for one person, they get it directly. */
async function tellAlone(context: SlackContext, to: Destination, messages: SlackMessage[]): Promise<void> {
  let place = to;
  for (const message of messages) {
    try {
      await whisper(context, place, message);
    } catch (error) {
      if (!isPlaceRefusal(error) && !hasNoEphemeral(error)) throw error;
      place = { ...to, channelId: await directChannel(context, to), threadTs: null, responseUrl: null };
      await whisper(context, place, message);
    }
  }
}
