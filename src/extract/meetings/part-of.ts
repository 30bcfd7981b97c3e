import type { DateSpan, PartOf } from "../../domain/evidence/extraction.ts";
import { DAY_MS, dayOfIso, monthSpan } from "../dates/calendar.ts";
import { bodyKey } from "../en/bodies.ts";
import { BESIDE, IN_GATHERING_NAME, IN_THE_COURSE_OF, OF_LEADERS, SESSION_NOUNS } from "../en/meetings/part-words.ts";
import { besideWordBefore, isOnlySetting, MAX_NAME } from "./beside.ts";
import type { EventWord, Scene } from "./event.ts";
import { lowerAt } from "./event.ts";
import { topOf } from "./parties/noun-sides.ts";
import type { Party } from "./parties/party.ts";
import type { Report, Within } from "./reports.ts";
import { caseOf } from "./tree.ts";

/** How many sentences behind a summit its dinner is told. */
const SESSION_REACH = 3;
/** How far a summit's days may lie from that of a meeting beside it. */
const SPREAD_DAYS = 3;
/** A visit of which the text gives the first day lasts no longer. */
const VISIT_DAYS = 4;

/** Where a sentence puts one of its meetings: beside a summit, at one, or into a visit; null where it says nothing of it. */
export function withinOf(scene: Scene, event: EventWord, events: readonly EventWord[]): Within | null {
  if (/^(?:call|video|visit)$/.test(event.kind)) return null;
  const beside = besideAt(scene, event, events);
  if (beside !== null) return namedBeside(scene, beside, events);
  const whole = events.find((other) => other !== event && isWhole(other) && isInCourseOf(scene, event, other));
  return whole === undefined ? null : { at: offsetOf(scene, whole), name: null, isBeside: false };
}

function isWhole({ kind, form }: EventWord): boolean {
  return kind === "summit" || (kind === "visit" && form === "noun");
}

/** The word "sidelines" that this event, and no nearer one, stands beside; -1 is null. */
function besideAt(scene: Scene, event: EventWord, events: readonly EventWord[]): number | null {
  const at = scene.tokens.findIndex(({ lower }) => BESIDE.has(lower));
  if (at < 0 || isWhole(event) || isOnlySetting(scene, event.at)) return null;
  const apart = events.filter((other) => !isWhole(other) && !isOnlySetting(scene, other.at));
  const nearest = apart.findLast((other) => other.at < at) ?? apart.find((other) => other.at > at);
  return nearest === event ? at : null;
}

function namedBeside(scene: Scene, at: number, events: readonly EventWord[]): Within | null {
  const whole = events.find((other) => other.at > at && besideWordBefore(scene, other.at) === at);
  if (whole !== undefined) return { at: offsetOf(scene, whole), name: nameBehind(scene, at), isBeside: true };
  const name = nameBehind(scene, at);
  return name === null ? null : { at: null, name, isBeside: true };
}

