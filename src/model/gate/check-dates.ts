import type { DateSpan } from "../../domain/evidence/extraction.ts";
import type { Range } from "../../domain/evidence/span.ts";
import { resolveDates } from "../../extract/dates/resolve-dates.ts";
import { type CitedText, foldText } from "./cited-text.ts";
import type { Finding } from "./reasons.ts";

/**
 * Each date is a date of the passages: in the same words, or the same day, or the month or year that holds it. Where the dates stand
 * comes back, so that their numbers and names are not asked for again.
 */
export function checkDates(text: string, cited: CitedText): Finding | Range[] {
  const anchors = new Set(cited.passages.map((each) => each.article.publishedAt));
  const readings = [...anchors].flatMap((publishedAt) =>
    (["past", "future"] as const).flatMap((direction) => resolveDates(text, { publishedAt, direction })),
  );
  const ranges: Range[] = [];
  for (const { start, end } of distinct(readings)) {
    const words = text.slice(start, end);
    const spans = readings.filter((each) => each.start === start && each.end === end).map((each) => each.span);
    const held = hasWords(cited, words) || spans.some((span) => cited.dates.some((date) => isSameOrWider(span, date)));
    if (!held) return { reason: "date", detail: words };
    ranges.push({ start, end });
  }
  return ranges;
}

function distinct(readings: Range[]): Range[] {
  return [...new Map(readings.map(({ start, end }) => [`${start}-${end}`, { start, end }])).values()];
}

function hasWords(cited: CitedText, words: string): boolean {
  return ` ${cited.folded.replace(/[^\p{L}\p{N}]+/gu, " ")} `.includes(
    ` ${foldText(words)
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim()} `,
  );
}

/** A month or a year covers each of its days. */
function isSameOrWider(span: DateSpan, date: DateSpan): boolean {
  if (span.start === date.start && span.end === date.end) return true;
  return span.precision !== "day" && span.start <= date.start && span.end >= date.end;
}
