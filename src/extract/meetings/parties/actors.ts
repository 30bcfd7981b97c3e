import type { ParticipantKind } from "../../../domain/evidence/extraction.ts";
import type { Range } from "../../../domain/evidence/span.ts";
import { isInternationalBody } from "../../en/bodies.ts";
import { isCalendarWord } from "../../en/calendar.ts";
import { EVENT_NOUNS } from "../../en/event-words.ts";
import { ARTICLES, POSSESSIVES, SUBJECT_PRONOUNS } from "../../en/function-words.ts";
import { OFFICE_NOUNS, STATE_TITLES } from "../../en/meeting-words.ts";
import type { Token } from "../../tokens.ts";
import { together, words } from "../../words.ts";

/** A person of the article, as far as meetings need one. `official` where a title or role of state was seen. */
interface NamedPerson extends Range {
  name: string;
  official: boolean;
  /** The title words before the name, as they stand, or null. */
  title: string | null;
  /** The state acted for, as its code, or null. */
  country: string | null;
}

/** A country named in a sentence: by its name, or as an adjective ("Japanese"). `name` is the English short name. */
interface NamedCountry extends Range {
  name: string;
  adjective: boolean;
}

export interface Cast {
  people: NamedPerson[];
  countries: NamedCountry[];
  /** Who alone bears this family name in the article: "Trump-Kim". */
  /** Whether the article uses this word as a name again and again, and never without its capital. */
  recurs: (word: string) => boolean;
  surnamed: (word: string) => { name: string; official: boolean; country: string | null } | null;
}

/**
 * Someone or something in a sentence that can take part in a meeting. `name` is null where the words say only an office
 * ("top officials"). Token indices are the sentence's own; `last` is exclusive.
 */
export interface Actor {
  first: number;
  last: number;
  kind: ParticipantKind | "office" | "capitals";
  name: string | null;
  official: boolean;
}

const ORGANISATION_HEADS = new Set(
  (
    "union nations council commission committee organisation organization ministry parliament party league association agency bank fund alliance group " +
    "forum taliban authority army forces front brotherhood movement quad bloc federation congress senate cabinet court company corporation delegation"
  ).split(" "),
);
/** Bodies that trade or play: with them nobody meets for a state. */
const BUSINESS = /^(?:league|association|bank|fund|court|company|corporation)$/;
/** Heads that are a name by themselves. */
const ALONE = /^(?:taliban|quad|congress|hamas|hezbollah)$/;
/** Words for parties that are of state only by what stands beside them: sports teams are "the two sides" as well. */
const VAGUE_PARTIES = new Set(
  "two pair sides parties members member head heads chief chiefs general generals director executives executive ceo".split(" "),
);
const LINKS = new Set(["of", "the", "for", "and", "al", "bin", "de", "von", "der", "van", "da", "del", "la", "&"]);
/** Capitals at the head of a sentence that begin no name, beside the calendar's. */
const NO_NAME = together(
  SUBJECT_PRONOUNS,
  POSSESSIVES,
  ARTICLES,
  words(
    "this that these mr mrs ms dr in on at as but for after before during while when earlier later last both also ahead with and if is former",
  ),
);

/** Every actor of a sentence, in order and without overlaps: people first, then bodies, countries, offices and other names. */
export function findActors(tokens: Token[], cast: Cast): Actor[] {
  const taken = new Uint8Array(tokens.length);
  const actors: Actor[] = [];
  const add = (actor: Actor): void => {
    for (let i = actor.first; i < actor.last; i++) if (taken[i] === 1) return;
    taken.fill(1, actor.first, actor.last);
    actors.push(actor);
  };
  for (const person of cast.people) {
    const at = stretchOf(tokens, person);
    if (at === null) continue;
    const first = titleStart(tokens, at.first, person.title);
    add({ first, last: at.last, kind: "person", name: person.name, official: person.official || hasTitle(tokens, first) });
  }
  const countries = cast.countries.flatMap((country) => {
    const at = country.adjective ? null : stretchOf(tokens, country);
    return at === null ? [] : [{ ...at, kind: "country" as const, name: country.name, official: true }];
  });
  for (const body of organisations(tokens, taken))
    if (!countries.some((each) => each.first === body.first && each.last === body.last)) add(body);
  for (const country of countries) add(country);
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (token === undefined || taken[i] === 1 || token.kind !== "word") continue;
    if (isOffice(token) && (OFFICE_NOUNS.has(token.lower) || token.capital))
      add({ first: i, last: i + 1, kind: "office", name: null, official: !VAGUE_PARTIES.has(token.lower) });
    else if (isName(tokens, i)) add({ first: i, last: nameEnd(tokens, i, taken), kind: "capitals", name: null, official: false });
  }
  return joinNeighbours(
    tokens,
    actors.sort((a, b) => a.first - b.first),
  );
}

/** "Saudi King Salman", "Foreign Minister Lavrov": an office and the name beside it are one actor. */
function joinNeighbours(tokens: Token[], actors: Actor[]): Actor[] {
  const joined: Actor[] = [];
  for (const actor of actors) {
    const left = joined.at(-1);
    if (left === undefined || left.last !== actor.first || !joins(tokens, left, actor)) {
      joined.push(actor);
      continue;
    }
    const named = actor.kind === "person" ? actor : left.kind === "person" ? left : actor.kind === "office" ? actor : left;
    joined[joined.length - 1] = { ...named, first: left.first, last: actor.last, official: left.official || actor.official };
  }
  return joined;
}

