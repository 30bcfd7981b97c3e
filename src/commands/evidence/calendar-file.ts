import { createHash } from "node:crypto";
import type { ReplyFile } from "../../domain/chat/chat.ts";
import { showText } from "../../domain/chat/show-text.ts";
import { linkTarget } from "../../domain/evidence/link-target.ts";
import type { MeetingRecord } from "../../domain/evidence/records.ts";

/** Octets of a line of a calendar file, its end not counted (RFC 5545, 3.1). */
const LINE_OCTETS = 75;
const DAY_MS = 86_400_000;

interface Calendar {
  /** When it is written. */
  stampMs: number;
  /** The articles that report the meetings. */
  sources: ReadonlyMap<string, { url: string | null }>;
}

/** Meetings with a known day as an iCalendar file (RFC 5545): all-day events, without alarms, shown as free time. Null if there are none. */
export function calendarFile(meetings: MeetingRecord[], { stampMs, sources }: Calendar): ReplyFile | null {
  const dated = datedOf(meetings);
  if (dated.length === 0) return null;
  const stamp = stampOf(stampMs);
  const events = dated.flatMap((meeting) =>
    eventLines(meeting, {
      stamp,
      url: urlOf(meeting, sources),
      identity: `${meeting.id}\u0000${meeting.date?.start}\u0000${meeting.title}`,
    }),
  );
  return { name: "meetings.ics", mediaType: "text/calendar", content: calendarText([], events) };
}

/** Without any event, a calendar holds this: an empty one is against the rules (RFC 5545, 3.6). */
const NO_EVENTS = [
  "BEGIN:VTIMEZONE",
  "TZID:UTC",
  "BEGIN:STANDARD",
  "DTSTART:19700101T000000",
  "TZOFFSETFROM:+0000",
  "TZOFFSETTO:+0000",
  "END:STANDARD",
  "END:VTIMEZONE",
];

/**
 * A calendar that is followed: a meeting that moves stays the same event of it. `of` names the calendar; it asks to be looked at every six
 * hours (RFC 7986, 5.7).
 */
export function subscribedCalendar(
  meetings: MeetingRecord[],
  { stampMs, name, of }: { stampMs: number; name: string; of: string },
): string {
  const stamp = stampOf(stampMs);
  const events = datedOf(meetings).flatMap((meeting) =>
    eventLines(meeting, { stamp, url: null, identity: `${of}\u0000${meeting.id}` }),
  );
  const head = [
    "METHOD:PUBLISH",
    `NAME:${escapeText(name)}`,
    `X-WR-CALNAME:${escapeText(name)}`,
    "REFRESH-INTERVAL;VALUE=DURATION:PT6H",
  ];
  return calendarText(head, events.length === 0 ? NO_EVENTS : events);
}

function datedOf(meetings: MeetingRecord[]): MeetingRecord[] {
  return meetings.filter((meeting) => meeting.date?.precision === "day");
}

function stampOf(stampMs: number): string {
  return new Date(stampMs).toISOString().replace(/[-:]|\.\d{3}/g, "");
}

function calendarText(head: string[], events: string[]): string {
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Attache//Meetings//EN", ...head, ...events, "END:VCALENDAR"];
  return `${lines.map(fold).join("\r\n")}\r\n`;
}

/** The address of the first report that has one, as a link may have it. */
function urlOf({ evidence }: MeetingRecord, sources: Calendar["sources"]): string | null {
  for (const { articleId } of evidence) {
    const link = { label: "", url: sources.get(articleId)?.url ?? null, citation: null };
    const address = linkTarget(link, () => true);
    if (address !== null) return address;
  }
  return null;
}

interface EventFrame {
  stamp: string;
  /** The address of a report, null where none is known. */
  url: string | null;
  identity: string;
}

function eventLines(meeting: MeetingRecord, { stamp, url, identity }: EventFrame): string[] {
  const { date } = meeting;
  if (date === null) return [];
  const uid = createHash("sha256").update(identity).digest("hex").slice(0, 32);
  const told = [
    meeting.partOf === undefined ? "" : `Part of: ${meeting.partOf.title}`,
    meeting.topics.length > 0 ? `Topics: ${meeting.topics.join(", ")}` : "",
    ...meeting.evidence.slice(0, 2).map((citation) => citation.text),
  ];
  return [
    "BEGIN:VEVENT",
    `UID:${uid}@attache`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${compact(date.start)}`,
    // The end of a day event is the day after its last (RFC 5545, 3.6.1).
    `DTEND;VALUE=DATE:${compact(new Date(Date.parse(date.end) + DAY_MS).toISOString())}`,
    `SUMMARY:${escapeText(meeting.title)}`,
    `DESCRIPTION:${escapeText(told.filter((line) => line !== "").join("\n"))}`,
    ...(meeting.place === null ? [] : [`LOCATION:${escapeText(meeting.place)}`]),
    ...(url === null ? [] : [`URL:${url}`]),
    `STATUS:${meeting.status === "cancelled" ? "CANCELLED" : meeting.status === "planned" ? "TENTATIVE" : "CONFIRMED"}`,
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ];
}

function compact(iso: string): string {
  return iso.slice(0, 10).replace(/-/g, "");
}

function escapeText(text: string): string {
  return showText(text)
    .replace(/[\\;,]/g, (mark) => `\\${mark}`)
    .replace(/\r?\n/g, "\\n")
    .replace(/\t/g, " ");
}

/** Folds long lines: the next one begins with a space. Never splits a character. */
function fold(line: string): string {
  const parts: string[] = [];
  let part = "";
  for (const character of line) {
    if (Buffer.byteLength(part + character) > LINE_OCTETS - (parts.length > 0 ? 1 : 0)) {
      parts.push(part);
      part = "";
    }
    part += character;
  }
  return [...parts, part].join("\r\n ");
}
