import type { Transaction } from "./clients.ts";

/** Every row of content hangs on its workspace: it is there from the first thing that is written for it. */
export async function ensureWorkspace(transaction: Transaction, workspaceId: string): Promise<void> {
  await transaction.$executeRaw`
    INSERT INTO "Workspace" ("id", "platform", "settings") VALUES (${workspaceId}, ${workspaceId.split(":")[0]}, '{}')
    ON CONFLICT DO NOTHING`;
}
