import {
  isOnDays,
  isWeekAhead,
  type WeekAhead,
  weekAheadDocument,
  weekAheadOf,
  weekFrom,
} from "../../digest/plans/week-ahead.ts";
import { meetingJson } from "../../documents/to-json.ts";
import type { Document } from "../../domain/chat/document.ts";
import { isoDate } from "../../domain/clock.ts";
import type { Language } from "../../domain/digests/digest.ts";
import type { MeetingRecord } from "../../domain/evidence/records.ts";
import { findMeetings } from "../../evidence/find-meetings.ts";
import type { InStore } from "../command-context.ts";
import { readAskedMeetings } from "../evidence/asked-meetings.ts";
import { todayOf } from "../typed/bounds.ts";

const MOST_PLANS = 300;

interface AskedWeek {
  /** As the digest has them. */
  topics: string[];
  nowMs: number;
  /** Whose day the week begins with. */
  timeZone: string | null;
  language: Language;
  reason: string | null;
}

interface ComposedWeek {
  document: Document;
  data: object;
  isEmpty: boolean;
}

/** What is planned for the seven days from today, where a digest asks for that; null where it asks for news. */
export async function composeWeekAhead(context: InStore, asked: AskedWeek): Promise<ComposedWeek | null> {
  if (!isWeekAhead(asked.topics)) return null;
  const { store, workspaceId } = context;
  const { from, to } = weekFrom(isoDate(todayOf({ nowMs: asked.nowMs, timeZone: asked.timeZone })));
  const labels: string[] = [];
  const found = new Map<string, MeetingRecord>();
  for (const typed of asked.topics) {
    const about = weekAheadOf(typed);
    const { label, asked: wanted } = await readAskedMeetings(context, about === null || about === "" ? undefined : about);
    if (label !== null) labels.push(label);
    const plans = wanted.map((each) => ({ ...each, status: "planned" as const, from, to }));
    for (const plan of await findMeetings(store.meetings, workspaceId, { asked: plans, limit: MOST_PLANS, offset: 0 }))
      if (isOnDays(plan)) found.set(plan.id, plan);
  }
  const meetings = [...found.values()];
  const articles = await store.articles.load(workspaceId, [...new Set(meetings.flatMap(({ articleIds }) => articleIds))]);
  const week: WeekAhead = { labels, from, to, meetings, articles, reason: asked.reason };
  const data = { topics: asked.topics, from, to, meetings: meetings.map(meetingJson) };
  return { document: weekAheadDocument(week, asked.language), data, isEmpty: meetings.length === 0 };
}
