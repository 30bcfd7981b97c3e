import type { Prisma } from "./generated/client.ts";

export type Transaction = Prisma.TransactionClient;
