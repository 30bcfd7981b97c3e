import { Prisma } from "../generated/client.ts";
import { type JsonRows, textIn, toJsonRows } from "../json-rows.ts";

export const sqliteJsonRows: JsonRows = {
  table: (json) => Prisma.sql`(SELECT "value" FROM json_each(${json}))`,
  list: (values) => Prisma.sql`(SELECT "value" FROM json_each(${toJsonRows(values)}))`,
  // As Prisma writes them, so that they compare as text.
  instant: (name) => Prisma.sql`replace(${textIn(name)}, 'Z', '+00:00')`,
  member: (column, name) => Prisma.raw(`("${column}"->>'${name}')`),
};
