import { COUNTRY_TABLE } from "./country-table.ts";
import { onFirstUse } from "./on-first-use.ts";

const countries = COUNTRY_TABLE.trim().split("\n").map(readCountry);

function readCountry(line: string) {
  const [code = "", name = "", official = "", ...lists] = line.split("|");
  const [demonyms = [], capitals = [], others = []] = lists.map((list) => list.split(";").filter((text) => text !== ""));
  return { code, name, official, demonyms, capitals, others };
}

/** How a text names a country: by its name, by its people ("Japanese"), or by its capital, which may also be just a place. */
type CountryWordKind = "name" | "demonym" | "capital";

export interface CountryWord {
  code: string;
  kind: CountryWordKind;
}

/** Short forms and adjectives that news uses and the table lacks. Lower case. */
const MORE_WORDS: Record<string, { names?: string; demonyms?: string }> = {
  US: { names: "u.s.|us|usa|u.s.a.|united states of america|america", demonyms: "americans" },
  GB: {
    names: "u.k.|uk|britain|great britain|england|scotland|wales|northern ireland",
    demonyms: "britons|english|scottish|welsh",
  },
  AE: { names: "u.a.e.|uae|emirates", demonyms: "emirati|emiratis" },
  KR: { names: "republic of korea|rok", demonyms: "south korean|south koreans" },
  KP: { names: "dprk", demonyms: "north korean|north koreans" },
  CN: { names: "prc|people's republic of china|mainland china" },
  CD: { names: "drc|democratic republic of congo|congo-kinshasa|dr congo" },
  CG: { names: "congo-brazzaville" },
  CZ: { names: "czech republic|czechia", demonyms: "czech|czechs" },
  TR: { names: "turkey|türkiye|turkiye", demonyms: "turkish|turks" },
  MM: { names: "myanmar|burma", demonyms: "burmese" },
  CI: { names: "ivory coast|côte d'ivoire|cote d'ivoire", demonyms: "ivorian" },
  PH: { demonyms: "philippine|filipino|filipinos" },
  TW: { names: "taiwan", demonyms: "taiwanese" },
  PS: { names: "palestine|palestinian authority|palestinian territories", demonyms: "palestinian|palestinians" },
  XK: { demonyms: "kosovar|kosovars|kosovan" },
  KZ: { demonyms: "kazakh|kazakhs" },
  UZ: { demonyms: "uzbek|uzbeks" },
  TJ: { demonyms: "tajik|tajiks" },
  KG: { names: "kyrgyz republic", demonyms: "kyrgyz" },
  TM: { demonyms: "turkmen" },
  SA: { demonyms: "saudi|saudis" },
  IL: { demonyms: "israelis" },
  IQ: { demonyms: "iraqis" },
  AF: { demonyms: "afghan|afghans" },
  BD: { demonyms: "bangladeshi|bangladeshis" },
  NL: { names: "holland", demonyms: "dutch" },
  DK: { demonyms: "danish|danes" },
  SE: { demonyms: "swedish|swedes" },
  FI: { demonyms: "finnish|finns" },
  PL: { demonyms: "polish|poles" },
  ES: { demonyms: "spanish|spaniards" },
  IE: { demonyms: "irish" },
  IS: { demonyms: "icelandic" },
  AR: { demonyms: "argentine|argentinian|argentinean" },
  GR: { demonyms: "greek|greeks" },
  NZ: { demonyms: "new zealanders" },
  SK: { demonyms: "slovak|slovaks" },
  SI: { demonyms: "slovene|slovenian" },
  HR: { demonyms: "croat|croats|croatian" },
  RS: { demonyms: "serb|serbs|serbian" },
  BA: { names: "bosnia|bosnia-herzegovina|bosnia and herzegovina", demonyms: "bosnian|bosnians" },
  MK: { names: "north macedonia", demonyms: "macedonian|north macedonian" },
  VA: { names: "vatican|holy see" },
  TL: { names: "timor-leste|east timor", demonyms: "timorese" },
  SZ: { names: "eswatini|swaziland", demonyms: "swazi" },
  CV: { names: "cape verde|cabo verde" },
  LA: { names: "laos", demonyms: "laotian|lao" },
  VN: { names: "vietnam|viet nam" },
  RU: { names: "russian federation" },
  SG: { demonyms: "singaporean" },
  HK: { names: "hong kong" },
};

