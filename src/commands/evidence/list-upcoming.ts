import { type Sources, sourcesOf } from "../../documents/blocks.ts";
import { meetingTable } from "../../documents/meeting-table.ts";
import { nextMeeting } from "../../documents/newest-meeting.ts";
import { meetingJson } from "../../documents/to-json.ts";
import { wrongButton } from "../../documents/wrong-button.ts";
import type { Reply } from "../../domain/chat/chat.ts";
import type { Block } from "../../domain/chat/document.ts";
import type { Intent } from "../../domain/chat/intent.ts";
import { isoDate } from "../../domain/clock.ts";
import type { MeetingRecord } from "../../domain/evidence/records.ts";
import { findMeetings } from "../../evidence/find-meetings.ts";
import { type CommandContext, cutPage, emptyPage, pageOf, reply } from "../command-context.ts";
import { actionsBlock, pageActions, pageFooter } from "../page-blocks.ts";
import { todayOf } from "../typed/bounds.ts";
import { checkedPeriod } from "../typed/read-typed-date.ts";
import { showPeriod, spaced, withPeriod } from "../typed/show-period.ts";
import { answerCalendar, calendarAction } from "./answer-calendar.ts";
import { readAskedMeetings } from "./asked-meetings.ts";
import { answerEmptyStore } from "./empty-store.ts";

type UpcomingIntent = Extract<Intent, { kind: "upcoming" }>;

/** So many plans are sorted; the store lists what is latest first. */
const MOST_PLANS = 1000;
/** Of one calendar file. */
const MOST_EVENTS = 100;

/** `/upcoming`: planned meetings whose last day is not over on the asker's calendar, soonest first. */
export async function listUpcoming(context: CommandContext, intent: UpcomingIntent): Promise<Reply> {
  const empty = await answerEmptyStore(context, []);
  if (empty !== null) return empty;
  const { store, workspaceId, asker, clock } = context;
  const period = checkedPeriod(context, { since: intent.from, until: intent.to });
  const { topic, label, spoken, asked } = await readAskedMeetings(context, intent.about);
  const today = isoDate(todayOf({ nowMs: clock.now(), timeZone: asker.timeZone }));
  const from = period.since === undefined || period.since < today ? today : period.since;
  const until = period.until === undefined ? {} : { to: period.until };
  const plans = await findMeetings(store.meetings, workspaceId, {
    asked: asked.map((each) => ({ ...each, status: "planned" as const, from, ...until })),
    limit: MOST_PLANS,
    offset: 0,
  });
  plans.sort(bySoonest);
  const title = withPeriod(label === null ? "Upcoming" : `Upcoming: ${label}`, period);
  if (intent.calendar === true) {
    const meetings = plans.slice(0, MOST_EVENTS);
    return answerCalendar(context, { title, meetings, sources: await sourcesFor(context, meetings), topic });
  }
  const { limit, offset } = pageOf(intent.page);
  const { rows, more } = cutPage(plans.slice(offset, offset + limit));
  const sources = await sourcesFor(context, rows);
  const none = `The articles tell of no planned meeting${spoken}${spaced(showPeriod(period))} whose day has not passed.`;
  const page = { intent, shown: rows.length, total: plans.length, more, noun: "meetings" };
  const calendar = calendarAction(context, rows, { ...intent, page: undefined, calendar: true });
  const blocks: Block[] =
    rows.length === 0
      ? [...emptyPage(intent.page, none), ...actionsBlock(pageActions(page))]
      : [
          ...nextMeeting(rows, today),
          meetingTable(rows, "Planned meetings, soonest first", sources),
          ...pageFooter(page),
          ...actionsBlock([...pageActions(page), ...calendar, ...wrongButton({ meetings: rows, topic: topic?.text ?? null })]),
        ];
  const data = (intent.all === true ? plans : rows).map(meetingJson);
  return reply({ title, audience: "asker", blocks, detail: [] }, data, topic?.text ?? null);
}

/** The articles that report them; years are left out of days of the asker's own year. */
async function sourcesFor({ store, workspaceId, asker, clock }: CommandContext, plans: MeetingRecord[]): Promise<Sources> {
  const today = isoDate(todayOf({ nowMs: clock.now(), timeZone: asker.timeZone }));
  return sourcesOf(await store.articles.load(workspaceId, [...new Set(plans.flatMap((plan) => plan.articleIds))]), today);
}

/** What is certain to the day stands before what is only known to be in that month or year. */
function bySoonest(a: MeetingRecord, b: MeetingRecord): number {
  return keyOf(a).localeCompare(keyOf(b));
}

function keyOf({ id, date }: MeetingRecord): string {
  if (date === null) return `9999 ${id}`;
  return `${date.precision === "day" ? date.start : date.end} ${date.precision === "day" ? 0 : 1} ${id}`;
}
