import { countryCodeOf } from "../countries.ts";
import type { Token } from "../read-text.ts";
import { cutPossessive, type NameSpan } from "./name-spans.ts";

const MAX_TOKENS_BACK = 28;

/**
 * The country that "their Japanese counterparts, Foreign Minister A and Defence Minister B" gives to A and to B: the demonym before
 * the word "counterpart", where nothing but names, titles and commas stands between. Null elsewhere.
 */
export function counterpartCountry(tokens: Token[], span: NameSpan): string | null {
  const limit = Math.max(span.sentence.firstToken, span.titleFirst - MAX_TOKENS_BACK);
  for (let at = span.titleFirst - 1; at > limit; at--) {
    const token = tokens[at];
    if (token === undefined) return null;
    if (/^counterparts?$/.test(token.lower)) return countryBefore(tokens, at, limit);
    if (token.kind === "word" && !token.capital && !/^(?:and|of|for|the|al|bin|de|van|von)$/.test(token.lower)) return null;
    if (token.kind === "mark" && !/^[,.()]$/.test(token.text)) return null;
  }
  return null;
}

function countryBefore(tokens: Token[], at: number, limit: number): string | null {
  for (let back = at - 1; back >= limit && back >= at - 3; back--) {
    const code = countryCodeOf(cutPossessive(tokens[back]?.text ?? ""));
    if (code !== null) return code;
  }
  return null;
}
