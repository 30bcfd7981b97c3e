import { plainWords } from "../../../commands/typed/plain-words.ts";
import { type ChatLine, readChatLine } from "../../../commands/typed/read-chat-line.ts";
import type { Reply } from "../../../domain/chat/chat.ts";
import { AppError } from "../../../domain/errors.ts";
import { postIfCurrent } from "../../chat/post-if-current.ts";
import { withNotice } from "../../chat/slow-work.ts";
import { isAbstention, smile } from "../../chat/small-answers.ts";
import { TOO_MUCH } from "../../chat/store-trouble.ts";
import { claimInTime } from "../../chat/take-payload.ts";
import { askerOf, type DiscordContext, type Where } from "../commands/context.ts";
import type { Answering, Destination } from "../commands/destination.ts";
import { isChannel, removeMessages, respond, tellFailure } from "../commands/respond.ts";
import type { MessageEvent } from "../commands/schema.ts";
import { whisper } from "../commands/whisper.ts";
import { refusalOf, sentenceOf } from "../connection/errors.ts";
import { renderNote } from "../documents/render.ts";

/** A question to the bot, however it was put. */
export interface Question {
  /** Discord's id of the message, or of the modal it came from. */
  questionId: string;
  text: string;
  where: Where;
  workspaceId: string;
  /** In a channel, the message in whose thread it is answered; null in a thread or a direct message. */
  below: string | null;
  /** The message as it was written; null for what was put in the bot's own modal, which asks in any case. */
  line: ChatLine | null;
  interaction: Answering | null;
}

const SEEN = "👀";

/** Types of messages that people write: plain ones and replies. */
const WRITTEN = new Set([0, 19]);

/** Works on a message in its turn. Where that fails, or too much waits, whoever meant the bot hears so. */
export async function takeMessage(
  context: DiscordContext,
  event: MessageEvent,
  work: (context: DiscordContext, event: MessageEvent) => Promise<void>,
): Promise<void> {
  const meaning = meaningOf(context, event);
  if (meaning === null || !(mayBeForBot(event, meaning) || context.questions.answerTo(event.id) !== null)) return;
  const place = context.admission.reserve(`discord:${event.guild_id ?? event.author.id}`);
  if (place === null) return tellIfMeant(context, event, TOO_MUCH);
  await place.begin(async () => {
    try {
      await work(context, event);
    } catch (error) {
      context.counts.failed += 1;
      context.logger.error({ messageId: event.id, err: error }, "A message could not be handled");
      await tellIfMeant(context, event, sentenceOf(error));
    }
  });
}

/** At most once a minute per channel. Stays silent about messages that may be for somebody else. */
async function tellIfMeant(context: DiscordContext, event: MessageEvent, sentence: string): Promise<void> {
  const guildId = event.guild_id ?? null;
  const written = meaningOf(context, event);
  if (written === null) return;
  const isOurs = written.isReplyToBot || context.desk.remembersThread(`discord:${guildId}`, event.channel_id);
  if (lineIn(context, event, isOurs) === null) return;
  if (!context.isNews(`discord:${event.channel_id}:${event.author.id}`)) return;
  const where = { guildId, channelId: event.channel_id, userId: event.author.id, isThread: false, isManager: false };
  try {
    const to = { where, workspaceId: "", interaction: null, below: null, earlier: null };
    await whisper(context, to, renderNote("warning", sentence));
  } catch (error) {
    context.logger.error({ messageId: event.id, err: error }, "Could not tell the asker about a failure");
  }
}

/** A new message. */
export async function onMessage(context: DiscordContext, event: MessageEvent): Promise<void> {
  const question = await questionIn(context, event);
  if (question === null) return markSeen(context, event);
  if (!(await claimInTime(context.events, `discord:question:${event.id}`))) {
    context.counts.repeated += 1;
    return;
  }
  await answerQuestion(context, question);
}

