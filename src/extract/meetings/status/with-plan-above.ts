import type { Scene } from "../event.ts";
import type { Report } from "../reports.ts";

/** What a sentence reports by one of its words. */
export interface ToldAt {
  at: number;
  reports: Report[];
}

/** "on Friday holds talks with A before meeting B", written on Thursday: the day that makes a plan of the first makes one of the second. */
export function withPlanAbove({ tree }: Scene, { at, reports }: ToldAt, others: readonly ToldAt[]): Report[] {
  const above = tree.heads[at] ?? -1;
  if (tree.tags[at] !== "VBG" || tree.rels[at] !== "advcl" || tree.tags[above] === "VBD") return reports;
  const isOver = (other: number) => other === above || (tree.heads[other] ?? -1) === above;
  const isPlan = others.some((other) => other.at !== at && isOver(other.at) && other.reports[0]?.status === "planned");
  if (!isPlan) return reports;
  return reports.map((report) =>
    report.status === "held" && !report.isDateSaid ? { ...report, status: "planned", told: ["planned"] } : report,
  );
}
