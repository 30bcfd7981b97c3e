import { withCleanParameters } from "../clean-parameters.ts";
import { PrismaClient } from "../generated/client.ts";
import type { DirectStatements } from "../turn/direct-statements.ts";
import { createSqliteAdapter } from "./create-adapter.ts";

/** Prisma's client on a connection of its own. */
export function createPrismaClient(path: string, timeoutMs: number, directly?: DirectStatements): PrismaClient {
  const clean = withCleanParameters(createSqliteAdapter(path, timeoutMs));
  const adapter = directly?.watch(clean) ?? clean;
  return new PrismaClient({ adapter, errorFormat: "minimal" });
}
