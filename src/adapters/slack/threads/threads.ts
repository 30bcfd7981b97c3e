import { plainWords } from "../../../commands/typed/plain-words.ts";
import { type ChatLine, type ChatMeaning, readChatLine } from "../../../commands/typed/read-chat-line.ts";
import type { Asker, Reply } from "../../../domain/chat/chat.ts";
import { postIfCurrent } from "../../chat/post-if-current.ts";
import { withNotice } from "../../chat/slow-work.ts";
import { isAbstention, smile } from "../../chat/small-answers.ts";
import { nameThread } from "../commands/agent-view.ts";
import { type Identity, isDirect, type SlackContext, threadIdOf } from "../commands/context.ts";
import type { Destination } from "../commands/destination.ts";
import { removeMessages, respond, tellFailure } from "../commands/respond.ts";
import type { ChangedEvent, MessageEvent } from "../commands/schema.ts";
import { noteMessage, whisper } from "../commands/whisper.ts";
import { refusalOf } from "../connection/errors.ts";
import { createAnswerStream } from "./answer-stream.ts";

/** A question to the bot, however it was put. */
export interface Question {
  /** Slack's id of the message, or of the modal it came from. */
  questionId: string;
  text: string;
  userId: string;
  channelId: string;
  /** The thread it stands in; null for a direct message outside of threads. */
  threadTs: string | null;
  /** The message as it was written; null for what was put in the bot's own modal, which asks in any case. */
  line: ChatLine | null;
}

const SEEN = "eyes";

/** Subtypes of messages that people write; all others are notes of Slack's or of bots. */
const WRITTEN = new Set([undefined, "thread_broadcast", "file_share", "me_message"]);

/** Whether a message can be for the bot, before anything is asked: most of a channel's are said among its people. */
export function mayBeForBot(event: Written): boolean {
  return event.channel_type === "im" || isDirect(event.channel) || event.thread_ts !== undefined || event.text.includes("<@");
}

/** A new message, from either of the two events that a mention makes. */
export async function onMessage(context: SlackContext, event: MessageEvent, isMention: boolean): Promise<void> {
  if (!WRITTEN.has(event.subtype)) return;
  const question = await questionIn(context, event, isMention);
  if (question === null) return markSeen(context, event);
  // One mention makes an app_mention and a message event with an id each: the message itself is claimed.
  if (!(await claim(context, "question", question.questionId))) return;
  await answerQuestion(context, question);
}

/** A reaction on what is said among people in a thread of the app's, where the operator wants one. */
async function markSeen(
  context: SlackContext,
  { channel, ts, thread_ts: threadTs, user, bot_id: botId }: MessageEvent,
): Promise<void> {
  if (context.marksSeen !== true || threadTs === undefined || user === undefined || botId !== undefined) return;
  const { workspaceId, botUserId } = await context.identify();
  if (user === botUserId || !(await context.desk.isOurThread(workspaceId, threadIdOf(channel, threadTs)))) return;
  try {
    await context.client.reactions.add({ channel, timestamp: ts, name: SEEN });
  } catch (error) {
    context.logger.debug({ channelId: channel, code: refusalOf(error)?.code, err: error }, "A reaction could not be added");
  }
}

/** An edited question loses its old answer and gets a new one in its place. A link's preview that arrives changes no question. */
export async function onChanged(context: SlackContext, event: ChangedEvent): Promise<void> {
  const { message, previous_message: previous } = event;
  if (message.text === previous.text || message.edited === undefined) return;
  const questionId = threadIdOf(event.channel, message.ts);
  if (!(await claim(context, "edit", `${questionId}:${message.edited.ts}`))) return;
  const where = { channel: event.channel, channel_type: event.channel_type };
  const before = await questionIn(context, { ...previous, ...where }, false);
  const question = await questionIn(context, { ...message, ...where }, false);
  if (before !== null) await context.desk.forgetQuestion((await context.identify()).workspaceId, questionId);
  if (question !== null) await answerQuestion(context, question);
  else if (before !== null) await withdraw(context, questionId);
}

