import type { TimelineDay } from "../briefing/timeline/timeline.ts";
import { type Inline, text } from "../domain/chat/document.ts";
import { showDate } from "../domain/chat/show-date.ts";
import { citedInlines, OVERDUE, type Sources } from "./blocks.ts";

/** One day of a timeline: its date, what it is remembered for, and each source. What is planned stands in another hand. */
export function timelineInlines(day: TimelineDay, sources: Sources, today: string): Inline[] {
  const [told, ...cited] = citedInlines(day, sources);
  const shown = showDate(day.date) ?? day.date;
  // The line's own day stands in front of it.
  const line = (told?.type === "text" ? told.text.replace(` [${shown}]`, "") : day.text).trimEnd();
  const words = /[.!?…"”’]$/.test(line) ? `${line} ` : `${line}. `;
  const isPlan = day.status === "planned";
  const mark = markOf(day, today);
  return [
    text(shown, "strong"),
    text(mark === null ? ": " : ` (${mark}): `),
    isPlan ? text(words, "soft") : text(words),
    ...cited,
  ];
}

/** What is not as usual on a day; null for what was held or said. */
function markOf({ status, isCancelled, maybeHeld, date }: TimelineDay, today: string): string | null {
  if (isCancelled === true) return "cancelled";
  if (status !== "planned") return null;
  if (date >= today) return "planned";
  return OVERDUE[maybeHeld === true ? "open" : "unreported"];
}
