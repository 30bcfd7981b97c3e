import { Prisma } from "../sql.ts";
import type { Transaction } from "../transaction.ts";

/** Every row of content hangs on its workspace: it is there from the first thing that is written for it. */
export async function ensureWorkspace(transaction: Transaction, workspaceId: string): Promise<void> {
  await transaction.$executeRaw(insertWorkspace(workspaceId));
}

/** Of two who change a workspace at once, whoever comes second sees what the first has left. Articles are not kept waiting. */
export async function lockWorkspaceRow(transaction: Transaction, workspaceId: string): Promise<void> {
  await transaction.$executeRaw`UPDATE "Workspace" SET "leftAt" = "leftAt" WHERE "id" = ${workspaceId}`;
}

/** The row where it is not there yet, out of a table of one row where one is named. */
export function insertWorkspace(workspaceId: string, from = Prisma.empty): Prisma.Sql {
  return Prisma.sql`
    INSERT INTO "Workspace" ("id", "platform", "settings")
    SELECT ${workspaceId}, ${workspaceId.split(":")[0]}, '{}' ${from} WHERE true ON CONFLICT DO NOTHING`;
}
