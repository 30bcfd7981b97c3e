import type { GivenRole } from "../../../domain/evidence/extraction.ts";
import {
  AGENCY_DATELINE,
  MONARCHIES,
  NOT_AT_HOME,
  NOT_SERVING,
  PRESIDENT,
  ROYAL_OFFICE,
  UNIQUE_OFFICE,
} from "../../en/people/office-words.ts";
import { sentenceAt, type TextModel } from "../../read-text.ts";
import type { FoundPerson } from "../found-people.ts";
import { giveCountry, isOpen, keyOf } from "./office-classes.ts";
import type { PlaceMention } from "./places.ts";

/** So many times as often is the one named who is meant by the bare office, where the article gives it to two. */
const PROMINENCE = 3;

export interface Signs {
  /** Every mention of a state, and those by which it is the writer's own: seats of its government, the place in the dateline. */
  all: Map<string, number>;
  own: Map<string, number>;
}

export function signsOfStates(model: TextModel, places: PlaceMention[]): Signs {
  const signs: Signs = { all: new Map(), own: new Map() };
  const add = (sums: Map<string, number>, code: string, weight: number) => sums.set(code, (sums.get(code) ?? 0) + weight);
  const dateline = datelineEnd(model);
  for (const place of places) {
    add(signs.all, place.code, 1);
    if (place.kind === "seat") add(signs.own, place.code, 2);
    if (place.kind === "capital" && place.end <= dateline) add(signs.own, place.code, 1);
  }
  return signs;
}

/** Where "WASHINGTON —" or "Kyiv (CNN)" ends; the text's beginning where there is none. */
function datelineEnd(model: TextModel): number {
  const start = model.sentences[0]?.start ?? 0;
  const match = AGENCY_DATELINE.exec(model.text.slice(start, start + 90));
  return match === null ? start : start + match[0].length;
}

/** The state whose officials the article names without saying whose they are; null where no state stands out. */
export function homeOf({ all, own }: Signs): string | null {
  return leading(own, 3, 3) ?? leading(all, 4, 4);
}

/** The state by whose seats the article names a government, less those whose office is another's. */
export function homeLeft({ own }: Signs, taken: ReadonlySet<string>): string | null {
  return taken.size === 0 ? null : leading(new Map([...own].filter(([code]) => !taken.has(code))), 3, 3);
}

export function leading(sums: ReadonlyMap<string, number>, least: number, times: number): string | null {
  const [first, second] = [...sums].sort((a, b) => b[1] - a[1]);
  return first !== undefined && first[1] >= least && first[1] >= times * (second?.[1] ?? 0) ? first[0] : null;
}

export function inferHome(
  model: TextModel,
  { people, person, role }: { people: FoundPerson[]; person: FoundPerson; role: GivenRole },
  { home, hasPalace }: { home: string; hasPalace: boolean },
): void {
  const title = role.title ?? "";
  if (!isOpen(role) || (NOT_AT_HOME.test(title) && !(ROYAL_OFFICE.test(title) && hasPalace))) return;
  if (person.roles.some((each) => each.country !== null && each.country !== home)) return;
  if (PRESIDENT.test(title) && MONARCHIES.has(home)) return;
  if (
    UNIQUE_OFFICE.test(title) &&
    !NOT_SERVING.test(title) &&
    !isOfThePast(model, person) &&
    people.some(
      (other) =>
        other !== person &&
        other.roles.some((held) => rivals(held, title, home)) &&
        other.mentions.length * PROMINENCE > person.mentions.length,
    )
  )
    return;
  giveCountry(
    { person, role },
    home,
    "the state whose government the article names by its seats, or the only one that it is about",
  );
}

/** "President A held a summit of his own in 2014": who held the office in another year is no rival of whoever holds it. */
function isOfThePast(model: TextModel, person: FoundPerson): boolean {
  const titled = person.mentions.find((mention) => mention.title !== null);
  const sentence = titled === undefined || person.mentions.length > 2 ? null : sentenceAt(model, titled.start);
  return sentence !== null && /\b(?:1[89]|20)\d{2}\b/.test(model.text.slice(sentence.start, sentence.end));
}

/** Whether somebody else serves in the same office for that state, or in it for none that is known: then it is open who is whose. */
function rivals(held: GivenRole, title: string, home: string): boolean {
  if (held.title === null || NOT_SERVING.test(held.title) || keyOf(held.title) !== keyOf(title)) return false;
  return held.country === home || isOpen(held);
}
