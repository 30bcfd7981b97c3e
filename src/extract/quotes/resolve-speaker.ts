import type { Speaker } from "../../domain/evidence/extraction.ts";
import { type Range, spanOf } from "../../domain/evidence/span.ts";
import { countryWord } from "../countries.ts";
import { ARTICLES, DEMONSTRATIVES, POSSESSIVES, THEIR_POSSESSIVES } from "../en/function-words.ts";
import { BODY_WORDS, DOCUMENT_WORDS } from "../en/reporting-verbs.ts";
import { isTitleHead, isTitleModifier } from "../en/titles.ts";
import { firstIndex } from "../first-index.ts";
import { isAboutPronoun } from "../is-about-pronoun.ts";
import type { FoundPerson, Mention, People } from "../people/found-people.ts";
import { sentenceAt, type TextModel } from "../read-text.ts";
import type { Token } from "../tokens.ts";
import { together } from "../words.ts";
import { isPersonNoun, type Phrase, phraseAfter } from "./noun-phrase.ts";

/** A speaker once known: whom a later "he" or "the minister" may mean. */
export interface EarlierSpeaker {
  name: string;
  person: FoundPerson | null;
  at: number;
}

export interface Resolution {
  model: TextModel;
  people: People;
  /** Speakers of the quotations before this one, oldest first. */
  earlier: EarlierSpeaker[];
  /** The quotations: whom they name is not whom the reporter's "she" means. */
  spans: Range[];
}

const SINGULAR = /^(?:he|she)$/;
const SELF =
  /^(?:i|we|you|me|us|it|this|that|who|which|they|them|one|many|some|others|both|another|people|(?:not )?(?:any|some|every|no)(?:one|body))$/;
const DETERMINER = together(ARTICLES, THEIR_POSSESSIVES, DEMONSTRATIVES);
/** What says when or how an office is held, not which. */
const PASSING = /^(?:former|then|visiting|outgoing|incoming|acting|interim|new|veteran|longtime)$/;
const REACH_CHARACTERS = 1200;
const MAX_NAME_CHARACTERS = 80;
const MENTIONS_LOOKED_AT = 200;

/** The person, body or document that a phrase means; null where it cannot be told. The mention is the phrase itself. */
export function resolveSpeaker(phrase: Phrase, context: Resolution): { speaker: Speaker; person: FoundPerson | null } | null {
  const { model, people } = context;
  const tokens = model.tokens.slice(phrase.first, phrase.last);
  const first = tokens[0];
  const last = tokens.at(-1);
  if (first === undefined || last === undefined) return null;
  const range = { start: first.start, end: last.end - contraction(last.text) };
  const mention = spanOf(model.text, range.start, range.end);
  const named = lastPersonIn(people, range) ?? personWithBody(context, tokens, range);
  if (named !== null) return { speaker: { name: named.name, mention }, person: named };
  const word = mention.text.toLowerCase();
  if (SINGULAR.test(word)) return resolvePronoun(mention, context, word === "he" ? "male" : "female");
  if (word === "they" || word === "it") return resolveGroup(mention, context);
  if (word === "i" || word === "we") return resolveLabel(mention, context);
  if (SELF.test(word)) return null;
  const apposed = apposedName(context, tokens, phrase.last);
  if (apposed !== null) return { speaker: { name: apposed.name, mention }, person: apposed.person };
  const described = resolveDescription(tokens, range, context);
  if (described !== null) return { speaker: { name: described.name, mention }, person: described };
  return { speaker: { name: bodyName(tokens, model.text, range), mention }, person: null };
}

