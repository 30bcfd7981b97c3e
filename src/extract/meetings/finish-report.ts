import type { Meeting } from "../../domain/evidence/extraction.ts";
import { countryWord } from "../countries.ts";
import { DAY_MS, dayOfIso, monthSpan } from "../dates/calendar.ts";
import { isInternationalBody } from "../en/bodies.ts";
import { BEGINS, NATIONS_WITHIN, OF_STATES } from "../en/meetings/part-words.ts";
import { regionOf } from "../en/regions.ts";
import { composeTitle } from "./compose-title.ts";
import { isNamedSummit } from "./find-events.ts";
import { besideDay } from "./part-of.ts";
import type { Party } from "./parties/party.ts";
import type { Report } from "./reports.ts";
import { distinctTopics } from "./what/distinct-topics.ts";
import { inferDate } from "./when/infer-date.ts";
import type { TextDates } from "./when/text-dates.ts";

/** From the first day of a week to its last. */
const WEEK_MS = 6 * DAY_MS;

/** An office-holder in or with his own state: its own affair. For which state each of two people acts is too often unsure to tell. */
export function isDomestic({ parties, kind, name }: Report): boolean {
  if (parties.some(({ kind: of, name: body }) => of === "organisation" && NATIONS_WITHIN.test(body)))
    return new Set(parties.flatMap(({ country }) => country ?? [])).size < 2;
  if ((kind === "summit" && name !== null) || parties.length < 2) return false;
  const [first] = parties;
  if (parties.every((party) => party.kind === "person")) return kind === "summit" && isAtHome(parties);
  return first !== undefined && first.country !== null && parties.every((party) => party.country === first.country);
}

/** "Lund and Marsh recapped it at a summit": compatriots at a summit without a name, where nothing says that they met anybody else. */
function isAtHome(parties: readonly Party[]): boolean {
  const [first] = parties;
  const areCompatriots = first?.country != null && parties.every(({ country }) => country === first.country);
  return parties.every(({ by }) => by === "subject") && (areCompatriots || parties.every(({ official }) => !official));
}

/** "Sumatran Rhino Summit", "Western Conference": a gathering by its own name at which nobody acts for a state, and that is none of states by its name. */
export function isPrivateGathering({ parties, name }: Report): boolean {
  const own = parties.find((party) => party.by === "its name");
  if (own === undefined || name === null) return false;
  return !parties.some((party) => party !== own && party.official) && !isOfStates(own.name);
}

/** Named for a region, for states or their body, or for what states have in common: "Summit of the Americas", "UN Food Summit", "Summit for Democracy". */
function isOfStates(name: string): boolean {
  if (isInternationalBody(name) || isNamedSummit(name) || / (?:of|for|on) /.test(name)) return true;
  return name
    .split(/[\s–-]+/)
    .some((word) => regionOf(word) !== null || countryWord(word) !== null || isInternationalBody(word) || OF_STATES.test(word));
}

/** What one sentence leaves open and another dates ahead. */
function isToCome(date: Report["date"], { day }: TextDates): boolean {
  return date !== null && dayOfIso(date.start) > day + DAY_MS;
}

/**
 * What is told of in the news of another meeting: "met on Monday to prepare the summit", "discussed Chad's talks with Niger". The day of that is
 * none of its own.
 */
export function isAside(report: Report, reports: readonly Report[], { news }: TextDates): boolean {
  if (report.date !== null || news === null) return false;
  const isGathering = report.kind === "summit" && report.name !== null;
  const isOfStates = /^(?:talks|meeting)$/.test(report.kind) && report.parties.every(({ kind }) => kind !== "person");
  if (!isGathering && !(isOfStates && report.rules[0]?.startsWith("noun:") === true)) return false;
  return reports.some(
    ({ kind, date, firstSentence, parties }) =>
      kind !== "summit" &&
      kind !== "visit" &&
      date?.start === news.start &&
      firstSentence <= report.firstSentence &&
      (isGathering || parties.some((party) => party.kind === "person")),
  );
}

/** "COP27" goes on for two weeks: what is told in its course says nothing of its first day. */
function isLong({ parties }: Report): boolean {
  return parties.some(({ kind, name }) => kind === "organisation" && isNamedSummit(name));
}

/** "COP27, which begins on Sunday": that is its first day. */
function isOpening({ sentences }: Report, { model }: TextDates): boolean {
  return sentences.some(({ start, end }) => BEGINS.test(model.text.slice(start, end)));
}

/** "COP27 this week", "at COP27 on Saturday": a part of it, which neither begins nor ends it; the month holds. */
function inMonth(date: Report["date"]): Report["date"] {
  if (date?.precision !== "day" || dayOfIso(date.end) - dayOfIso(date.start) > WEEK_MS) return date;
  const [first, last] = [new Date(dayOfIso(date.start)), new Date(dayOfIso(date.end))];
  return first.getUTCMonth() === last.getUTCMonth() ? monthSpan(first.getUTCFullYear(), first.getUTCMonth()) : null;
}

/** What a report says in the end; a gathering told of `aside` has no day but one that words give it. */
export function finishReport(report: Report, dates: TextDates, aside: boolean): Meeting {
  const told = report.status ?? report.lean;
  const said = told === "held" && isToCome(report.date, dates) ? "planned" : told;
  const participants = namedBest(report).map(({ name, kind }) => ({ name, kind }));
  const evidence = report.evidence.filter((range, i) => report.evidence.findIndex((other) => other.start === range.start) === i);
  const inferred =
    report.date !== null || report.isDateSaid || (aside && !report.isSetting)
      ? null
      : inferDate(dates, { status: said, sentences: report.sentences, names: participants.map(({ name }) => name) });
  const status = said === "held" && isToCome(inferred, dates) ? "planned" : said;
  return {
    kind: report.kind,
    title: composeTitle(report.kind, participants, report.place),
    date:
      (isLong(report) && !isOpening(report, dates) ? inMonth(report.date) : report.date) ??
      (report.isSetting || isLong(report) ? besideDay(inferred) : inferred),
    place: report.place,
    participants,
    topics: distinctTopics(report.topics, report.parties),
    status,
    evidence: evidence.sort((a, b) => a.start - b.start),
    rules: [...new Set([...report.rules, ...(inferred === null ? [] : ["date: that of the text's news"])])],
  };
}

/** Where people are named their own states are not beside them; of a visit the host country is. */
function namedBest({ parties, kind, name }: Report): Party[] {
  const people = parties.filter((party) => party.kind === "person");
  if (people.length < 2)
    return parties.filter(
      (party) => !(party.kind === "country" && people.some((person) => person.country === party.country && kind !== "visit")),
    );
  const countries = parties.filter((party) => party.kind === "country");
  if (countries.length >= 3) return parties;
  // "Portugal hosts the G20": the host of a body's summit is named beside those who come.
  if (kind === "summit" && name !== null)
    return parties.filter(({ kind: of, country }) => of !== "country" || people.every((person) => person.country !== country));
  // Two ministers met another state's, who have no names here.
  const areOneSide = people.every(({ by }) => by === "subject");
  const isOther = ({ by, country }: Party): boolean =>
    areOneSide && /^(?:with|object|guest)$/.test(by) && people.every((person) => person.country !== country);
  return parties.filter((party) => party.kind !== "country" || isOther(party));
}
