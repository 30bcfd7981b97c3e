import { meetingInlines, sourcesOf } from "../../documents/blocks.ts";
import { meetingJson } from "../../documents/to-json.ts";
import type { Reply } from "../../domain/chat/chat.ts";
import type { Block } from "../../domain/chat/document.ts";
import type { Intent } from "../../domain/chat/intent.ts";
import { isoDate } from "../../domain/clock.ts";
import type { MeetingQuery, Wanted } from "../../domain/sources/readers.ts";
import { sourceIds } from "../../evidence/find-sources.ts";
import { meetingsOn } from "../../evidence/meetings-on.ts";
import { type Parties, parseParties } from "../../evidence/parse-parties.ts";
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
  const parties = topic === null ? null : await parseParties(topic, (name) => findPerson(context, name));
  const label = parties?.label ?? topic?.label ?? null;
  const wanted = { ...dates, ...(await wantedOf(context, { topic, parties })) };
  const { rows, more } = cutPage(await store.meetings.find(workspaceId, { ...wanted, ...pageOf(intent.page) }));
  const data = intent.all === true ? inJson(store.meetings.every(workspaceId, wanted), meetingJson) : rows.map(meetingJson);
  const cited = [...new Set(rows.flatMap((meeting) => meeting.articleIds))];
  const sources = sourcesOf(await store.articles.load(workspaceId, cited));
  const blocks: Block[] =
    rows.length === 0
      ? emptyPage(
          intent.page,
          `No meeting${label === null ? "" : ` ${parties === null ? "on" : "of"} ${label}`}${spaced(showPeriod(period))} is known.`,
        )
      : [{ type: "list", items: rows.map((meeting) => meetingInlines(meeting, sources, isoDate(context.clock.now()))) }];
  if (more)
    blocks.push({ type: "actions", actions: [{ label: "More meetings", intent: { ...intent, page: (intent.page ?? 1) + 1 } }] });
  const title = withPeriod(label === null ? "Meetings" : `Meetings: ${label}`, period);
  const calendar = calendarFile(rows, context.clock.now());
  return {
    ...reply({ title, audience: "asker", blocks, detail: [] }, data, topic?.text ?? null),
    files: calendar === null ? [] : [calendar],
  };
}

/** Two people are both meant: a list of either's meetings would not say when they met. */
async function wantedOf(
  context: CommandContext,
  { topic, parties }: { topic: Topic | null; parties: Parties | null },
): Promise<Wanted<MeetingQuery>> {
  if (parties === null) return topic === null ? {} : meetingsOfTopic(context, topic);
  const { people, countries } = parties;
  return { personIds: people.map(({ id }) => id), ...(countries.length === 0 ? {} : { allCountries: countries }) };
}

async function meetingsOfTopic(context: CommandContext, topic: Topic): Promise<Wanted<MeetingQuery>> {
  if (topic.kind === "person") return meetingsOn(topic, []);
  return meetingsOn(topic, await sourceIds(context.store.articles, context.workspaceId, { topic, limit: MAX_ARTICLES }));
}

function option<K extends string>(key: K, value: string | undefined): Partial<Record<K, string>> {
  return value === undefined ? {} : ({ [key]: value } as Partial<Record<K, string>>);
}
