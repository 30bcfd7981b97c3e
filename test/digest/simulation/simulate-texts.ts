import { isCopyOf } from "../../../src/digest/find-copies.ts";
import { materialChanges } from "../../../src/digest/material-changes.ts";
import { changeReport, type Report, reportOn, serve } from "./feeds.ts";
import { createRandom } from "./random.ts";

const DAY = 86_400_000;
const START = Date.parse("2026-01-05T00:00:00Z");
const NEW_A_DAY = 2;
const SERVED_DAYS = 4;

export interface TextsReport {
  /** What should not be, a sentence each. */
  wrong: string[];
  compared: number;
  changes: number;
}

/**
 * The texts of simulated feeds alone, each against that of the day before: without a store, hundreds of days take a second. What only looks
 * otherwise must be no change, and what says something else must be shown in its words.
 */
export function simulateTexts({ seed, days }: { seed: number; days: number }): TextsReport {
  const random = createRandom(seed);
  const result: TextsReport = { wrong: [], compared: 0, changes: 0 };
  const before = new Map<number, { text: string; version: number }>();
  let live: Report[] = [];
  let born = 0;
  for (let day = 0; day < days; day++) {
    live = live.filter(({ bornDay }) => day - bornDay < SERVED_DAYS);
    for (const report of live) if (random.chance(0.4)) changeReport(report, random);
    for (let at = 0; at < NEW_A_DAY; at++) live.push(reportOn(born++, day, random));
    for (const report of live) {
      const { text } = serve(report, new Date(START + day * DAY).toISOString(), random);
      const last = before.get(report.key);
      before.set(report.key, { text, version: report.version });
      if (last !== undefined) compare(result, { last, text, report, day });
    }
  }
  return result;
}

interface Served {
  last: { text: string; version: number };
  text: string;
  report: Report;
  day: number;
}

function compare(result: TextsReport, { last, text, report, day }: Served): void {
  const what = materialChanges(last.text, text);
  const words = what.map((change) => ("at" in change ? text.slice(change.at.start, change.at.end) : change.before)).join("\n");
  const isChanged = last.version !== report.version;
  const where = `day ${day}: report ${report.key}`;
  result.compared += 1;
  if (isChanged) result.changes += 1;
  if (!isChanged && what.length > 0) result.wrong.push(`${where} is told again: ${words}`);
  if (isChanged && !words.replace(/\s+/g, " ").includes(report.shows))
    result.wrong.push(`${where} “${report.shows}” is not told: ${words}`);
  const [one, other] = [text, last.text].map((each) => ({ id: where, url: null, publisher: null, text: each }));
  if (one !== undefined && other !== undefined && !isCopyOf(one, [other]))
    result.wrong.push(`${where} is held for another text.`);
}
