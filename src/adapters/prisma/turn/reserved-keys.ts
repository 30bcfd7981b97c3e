import { mustHave } from "../../../domain/errors.ts";
import type { JsonRows, KeyCounts, KeyedTable, ReservedKey } from "../json-rows.ts";
import type { Statements } from "../statements.ts";

/** Keys that nobody else takes, in the order in which they were given out. What is left over at the end of a transaction is never used. */
export interface ReservedKeys {
  /** How many will be taken at most: what nobody has reserved yet is reserved together. */
  expected(): KeyCounts;
  add(reserved: readonly ReservedKey[]): void;
  take(table: KeyedTable, count: number): Promise<number[]>;
}

export function createReservedKeys({ direct, rows }: { direct: Statements; rows: JsonRows }, expected: KeyCounts): ReservedKeys {
  const stock = new Map<KeyedTable, number[]>();
  let awaited = expected;
  const add = (reserved: readonly ReservedKey[]) => {
    awaited = {};
    for (const { table, key } of reserved) stock.set(table, [...(stock.get(table) ?? []), key]);
  };
  return {
    expected: () => awaited,
    add,
    async take(table, count) {
      const missing = count - (stock.get(table)?.length ?? 0);
      if (missing > 0) add(await rows.reserveKeys(direct, { ...awaited, [table]: Math.max(missing, awaited[table] ?? 0) }));
      return count === 0 ? [] : mustHave(stock.get(table), `keys of ${table} that were just reserved`).splice(0, count);
    },
  };
}
