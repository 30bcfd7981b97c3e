import { MODALS } from "../en/function-words.ts";
import {
  BECOMES,
  BEFORE_OFFICE,
  BETWEEN_VERB_AND_OFFICE,
  HELD_ONCE,
  LEADING_OFFICE,
  OF_ANOTHER,
  PASSING_STATE,
  PUT_INTO_OFFICE,
} from "../en/people/office-words.ts";
import { isTitleHead, isTitleModifier, officeOf } from "../en/titles.ts";
import type { TextModel } from "../read-text.ts";
import { sentenceAt } from "../read-text.ts";
import type { Sentence, Token } from "../tokens.ts";
import type { FoundPerson, Mention } from "./found-people.ts";
import { speaks } from "./states/bare-people.ts";
import type { TitleContext } from "./title-phrase.ts";

const MAX_MENTIONS = 12;
const MAX_PEOPLE = 80;
const MAX_OFFICE_TOKENS = 6;

/**
 * Offices that the text gives its people in other words than a title: "Ada Lund, who is finance minister", "as prime minister, Lund", and
 * "the prime minister" in the sentence behind a name that is the only one there, where nobody of the article holds that office.
 */
export function addDescribedRoles(model: TextModel, all: FoundPerson[], context: TitleContext): void {
  // Each is compared with all the others: nobody writes an article on more.
  const people = all.slice(0, MAX_PEOPLE);
  for (const person of people) {
    if (person.roles.some((role) => role.title !== null)) continue;
    const found = person.mentions
      .slice(0, MAX_MENTIONS)
      .map((mention) => predicate(model, mention, context))
      .find((role) => role !== null);
    if (found == null) continue;
    person.roles = [{ ...found, country: found.country ?? person.roles[0]?.country ?? null }];
    person.rules.push(`${found.title}: the verb behind the name`);
  }
  for (const person of people) {
    if (person.roles.some((role) => role.title !== null)) continue;
    const found = person.mentions
      .slice(0, MAX_MENTIONS)
      .map((mention) => described(model, { person, mention, people }, context))
      .find((role) => role !== null);
    if (found == null) continue;
    person.roles = [{ ...found, country: found.country ?? person.roles[0]?.country ?? null }];
    person.rules.push("the office behind the name");
  }
}

interface FoundOffice {
  title: string;
  affiliation: null;
  country: string | null;
}

/** "Lund is the finance minister of Norway", "Lund, who was elected president", "As prime minister, Lund". */
function predicate(model: TextModel, mention: Mention, context: TitleContext): FoundOffice | null {
  const { tokens } = model;
  const sentence = sentenceAt(model, mention.start);
  if (sentence === null) return null;
  let at = indexAt(tokens, sentence, mention.end);
  const asOffice = officeAs(tokens, sentence, at);
  if (asOffice !== null) return { title: asOffice, affiliation: null, country: null };
  if (tokens[at]?.text === "," && tokens[at + 1]?.lower === "who") at += 2;
  if (MODALS.has(tokens[at]?.lower ?? "")) return null;
  let verb: string | null = null;
  let held = false;
  for (let steps = 0; steps < 4 && at < sentence.lastToken; steps++, at++) {
    const word = tokens[at]?.lower ?? "";
    if (BECOMES.has(word)) verb = word;
    else if (HELD_ONCE.has(word)) held = true;
    else if (!BETWEEN_VERB_AND_OFFICE.has(word)) break;
  }
  if (verb === null && !held) return null;
  const office = officeFrom(tokens, at, sentence.lastToken);
  if (office === null) return null;
  const title = held && !PUT_INTO_OFFICE.has(verb ?? "") ? `Former ${office.title}` : office.title;
  return { title, affiliation: null, country: stateOf(tokens, office, context) };
}

/** "As prime minister, Lund": right before the name. */
function officeAs(tokens: Token[], sentence: Sentence, end: number): string | null {
  let at = end - 1;
  while (at > sentence.firstToken && tokens[at]?.text !== ",") {
    if (end - at > 4) return null;
    at--;
  }
  for (let first = at - 1; first >= sentence.firstToken && at - first <= MAX_OFFICE_TOKENS; first--) {
    if (tokens[first]?.lower !== "as") continue;
    const office = officeFrom(tokens, first + 1, at);
    return office !== null && office.last === at ? office.title : null;
  }
  return null;
}

