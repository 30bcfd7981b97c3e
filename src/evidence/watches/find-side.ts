import { nameKey } from "../../domain/evidence/fold-name.ts";
import type { MeetingRecord, PersonRecord } from "../../domain/evidence/records.ts";
import { countryCodeOf, countryForms } from "../../extract/countries.ts";
import { stateOfBody } from "../../extract/en/bodies.ts";
import { type Bloc, findBloc } from "../blocs.ts";
import { stemOf, wordsOf } from "../words.ts";
import type { WatchSide, WatchSubject } from "./watch-condition.ts";

/** Whom an article names, and whom the whole store takes a name for. */
export interface KnownPeople {
  people: PersonRecord[];
  /** The id of whoever the words of a side mean in the store; null where nobody goes by them. */
  bearerOf(words: string[]): string | null;
}

/** A body of so few states is at a meeting where all of them are. */
const MAX_WHOLE = 4;
/** Two may be one, but a long name's every part is not. */
const MIN_WORD = 3;

/** The participants of a meeting that a side is, by name; null where it does not take part, empty where only its country is known to. */
export function findSide(meeting: MeetingRecord, side: WatchSide, known: KnownPeople): string[] | null {
  if (side.kind === "country") return meeting.countries.includes(side.code) ? countryNames(meeting, side.code) : null;
  if (side.kind === "bloc") return findBody(meeting, side.bloc);
  const people = meeting.participants.filter(({ kind }) => kind === "person").map(({ name }) => name);
  const found = people.filter((name) => isNamed(name, side, known));
  return found.length > 0 ? found : null;
}

function countryNames({ participants }: MeetingRecord, code: string): string[] {
  return participants.filter(({ kind, name }) => kind === "country" && countryCodeOf(name) === code).map(({ name }) => name);
}

function findBody(meeting: MeetingRecord, bloc: Bloc): string[] | null {
  const found = meeting.participants.filter(({ kind, name }) => kind !== "person" && holdsBody(name, bloc));
  if (found.length > 0) return found.map(({ name }) => name);
  const isWhole = bloc.members.length <= MAX_WHOLE && bloc.members.every((code) => meeting.countries.includes(code));
  return isWhole || (meeting.kind === "summit" && holdsBody(meeting.title, bloc)) ? [] : null;
}

/** Whether a name is that of a body, or a text under capitals names it. */
function holdsBody(text: string, bloc: Bloc): boolean {
  if (findBloc(text) === bloc) return true;
  const words = ` ${wordsOf(text).join(" ")} `;
  return bloc.forms.some((form) => words.includes(` ${wordsOf(form).join(" ")} `));
}

/** Whether somebody of this name is meant by a side. */
function isNamed(name: string, side: Extract<WatchSide, { kind: "person" }>, known: KnownPeople): boolean {
  const record = known.people.find((person) => person.name === name) ?? null;
  if (side.country !== null && holdsOffice(record, side)) return true;
  const bare = bareName(side, record);
  if (bare.length === 0) return false;
  const own = nameKey(name).split(" ");
  const names = new Set([...own, ...(record?.aliases ?? []).flatMap((alias) => nameKey(alias).split(" "))]);
  if (record !== null && names.has(bare.at(-1) ?? "") && known.bearerOf(bare) === record.id) return true;
  const wanted = bare.join(" ");
  // "Blinken", who is somebody else in the store as long as nothing says that it is Antony Blinken.
  if (own.join(" ") === wanted || (own.length === 1 && bare.length > 1 && own[0] === bare.at(-1))) return true;
  // Of one word typed, whoever bears it as the last is meant only if the store means them; of more, whoever bears them all.
  return bare.length > 1 && bare.every((word) => word.length < MIN_WORD || own.includes(word));
}

/** "foreign minister" with a country: whoever holds that office by the newest articles. */
function holdsOffice(record: PersonRecord | null, { words, country }: { words: string[]; country: string | null }): boolean {
  const [role] = record?.roles ?? [];
  if (role === undefined || role.country !== country) return false;
  const title = new Set([...wordsOf(role.title), ...wordsOf(role.affiliation ?? "")]);
  return words.every((word) => title.has(word));
}

/** A side's words without those of an office that they stand behind: "foreign minister lund". */
function bareName({ words }: { words: string[] }, record: PersonRecord | null): string[] {
  const titles = new Set((record?.roles ?? []).flatMap(({ title }) => wordsOf(title)));
  const names = new Set([record?.name ?? "", ...(record?.aliases ?? [])].flatMap((name) => nameKey(name).split(" ")));
  return words.filter((word) => names.has(word) || !titles.has(word));
}

/** Whether a speaker is a side: the person, or for a country whoever acts for it and its bodies. */
export function isSpeaker(speaker: { id: string | null; name: string }, side: WatchSide, known: KnownPeople): boolean {
  if (side.kind === "person") return isNamed(speaker.name, side, known);
  if (side.kind === "bloc") return holdsBody(speaker.name, side.bloc);
  if (countryCodeOf(speaker.name) === side.code || stateOfBody(speaker.name) === side.code) return true;
  const record = known.people.find(({ id }) => id === speaker.id);
  return record?.roles[0]?.country === side.code;
}

/** Whether words are about a subject. */
export function isAbout(text: string, subject: WatchSubject): boolean {
  switch (subject.kind) {
    case "country":
      return namesCountry(text, subject.code);
    case "bloc":
      return holdsBody(text, subject.bloc);
    case "person":
      return subject.words.every((word) => wordsOf(text).includes(word));
    case "words": {
      const stems = new Set(wordsOf(text).map(stemOf));
      return subject.terms.every((term) => stems.has(stemOf(term)));
    }
  }
}

/** A name or demonym of a country under a capital letter. */
function namesCountry(text: string, code: string): boolean {
  const folded = text.replace(/[’ʼ]/g, "'");
  return countryForms(code).some((form) => {
    const lower = folded.toLowerCase();
    for (let at = lower.indexOf(form); at >= 0; at = lower.indexOf(form, at + 1)) {
      const isWord = !/[\p{L}\p{N}]/u.test(folded[at - 1] ?? " ") && !/[\p{L}\p{N}]/u.test(folded[at + form.length] ?? " ");
      // "us" is a pronoun; "US" is not.
      const isNamed =
        form.length <= 3 ? /^[\p{Lu}.]+$/u.test(folded.slice(at, at + form.length)) : /\p{Lu}/u.test(folded[at] ?? "");
      if (isWord && isNamed) return true;
    }
    return false;
  });
}
