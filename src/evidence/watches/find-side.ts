import { nameKey } from "../../domain/evidence/fold-name.ts";
import type { ArticleBody, MeetingRecord, PersonRecord } from "../../domain/evidence/records.ts";
import { countryCodeOf, countryForms } from "../../extract/countries.ts";
import { stateOfBody } from "../../extract/en/bodies.ts";
import { givenNameGender } from "../../extract/en/given-names.ts";
import { areOneGivenName } from "../../extract/en/people/short-names.ts";
import { type Bloc, findBloc } from "../blocs.ts";
import { stemOf, wordsOf } from "../words.ts";
import type { WatchSide, WatchSubject } from "./watch-condition.ts";

/** Whom an article names, and whom the whole store takes a name for. */
export interface KnownPeople {
  people: PersonRecord[];
  /** The id of whoever the words of a side mean in the store; null where nobody goes by them. */
  bearerOf(words: string[]): string | null;
  /** Those whom the store knows by more names than this last one, whom most articles name first. */
  namesakesOf(surname: string): PersonRecord[];
}

/** The article in which sides are looked for, with its people. */
export interface Named extends KnownPeople {
  article: Pick<ArticleBody, "text">;
}

/** A body of so few states is at a meeting where all of them are. */
const MAX_WHOLE = 4;
/** Two may be one, but a long name's every part is not. */
const MIN_WORD = 3;

/** The participants of a meeting that a side is, by name; null where it does not take part, empty where only its country is known to. */
export function findSide(meeting: MeetingRecord, side: WatchSide, known: Named): string[] | null {
  if (side.kind === "country") return meeting.countries.includes(side.code) ? countryNames(meeting, side.code) : null;
  if (side.kind === "bloc") return findBody(meeting, side.bloc);
  // Whom only another article names at this meeting this one does not tell of.
  const people = meeting.participants.filter(
    ({ kind, name }) => kind === "person" && known.people.some((person) => person.name === name),
  );
  const found = people.map(({ name }) => name).filter((name) => isNamed(name, side, known));
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
function isNamed(name: string, side: Extract<WatchSide, { kind: "person" }>, known: Named): boolean {
  const record = known.people.find((person) => person.name === name) ?? null;
  if (side.country !== null && holdsOffice(record, side)) return true;
  const bare = bareName(side, record);
  if (bare.length === 0) return false;
  const own = nameKey(name).split(" ");
  const names = new Set([...own, ...(record?.aliases ?? []).flatMap((alias) => nameKey(alias).split(" "))]);
  if (record !== null && names.has(bare.at(-1) ?? "") && known.bearerOf(bare) === record.id) return true;
  const wanted = bare.join(" ");
  if (
    own.join(" ") === wanted ||
    (own.length === 1 && bare.length > 1 && mayBear({ surname: own[0] ?? "", record }, bare, known))
  )
    return true;
  // Of one word typed, whoever bears it as the last is meant only if the store means them; of more, whoever bears them all.
  return bare.length > 1 && bare.every((word) => word.length < MIN_WORD || own.includes(word));
}

/**
 * Whether "Blinken" may be Antony Blinken, who is somebody else in the store as long as nothing says that they are one: not where the article
 * or the store has another person of that surname in mind.
 */
function mayBear(
  { surname, record }: { surname: string; record: PersonRecord | null },
  bare: string[],
  { article, bearerOf, namesakesOf }: Named,
): boolean {
  if (surname !== bare.at(-1)) return false;
  const namesakes = namesakesOf(surname);
  const meant = namesakes.find((each) => holdOneOffice(each, record)) ?? namesakes[0];
  return (meant === undefined || meant.id === bearerOf(bare)) && !namesAnother(article.text, bare);
}

function holdOneOffice({ roles: [one] }: PersonRecord, other: PersonRecord | null): boolean {
  const [role] = other?.roles ?? [];
  if (one === undefined || role === undefined || one.country === null || one.country !== role.country) return false;
  const words = wordsOf(role.title);
  return wordsOf(one.title).some((word) => words.includes(word));
}

/** "Melania Trump", where Donald Trump is asked for: by a given name that is no form of his. */
function namesAnother(text: string, bare: string[]): boolean {
  const surname = bare.at(-1);
  const words = text.split(/\s+/).map((word) => nameKey(word.replace(/[’']s$/u, "")));
  return words.some((word, at) => {
    const given = words[at - 1] ?? "";
    if (word !== surname || givenNameGender(given) === null) return false;
    return !bare.some((each) => each === given || areOneGivenName(each, given));
  });
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
export function isSpeaker(speaker: { id: string | null; name: string }, side: WatchSide, known: Named): boolean {
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
