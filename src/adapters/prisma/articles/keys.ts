/** Opaque ids of people, meetings, stories, quotes, corrections and disputes outside of the store, and the keys behind them. */
const PREFIXES = { person: "p", meeting: "m", story: "s", quote: "q", correction: "c", dispute: "d" } as const;
/** The largest number that an INTEGER of PostgreSQL holds. */
const MAX_KEY = 2 ** 31 - 1;
export type IdKind = keyof typeof PREFIXES;

export function idOf(kind: IdKind, key: number): string {
  return `${PREFIXES[kind]}${key}`;
}

/** The key behind an id, or null where the text is no id of that kind. */
export function keyOf(kind: IdKind, id: string): number | null {
  const match = /^([a-z])(\d{1,15})$/.exec(id);
  const key = match?.[1] === PREFIXES[kind] ? Number(match[2]) : null;
  return key === null || key > MAX_KEY ? null : key;
}

/** So many rows are read at a time: what hangs on them stays below every database's limits, and in memory. */
const PART = 200;

/** Reads what is behind many keys, in their order and a part at a time. */
export async function* inParts<Key, T>(keys: Key[], load: (part: Key[]) => Promise<T[]>): AsyncGenerator<T> {
  for (let at = 0; at < keys.length; at += PART) yield* await load(keys.slice(at, at + PART));
}
