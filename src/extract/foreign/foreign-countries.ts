import { onFirstUse } from "../on-first-use.ts";
import { FOREIGN_ADJECTIVES } from "./country-adjectives.ts";
import { FOREIGN_NAMES } from "./country-names.ts";

/** The languages whose names of countries are known, in the order of the table's columns. */
const LANGUAGES = ["de", "fr", "es", "ja", "zh", "hi"] as const;
type ForeignLanguage = (typeof LANGUAGES)[number];

/** No name has more words. */
const MOST_WORDS = 5;
/** An apostrophe parts two words: "l’Inde", "Côte d’Ivoire". */
const WORD = /[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*/gu;
const CAPITAL = /^\p{Lu}/u;
const KATAKANA = /[\p{sc=Katakana}ー]/u;
const HAN = /\p{sc=Han}/gu;
const KANA = /[\p{sc=Hiragana}\p{sc=Katakana}]/gu;
const DEVANAGARI = /\p{sc=Devanagari}/gu;
/** A text in a script of its own holds more of it than a name or two. */
const MIN_OF_SCRIPT = 20;
const LOOKED_THROUGH = 4000;

const GERMAN_ENDINGS = ["", "e", "en", "er", "es", "em"];

const namesOf = onFirstUse(readNames);
const adjectivesOf = onFirstUse(readAdjectives);

function readNames(): ReadonlyMap<ForeignLanguage, ReadonlyMap<string, string>> {
  const names = new Map(LANGUAGES.map((language) => [language, new Map<string, string>()]));
  for (const line of FOREIGN_NAMES.trim().split("\n")) {
    const [code = "", ...columns] = line.split("|");
    for (const [at, column] of columns.entries())
      for (const name of column.split(";")) if (name !== "") names.get(LANGUAGES[at] ?? "de")?.set(keyOf(name), code);
  }
  return names;
}

function readAdjectives(): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const adjectives = new Map(["de", "fr", "es"].map((language) => [language, new Map<string, string>()]));
  for (const line of FOREIGN_ADJECTIVES.trim().split("\n")) {
    const [code = "", german = "", french = "", spanish = ""] = line.split("|");
    const stems = german.split(";").flatMap((stem) => GERMAN_ENDINGS.map((ending) => stem + ending));
    for (const [language, forms] of [
      ["de", stems],
      ["fr", formsOf(french)],
      ["es", formsOf(spanish)],
    ] as const)
      for (const form of forms) adjectives.get(language)?.set(keyOf(form), code);
  }
  return adjectives;
}

function formsOf(column: string): string[] {
  const [base = "", ...others] = column.split(";");
  return base === "" ? [] : [base, ...others.map((form) => form.replace("~", base))];
}

/**
 * The countries (ISO alpha-2) that a text in another language names, in order, each once. A declared language decides whose names they are;
 * where nobody says, the script does. A name must be whole: a word, or in Japanese and Chinese the longest name that begins there.
 */
export function foreignCountries(text: string, declared: string | null): string[] {
  const language = LANGUAGES.find((known) => known === declared) ?? (declared === null ? languageOfScript(text) : null);
  const names = language === null ? undefined : namesOf().get(language);
  if (names === undefined) return [];
  const found =
    language === "ja" || language === "zh"
      ? unspaced(text, names)
      : spaced(text, { names, adjectives: adjectivesOf().get(language ?? ""), needsCapital: language !== "hi" });
  return [...new Set(found)];
}

/** Japanese is known by its kana, Chinese by Han without them, Hindi, among the languages that are written as it is, is the usual one. */
export function languageOfScript(text: string): "ja" | "zh" | "hi" | null {
  const some = text.slice(0, LOOKED_THROUGH);
  const [han, kana, devanagari] = [HAN, KANA, DEVANAGARI].map((script) => some.match(script)?.length ?? 0);
  if ((devanagari ?? 0) >= MIN_OF_SCRIPT) return "hi";
  if ((han ?? 0) + (kana ?? 0) < MIN_OF_SCRIPT) return null;
  return (kana ?? 0) * 10 > (han ?? 0) ? "ja" : "zh";
}

interface Spaced {
  names: ReadonlyMap<string, string>;
  /** In lower case; a capital letter makes a name of them, of a bank or a newspaper. */
  adjectives: ReadonlyMap<string, string> | undefined;
  needsCapital: boolean;
}

function spaced(text: string, { names, adjectives, needsCapital }: Spaced): string[] {
  const words = [...text.matchAll(WORD)];
  const found: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at]?.[0] ?? "";
    if (needsCapital && !CAPITAL.test(word)) {
      const code = adjectives?.get(keyOf(word));
      if (code !== undefined) found.push(code);
      continue;
    }
    for (let length = MOST_WORDS; length > 0; length--) {
      const code = names.get(keyOf(words.slice(at, at + length).join(" ")));
      if (code === undefined) continue;
      found.push(code);
      at += length - 1;
      break;
    }
  }
  return found;
}

/** By the longest name that begins at a place. A name in katakana ends where the katakana do: the word may go on. */
function unspaced(text: string, names: ReadonlyMap<string, string>): string[] {
  const byFirst = new Map<string, string[]>();
  for (const name of names.keys()) {
    const first = name.charAt(0);
    byFirst.set(first, [...(byFirst.get(first) ?? []), name]);
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.length - a.length);
  const key = text.toLowerCase();
  const found: string[] = [];
  for (let at = 0; at < key.length; at++) {
    const name = byFirst.get(key.charAt(at))?.find((each) => key.startsWith(each, at) && isWhole(key, at, each));
    if (name === undefined) continue;
    found.push(names.get(name) ?? "");
    at += name.length - 1;
  }
  return found;
}

function isWhole(text: string, at: number, name: string): boolean {
  const [before, behind] = [text.charAt(at - 1), text.charAt(at + name.length)];
  const joins = (outer: string, inner: string) => KATAKANA.test(outer) && KATAKANA.test(inner);
  return !joins(before, name.charAt(0)) && !joins(behind, name.charAt(name.length - 1));
}

/** Composed alike, and without the dot that some write below a letter of Hindi. */
function keyOf(name: string): string {
  return name.toLowerCase().normalize("NFD").replaceAll("\u093C", "").normalize("NFC").replace(/[’']/g, " ");
}
