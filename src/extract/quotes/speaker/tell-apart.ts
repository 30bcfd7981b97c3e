import type { Range } from "../../../domain/evidence/span.ts";
import { LIST_LINKS } from "../../en/people/name-words.ts";
import { HE_HIM, SHE_HER } from "../../en/quotes/speaker-words.ts";
import { titleGender } from "../../en/titles.ts";
import { compareNames, parseName } from "../../names.ts";
import type { FoundPerson, Mention, PersonMention } from "../../people/found-people.ts";
import { sentenceAt } from "../../read-text.ts";
import { tokenIndexAt } from "../cues.ts";
import { isInside } from "./person-facts.ts";
import type { Resolution } from "./resolution.ts";

/** A text that names somebody in full again and again does not mean them by the surname alone. */
const MANY_FULL = 3;
const MENTIONS_LOOKED_AT = 40;
/** "and" with the title of the second of two names. */
const MAX_TITLE_BETWEEN = 6;

/**
 * Which of the bearers of one surname a mention of the surname alone means: by the gender or office of its title, by the pronouns of its sentence,
 * by the full name just before, else the one whom the text is about. Null where they cannot be told apart.
 */
export function tellApart(mention: Mention, person: FoundPerson, context: Resolution): FoundPerson | null {
  const words = parseName(mention.text).words;
  const surname = words.at(-1) ?? "";
  if (words.length !== 1) return person;
  const bearers = context.facts.bearersOf(surname).filter((each) => each === person || isAnother(each, person));
  if (bearers.length < 2) return person;
  const titled = byTitle(mention, bearers, context);
  if (titled !== undefined) return titled;
  const near = nearBefore(mention, bearers, context);
  const told = oneOf(near) ?? byPronoun(mention, bearers, context) ?? spokeLast(mention, bearers, context);
  return told ?? (standTogether(near, context) ? null : principal(bearers));
}

/** Another of the name, not another spelling of it. */
function isAnother(a: FoundPerson, b: FoundPerson): boolean {
  return compareNames(parseName(a.name), parseName(b.name)) === "different";
}

/** The bearer whose gender, or office, the title before the surname tells; undefined where there is no title, null where it tells nothing. */
function byTitle({ title }: Mention, bearers: FoundPerson[], { facts }: Resolution): FoundPerson | null | undefined {
  if (title === null) return undefined;
  const gender = titleGender(title.split(" "));
  const office = title.toLowerCase();
  const holders = bearers.filter((each) =>
    each.roles.some((role) => role.title !== null && office.endsWith(role.title.toLowerCase())),
  );
  if (holders.length === 1) return holders[0];
  if (gender === null) return undefined;
  const fitting = bearers.filter((each) => facts.genderOf(each) === gender);
  const open = bearers.filter((each) => facts.genderOf(each) === null);
  if (fitting.length === 1) return fitting[0];
  return fitting.length === 0 && open.length === 1 ? open[0] : null;
}

function oneOf(near: PersonMention[]): FoundPerson | null {
  const people = new Set(near.map(({ person }) => person));
  return people.size === 1 ? (near[0]?.person ?? null) : null;
}

/** "Ada Lund and Minister Bo Lund spoke": nothing in the sentence sets one before the other. */
function standTogether(near: PersonMention[], { model: { tokens } }: Resolution): boolean {
  return near.some(({ person, mention }, at) => {
    const before = near[at - 1];
    if (before === undefined || before.person === person) return false;
    const first = tokenIndexAt(tokens, before.mention.end);
    return LIST_LINKS.has(tokens[first]?.lower ?? "") && tokenIndexAt(tokens, mention.start) - first <= MAX_TITLE_BETWEEN;
  });
}

/** Those who are named in full in this sentence or the one before, in the order of the text. */
function nearBefore(mention: Mention, bearers: FoundPerson[], context: Resolution): PersonMention[] {
  const { sentences } = context.model;
  const sentence = sentenceAt(context.model, mention.start);
  const start = sentences[Math.max(0, (sentence?.index ?? 0) - 1)]?.start ?? 0;
  return namedInFull({ start, end: mention.start }, bearers, context);
}

function namedInFull(range: Range, bearers: FoundPerson[], { people, spans }: Resolution): PersonMention[] {
  return people
    .within(range)
    .filter(({ person, mention }) => bearers.includes(person) && isFull(mention) && !isInside(spans, mention));
}

function isFull(mention: Mention): boolean {
  return parseName(mention.text).words.length > 1;
}

/** The one who spoke last, where no other bearer was named in full since. */
function spokeLast(mention: Mention, bearers: FoundPerson[], context: Resolution): FoundPerson | null {
  const last = context.earlier.findLast((each) => each.person !== null && bearers.includes(each.person));
  if (last?.person == null) return null;
  const since = namedInFull({ start: last.at, end: mention.start }, bearers, context);
  return since.some(({ person }) => person !== last.person) ? null : last.person;
}

/** The one named first, unless the text goes on to name them in full: then that is how it tells them apart. */
function principal(bearers: FoundPerson[]): FoundPerson | null {
  const rest = bearers.filter((each) => !isNamedInFullOften(each));
  const [first] = [...(rest.length > 0 ? rest : bearers)].sort(
    (a, b) => (a.mentions[0]?.start ?? 0) - (b.mentions[0]?.start ?? 0),
  );
  return rest.length === 1 || first === bearers[0] ? (first ?? null) : null;
}

function byPronoun(mention: Mention, bearers: FoundPerson[], { model, facts }: Resolution): FoundPerson | null {
  const sentence = sentenceAt(model, mention.start);
  if (sentence === null) return null;
  const after = model.text.slice(mention.end, sentence.end);
  const gender = SHE_HER.test(after) ? "female" : HE_HIM.test(after) ? "male" : null;
  const fitting = bearers.filter((each) => gender !== null && facts.genderOf(each) === gender);
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}

function isNamedInFullOften({ mentions }: FoundPerson): boolean {
  return mentions.slice(0, MENTIONS_LOOKED_AT).filter(isFull).length >= MANY_FULL;
}
