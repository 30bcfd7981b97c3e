import type { ArticleBody } from "../../domain/evidence/records.ts";
import type { Range } from "../../domain/evidence/span.ts";
import { clausesOf } from "../../extract/clauses/clauses-of.ts";
import { english } from "../../extract/en/english.ts";
import { findCountries } from "../../extract/find-countries.ts";
import { findPeople } from "../../extract/find-people.ts";
import type { FoundPerson, People, PersonMention } from "../../extract/people/found-people.ts";
import { createPersonFacts, type Gender, type PersonFacts } from "../../extract/quotes/speaker/person-facts.ts";
import { readText, sentenceAt, type TextModel } from "../../extract/read-text.ts";
import type { Sentence } from "../../extract/tokens.ts";

/** Whom the first "he" or "she" of a sentence means. */
interface PronounName {
  pronoun: "he" | "she";
  name: string;
}

/** Names pronouns of an article's sentences; null where the sentence has none, names somebody before it, or leaves a doubt. */
export type NamePronoun = (article: ArticleBody, range: Range) => PronounName | null;

/** A name further back is not surely meant. */
const SENTENCES_BACK = 2;
const QUOTE_MARK = /["“”]/;

interface ReadArticle {
  model: TextModel;
  people: People;
  facts: PersonFacts;
}

/** Reads each article once. */
export function createPronounReader(): NamePronoun {
  const read = new Map<string, ReadArticle>();
  return (article, range) => {
    const known = read.get(article.id) ?? readArticle(article.text);
    read.set(article.id, known);
    return nameIn(known, range);
  };
}

function readArticle(text: string): ReadArticle {
  const model = readText(text, english);
  const people = findPeople(model, findCountries(model));
  return { model, people, facts: createPersonFacts(model, people, []) };
}

function nameIn(article: ReadArticle, range: Range): PronounName | null {
  const { model, people } = article;
  const sentence = sentenceAt(model, range.start);
  if (sentence === null) return null;
  const tokens = model.tokens.slice(sentence.firstToken, sentence.lastToken);
  const token = tokens.find(({ lower }) => lower === "he" || lower === "she");
  if (token === undefined) return null;
  const before = { start: sentence.start, end: token.start };
  if (people.within(before).length > 0 || QUOTE_MARK.test(model.text.slice(before.start, before.end))) return null;
  const pronoun = token.lower === "he" ? "he" : "she";
  const gender: Gender = pronoun === "he" ? "male" : "female";
  for (let back = 1; back <= SENTENCES_BACK; back++) {
    const earlier = model.sentences[sentence.index - back];
    if (earlier === undefined) return null;
    const named = people.within(earlier);
    if (named.length === 0) continue;
    const person = onlyOne(article, named, gender);
    const isSure = person !== null && isSubject(model, earlier, mentionsOf(named, person));
    return isSure ? { pronoun, name: person.name } : null;
  }
  return null;
}

/** The one of this gender, where the gender of all others is known to be another. */
function onlyOne({ facts }: ReadArticle, named: PersonMention[], gender: Gender): FoundPerson | null {
  const fitting = new Set(named.map(({ person }) => person).filter((person) => (facts.genderOf(person) ?? gender) === gender));
  const [person, other] = fitting;
  return person === undefined || other !== undefined || facts.genderOf(person) !== gender ? null : person;
}

function mentionsOf(named: PersonMention[], person: FoundPerson): Range[] {
  return named.filter((each) => each.person === person).map(({ mention }) => mention);
}

/** Whether a sentence is about whom it names there: "Modi's spokesman said" is not about Modi. */
function isSubject(model: TextModel, sentence: Sentence, mentions: Range[]): boolean {
  const clauses = clausesOf(model, sentence);
  for (let at = sentence.firstToken; at < sentence.lastToken; at++) {
    const token = model.tokens[at];
    if (token === undefined || !clauses.isOf(at, "nsubj")) continue;
    if (mentions.some(({ start, end }) => token.start >= start && token.end <= end)) return true;
  }
  return false;
}