/** "our founding editor, Ignatius Pell,", "his partner, Ada Smith,": the name behind an office or a noun for a person and a comma. */
function apposedName(
  { model, people }: Resolution,
  office: Token[],
  last: number,
): { name: string; person: FoundPerson | null } | null {
  const comma = model.tokens[last];
  const next = model.tokens[last + 1];
  if (comma?.text !== "," || next === undefined) return null;
  const owned = isOwnedPerson(office);
  if (!owned && !office.some((token) => isTitleHead(token.text))) return null;
  const named = people.within({ start: next.start, end: next.start + MAX_NAME_CHARACTERS })[0];
  if (named !== undefined && named.mention.start === next.start) return { name: named.person.name, person: named.person };
  const name = owned ? nameBetweenCommas(model, last + 1) : null;
  return name === null ? null : { name, person: null };
}

/** Two to four capitalised words and a comma: the name of somebody whom the text knows by nothing else. */
function nameBetweenCommas({ text, tokens }: TextModel, first: number): string | null {
  let last = first;
  while (tokens[last]?.kind === "word" && tokens[last]?.capital === true) last++;
  const [start, end] = [tokens[first], tokens[last - 1]];
  const closes = tokens[last]?.text === "," && last - first >= 2 && last - first <= 4;
  if (!closes || start === undefined || end === undefined) return null;
  const name = text.slice(start.start, end.end).replace(/\s+/g, " ");
  return BODY_WORDS.test(name) || countryWord(name) !== null ? null : name;
}

