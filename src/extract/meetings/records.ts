import type { DateSpan, Meeting, MeetingKind } from "../../domain/evidence/extraction.ts";
import { countryName } from "../countries.ts";
import { isInternationalBody } from "../en/bodies.ts";
import { finishReport, isDomestic } from "./finish-report.ts";
import type { Party } from "./parties/party.ts";
import type { Report } from "./reports.ts";
import type { TextDates } from "./when/text-dates.ts";

/** How many meetings back a further report of the same one is looked for. */
const MAX_LOOK_BACK = 40;
/** How many sentences after a report "the two leaders" and "the talks" still mean it. */
const PAIR_REACH = 12;
const EVENT_REACH = 15;
const NEAR_MS = 10 * 86_400_000;
const REMOTE: ReadonlySet<MeetingKind> = new Set(["call", "video"]);
const KIND_WEIGHT: Record<MeetingKind, number> = {
  video: 6,
  call: 5,
  "statement-signing": 4,
  summit: 3,
  visit: 2,
  meeting: 1,
  talks: 0,
};

/** The events of an article, gathered from what its sentences report. */
export interface Records {
  known: Report[];
  /** Reports that name one side at most: joined to the event that they mean once the whole text is read. */
  loose: Report[];
  /** The two people whom a sentence named last side by side, and its place: "Modi and Kishida asked for it when they met". */
  spoken: { sentence: number; pair: Party[] } | null;
}

export function addReport(records: Records, report: Report): void {
  const told = report.pair && report.parties.length < 2 ? withPair(records, report) : report;
  if (!isWhole(told)) {
    const at = meantBy(records.known, told);
    if (at < 0) records.loose.push(told);
    else records.known[at] = joined(records.known[at] as Report, told);
    return;
  }
  const { known } = records;
  for (let i = known.length - 1; i >= Math.max(0, known.length - MAX_LOOK_BACK); i--) {
    const older = known[i];
    if (older === undefined || !isSameEvent(older, told)) continue;
    known[i] = joined(older, told);
    return;
  }
  known.push(told);
}

/** Two sides, or a gathering of a named body. */
function isWhole(report: Report): boolean {
  if (report.kind === "visit" && !report.hosted) return false;
  if (report.parties.length >= 2) return true;
  const [only] = report.parties;
  return (
    only !== undefined &&
    report.name !== null &&
    (report.kind === "summit" || (only.kind === "organisation" && isInternationalBody(only.name)))
  );
}

/** "They last met in June": of the two who were just spoken of. */
function withPair({ known, spoken }: Records, report: Report): Report {
  if (report.kind === "visit") return report;
  const states = statesOf(known.findLast((older) => peopleOf(older).length > 2));
  if (states.length === 2 && report.other) return { ...report, parties: states };
  if (spoken !== null && report.firstSentence - spoken.sentence <= 1)
    return { ...report, parties: spoken.pair.map((party) => ({ ...party, by: "the two" })) };
  const pair =
    pairSpokenOf(known, report) ??
    known.findLast((older) => older.parties.length === 2 && report.firstSentence - older.lastSentence <= PAIR_REACH);
  if (pair === undefined) return report;
  const people = peopleOf(pair);
  return { ...report, parties: (people.length === 2 ? people : pair.parties).map((party) => ({ ...party, by: "the two" })) };
}

/** Of the pairs of people near by the last one; one that met before one that is to. */
function pairSpokenOf(known: readonly Report[], report: Report): Report | undefined {
  const near = known.filter((older) => peopleOf(older).length === 2 && report.firstSentence - older.lastSentence <= PAIR_REACH);
  const rank = (older: Report): number => (older.status === "planned" ? 0 : 1);
  return near.reduce<Report | undefined>(
    (best, older) => (best === undefined || rank(older) >= rank(best) ? older : best),
    undefined,
  );
}

/** The states between which several people met. */
function statesOf(report: Report | undefined): Party[] {
  const codes = new Set(report?.parties.flatMap(({ country }) => country ?? []) ?? []);
  const first = report?.parties[0];
  if (first === undefined) return [];
  return [...codes].map((country) => ({
    ...first,
    name: countryName(country) ?? country,
    kind: "country",
    country,
    official: true,
  }));
}