/** Names that are also common words, first names or states, too loose to count. Lower case. */
const NOT_NAMES = new Set([
  "mann",
  "may",
  "as",
  "no",
  "so",
  "to",
  "at",
  "be",
  "in",
  "is",
  "it",
  "me",
  "my",
  "man",
  "bar",
  "gaza",
]);
/** Capitals whose name is, more often than not, something else. */
const LOOSE_CAPITALS = new Set([
  "kingston",
  "georgetown",
  "victoria",
  "hamilton",
  "saint john's",
  "san jose",
  "san juan",
  "singapore",
  "monaco",
  "the valley",
  "stanley",
  "st. john's",
  "alofi",
]);

const common = new Map(countries.map(({ code, name }) => [code, name]));
const words = buildWords();

function buildWords(): Map<string, CountryWord> {
  const found = new Map<string, CountryWord>();
  const add = (text: string, word: CountryWord) => {
    const key = text.toLowerCase().replace(/[’ʼ]/g, "'");
    if (key !== "" && !NOT_NAMES.has(key) && !found.has(key)) found.set(key, word);
  };
  for (const { code, name, official } of countries) {
    for (const text of [name, official]) add(text, { code, kind: "name" });
  }
  for (const [code, more] of Object.entries(MORE_WORDS)) {
    for (const text of more.names?.split("|") ?? []) add(text, { code, kind: "name" });
    for (const text of more.demonyms?.split("|") ?? []) add(text, { code, kind: "demonym" });
  }
  for (const { code, demonyms, capitals, others } of countries) {
    for (const text of others) add(text, { code, kind: "name" });
    for (const demonym of demonyms) {
      add(demonym, { code, kind: "demonym" });
      if (/[ni]$/.test(demonym)) add(`${demonym}s`, { code, kind: "demonym" });
    }
    for (const text of capitals) if (!LOOSE_CAPITALS.has(text.toLowerCase())) add(text, { code, kind: "capital" });
  }
  return found;
}

const mostWords = onFirstUse(() => {
  const most = new Map<string, number>();
  for (const text of words.keys()) {
    const parts = text.split(" ");
    const first = parts[0] ?? "";
    most.set(first, Math.max(most.get(first) ?? 0, parts.length));
  }
  return most;
});

/** How many words the longest name of a country has that begins with this word; 0 where none does. */
export function countryWordsFrom(first: string): number {
  return mostWords().get(first.toLowerCase().replace(/[’ʼ]/g, "'")) ?? 0;
}

/** What a word or phrase says of a country; case and apostrophes do not matter. Null where it names none. */
export function countryWord(text: string): CountryWord | null {
  return words.get(text.toLowerCase().replace(/[’ʼ]/g, "'")) ?? null;
}

/** The ISO 3166-1 alpha-2 code of a country by its name or demonym, or null. */
export function countryCodeOf(name: string): string | null {
  const word = countryWord(name.replace(/^the\s+/i, ""));
  return word === null || word.kind === "capital" ? null : word.code;
}

/** The English short name of a country by its code, or null where there is no such country. */
export function countryName(code: string): string | null {
  return common.get(code.toUpperCase()) ?? null;
}

/** All countries by code and English short name, for suggestions. */
export function allCountries(): { code: string; name: string }[] {
  return [...common].map(([code, name]) => ({ code, name }));
}

const forms = onFirstUse(() => {
  const found = new Map<string, string[]>();
  for (const [text, word] of words) if (word.kind !== "capital") found.set(word.code, [...(found.get(word.code) ?? []), text]);
  return found;
});

/** Every name and demonym of a country, in lower case. */
export function countryForms(code: string): string[] {
  return forms().get(code) ?? [];
}

const openings = onFirstUse(() => {
  const found = new Map<string, Set<string>>();
  for (const [text, word] of words)
    found.set(word.code, (found.get(word.code) ?? new Set()).add(/^[^\s'’ʼ]+/u.exec(text)?.[0] ?? text));
  return found;
});

/** How the words for a country begin, capitals included, in lower case: a text with none of them, under a capital letter, names it nowhere. */
export function countryOpenings(code: string): string[] {
  return [...(openings().get(code) ?? [])];
}
