import type { MeetingRecord } from "../domain/evidence/records.ts";
import { findBloc } from "../evidence/blocs.ts";
import type { PlainTopic } from "../evidence/parse-topic.ts";
import { SPOKEN_ABOUT } from "../extract/en/briefing/briefing-words.ts";
import { MOST_SIDES } from "./pair-meetings.ts";
import { readActs } from "./read-acts.ts";
import { type Mention, type Sides, wordsIn } from "./sides.ts";
import type { PartNames, TopicNames } from "./topic-sides.ts";

/** A topic that was read, or only named. */
type Parts = { parts: PartNames[] };

/** How a meeting is on a topic, most first: its sides met, they were at one gathering, or one of them spoke with others about the other. */
const MEETING_FIT = { met: 3, gathered: 2, spokenAbout: 1 } as const;

/** A summit of more says little of two of them. */
const FEW_MEMBERS = 7;

/** Whether a meeting is one of the topic's sides, or about them. */
export function isMeetingOn(reading: Parts, meeting: MeetingRecord): boolean {
  return meetingFit(reading, meeting) > 0;
}

/** Whether each of the topic's sides takes part in a meeting, with the others or at one gathering. */
export function isMeetingOf({ parts }: TopicNames, meeting: MeetingRecord): boolean {
  return parts.some((part) => fitOn(part, meeting) >= MEETING_FIT.gathered);
}

/** The meetings on a topic: those of its sides first, then gatherings that both attended, then what was spoken about them; each kind in its order. */
export function chooseMeetings(reading: Parts, meetings: MeetingRecord[]): MeetingRecord[] {
  return meetings
    .map((meeting) => ({ meeting, fit: meetingFit(reading, meeting) }))
    .filter(({ fit }) => fit > 0)
    .sort((a, b) => b.fit - a.fit)
    .map(({ meeting }) => meeting);
}

function meetingFit({ parts }: Parts, meeting: MeetingRecord): number {
  return Math.max(0, ...parts.map((part) => fitOn(part, meeting)));
}

function fitOn({ topic, sidesIn }: PartNames, meeting: MeetingRecord): number {
  if (topic.kind === "person") return MEETING_FIT.met;
  const { countries, participants, title, evidence } = meeting;
  const met = participants.length > MOST_SIDES ? MEETING_FIT.gathered : MEETING_FIT.met;
  const sides = sidesIn(evidence[0]?.articleId ?? "");
  const present = sidesNamed(sides.find(wordsIn(`${title} ${participants.map(({ name }) => name).join(", ")}`)));
  for (const [side, codes] of codesOf(topic).entries()) if (codes.some((code) => countries.includes(code))) present.add(side);
  if (present.size >= sides.count) return met;
  if (topic.kind === "countries" && topic.codes.every((code) => membersOf(meeting).has(code))) return MEETING_FIT.gathered;
  if (present.size === 0 && sides.count > 1) return 0;
  const isAbout = evidence.some((passage) => isSpokenAbout(sidesIn(passage.articleId), passage.text, present));
  return isAbout ? MEETING_FIT.spokenAbout : 0;
}

/** The countries that each side of a topic is. */
function codesOf(topic: PlainTopic): string[][] {
  if (topic.kind === "countries") return topic.codes.map((code) => [code]);
  return topic.kind === "pair" ? topic.sides.map((side) => (side.kind === "countries" ? side.codes : [])) : [];
}

/** "Quad summit": of a body of few its members meet, whether they are named or not. */
function membersOf({ participants }: MeetingRecord): Set<string> {
  const blocs = participants.flatMap(({ kind, name }) => (kind === "organisation" ? (findBloc(name) ?? []) : []));
  return new Set(blocs.filter(({ members }) => members.length <= FEW_MEMBERS).flatMap(({ members }) => members));
}

function sidesNamed(mentions: Mention[]): Set<number> {
  return new Set(mentions.filter(({ side, isPlace }) => side >= 0 && !isPlace).map(({ side }) => side));
}

/** "met X to discuss the war of Y": of a pair, whoever is not present is what they spoke about; of anything else the passage names it. */
function isSpokenAbout(sides: Sides, passage: string, present: ReadonlySet<number>): boolean {
  const text = passage.replace(/\s+/g, " ");
  const words = wordsIn(text);
  const mentions = sides.find(words).filter(({ side, isPlace }) => side >= 0 && !isPlace);
  if (sides.count === 1) return mentions.length > 0;
  const about = mentions.filter(({ side, start }) => !present.has(side) && SPOKEN_ABOUT.test(text.slice(0, start)));
  if (about.length === 0) return false;
  const { subjects, objects } = readActs(words.model(), mentions);
  return about.some(({ side }) => subjects.has(side) || objects.has(side));
}