/** Which known event "the summit" or "his visit" means: the latest of that kind in which all those named take part. */
function meantBy(known: readonly Report[], report: Report, atEnd = false): number {
  const fits = (older: Report): boolean =>
    isOneKind(older, report) &&
    datesAgree(older.date, report.date) &&
    statusesAgree(older, report) &&
    (report.name === null || older.name === null || report.name === older.name) &&
    report.parties.every((party) => older.parties.some((each) => isOne(each, party)));
  const isNear = (older: Report): boolean => atEnd || report.firstSentence - older.lastSentence <= EVENT_REACH;
  const samePlace = (older: Report): boolean => older.place !== null && older.place === report.place;
  if (!report.definite)
    return report.place === null
      ? -1
      : known.findLastIndex((older) => fits(older) && samePlace(older) && older.word === report.word);
  if (report.kind === "summit") {
    const summit = known.findLastIndex((older) => fits(older) && (older.kind === "summit" || samePlace(older)));
    if (summit >= 0 || !atEnd) return summit;
    return mostTold(known, fits);
  }
  const own = known.findLastIndex((older) => fits(older) && isNear(older) && sameWord(older, report));
  return own >= 0 ? own : known.findLastIndex((older) => fits(older) && isNear(older));
}

function sameWord(a: Report, b: Report): boolean {
  return a.word.replace(/s$/, "") === b.word.replace(/s$/, "");
}

/** The event that most sentences tell: what an article calls "the summit" is its own news. */
function mostTold(known: readonly Report[], fits: (report: Report) => boolean): number {
  let best = -1;
  for (const [at, report] of known.entries())
    if (fits(report) && report.evidence.length > (known[best]?.evidence.length ?? 0)) best = at;
  return best;
}

function isOneKind(a: Report, b: Report): boolean {
  if (REMOTE.has(a.kind) !== REMOTE.has(b.kind)) return a.kind === "talks" || b.kind === "talks";
  if ((a.kind === "visit") !== (b.kind === "visit") || (a.kind === "statement-signing") !== (b.kind === "statement-signing"))
    return false;
  return !(
    b.kind === "summit" &&
    a.kind !== "summit" &&
    b.name === null &&
    b.parties.length < 2 &&
    a.name === null &&
    a.kind === "talks"
  );
}

function isSameEvent(older: Report, newer: Report): boolean {
  if (older.name !== null && older.name === newer.name && older.kind === newer.kind) return datesAreNear(older.date, newer.date);
  if (!isOneKind(older, newer) || !datesAgree(older.date, newer.date) || !statusesAgree(older, newer)) return false;
  if (older.name !== null && newer.name !== null && older.name !== newer.name) return false;
  if ((older.name === null) !== (newer.name === null) && !(older.kind === "summit" && newer.kind === "summit")) return false;
  if (newer.other && older.date === null && newer.date !== null) return false;
  const [few, many] =
    older.parties.length <= newer.parties.length ? [older.parties, newer.parties] : [newer.parties, older.parties];
  const shared = few.filter((party) => many.some((each) => isOne(each, party)));
  if (areSidesAndPeople(older, newer)) return true;
  if (older.kind === "visit") return shared.length === few.length || sameVisit(older, newer);
  const byName = few.every((party) => many.some((each) => each.name === party.name));
  if (!byName && older.kind !== newer.kind && !newer.definite) return false;
  return shared.length === few.length && (few.length >= 2 || few.length === many.length);
}

/** How near a report that names the people of two states follows one that names the states. */
const ELABORATION_REACH = 3;

/** "between Portugal and Sweden", and then "the ministers met their Swedish counterparts": the states' own people. */
function areSidesAndPeople(older: Report, newer: Report): boolean {
  if (newer.firstSentence - older.lastSentence > ELABORATION_REACH || older.kind === "visit" || newer.other) return false;
  const states = older.parties.filter((party) => party.kind === "country").map((party) => party.country);
  const people = peopleOf(newer);
  if (states.length < 2 || states.length !== older.parties.length || people.length < 2 || people.length !== newer.parties.length)
    return false;
  return people.every((person) => person.country === null || states.includes(person.country));
}

/** One visitor in one place. */
function sameVisit(a: Report, b: Report): boolean {
  const [first, second] = [a.parties[0], b.parties[0]];
  return first !== undefined && second !== undefined && first.name === second.name && a.place !== null && a.place === b.place;
}

