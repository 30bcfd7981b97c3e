import type { Reply } from "../../domain/chat/chat.ts";
import { type Block, paragraph, text } from "../../domain/chat/document.ts";
import type { CorrectAction, Intent } from "../../domain/chat/intent.ts";
import { showDate } from "../../domain/chat/show-date.ts";
import { AppError } from "../../domain/errors.ts";
import type { CorrectionRecord } from "../../domain/evidence/correction.ts";
import type { EvidenceWriter } from "../../domain/evidence/evidence-store.ts";
import type { KnownMeeting } from "../../domain/evidence/meeting-store.ts";
import { topicKey } from "../../evidence/topic-key.ts";
import { composeTitle } from "../../extract/meetings/compose-title.ts";
import { joinMeetings, partMeeting, redateMeeting, strikeMeeting } from "../../ingest/corrections/correct-meetings.ts";
import { correctSpeaker } from "../../ingest/corrections/correct-quotes.ts";
import { setOffTopic } from "../../ingest/corrections/set-off-topic.ts";
import { articleIdentity } from "../../ingest/fingerprint.ts";
import { type CommandContext, reply, topicOf } from "../command-context.ts";
import { readTypedDate } from "../typed/read-typed-date.ts";
import { chooseSpeaker } from "./choose-speaker.ts";
import { listCorrectable } from "./list-correctable.ts";

/** A meeting that is off topic is a correction of each article that tells of it; others may correct something at the same moment. */
const LATEST = 300;

type CorrectIntent = Extract<Intent, { kind: "correct" }>;
interface Asked {
  action: CorrectAction;
  target: string;
  value: string;
}

/** `/correct`: what can be corrected on a topic, with its ids; and what a manager says of a quotation, a meeting or an article. */
export async function correct(context: CommandContext, intent: CorrectIntent): Promise<Reply> {
  if (intent.action === "list") return listCorrectable(context, intent.about);
  const sentence = await said(context, intent);
  await context.store.forgetting.drafts();
  const made = await newestBy(context);
  const blocks: Block[] = [paragraph(text(sentence))];
  if (made !== null) blocks.push({ type: "actions", actions: [{ label: "Undo", intent: { kind: "corrections", undo: made } }] });
  return reply(
    { title: "Corrected", audience: "asker", blocks, detail: [] },
    { corrected: intent.target, action: intent.action },
  );
}

/** The ids of what the asker corrected last, with one word: several articles may be off topic. */
async function newestBy({ store, workspaceId, asker }: CommandContext): Promise<string | null> {
  const newest = await store.corrections.list(workspaceId, { limit: LATEST, offset: 0 });
  const own = newest.filter(({ setBy }) => setBy === asker.userId);
  const [last] = own;
  if (last === undefined) return null;
  return own
    .filter((each) => each === last || isSaidWith(last, each))
    .map(({ id }) => id)
    .join(",");
}

/** Whether both keep articles of one meeting or quotation out of one topic. */
function isSaidWith(last: CorrectionRecord, { setAt, content }: CorrectionRecord): boolean {
  if (content.kind !== "off-topic" || last.content.kind !== "off-topic") return false;
  return setAt === last.setAt && content.key === last.content.key;
}

function said(context: CommandContext, asked: Asked): Promise<string> {
  switch (asked.action) {
    case "speaker":
      return nameSpeaker(context, asked);
    case "not-held":
      return onMeeting(context, asked, async (writer, meeting) => {
        await strikeMeeting(writer, meeting, signed(context));
        return `${titleOf(meeting)} did not take place: I will not tell of it any more, whatever later articles say.`;
      });
    case "date":
      return redate(context, asked);
    case "same-as":
      return join(context, asked);
    case "not-same-as":
      return part(context, asked);
    case "off-topic":
      return exclude(context, asked);
  }
}

function signed({ asker, clock }: CommandContext): { setBy: string; setAtMs: number } {
  return { setBy: asker.userId, setAtMs: clock.now() };
}

async function nameSpeaker(context: CommandContext, { target, value }: Asked): Promise<string> {
  const { store, workspaceId } = context;
  const speaker = await chooseSpeaker(context, { quoteId: target, typed: value });
  const done = await store.evidence.write(workspaceId, (writer) =>
    correctSpeaker(writer, { quoteId: target, ...speaker, ...signed(context) }),
  );
  if (!done) throw noQuote(target);
  return speaker.name === null
    ? "The quote now has no named speaker, also when the article is read again."
    : `The quote is now ${speaker.name}'s, also when the article is read again.`;
}

