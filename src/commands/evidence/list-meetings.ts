import { meetingInlines, sourcesOf } from "../../documents/blocks.ts";
import { meetingJson } from "../../documents/to-json.ts";
import type { Reply } from "../../domain/chat/chat.ts";
import type { Block } from "../../domain/chat/document.ts";
import type { Intent } from "../../domain/chat/intent.ts";
import type { MeetingQuery, Wanted } from "../../domain/sources/readers.ts";
import { sourceIds } from "../../evidence/find-sources.ts";
import { meetingsOn } from "../../evidence/meetings-on.ts";
import { parseTopic, type Topic } from "../../evidence/parse-topic.ts";
import { type CommandContext, cutPage, emptyPage, findPerson, inJson, pageOf, reply } from "../command-context.ts";
import { checkedPeriod } from "../typed/read-typed-date.ts";
import { showPeriod, spaced, withPeriod } from "../typed/show-period.ts";
import { calendarFile } from "./calendar-file.ts";
import { answerEmptyStore } from "./empty-store.ts";

type MeetingsIntent = Extract<Intent, { kind: "meetings" }>;

const MAX_ARTICLES = 500;

/** `/meetings`: who met whom, merged over the articles, newest first. */
export async function listMeetings(context: CommandContext, intent: MeetingsIntent): Promise<Reply> {
  const period = checkedPeriod(context, { since: intent.from, until: intent.to });
  const dates = { ...option("from", period.since), ...option("to", period.until) };
  const empty = await answerEmptyStore(context, []);
  if (empty !== null) return empty;
  const topic = intent.about === undefined ? null : await parseTopic(intent.about, (name) => findPerson(context, name));
  const { store, workspaceId } = context;
  const wanted = { ...dates, ...(topic === null ? {} : await meetingsOfTopic(context, topic)) };
  const { rows, more } = cutPage(await store.meetings.find(workspaceId, { ...wanted, ...pageOf(intent.page) }));
  const data = intent.all === true ? inJson(store.meetings.every(workspaceId, wanted), meetingJson) : rows.map(meetingJson);
  const cited = [...new Set(rows.flatMap((meeting) => meeting.articleIds))];
  const sources = sourcesOf(await store.articles.load(workspaceId, cited));
  const blocks: Block[] =
    rows.length === 0
      ? emptyPage(intent.page, `No meeting${topic === null ? "" : ` on ${topic.label}`}${spaced(showPeriod(period))} is known.`)
      : [{ type: "list", items: rows.map((meeting) => meetingInlines(meeting, sources)) }];
  if (more)
    blocks.push({ type: "actions", actions: [{ label: "More meetings", intent: { ...intent, page: (intent.page ?? 1) + 1 } }] });
  const title = withPeriod(topic === null ? "Meetings" : `Meetings: ${topic.label}`, period);
  const calendar = calendarFile(rows, context.clock.now());
  return {
    ...reply({ title, audience: "asker", blocks, detail: [] }, data, topic?.text ?? null),
    files: calendar === null ? [] : [calendar],
  };
}

async function meetingsOfTopic(context: CommandContext, topic: Topic): Promise<Wanted<MeetingQuery>> {
  if (topic.kind === "person") return meetingsOn(topic, []);
  return meetingsOn(topic, await sourceIds(context.store.articles, context.workspaceId, { topic, limit: MAX_ARTICLES }));
}

function option<K extends string>(key: K, value: string | undefined): Partial<Record<K, string>> {
  return value === undefined ? {} : ({ [key]: value } as Partial<Record<K, string>>);
}
