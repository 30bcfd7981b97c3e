import type { Extraction, Meeting } from "../../domain/evidence/extraction.ts";
import type { ModelReading, Refusal } from "../../domain/model/model-reading.ts";
import { type Facts, overlap } from "./facts.ts";
import { type Borne, verifyMeeting } from "./verify-meeting.ts";
import { verifyPeople } from "./verify-people.ts";
import { verifyQuotes } from "./verify-quotes.ts";

export interface Verified {
  extraction: Extraction;
  refused: Refusal[];
}

/** A model's reading of an article, each piece held against the text; where one is not borne out or missing, the local engine's. Pure. */
export function verifyReading(facts: Facts, reading: ModelReading): Verified {
  const refused: Refusal[] = [];
  const quotes = verifyQuotes(facts, reading, refused);
  const people = verifyPeople(facts, reading, refused);
  const borne = reading.meetings.map((read) => verifyMeeting(facts, read, refused)).filter((each) => each !== null);
  return { extraction: { ...facts.local, quotes, people, meetings: fillUp(facts, borne) }, refused };
}

/** The model's meetings, each with what the local engine knows of it besides, and those that only the local engine has. */
function fillUp({ local }: Facts, borne: Borne[]): Meeting[] {
  const taken = new Map<number, number>();
  const own = borne.map((meeting, at) => {
    const match = matchOf(local.meetings, meeting, taken);
    if (match >= 0) taken.set(match, at);
    return withLocal(meeting, local.meetings[match] ?? null);
  });
  const meetings = [...own];
  for (const [at, meeting] of local.meetings.entries())
    if (!taken.has(at)) {
      taken.set(at, meetings.length);
      meetings.push(meeting);
    }
  const placed = meetings.map((meeting) => {
    const part = meeting.partOf;
    return part?.meeting == null ? meeting : { ...meeting, partOf: { ...part, meeting: taken.get(part.meeting) ?? null } };
  });
  return inOrder(placed);
}

/** In the order of the text, so that places in the list still point at what they did. */
function inOrder(meetings: Meeting[]): Meeting[] {
  const start = (meeting: Meeting) => Math.min(...meeting.evidence.map((range) => range.start));
  const order = meetings.map((_, at) => at).sort((a, b) => start(meetings[a] as Meeting) - start(meetings[b] as Meeting));
  return order.map((at) => {
    const meeting = meetings[at] as Meeting;
    const part = meeting.partOf;
    return part?.meeting == null ? meeting : { ...meeting, partOf: { ...part, meeting: order.indexOf(part.meeting) } };
  });
}

/** The local engine's record of a meeting: of the same sentence, and of somebody who takes part; -1 for none. */
function matchOf(local: readonly Meeting[], { evidence, participants, date }: Borne, taken: ReadonlyMap<number, number>): number {
  let best = -1;
  let most = 0;
  for (const [at, meeting] of local.entries()) {
    if (taken.has(at) || !meeting.evidence.some((range) => evidence.some((other) => overlap(range, other)))) continue;
    const shared = meeting.participants.filter(({ name }) => participants.some((each) => each.name === name)).length;
    const isDay = date !== null && meeting.date?.start === date.start;
    const weight = 2 * shared + (isDay ? 1 : 0) + (participants.length === 0 ? 1 : 0);
    if (weight > most) [best, most] = [at, weight];
  }
  return best;
}

function withLocal(meeting: Borne, known: Meeting | null): Meeting {
  if (known === null) return { ...meeting, kind: meeting.kind ?? "meeting", topics: [] };
  const isAgreed =
    known.status === meeting.status &&
    known.participants.every(({ name }) => meeting.participants.some((each) => each.name === name));
  const missing =
    meeting.participants.length < 2
      ? known.participants.filter(({ name }) => !meeting.participants.some((each) => each.name === name))
      : [];
  return {
    ...known,
    kind: meeting.kind ?? known.kind,
    status: meeting.status,
    date: meeting.date ?? known.date,
    place: meeting.place ?? known.place,
    participants: [...meeting.participants, ...missing],
    title: missing.length === 0 ? meeting.title : known.title,
    evidence: [
      ...meeting.evidence,
      ...known.evidence.filter((range) => !meeting.evidence.some((each) => overlap(each, range))),
    ].sort((a, b) => a.start - b.start),
    rules: [...meeting.rules, ...known.rules, ...(isAgreed ? ["the model and the rules agree"] : [])],
  };
}

/** Of a text that the rules do not read nothing can be proved. */
export function refuseAll({ quotes, people, meetings }: ModelReading): Refusal[] {
  return [...quotes, ...people, ...meetings].map(({ path }) => ({ path, reason: "another-language" }));
}
