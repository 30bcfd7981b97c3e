import { Prisma } from "../generated/client.ts";
import { type JsonRows, textIn, toJsonRows } from "../json-rows.ts";

export const postgresqlJsonRows: JsonRows = {
  table: (json) => Prisma.sql`(SELECT "value" FROM jsonb_array_elements(${json}::jsonb))`,
  list: (values) => {
    const type = Prisma.raw(typeof values[0] === "number" ? "INTEGER" : "TEXT");
    return Prisma.sql`(SELECT CAST("value" AS ${type}) FROM jsonb_array_elements_text(${toJsonRows(values)}::jsonb))`;
  },
  instant: (name) => Prisma.sql`CAST(${textIn(name)} AS TIMESTAMP(3))`,
  member: (column, name) => Prisma.raw(`(CAST("${column}" AS JSON)->>'${name}')`),
};
