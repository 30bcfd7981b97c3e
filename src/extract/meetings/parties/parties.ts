import { CALENDAR_NAMES, RELATIVE_DAYS } from "../../en/calendar.ts";
import { AUDIENCES } from "../../en/meeting-words.ts";
import type { Token } from "../../tokens.ts";
import { together } from "../../words.ts";
import type { Stretch } from "../clause.ts";
import type { SentenceView } from "../trigger.ts";
import type { Actor } from "./actors.ts";

const PREPOSITIONS = new Set(
  (
    "of for to from with in on at about over under regarding concerning ahead during amid following against between among by by-phone into near via toward towards " +
    "despite except including like without alongside through upon across behind beside beyond within per than"
  ).split(" "),
);
const JOINERS = new Set(["and", "&", "or", "plus"]);
/** Behind a date the clause goes on: "On Monday President Lee met", "met on Monday the president". */
const DAYS = together(CALENDAR_NAMES, RELATIVE_DAYS);
const isDay = (word: string): boolean => DAYS.has(word) || /^\d{1,4}$/.test(word);
const COMPANY = new Set(["alongside", "joined", "accompanied", "together", "along"]);
export const WITH: ReadonlySet<string> = new Set(["with"]);
export const WITH_BETWEEN: ReadonlySet<string> = new Set(["with", "between", "among", "by"]);
export const SPOKEN_TO: ReadonlySet<string> = new Set(["with", "to"]);
export const NO_LINKS: ReadonlySet<string> = new Set();

export interface PartySearch extends Stretch {
  links: ReadonlySet<string>;
  /** Whether a participant may stand without a preposition before it: a subject, a verb's own object. */
  direct: boolean;
}

/**
 * The actors of a stretch that take part, told by what governs each: nothing, or one of the links. "with Andersson of Sweden and
 * Niinistö of Finland" gives the two people: "of" governs the countries, and "and" goes back to "with".
 */
export function partiesIn(view: SentenceView, search: PartySearch): Actor[] {
  const byStart = new Map(view.actors.map((actor) => [actor.first, actor]));
  const parties: Actor[] = [];
  const opening = search.direct ? "" : "none";
  const accepts = (governor: string): boolean => governor === "" || search.links.has(governor);
  let governor = opening;
  let accepting = opening;
  for (let i = search.first; i < search.last; i++) {
    const word = view.tokens[i]?.lower ?? "";
    const actor = byStart.get(i);
    if (actor !== undefined) {
      const last = Math.min(actor.last, search.last);
      if (accepts(governor)) {
        accepting = governor;
        if (!isPossessive(view.tokens, last - 1) && !describesNext(byStart, actor)) parties.push(actor);
      }
      i = last - 1;
    } else if (COMPANY.has(word)) {
      governor = accepting;
      if (accepts(accepting) && /^(?:by|with|side)$/.test(view.tokens[i + 1]?.lower ?? "")) i++;
    } else if (PREPOSITIONS.has(word)) governor = word;
    else if (JOINERS.has(word) || word === "," || (isDay(word) && !accepts(governor))) governor = accepting;
  }
  return parties;
}

/** "Palestinian Authority President Abbas": a body right before an office or a name only describes it. */
function describesNext(byStart: Map<number, Actor>, actor: Actor): boolean {
  const next = byStart.get(actor.last);
  if (actor.kind === "person" || next === undefined) return false;
  return next.kind === "person" || (next.kind === "office" && byStart.get(next.last)?.kind === "person");
}

export function isPossessive(tokens: Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined) return false;
  if (/[’']s$/u.test(token.text) || /s[’']$/u.test(token.text)) return true;
  const next = tokens[at + 1];
  return (next?.text === "’" || next?.text === "'") && next.start === token.end;
}

/** How many different parties a list of actors names: an office right before its bearer's name is one with it. */
export function countParties(tokens: Token[], actors: Actor[]): number {
  let count = 0;
  let previous: Actor | undefined;
  for (const actor of actors) {
    if (previous === undefined || isApart(tokens, previous, actor)) count++;
    previous = actor;
  }
  return count;
}

function isApart(tokens: Token[], left: Actor, right: Actor): boolean {
  for (let i = left.last; i < right.first; i++) {
    const word = tokens[i]?.lower ?? "";
    if (JOINERS.has(word)) return true;
    if (word === "," && left.kind === "person" && right.kind === "person") return true;
  }
  return false;
}

const PLURALS = new Set(
  "they both leaders ministers sides two presidents officials negotiators delegations envoys diplomats representatives counterparts heads chiefs governments parties countries nations we".split(
    " ",
  ),
);

/** Whether a subject stands for several who can do a thing together: "the foreign ministers", "the two", "India & Japan". */
export function isPlural(view: SentenceView, subject: Stretch, parties: Actor[]): boolean {
  if (countParties(view.tokens, parties) >= 2) return true;
  for (let i = subject.first; i < subject.last; i++) if (PLURALS.has(view.tokens[i]?.lower ?? "")) return true;
  return false;
}

export function hasOfficial(actors: Actor[]): boolean {
  return actors.some((actor) => actor.official);
}

/** Whether an object names reporters, voters or a crowd: whom a politician speaks to without a meeting. */
export function hasAudience(tokens: Token[], object: Stretch): boolean {
  for (let i = object.first; i < Math.min(object.last, object.first + 8); i++)
    if (AUDIENCES.has(tokens[i]?.lower ?? "")) return true;
  return false;
}
