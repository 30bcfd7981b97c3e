import type { Participant } from "../../domain/evidence/extraction.ts";
import type { ReadMeeting } from "../../domain/model/model-reading.ts";
import { REFERS_BACK } from "../en/readings/reading-words.ts";
import type { Sentence } from "../tokens.ts";
import type { ToldEvent } from "./events.ts";
import type { Facts } from "./facts.ts";
import type { Seated } from "./seat-of.ts";
import { placesOf } from "./who.ts";

/** So many sentences from its report a meeting's participants may have been named; a report further off tells another meeting, unless it refers back. */
const ONE_REPORT = 3;

/** More than so many sit at a summit, of which each sentence names some. */
const MOST_AT_TABLE = 5;

interface Asked {
  read: ReadMeeting;
  seated: Seated[];
  events: ToldEvent[];
  sentences: Sentence[];
}

/** Whether the sentences of one of a model's meetings tell of two: of different days, or each with somebody whom the other lacks. */
export function areTwoMeetings(facts: Facts, asked: Asked): boolean {
  const told = asked.events.filter(({ status, parties, isPlural }) => status !== "none" && (parties.length >= 2 || isPlural));
  return (
    told.some((one, at) => told.slice(at + 1).some((other) => areTwo(one, other, asked))) ||
    areTwoRecords(facts, asked) ||
    areTwoTellings(facts, asked)
  );
}

/** Two sentences that each tell of several of the model's participants, and of one whom the other lacks. */
function areTwoTellings(facts: Facts, { events, read, seated, sentences }: Asked): boolean {
  const telling = sentences.flatMap((sentence) => {
    const own = events.filter((event) => event.sentence === sentence);
    if (!own.some((event) => isNewlyTold(event))) return [];
    const isSummit = own.some(({ kind }) => kind === "summit");
    return [{ index: sentence.index, isSummit, who: seated.filter(({ who }) => placesOf(facts, who, sentence).length > 0) }];
  });
  return telling.some((one, at) =>
    telling.slice(at + 1).some((other) => {
      const isEach = one.who.some((each) => !other.who.includes(each)) && other.who.some((each) => !one.who.includes(each));
      if (isEach && Math.abs(one.index - other.index) > ONE_REPORT) return true;
      if (seated.length > MOST_AT_TABLE || (read.kind === "summit" && one.isSummit && other.isSummit)) return false;
      if (one.who.length < 2 || other.who.length < 2) return false;
      return isEach;
    }),
  );
}

/** Not "the talks", "their meeting": these tell more of what was told before. */
function isNewlyTold({ event, scene, parties }: ToldEvent): boolean {
  if (event.form === "verb") return true;
  const isReferring = (scene.tree.kids[event.at] ?? []).some((kid) => REFERS_BACK.has(scene.tokens[kid]?.lower ?? ""));
  return !isReferring || parties.length >= 2;
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
function areTwoRecords({ local }: Facts, { seated, sentences, events }: Asked): boolean {
  // "will meet the leaders of Chile, Fiji and Ghana": one by one or together, the words leave open.
  if (events.some((event) => seated.every(({ who }) => has(event, who.name)))) return false;
  const records = local.meetings.filter(
    ({ evidence, kind }) =>
      kind !== "summit" &&
      evidence.some((range) => sentences.some((sentence) => range.start < sentence.end && sentence.start < range.end)),
  );
  const names = new Set(seated.map(({ who }) => who.name));
  const isNamed = ({ name }: Participant) => names.has(name);
  return records.some((one, at) =>
    records.slice(at + 1).some((other) => areSplit(one.participants, other.participants, isNamed)),
  );
}

/** Each has somebody of the model's whom the other lacks, and the two have somebody in common or two of the model's each. */
function areSplit(one: Participant[], other: Participant[], isNamed: (each: Participant) => boolean): boolean {
  const has = (list: Participant[], { name }: Participant) => list.some((each) => each.name === name);
  const [a, b] = [one.filter(isNamed), other.filter(isNamed)];
  if (one.length < 2 || other.length < 2) return false;
  const isTied = one.some((each) => has(other, each)) || (a.length > 1 && b.length > 1);
  return isTied && a.some((each) => !has(other, each)) && b.some((each) => !has(one, each));
}
