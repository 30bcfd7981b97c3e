import type { Meeting } from "../../domain/evidence/extraction.ts";
import { countryName } from "../countries.ts";
import { isInternationalBody } from "../en/bodies.ts";
import type { Sentence } from "../tokens.ts";
import { finishReport, isAside, isDomestic, isPrivateGathering } from "./finish-report.ts";
import { joinCircles } from "./joining/join-circles.ts";
import { joined, union } from "./joining/join-reports.ts";
import { joinTwiceTold } from "./joining/join-twice-told.ts";
import { joinJourneys } from "./joining/journeys.ts";
import { meantBy, meantInTheEnd } from "./joining/meant-event.ts";
import { isSameEvent, isWhole, peopleOf } from "./joining/same-event.ts";
import { withoutShadows } from "./joining/without-shadows.ts";
import { partsOf } from "./part-of.ts";
import type { Party } from "./parties/party.ts";
import type { Report } from "./reports.ts";
import type { TextDates } from "./when/text-dates.ts";

/** How many meetings back a further report of the same one is looked for. */
const MAX_LOOK_BACK = 40;
/** How many sentences after a report "the two leaders" and "the talks" still mean it. */
const PAIR_REACH = 12;
/** How many sentences behind a meeting others are said to have attended it. */
export const ATTENDED_REACH = 3;
/** How many sentences behind a meeting "they spoke" says no more than that. */
const JUST_BEFORE = 2;

/** The events of an article, gathered from what its sentences report. */
export interface Records {
  known: Report[];
  /** Reports that name one side at most: joined to the event that they mean once the whole text is read. */
  loose: Report[];
  /** The two people whom a sentence named last side by side, and its place: "Modi and Kishida asked for it when they met". */
  spoken: { sentence: number; pair: Party[] } | null;
}

export function addReport(records: Records, report: Report): void {
  // "Both underscored it at the Summit of the Americas": whoever else was there, it is not a meeting of the two.
  const isTheirs = report.pair && (report.name === null || isInternationalBody(report.name));
  const told = isTheirs && report.parties.length < 2 ? withPair(records, report) : report;
  if (!isWhole(told)) {
    if (told.attends && told.definite && told.name === null && told.parties.length > 0) {
      const near = lastTold(records) >= told.firstSentence - ATTENDED_REACH;
      if (near) addAttendees(records, told.parties, told.sentences[0] ?? null);
      return;
    }
    const at = meantBy(records.known, told);
    if (at < 0) records.loose.push(told);
    else records.known[at] = joined(records.known[at] as Report, told);
    return;
  }
  const { known } = records;
  const met = told.pair && told.isKindOpen ? justMet(known, told) : -1;
  if (met >= 0) {
    known[met] = joined(known[met] as Report, { ...told, kind: "talks" });
    return;
  }
  for (let i = known.length - 1; i >= Math.max(0, known.length - MAX_LOOK_BACK); i--) {
    const older = known[i];
    if (older === undefined || !isSameEvent(older, told)) continue;
    known[i] = joined(older, told);
    return;
  }
  known.push(told);
}

/** The meeting of the sentences before of which "They spoke for an hour" tells more; -1 for none. */
function justMet(known: readonly Report[], report: Report): number {
  return known.findLastIndex(
    (older) =>
      (older.kind === "meeting" || older.kind === "talks") &&
      report.firstSentence - older.lastSentence <= JUST_BEFORE &&
      isSameEvent(older, { ...report, kind: "talks" }),
  );
}

/** The place of the last sentence that told of a meeting; -1 before the first. */
export function lastTold({ known }: Records): number {
  return known.reduce((last, report) => Math.max(last, report.lastSentence), -1);
}

/** Seats those who attended as well at the meeting that was told last. */
export function addAttendees(records: Records, attendees: readonly Party[], sentence: Sentence | null): void {
  const last = lastTold(records);
  const at = records.known.findLastIndex(
    (report) => report.lastSentence === last && report.kind !== "call" && report.kind !== "video",
  );
  const report = records.known[at];
  if (report === undefined || attendees.length === 0) return;
  const parties = union(report.parties, attendees);
  if (parties.length === report.parties.length) return;
  records.known[at] = {
    ...report,
    parties,
    evidence: sentence === null ? report.evidence : [...report.evidence, { start: sentence.start, end: sentence.end }],
    rules: [...report.rules, `attended: ${attendees.map(({ name, by }) => `${name} (${by})`).join(", ")}`],
  };
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

/** "The 27 leaders are holding a summit on Thursday": hardly the talks of two that the text tells, which that would give its day. */
function isAnother(report: Report, known: Report | undefined): boolean {
  return report.kind === "summit" && !report.definite && known?.kind !== "summit" && report.status !== "planned";
}

function withoutDay(report: Report): Report {
  return { ...report, date: null, isDateSaid: false };
}

/** The events that the article reports, each whole, in the order of the text. */
export function finishRecords(records: Records, dates: TextDates): Meeting[] {
  for (const report of records.loose) {
    const at = meantInTheEnd(records.known, report);
    if (at >= 0)
      records.known[at] = joined(records.known[at] as Report, isAnother(report, records.known[at]) ? withoutDay(report) : report);
  }
  const reports = withoutShadows(joinCircles(joinTwiceTold(joinJourneys(records.known)))).filter(
    (report) => !isDomestic(report) && !isPrivateGathering(report),
  );
  const parts = partsOf(reports);
  return reports.map((report, at) => {
    const part = parts[at] ?? null;
    const meeting = finishReport(report, dates, isAside(report, reports, dates));
    return part === null ? meeting : { ...meeting, partOf: part };
  });
}