/** A channel that two companies share has one id for both of them, so that a message is claimed for a workspace. */
async function claim({ events, identify }: SlackContext, what: "question" | "edit", id: string): Promise<boolean> {
  const { workspaceId } = await identify();
  return events.claim(`${workspaceId}:${what}:${id}`);
}

/** A deleted question is forgotten, and its answer goes with it. */
export async function onDeleted(context: SlackContext, channelId: string, ts: string): Promise<void> {
  const questionId = threadIdOf(channelId, ts);
  await context.desk.forgetQuestion((await context.identify()).workspaceId, questionId);
  await withdraw(context, questionId);
}

async function withdraw(context: SlackContext, questionId: string): Promise<void> {
  const answer = context.questions.drop(questionId);
  if (answer !== null) await removeMessages(context, answer);
}

type Written = Pick<MessageEvent, "channel" | "channel_type" | "user" | "bot_id" | "text" | "ts" | "thread_ts">;

/** The question in a message if it is meant for the bot: in a direct message, by a mention, or plainly in a thread of the bot's. */
async function questionIn(context: SlackContext, event: Written, isMention: boolean): Promise<Question | null> {
  const identity = await context.identify();
  const written = writtenIn(identity, event, isMention);
  if (written === null) return null;
  const isOurs = written.thread !== null && (await context.desk.isOurThread(identity.workspaceId, written.thread));
  return questionOf(context, written, isOurs);
}

/** Tells an asker that their question was dropped, at most once a minute per thread. Stays silent about messages that may be for somebody else. */
export async function tellIfMeant(context: SlackContext, event: Written, telling: Telling): Promise<void> {
  const identity = await context.identify();
  const written = writtenIn(identity, event, telling.isMention);
  if (written === null) return;
  const isOurs = written.thread !== null && context.desk.remembersThread(identity.workspaceId, written.thread);
  const question = questionOf(context, written, isOurs);
  if (question === null) return;
  const { channelId, userId, threadTs } = question;
  if (!telling.isNews(`${identity.workspaceId}:${threadIdOf(channelId, threadTs ?? "")}`)) return;
  const place = { channelId, userId, threadTs, opensThread: !isReply(question) };
  await whisper(context, { ...place, responseUrl: null, replaces: false, earlier: null }, noteMessage(telling.sentence));
}

interface Telling {
  sentence: string;
  isMention: boolean;
  /** Whether nobody was told there lately. */
  isNews(key: string): boolean;
}

/** A message of a person's, before it is known whether it asks the bot anything. */
interface WrittenLine {
  event: Written & { user: string };
  /** The line with the bot's mention as readChatLine expects it. */
  text: string;
  app: string;
  isMention: boolean;
  /** The thread that it stands in, where the bot may be meant without being named. */
  thread: string | null;
}

function writtenIn(identity: Identity, event: Written, isMention: boolean): WrittenLine | null {
  const { botUserId } = identity;
  const { user } = event;
  if (user === undefined || user === botUserId || event.bot_id !== undefined) return null;
  const app = `<@${botUserId}>`;
  const text = event.text.replaceAll(new RegExp(`<@${botUserId}\\|[^<>]{0,100}>`, "g"), app);
  const named = isMention || text.includes(app);
  const isReplied = event.thread_ts !== undefined && !isDirectEvent(event);
  if (!named && !isReplied && !isDirectEvent(event)) return null;
  const thread = isReplied && event.thread_ts !== undefined ? threadIdOf(event.channel, event.thread_ts) : null;
  // Slack tells of a mention; where its markup is not in the text, it stood in front.
  const said = isMention && !text.includes(app) ? `${app} ${text}` : text;
  return { event: { ...event, user }, text: said, app, isMention: named, thread };
}

/** Null where the line is nothing to the bot. */
function questionOf(context: SlackContext, written: WrittenLine, isOurs: boolean): Question | null {
  const { event, app, isMention } = written;
  const isDirectLine = isDirectEvent(event);
  const line: ChatLine = { text: written.text, app: [app], place: isDirectLine ? "direct" : isOurs ? "ours" : "elsewhere" };
  if (readChatLine(line, { nowMs: context.clock.now(), timeZone: null }).kind === "silent") return null;
  return {
    questionId: threadIdOf(event.channel, event.ts),
    text: plainWords(written.text.replaceAll(app, " ")),
    userId: event.user,
    channelId: event.channel,
    threadTs: event.thread_ts ?? (isMention && !isDirectLine ? event.ts : null),
    line,
  };
}