/** "his partner at the bank", "Lee's niece": one person, by whose they are. */
function isOwnedPerson(words: Token[]): boolean {
  const owner = words[0];
  return (
    owner !== undefined &&
    (POSSESSIVES.has(owner.lower) || words.slice(0, 3).some((word) => /['’]s$/.test(word.text))) &&
    words.some(isPersonNoun)
  );
}

/** How many characters of "Modi's" or "they've" are no part of the name or pronoun. */
function contraction(text: string): number {
  return /['’](?:s|ve|re|d|ll|m)$/.exec(text)?.[0].length ?? 0;
}

/** The phrase names the person whom it ends in: "Kishida's spokesman Seiji Kihara", not Kishida; not "a spokesman for Kishida". */
function lastPersonIn(people: People, range: Range): FoundPerson | null {
  const found = people.within(range).at(-1);
  return found !== undefined && range.end - found.mention.end <= 1 ? found.person : null;
}

/** "Noriko Asahara of the Setouchi Institute": the name that the phrase begins with, and where its bearer belongs. */
function personWithBody({ people }: Resolution, tokens: Token[], range: Range): FoundPerson | null {
  const first = people.within(range)[0];
  if (first === undefined || first.mention.start !== range.start) return null;
  const next = tokens.find((token) => token.start >= first.mention.end);
  return /^(?:of|from|at)$/.test(next?.lower ?? "") ? first.person : null;
}

function resolvePronoun(
  mention: Speaker["mention"],
  context: Resolution,
  gender: "male" | "female",
): { speaker: Speaker; person: FoundPerson | null } | null {
  const unknown = nameJustHeard(context, mention.start);
  if (unknown !== null) return { speaker: { name: unknown, mention }, person: null };
  const person = antecedentOf(context, mention.start, gender);
  if (person !== null) return { speaker: { name: person.name, mention }, person };
  const speaker = context.earlier.at(-1);
  if (speaker !== undefined) return { speaker: { name: speaker.name, mention }, person: speaker.person };
  const described = describedBefore(context, mention.start);
  return described === null ? null : { speaker: { name: described, mention }, person: null };
}

/** "MS BRANDT: As I said, "…"": the name that the paragraph of a transcript begins with. */
function resolveLabel(
  mention: Speaker["mention"],
  { model, people }: Resolution,
): { speaker: Speaker; person: FoundPerson | null } | null {
  const sentence = sentenceAt(model, mention.start);
  const paragraph = sentence === null ? undefined : model.paragraphs[sentence.paragraph];
  if (paragraph === undefined) return null;
  const label = /^[^:.!?"“]{2,60}:/.exec(model.text.slice(paragraph.start, paragraph.start + MAX_NAME_CHARACTERS));
  if (label === null) return null;
  const named = people.within({ start: paragraph.start, end: paragraph.start + label[0].length }).at(-1);
  return named === undefined ? null : { speaker: { name: named.person.name, mention }, person: named.person };
}

/** "The representative of Algeria called for a truce. "…," he said": an office that the sentence before begins with. */
function describedBefore({ model }: Resolution, at: number): string | null {
  const before = model.sentences[(sentenceAt(model, at)?.index ?? 0) - 1];
  if (before === undefined) return null;
  const phrase = phraseAfter(model.tokens, before.firstToken, before.lastToken);
  const tokens = phrase === null ? [] : model.tokens.slice(phrase.first, phrase.last);
  const [first, last] = [tokens[0], tokens.at(-1)];
  if (first === undefined || last === undefined || !ARTICLES.has(first.lower)) return null;
  if (!tokens.some((token) => isTitleHead(token.text) && !/s$/.test(token.lower))) return null;
  return bodyName(tokens, model.text, { start: first.start, end: last.end });
}

/** Whom "they", or what "it", means: the body, group or document that spoke last. */
function resolveGroup(
  mention: Speaker["mention"],
  { earlier }: Resolution,
): { speaker: Speaker; person: FoundPerson | null } | null {
  const last = earlier.at(-1);
  if (last === undefined || last.person !== null || mention.start - last.at > REACH_CHARACTERS) return null;
  return { speaker: { name: last.name, mention }, person: null };
}

/** The name of the last speaker, where nothing else says that it is a person's, and nobody was named since. */
function nameJustHeard({ people, earlier }: Resolution, at: number): string | null {
  const last = earlier.at(-1);
  if (last === undefined || last.person !== null || at - last.at > REACH_CHARACTERS) return null;
  if (
    !/^(?:[\p{L}’']+ )*\p{Lu}[\p{L}’'-]+ \p{Lu}[\p{L}’'-]+$/u.test(last.name) ||
    BODY_WORDS.test(last.name) ||
    DOCUMENT_WORDS.test(last.name)
  )
    return null;
  const before = people.before(at, 1)[0];
  return before === undefined || before.mention.start < last.at ? last.name : null;
}

/**
 * Whom "he" or "she" means: the first person named in the same sentence, else the one that the nearest sentence before is about (its
 * first name), else the last speaker. People whose titles say another gender are passed over.
 */
function antecedentOf(context: Resolution, at: number, gender: "male" | "female"): FoundPerson | null {
  const { model, people, earlier, spans } = context;
  const fits = (person: FoundPerson) => person.gender === null || person.gender === gender;
  const sentence = sentenceAt(model, at);
  if (sentence === null) return null;
  const speaker = earlier.findLast((each) => each.person === null || fits(each.person));
  for (let index = sentence.index; index >= Math.max(0, sentence.index - 6); index--) {
    const range = model.sentences[index];
    if (range === undefined) continue;
    // "Asked about Li, he replied": who was asked is "he", not whom the question names.
    if (index === sentence.index && /^(?:asked|pressed|questioned)$/.test(model.tokens[range.firstToken]?.lower ?? "")) continue;
    const named = firstPersonIn(
      people,
      { start: range.start, end: Math.min(range.end, at) },
      (person, mention) => fits(person) && !isQuoted(spans, mention),
    );
    if (speaker?.person != null && speaker.at >= range.start && at - speaker.at < REACH_CHARACTERS) return speaker.person;
    if (
      named !== null &&
      !(index < sentence.index && isAboutPronoun(model.tokens, range, { gender, before: named.mention.start }))
    )
      return named.person;
  }
  return speaker?.person ?? null;
}

function isQuoted(spans: Range[], mention: Range): boolean {
  const span = spans[firstIndex(spans, (each) => each.end > mention.start)];
  return span !== undefined && span.start < mention.end;
}

function firstPersonIn(
  people: People,
  range: Range,
  fits: (person: FoundPerson, mention: Mention) => boolean,
): { person: FoundPerson; mention: Mention } | null {
  return people.within(range).find(({ person, mention }) => fits(person, mention)) ?? null;
}

/** "the Minister", "the former senator": the person last named or heard who holds such an office. */
function resolveDescription(tokens: Token[], range: Range, { model, people, earlier }: Resolution): FoundPerson | null {
  const words = tokens.map((token) => token.lower);
  const bare = tokens.every((token) => isTitleHead(token.text) || isTitleModifier(token.text));
  if (!(DETERMINER.has(words[0] ?? "") || bare) || words[0] === "a" || words[0] === "an" || tokens.length > 5) return null;
  const head = tokens.at(-1);
  if (head === undefined || !isTitleHead(head.text) || /s$/.test(head.lower)) return null;
  const office = words.filter((word) => !DETERMINER.has(word) && !PASSING.test(word) && countryWord(word) === null);
  const holds = (person: FoundPerson) =>
    titleWordsOf(person).some((title) => office.every((word) => title.includes(word === "external" ? "foreign" : word)));
  const speaker = earlier.findLast(
    (each) => each.person !== null && holds(each.person) && range.start - each.at < REACH_CHARACTERS,
  );
  if (speaker?.person != null) return speaker.person;
  const before = people.before(range.start, MENTIONS_LOOKED_AT).find((each) => holds(each.person));
  return before?.person ?? onlyHolder(people, holds) ?? soleBefore(range.start, { model, people });
}

/** Every title of a person as its words, lower case; "external" affairs are foreign ones. */
function titleWordsOf(person: FoundPerson): string[][] {
  const titles = [...person.roles, ...person.mentions].map((each) => each.title ?? "");
  return titles.map((title) =>
    title
      .toLowerCase()
      .replaceAll("external", "foreign")
      .split(/[\s-]+/),
  );
}

/** The one person of the sentence before, where the text gives them no title of their own: then "the Indian minister" says who that is. */
function soleBefore(at: number, { model, people }: Pick<Resolution, "model" | "people">): FoundPerson | null {
  const before = model.sentences[(sentenceAt(model, at)?.index ?? 0) - 1];
  if (before === undefined) return null;
  const named = new Set(people.within(before).map(({ person }) => person));
  const [only] = named;
  return named.size === 1 && only?.mentions.every((mention) => mention.title === null) ? only : null;
}

function onlyHolder(people: People, holds: (person: FoundPerson) => boolean): FoundPerson | null {
  const holders = people.list.filter(holds);
  return holders.length === 1 ? (holders[0] ?? null) : null;
}

/** The noun that a phrase is about: the last word before "of" and the like. */
function headOf(tokens: Token[]): Pick<Token, "capital" | "text"> {
  const link = tokens.findIndex((token, at) => at > 1 && /^(?:of|for|at|in|from|with)$/.test(token.lower));
  return tokens[(link < 0 ? tokens.length : link) - 1] ?? { capital: false, text: "" };
}

/** A body's or a document's name is the phrase; without its article where it is a proper name, without "his" or "our" always. */
function bodyName(tokens: Token[], text: string, range: Range): string {
  const first = tokens[0];
  const owner = tokens.findIndex((token, at) => /['’]s$/.test(token.text) && tokens.length - at > 2);
  const owned = owner < 0 ? [] : tokens.slice(owner + 1);
  // "the Opposition's Raymond Owino": a name, and whose it is.
  if (owned.length > 1 && owned.every((token) => token.capital)) return text.slice(owned[0]?.start ?? range.start, range.end);
  const second = tokens[1];
  const head = headOf(tokens);
  const whole = text.slice(range.start, range.end).replace(/\s+/g, " ");
  if (first === undefined || second === undefined || !(ARTICLES.has(first.lower) || POSSESSIVES.has(first.lower))) return whole;
  if ((!head.capital || isTitleHead(head.text)) && ARTICLES.has(first.lower))
    return `${first.lower}${whole.slice(first.text.length)}`;
  return text.slice(second.start, range.end).replace(/\s+/g, " ");
}
