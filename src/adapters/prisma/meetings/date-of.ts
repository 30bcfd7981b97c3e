import type { DatePrecision, DateSpan } from "../../../domain/evidence/extraction.ts";

export type DateColumns = { dateStart: string | null; dateEnd: string | null; datePrecision: string | null };

export function dateOf(row: DateColumns): DateSpan | null {
  if (row.dateStart === null || row.dateEnd === null) return null;
  return { start: row.dateStart, end: row.dateEnd, precision: row.datePrecision as DatePrecision };
}