/** "the UN General Assembly" behind "sidelines of": the run of capitals; null where no name stands there. */
function nameBehind({ tokens, text }: Scene, beside: number): string | null {
  let first = beside + 1;
  while (/^(?:of|the|a|an|this|last|week|year|month|[’']s)$/u.test(tokens[first]?.lower ?? "")) first++;
  let last = first;
  for (let at = first; at < Math.min(tokens.length, first + MAX_NAME); at++) {
    const token = tokens[at];
    if (token?.capital === true || /^\d/.test(token?.text ?? "")) last = at + 1;
    else if (token === undefined || !(IN_GATHERING_NAME.test(token.lower) || /^[-–]$/.test(token.text))) break;
  }
  if (last === first) return null;
  return text
    .slice(tokens[first]?.start, tokens[last - 1]?.end)
    .replace(/\s+/g, " ")
    .replace(/[’']s$/u, "")
    .replace(OF_LEADERS, "");
}

/** "held talks during his visit", "met her at the summit", "arrived in Bali for the summit, where he met". */
function isInCourseOf(scene: Scene, event: EventWord, whole: EventWord): boolean {
  const { tree } = scene;
  const top = topOf(scene, whole.at);
  const head = tree.heads[top] ?? -1;
  const cased = caseOf(tree, top, (at) => lowerAt(scene, at));
  if (IN_THE_COURSE_OF.test(cased) && (head === event.at || (head >= 0 && head === tree.heads[event.at]))) return true;
  for (let at = whole.at + 1; at < event.at; at++) if (lowerAt(scene, at) === "where") return true;
  return false;
}

function offsetOf(scene: Scene, { at }: EventWord): number | null {
  return scene.tokens[at]?.start ?? null;
}

/**
 * "met on the sidelines of the summit in Oslo on 20 March": what the parser hangs on the summit is the day and place of those who met
 * beside it.
 */
export function withSetting(report: Report, settings: readonly Report[]): Report {
  if (report.isSetting) return { ...report, date: besideDay(report.date) };
  const setting = settings.find(({ mentions }) => report.within.some(({ at }) => at !== null && mentions.includes(at)));
  if (setting === undefined) return report;
  const isUndated = report.date === null && !report.isDateSaid && setting.date?.precision === "day";
  return {
    ...report,
    ...(isUndated ? { date: setting.date, isDateSaid: true } : {}),
    place: report.place ?? setting.place,
  };
}

/** A summit beside which somebody met on a day was in that month; near its first or last day nobody can tell in which. */
export function besideDay(date: DateSpan | null): DateSpan | null {
  if (date === null || date.precision !== "day") return date;
  const [first, last] = [
    new Date(dayOfIso(date.start) - SPREAD_DAYS * DAY_MS),
    new Date(dayOfIso(date.end) + SPREAD_DAYS * DAY_MS),
  ];
  return first.getUTCMonth() === last.getUTCMonth() ? monthSpan(first.getUTCFullYear(), first.getUTCMonth()) : null;
}

/** For each of an article's meetings, which of them it is a part of, or the name of what it is beside. */
export function partsOf(reports: readonly Report[]): (PartOf | null)[] {
  const parts = reports.map((report) => partOf(report, reports));
  // Of two that are each said to be in the other neither is known to be.
  return parts.map((part, at) => (part?.meeting != null && parts[part.meeting]?.meeting === at ? null : part));
}

function partOf(report: Report, reports: readonly Report[]): PartOf | null {
  const others = reports.map((other, at) => ({ other, at })).filter(({ other }) => other !== report);
  for (const { at: mention, name } of report.within) {
    const meant = others.find(({ other }) => mention !== null && other.mentions.includes(mention));
    const named = others.find(({ other }) => name !== null && other.kind === "summit" && isNamed(other, name));
    const found = meant ?? named;
    if (found !== undefined && mayContain(found.other, report)) return { meeting: found.at, name: nameOf(found.other) };
    if (name !== null) return { meeting: null, name };
  }
  const visit = others.find(({ other }) => isOfVisit(report, other));
  if (visit !== undefined) return { meeting: visit.at, name: null };
  const summit = others.findLast(({ other }) => isSessionOf(report, other));
  return summit === undefined ? null : { meeting: summit.at, name: nameOf(summit.other) };
}

function nameOf({ parties, name }: Report): string | null {
  return name === null ? null : (parties.find(({ kind }) => kind === "organisation")?.name ?? null);
}

function isNamed({ name }: Report, wanted: string): boolean {
  return name !== null && (name === bodyKey(wanted) || bodyKey(wanted).startsWith(`${name} `));
}

/** What is called off contains nothing that was held, and a day outside of a summit's days is none of its. */
function mayContain(whole: Report, part: Report): boolean {
  if (!/^(?:summit|visit)$/.test(whole.kind) || (whole.status === "cancelled" && part.status === "held")) return false;
  return whole.date === null || part.date === null || isDuring(part.date, whole.date);
}

function isDuring(part: { start: string; end: string }, whole: { start: string; end: string }): boolean {
  const [from, to] = [Date.parse(whole.start) - VISIT_DAYS * DAY_MS, Date.parse(whole.end) + VISIT_DAYS * DAY_MS];
  return Date.parse(part.start) <= to && Date.parse(part.end) >= from;
}

/** The visitor meets somebody of the state visited, at the time of the visit. */
function isOfVisit(report: Report, visit: Report): boolean {
  const [visitor] = visit.parties;
  if (
    visit.kind !== "visit" ||
    !visit.parties.some(({ kind }) => kind === "country") ||
    visitor === undefined ||
    report.within.some(({ isBeside }) => isBeside)
  )
    return false;
  const isCall = report.kind === "visit" && report.parties.every(({ kind }) => kind === "person");
  if (!isCall && !/^(?:meeting|talks|statement-signing)$/.test(report.kind)) return false;
  const hosts = new Set(visit.parties.slice(1).flatMap(({ country }) => country ?? []));
  const isDated = report.date?.precision === "day" && visit.date?.precision === "day";
  // Whoever has no country in the text, and is met there on those days, is at home there.
  const isHost = ({ name, country }: Party): boolean =>
    name !== visitor.name && (country === null ? isDated && hosts.size > 0 : hosts.has(country));
  if (!report.parties.some(isHost) || !report.parties.some(({ name }) => name === visitor.name)) return false;
  return (visit.status ?? visit.lean) !== "cancelled" && isAtTimeOf(report, visit);
}

function isAtTimeOf(report: Report, visit: Report): boolean {
  if (report.date === null || visit.date === null) return (report.status ?? report.lean) === (visit.status ?? visit.lean);
  const until = Date.parse(visit.date.end) + VISIT_DAYS * DAY_MS;
  return report.date.precision === "day" && visit.date.start <= report.date.end && Date.parse(report.date.start) <= until;
}

/** "a working dinner", "the opening session", told right behind the summit. */
function isSessionOf(report: Report, summit: Report): boolean {
  return (
    summit.kind === "summit" &&
    report.kind !== "summit" &&
    SESSION_NOUNS.has(report.word) &&
    report.firstSentence >= summit.firstSentence &&
    report.firstSentence - summit.lastSentence <= SESSION_REACH &&
    (report.place === null || summit.place === null || report.place === summit.place) &&
    mayContain(summit, report)
  );
}
