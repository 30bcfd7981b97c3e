import {
  CLAIM_BEFORE,
  DENIED_CLAIM,
  DENIES,
  DOUBT_BEHIND,
  UNTRUE_BEFORE,
  UNTRUE_BEHIND,
} from "../../en/meetings/status-words.ts";
import type { EventWord, Scene } from "../event.ts";

/** So many characters of a sentence are read on either side of an event. */
const REACH = 300;

/** So many words may stand between what is denied and the event. */
const CLAIM_REACH = 16;

/** "It is not true that …", "reports that … are false", "there is no evidence that …": the parser may hang what follows anywhere. */
export function isCalledUntrue({ tokens }: Scene, event: EventWord): boolean {
  const before = lowerWords(tokens.slice(0, event.first)).slice(-REACH);
  if (UNTRUE_BEFORE.test(before) || isDeniedClaim(tokens, event.first)) return true;
  if (DOUBT_BEHIND.test(lowerWords(tokens.slice(event.last)).slice(0, REACH))) return true;
  return CLAIM_BEFORE.test(before) && UNTRUE_BEHIND.test(lowerWords(tokens.slice(event.last)).slice(0, REACH));
}

/** "dismissed as fiction a report that Reyes had met", "denied what was written about a meeting"; not "dismissed the claims and met". */
function isDeniedClaim(tokens: Scene["tokens"], event: number): boolean {
  let claimed = false;
  for (let at = event - 1; at >= Math.max(0, event - CLAIM_REACH); at--) {
    const { lower = "", text = "" } = tokens[at] ?? {};
    if (claimed && DENIES.test(lower)) return true;
    if (!claimed && (/^(?:and|but|then|when|as|after|before)$/.test(lower) || /^[,;:.–—]$/.test(text))) return false;
    if (/^[;:.–—]$/.test(text)) return false;
    claimed ||= DENIED_CLAIM.test(lower);
  }
  return false;
}

export function lowerWords(tokens: Scene["tokens"]): string {
  return tokens.map((token) => token.lower).join(" ");
}
