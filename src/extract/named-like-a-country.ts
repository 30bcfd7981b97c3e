import { countryWord } from "./countries.ts";
import { NOT_IN_NAMES, PLACES_AND_SURNAMES } from "./en/not-names.ts";
import { BEFORE_COUNTRY, GIVEN_NAMES_OF_COUNTRIES, NOT_BEHIND_GIVEN_NAME } from "./en/people/country-words.ts";
import { isTitleHead, isTitleModifier } from "./en/titles.ts";
import type { Token } from "./tokens.ts";

/** Whether the country's name at this token is a given name: "Chad Ellery", "Jordan Pike". Not "Jordan Foreign Minister", "in Israel Monday". */
export function isNamedLikeCountry(tokens: readonly Token[], at: number): boolean {
  const [before, token, next] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (
    token === undefined ||
    next === undefined ||
    !GIVEN_NAMES_OF_COUNTRIES.has(token.text) ||
    !/^\p{Lu}\p{Ll}+(?:['’]s)?$/u.test(next.text)
  )
    return false;
  if (next.start !== token.end + 1 || BEFORE_COUNTRY.has(before?.lower ?? "")) return false;
  const surname = next.text.replace(/['’]s$/, "");
  return (
    !isTitleHead(surname) &&
    !isTitleModifier(surname) &&
    !NOT_IN_NAMES.has(surname.toLowerCase()) &&
    !PLACES_AND_SURNAMES.has(surname.toLowerCase()) &&
    !NOT_BEHIND_GIVEN_NAME.has(surname) &&
    countryWord(surname) === null
  );
}
