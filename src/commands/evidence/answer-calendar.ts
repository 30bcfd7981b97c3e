import type { Sources } from "../../documents/blocks.ts";
import type { Reply } from "../../domain/chat/chat.ts";
import { type Action, paragraph, text } from "../../domain/chat/document.ts";
import type { Intent } from "../../domain/chat/intent.ts";
import { isoDate } from "../../domain/clock.ts";
import type { MeetingRecord } from "../../domain/evidence/records.ts";
import type { Topic } from "../../evidence/parse-topic.ts";
import { type CommandContext, reply } from "../command-context.ts";
import { calendarFile } from "./calendar-file.ts";

type CalendarIntent = Extract<Intent, { calendar?: boolean | undefined }>;

/** "Add to calendar", where a listed meeting is still to come on a known day. A terminal has no buttons, and no place for a file. */
export function calendarAction(
  { asker, clock }: CommandContext,
  meetings: readonly MeetingRecord[],
  intent: CalendarIntent,
): Action[] {
  const today = isoDate(clock.now());
  const isComing = ({ date, status }: MeetingRecord) => status === "planned" && date?.precision === "day" && date.end >= today;
  return asker.platform !== "terminal" && meetings.some(isComing) ? [{ label: "Add to calendar", intent }] : [];
}

/** The file that was asked for, and what is in it. */
export function answerCalendar(
  { clock }: CommandContext,
  { title, meetings, sources, topic }: { title: string; meetings: MeetingRecord[]; sources: Sources; topic: Topic | null },
): Reply {
  const file = calendarFile(meetings, { stampMs: clock.now(), sources });
  const dated = meetings.filter(({ date }) => date?.precision === "day").length;
  const sentence =
    file === null
      ? "None of these meetings has a known day, so there is nothing for a calendar."
      : `${dated === 1 ? "1 meeting" : `${dated} meetings`} as a calendar file: open it to add ${dated === 1 ? "it" : "them"} to your calendar.`;
  const document = { title, audience: "asker" as const, blocks: [paragraph(text(sentence))], detail: [] };
  return { ...reply(document, {}, topic?.text ?? null), files: file === null ? [] : [file] };
}
