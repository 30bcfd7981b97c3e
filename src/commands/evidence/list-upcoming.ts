import { meetingInlines, sourcesOf } from "../../documents/blocks.ts";
import { meetingItems } from "../../documents/meeting-items.ts";
import { meetingJson } from "../../documents/to-json.ts";
import type { Reply } from "../../domain/chat/chat.ts";
import type { Block } from "../../domain/chat/document.ts";
import type { Intent } from "../../domain/chat/intent.ts";
import { isoDate } from "../../domain/clock.ts";
import type { MeetingRecord } from "../../domain/evidence/records.ts";
import { findMeetings } from "../../evidence/find-meetings.ts";
import { type CommandContext, cutPage, emptyPage, pageOf, reply } from "../command-context.ts";
import { todayOf } from "../typed/bounds.ts";
import { checkedPeriod } from "../typed/read-typed-date.ts";
import { showPeriod, spaced, withPeriod } from "../typed/show-period.ts";
import { readAskedMeetings } from "./asked-meetings.ts";
import { calendarFile } from "./calendar-file.ts";
import { answerEmptyStore } from "./empty-store.ts";

type UpcomingIntent = Extract<Intent, { kind: "upcoming" }>;

/** So many plans are sorted; the store lists what is latest first. */
const MOST_PLANS = 1000;

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
  const { limit, offset } = pageOf(intent.page);
  const { rows, more } = cutPage(plans.slice(offset, offset + limit));
  const sources = sourcesOf(await store.articles.load(workspaceId, [...new Set(rows.flatMap((plan) => plan.articleIds))]));
  const blocks: Block[] =
    rows.length === 0
      ? emptyPage(
          intent.page,
          `The articles tell of no planned meeting${spoken}${spaced(showPeriod(period))} whose day has not passed.`,
        )
      : [{ type: "list", items: meetingItems(rows, (plan) => meetingInlines(plan, sources, today)) }];
  if (more)
    blocks.push({ type: "actions", actions: [{ label: "More meetings", intent: { ...intent, page: (intent.page ?? 1) + 1 } }] });
  const title = withPeriod(label === null ? "Upcoming" : `Upcoming: ${label}`, period);
  const data = (intent.all === true ? plans : rows).map(meetingJson);
  const calendar = calendarFile(rows, clock.now());
  return {
    ...reply({ title, audience: "asker", blocks, detail: [] }, data, topic?.text ?? null),
    files: calendar === null ? [] : [calendar],
  };
}

/** What is certain to the day stands before what is only known to be in that month or year. */
function bySoonest(a: MeetingRecord, b: MeetingRecord): number {
  return keyOf(a).localeCompare(keyOf(b));
}

function keyOf({ id, date }: MeetingRecord): string {
  if (date === null) return `9999 ${id}`;
  return `${date.precision === "day" ? date.start : date.end} ${date.precision === "day" ? 0 : 1} ${id}`;
}
