import type { StoreSize } from "../../domain/workspace/store-state.ts";
import type { PrismaClient } from "./generated/client.ts";
import type { JsonRows } from "./json-rows.ts";
import type { ArticleSearch } from "./search/article-search.ts";
import type { LikenessSearch } from "./search/likeness-search.ts";
import type { Statements } from "./statements.ts";
import type { Transaction } from "./transaction.ts";

/** What reads a whole store may take long. */
export const SNAPSHOT_TIMEOUT_MS = 24 * 3600_000;

/** The connections of a store, whichever database is behind them. What the databases say differently stands in `sqlite/` and `postgresql/`, and nowhere else. */
export interface Clients {
  reads: PrismaClient;
  search: ArticleSearch;
  likeness: LikenessSearch;
  rows: JsonRows;
  /** Reads that all see the store as it is at the first of them, however long they take and whatever others write meanwhile. */
  snapshot<T>(work: (reads: Transaction) => Promise<T>): Promise<T>;
  /**
   * Runs a transaction. On a server others go on meanwhile: what it reads and then builds on, it must have written or locked first, so that
   * whoever comes second waits for that row and for nothing else.
   */
  transaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>;
  /** The same for what articles bring to one workspace, whose writers come one after another; its row is there then. `direct` is the same transaction, past Prisma. */
  workspaceTransaction<T>(workspaceId: string, work: (transaction: Transaction, direct: Statements) => Promise<T>): Promise<T>;
  /** Makes a transaction wait for the writers of a workspace, and them for it. */
  lockWorkspace(transaction: Transaction, workspaceId: string): Promise<void>;
  /** As `transaction`, past Prisma where the database can: for many rows at a time, and for what a command writes that only reads otherwise. */
  bulkTransaction<T>(work: (statements: Statements) => Promise<T>): Promise<T>;
  /**
   * Runs a statement whose condition stands in it, or several of which each may stand alone. On a server each is a transaction of its own:
   * a process that stops between two of them holds nothing that others wait for.
   */
  single<T>(work: (client: Transaction) => Promise<T>): Promise<T>;
  /** In how many milliseconds it is this host's turn, over all processes that share the store; the turn is taken. */
  takeTurn(host: string, gapMs: number): Promise<number>;
  size(): Promise<StoreSize>;
  /** After rows have come with numbers of their own: the next row of the table takes a number that none has. */
  skipUsedKeys(table: string): Promise<void>;
  close(): Promise<void>;
}
