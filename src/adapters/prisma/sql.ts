import { createRequire } from "node:module";
import type * as RuntimeUtils from "@prisma/client-runtime-utils";

// By `require`, as Prisma's client loads it on Node: an `import` gets another copy, whose statements the client does not know for its own.
const { sql, join, raw, empty, Sql, DbNull }: typeof RuntimeUtils = createRequire(import.meta.url)(
  "@prisma/client-runtime-utils",
);

export declare namespace Prisma {
  export type Sql = RuntimeUtils.Sql;
}

/** What statements are written with, by the names that Prisma's client has for it: whoever only writes statements need not load the client. */
export const Prisma = { sql, join, raw, empty, Sql, DbNull };
