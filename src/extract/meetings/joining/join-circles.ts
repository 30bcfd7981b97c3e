import type { Report } from "../reports.ts";
import { union } from "./join-reports.ts";

/**
 * The events with those joined that are one table: "will meet Falk and Oduya in Oslo on Monday" leaves open whether together; where Falk and
 * Oduya are to meet on that day as well, all three sit there.
 */
export function joinCircles(reports: readonly Report[]): Report[] {
  let joined = [...reports];
  for (const report of reports) {
    const circle = circleOf(report, joined);
    const [first] = circle;
    if (first === undefined) continue;
    const whole = circle.slice(1).reduce(seated, first);
    joined = joined.filter((each) => each === first || !circle.includes(each)).map((each) => (each === first ? whole : each));
  }
  return joined;
}

/** Three pairs of three people who met on one day, in the order of the text; empty where they are not all told of. Linear in the reports. */
function circleOf(report: Report, reports: readonly Report[]): Report[] {
  if (!reports.includes(report) || !isPairOfDay(report, report)) return [];
  const pairs = new Map<string, Report>();
  for (const each of reports) {
    const key = pairOf(namesOf(each));
    if (isPairOfDay(each, report) && !pairs.has(key)) pairs.set(key, each);
  }
  const [one = "", two = ""] = namesOf(report);
  for (const second of pairs.values()) {
    const [a = "", b = ""] = namesOf(second);
    const other = a === one ? b : b === one ? a : null;
    const third = other === null || other === two ? undefined : pairs.get(pairOf([two, other]));
    if (third !== undefined) return reports.filter((each) => each === report || each === second || each === third);
  }
  return [];
}

function namesOf({ parties }: Report): string[] {
  return parties.map(({ name }) => name);
}

function pairOf(names: readonly string[]): string {
  return [...names].sort().join("|");
}

function isPairOfDay(a: Report, b: Report): boolean {
  const isPair = a.parties.length === 2 && b.parties.length === 2 && a.parties.every(({ kind }) => kind === "person");
  const isOneDay = a.date?.precision === "day" && b.date?.precision === "day" && a.date.start === b.date.start;
  const isOnePlace = a.place === null || b.place === null || a.place === b.place;
  const areMeetings = [a, b].every(({ kind, name }) => (kind === "meeting" || kind === "talks") && name === null);
  return isPair && isOneDay && isOnePlace && areMeetings && a.status === b.status && !a.isSeparate && !b.isSeparate;
}

function seated(whole: Report, part: Report): Report {
  return {
    ...whole,
    place: whole.place ?? part.place,
    parties: union(whole.parties, part.parties),
    topics: [...whole.topics, ...part.topics],
    evidence: [...whole.evidence, ...part.evidence],
    sentences: [...whole.sentences, ...part.sentences],
    mentions: [...whole.mentions, ...part.mentions],
    within: [...whole.within, ...part.within],
    lastSentence: Math.max(whole.lastSentence, part.lastSentence),
    rules: [...whole.rules, ...part.rules, "each of the three met the others on that day"],
  };
}