/** The same name, or a person and the state acted for. */
function isOne(a: Party, b: Party): boolean {
  if (a.name === b.name) return true;
  return a.kind !== b.kind && a.country !== null && a.country === b.country;
}

function statusesAgree(a: Report, b: Report): boolean {
  if (a.status === null || b.status === null || a.status === b.status) return true;
  if (a.date !== null && b.date !== null && a.date.start === b.date.start && a.date.precision === "day") return true;
  return (
    (a.status === "planned" && b.status === "cancelled") ||
    (b.definite && a.date === null) ||
    (b.status === "planned" && a.status === "cancelled")
  );
}

function datesAgree(a: DateSpan | null, b: DateSpan | null): boolean {
  if (a === null || b === null) return true;
  return a.start <= b.end && b.start <= a.end;
}

/** A gathering of a body of some days: its reports name one or the other of them. */
function datesAreNear(a: DateSpan | null, b: DateSpan | null): boolean {
  return a === null || b === null || datesAgree(a, b) || Math.abs(Date.parse(a.start) - Date.parse(b.start)) <= NEAR_MS;
}

function peopleOf(report: Report): Party[] {
  return report.parties.filter((party) => party.kind === "person");
}

/** The older report with what the newer one adds. */
function joined(older: Report, newer: Report): Report {
  return {
    ...older,
    kind: isWhole(newer) && KIND_WEIGHT[newer.kind] > KIND_WEIGHT[older.kind] ? newer.kind : older.kind,
    status: statusOfBoth(older, newer),
    told: [...older.told, ...newer.told],
    date: narrower(older.date, newer.date),
    isDateSaid: older.isDateSaid || newer.isDateSaid,
    place: older.place ?? newer.place,
    sentences: [...older.sentences, ...newer.sentences],
    parties: union(older.parties, newer.parties),
    name: older.name ?? newer.name,
    topics: [...older.topics, ...newer.topics],
    evidence: [...older.evidence, ...newer.evidence],
    lastSentence: Math.max(older.lastSentence, newer.lastSentence),
    rules: [...older.rules, ...newer.rules],
  };
}

/** What was called off and is planned all the same in more sentences is on again. */
function statusOfBoth(older: Report, newer: Report): Report["status"] {
  const told = [...older.told, ...newer.told];
  const cancelled = told.filter((status) => status === "cancelled").length;
  if (cancelled > 0 && told.filter((status) => status === "planned").length <= cancelled) return "cancelled";
  if (newer.told.length === 0 || older.status === "held") return older.status;
  // "will meet at noon", and further down "they have met".
  if (older.status === "planned" && newer.status === "held" && isOneDay(older.date, newer.date)) return "held";
  return told.find((status) => status !== "cancelled") ?? null;
}

function isOneDay(a: DateSpan | null, b: DateSpan | null): boolean {
  return a !== null && b !== null && a.precision === "day" && b.precision === "day" && a.start === b.start;
}

function narrower(a: DateSpan | null, b: DateSpan | null): DateSpan | null {
  if (a === null || b === null) return a ?? b;
  return Date.parse(b.end) - Date.parse(b.start) < Date.parse(a.end) - Date.parse(a.start) ? b : a;
}

/** Each once; a person replaces the state acted for. */
function union(a: readonly Party[], b: readonly Party[]): Party[] {
  const all = [...a];
  for (const party of b) {
    if (all.some((known) => known.name === party.name)) continue;
    const state =
      party.kind === "person" && party.country !== null
        ? all.findIndex((known) => known.kind === "country" && known.country === party.country)
        : -1;
    if (state >= 0) all[state] = party;
    else if (!(party.kind === "country" && all.some((known) => known.kind === "person" && known.country === party.country)))
      all.push(party);
  }
  return all;
}

/** The events that the article reports, each whole, in the order of the text. */
export function finishRecords(records: Records, dates: TextDates): Meeting[] {
  for (const report of records.loose) {
    const at = meantBy(records.known, { ...report, definite: true }, true);
    if (at >= 0 && (report.definite || report.place !== null || report.date !== null))
      records.known[at] = joined(records.known[at] as Report, report);
  }
  return records.known.filter((report) => !isDomestic(report)).map((report) => finishReport(report, dates));
}
