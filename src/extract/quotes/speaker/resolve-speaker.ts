import type { Speaker } from "../../../domain/evidence/extraction.ts";
import { type Range, spanOf } from "../../../domain/evidence/span.ts";
import { ARTICLES, POSSESSIVES } from "../../en/function-words.ts";
import {
  BEHIND_SPEAKER_HEAD,
  CLITIC,
  ENDS_SPEAKER_HEAD,
  FORMER,
  GROUP_PRONOUNS,
  HE_OR_HIS,
  HE_OR_SHE,
  INDEFINITE_PERSON,
  LEFT_OUT_OF_ACRONYM,
  NO_PERSON_MEANT,
  OF_AN_OWNER,
  ONE_OF_TWO,
  TRANSLATOR,
} from "../../en/quotes/speaker-words.ts";
import { BODY_WORDS, DOCUMENT_WORDS } from "../../en/reporting-verbs.ts";
import { isTitleHead } from "../../en/titles.ts";
import type { FoundPerson } from "../../people/found-people.ts";
import { sentenceAt } from "../../read-text.ts";
import type { Token } from "../../tokens.ts";
import { isPersonNoun, type Phrase, phraseAfter } from "../noun-phrase.ts";
import { antecedentOf } from "./antecedent.ts";
import { apposedName } from "./apposed-name.ts";
import { describedPerson } from "./described-person.ts";
import { heardBefore, issuerOf } from "./issuer.ts";
import { namedPerson } from "./named-person.ts";
import { type Gender, isInside, REACH_CHARACTERS } from "./person-facts.ts";
import type { Resolution, Resolved } from "./resolution.ts";
import { tellApart } from "./tell-apart.ts";

const MAX_NAME_CHARACTERS = 80;
/** A pronoun so near the beginning is the sentence's own subject. */
const MIN_SUBJECT_CHARACTERS = 20;

/** The person, body or document that a phrase means; null where it cannot be told. The mention is the phrase itself. */
export function resolveSpeaker(phrase: Phrase, context: Resolution): Resolved | null {
  const { model, people } = context;
  const tokens = model.tokens.slice(phrase.first, phrase.last);
  const first = tokens[0];
  const last = tokens.at(-1);
  if (first === undefined || last === undefined) return null;
  const range = { start: first.start, end: last.end - contraction(last.text) };
  const mention = spanOf(model.text, range.start, range.end);
  const spoken = translated(context, tokens, range);
  if (spoken !== null) return { speaker: { name: spoken.name, mention }, person: spoken };
  const named = namedPerson(people, tokens, range);
  if (named !== null) {
    const person = tellApart(named.mention, named.person, context);
    return { speaker: { name: person?.name ?? named.mention.text, mention }, person };
  }
  const word = mention.text.toLowerCase();
  if (HE_OR_SHE.has(word)) return resolvePronoun(mention, context, HE_OR_HIS.test(word) ? "male" : "female");
  if (GROUP_PRONOUNS.has(word)) return resolveGroup(mention, context);
  if (word === "i" || word === "we") return resolveLabel(mention, context);
  if (NO_PERSON_MEANT.test(word)) return null;
  if (ONE_OF_TWO.test(word)) return oneOfTwo(mention, context);
  const apposed = apposedName(context, tokens, phrase);
  if (apposed !== null) return { speaker: { name: apposed.name, mention }, person: apposed.person };
  const described = describedPerson(tokens, range, context);
  if (described !== null) return { speaker: { name: described.name, mention }, person: described };
  const unnamed = officeOfLast(tokens, range, context);
  if (unnamed !== null) return { speaker: { name: unnamed, mention }, person: null };
  const heard = issuerOf(tokens, range, context) ?? heardBefore(tokens, range, context);
  if (heard !== null) return { speaker: { name: heard.speaker.name, mention }, person: heard.person };
  return { speaker: { name: bodyName(tokens, model.text, range), mention }, person: null };
}

