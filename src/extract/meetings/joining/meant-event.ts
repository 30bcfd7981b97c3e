import type { MeetingKind } from "../../../domain/evidence/extraction.ts";
import { SEVERAL_EVENTS } from "../../en/event-words.ts";
import type { Report } from "../reports.ts";
import { datesAgree, isAmong, isOneKind, statusesAgree } from "./same-event.ts";

/** How many sentences away "the meeting" and "his visit" still mean one. */
const EVENT_REACH = 15;
/** Kinds that a text uses for one another. */
const CLASSES: readonly ReadonlySet<MeetingKind>[] = [new Set(["meeting", "talks"]), new Set(["call", "video"])];

/**
 * Which known event "the summit" or "his visit" means: the latest of that kind in which all those named take part, as an index; -1 for none.
 */
export function meantBy(known: readonly Report[], report: Report): number {
  const fits = (older: Report): boolean => mayMean(older, report) && !(report.name === null && isPastOfSeries(older, known));
  const isNear = (older: Report): boolean => report.firstSentence - older.lastSentence <= EVENT_REACH;
  if (!report.definite)
    return report.place === null
      ? -1
      : known.findLastIndex((older) => fits(older) && isInPlaceOf(older, report) && older.word === report.word);
  if (report.kind === "summit") {
    const isSummit = (older: Report): boolean => fits(older) && (older.kind === "summit" || isInPlaceOf(older, report));
    const latest = known.findLastIndex(isSummit);
    // "the summit" behind a mention in passing of another is the one that the article is about.
    const isInPassing = known[latest]?.evidence.length === 1 && known[latest]?.name !== null;
    const most = isInPassing ? mostTold(known, isSummit) : latest;
    return (known[most]?.evidence.length ?? 0) > 1 ? most : latest;
  }
  if (SEVERAL_EVENTS.has(report.word)) return -1;
  const near = (also: (older: Report) => boolean) => known.findLastIndex((older) => fits(older) && isNear(older) && also(older));
  const own = near((older) => sameWord(older, report));
  const ofClass = own >= 0 ? own : near((older) => isOfClass(older, report));
  return ofClass >= 0 ? ofClass : near(() => true);
}

/**
 * Which event of the whole text a report means that named one side at most, and meant none that was told before it: the one of its own
 * sentence, or the only one of its kind with its party, place or day; -1 for none. What may be another event is not evidence of any.
 */
export function meantInTheEnd(known: readonly Report[], report: Report): number {
  if (report.other || SEVERAL_EVENTS.has(report.word)) return -1;
  const fitting = [...known.entries()].filter(
    ([, older]) =>
      mayMean(older, report) && !arePlacesApart(older, report) && !(older.status === "planned" && report.status === "held"),
  );
  // "met Falk in June during a summit in Geneva": the sentence tells which.
  const beside = fitting.findLast(
    ([, { firstSentence, status }]) => firstSentence === report.firstSentence && status === report.status,
  );
  if (beside !== undefined && !report.isSetting) return beside[0];
  if (!report.definite) return -1;
  const likely = fitting.filter(
    ([, older]) =>
      isOfClass(older, report) && isTied(older, report) && Math.abs(older.firstSentence - report.firstSentence) <= EVENT_REACH,
  );
  return likely.length === 1 ? (likely[0]?.[0] ?? -1) : -1;
}

function mayMean(older: Report, report: Report): boolean {
  return (
    isOneKind(older, report) &&
    // "on the margins of the summit" tells nothing more of what was no summit.
    !(report.isSetting && report.name === null && older.kind !== "summit") &&
    datesAgree(older.date, report.date) &&
    statusesAgree(older, report) &&
    (report.name === null || older.name === null || report.name === older.name) &&
    report.parties.every((party) => isAmong(party, older.parties))
  );
}

/** Of COP30 and COP31 "the summit" is the one that comes last. */
function isPastOfSeries(older: Report, known: readonly Report[]): boolean {
  const own = inSeries(older);
  return (
    own !== null && known.some((each) => inSeries(each)?.series === own.series && (inSeries(each)?.number ?? 0) > own.number)
  );
}

function inSeries({ name }: Report): { series: string; number: number } | null {
  const [, series, number] = /^(\p{L}{2,})-?(\d{2})$/u.exec(name ?? "") ?? [];
  return series === undefined ? null : { series, number: Number(number) };
}

function isInPlaceOf(older: Report, { place }: Report): boolean {
  return older.place !== null && older.place === place;
}

function arePlacesApart(older: Report, { place }: Report): boolean {
  return older.place !== null && place !== null && older.place !== place;
}

function isOfClass(older: Report, report: Report): boolean {
  if (older.kind === report.kind || CLASSES.some((kinds) => kinds.has(older.kind) && kinds.has(report.kind))) return true;
  return report.kind === "summit" && isInPlaceOf(older, report);
}

/** Something besides its noun that ties a report to an event: somebody who takes part, the place or the day. */
function isTied(older: Report, report: Report): boolean {
  const isOneDay = older.date?.precision === "day" && report.date?.precision === "day";
  return report.parties.length > 0 || isInPlaceOf(older, report) || isOneDay;
}

function sameWord(a: Report, b: Report): boolean {
  return a.word.replace(/s$/, "") === b.word.replace(/s$/, "");
}

/** The event that most sentences tell: what an article calls "the summit" is its own news, not one that it mentions. */
function mostTold(known: readonly Report[], fits: (report: Report) => boolean): number {
  let best = -1;
  for (const [at, report] of known.entries())
    if (fits(report) && report.evidence.length > (known[best]?.evidence.length ?? 0)) best = at;
  return best;
}
