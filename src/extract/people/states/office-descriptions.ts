import { ANY_OF_MANY, LEADERS_OFFICE, UNIQUE_OFFICE } from "../../en/people/office-words.ts";
import { isTitleHead, isTitleModifier, officeOf } from "../../en/titles.ts";
import { firstIndex } from "../../first-index.ts";
import { sentenceAt, type TextModel } from "../../read-text.ts";
import type { FoundPerson } from "../found-people.ts";
import { giveCountry, isOpen, keyOf } from "./office-classes.ts";
import type { PlaceMention } from "./places.ts";

const REACH_CHARACTERS = 500;
const QUOTE_REACH_CHARACTERS = 600;

export interface Described {
  code: string;
  office: string;
  start: number;
  words: string;
}

/** "the Russian president", "Mexico's foreign minister", "the leader of North Korea": an office and its state, without a name. */
export function descriptions(model: TextModel, places: PlaceMention[]): Described[] {
  const found: Described[] = [];
  const { tokens } = model;
  for (const place of places) {
    const at = firstIndex(tokens, (token) => token.end >= place.end);
    const possessive = (tokens[at]?.end ?? 0) > place.end;
    if ((place.kind === "capital" && !possessive) || isQuoted(model, place.start)) continue;
    const before = officeOfPlace(
      model,
      firstIndex(tokens, (token) => token.start >= place.start),
    );
    if (before !== null && place.kind !== "seat")
      found.push({
        code: place.code,
        office: before,
        start: place.start,
        words: `${before} of ${model.text.slice(place.start, place.end)}`,
      });
    if (
      !(place.adjective || possessive) ||
      ANY_OF_MANY.has(tokens[firstIndex(tokens, (token) => token.start >= place.start) - 1]?.lower ?? "")
    )
      continue;
    const office = officeFrom(model, at + 1);
    if (office !== null)
      found.push({
        code: place.code,
        office,
        start: place.start,
        words: `${model.text.slice(place.start, place.end)} ${office}`,
      });
  }
  return found;
}

/** In somebody's words "the president of Mexico" is nobody whom the reporter named before. */
function isQuoted(model: TextModel, offset: number): boolean {
  const paragraph = model.paragraphs[sentenceAt(model, offset)?.paragraph ?? 0];
  const before = model.text.slice(Math.max(paragraph?.start ?? 0, offset - QUOTE_REACH_CHARACTERS), offset);
  const curly = before.lastIndexOf("“") > before.lastIndexOf("”");
  return curly || (before.split('"').length - 1) % 2 === 1;
}

function officeFrom(model: TextModel, from: number): string | null {
  const words: string[] = [];
  for (let at = from; at < from + 6; at++) {
    const token = model.tokens[at];
    if (token === undefined || token.kind === "mark") return null;
    words.push(token.text);
    if (isTitleHead(token.text)) {
      const next = model.tokens[at + 1];
      if (isTitleHead(next?.text ?? "")) continue;
      if (/[^s]s$/.test(token.lower) || next?.capital === true) return null;
      if (next?.text === "of" && model.tokens[at + 2]?.text === "State") return officeOf([...words, "of", "State"]);
      return officeOf(words);
    }
    if (!isTitleModifier(token.text)) return null;
  }
  return null;
}

function officeOfPlace(model: TextModel, at: number): string | null {
  const { tokens } = model;
  const link = tokens[at - 1]?.lower === "the" ? at - 2 : at - 1;
  if (tokens[link]?.lower !== "of") return null;
  const head = tokens[link - 1];
  if (head === undefined || !isTitleHead(head.text) || /[^s]s$/.test(head.lower) || tokens[at + 1]?.capital === true) return null;
  let first = link - 1;
  while (first > 0 && link - first < 5 && isTitleModifier(tokens[first - 1]?.text ?? "")) first--;
  if (ANY_OF_MANY.has(tokens[first - 1]?.lower ?? "")) return null;
  return officeOf(tokens.slice(first, link).map((token) => token.text));
}

function fits(title: string, office: string): boolean {
  const [a, b] = [keyOf(title), keyOf(office)];
  return a === b || (b === "leader" && LEADERS_OFFICE.test(a)) || (a === "minister" && b.endsWith(" minister"));
}

/** A description belongs to the nearest person before it who holds that office of no known state; where one of that state does, to that one. */
export function settle(people: FoundPerson[], { code, office, start, words }: Described): void {
  const holders = people.flatMap((person) =>
    person.roles.filter((role) => role.title !== null && fits(role.title, office)).map((role) => ({ person, role })),
  );
  if (holders.some(({ role }) => role.country === code)) return;
  const open = holders
    .filter(({ person }) => !person.roles.some((role) => role.country !== null && role.country !== code))
    .filter(({ role }) => isOpen(role) && (UNIQUE_OFFICE.test(role.title ?? "") || LEADERS_OFFICE.test(role.title ?? "")));
  const near = open
    .map((each) => ({ ...each, at: lastMention(each.person, start) }))
    .filter(({ at }) => at >= 0 && start - at < REACH_CHARACTERS)
    .sort((a, b) => b.at - a.at);
  // Where one person alone holds the office, it may stand anywhere; "the leader" may be anybody.
  const alone = office.toLowerCase() !== "leader" && new Set(open.map(({ person }) => person)).size === 1;
  const chosen = near[0] ?? (alone ? open[0] : undefined);
  if (chosen !== undefined) giveCountry(chosen, code, `"${words}"`);
}

function lastMention(person: FoundPerson, offset: number): number {
  return person.mentions.findLast((mention) => mention.start < offset)?.start ?? -1;
}
