import type { TimelineDay } from "../briefing/timeline/timeline.ts";
import { showDate } from "../domain/chat/show-date.ts";
import { showText } from "../domain/chat/show-text.ts";

/** Drawn for a screen of 320 pixels: letters of 14 and 13 of them stay readable there, and on any wider one. */
const WIDTH = 320;
const MARGIN = 16;
const LINE_X = MARGIN + 4;
const TEXT_X = MARGIN + 20;
const TITLE_PX = 17;
const DATE_PX = 14;
const WORDS_PX = 13;
const LEADING = 18;
const GAP = 14;
/** Of an average letter of a sans serif, by its size; a little too wide, so that no line runs out of the picture. */
const LETTER = 0.56;
const MOST_LINES = 3;

/** Dark where the reader's screen is; WCAG contrast of 4.5 to 1 at least in both. */
const STYLE = `text{font-family:system-ui,"Segoe UI",Roboto,"Helvetica Neue",Arial,"Noto Sans","DejaVu Sans",sans-serif;fill:#1d1c1d}
.back{fill:#fff}.rule{stroke:#8a8a8a}.soft{fill:#5b5b5b}.plan{font-style:italic;fill:#5b5b5b}.dot{fill:#1f5f9f;stroke:#1f5f9f}.open{fill:#fff;stroke:#1f5f9f}
@media (prefers-color-scheme:dark){text{fill:#ececec}.back{fill:#1a1d21}.rule{stroke:#8f8f8f}.soft,.plan{fill:#b8b8b8}.dot{fill:#7fb5ea;stroke:#7fb5ea}.open{fill:#1a1d21;stroke:#7fb5ea}}`;

/**
 * A timeline as an SVG image: a point for each day, open where it is planned. The lines below a picture say the same with their sources,
 * so that its description names only what it shows. `today` (ISO date) tells plans from what was one.
 */
export function drawTimeline(title: string, days: readonly TimelineDay[], today: string): string {
  const head = wrap(title, TITLE_PX, WIDTH - 2 * MARGIN).slice(0, 2);
  let y = MARGIN + head.length * (TITLE_PX + 5) + GAP + DATE_PX;
  const first = y;
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
    y += LEADING * (lines.length + 1) + GAP;
    return parts.join("\n");
  });
  const height = y - GAP + MARGIN - LEADING / 2;
  const about = `${title}: ${days.length === 1 ? "one day" : `${days.length} days`}, ${describe(days)}`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${2 * WIDTH}" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="title about">`,
    `<title id="title">${escapeXml(title)}</title>`,
    `<desc id="about">${escapeXml(about)}</desc>`,
    `<style>${STYLE}</style>`,
    `<rect class="back" width="${WIDTH}" height="${height}"/>`,
    ...head.map(
      (line, at) =>
        `<text x="${MARGIN}" y="${MARGIN + (at + 1) * (TITLE_PX + 3)}" font-size="${TITLE_PX}" font-weight="bold">${escapeXml(line)}</text>`,
    ),
    ...(days.length > 1
      ? [`<line class="rule" x1="${LINE_X}" y1="${first - 4}" x2="${LINE_X}" y2="${lastPoint(drawn)}" stroke-width="2"/>`]
      : []),
    ...drawn,
    "</svg>",
    "",
  ].join("\n");
}

function markOf({ status, isCancelled, date }: TimelineDay, today: string): string {
  if (isCancelled === true) return " (cancelled)";
  if (status !== "planned") return "";
  return date < today ? " (was planned)" : " (planned)";
}

/** What whoever cannot see the picture is told: how many days, and which are the first and the last. */
function describe(days: readonly TimelineDay[]): string {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return "none";
  const told = [first, ...(last === first ? [] : [last])].map(({ date, text }) => `${showDate(date) ?? date}: ${text}`);
  return told.join(" … ");
}

function lastPoint(drawn: readonly string[]): string {
  return /cy="([\d.]+)"/.exec(drawn.at(-1) ?? "")?.[1] ?? "0";
}

/** Words in lines of a width in pixels; a word that is longer than a line is cut. */
function wrap(words: string, px: number, width: number): string[] {
  const most = Math.floor(width / (px * LETTER));
  const lines: string[] = [];
  for (const word of showText(words).split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push([...word].slice(0, most).join(""));
  }
  return lines;
}

function cut(lines: string[]): string[] {
  if (lines.length <= MOST_LINES) return lines;
  const kept = lines.slice(0, MOST_LINES);
  return [...kept.slice(0, -1), `${kept.at(-1)} …`];
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