/** A reaction on what is said among people in a thread of the app's, where the operator wants one. */
async function markSeen(context: DiscordContext, { id, channel_id: channelId, guild_id: guildId }: MessageEvent): Promise<void> {
  if (context.marksSeen !== true || guildId === undefined) return;
  if (!(await context.desk.isOurThread(`discord:${guildId}`, channelId))) return;
  try {
    await context.api.react(channelId, id, SEEN);
  } catch (error) {
    context.logger.debug({ channelId, code: refusalOf(error)?.code, err: error }, "A reaction could not be added");
  }
}

/** An edited question loses its old answer and gets a new one in its place. A link's preview that arrives changes no question. */
export async function onChanged(context: DiscordContext, event: MessageEvent): Promise<void> {
  if (event.edited_timestamp === null || event.edited_timestamp === undefined || isBot(context, event)) return;
  const question = await questionIn(context, event);
  const wasAnswered = context.questions.answerTo(event.id) !== null;
  if (question === null && !wasAnswered) return;
  if (!(await context.events.claim(`discord:edit:${event.id}:${event.edited_timestamp}`))) return;
  await context.desk.forgetQuestion(await context.places.workspaceOf(event.guild_id ?? null, event.author.id), event.id);
  if (question !== null) await answerQuestion(context, question);
  else await withdraw(context, event.id);
}

interface Deleted {
  guildId: string | null;
  channelId: string;
  messageIds: readonly string[];
}

/** A deleted question is forgotten, and its answer goes with it. Most messages that are deleted were none. */
export async function onDeleted(context: DiscordContext, { guildId, channelId, messageIds }: Deleted): Promise<void> {
  const workspaceId = guildId === null ? null : `discord:${guildId}`;
  const isOurs = workspaceId !== null && (await context.desk.isOurThread(workspaceId, channelId));
  for (const messageId of messageIds) {
    await withdraw(context, messageId);
    // A question in a channel has the id of the thread that it began. In a direct message there is no telling whose it was.
    if (workspaceId !== null && (isOurs || (await context.desk.isOurThread(workspaceId, messageId))))
      await context.desk.forgetQuestion(workspaceId, messageId);
  }
}

async function withdraw(context: DiscordContext, questionId: string): Promise<void> {
  const answer = context.questions.drop(questionId);
  if (answer !== null) await removeMessages(context, answer);
}

function isBot(context: DiscordContext, event: MessageEvent): boolean {
  return event.author.bot || event.webhook_id !== undefined || event.author.id === context.botUserId();
}

/** The question in a message if it is meant for the bot: in a direct message, by a mention, as a reply, or plainly in its thread. */
async function questionIn(context: DiscordContext, event: MessageEvent): Promise<Question | null> {
  const meaning = meaningOf(context, event);
  if (meaning === null || !mayBeForBot(event, meaning)) return null;
  const guildId = event.guild_id ?? null;
  const workspaceId = meaning.isMeant ? await context.places.workspaceOf(guildId, event.author.id) : `discord:${guildId}`;
  const isOurs = meaning.isReplyToBot || (guildId !== null && (await context.desk.isOurThread(workspaceId, event.channel_id)));
  const line = lineIn(context, event, isOurs);
  if (line === null) return null;
  const isThread = guildId !== null && (!meaning.isMeant || (await context.places.isThread(event.channel_id)));
  const isManager = guildId !== null && (await context.people.isManager(guildId, event.author.id, event.member?.roles ?? []));
  const where: Where = { guildId, channelId: event.channel_id, userId: event.author.id, isThread, isManager };
  const below = isChannel(where) ? await threadFor(context, workspaceId, event) : null;
  return { questionId: event.id, text: plainWords(event.content), where, workspaceId, below, line, interaction: null };
}

/** A line that asks the bot something; null where it does not. Discord keeps back the words of some replies to the bot. */
function lineIn(context: DiscordContext, event: MessageEvent, isOurs: boolean): ChatLine | null {
  const app = mentionsOf(context.botUserId());
  const place = event.guild_id === undefined ? "direct" : isOurs ? "ours" : "elsewhere";
  const line: ChatLine = { text: event.content, place, app };
  if (isWithheld(line)) return line;
  return readChatLine(line, { nowMs: context.clock.now(), timeZone: null }).kind === "silent" ? null : line;
}

