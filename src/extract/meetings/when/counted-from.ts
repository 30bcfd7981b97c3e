import type { Heads } from "../../clauses/relations-of.ts";
import { countOf, unitOf } from "../../en/dates/date-words.ts";
import type { Token } from "../../tokens.ts";
import type { EventAt } from "./date-host.ts";

/** How far an event lies from another: "two days after meeting Falk" is two days before it. */
export interface CountedFrom {
  /** Days from the other event to this one; null where weeks, months or years are counted. */
  days: number | null;
  /** The words that say so, as places in the sentence's tokens, last exclusive. */
  first: number;
  last: number;
}

const REACH = 8;

/** "arrived in Tehran two days after meeting Falk", "a day before she meets": null where nothing is counted from the event. */
export function countedFrom(event: EventAt, tokens: readonly Token[], grammar: Heads | null): CountedFrom | null {
  for (let at = event.first - 1; at >= Math.max(2, event.first - REACH); at--) {
    const word = tokens[at]?.lower ?? "";
    if (tokens[at]?.kind !== "word" || word === "and" || word === "but") return null;
    if (word !== "after" && word !== "before") continue;
    const count = countOf(tokens[at - 2]?.lower ?? "");
    const unit = unitOf(tokens[at - 1]?.lower ?? "");
    if (count === null || unit === null || (at < event.first - 1 && grammar?.heads[at] !== event.at)) return null;
    return { days: unit === "day" ? (word === "after" ? -count : count) : null, first: at - 2, last: at + 1 };
  }
  return null;
}
