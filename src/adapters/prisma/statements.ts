import type { Prisma } from "./generated/client.ts";
import type { Transaction } from "./transaction.ts";

/** Statements that are handed to the database as they stand, their large parameters neither copied nor read on the way. */
export interface Statements {
  query<Row>(statement: Prisma.Sql): Promise<Row[]>;
  execute(statement: Prisma.Sql): Promise<void>;
}

/** Statements by way of Prisma, for those that have none past it. */
export function statementsOf(transaction: Transaction): Statements {
  return {
    query: (statement) => transaction.$queryRaw(statement),
    execute: async (statement) => {
      await transaction.$executeRaw(statement);
    },
  };
}
