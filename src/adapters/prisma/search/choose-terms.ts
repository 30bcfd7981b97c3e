/** How many articles hold a term, as far as that is known. */
export interface HeldTerm {
  held: number;
}

/** So many terms are looked for in any case, unless they are so common that they tell nothing. */
const FEWEST_TERMS = 2;

/**
 * The rarest of the terms that together are in no more than about `most` articles, and at least one: with a common term beside them, the
 * newest articles would be those that hold nothing else.
 */
export function rarestTerms<Term extends HeldTerm>(terms: Term[], most: number): Term[] {
  // What nothing held when it was counted may be the newest word of all.
  const chosen = terms.filter(({ held }) => held === 0);
  const known = terms.filter(({ held }) => held > 0).sort((a, b) => a.held - b.held);
  let postings = 0;
  for (const [at, term] of known.entries()) {
    const isFew = postings + term.held <= most || (at < FEWEST_TERMS && term.held <= most);
    if (at > 0 && !isFew) break;
    chosen.push(term);
    postings += term.held;
  }
  return chosen;
}
