import type { Outgoing, PostedMessage } from "./api.ts";
import type { DiscordContext } from "./context.ts";
import { hasCode, isTokenSpent, sentenceOf } from "./errors.ts";
import { renderNote } from "./render.ts";
import type { Answering, Destination } from "./respond.ts";

/** Discord's number for "cannot send messages to this user". */
const NO_DIRECT_MESSAGES = 50007;

/** Shows a message to the asker alone: by the interaction, else as a direct message. */
export async function whisper(context: DiscordContext, to: Destination, message: Outgoing): Promise<void> {
  if (to.interaction === null) return sendDirect(context, to, message);
  try {
    await answerAlone(context, to.interaction, message);
  } catch (error) {
    if (!isTokenSpent(error)) throw error;
    context.logger.info({ userId: to.where.userId }, "An interaction took no more answers after a quarter of an hour");
    await sendDirect(context, to, message);
  }
}

/** The first answer takes the place of "is thinking", or of the page whose button was pressed; every other one follows. */
async function answerAlone(context: DiscordContext, to: Answering, message: Outgoing): Promise<void> {
  const { api } = context;
  const isFirst = !to.isAnswered;
  to.isAnswered = true;
  if (isFirst && to.as !== "shared") {
    await api.editOriginal(to, message);
    return;
  }
  // A follow-up to an open "is thinking" would take its place, for everyone to see.
  if (isFirst) await api.removeOriginal(to);
  await api.followUp(to, message, true);
}

/** What everyone sees, by the interaction: no right of the bot's in the channel is needed for that. */
export async function answerForAll(
  context: DiscordContext,
  to: Answering,
  shared: { message: Outgoing; channelId: string },
): Promise<PostedMessage> {
  const { message, channelId } = shared;
  const { api } = context;
  const isFirst = !to.isAnswered;
  to.isAnswered = true;
  try {
    if (!isFirst) return await api.followUp(to, message, false);
    if (to.as === "shared") return await api.editOriginal(to, message);
    if (to.as === "alone") await api.removeOriginal(to);
    const posted = await api.followUp(to, message, false);
    // The page on which the button stood is done with.
    if (to.as === "update") await api.removeOriginal(to);
    return posted;
  } catch (error) {
    if (!isTokenSpent(error)) throw error;
    return api.post(channelId, message);
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
