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

/** Three pairs of three people who met on one day, in the order of the text; empty where they are not all told of. */
function circleOf(report: Report, reports: readonly Report[]): Report[] {
  const pairs = reports.filter((each) => isPairOfDay(each, report));
  for (const second of pairs)
    for (const third of pairs) {
      const circle = [report, second, third];
      const names = new Set(circle.flatMap(({ parties }) => parties.map(({ name }) => name)));
      if (new Set(circle).size === 3 && names.size === 3 && reports.includes(report) && areApart(circle))
        return reports.filter((each) => circle.includes(each));
    }
  return [];
}

/** Each names another pair. */
function areApart(circle: readonly Report[]): boolean {
  const pairs = circle.map(({ parties }) =>
    parties
      .map(({ name }) => name)
      .sort()
      .join("|"),
  );
  return new Set(pairs).size === circle.length;
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
