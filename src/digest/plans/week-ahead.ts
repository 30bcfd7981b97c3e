import { sourcesOf } from "../../documents/blocks.ts";
import { frameOf, showDay } from "../../documents/frame.ts";
import { showWeekday } from "../../documents/show-instant.ts";
import { type Block, type Document, type Inline, paragraph, text } from "../../domain/chat/document.ts";
import { isoDate } from "../../domain/clock.ts";
import type { Language } from "../../domain/digests/digest.ts";
import { publisherKey } from "../../domain/evidence/publisher-key.ts";
import type { ArticleHead, MeetingRecord } from "../../domain/evidence/records.ts";
import { composeTitle } from "../../extract/meetings/compose-title.ts";
import { cite, type Writing } from "../digest-document.ts";

const DAY_MS = 86_400_000;
const DAYS = 7;
const MEETING_CITATIONS = 3;
const WEEK_AHEAD = /^(?:the )?week ahead(?:$|(?: (?:on|for|of|in|about)|:) (.+)$)/i;

/** What a topic of a digest asks to be told of the week ahead; "" for all that is planned, null for a topic as others are. */
export function weekAheadOf(topic: string): string | null {
  const found = WEEK_AHEAD.exec(topic.trim());
  return found === null ? null : (found[1] ?? "");
}

/** As a digest of the week ahead keeps it. */
export function weekAheadTopic(about: string): string {
  return about === "" ? "week ahead" : `week ahead: ${about}`;
}

/** Whether a digest tells of planned meetings instead of news: all of its topics ask for that. */
export function isWeekAhead(topics: readonly string[]): boolean {
  return topics.length > 0 && topics.every((topic) => weekAheadOf(topic) !== null);
}

/** The first and the last day (ISO dates) of the week that begins with a day. */
export function weekFrom(day: string): { from: string; to: string } {
  return { from: day, to: isoDate(Date.parse(day) + (DAYS - 1) * DAY_MS) };
}

export interface WeekAhead {
  /** As people read them; none for all that is planned. */
  labels: string[];
  from: string;
  to: string;
  /** Planned for a day of the week. */
  meetings: MeetingRecord[];
  articles: ArticleHead[];
  /** Why it is late, or stands for several: at its top. */
  reason: string | null;
}

/** Only what is planned for a day, or from one day to another, belongs on a day: "some time in May" is no appointment. */
export function isOnDays({ date }: MeetingRecord): boolean {
  return date !== null && date.precision === "day";
}

/** A week's planned meetings as a document: a heading for each day, then who meets whom, and where that stands. */
export function weekAheadDocument(week: WeekAhead, language: Language): Document {
  const frame = frameOf(language);
  const writing: Writing = { frame, language, sources: sourcesOf(week.articles) };
  const byDay = groupByDay(week);
  const blocks: Block[] = week.reason === null ? [] : [{ type: "notice", tone: "info", text: week.reason }];
  if (byDay.size === 0) blocks.push(paragraph(text(frame.nothingPlanned)));
  for (const [day, meetings] of byDay) {
    blocks.push({ type: "heading", text: `${showWeekday(day, language)}, ${showDay(day, language)}` });
    blocks.push({ type: "list", items: meetings.map((meeting) => planInlines(meeting, writing)) });
  }
  if (byDay.size > 0) {
    const publishers = new Set(week.articles.map(publisherKey));
    blocks.push({ type: "footer", inlines: [text(frame.planned(week.meetings.length, publishers.size), "soft")] });
  }
  const label = week.labels.length === 0 ? "" : `: ${week.labels.join(", ")}`;
  const span = `${showDay(week.from, language)} – ${showDay(week.to, language)}`;
  return { title: `${frame.weekAhead}${label} (${span})`, audience: "channel", blocks, detail: [] };
}

/** What began before the week stands on its first day. */
function groupByDay({ meetings, from }: WeekAhead): Map<string, MeetingRecord[]> {
  const byDay = new Map<string, MeetingRecord[]>();
  for (const meeting of [...meetings].sort((a, b) => dayOf(a).localeCompare(dayOf(b)) || a.id.localeCompare(b.id))) {
    const day = dayOf(meeting) < from ? from : dayOf(meeting);
    byDay.set(day, [...(byDay.get(day) ?? []), meeting]);
  }
  return byDay;
}

function dayOf({ date }: MeetingRecord): string {
  return date?.start ?? "";
}

/** "Meeting of A and B in Lisbon (until 12 May 2026); topics: trade." Names, places and topics are the articles'. */
function planInlines({ kind, participants, place, topics, date, evidence }: MeetingRecord, writing: Writing): Inline[] {
  const { frame, language } = writing;
  const names = participants.map(({ name }) => name).join(", ");
  const elsewhere = [`${frame.kinds[kind]}: ${names}`, ...(place === null ? [] : [frame.place(place)])].join("; ");
  const what = language === "en" ? composeTitle(kind, participants, place) : elsewhere;
  const until = date === null || date.end === date.start ? "" : ` (${frame.until(showDay(date.end, language))})`;
  const about = topics.length === 0 ? "" : `; ${frame.topics(topics.slice(0, 6).join(", "))}`;
  const cited = [...new Map(evidence.map((citation) => [citation.articleId, citation])).values()].slice(0, MEETING_CITATIONS);
  return [text(what, "strong"), text(`${until}${about}. `), ...cited.flatMap((citation) => [cite(citation, writing), text(" ")])];
}
