import { isCalendarWord, PARTS_OF_DAY, RELATIVE_DAYS, WEEKDAYS } from "../en/calendar.ts";
import { MEET_FORMS } from "../en/meeting-words.ts";
import type { Token } from "../tokens.ts";
import { together, words } from "../words.ts";
import { clauseEnd, clauseStart } from "./clause.ts";
import type { SentenceView, Trigger } from "./trigger.ts";

const GATHERINGS =
  /summit|assembly|conference|forum|council|meeting|talks|session|sidelines|margins|g7|g20|nato|g-20|g-7|asean|opec|embassy's|games/i;
/** Behind these an "in" describes a subject that is spoken of, not where people are. */
const SUBJECT_WORDS = new Set("about regarding concerning over against despite amid following from since".split(" "));
const PLAIN_BEFORE = together(
  WEEKDAYS,
  RELATIVE_DAYS,
  PARTS_OF_DAY,
  MEET_FORMS,
  words(
    "talks held hold holds summit earlier later week month visit trip officials officially person " +
      "session discussions negotiations consultations ministers leaders arrived arrives arrive landed spoke briefly again together here two place privately virtually conference lunch dinner audience " +
      "counterpart counterparts rebels taliban talked dialogue ministerial host hosted delegation opposition year",
  ),
);

/** The place that the clause of a trigger names: the town of "at his office in Seoul", else the house of "at the White House". */
export function findPlace(view: SentenceView, trigger: Trigger): string | null {
  if (trigger.kind === "call" || trigger.kind === "video") return null;
  const { tokens } = view;
  const verb = trigger.first;
  const first = clauseStart(tokens, verb);
  const last = Math.max(clauseEnd(tokens, trigger.last - 1), trigger.object?.last ?? 0);
  let house: string | null = null;
  for (let i = first; i < last; i++) {
    const word = tokens[i]?.lower ?? "";
    if (i > verb && SUBJECT_WORDS.has(word)) break;
    if (word === "in") {
      const town = properName(view, i + 1);
      if (town !== null && (isWhere(tokens, i, first) || isDated(tokens, i + town.split(" ").length))) return town;
    }
    if (word === "at" && house === null) house = properName(view, i + 1);
  }
  return house ?? visitedPlace(view, trigger);
}

/** Whether "in" follows a verb, a time or a name, as a place does, and not a noun that it describes ("tension in Idlib"). */
function isWhere(tokens: Token[], at: number, clause: number): boolean {
  const before = tokens[at - 1];
  if (at === clause || before === undefined) return true;
  return before.capital || before.kind !== "word" || PLAIN_BEFORE.has(before.lower);
}

/** "in Alexandria on January 15": where a day follows, a place of the meeting stands before it. */
function isDated(tokens: Token[], at: number): boolean {
  const next = tokens[at + 1]?.lower ?? "";
  if (isCalendarWord(next) || RELATIVE_DAYS.has(next)) return true;
  if (next !== "on") return false;
  return (
    isCalendarWord(tokens[at + 2]?.lower ?? "") ||
    (tokens[at + 2]?.kind === "number" && isCalendarWord(tokens[at + 3]?.lower ?? ""))
  );
}

/** The capitals from `at` on, with a comma for "Bali, Indonesia"; null where they name a gathering or a month. */
function properName(view: SentenceView, at: number): string | null {
  const { tokens } = view;
  const first = tokens[at]?.lower === "the" ? at + 1 : at;
  let last = first;
  while (last < tokens.length && (isNameToken(tokens, last) || isInnerOf(tokens, last))) last++;
  if (last === first || isPerson(view, first)) return null;
  const end = tokens[last - 1]?.end ?? 0;
  const start = tokens[first]?.start ?? 0;
  const name = join(tokens, first, last);
  if (end <= start || GATHERINGS.test(name) || /[’']s$/u.test(name)) return null;
  if (
    tokens[last]?.text === "," &&
    isNameToken(tokens, last + 1) &&
    !isPerson(view, last + 1) &&
    /^[,.]$/.test(tokens[last + 2]?.text ?? ".")
  ) {
    return `${name}, ${tokens[last + 1]?.text ?? ""}`;
  }
  return name;
}

function join(tokens: Token[], first: number, last: number): string {
  return tokens
    .slice(first, last)
    .map((token) => token.text)
    .join(" ");
}

function isNameToken(tokens: Token[], at: number): boolean {
  const token = tokens[at];
  return token?.capital === true && !isCalendarWord(token.lower);
}

function isInnerOf(tokens: Token[], at: number): boolean {
  const word = tokens[at]?.lower;
  if (word === "of") return isNameToken(tokens, at + 1) || (tokens[at + 1]?.lower === "the" && isNameToken(tokens, at + 2));
  return word === "the" && tokens[at - 1]?.lower === "of" && isNameToken(tokens, at + 1);
}

function isPerson(view: SentenceView, at: number): boolean {
  return view.actors.some((actor) => actor.kind === "person" && actor.first <= at && at < actor.last);
}

/** A visit's object: "visited Tokyo", "a visit to Japan", "arrived in Delhi". */
function visitedPlace(view: SentenceView, trigger: Trigger): string | null {
  if (trigger.rule === "visited") return properName(view, trigger.last);
  if (trigger.kind !== "visit" || trigger.rule === "called-on") return null;
  for (let i = trigger.at + 1; i < Math.min(view.tokens.length, trigger.at + 12); i++) {
    if (view.tokens[i]?.lower === "to") return properName(view, i + 1);
  }
  return null;
}
