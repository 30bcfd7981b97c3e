import { type JsonRows, type KeyCounts, type ReservedKey, textIn, toJsonRows } from "../json-rows.ts";
import { Prisma } from "../sql.ts";

export const postgresqlJsonRows: JsonRows = {
  isInProcess: false,
  table: (json) => Prisma.sql`(SELECT "value" FROM jsonb_array_elements(${json}::jsonb))`,
  list: (values) => {
    const type = Prisma.raw(typeof values[0] === "number" ? "INTEGER" : "TEXT");
    return Prisma.sql`(SELECT CAST("value" AS ${type}) FROM jsonb_array_elements_text(${toJsonRows(values)}::jsonb))`;
  },
  instant: (name) => Prisma.sql`CAST(${textIn(name)} AS TIMESTAMP(3))`,
  member: (column, name) => Prisma.raw(`(CAST("${column}" AS JSON)->>'${name}')`),
  gathered: (_columns, query) => Prisma.sql`(SELECT coalesce(json_agg("row"), '[]')::text FROM (${query}) AS "row")`,
  lock: (table, ids) =>
    Prisma.sql`SELECT 1 FROM ${Prisma.raw(`"${table}"`)} WHERE "id" IN ${ids} ORDER BY "id" FOR NO KEY UPDATE`,
  // Statements in a WITH run all of them, and see none of what the others do; what rows refer to is looked for at the end.
  together(statements) {
    const [last, ...others] = statements.toReversed();
    if (last === undefined || others.length === 0) return statements;
    const named = others.toReversed().map((statement, at) => Prisma.sql`${Prisma.raw(`"part${at}"`)} AS (${statement})`);
    return [Prisma.sql`WITH ${Prisma.join(named)} ${last}`];
  },
  async reserveKeys(direct, counts) {
    const keys = await direct.query<ReservedKey>(nextKeys(counts));
    return keys.sort((a, b) => a.key - b.key);
  },
  reservedKeys: (counts) => postgresqlJsonRows.gathered([], nextKeys(counts)),
};

function nextKeys(counts: KeyCounts): Prisma.Sql {
  const parts = Object.entries(counts).map(([table, count]) => {
    const next = Prisma.raw(`'${table}' AS "table", nextval('"${table}_id_seq"')::int AS "key"`);
    return Prisma.sql`SELECT ${next} FROM generate_series(1, ${count}::int)`;
  });
  return parts.length === 0 ? Prisma.sql`SELECT WHERE false` : Prisma.join(parts, " UNION ALL ");
}
