import { CALENDAR_NAMES, RELATIVE_DAYS } from "../../en/calendar.ts";
import { PLACE_PREPOSITIONS } from "../../en/place-words.ts";
import type { Token } from "../../tokens.ts";
import { together, words } from "../../words.ts";
import type { Stretch } from "../clause.ts";
import type { SentenceView } from "../event.ts";
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
/** What may follow "her" where it stands for her and not for what is hers. */
const BEHIND_HER = together(
  PREPOSITIONS,
  JOINERS,
  words("there then last late later earlier twice again before after when while as who but today yesterday"),
);
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
  let placed = -1;
  for (let i = search.first; i < search.last; i++) {
    const word = view.tokens[i]?.lower ?? "";
    const actor = byStart.get(i);
    if (actor !== undefined) {
      const last = Math.min(actor.last, search.last);
      if (accepts(governor)) {
        accepting = governor;
        if (!isPossessive(view.tokens, last - 1) && !describesNext(byStart, actor)) parties.push(actor);
      } else if (actor.kind === "country" && PLACE_PREPOSITIONS.has(governor)) placed = last;
      i = last - 1;
    } else if (COMPANY.has(word)) {
      governor = accepting;
      if (accepts(accepting) && /^(?:by|with|side)$/.test(view.tokens[i + 1]?.lower ?? "")) i++;
    } else if (PREPOSITIONS.has(word)) governor = word;
    // "refugees in Norway and Portugal": both say where.
    else if (JOINERS.has(word) && i === placed && byStart.get(i + 1)?.kind === "country") continue;
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
  if (/[’']s$/u.test(token.text) || /s[’']$/u.test(token.text) || token.lower === "his") return true;
  const next = tokens[at + 1];
  // "meeting her editor", but "met her on Monday".
  if (token.lower === "her")
    return next !== undefined && next.kind === "word" && !isDay(next.lower) && !BEHIND_HER.has(next.lower);
  return (next?.text === "’" || next?.text === "'") && next.start === token.end;
}
