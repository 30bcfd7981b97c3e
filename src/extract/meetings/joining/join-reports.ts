import type { DateSpan, MeetingKind } from "../../../domain/evidence/extraction.ts";
import { bodyKey, isOneBody } from "../../en/bodies.ts";
import type { Party } from "../parties/party.ts";
import type { Report } from "../reports.ts";
import { isWhole, nameOfState } from "./same-event.ts";

const KIND_WEIGHT: Record<MeetingKind, number> = {
  video: 6,
  call: 5,
  "statement-signing": 4,
  summit: 3,
  visit: 2,
  meeting: 1,
  talks: 0,
};

/** The older report with what the newer one adds. */
export function joined(older: Report, newer: Report): Report {
  const state = nameOfState(older, newer);
  return {
    ...older,
    kind: isWhole(newer) && KIND_WEIGHT[newer.kind] > KIND_WEIGHT[older.kind] ? newer.kind : older.kind,
    status: statusOfBoth(older, newer),
    told: [...older.told, ...newer.told],
    date: narrower(older.date, newer.date),
    isDateSaid: older.isDateSaid || newer.isDateSaid,
    isSetting: older.isSetting && newer.isSetting,
    mentions: [...older.mentions, ...newer.mentions],
    within: [...older.within, ...newer.within],
    place: older.place ?? newer.place,
    sentences: [...older.sentences, ...newer.sentences],
    parties: union(older.parties, newer.parties).filter(({ name }) => name !== state),
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

/** "G-20" and "Group of 20" are one body. */
function isOneName(a: Party, b: Party): boolean {
  if (a.name === b.name) return true;
  return a.kind === "organisation" && b.kind === "organisation" && isOneBody(bodyKey(a.name), bodyKey(b.name));
}

/** Each once; a person replaces the state acted for. */
export function union(a: readonly Party[], b: readonly Party[]): Party[] {
  const all = [...a];
  for (const party of b) {
    if (all.some((known) => isOneName(known, party))) continue;
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
