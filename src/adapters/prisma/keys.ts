/** Opaque ids of people, meetings, stories and quotes outside of the store, and the keys behind them. */
const PREFIXES = { person: "p", meeting: "m", story: "s", quote: "q" } as const;
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
