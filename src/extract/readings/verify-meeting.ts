import type { Meeting, MeetingKind, Participant } from "../../domain/evidence/extraction.ts";
import type { ReadMeeting, Refusal, RefusalReason } from "../../domain/model/model-reading.ts";
import { composeTitle } from "../meetings/compose-title.ts";
import type { Sentence } from "../tokens.ts";
import { areTwoMeetings } from "./are-two-meetings.ts";
import { eventsOf, type ToldEvent } from "./events.ts";
import type { Facts } from "./facts.ts";
import { type Seated, seatOf } from "./seat-of.ts";
import { statusBorneOut } from "./status-borne-out.ts";
import { whenOf } from "./when-of.ts";
import { whereOf } from "./where-of.ts";
import { whoAt } from "./who.ts";

/** What is borne out of a model's meeting; null of a piece that is not, or that the model leaves open. */
export interface Borne extends Pick<Meeting, "date" | "place" | "status" | "evidence" | "rules"> {
  kind: MeetingKind | null;
  participants: Participant[];
  title: string;
}

/** A model's meeting as far as its sentences bear it out; null where they do not bear out that there was or will be one. */
export function verifyMeeting(facts: Facts, read: ReadMeeting, refused: Refusal[]): Borne | null {
  const refuse = (piece: string, reason: RefusalReason): null => {
    refused.push({ path: piece === "" ? read.path : `${read.path}.${piece}`, reason });
    return null;
  };
  const sentences = read.sentences.map((n) => facts.sentence(n)).filter((each) => each !== null);
  if (sentences.length === 0) return refuse("", "no-such-sentence");
  const events = sentences.flatMap((sentence) => eventsOf(facts, sentence));
  const seated = seatAll(facts, read, { sentences, events, refused });
  const own = chosenEvents(events, seated, read);
  if (areTwoMeetings(facts, { read, seated, events, sentences })) return refuse("", "two-meetings");
  const status = statusBorneOut({ read, own, sentences, facts });
  if (status.denied) return refuse("", "denied");
  if (status.refused !== null) refuse("status", status.refused);
  const when = read.when === null ? null : whenOf(facts, read.when, { own, sentences, status: status.status });
  if (when !== null && "reason" in when) refuse("when", when.reason);
  const where = read.where === null ? null : whereOf(facts, read.where, { own, sentences });
  if (where !== null && typeof where === "object") refuse("where", where.reason);
  const participants = unique(seated.map(({ who: { name, kind } }) => ({ name, kind })));
  const place = typeof where === "string" ? where : null;
  return {
    kind: read.kind,
    status: status.status,
    date: when !== null && "span" in when ? when.span : null,
    place,
    participants,
    title: composeTitle(read.kind ?? "meeting", participants, place),
    evidence: sentences.map(({ start, end }) => ({ start, end })),
    rules: [`the model: sentence ${read.sentences.join(", ")}`],
  };
}

interface Told {
  sentences: Sentence[];
  events: ToldEvent[];
  refused: Refusal[];
}

/** Those of a model's participants who stand in its sentences and take part in what these tell. */
function seatAll(facts: Facts, read: ReadMeeting, { sentences, events, refused }: Told): Seated[] {
  return read.participants.flatMap(({ path, words }) => {
    const who = whoAt(facts, words, sentences);
    const seat = who === null ? "not-in-the-sentence" : seatOf(facts, who, { sentences, events });
    if (typeof seat !== "string") return [seat];
    refused.push({ path, reason: seat });
    return [];
  });
}

/** The events of the sentences that most of those named take part in: what the model means. */
function chosenEvents(events: ToldEvent[], seated: readonly Seated[], read: ReadMeeting): ToldEvent[] {
  const weights = events.map((event) => weightOf(event, seated, read));
  const best = Math.max(0, ...weights);
  return events.filter((_, at) => weights[at] === best);
}

function weightOf({ parties, isPlural, kind, dateWords }: ToldEvent, seated: readonly Seated[], read: ReadMeeting): number {
  const met = seated.filter(({ who }) => parties.some((party) => party.name === who.name)).length;
  const isKind =
    read.kind !== null &&
    isRemote(read.kind) === isRemote(kind) &&
    (read.kind === "visit") === (kind === "visit") &&
    (read.kind === "summit") === (kind === "summit");
  const isDated = dateWords !== null && read.when?.includes(dateWords) === true;
  return 2 * met + (isPlural && met === 0 ? 1 : 0) + (isKind ? 0.5 : 0) + (isDated ? 1 : 0);
}

function isRemote(kind: MeetingKind): boolean {
  return kind === "call" || kind === "video";
}

function unique(participants: Participant[]): Participant[] {
  return participants.filter(({ name }, at) => participants.findIndex((other) => other.name === name) === at);
}
