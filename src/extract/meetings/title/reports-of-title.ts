import { countryWord, countryWordsFrom } from "../../countries.ts";
import { findCountries } from "../../find-countries.ts";
import { readText, type TextModel, tokensOf } from "../../read-text.ts";
import { isWhole } from "../joining/same-event.ts";
import { findActors } from "../parties/actors.ts";
import { castOf, type KnownPeople } from "../parties/cast.ts";
import type { Report } from "../reports.ts";
import { reportsOfScene } from "../reports-of-scene.ts";
import { treeOf } from "../tree.ts";
import { readTextDates } from "../when/text-dates.ts";
import { sentenceOfTitle, type TitleNames } from "./sentence-of-title.ts";
import { type Bearers, bearerAt, bearersOf, peopleOfTitle } from "./title-cast.ts";

export interface Titled {
  title: string | null;
  people: KnownPeople;
  publishedAt: string | null;
  url: string | null;
}

/**
 * The meetings that an article's title tells with people whom its text names. Places and evidence in them are the title's: only for
 * what settles and adds by a title.
 */
export function reportsOfTitle(model: TextModel, { title, people, publishedAt, url }: Titled): Report[] {
  const bearers = bearersOf(people);
  const plain = title === null ? null : sentenceOfTitle(title, titleNames(model, bearers));
  if (plain === null) return [];
  const read = readText(plain, model.language);
  const [sentence, ...others] = read.sentences;
  if (sentence === undefined || others.length > 0) return [];
  const tokens = tokensOf(read, sentence);
  const cast = castOf(read, { people: peopleOfTitle(read, bearers), countries: findCountries(read) })(sentence, tokens);
  const scene = {
    text: read.text,
    tokens,
    cast,
    actors: findActors(tokens, cast),
    tree: treeOf(read, sentence),
    dateline: 0,
    isBrief: false,
  };
  const dates = readTextDates(read, { publishedAt, url });
  return reportsOfScene(scene, { sentence, publishedAt, dates }).filter(isWhole);
}

function titleNames(model: TextModel, bearers: Bearers): TitleNames {
  const small = new Set(model.tokens.filter(({ kind, capital }) => kind === "word" && !capital).map(({ lower }) => lower));
  return {
    isSmall: (word) => small.has(word),
    nameEnd: (words, at) => bearerAt(bearers, words, at)?.last ?? countryEnd(words, at),
  };
}

/** Where a country's name that begins at a word ends, exclusive; -1 where none does. */
function countryEnd(words: readonly string[], at: number): number {
  const [first = ""] = words.slice(at, at + 1);
  if (!/^\p{Lu}/u.test(first)) return -1;
  for (let last = at + countryWordsFrom(first); last > at; last--)
    if (countryWord(words.slice(at, last).join(" ")) !== null) return last;
  return -1;
}