function isWithheld({ text, place }: ChatLine): boolean {
  return place === "ours" && text === "";
}

function mentionsOf(botUserId: string): string[] {
  return [`<@${botUserId}>`, `<@!${botUserId}>`];
}

interface Meaning {
  isMeant: boolean;
  isReplyToBot: boolean;
  isReplyToOther: boolean;
}

/** For whom a message of a person's is, as far as it says so itself. */
function meaningOf(context: DiscordContext, event: MessageEvent): Meaning | null {
  if (!WRITTEN.has(event.type) || isBot(context, event)) return null;
  const botUserId = context.botUserId();
  const answered = event.referenced_message ?? null;
  const isReplyToBot = answered?.author.id === botUserId;
  const isMentioned = event.mentions.some(({ id }) => id === botUserId);
  const isMeant = event.guild_id === undefined || isReplyToBot || isMentioned;
  return { isMeant, isReplyToBot, isReplyToOther: answered !== null && !isReplyToBot };
}

/** Whether a message can be for the bot, before anything is asked: most of a channel's are said among its people. */
function mayBeForBot({ content }: MessageEvent, { isMeant, isReplyToOther }: Meaning): boolean {
  return isMeant || (content.trim() !== "" && !isReplyToOther && !/^\s*<@/.test(content));
}

/** A reply to an answer of the bot's continues in that answer's thread; any other question begins one. */
async function threadFor(context: DiscordContext, workspaceId: string, event: MessageEvent): Promise<string> {
  const answered = event.referenced_message?.id;
  if (answered === undefined || !(await context.desk.isOurThread(workspaceId, answered))) return event.id;
  return answered;
}

const UNREADABLE =
  "Discord does not show me replies to a command's answer. Mention me with your question, or press “Ask a follow-up”.";

/** Answers in the thread. A wording that was edited or deleted meanwhile is not answered any more. */
export async function answerQuestion(context: DiscordContext, question: Question): Promise<void> {
  const { questionId, where, workspaceId, below, interaction } = question;
  const wording = context.questions.begin(questionId);
  const to: Destination = { where, workspaceId, interaction, below, earlier: null };
  try {
    const reply = await withNotice(answerOf(context, question), context.timings.slowAfterMs, () => showTyping(context, question));
    if (reply === null) return await withdraw(context, questionId);
    await postIfCurrent(
      context,
      { workspaceId, questionId, wording },
      {
        post: (earlier) => respond(context, { ...to, earlier }, reply),
        remove: (posted) => removeMessages(context, posted),
      },
    );
  } catch (error) {
    await tellFailure(context, to, { error, messages: [] });
  }
}

/** Null where it turns out that nobody asked the articles anything. What is read is read by the calendar of UTC. */
async function answerOf(context: DiscordContext, question: Question): Promise<Reply | null> {
  const { questionId, text, where, workspaceId, below, line } = question;
  if (line !== null && isWithheld(line)) throw new AppError("usage", UNREADABLE);
  const asker = askerOf(workspaceId, where);
  const inThread = { ...asker, threadId: asker.threadId ?? below };
  if (line === null) return context.desk.followUp({ asker: inThread, questionId, question: text });
  const meaning = readChatLine(line, { nowMs: context.clock.now(), timeZone: asker.timeZone });
  switch (meaning.kind) {
    case "silent":
      return null;
    case "smile":
      return smile();
    case "intent":
      return context.desk.answer(asker, meaning.intent);
    case "question": {
      const reply = await context.desk.followUp({ asker: inThread, questionId, question: meaning.question });
      return !meaning.isSure && isAbstention(reply) ? null : reply;
    }
  }
}

/** Discord's own "is typing…"; it goes when the answer comes, or after ten seconds. An interaction shows it by itself. */
async function showTyping(context: DiscordContext, { where, interaction }: Question): Promise<void> {
  if (interaction !== null) return;
  try {
    await context.api.showTyping(where.channelId);
  } catch (error) {
    context.logger.debug({ channelId: where.channelId, code: refusalOf(error)?.code }, "Typing could not be shown");
  }
}