function isDirectEvent(event: Written): boolean {
  return event.channel_type === "im" || isDirect(event.channel);
}

/** Answers in the thread. A wording that was edited or deleted meanwhile is not answered any more. */
export async function answerQuestion(context: SlackContext, question: Question): Promise<void> {
  const { questionId, channelId, threadTs, userId } = question;
  const wording = context.questions.begin(questionId);
  const opensThread = !isReply(question);
  const to: Destination = { channelId, userId, threadTs, opensThread, responseUrl: null, replaces: false, earlier: null };
  const stream = threadTs === null ? undefined : createAnswerStream(context, { channelId, threadTs, userId });
  try {
    const asker = await context.askerOf({ userId, channelId, threadTs });
    // Outside of threads a direct conversation is one conversation.
    const inThread = { ...asker, threadId: asker.threadId ?? channelId, hears: stream?.line };
    const meaning = meaningOf(context, question, asker);
    if (meaning.kind === "question") await nameIfNew(context, question, asker);
    const reply = await withNotice(answerOf(context, { question, asker: inThread, meaning }), context.timings.slowAfterMs, () =>
      showStatus(context, question),
    );
    if (reply === null) return await withdraw(context, questionId);
    await postIfCurrent(
      context,
      { workspaceId: asker.workspaceId, questionId, wording },
      {
        post: (earlier) => respond(context, { ...to, earlier, stream: earlier === null ? stream : undefined }, reply),
        remove: (posted) => removeMessages(context, posted),
      },
    );
  } catch (error) {
    await tellFailure(context, to, { error, messages: [] });
  } finally {
    await stream?.discard();
  }
}

/** A conversation with the app alone is named for what it began with. */
async function nameIfNew(context: SlackContext, { channelId, threadTs, text }: Question, asker: Asker): Promise<void> {
  if (threadTs === null || !isDirect(channelId) || asker.threadId === null) return;
  if (await context.desk.isOurThread(asker.workspaceId, asker.threadId)) return;
  await nameThread(context, { channelId, threadTs }, text);
}

/** What is read is read by the calendar of whoever typed it. */
function meaningOf(context: SlackContext, { line, text }: Question, { timeZone }: Asker): ChatMeaning {
  if (line === null) return { kind: "question", question: text, isSure: true };
  return readChatLine(line, { nowMs: context.clock.now(), timeZone });
}

interface Meant {
  question: Question;
  asker: Asker;
  meaning: ChatMeaning;
}

/** Null where it turns out that nobody asked the articles anything. */
async function answerOf({ desk }: SlackContext, { question, asker, meaning }: Meant): Promise<Reply | null> {
  switch (meaning.kind) {
    case "silent":
      return null;
    case "smile":
      return smile();
    case "intent":
      return desk.answer(asker, meaning.intent);
    case "question": {
      const reply = await desk.followUp({ asker, questionId: question.questionId, question: meaning.question });
      return !meaning.isSure && isAbstention(reply) ? null : reply;
    }
  }
}

/** Whether the message stands below another one, and not at the start of the thread that its answer opens. */
function isReply(question: Question): boolean {
  return question.threadTs !== null && question.questionId !== threadIdOf(question.channelId, question.threadTs);
}

/** Slack's own "is reading…" below the thread; it goes when the answer comes, or after two minutes. */
async function showStatus(context: SlackContext, question: Question): Promise<void> {
  if (question.threadTs === null) return;
  try {
    const status = "is reading the articles…";
    await context.client.assistant.threads.setStatus({ channel_id: question.channelId, thread_ts: question.threadTs, status });
  } catch (error) {
    context.logger.debug({ channelId: question.channelId, err: error }, "A status could not be shown");
  }
}
