import type { MeetingRecord } from "../domain/evidence/records.ts";
import { allCountries, countryName } from "../extract/countries.ts";
import { BLOCS } from "./blocs.ts";

/** Topics that start with what has been typed: saved ones, countries, the second of a pair after a hyphen, blocs, known people. */
export function suggestTopics(typed: string, { saved, people }: { saved: string[]; people: string[] }, limit: number): string[] {
  const text = typed.trim().toLowerCase();
  const names = allCountries().map((country) => country.name);
  const hyphen = Math.max(text.lastIndexOf("-"), text.lastIndexOf("–"));
  const second = text.slice(hyphen + 1).trimStart();
  const first = names.find((name) => hyphen > 0 && name.toLowerCase() === text.slice(0, hyphen).trimEnd());
  const own = saved.filter((name) => name.toLowerCase().startsWith(text));
  if (own.length === 0 && first !== undefined && /^\p{L}*$/u.test(second)) {
    return names
      .filter((name) => name !== first && name.toLowerCase().startsWith(second))
      .map((name) => `${first}-${name}`.toLowerCase())
      .slice(0, limit);
  }
  const all = [...own, ...BLOCS.map((bloc) => bloc.name), ...names, ...people];
  return all.filter((name) => name.toLowerCase().startsWith(text)).slice(0, limit);
}

/** People whose name, or a word of it, starts with what has been typed. */
export function suggestPeople(typed: string, people: string[], limit: number): string[] {
  const begins = typed.trim().toLowerCase();
  const fits = (name: string) => [name, ...name.split(/\s+/)].some((part) => part.startsWith(begins));
  return people.filter((name) => fits(name.toLowerCase())).slice(0, limit);
}

/** Names with what has been typed anywhere in them, accents aside, in the order that they come in: those that begin with it first. */
export function suggestAnywhere(typed: string, names: string[], limit: number): string[] {
  const wanted = folded(typed.trim());
  const begins = names.filter((name) => folded(name).startsWith(wanted));
  const holds = names.filter((name) => folded(name).includes(wanted));
  return [...new Set([...begins, ...holds])].slice(0, limit);
}

function folded(name: string): string {
  return name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/** A gathering of more countries says little of any two of them. */
const MOST_COUNTRIES = 4;

/** Pairs of countries as topics ("india-japan"), those of whose meetings most articles tell first. */
export function weighPairs(meetings: readonly Pick<MeetingRecord, "countries" | "articleIds">[]): string[] {
  const articles = new Map<string, Set<string>>();
  for (const { countries, articleIds } of meetings) {
    if (countries.length > MOST_COUNTRIES) continue;
    for (const pair of pairsOf(countries)) {
      const known = articles.get(pair) ?? new Set();
      for (const id of articleIds) known.add(id);
      articles.set(pair, known);
    }
  }
  return [...articles].sort(([, one], [, other]) => other.size - one.size).map(([pair]) => pair);
}

function pairsOf(countries: readonly string[]): string[] {
  const names = countries.flatMap((code) => countryName(code)?.toLowerCase() ?? []).sort();
  return names.flatMap((first, at) => names.slice(at + 1).map((second) => `${first}-${second}`));
}
