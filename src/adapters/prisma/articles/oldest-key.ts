import { onlyRow } from "../json-rows.ts";
import type { Transaction } from "../transaction.ts";

/** Days with more articles than this are no bound worth finding. */
const MAX_BOUNDED = 20_000;
/** No key is as large. */
const NONE = 2 ** 31 - 1;

/** The smallest key of the articles that are filed on the first day wanted or later: the index need not look behind it. */
export async function oldestKey(client: Transaction, workspaceId: string, since: string): Promise<number> {
  const rows = await client.$queryRaw<{ oldest: number | bigint | null; count: number | bigint }[]>`
    SELECT min("id") AS "oldest", count(*) AS "count" FROM (
      SELECT "id" FROM "Article" WHERE "workspaceId" = ${workspaceId} AND "filedOn" >= ${since} LIMIT ${MAX_BOUNDED}
    ) f`;
  const { count, oldest } = onlyRow(rows);
  return Number(count) < MAX_BOUNDED ? Number(oldest ?? NONE) : 0;
}
