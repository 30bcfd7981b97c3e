import type { MeetingRecord } from "../domain/evidence/records.ts";
import { countryName } from "../extract/countries.ts";

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
