import type { MeetingRecord } from "../domain/evidence/records.ts";

const DAY_MS = 86_400_000;

type ReportedDate = MeetingRecord["reportedDates"][number];

/**
 * The days that articles give to a meeting where they truly differ; empty where they don't. A visit and a summit last, so that one article
 * names one of their days and another the next. A call has the day of each of its
 * ends, which may be two. Where somebody tells that it took place, the day of an older plan is no second opinion.
 */
export function differingReports({ kind, reportedDates }: Pick<MeetingRecord, "kind" | "reportedDates">): ReportedDate[] {
  if (kind === "visit" || kind === "summit") return [];
  const days = reportedDates.filter((each) => each.date.precision === "day");
  const held = days.filter((each) => each.status === "held");
  const decisive = held.length > 0 ? held : days;
  const leeway = kind === "call" ? DAY_MS : 0;
  const apart = decisive.some((one) =>
    decisive.some(
      (other) => one.articleId !== other.articleId && Date.parse(other.date.start) - Date.parse(one.date.end) > leeway,
    ),
  );
  return apart ? decisive : [];
}
