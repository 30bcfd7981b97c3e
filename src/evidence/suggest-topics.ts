import { allCountries } from "../extract/countries.ts";
import { BLOCS } from "./blocs.ts";

/** Topics that begin like what has been typed: countries, the second of a pair after a hyphen, blocs, known people. */
export function suggestTopics(typed: string, people: string[], limit: number): string[] {
  const text = typed.trim().toLowerCase();
  const names = allCountries().map((country) => country.name);
  const pair = /^(.+?)\s*[-–]\s*(\p{L}*)$/u.exec(text);
  const first = names.find((name) => name.toLowerCase() === pair?.[1]);
  if (pair !== null && first !== undefined) {
    const second = pair[2] ?? "";
    return names
      .filter((name) => name !== first && name.toLowerCase().startsWith(second))
      .map((name) => `${first}-${name}`.toLowerCase())
      .slice(0, limit);
  }
  const all = [...BLOCS.map((bloc) => bloc.name), ...names, ...people];
  return all.filter((name) => name.toLowerCase().startsWith(text)).slice(0, limit);
}

/** People of whose name a word, or the whole, begins like what has been typed. */
export function suggestPeople(typed: string, people: string[], limit: number): string[] {
  const begins = typed.trim().toLowerCase();
  const fits = (name: string) => [name, ...name.split(/\s+/)].some((part) => part.startsWith(begins));
  return people.filter((name) => fits(name.toLowerCase())).slice(0, limit);
}
