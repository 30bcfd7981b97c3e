import type { Range } from "../../domain/evidence/span.ts";
import { BLOCS } from "../../evidence/blocs.ts";
import { stemOf } from "../../evidence/words.ts";
import { countryWord } from "../../extract/countries.ts";
import { english } from "../../extract/en/english.ts";
import { findCountries } from "../../extract/find-countries.ts";
import { readText } from "../../extract/read-text.ts";
import type { Token } from "../../extract/tokens.ts";
import { type CitedText, foldText, wordsOf } from "./cited-text.ts";
import type { KnownNames } from "./evidence.ts";
import { isPlainWord } from "./plain-words.ts";
import type { Finding } from "./reasons.ts";

/** Checks that the passages name every country, bloc and capitalised word. `except`: dates and verbatim quotations. */
export function checkNames(text: string, cited: CitedText, context: { people: KnownNames[]; except: Range[] }): Finding | null {
  const model = readText(text, english);
  const countries = findCountries(model);
  for (const mention of countries) {
    const words = text.slice(mention.start, mention.end);
    const held =
      mention.kind === "capital" || countryWord(words)?.kind === "capital"
        ? holdsAll(cited, words)
        : cited.countries.has(mention.code) || holdsAll(cited, words);
    if (!held && !within(mention, context.except)) return { reason: "place", detail: words };
  }
  const done = [...context.except, ...countries];
  const names = model.tokens.filter((token) => isName(token) && !within(token, done));
  for (const token of names) {
    if (isHeld(token, cited, token === firstWord(model.tokens))) continue;
    const before = model.tokens[model.tokens.indexOf(token) - 1]?.lower ?? "";
    return { reason: /^(?:in|at|near)$/.test(before) ? "place" : "name", detail: token.text };
  }
  return mixedNames(model.tokens, context.people);
}

function isName(token: Token): boolean {
  return token.kind === "word" && /\p{Lu}/u.test(token.text);
}

function firstWord(tokens: Token[]): Token | undefined {
  return tokens.find((token) => token.kind !== "mark");
}

function within(range: Range, ranges: Range[]): boolean {
  return ranges.some((each) => range.start >= each.start && range.end <= each.end);
}

function holdsAll(cited: CitedText, words: string): boolean {
  return [...wordsOf(foldText(words))].every((word) => cited.words.has(word));
}

function isHeld(token: Token, cited: CitedText, opensSentence: boolean): boolean {
  const folded = foldText(token.text).replace(/'s$|'$/, "");
  if (cited.words.has(folded) || cited.aliasWords.has(folded)) return true;
  // "Ministers" for two people who are each a "Minister".
  if (cited.words.has(`${folded}s`) || (folded.endsWith("s") && cited.words.has(folded.slice(0, -1)))) return true;
  const bloc = BLOCS.find((each) => each.forms.includes(folded));
  if (bloc?.forms.some((form) => holdsAll(cited, form)) === true) return true;
  const parts = folded.split(/[-–/&+]/).filter((part) => part !== "");
  if (parts.length > 1 && parts.every((part) => isPart(part, cited))) return true;
  return opensSentence && (isPlainWord(folded) || cited.stems.has(stemOf(folded)));
}

function isPart(part: string, cited: CitedText): boolean {
  const country = countryWord(part);
  return cited.words.has(part) || (country !== null && cited.countries.has(country.code));
}

/** Two adjacent names that belong to two different people would invent a third person. */
function mixedNames(tokens: Token[], people: KnownNames[]): Finding | null {
  const words = people.map((person) => new Set([person.name, ...person.aliases].flatMap((name) => [...wordsOf(foldText(name))])));
  const owners = (token: Token) => {
    const folded = foldText(token.text).replace(/'s$/, "");
    return new Set(words.flatMap((each, at) => (each.has(folded) ? [at] : [])));
  };
  for (const [at, token] of tokens.entries()) {
    const next = tokens[at + 1];
    if (next === undefined || !isName(token) || !isName(next) || next.start !== token.end + 1) continue;
    const [first, second] = [owners(token), owners(next)];
    if (first.size > 0 && second.size > 0 && ![...first].some((owner) => second.has(owner)))
      return { reason: "name", detail: `${token.text} ${next.text}` };
  }
  return null;
}
