import { hasSides } from "../../briefing/topic-sides.ts";
import { sourcesOf } from "../../documents/blocks.ts";
import { meetingTable } from "../../documents/meeting-table.ts";
import { latestMeeting } from "../../documents/newest-meeting.ts";
import { meetingJson } from "../../documents/to-json.ts";
import { wrongButton } from "../../documents/wrong-button.ts";
import type { Reply } from "../../domain/chat/chat.ts";
import type { Block } from "../../domain/chat/document.ts";
import type { Intent } from "../../domain/chat/intent.ts";
import { isoDate } from "../../domain/clock.ts";
import type { MeetingRecord } from "../../domain/evidence/records.ts";
import type { MeetingQuery, Wanted } from "../../domain/sources/readers.ts";
import { countMeetings, findMeetings } from "../../evidence/find-meetings.ts";
import type { Topic } from "../../evidence/parse-topic.ts";
import { type CommandContext, cutPage, inJson, pageOf, reply } from "../command-context.ts";
import { actionsBlock, pageActions, pageFooter, totalOf } from "../page-blocks.ts";
import { checkedPeriod } from "../typed/read-typed-date.ts";
import { withPeriod } from "../typed/show-period.ts";
import { answerCalendar, calendarAction } from "./answer-calendar.ts";
import { readAskedMeetings } from "./asked-meetings.ts";
import { answerEmptyStore } from "./empty-store.ts";
import { explainNoMeetings } from "./no-meetings.ts";
import { type ListedPage, onSides, pageOnSides, weighMeetings } from "./on-sides.ts";
import { showMatrix } from "./show-matrix.ts";

type MeetingsIntent = Extract<Intent, { kind: "meetings" }>;

/** The articles on a saved topic report fewer. */
const MOST_MEETINGS = 5000;

/** `/meetings`: who met whom, merged over the articles, newest first; of several sides those at which each was. */
export async function listMeetings(context: CommandContext, intent: MeetingsIntent): Promise<Reply> {
  const period = checkedPeriod(context, { since: intent.from, until: intent.to });
  const dates = { ...option("from", period.since), ...option("to", period.until) };
  const empty = await answerEmptyStore(context, []);
  if (empty !== null) return empty;
  const { store, workspaceId } = context;
  const asking = await readAskedMeetings(context, intent.about);
  const { topic, label } = asking;
  const asked = asking.asked.map((each) => ({ ...each, ...dates }));
  if (intent.matrix === true) return showMatrix(context, { ...asking, asked, period, picture: intent.picture });
  const listed = await findPage(context, intent, { topic, asked });
  const { rows, more, total, note, wider } = listed;
  const data = intent.all === true ? inJson(listed.every(), meetingJson) : rows.map(meetingJson);
  const cited = [...new Set(rows.flatMap((meeting) => meeting.articleIds))];
  const today = isoDate(context.clock.now());
  const sources = sourcesOf(await store.articles.load(workspaceId, cited), today);
  const title = withPeriod(label === null ? "Meetings" : `Meetings: ${label}`, period);
  if (intent.calendar === true) return answerCalendar(context, { title, meetings: rows, sources, topic });
  const none = rows.length > 0 ? [] : await explainNoMeetings(context, { intent, asking, period });
  const page = { intent, shown: rows.length, total, more, noun: "meetings", note };
  const calendar = calendarAction(context, rows, { ...intent, kind: "upcoming", page: undefined, calendar: true });
  const blocks: Block[] =
    rows.length === 0
      ? [...none, ...pageFooter(page), ...actionsBlock([...pageActions(page), ...wider])]
      : [
          ...latestMeeting(rows, today),
          meetingTable(rows, "Meetings, newest first", sources),
          ...pageFooter(page),
          ...actionsBlock([
            ...pageActions(page),
            ...wider,
            ...calendar,
            ...wrongButton({ meetings: rows, topic: topic?.text ?? null }),
          ]),
        ];
  return reply({ title, audience: "asker", blocks, detail: [] }, data, topic?.text ?? null);
}

interface Listed extends ListedPage<MeetingRecord> {
  /** All rows, for scripts. */
  every(): AsyncIterable<MeetingRecord>;
}

async function findPage(
  context: CommandContext,
  intent: MeetingsIntent,
  { topic, asked }: { topic: Topic | null; asked: Wanted<MeetingQuery>[] },
): Promise<Listed> {
  const { store, workspaceId } = context;
  if (intent.wide !== true && topic !== null && hasSides(topic)) {
    const page = await pageOnSides(weighMeetings(context, { topic, asked }), { intent, noun: "meetings" });
    return { ...page, every: () => onSides(weighMeetings(context, { topic, asked })) };
  }
  const { rows, more } = cutPage(await findMeetings(store.meetings, workspaceId, { asked, ...pageOf(intent.page) }));
  const total = await totalOf(intent.page, more, () => countMeetings(store.meetings, workspaceId, asked));
  return { rows, more, total, note: null, wider: [], every: () => everyMeeting(context, asked) };
}

function everyMeeting({ store, workspaceId }: CommandContext, asked: Wanted<MeetingQuery>[]): AsyncIterable<MeetingRecord> {
  const [only, ...others] = asked;
  if (only !== undefined && others.length === 0) return store.meetings.every(workspaceId, only);
  return everyOf(() => findMeetings(store.meetings, workspaceId, { asked, limit: MOST_MEETINGS, offset: 0 }));
}

async function* everyOf(find: () => Promise<MeetingRecord[]>): AsyncGenerator<MeetingRecord> {
  yield* await find();
}

function option<K extends string>(key: K, value: string | undefined): Partial<Record<K, string>> {
  return value === undefined ? {} : ({ [key]: value } as Partial<Record<K, string>>);
}
