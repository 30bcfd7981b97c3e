import { findDateExpressions } from "../../src/extract/en/dates/find-date-expressions.ts";
import type { Annotated, GoldMeeting } from "./annotated.ts";
import { type Draft, type DraftMeeting, holds, type Oracle } from "./oracle.ts";

export const LIES = [
  "other speaker",
  "participant from elsewhere",
  "bystander",
  "plan as held",
  "denied",
  "other kind",
  "wrong day",
  "day of another clause",
  "invented place",
  "place from elsewhere",
  "role of another",
  "merged",
] as const;
export type LieKind = (typeof LIES)[number];

/** One planted error: the draft with it, and the place of the piece; with another text where the error is one by it. */
interface Lie {
  kind: LieKind;
  draft: Draft;
  path: string;
  text?: string;
}

const NOWHERE = ["Geneva", "Montevideo", "Reykjavik", "Nairobi"];

/** A kind that a meeting of this one is not. */
const OTHER_KINDS: Record<string, string> = {
  call: "visit",
  video: "visit",
  meeting: "call",
  talks: "call",
  visit: "call",
  summit: "call",
};

interface Ground {
  oracle: Oracle;
  draft: Draft;
  gold: Annotated;
}

/** Every planted error of a right draft. */
export function liesOf(oracle: Oracle, draft: Draft, gold: Annotated): Lie[] {
  const ground = { oracle, draft, gold };
  return [
    ...draft.quotes.flatMap((_, at) => otherSpeaker(ground, at)),
    ...draft.people.flatMap((_, at) => roleOfAnother(ground, at)),
    ...draft.meetings.flatMap((meeting, at) => {
      const told = goldOf(ground, meeting);
      return told === undefined ? [] : liesOfMeeting(ground, { meeting, at, told });
    }),
  ];
}

function planted(draft: Draft, change: (copy: Draft) => void): Draft {
  const copy = structuredClone(draft);
  change(copy);
  return copy;
}

/** The quotation given to whoever else is named nearest. */
function otherSpeaker({ oracle, draft, gold }: Ground, at: number): Lie[] {
  const quote = draft.quotes[at];
  const range = oracle.quotes[(quote?.n ?? 0) - 1];
  if (quote === undefined || range === undefined) return [];
  const right = gold.quotes.find(
    (each) => each.speaker !== null && oracle.formsOf(each.speaker).includes(quote.speaker),
  )?.speaker;
  const [other] = gold.people
    .filter(({ name }) => name !== right && !oracle.formsOf(name).includes(quote.speaker))
    .flatMap(({ name }) => oracle.nearest(name, range) ?? [])
    .sort((a, b) => Math.abs(a.n - quote.sentence) - Math.abs(b.n - quote.sentence));
  if (other === undefined) return [];
  const lie = planted(draft, ({ quotes }) => Object.assign(quotes[at] ?? {}, { speaker: other.form, sentence: other.n }));
  return [{ kind: "other speaker", path: `quotes[${at}].speaker`, draft: lie }];
}

function roleOfAnother({ draft, gold }: Ground, at: number): Lie[] {
  const person = draft.people[at];
  const role = gold.people.find(({ name }) => name === person?.name)?.role?.toLowerCase();
  // Of whom the annotation says no office, nobody knows which is not theirs.
  if (person === undefined || role === undefined) return [];
  const other = draft.people.find(
    ({ name, office }) =>
      office !== null &&
      name !== person.name &&
      office.toLowerCase() !== person.office?.toLowerCase() &&
      !role.includes(office.toLowerCase()),
  );
  if (other === undefined) return [];
  const sentences = [...new Set([...person.sentences, ...other.sentences])];
  const lie = planted(draft, ({ people }) => Object.assign(people[at] ?? {}, { office: other.office, sentences }));
  return [{ kind: "role of another", path: `people[${at}].office`, draft: lie }];
}

function goldOf({ oracle, gold }: Ground, meeting: DraftMeeting): GoldMeeting | undefined {
  return gold.meetings.find(
    (each) =>
      oracle.overlapping(each).some((n) => meeting.sentences.includes(n)) &&
      each.participants.some((name) => meeting.participants.some((form) => oracle.formsOf(name).includes(form))),
  );
}

interface ToldMeeting {
  meeting: DraftMeeting;
  at: number;
  told: GoldMeeting;
}

