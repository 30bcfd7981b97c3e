import { plainWords } from "../../../commands/typed/plain-words.ts";
import { isCommandAnywhere, readLine } from "../../../commands/typed/read-line.ts";
import type { Asker } from "../../../domain/chat/chat.ts";
import type { Intent } from "../../../domain/chat/intent.ts";
import { postIfCurrent } from "../../chat/post-if-current.ts";
import { withNotice } from "../../chat/slow-work.ts";
import { type Identity, isDirect, type SlackContext, threadIdOf } from "../commands/context.ts";
import type { Destination } from "../commands/destination.ts";
import { removeMessages, respond, tellFailure } from "../commands/respond.ts";
import type { ChangedEvent, MessageEvent } from "../commands/schema.ts";
import { noteMessage, whisper } from "../commands/whisper.ts";

/** A question to the bot, however it was put. */
export interface Question {
  /** Slack's id of the message, or of the modal it came from. */
  questionId: string;
  text: string;
  userId: string;
  channelId: string;
  /** The thread it stands in; null for a direct message outside of threads. */
  threadTs: string | null;
  /** Whether it names the bot: then it may be a command in any thread. */
  isMention: boolean;
}

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
  if (question === null) return;
  // One mention makes an app_mention and a message event with an id each: the message itself is claimed.
  if (!(await claim(context, "question", question.questionId))) return;
  await answerQuestion(context, question);
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
  const read = readQuestion(identity, event, isMention);
  if (read === null || read.inThread === null) return read?.question ?? null;
  return (await context.desk.isOurThread(identity.workspaceId, read.inThread)) ? read.question : null;
}

/** Tells an asker that their question was dropped, at most once a minute per thread. Stays silent about messages that may be for somebody else. */
export async function tellIfMeant(context: SlackContext, event: Written, telling: Telling): Promise<void> {
  const identity = await context.identify();
  const read = readQuestion(identity, event, telling.isMention);
  if (read === null || (read.inThread !== null && !context.desk.remembersThread(identity.workspaceId, read.inThread))) return;
  const { question } = read;
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

interface Read {
  question: Question;
  /** Where it is for the bot only if this thread is the bot's; null where it is surely for the bot. */
  inThread: string | null;
}

function readQuestion(identity: Identity, event: Written, isMention: boolean): Read | null {
  const { botUserId } = identity;
  if (event.user === undefined || event.user === botUserId || event.bot_id !== undefined) return null;
  const mention = `<@${botUserId}>`;
  const text = plainWords(event.text.replaceAll(mention, " "));
  const question = {
    questionId: threadIdOf(event.channel, event.ts),
    text,
    userId: event.user,
    channelId: event.channel,
    threadTs: event.thread_ts ?? null,
    isMention: isMention || event.text.includes(mention),
  };
  if (event.channel_type === "im" || isDirect(event.channel)) return text === "" ? null : { question, inThread: null };
  if (question.isMention) return { question: { ...question, threadTs: event.thread_ts ?? event.ts }, inThread: null };
  if (event.thread_ts === undefined || text === "") return null;
  // A reply that begins with somebody else's name is for them.
  if (/^\s*<@/.test(event.text)) return null;
  return { question, inThread: threadIdOf(event.channel, event.thread_ts) };
}

/** Answers in the thread. A wording that was edited or deleted meanwhile is not answered any more. */
export async function answerQuestion(context: SlackContext, question: Question): Promise<void> {
  const { questionId, channelId, threadTs, userId, text } = question;
  const wording = context.questions.begin(questionId);
  const opensThread = !isReply(question);
  const to: Destination = { channelId, userId, threadTs, opensThread, responseUrl: null, replaces: false, earlier: null };
  try {
    const asker = await context.askerOf({ userId, channelId, threadTs });
    // Outside of threads a direct conversation is one conversation.
    const inThread = { ...asker, threadId: asker.threadId ?? channelId };
    const intent = await lineOf(context, question, asker);
    const work =
      intent === null
        ? context.desk.followUp({ asker: inThread, questionId, question: text })
        : context.desk.answer(asker, intent);
    const reply = await withNotice(work, context.timings.slowAfterMs, () => showStatus(context, question));
    await postIfCurrent(
      context,
      { workspaceId: asker.workspaceId, questionId, wording },
      {
        post: (earlier) => respond(context, { ...to, earlier }, reply),
        remove: (posted) => removeMessages(context, posted),
      },
    );
  } catch (error) {
    await tellFailure(context, to, { error, message: null });
  }
}

/** The command in a message, if it is one. In the bot's own threads the conversation goes on, unless a slash says otherwise. */
async function lineOf(context: SlackContext, question: Question, asker: Asker): Promise<Intent | null> {
  const { text, isMention } = question;
  if (text === "") return { kind: "help" };
  if (isReply(question) && !isCommandAnywhere(text)) {
    const { threadId, workspaceId } = asker;
    if (!isMention || threadId === null || (await context.desk.isOurThread(workspaceId, threadId))) return null;
  }
  return readLine(text, { nowMs: context.clock.now(), timeZone: asker.timeZone });
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
