import { distance } from "fastest-levenshtein";
import { foldName } from "../domain/evidence/fold-name.ts";
import { allCountries, countryCodeOf } from "../extract/countries.ts";
import { BLOCS } from "./blocs.ts";

const MAX_SUGGESTIONS = 5;

/** Topics spelt similarly to what was typed, most similar first: countries, blocs and known names. */
export function didYouMean(typed: string, names: string[]): string[] {
  const parts = typed
    .split(/[-–—/,&+]/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const mended = parts.map((part) => (countryCodeOf(part) === null ? (nearest(part, countryNames())[0] ?? null) : part));
  const pair = parts.length > 1 && mended.every((part) => part !== null) ? [mended.join("-").toLowerCase()] : [];
  const single = nearest(typed, [...countryNames(), ...BLOCS.map((bloc) => bloc.name), ...names]);
  return [...new Set([...pair, ...single])].slice(0, MAX_SUGGESTIONS);
}

function countryNames(): string[] {
  return allCountries().map((country) => country.name);
}

function nearest(typed: string, names: string[]): string[] {
  const wanted = foldName(typed);
  return names
    .map((name) => ({ name, apart: Math.min(...[name, ...name.split(" ")].map((form) => distance(wanted, foldName(form)))) }))
    .filter(({ apart }) => apart <= Math.max(1, Math.floor(wanted.length / 3)))
    .sort((a, b) => a.apart - b.apart || a.name.localeCompare(b.name))
    .map(({ name }) => name);
}
