import { Prisma } from "../generated/client.ts";
import { type JsonRows, textIn } from "../json-rows.ts";

export const postgresqlJsonRows: JsonRows = {
  table: (json) => Prisma.sql`(SELECT "value" FROM jsonb_array_elements(${json}::jsonb))`,
  instant: (name) => Prisma.sql`CAST(${textIn(name)} AS TIMESTAMP(3))`,
};
