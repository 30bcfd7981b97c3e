import { countryCodeOf } from "../countries.ts";
import { COUNTERPART, INSIDE_COUNTERPART, OF_A_COUNTRY } from "../en/people/name-words.ts";
import type { Token } from "../tokens.ts";
import { cutPossessive, type NameSpan } from "./name-spans.ts";

const MAX_TOKENS_BACK = 28;
const MAX_COUNTRY_TOKENS = 6;

/**
 * The country that "their Japanese counterparts, Foreign Minister A and Defence Minister B" gives to A and to B: the demonym before
 * the word "counterpart", where nothing but names, titles and commas stands between. Null elsewhere.
 */
export function counterpartCountry(tokens: Token[], span: NameSpan): string | null {
  return countryBehindCounterpart(tokens, span) ?? countryInFront(tokens, span);
}

/** "her counterpart in Fiji, Prime Minister A", "their counterpart from the Cook Islands A". */
function countryBehindCounterpart(tokens: Token[], span: NameSpan): string | null {
  const comma = tokens[span.titleFirst - 1]?.text === "," ? span.titleFirst - 1 : span.titleFirst;
  for (let at = comma - 2; at >= Math.max(span.sentence.firstToken + 1, comma - MAX_COUNTRY_TOKENS); at--) {
    if (!OF_A_COUNTRY.has(tokens[at]?.lower ?? "")) continue;
    if (!COUNTERPART.has(tokens[at - 1]?.lower ?? "")) return null;
    const words = tokens.slice(at + 1, comma).filter(({ lower }) => lower !== "the");
    return countryCodeOf(words.map(({ text }) => text).join(" "));
  }
  return null;
}

function countryInFront(tokens: Token[], span: NameSpan): string | null {
  const limit = Math.max(span.sentence.firstToken, span.titleFirst - MAX_TOKENS_BACK);
  for (let at = span.titleFirst - 1; at > limit; at--) {
    const token = tokens[at];
    if (token === undefined) return null;
    if (COUNTERPART.has(token.lower)) return countryBefore(tokens, at, limit);
    if (token.kind === "word" && !token.capital && !INSIDE_COUNTERPART.has(token.lower)) return null;
    if (token.kind === "mark" && !/^[,.()]$/.test(token.text)) return null;
  }
  return null;
}

function countryBefore(tokens: Token[], at: number, limit: number): string | null {
  for (let back = at - 1; back >= limit && back >= at - 3; back--) {
    const word = cutPossessive(tokens[back]?.text ?? "");
    const code = countryCodeOf(`${cutPossessive(tokens[back - 1]?.text ?? "")} ${word}`) ?? countryCodeOf(word);
    if (code !== null) return code;
  }
  return null;
}

/** Whether a name comes right after "counterpart", and the country before that word. Null where it does not. */
export function countryBeforeCounterpart(tokens: Token[], span: NameSpan): { country: string | null } | null {
  let at = span.first - 1;
  if (tokens[at]?.text === ",") at--;
  if (!COUNTERPART.has(tokens[at]?.lower ?? "")) return null;
  return { country: countryBefore(tokens, at, Math.max(0, at - 4)) };
}
