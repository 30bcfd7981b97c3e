import type { ReadMeeting } from "../../domain/model/model-reading.ts";
import type { Sentence } from "../tokens.ts";
import type { ToldEvent } from "./events.ts";
import type { Facts } from "./facts.ts";
import type { Seated } from "./seat-of.ts";

interface Asked {
  read: ReadMeeting;
  seated: Seated[];
  events: ToldEvent[];
  sentences: Sentence[];
}

/** Whether the sentences of one of a model's meetings tell of two: of different days, or each with somebody whom the other lacks. */
export function areTwoMeetings(facts: Facts, asked: Asked): boolean {
  const told = asked.events.filter(({ status, parties, isPlural }) => status !== "none" && (parties.length >= 2 || isPlural));
  return told.some((one, at) => told.slice(at + 1).some((other) => areTwo(one, other, asked))) || areTwoRecords(facts, asked);
}

function areTwo(one: ToldEvent, other: ToldEvent, { seated, read }: Asked): boolean {
  const isElsewhere = one.sentence !== other.sentence;
  if (isElsewhere && areApart(one, other)) return true;
  const isSummit = one.kind === "summit" || other.kind === "summit" || read.kind === "summit";
  if (isSummit && !isElsewhere) return false;
  const own = (event: ToldEvent) => seated.filter(({ who }) => has(event, who.name));
  const [mine, theirs] = [own(one), own(other)];
  const enough = isSummit ? 2 : 1;
  if (mine.length < 2 || theirs.length < 2) return false;
  const besides = (list: Seated[], others: Seated[]) => list.filter((each) => !others.includes(each)).length;
  return besides(mine, theirs) >= enough && besides(theirs, mine) >= enough;
}

function has({ parties }: ToldEvent, name: string): boolean {
  return parties.some((party) => party.name === name);
}

/** On two days that cannot be one. */
function areApart({ date: a }: ToldEvent, { date: b }: ToldEvent): boolean {
  return a !== null && b !== null && (a.end < b.start || b.end < a.start);
}

/** The local engine has two meetings of these sentences, and each has somebody of the model's that the other lacks. */
function areTwoRecords({ local }: Facts, { seated, sentences }: Asked): boolean {
  const records = local.meetings.filter(
    ({ evidence, kind }) =>
      kind !== "summit" &&
      evidence.some((range) => sentences.some((sentence) => range.start < sentence.end && sentence.start < range.end)),
  );
  const names = new Set(seated.map(({ who }) => who.name));
  return records.some((one, at) =>
    records.slice(at + 1).some((other) => {
      const [a, b] = [one, other].map(({ participants }) =>
        participants.map(({ name }) => name).filter((name) => names.has(name)),
      );
      return (
        a !== undefined &&
        b !== undefined &&
        a.length > 1 &&
        b.length > 1 &&
        a.some((name) => !b.includes(name)) &&
        b.some((name) => !a.includes(name))
      );
    }),
  );
}
