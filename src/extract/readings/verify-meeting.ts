import type { Meeting, MeetingKind, Participant } from "../../domain/evidence/extraction.ts";
import type { ReadMeeting, Refusal, RefusalReason } from "../../domain/model/model-reading.ts";
import { SEVERAL } from "../en/readings/reading-words.ts";
import { composeTitle } from "../meetings/compose-title.ts";
import type { Sentence } from "../tokens.ts";
import { areTwoMeetings } from "./are-two-meetings.ts";
import { eventsOf, type ToldEvent } from "./events.ts";
import type { Facts } from "./facts.ts";
import { eventsOfKind, isKindBorneOut, isRemote } from "./kind-borne-out.ts";
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
  const named = read.sentences.map((n) => facts.sentence(n)).filter((each) => each !== null);
  if (named.length === 0) return refuse("", "no-such-sentence");
  const events = named.flatMap((sentence) => eventsOf(facts, sentence));
  const told = { seated: seatAll(facts, read, { sentences: named, events, refused }), sentences: named };
  const chosen = { ...told, own: chosenEvents(facts, eventsOfKind(events, read.kind), { seated: told.seated, read }) };
  const kept = areTwoMeetings(facts, { read, events, ...told }) ? strongerOf(events, chosen, refused) : chosen;
  if (kept === null) return refuse("", "two-meetings");
  const { own, seated, sentences } = kept;
  const status = statusBorneOut({ read, own, sentences, facts });
  if (status.denied) return refuse("", "denied");
  if (status.refused !== null) refuse("status", status.refused);
  const isOfKind = read.kind === null || isKindBorneOut({ facts, kind: read.kind, own, sentences });
  if (!isOfKind) refuse("kind", "another-kind");
  const kind = isOfKind ? read.kind : (own[0]?.kind ?? null);
  const when = read.when === null ? null : whenOf(facts, read.when, { own, events, sentences, status: status.status });
  if (when !== null && "reason" in when) refuse("when", when.reason);
  const where = read.where === null ? null : whereOf(facts, read.where, { own, sentences });
  if (where !== null && typeof where === "object") refuse("where", where.reason);
  const participants = unique(seated.map(({ who: { name, kind } }) => ({ name, kind })));
  const place = typeof where === "string" ? where : null;
  return {
    kind,
    status: status.status,
    date: when !== null && "span" in when ? when.span : null,
    place,
    participants,
    title: composeTitle(kind ?? "meeting", participants, place),
    evidence: sentences.map(({ start, end }) => ({ start, end })),
    rules: [`the model: sentence ${sentences.map(({ index }) => index + 1).join(", ")}`],
  };
}

interface Chosen {
  own: ToldEvent[];
  seated: Seated[];
  sentences: Sentence[];
}

/** Of two meetings told as one, the one that more of those named take part in; those of the other alone are refused. Null where neither stands out. */
function strongerOf(events: readonly ToldEvent[], { own, seated }: Chosen, refused: Refusal[]): Chosen | null {
  const [event] = own;
  if (event === undefined) return null;
  const isParty = ({ parties }: ToldEvent, { who }: Seated) => parties.some(({ name }) => name === who.name);
  const kept = seated.filter((each) => isParty(event, each));
  const left = seated.filter((each) => !isParty(event, each));
  const isOfOther = left.some((each) => events.some((other) => other !== event && isParty(other, each)));
  if (kept.length < 2 || !isOfOther) return null;
  refused.push(...left.map(({ path }) => ({ path, reason: "two-meetings" as const })));
  return { own: [event], seated: kept, sentences: [event.sentence] };
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
    const seat = who === null ? "not-in-the-sentence" : seatOf(facts, { who, path }, { sentences, events });
    if (typeof seat !== "string") return [seat];
    refused.push({ path, reason: seat });
    return [];
  });
}

/** The events of the sentences that most of those named take part in: what the model means. */
function chosenEvents(
  facts: Facts,
  events: ToldEvent[],
  { seated, read }: { seated: readonly Seated[]; read: ReadMeeting },
): ToldEvent[] {
  const weights = events.map((event) => weightOf(event, seated, { read, isSeveral: isSeveral(facts, event) }));
  const best = Math.max(0, ...weights);
  return events.filter((_, at) => weights[at] === best);
}

/** "The two last spoke in May": of those who were named before. */
function isSeveral({ model }: Facts, { isPlural, parties, sentence }: ToldEvent): boolean {
  return isPlural || (parties.length < 2 && SEVERAL.test(model.text.slice(sentence.start, sentence.end).toLowerCase()));
}

interface Meant {
  read: ReadMeeting;
  isSeveral: boolean;
}

function weightOf(
  { parties, kind, status, dateWords }: ToldEvent,
  seated: readonly Seated[],
  { read, isSeveral: several }: Meant,
): number {
  const met = seated.filter(({ who }) => parties.some((party) => party.name === who.name)).length;
  const isKind =
    read.kind !== null &&
    isRemote(read.kind) === isRemote(kind) &&
    (read.kind === "visit") === (kind === "visit") &&
    (read.kind === "summit") === (kind === "summit");
  const isDated = dateWords !== null && read.when != null && (read.when.includes(dateWords) || dateWords.includes(read.when));
  const isOfStatus = status !== null && status === read.status;
  return 2 * met + (several && met === 0 ? 3 : 0) + (isOfStatus ? 0.5 : 0) + (isKind ? 0.5 : 0) + (isDated ? 1 : 0);
}

function unique(participants: Participant[]): Participant[] {
  return participants.filter(({ name }, at) => participants.findIndex((other) => other.name === name) === at);
}
