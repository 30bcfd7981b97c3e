import { Prisma } from "../sql.ts";

/** Entries that wait for their first reading, or whose next one has come. */
export function isDue(nowMs: number): Prisma.Sql {
  const now = new Date(nowMs);
  return Prisma.sql`("outcome" = 'waiting' AND ("dueAt" IS NULL OR "dueAt" <= ${now}) OR "outcome" = 'kept' AND "dueAt" <= ${now})`;
}
