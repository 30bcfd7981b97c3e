import type { Outgoing, PostedMessage } from "../connection/api.ts";
import { hasCode, InDoubtError, isTokenSpent, sentenceOf } from "../connection/errors.ts";
import { renderNote } from "../documents/render.ts";
import type { DiscordContext } from "./context.ts";
import type { Answering, Destination } from "./destination.ts";

/** Discord's number for "cannot send messages to this user". */
const NO_DIRECT_MESSAGES = 50007;

/** Shows a message to the asker alone: by the interaction, else as a direct message. */
export async function whisper(context: DiscordContext, to: Destination, message: Outgoing): Promise<void> {
  if (to.interaction === null) return sendDirect(context, to, message);
  try {
    await answerAlone(context, to.interaction, message);
  } catch (error) {
    if (!isTokenSpent(error)) throw error;
    context.logger.info({ userId: to.where.userId }, "An interaction expired after 15 minutes");
    await sendDirect(context, to, message);
  }
}

/** The first answer takes the place of "is thinking", or of the page whose button was pressed; every other one follows. */
async function answerAlone(context: DiscordContext, to: Answering, message: Outgoing): Promise<void> {
  const { api } = context;
  await inItsPlace(to, async (isFirst) => {
    if (isFirst && to.as !== "shared") return api.editOriginal(to, message);
    // A follow-up to an open "is thinking" would take its place, for everyone to see.
    if (isFirst) await api.removeOriginal(to);
    return api.followUp(to, message, true);
  });
}

/** What Discord surely refused has taken nothing's place: what is said about it can. A page that could not be turned stays. */
async function inItsPlace<T>(to: Answering, call: (isFirst: boolean) => Promise<T>): Promise<T> {
  const isFirst = !to.isAnswered;
  to.isAnswered = true;
  try {
    return await call(isFirst);
  } catch (error) {
    if (isFirst && to.as !== "update" && !(error instanceof InDoubtError)) to.isAnswered = false;
    throw error;
  }
}

/** What everyone sees, by the interaction: no right of the bot's in the channel is needed for that. */
export async function answerForAll(
  context: DiscordContext,
  to: Answering,
  shared: { message: Outgoing; channelId: string },
): Promise<PostedMessage> {
  const { message, channelId } = shared;
  const { api } = context;
  try {
    return await inItsPlace(to, async (isFirst) => {
      if (!isFirst) return api.followUp(to, message, false);
      if (to.as === "shared") return api.editOriginal(to, message);
      if (to.as === "alone") await api.removeOriginal(to);
      const posted = await api.followUp(to, message, false);
      if (to.as === "update") await removePage(context, to);
      return posted;
    });
  } catch (error) {
    if (!isTokenSpent(error)) throw error;
    return api.post(channelId, message);
  }
}

/** The page on which the button stood is done with; where it stays, its answer is there all the same. */
async function removePage(context: DiscordContext, to: Answering): Promise<void> {
  try {
    await context.api.removeOriginal(to);
  } catch (error) {
    context.logger.warn({ err: error }, "Could not remove an outdated page");
  }
}

async function sendDirect(context: DiscordContext, to: Destination, message: Outgoing): Promise<void> {
  const { api } = context;
  const { where } = to;
  if (where.guildId === null) {
    await api.post(where.channelId, message);
    return;
  }
  try {
    await api.post(await api.openDirect(where.userId), message);
  } catch (error) {
    if (!hasCode(error, NO_DIRECT_MESSAGES)) throw error;
    // Where they asked, with the reason: better seen by others than by nobody.
    await api.post(where.channelId, renderNote("warning", sentenceOf(error)));
    await api.post(where.channelId, message);
  }
}