function noQuote(id: string): AppError {
  return new AppError(
    "not-found",
    `There is no quote ${id.slice(0, 40)}. /correct with a topic or a person lists quotes and their ids.`,
  );
}

async function redate(context: CommandContext, asked: Asked): Promise<string> {
  const day = readTypedDate(asked.value, "the date", context.clock.now()) ?? asked.value;
  return onMeeting(context, asked, async (writer, meeting) => {
    const date = { start: day, end: day, precision: "day" as const };
    await redateMeeting(writer, meeting, { date, ...signed(context) });
    return `${titleOf(meeting)} now has the date ${showDate(day)}, whatever later articles say.`;
  });
}

function join(context: CommandContext, asked: Asked): Promise<string> {
  return onMeeting(context, asked, async (writer, keep) => {
    const other = await meetingOf(writer, asked.value);
    if (other.key === keep.key) throw new AppError("usage", "These two are already one meeting.");
    await joinMeetings(writer, { keep, other }, signed(context));
    return `${titleOf(other)} and ${titleOf(keep)} are now one meeting, also for later articles.`;
  });
}

function part(context: CommandContext, asked: Asked): Promise<string> {
  return onMeeting(context, asked, async (writer, meeting) => {
    const articleKey = await keyOfArticle(context, writer, asked.value);
    if (await partMeeting(writer, { meeting, articleKey }, signed(context)))
      return `What ${asked.value} tells is now a different meeting from ${titleOf(meeting)}.`;
    throw new AppError(
      "usage",
      `${asked.value} does not tell of ${titleOf(meeting)}, or no other article does, so there is nothing to separate.`,
    );
  });
}

async function exclude(context: CommandContext, { target, value }: Asked): Promise<string> {
  const topic = await topicOf(context, value);
  if (topic === null) throw new AppError("usage", "Name a topic, such as india-japan.");
  // By one moment, Undo knows what was said together.
  const together = signed(context);
  await context.store.evidence.write(context.workspaceId, async (writer) => {
    const content = { kind: "off-topic" as const, topic: topic.label, key: topicKey(topic) };
    for (const articleKey of await articlesOf(context, writer, target))
      await setOffTopic(writer, { articleKey, content, ...together });
  });
  if (/^[qm]\d+$/.test(target)) return `What that article tells no longer counts as news on ${topic.label}.`;
  const [article] = await context.store.articles.load(context.workspaceId, [target]);
  const named = article?.title === null || article === undefined ? "That article" : `“${article.title}”`;
  return `${named} no longer counts as an article on ${topic.label}.`;
}

function onMeeting(
  { store, workspaceId }: CommandContext,
  { target }: Asked,
  work: (writer: EvidenceWriter, meeting: KnownMeeting) => Promise<string>,
): Promise<string> {
  return store.evidence.write(workspaceId, async (writer) => work(writer, await meetingOf(writer, target)));
}

async function meetingOf(writer: EvidenceWriter, id: string): Promise<KnownMeeting> {
  const meeting = await writer.meetings.byId(id);
  if (meeting !== null) return meeting;
  throw new AppError(
    "not-found",
    `There is no meeting ${id.slice(0, 40)}. /correct with a topic or a person lists meetings and their ids.`,
  );
}

async function keyOfArticle({ store, workspaceId }: CommandContext, writer: EvidenceWriter, typed: string): Promise<number> {
  const [article] = await store.articles.load(workspaceId, [typed]);
  const identity = articleIdentity(article ?? { id: typed, url: URL.canParse(typed) ? typed : null });
  const known = await writer.articles.findByIdentity([identity]);
  if (known !== null && known !== "forgotten") return known.key;
  throw new AppError(
    "not-found",
    `There is no article ${typed.slice(0, 80)}. /correct with a topic lists articles and their ids.`,
  );
}

/** The articles of a quotation or a meeting, by its id; else the article that is named. */
async function articlesOf(context: CommandContext, writer: EvidenceWriter, target: string): Promise<number[]> {
  const quote = await writer.spoken.byId(target);
  if (quote !== null) return [quote.articleKey];
  const meeting = await writer.meetings.byId(target);
  if (meeting === null) return [await keyOfArticle(context, writer, target)];
  return [...new Set((await writer.meetings.reportsOf(meeting.key)).map(({ articleKey }) => articleKey))];
}

function titleOf({ kind, participants, place }: KnownMeeting): string {
  return composeTitle(kind, participants, place);
}
