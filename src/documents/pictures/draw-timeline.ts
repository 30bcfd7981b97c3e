import type { TimelineDay } from "../../briefing/timeline/timeline.ts";
import { showDate } from "../../domain/chat/show-date.ts";
import { belowTitle, escapeXml, type Look, MARGIN, sheetOf, WIDTH, WORDS_PX, wrap } from "./picture-parts.ts";

const LINE_X = MARGIN + 4;
const TEXT_X = MARGIN + 20;
const DATE_PX = 14;
const LEADING = 18;
const GAP = 14;
const MOST_LINES = 3;

interface Timeline {
  title: string;
  days: readonly TimelineDay[];
  /** ISO date: tells plans from what was one. */
  today: string;
}

/**
 * A timeline as an SVG image: a point for each day, open where it is planned. The lines below a picture say the same with their sources,
 * so that its description names only what it shows.
 */
export function drawTimeline({ title, days, today }: Timeline, look: Look): string {
  const first = belowTitle(title) + GAP + DATE_PX;
  let y = first;
  let lastY = first;
  const drawn = days.map((day) => {
    const isPlan = day.status === "planned";
    const mark = markOf(day, today);
    const lines = cut(wrap(day.text, WORDS_PX, WIDTH - TEXT_X - MARGIN));
    const parts = [
      `<circle class="${isPlan ? "open" : "dot"}" cx="${LINE_X}" cy="${y - 4}" r="5" stroke-width="2"/>`,
      `<text x="${TEXT_X}" y="${y}" font-size="${DATE_PX}" font-weight="bold">${escapeXml(`${showDate(day.date) ?? day.date}${mark}`)}</text>`,
      ...lines.map(
        (line, at) =>
          `<text${isPlan ? ' class="plan"' : ""} x="${TEXT_X}" y="${y + LEADING * (at + 1)}" font-size="${WORDS_PX}">${escapeXml(line)}</text>`,
      ),
    ];
    lastY = y;
    y += LEADING * (lines.length + 1) + GAP;
    return parts.join("\n");
  });
  const rule = `<line class="rule" x1="${LINE_X}" y1="${first - 4}" x2="${LINE_X}" y2="${lastY - 4}" stroke-width="2"/>`;
  return sheetOf({
    title,
    about: describeTimeline(title, days),
    look,
    heightPx: y - GAP + MARGIN - LEADING / 2,
    parts: [...(days.length > 1 ? [rule] : []), ...drawn],
  });
}

function markOf({ status, isCancelled, date }: TimelineDay, today: string): string {
  if (isCancelled === true) return " (cancelled)";
  if (status !== "planned") return "";
  return date < today ? " (was planned)" : " (planned)";
}

/** What whoever cannot see the picture is told: how many days, and which are the first and the last. */
export function describeTimeline(title: string, days: readonly TimelineDay[]): string {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return `${title}: no day`;
  const told = [first, ...(last === first ? [] : [last])].map(({ date, text }) => `${showDate(date) ?? date}: ${text}`);
  return `${title}: ${days.length === 1 ? "one day" : `${days.length} days`}, ${told.join(" … ")}`;
}

function cut(lines: string[]): string[] {
  if (lines.length <= MOST_LINES) return lines;
  const kept = lines.slice(0, MOST_LINES);
  return [...kept.slice(0, -1), `${kept.at(-1)} …`];
}
