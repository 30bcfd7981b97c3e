import { meetingInlines, sourcesOf } from "../../documents/blocks.ts";
import { meetingItems } from "../../documents/meeting-items.ts";
import { meetingJson } from "../../documents/to-json.ts";
import type { Reply } from "../../domain/chat/chat.ts";
import type { Block } from "../../domain/chat/document.ts";
import type { Intent } from "../../domain/chat/intent.ts";
import { isoDate } from "../../domain/clock.ts";
import type { MeetingRecord } from "../../domain/evidence/records.ts";
import type { MeetingQuery, Wanted } from "../../domain/sources/readers.ts";
import { findMeetings } from "../../evidence/find-meetings.ts";
import { sourceIds } from "../../evidence/find-sources.ts";
import { meetingsOn, meetingsOnMembers } from "../../evidence/meetings-on.ts";
import { type Parties, parseParties } from "../../evidence/parse-parties.ts";
import type { Topic } from "../../evidence/parse-topic.ts";
import { type CommandContext, cutPage, emptyPage, findPerson, inJson, pageOf, reply, topicOf } from "../command-context.ts";
import { checkedPeriod } from "../typed/read-typed-date.ts";
import { showPeriod, spaced, withPeriod } from "../typed/show-period.ts";
import { calendarFile } from "./calendar-file.ts";
import { answerEmptyStore } from "./empty-store.ts";

type MeetingsIntent = Extract<Intent, { kind: "meetings" }>;

const MAX_ARTICLES = 500;
/** The articles on a saved topic report fewer. */
const MOST_MEETINGS = 5000;

/** `/meetings`: who met whom, merged over the articles, newest first. */
export async function listMeetings(context: CommandContext, intent: MeetingsIntent): Promise<Reply> {
  const period = checkedPeriod(context, { since: intent.from, until: intent.to });
  const dates = { ...option("from", period.since), ...option("to", period.until) };
  const empty = await answerEmptyStore(context, []);
  if (empty !== null) return empty;
  const topic = intent.about === undefined ? null : await topicOf(context, intent.about);
  const { store, workspaceId } = context;
  const parties = topic === null ? null : await parseParties(topic, (name) => findPerson(context, name));
  const label = parties?.label ?? topic?.label ?? null;
  const asked = (await wantedOf(context, { topic, parties })).map((each) => ({ ...each, ...dates }));
  const { rows, more } = cutPage(await findMeetings(store.meetings, workspaceId, { asked, ...pageOf(intent.page) }));
  const data = intent.all === true ? inJson(everyMeeting(context, asked), meetingJson) : rows.map(meetingJson);
  const cited = [...new Set(rows.flatMap((meeting) => meeting.articleIds))];
  const sources = sourcesOf(await store.articles.load(workspaceId, cited));
  const blocks: Block[] =
    rows.length === 0
      ? emptyPage(
          intent.page,
          `No meeting${label === null ? "" : ` ${parties === null ? "on" : "of"} ${label}`}${spaced(showPeriod(period))} is known.`,
        )
      : [
          {
            type: "list",
            items: meetingItems(rows, (meeting) => meetingInlines(meeting, sources, isoDate(context.clock.now()))),
          },
        ];
  if (more)
    blocks.push({ type: "actions", actions: [{ label: "More meetings", intent: { ...intent, page: (intent.page ?? 1) + 1 } }] });
  const title = withPeriod(label === null ? "Meetings" : `Meetings: ${label}`, period);
  const calendar = calendarFile(rows, context.clock.now());
  return {
    ...reply({ title, audience: "asker", blocks, detail: [] }, data, topic?.text ?? null),
    files: calendar === null ? [] : [calendar],
  };
}

/** Of a saved topic what each member asks for. Two people are both meant: a list of either's meetings would not say when they met. */
async function wantedOf(
  { store, workspaceId }: CommandContext,
  { topic, parties }: { topic: Topic | null; parties: Parties | null },
): Promise<Wanted<MeetingQuery>[]> {
  if (parties !== null) {
    const { people, countries } = parties;
    return [{ personIds: people.map(({ id }) => id), ...(countries.length === 0 ? {} : { allCountries: countries }) }];
  }
  if (topic === null) return [{}];
  if (topic.kind === "saved") return meetingsOnMembers(store.articles, workspaceId, { topic, limit: MAX_ARTICLES });
  if (topic.kind === "person") return [meetingsOn(topic, [])];
  return [meetingsOn(topic, await sourceIds(store.articles, workspaceId, { topic, limit: MAX_ARTICLES }))];
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
