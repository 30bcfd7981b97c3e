import { countryWord } from "./countries.ts";
import { NOT_IN_NAMES, PLACES_AND_SURNAMES } from "./en/not-names.ts";
import { isTitleHead, isTitleModifier } from "./en/titles.ts";
import type { Token } from "./tokens.ts";

/** Countries that people are called by as well. */
const GIVEN_NAMES = /^(?:Jordan|Chad|Georgia|Israel)$/;
/** What stands in a country, and behind its name: "Jordan Valley" is none of the list of words that no name holds. */
const NOT_BEHIND = /^(?:Basin|Peninsula|Heights|Border|Railways?|Power|Tech|Time|Times|Post|Today|Policy|Strip|Gap)$/;

/** Whether the country's name at this token is a given name: "Chad Ellery", "Jordan Pike". Not "Jordan Foreign Minister", "in Israel Monday". */
export function isNamedLikeCountry(tokens: readonly Token[], at: number): boolean {
  const [before, token, next] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (token === undefined || next === undefined || !GIVEN_NAMES.test(token.text) || !/^\p{Lu}\p{Ll}+(?:['’]s)?$/u.test(next.text))
    return false;
  if (next.start !== token.end + 1 || /^(?:in|to|from|of|at|the|with|for|near|across)$/.test(before?.lower ?? "")) return false;
  const surname = next.text.replace(/['’]s$/, "");
  return (
    !isTitleHead(surname) &&
    !isTitleModifier(surname) &&
    !NOT_IN_NAMES.has(surname.toLowerCase()) &&
    !PLACES_AND_SURNAMES.has(surname.toLowerCase()) &&
    !NOT_BEHIND.test(surname) &&
    countryWord(surname) === null
  );
}
