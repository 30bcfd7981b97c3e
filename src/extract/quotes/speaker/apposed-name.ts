import { countryWord } from "../../countries.ts";
import { AN_OR_ONE, OWNERS_OF_SPEAKER } from "../../en/quotes/speaker-words.ts";
import { BODY_WORDS } from "../../en/reporting-verbs.ts";
import { isTitleHead } from "../../en/titles.ts";
import type { FoundPerson } from "../../people/found-people.ts";
import type { TextModel } from "../../read-text.ts";
import type { Token } from "../../tokens.ts";
import { isPersonNoun, type Phrase } from "../noun-phrase.ts";
import type { Resolution } from "./resolution.ts";

interface Apposed {
  name: string;
  person: FoundPerson | null;
}

const MAX_NAME_CHARACTERS = 100;

/** The name that stands beside a description, with a comma between: "our founding editor, Ignatius Pell,", "Ada Smith, mayor of a town,". */
export function apposedName(context: Resolution, office: Token[], phrase: Phrase): Apposed | null {
  return nameBehind(context, office, phrase.last) ?? nameInFront(context, office, phrase.first);
}

function nameBehind({ model, people }: Resolution, office: Token[], last: number): Apposed | null {
  const comma = model.tokens[last];
  const next = model.tokens[last + 1];
  if (comma?.text !== "," || next === undefined) return null;
  const owned = isOwnedPerson(office);
  if (!owned && !office.some((token) => isTitleHead(token.text) || isPersonNoun(token))) return null;
  const named = people.within({ start: next.start, end: next.start + MAX_NAME_CHARACTERS })[0];
  if (named !== undefined && isTitleBetween(model, last + 1, named.mention.start))
    return { name: named.person.name, person: named.person };
  const name = nameBetweenCommas(model, last + 1);
  return name === null ? null : { name, person: null };
}

/** Nothing stands before the name but words with capitals and offices: "Senate Republican Whip John Thune". */
function isTitleBetween({ tokens }: TextModel, first: number, start: number): boolean {
  for (let at = first; (tokens[at]?.start ?? start) < start; at++) {
    const token = tokens[at];
    if (token === undefined || !(token.capital || isTitleHead(token.text) || token.text === "." || token.lower === "of"))
      return false;
  }
  return true;
}

/** "Ada Smith, mayor of a town, said": a description without its article behind a name and a comma. */
function nameInFront({ model, people }: Resolution, office: Token[], first: number): Apposed | null {
  const before = model.tokens[first - 2];
  const opening = office[0];
  if (model.tokens[first - 1]?.text !== "," || before === undefined || opening === undefined || opening.capital) return null;
  const describes = AN_OR_ONE.has(opening.lower) || isTitleHead(opening.text) || isPersonNoun(opening);
  const person = describes && office.some((token) => isTitleHead(token.text) || isPersonNoun(token)) ? people.at(before) : null;
  return person === null ? null : { name: person.name, person };
}

/** Two to four capitalised words and a comma: the name of somebody whom the text knows by nothing else. */
function nameBetweenCommas({ text, tokens }: TextModel, first: number): string | null {
  let last = first;
  while (tokens[last]?.kind === "word" && tokens[last]?.capital === true) last++;
  const [start, end] = [tokens[first], tokens[last - 1]];
  const closes = /^[,.;]$/.test(tokens[last]?.text ?? "") && last - first >= 2 && last - first <= 4;
  if (!closes || start === undefined || end === undefined) return null;
  const name = text.slice(start.start, end.end).replace(/\s+/g, " ");
  return BODY_WORDS.test(name) || countryWord(name) !== null ? null : name;
}

/** "his partner at the bank", "Lee's niece": one person, by whose they are. */
function isOwnedPerson(words: Token[]): boolean {
  const owner = words[0];
  return (
    owner !== undefined &&
    (OWNERS_OF_SPEAKER.has(owner.lower) || words.slice(0, 3).some((word) => /['’]s$/.test(word.text))) &&
    words.some(isPersonNoun)
  );
}
