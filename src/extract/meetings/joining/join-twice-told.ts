import type { Report } from "../reports.ts";
import { joined } from "./join-reports.ts";

const DAY_MS = 86_400_000;

/**
 * The events with those joined that are one: the same sides on two days running, out of one sentence. "After they met on Monday, she on Tuesday
 * received others" gives the second day to the first meeting when that is told again; the day that was told first stays.
 */
export function joinTwiceTold(reports: readonly Report[]): Report[] {
  const kept: Report[] = [];
  for (const report of reports) {
    const at = kept.findIndex((older) => isToldTwice(older, report));
    const older = kept[at];
    if (older === undefined) kept.push(report);
    else kept[at] = { ...joined(older, report), date: older.date, place: older.place };
  }
  return kept;
}

function isToldTwice(a: Report, b: Report): boolean {
  if (a.status !== "held" || b.status !== "held" || a.kind === "visit" || b.kind === "visit" || b.isSeparate || b.other)
    return false;
  if (a.parties.length !== b.parties.length || !a.parties.every(({ name }) => b.parties.some((party) => party.name === name)))
    return false;
  if (a.date?.precision !== "day" || b.date?.precision !== "day") return false;
  const apart = Math.abs(Date.parse(a.date.start) - Date.parse(b.date.start));
  return apart === DAY_MS && a.sentences.some(({ start }) => b.sentences.some((sentence) => sentence.start === start));
}