function liesOfMeeting(ground: Ground, given: ToldMeeting): Lie[] {
  const { oracle, draft, gold } = ground;
  const { meeting, at, told } = given;
  const path = `meetings[${at}]`;
  const change = (more: Partial<DraftMeeting>) => planted(draft, ({ meetings }) => Object.assign(meetings[at] ?? {}, more));
  const lies: Lie[] = [];
  for (const { kind, name } of others(ground, given)) {
    const participants = [...meeting.participants.slice(0, -1), name];
    lies.push({ kind, path: `${path}.participants[${participants.length - 1}]`, draft: change({ participants }) });
  }
  if (meeting.status === "planned")
    lies.push({ kind: "plan as held", path: `${path}.status`, draft: change({ status: "held" }) });
  const kind = OTHER_KINDS[meeting.kind];
  if (kind !== undefined && !isToldAs(ground, meeting, kind))
    lies.push({ kind: "other kind", path: `${path}.kind`, draft: change({ kind }) });
  const denied = deniedText(oracle, meeting, told);
  if (denied !== null) lies.push({ kind: "denied", path, draft, text: denied });
  for (const { kind, words } of otherDays(oracle, meeting))
    lies.push({ kind, path: `${path}.when`, draft: change({ when: words }) });
  const nowhere = NOWHERE.find((place) => !gold.article.text.includes(place));
  if (nowhere !== undefined) lies.push({ kind: "invented place", path: `${path}.where`, draft: change({ where: nowhere }) });
  const away = gold.meetings.find(
    ({ place }) =>
      place !== null &&
      told.place !== null &&
      place !== told.place &&
      !meeting.sentences.some((n) => holds(oracle.textOf(n), place)),
  );
  if (away?.place != null)
    lies.push({ kind: "place from elsewhere", path: `${path}.where`, draft: change({ where: away.place }) });
  const merged = mergedWithNext(ground, given);
  if (merged !== null) lies.push({ kind: "merged", path, draft: merged });
  return lies;
}

/** Whether another meeting of the same sentences is of this kind: then it is no lie. */
function isToldAs({ oracle, gold }: Ground, { sentences }: DraftMeeting, kind: string): boolean {
  return gold.meetings.some((each) => each.kind === kind && oracle.overlapping(each).some((n) => sentences.includes(n)));
}

/** People who take no part: one whom no sentence of the meeting names, and one whom one does. */
function others({ oracle, gold }: Ground, { meeting, told }: ToldMeeting): { kind: LieKind; name: string }[] {
  const out = gold.people.filter(
    ({ name }) => !told.participants.includes(name) && !meeting.participants.some((form) => oracle.formsOf(name).includes(form)),
  );
  const elsewhere = out.find(({ name }) => meeting.sentences.every((n) => oracle.formIn(name, n) === null));
  const isBeside = (name: string) => meeting.sentences.some((n) => oracle.formIn(name, n) !== null);
  const stay = told.participants.filter((name) =>
    meeting.participants.slice(0, -1).some((form) => oracle.formsOf(name).includes(form)),
  );
  // "met Lund, Falk and Aydin", each apart: with another of them it is no lie.
  const isTrue = (name: string) =>
    gold.meetings.some(({ participants }) => [...stay, name].every((each) => participants.includes(each)));
  const beside = out.find(({ name }) => isBeside(name) && !isTrue(name));
  return [
    ...(elsewhere === undefined ? [] : [{ kind: "participant from elsewhere" as const, name: elsewhere.name }]),
    ...(beside === undefined ? [] : [{ kind: "bystander" as const, name: beside.name }]),
  ];
}

/** The article with its report of the meeting denied. */
function deniedText(oracle: Oracle, meeting: DraftMeeting, told: GoldMeeting): string | null {
  const { text } = oracle.gold.article;
  const range = oracle.sentences[(oracle.overlapping(told)[0] ?? 0) - 1];
  if (meeting.status !== "held" || range === undefined || meeting.sentences.length !== 1) return null;
  const report = text.slice(range.start, range.end);
  if (/["“”]/.test(report) || /^[A-Z]{3,}/.test(report)) return null;
  return `${text.slice(0, range.start)}Officials denied that ${report}${text.slice(range.end)}`;
}

/** A day of another sentence, and one of the same. */
function otherDays(oracle: Oracle, { when, sentences }: DraftMeeting): { kind: LieKind; words: string }[] {
  if (when === null) return [];
  const dates = oracle.sentences.flatMap((_, at) =>
    findDateExpressions(oracle.textOf(at + 1)).map(({ start, end }) => ({
      n: at + 1,
      words: oracle.textOf(at + 1).slice(start, end),
    })),
  );
  const different = dates.filter(({ words }) => !when.includes(words) && !words.includes(when));
  const away = different.find(
    ({ n, words }) => !sentences.includes(n) && sentences.every((each) => !holds(oracle.textOf(each), words)),
  );
  const near = different.find(({ n }) => sentences.includes(n));
  return [
    ...(away === undefined ? [] : [{ kind: "wrong day" as const, words: away.words }]),
    ...(near === undefined ? [] : [{ kind: "day of another clause" as const, words: near.words }]),
  ];
}

/** The meeting and the next one as one; null where that changes nothing. */
function mergedWithNext(ground: Ground, { meeting, at, told }: ToldMeeting): Draft | null {
  const next = ground.draft.meetings[at + 1];
  const other = next === undefined ? undefined : goldOf(ground, next);
  if (next === undefined || other === undefined || other === told) return null;
  const participants = [...new Set([...meeting.participants, ...next.participants])];
  const sentences = [...new Set([...meeting.sentences, ...next.sentences])].sort((a, b) => a - b);
  const isSame = participants.length === meeting.participants.length && sentences.length === meeting.sentences.length;
  if (isSame) return null;
  return planted(ground.draft, ({ meetings }) => meetings.splice(at, 2, { ...meeting, participants, sentences }));
}
