import { type JsonRows, type KeyCounts, type KeyedTable, numberIn, textIn, toJsonRows } from "../json-rows.ts";
import { Prisma } from "../sql.ts";

export const sqliteJsonRows: JsonRows = {
  isInProcess: true,
  table: (json) => Prisma.sql`(SELECT "value" FROM json_each(${json}))`,
  list: (values) => Prisma.sql`(SELECT "value" FROM json_each(${toJsonRows(values)}))`,
  // As Prisma writes them, so that they compare as text.
  instant: (name) => Prisma.sql`replace(${textIn(name)}, 'Z', '+00:00')`,
  member: (column, name) => Prisma.raw(`("${column}"->>'${name}')`),
  gathered(columns, query) {
    const members = columns.map((name) => `'${name}', "${name}"`).join(", ");
    return Prisma.sql`(SELECT json_group_array(json_object(${Prisma.raw(members)})) FROM (${query}))`;
  },
  // A transaction that writes has the file's one lock.
  lock: () => null,
  together: (statements) => statements,
  // The table in which AUTOINCREMENT keeps the last key it gave may be written like any other.
  async reserveKeys(direct, counts) {
    const given = toJsonRows(entriesOf(counts).map(([table, count]) => ({ table, count })));
    const tables = Prisma.sql`FROM json_each(${given})`;
    const raised = await direct.query<{ table: KeyedTable; last: number }>(Prisma.sql`
      UPDATE "sqlite_sequence" SET "seq" = "seq" + ${numberIn("count")} ${tables} WHERE "name" = ${textIn("table")}
      RETURNING "name" AS "table", "seq" AS "last"`);
    const lasts = new Map(raised.map(({ table, last }) => [table, Number(last)]));
    // A table without a row has none there yet.
    const fresh = entriesOf(counts).filter(([table]) => !lasts.has(table));
    for (const [table, count] of fresh) {
      await direct.execute(Prisma.sql`INSERT INTO "sqlite_sequence" ("name", "seq") VALUES (${table}, ${count})`);
      lasts.set(table, count);
    }
    return entriesOf(counts).flatMap(([table, count]) => {
      const last = lasts.get(table) ?? count;
      return Array.from({ length: count }, (_, at) => ({ table, key: last - count + 1 + at }));
    });
  },
  reservedKeys: () => null,
};

function entriesOf(counts: KeyCounts): [KeyedTable, number][] {
  return Object.entries(counts) as [KeyedTable, number][];
}
