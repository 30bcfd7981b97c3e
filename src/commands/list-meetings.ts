import { findMeetingsOn } from "../briefing/find-meetings-on.ts";
import { findSources } from "../briefing/find-sources.ts";
import { parseTopic, type Topic } from "../briefing/parse-topic.ts";
import type { Reply } from "../domain/chat.ts";
import { type Block, paragraph, text } from "../domain/document.ts";
import type { Intent } from "../domain/intent.ts";
import type { MeetingRecord } from "../domain/records.ts";
import { meetingInlines, sourcesOf } from "./blocks.ts";
import { calendarFile } from "./calendar-file.ts";
import { type CommandContext, findPerson, PAGE_SIZE, reply } from "./command-context.ts";
import { answerEmptyStore } from "./empty-store.ts";
import { readTypedDate } from "./read-typed-date.ts";
import { meetingJson } from "./to-json.ts";

type MeetingsIntent = Extract<Intent, { kind: "meetings" }>;

const MAX_ARTICLES = 500;
/** The command line prints them all; a chat turns pages. */
const ALL = 2000;

/** `/meetings`: who met whom, merged over the articles, newest first. */
export async function listMeetings(context: CommandContext, intent: MeetingsIntent): Promise<Reply> {
  const now = context.clock.now();
  const dates = {
    ...option("from", readTypedDate(intent.from, "from", now)),
    ...option("to", readTypedDate(intent.to, "to", now)),
  };
  const empty = await answerEmptyStore(context, []);
  if (empty !== null) return empty;
  const topic = intent.about === undefined ? null : await parseTopic(intent.about, (name) => findPerson(context, name));
  const found =
    topic === null
      ? await context.store.meetings.find(context.workspaceId, { ...dates, limit: ALL, offset: 0 })
      : await meetingsOn(context, topic, dates);
  const first = Math.max(0, (intent.page ?? 1) - 1) * PAGE_SIZE;
  const rows = found.slice(first, first + PAGE_SIZE);
  const more = found.length > first + PAGE_SIZE;
  const all = intent.all === true ? found : rows;
  const cited = [...new Set(rows.flatMap((meeting) => meeting.articleIds))];
  const sources = sourcesOf(await context.store.articles.load(context.workspaceId, cited));
  const blocks: Block[] =
    rows.length === 0
      ? [paragraph(text(topic === null ? "No meeting is known." : `No meeting on ${topic.label} is known.`))]
      : [{ type: "list", items: rows.map((meeting) => meetingInlines(meeting, sources)) }];
  if (more)
    blocks.push({ type: "actions", actions: [{ label: "More meetings", intent: { ...intent, page: (intent.page ?? 1) + 1 } }] });
  const title = topic === null ? "Meetings" : `Meetings: ${topic.label}`;
  const calendar = calendarFile(rows, context.clock.now());
  return {
    ...reply({ title, audience: "asker", blocks, detail: [] }, all.map(meetingJson), topic?.text ?? null),
    files: calendar === null ? [] : [calendar],
  };
}

async function meetingsOn(
  context: CommandContext,
  topic: Topic,
  dates: { from?: string; to?: string },
): Promise<MeetingRecord[]> {
  const articles = await findSources(context.store.articles, context.workspaceId, { topic, limit: MAX_ARTICLES });
  return findMeetingsOn(context.store.meetings, context.workspaceId, {
    topic,
    articleIds: articles.map((article) => article.id),
    ...dates,
    limit: ALL,
  });
}

function option<K extends string>(key: K, value: string | undefined): Partial<Record<K, string>> {
  return value === undefined ? {} : ({ [key]: value } as Partial<Record<K, string>>);
}
