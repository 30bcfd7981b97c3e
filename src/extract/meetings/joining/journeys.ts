import type { Report } from "../reports.ts";
import { datesAgree, statusesAgree } from "./same-event.ts";

/**
 * "travelled to Norway on Friday and met its president": the way to a meeting gives it its day and place and is no visit of its own.
 * "A visit to Norway" is one, and a journey still to come.
 */
export function joinJourneys(known: readonly Report[]): Report[] {
  const told = known.map((meeting) => {
    const journey = known.find((each) => isWayTo(each, meeting));
    return journey === undefined ? meeting : withJourney(meeting, journey);
  });
  return told.filter((report, at) => isVisitItself(report) || !known.some((meeting) => isWayTo(known[at] as Report, meeting)));
}

function isVisitItself(report: Report): boolean {
  return report.status === "planned" || isNoun(report);
}

/** In one sentence, or on one day in the next; of one traveller, to the country of somebody he meets. */
function isWayTo(journey: Report, meeting: Report): boolean {
  if (journey.kind !== "visit" || meeting.kind === "visit" || meeting.kind === "call" || meeting.kind === "video") return false;
  const [visitor] = journey.parties;
  const hosts = journey.parties.flatMap(({ kind, country }) => (kind === "country" && country !== null ? [country] : []));
  return (
    (journey.firstSentence === meeting.firstSentence || isDayOfNext(journey, meeting)) &&
    datesAgree(meeting.date, journey.date) &&
    statusesAgree(journey, meeting) &&
    meeting.parties.some((party) => party.name === visitor?.name) &&
    meeting.parties.some((party) => party.name !== visitor?.name && party.country !== null && hosts.includes(party.country))
  );
}

function isDayOfNext(journey: Report, meeting: Report): boolean {
  return (
    journey.firstSentence + 1 === meeting.firstSentence && journey.date?.precision === "day" && meeting.date?.precision === "day"
  );
}

/** "arrived on Monday ahead of talks with Falk". */
function isStillAhead(meeting: Report, journey: Report): boolean {
  return meeting.status === null && meeting.lean === "planned" && journey.status === "held" && isNoun(meeting);
}

function isNoun({ rules }: Report): boolean {
  return rules.some((rule) => rule.startsWith("noun:"));
}

function withJourney(meeting: Report, journey: Report): Report {
  const isOfOneTime = (meeting.status ?? journey.status) === journey.status && !isStillAhead(meeting, journey);
  const isDateTaken = meeting.date === null && !meeting.isDateSaid && isOfOneTime;
  return {
    ...meeting,
    date: meeting.date ?? (isDateTaken ? journey.date : null),
    isDateSaid: meeting.isDateSaid || (isDateTaken && journey.isDateSaid),
    place: meeting.place ?? journey.place,
    rules: [
      ...meeting.rules,
      ...(isDateTaken || meeting.place === null ? journey.rules.map((rule) => `on the way: ${rule}`) : []),
    ],
  };
}
