import type { Scene } from "./event.ts";
import type { Party } from "./parties/party.ts";
import type { Report } from "./reports.ts";
import type { EventContext } from "./when/date-of-event.ts";
import { type DatedReport, dateOfMeeting } from "./when/date-of-meeting.ts";
import { placeOfMeeting } from "./where/place-of-meeting.ts";

/** What is said of one guest, from the name to the next one's. */
interface Said {
  date: ReturnType<typeof dateOfMeeting>;
  place: string | null;
}

/**
 * "met A in Oslo on Saturday and B in Rome on Sunday": each guest's own day and place, where at least two have one; a day or place that
 * stands once, behind the last or before the first, is everybody's.
 */
export function withOwnDays(scene: Scene, reports: readonly Report[], context: EventContext): Report[] {
  const guests = reports.map(({ parties }) => parties.at(-1));
  const said = guests.map((guest) => saidOf(scene, guest, { guests, context, report: reports[0] }));
  const dated = said.filter(({ date }) => date?.span != null).length;
  const placed = said.filter(({ place }) => place !== null).length;
  return reports.map((report, at) => {
    const own = said[at];
    const words = own?.date?.words;
    const day = words === undefined ? [] : [`date: “${scene.text.slice(words.start, words.end)}”`];
    return {
      ...report,
      rules: dated >= 2 ? [...report.rules.filter((rule) => !rule.startsWith("date:")), ...day] : report.rules,
      ...(dated >= 2 && own !== undefined ? { date: own.date?.span ?? null, isDateSaid: true } : {}),
      ...(placed >= 2 && own !== undefined ? { place: own.place } : {}),
    };
  });
}

interface Table {
  guests: readonly (Party | undefined)[];
  context: EventContext;
  report: Report | undefined;
}

function saidOf(scene: Scene, guest: Party | undefined, { guests, context, report }: Table): Said {
  if (guest === undefined || report === undefined) return { date: null, place: null };
  const next = Math.min(
    scene.tokens.length,
    ...guests.flatMap((each) => (each !== undefined && each.first > guest.first ? [each.first] : [])),
  );
  const tokens = scene.tokens.slice(guest.first, next);
  const [start, end] = [tokens[0]?.start ?? 0, tokens.at(-1)?.end ?? 0];
  const event = { at: 0, first: 0, last: guest.last - guest.first };
  const dated: DatedReport = {
    sentence: { ...context.sentence, start, end },
    tokens,
    grammar: null,
    event,
    others: [],
    direction: report.status === "planned" ? "future" : report.status === "held" ? "past" : "near",
  };
  const isPerson = (token: number): boolean =>
    scene.actors.some(
      (actor) => actor.kind === "person" && actor.first <= token + guest.first && token + guest.first < actor.last,
    );
  return {
    date: dateOfMeeting(context.dates, dated),
    place: placeOfMeeting({ tokens, grammar: null, others: [], kind: report.kind, isPerson, event }),
  };
}
