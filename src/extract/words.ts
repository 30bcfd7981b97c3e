/** A set of words, written as one line of them. */
export function words(...lists: string[]): ReadonlySet<string> {
  return new Set(lists.flatMap((list) => list.split(/\s+/)).filter((word) => word !== ""));
}

/** The words of several sets in one. */
export function together(...sets: Iterable<string>[]): ReadonlySet<string> {
  return new Set(sets.flatMap((set) => [...set]));
}

/** Words as alternatives of a regular expression, the longest first, without brackets around them: "january|jan". */
export function either(...sets: Iterable<string>[]): string {
  const all = [...together(...sets)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return all.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|");
}
