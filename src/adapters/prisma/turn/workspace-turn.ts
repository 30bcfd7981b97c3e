import { createHash } from "node:crypto";
import type { Expected, KnownArticle, NameRuleRecord } from "../../../domain/evidence/evidence-store.ts";
import { type JsonRows, type KeyCounts, onlyRow, type ReservedKey, readGathered } from "../json-rows.ts";
import { Prisma } from "../sql.ts";
import type { Statements } from "../statements.ts";
import type { Transaction } from "../transaction.ts";
import { createPendingWrites, type PendingWrites, writingFirst } from "./pending-writes.ts";
import { createReservedKeys, type ReservedKeys } from "./reserved-keys.ts";

/** The time in which one writer has a workspace to itself: what is true of it at the beginning is true until this writer changes it. */
export interface WorkspaceTurn {
  workspaceId: string;
  rows: JsonRows;
  /** Sees all that was written: what waits is written before. */
  transaction: Transaction;
  /** The same past Prisma. */
  statements: Statements;
  /** The same, and sees nothing of what waits. */
  direct: Statements;
  pending: PendingWrites;
  keys: ReservedKeys;
  opening: Opening;
  /** For which countries people act, as far as it was read; null for none. */
  homes: Map<number, string | null>;
}

interface Given {
  workspaceId: string;
  rows: JsonRows;
  transaction: Transaction;
  direct: Statements;
  expected: Expected;
}

export function createWorkspaceTurn({ workspaceId, rows, transaction, direct, expected }: Given): WorkspaceTurn {
  const pending = createPendingWrites({ direct, rows });
  const keys = createReservedKeys({ direct, rows }, countsOf(expected));
  const opening = createOpening({ workspaceId, rows, direct, pending, keys }, expected.identities);
  const statements: Statements = {
    async query(statement) {
      await pending.write();
      return direct.query(statement);
    },
    async execute(statement) {
      await pending.write();
      return direct.execute(statement);
    },
  };
  return {
    workspaceId,
    rows,
    transaction: writingFirst(transaction, pending),
    statements,
    direct,
    pending,
    keys,
    opening,
    homes: new Map(),
  };
}

function countsOf({ articles, people, roles, meetings }: Expected): KeyCounts {
  const counts = { Article: articles, Story: articles, Person: people, Role: roles, Meeting: meetings, MeetingReport: meetings };
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
}

/** What every article asks of its workspace, read once. */
interface Opening {
  rules(): Promise<NameRuleRecord[]>;
  /** Whether a manager has corrected anything. */
  hasCorrections(): Promise<boolean>;
  /** Whether anybody watches for anything. */
  isWatched(): Promise<boolean>;
  /** The article under the first of these identities that any has. */
  find(identities: string[]): Promise<KnownArticle | "forgotten" | null>;
  /** That an article is stored like this now. */
  note(article: KnownArticle): void;
  /** What was read is no longer so. */
  forget(): void;
}

interface Read {
  rules: NameRuleRecord[];
  hasCorrections: boolean;
  isWatched: boolean;
  identities: ReadonlySet<string>;
  articles: Map<string, KnownArticle>;
  forgotten: ReadonlySet<string>;
}

interface OpeningRow {
  rules: unknown;
  corrections: unknown;
  watches: unknown;
  articles: unknown;
  forgotten: unknown;
  keys: unknown;
}

type Place = Pick<WorkspaceTurn, "workspaceId" | "rows" | "direct" | "pending" | "keys">;

function createOpening(place: Place, expected: string[]): Opening {
  let read: Read | null = null;
  const look = async (identities: string[]) => {
    await place.pending.write();
    read = await readOpening(place, [...new Set([...identities, ...expected])]);
    return read;
  };
  return {
    rules: async () => (read ?? (await look([]))).rules,
    hasCorrections: async () => (read ?? (await look([]))).hasCorrections,
    isWatched: async () => (read ?? (await look([]))).isWatched,
    async find(identities) {
      const known = read !== null && identities.every((each) => read?.identities.has(each)) ? read : await look(identities);
      const found = identities.map((each) => known.articles.get(each)).find((each) => each !== undefined);
      return found ?? (identities.some((each) => known.forgotten.has(hashOf(each))) ? "forgotten" : null);
    },
    note: (article) => void read?.articles.set(article.identity, article),
    forget() {
      read = null;
    },
  };
}

async function readOpening({ workspaceId, rows, direct, keys }: Place, identities: string[]): Promise<Read> {
  const of = Prisma.sql`WHERE "workspaceId" = ${workspaceId}`;
  const hashes = identities.map(hashOf);
  const reserved = Object.keys(keys.expected()).length === 0 ? null : rows.reservedKeys(keys.expected());
  const row = onlyRow(
    await direct.query<OpeningRow>(Prisma.sql`
      SELECT ${rows.gathered(["kind", "key", "otherKey"], Prisma.sql`SELECT "kind", "key", "otherKey" FROM "NameRule" ${of}`)} AS "rules",
        EXISTS (SELECT 1 FROM "Correction" ${of}) AS "corrections",
        EXISTS (SELECT 1 FROM "Subscription" ${of} AND "purpose" = 'watch' AND "stoppedAt" IS NULL) AS "watches",
        ${rows.gathered(
          ["id", "identity", "revision", "fingerprint"],
          Prisma.sql`SELECT "id", "identity", "revision", "fingerprint" FROM "Article" ${of} AND "identity" IN ${rows.list(identities)}`,
        )} AS "articles",
        ${rows.gathered(
          ["identityHash"],
          Prisma.sql`SELECT "identityHash" FROM "ForgottenArticle" ${of} AND "identityHash" IN ${rows.list(hashes)}`,
        )} AS "forgotten", ${reserved ?? Prisma.sql`NULL`} AS "keys"`),
  );
  if (reserved !== null) keys.add(readGathered<ReservedKey>(row.keys).sort((a, b) => a.key - b.key));
  const articles = readGathered<Omit<KnownArticle, "key"> & { id: number }>(row.articles);
  return {
    rules: readGathered<NameRuleRecord>(row.rules),
    hasCorrections: Boolean(row.corrections),
    isWatched: Boolean(row.watches),
    identities: new Set(identities),
    articles: new Map(articles.map(({ id, ...article }) => [article.identity, { key: id, ...article }])),
    forgotten: new Set(readGathered<{ identityHash: string }>(row.forgotten).map(({ identityHash }) => identityHash)),
  };
}

/** What is forgotten is not kept as what it was. */
export function hashOf(identity: string): string {
  return createHash("sha256").update(identity).digest("hex");
}
