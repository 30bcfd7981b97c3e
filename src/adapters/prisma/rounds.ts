/** A statement touches a row once: what has the same key as another comes in the next round. */
export function rounds<Item>(items: readonly Item[], keyOf: (item: Item) => number | string): Item[][] {
  const found: Map<number | string, Item>[] = [];
  for (const item of items) {
    const key = keyOf(item);
    const free = found.find((round) => !round.has(key));
    if (free !== undefined) free.set(key, item);
    else found.push(new Map([[key, item]]));
  }
  return found.map((round) => [...round.values()]);
}

/** What came of each item, in the order of the items, worked round by round. */
export async function inRounds<Item, Answer>(
  items: readonly Item[],
  keyOf: (item: Item) => number | string,
  work: (round: Item[]) => Promise<Answer[]>,
): Promise<Answer[]> {
  const answers = new Map<Item, Answer>();
  for (const round of rounds(items, keyOf)) {
    const came = await work(round);
    for (const [at, item] of round.entries()) answers.set(item, came[at] as Answer);
  }
  return items.map((item) => answers.get(item) as Answer);
}