function joins(tokens: Token[], left: Actor, right: Actor): boolean {
  if (/[’']s?$/u.test(tokens[left.last - 1]?.text ?? "") || POSSESSIVES.has(tokens[left.last - 1]?.lower ?? "")) return false;
  const simple = (actor: Actor): boolean => actor.kind === "office" || actor.kind === "capitals";
  return (
    (simple(left) && (simple(right) || right.kind === "person")) ||
    (left.kind === "person" && simple(right) && right.kind === "office")
  );
}

function stretchOf(tokens: Token[], range: Range): { first: number; last: number } | null {
  let first = -1;
  let last = -1;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (token === undefined || token.end <= range.start) continue;
    if (token.start >= range.end) break;
    if (first < 0) first = i;
    last = i + 1;
  }
  return first < 0 ? null : { first, last };
}

/** Where the title before a name begins: "Prime Minister of Canada Justin Trudeau" is one actor. */
function titleStart(tokens: Token[], first: number, title: string | null): number {
  let rest = title ?? "";
  let at = first;
  while (rest !== "" && at > 0) {
    const word = tokens[at - 1]?.text ?? "";
    if (word === "" || !rest.endsWith(word)) return first;
    // "a lunch in Lisbon for President Lee": no "for" stands between an office and an office.
    if (word === "for" && STATE_TITLES.has(tokens[at]?.lower ?? "")) return at;
    rest = rest.slice(0, -word.length).trimEnd();
    at--;
  }
  return rest === "" ? at : first;
}

/** Whether a title of state stands in the few words before a name: "Foreign Minister", "former president". */
function hasTitle(tokens: Token[], first: number): boolean {
  for (let i = first - 1; i >= Math.max(0, first - 3); i--) {
    const token = tokens[i];
    if (token === undefined || token.kind !== "word") return false;
    if (STATE_TITLES.has(token.lower)) return true;
  }
  return false;
}

function organisations(tokens: Token[], taken: Uint8Array): Actor[] {
  const found: Actor[] = [];
  for (let i = 0; i < tokens.length; i++) {
    if (taken[i] === 1 || !isName(tokens, i) || isOffice(tokens[i])) continue;
    const numbered =
      tokens[i]?.lower === "group" &&
      tokens[i + 1]?.lower === "of" &&
      /^(?:\d{1,2}|seven|eight|twenty)$/.test(tokens[i + 2]?.lower ?? "");
    const last = numbered ? i + 3 : withoutEncounter(tokens, i, phraseEnd(tokens, i, taken));
    const stretch = tokens.slice(i, last);
    const head = stretch.findIndex((token) => ORGANISATION_HEADS.has(bare(token.lower)));
    const acronym = stretch.length === 1 && /^(?:\p{Lu}{2,6}|G-?\d{1,2})$/u.test(bare(stretch[0]?.text ?? ""));
    if (acronym && /^(?:H[EHM]|HRH)$/.test(stretch[0]?.text ?? "")) continue;
    const isTitle = acronym && (STATE_TITLES.has(tokens[i]?.lower ?? "") || taken[last] === 1 || tokens[i - 1]?.text === "(");
    if (isTitle) continue;
    const heads = head > 0 || (head === 0 && stretch[1]?.lower === "of");
    const name = stretch.map((token) => token.text).join(" ");
    // Papers that write no word in capitals: "Mercosur", "Nato", "the Asean chair".
    const isBody = stretch.length === 1 && isInternationalBody(withoutPossessive(name));
    if ((heads || acronym || isBody || ALONE.test(bare(stretch[0]?.lower ?? ""))) && stretch.length <= 8) {
      const official =
        isInternationalBody(withoutPossessive(name)) || (!acronym && !stretch.some((token) => BUSINESS.test(token.lower)));
      found.push({ first: i, last, kind: "organisation", name: withoutPossessive(name), official });
    }
    i = Math.max(i, last - 1);
  }
  return found;
}

/** "G20 Summit": the body, without its meeting. */
function withoutEncounter(tokens: Token[], first: number, end: number): number {
  let last = end;
  while (last - 1 > first && EVENT_NOUNS.has(tokens[last - 1]?.lower ?? "")) last--;
  return last;
}

function isOffice(token: Token | undefined): boolean {
  return token !== undefined && (OFFICE_NOUNS.has(token.lower) || STATE_TITLES.has(token.lower));
}

function bare(word: string): string {
  return word.replace(/[’']s?$/u, "");
}

function withoutPossessive(name: string): string {
  return name.replace(/[’']s?$/u, "");
}

function isName(tokens: Token[], at: number): boolean {
  const token = tokens[at];
  return (
    token?.capital === true &&
    !isCalendarWord(token.lower) &&
    !NO_NAME.has(token.lower) &&
    !(at === 0 && /(?:ly|ing)$/.test(token.lower))
  );
}

function hasHead(tokens: Token[], first: number, last: number): boolean {
  return tokens.slice(first, last).some((token) => ORGANISATION_HEADS.has(bare(token.lower)));
}

/** The end of a run of capitals in which small linking words may stand: "Organization of Islamic Cooperation". */
function phraseEnd(tokens: Token[], first: number, taken: Uint8Array): number {
  let end = first + 1;
  for (let i = first + 1; i < tokens.length && taken[i] !== 1; i++) {
    const token = tokens[i];
    if (token === undefined) break;
    if (token.lower === "and" && hasHead(tokens, first, end)) break;
    if (isName(tokens, i)) end = i + 1;
    else if (!LINKS.has(token.lower) || i - end >= 2) break;
    if (/[’']s$/u.test(token.text)) break;
  }
  return end;
}

function nameEnd(tokens: Token[], first: number, taken: Uint8Array): number {
  let end = first + 1;
  while (end < tokens.length && taken[end] !== 1 && isName(tokens, end) && !OFFICE_NOUNS.has(tokens[end]?.lower ?? "")) end++;
  return end;
}