/** "The prime minister" behind the sentence of a name, and no other name near. */
function described(
  model: TextModel,
  { person, mention, people }: { person: FoundPerson; mention: Mention; people: FoundPerson[] },
  context: TitleContext,
): FoundOffice | null {
  const { tokens } = model;
  const sentence = sentenceAt(model, mention.start);
  if (sentence === null) return null;
  const next = model.sentences[sentence.index + 1];
  const from = indexAt(tokens, sentence, mention.end);
  const last = next?.lastToken ?? sentence.lastToken;
  const end = tokens[last - 1]?.end ?? 0;
  const others = people.some(
    (other) => other !== person && other.mentions.some((each) => each.start >= sentence.start && each.start < end),
  );
  if (others) return null;
  for (let at = from; at < last; at++) {
    if (tokens[at]?.lower !== "the") continue;
    const office = officeFrom(tokens, at + 1, last);
    if (
      office === null ||
      tokens[office.last]?.lower === "of" ||
      isQuoted(tokens, from, at) ||
      OF_ANOTHER.test(tokens[at - 1]?.lower ?? "") ||
      !LEADING_OFFICE.test(office.title.replace(PASSING_STATE, "")) ||
      tokens[office.last]?.capital === true
    )
      continue;
    const taken = people.some(
      (other) => other !== person && other.roles.some((role) => role.title?.toLowerCase() === office.title.toLowerCase()),
    );
    const country = stateOf(tokens, office, context);
    if (taken || (office.title === "Leader" && country === null) || (country !== null && speaks(model, person, sentence.start)))
      continue;
    return { title: office.title, affiliation: null, country };
  }
  return null;
}

/** Between opening and closing marks it is somebody else who speaks. */
function isQuoted(tokens: Token[], from: number, at: number): boolean {
  let open = false;
  for (let index = from; index < at; index++) {
    const mark = tokens[index]?.text;
    if (mark === "“" || (mark === '"' && !open)) open = true;
    else if (mark === "”" || mark === '"') open = false;
  }
  return open;
}

interface OfficeAt {
  title: string;
  first: number;
  last: number;
}

/** The office whose words begin here: "the new foreign minister", "North Korean leader"; token indices, `last` behind its head. */
function officeFrom(tokens: Token[], from: number, limit: number): OfficeAt | null {
  let first = from;
  while (first < limit && BEFORE_OFFICE.has(tokens[first]?.lower ?? "")) first++;
  for (let at = first; at < Math.min(limit, first + MAX_OFFICE_TOKENS); at++) {
    const token = tokens[at];
    if (token === undefined || token.kind === "mark") return null;
    if (isTitleHead(token.text) && !isTitleHead(tokens[at + 1]?.text ?? "")) {
      if (/[^s]s$/.test(token.lower)) return null;
      const words = tokens
        .slice(first, at + 1)
        .map((each) => each.text)
        .filter((word) => isTitleHead(word) || isTitleModifier(word));
      const title = officeOf(words);
      return title === null ? null : { title, first, last: at + 1 };
    }
    if (!(isTitleHead(token.text) || isTitleModifier(token.text) || token.capital)) return null;
  }
  return null;
}

/** The state right before the office, or behind "of". */
function stateOf(tokens: Token[], { first, last }: OfficeAt, context: TitleContext): string | null {
  const start = tokens[first]?.start ?? 0;
  const before = context.countryIn({ start, end: tokens[last - 1]?.end ?? start });
  if (before !== null) return before.code;
  const named = tokens[last + 1]?.lower === "the" ? tokens[last + 2] : tokens[last + 1];
  if (tokens[last]?.lower !== "of" || named === undefined) return null;
  return context.countryIn(named)?.code ?? null;
}

function indexAt(tokens: Token[], sentence: Sentence, offset: number): number {
  let at = sentence.firstToken;
  while (at < sentence.lastToken && (tokens[at]?.start ?? offset) < offset) at++;
  return at;
}