/** "Smith and Lund spoke. The former said": of the two people whom the last sentence with names names. */
function oneOfTwo(mention: Speaker["mention"], { model, people, spans }: Resolution): Resolved | null {
  const own = sentenceAt(model, mention.start)?.index ?? 0;
  for (const index of [own, own - 1, own - 2]) {
    const sentence = model.sentences[index];
    if (sentence === undefined) break;
    const named = people
      .within({ start: sentence.start, end: Math.min(sentence.end, mention.start) })
      .filter((each) => !isInside(spans, each.mention));
    const [first, second, ...more] = new Set(named.map(({ person }) => person));
    if (first === undefined) continue;
    if (second === undefined || more.length > 0) return null;
    const person = FORMER.test(mention.text) ? first : second;
    return { speaker: { name: person.name, mention }, person };
  }
  return null;
}

/** "Xi's translator" speaks for Xi; "the translator" for whoever spoke through one before. */
function translated({ people, earlier }: Resolution, tokens: Token[], range: Range): FoundPerson | null {
  const at = tokens.findIndex((token) => TRANSLATOR.has(token.lower));
  if (at < 1) return null;
  const owner = people.within(range)[0];
  if (owner !== undefined)
    return /['’]s$/.test(tokens[at - 1]?.text ?? "") || OF_AN_OWNER.has(tokens[at + 1]?.lower ?? "") ? owner.person : null;
  return tokens.length === 2
    ? (earlier.findLast((each) => TRANSLATOR.has(each.words.split(" ").at(-1) ?? ""))?.person ?? null)
    : null;
}

/** How many characters of "Modi's" or "they've" are no part of the name or pronoun. */
function contraction(text: string): number {
  return CLITIC.exec(text)?.[0].length ?? 0;
}

function resolvePronoun(mention: Speaker["mention"], context: Resolution, gender: Gender): Resolved | null {
  const unknown = justHeard(context, mention.start);
  if (unknown !== null) return { speaker: { name: unknown, mention }, person: null };
  const person = antecedentOf(context, mention.start, gender);
  if (person !== null) return { speaker: { name: person.name, mention }, person };
  const described = describedBefore(context, mention.start);
  if (described !== null) return { speaker: { name: described, mention }, person: null };
  const speaker = context.earlier.at(-1);
  if (speaker === undefined || (speaker.person !== null && (context.facts.genderOf(speaker.person) ?? gender) !== gender))
    return null;
  return { speaker: { name: speaker.name, mention }, person: speaker.person };
}

/** "MS BRANDT: As I said, "…"": the name that the paragraph of a transcript begins with. */
function resolveLabel(mention: Speaker["mention"], { model, people }: Resolution): Resolved | null {
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
function resolveGroup(mention: Speaker["mention"], context: Resolution): Resolved | null {
  const last = context.earlier.at(-1);
  if (last !== undefined && last.person === null && mention.start - last.at <= REACH_CHARACTERS)
    return { speaker: { name: last.name, mention }, person: null };
  const body = bodyBefore(context, mention.start);
  return body === null ? null : { speaker: { name: body, mention }, person: null };
}

/** The body that this sentence, or the one before, begins with: "The council condemned what it called". */
function bodyBefore({ model, people }: Resolution, at: number): string | null {
  const own = sentenceAt(model, at);
  const sentence = own !== null && at - own.start > MIN_SUBJECT_CHARACTERS ? own : model.sentences[(own?.index ?? 0) - 1];
  if (sentence === undefined) return null;
  const phrase = phraseAfter(model.tokens, sentence.firstToken, sentence.lastToken);
  const tokens = phrase?.first === sentence.firstToken ? model.tokens.slice(phrase.first, phrase.last) : [];
  const [first, last] = [tokens[0], tokens.at(-1)];
  if (first === undefined || last === undefined || last.end > at) return null;
  const range = { start: first.start, end: last.end };
  return BODY_WORDS.test(model.text.slice(range.start, range.end)) && people.within(range).length === 0
    ? bodyName(tokens, model.text, range)
    : null;
}

/** The last speaker, where nothing says that it is a person but the name or a noun for one, and nobody was named since. */
function justHeard({ people, earlier, spans }: Resolution, at: number): string | null {
  const last = earlier.at(-1);
  if (last === undefined || last.person !== null || at - last.at > REACH_CHARACTERS) return null;
  if (!isNameAlone(last.name) && !isOneDescribed(last.name)) return null;
  const since = people.within({ start: last.at, end: at }).some(({ mention }) => !isInside(spans, mention));
  return since ? null : last.name;
}

/** "Smith said “…”. The president also said": an office that the text gives to nobody is that of whoever spoke in the sentence before. */
function officeOfLast(tokens: Token[], range: Range, { model, earlier }: Resolution): string | null {
  const last = earlier.at(-1);
  const head = tokens.at(-1);
  if (last === undefined || head === undefined || last.person !== null || !/^\p{Lu}[^ ]*(?: \p{Lu}[^ ]*)?$/u.test(last.name))
    return null;
  if (
    tokens.length > 3 ||
    tokens[0]?.lower !== "the" ||
    !isTitleHead(head.text) ||
    /s$/.test(head.lower) ||
    BODY_WORDS.test(last.name)
  )
    return null;
  const own = sentenceAt(model, range.start)?.index ?? 0;
  return own - (sentenceAt(model, last.at)?.index ?? -2) <= 1 ? last.name : null;
}

function isNameAlone(name: string): boolean {
  return (
    /^(?:[\p{L}’']+ )*\p{Lu}[\p{L}’'-]+ \p{Lu}[\p{L}’'-]+$/u.test(name) && !BODY_WORDS.test(name) && !DOCUMENT_WORDS.test(name)
  );
}

/** "a senior official": one person, whoever it is. */
function isOneDescribed(name: string): boolean {
  const head = name.split(BEHIND_SPEAKER_HEAD)[0]?.split(" ").at(-1) ?? "";
  if (!INDEFINITE_PERSON.test(name) || /s$/.test(head)) return false;
  return isTitleHead(head) || isPersonNoun({ text: head, lower: head, kind: "word", capital: false, start: 0, end: 0 });
}

/** The noun that a phrase is about: the last word before "of" and the like. */
function headOf(tokens: Token[]): Pick<Token, "capital" | "text"> {
  const link = tokens.findIndex((token, at) => at > 1 && ENDS_SPEAKER_HEAD.has(token.lower));
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
  const run = nameAtEnd(tokens);
  if (run !== null) return text.slice(run.start, range.end);
  const head = headOf(tokens);
  const whole = text.slice(range.start, range.end).replace(/\s+/g, " ");
  const long = longFormOf(text, tokens);
  if (long !== null) return long;
  if (first === undefined || second === undefined || !(ARTICLES.has(first.lower) || POSSESSIVES.has(first.lower))) return whole;
  if ((!head.capital || isTitleHead(head.text)) && ARTICLES.has(first.lower))
    return `${first.lower}${whole.slice(first.text.length)}`;
  return text.slice(second.start, range.end).replace(/\s+/g, " ");
}

/** "for", "under", "after" end as nouns for people do. */
const MIN_NOUN_LETTERS = 5;

/** "the essayist Agnes Tully": two or three capitalised words behind a noun for a person, the name of somebody whom the text knows by nothing else. */
function nameAtEnd(tokens: Token[]): Range | null {
  let first = tokens.length;
  while (first > 0 && tokens[first - 1]?.capital === true && tokens[first - 1]?.kind === "word") first--;
  const noun = tokens[first - 1];
  const start = tokens[first];
  if (noun === undefined || start === undefined || tokens.length - first < 2 || tokens.length - first > 3) return null;
  return (isPersonNoun(noun) && noun.text.length > MIN_NOUN_LETTERS) || isTitleHead(noun.text) ? start : null;
}

const SHORT_FORM = /^\p{Lu}[\p{Lu}\p{N}&-]{1,7}$/u;

/** "National Grid Board" of "the NGB", where the text has said so: "the National Grid Board (NGB)". */
function longFormOf(text: string, tokens: Token[]): string | null {
  const short = tokens.at(-1)?.text ?? "";
  if (tokens.length > 2 || !SHORT_FORM.test(short)) return null;
  const at = text.indexOf(`(${short})`);
  if (at < 0) return null;
  const words = text
    .slice(Math.max(0, at - MAX_NAME_CHARACTERS), at)
    .trim()
    .split(/\s+/);
  let first = words.length;
  let letters = short.length;
  while (first > 0 && letters > 0) {
    first--;
    const word = words[first] ?? "";
    if (word.charAt(0) === short.charAt(letters - 1)) letters--;
    else if (!LEFT_OUT_OF_ACRONYM.has(word)) return null;
  }
  return letters === 0 ? words.slice(first).join(" ") : null;
}
