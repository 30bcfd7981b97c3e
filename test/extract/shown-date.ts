import type { DateSpan } from "../../src/domain/evidence/extraction.ts";

/** "2024-03-12", "2024-03-12/2024-03-13", "2024-03", "2024". */
export function shownDate(date: DateSpan | null | undefined): string | null | undefined {
  if (date === null || date === undefined) return date;
  if (date.precision !== "day") return date.start.slice(0, date.precision === "month" ? 7 : 4);
  return date.start === date.end ? date.start : `${date.start}/${date.end}`;
}
