import type { Range } from "../../../domain/evidence/span.ts";
import { ASKED, BEFORE_ASKED } from "../../en/quotes/speaker-words.ts";
import { isAboutPronoun } from "../../is-about-pronoun.ts";
import type { FoundPerson } from "../../people/found-people.ts";
import { sentenceAt } from "../../read-text.ts";
import type { Sentence } from "../../tokens.ts";
import { phraseAfter } from "../noun-phrase.ts";
import { describedPerson } from "./described-person.ts";
import { type Gender, isInside, REACH_CHARACTERS } from "./person-facts.ts";
import type { Resolution } from "./resolution.ts";

/** So many sentences back a pronoun may reach. */
const SENTENCES_BACK = 6;
/** And so many to somebody of whom the text tells the gender. */
const SENTENCES_FAR_BACK = 15;

interface Named {
  person: FoundPerson;
  mention: Range;
}

/**
 * Whom "he" or "she" means: the subject of its own sentence, else who spoke last where nobody is named since, else the subject of the nearest
 * sentence before that names anybody of this gender.
 */
export function antecedentOf(context: Resolution, at: number, gender: Gender): FoundPerson | null {
  const { model, earlier, facts } = context;
  const fits = (person: FoundPerson) => (facts.genderOf(person) ?? gender) === gender;
  const sentence = sentenceAt(model, at);
  if (sentence === null) return null;
  const speaker = earlier.findLast((each) => each.person === null || fits(each.person));
  for (let index = sentence.index; index >= Math.max(0, sentence.index - SENTENCES_FAR_BACK); index--) {
    const range = model.sentences[index];
    if (range === undefined) continue;
    if (index === sentence.index && isQuestion(context, range)) continue;
    const named = namedIn(context, { start: range.start, end: Math.min(range.end, at) }).filter(
      ({ person }) => fits(person) && (sentence.index - index <= SENTENCES_BACK || facts.genderOf(person) === gender),
    );
    if (speaker?.person != null && speaker.at >= range.start && at - speaker.at < REACH_CHARACTERS) return speaker.person;
    const [first] = named;
    const described = index < sentence.index && first === undefined ? describedIn(context, range) : null;
    if (described !== null && fits(described)) return described;
    if (first === undefined) continue;
    if (index < sentence.index && isAboutPronoun(model.tokens, range, { gender, before: first.mention.start })) continue;
    const subject = subjectAmong(context, range, named);
    const known = preferKnown(context, named, gender);
    // Most of those whose given names tell nothing are men: "he" is the subject, "she" rather the one woman.
    return ((gender === "male" ? (subject ?? known) : (known ?? subject)) ?? first).person;
  }
  return speaker?.person ?? null;
}

/** "Asked about Li, he replied", "When asked if Li would go": who was asked is "he", not whom the question names. */
function isQuestion({ model }: Resolution, sentence: Sentence): boolean {
  let at = sentence.firstToken;
  while (at < sentence.lastToken && BEFORE_ASKED.has(model.tokens[at]?.lower ?? "")) at++;
  return ASKED.has(model.tokens[at]?.lower ?? "");
}

/** Whom the description means that a sentence begins with: "The Australian prime minister thanked her host." */
function describedIn(context: Resolution, sentence: Sentence): FoundPerson | null {
  const { tokens } = context.model;
  const phrase =
    tokens[sentence.firstToken]?.lower === "the" ? phraseAfter(tokens, sentence.firstToken, sentence.lastToken) : null;
  if (phrase === null) return null;
  for (let last = phrase.last; last > phrase.first + 1; last--) {
    const words = tokens.slice(phrase.first, last);
    const person = describedPerson(words, { start: words[0]?.start ?? 0, end: words.at(-1)?.end ?? 0 }, context);
    if (person !== null) return person;
  }
  return null;
}

function namedIn({ people, spans }: Resolution, range: Range): Named[] {
  return people.within(range).filter(({ mention }) => !isInside(spans, mention));
}

/** Of several named in a sentence the one whose gender the text tells, where only one is. */
function preferKnown({ facts }: Resolution, named: Named[], gender: Gender): Named | null {
  const known = named.filter(({ person }) => facts.genderOf(person) === gender);
  const open = named.filter(({ person }) => facts.genderOf(person) === null);
  return open.length > 0 && known.length === 1 && known[0] !== undefined ? known[0] : null;
}

/** The one that is the subject of the sentence's main clause. */
function subjectAmong(context: Resolution, sentence: Sentence, named: Named[]): Named | null {
  const { model, reading } = context;
  if (new Set(named.map(({ person }) => person)).size < 2) return null;
  const clauses = reading.clausesOf(sentence);
  for (const each of named) {
    for (let at = sentence.firstToken; at < sentence.lastToken; at++) {
      const token = model.tokens[at];
      if (token === undefined || token.start < each.mention.start) continue;
      if (token.start >= each.mention.end) break;
      if (clauses.isOf(at, "nsubj") && isMain(clauses.headOf(clauses.headOf(at)), clauses.relationOf(clauses.headOf(at))))
        return each;
    }
  }
  return aloneBeforeVerb(context, sentence, named);
}

/** Where the parse finds the verb no subject: the only one who is named before it. */
function aloneBeforeVerb({ model, reading }: Resolution, sentence: Sentence, named: Named[]): Named | null {
  const clauses = reading.clausesOf(sentence);
  let verb = sentence.firstToken;
  while (verb < sentence.lastToken && clauses.headOf(verb) >= 0) verb++;
  const start = model.tokens[verb]?.start;
  if (start === undefined || verb === sentence.lastToken || !clauses.tagOf(verb).startsWith("VB")) return null;
  const before = named.filter(({ mention }) => mention.end <= start);
  return new Set(before.map(({ person }) => person)).size === 1 ? (before[0] ?? null) : null;
}

function isMain(above: number, relation: string): boolean {
  return above < 0 || relation === "root" || relation === "conj";
}
