import { z } from "zod";
import { MODEL_PURPOSES, type ModelPurpose } from "../../../domain/model/language-model.ts";
import type {
  DailyCap,
  DraftCache,
  LedgerRow,
  ModelCount,
  ModelLedger,
  Reservation,
} from "../../../domain/model/model-ledger.ts";
import type { Clients } from "../clients.ts";
import { type JsonRows, jsonIn, numberIn, textIn, toJsonRows } from "../json-rows.ts";
import type { Transaction } from "../transaction.ts";

/** Delete older answers: they contain article text, and the model can be asked again. */
const KEPT_MS = 30 * 86_400_000;

export function createModelLedger(clients: Clients): ModelLedger {
  return {
    reserve: (reservation, cap) =>
      clients.transaction(async (transaction) => {
        await lockDay(transaction, reservation.day);
        if (!(await hasRoom(transaction, reservation, cap))) return false;
        const { day, purpose, inputTokens, outputTokens, costMicros } = reservation;
        const counts = { calls: 1, "input-tokens": inputTokens, "output-tokens": outputTokens, "cost-micros": costMicros };
        await addCounts(transaction, clients.rows, { day, purpose, counts });
        return true;
      }),
    add: (day, purpose, counts) =>
      Object.keys(counts).length === 0
        ? Promise.resolve()
        : clients.single((client) => addCounts(client, clients.rows, { day, purpose, counts })),
    async read(fromDay) {
      const rows = await clients.reads.modelCount.findMany({
        where: { day: { gte: fromDay } },
        orderBy: [{ day: "asc" }, { purpose: "asc" }, { what: "asc" }],
      });
      return rows.flatMap(toLedgerRow);
    },
  };
}

/** Who books writes this row first, so that others wait until the booking is done, whatever database it is. */
async function lockDay(transaction: Transaction, day: string): Promise<void> {
  await transaction.$executeRaw`
    INSERT INTO "ModelCount" ("day", "purpose", "what", "count") VALUES (${day}, 'all', 'bookings', 1)
    ON CONFLICT ("day", "purpose", "what") DO UPDATE SET "count" = "ModelCount"."count" + 1`;
}

async function hasRoom(transaction: Transaction, reservation: Reservation, cap: DailyCap): Promise<boolean> {
  const rows = await transaction.modelCount.findMany({ where: { day: reservation.day } });
  const sum = (...whats: ModelCount[]) =>
    rows.reduce((total, row) => total + (whats.some((what) => what === row.what) ? row.count : 0), 0);
  const tokens = sum("input-tokens", "output-tokens") + reservation.inputTokens + reservation.outputTokens;
  const costMicros = sum("cost-micros") + reservation.costMicros;
  return (cap.tokens === null || tokens <= cap.tokens) && (cap.costMicros === null || costMicros <= cap.costMicros);
}

async function addCounts(
  client: Transaction,
  rows: JsonRows,
  { day, purpose, counts }: { day: string; purpose: ModelPurpose; counts: Partial<Record<ModelCount, number>> },
): Promise<void> {
  const counted = Object.entries(counts).filter(([, count]) => count !== undefined && count !== 0);
  if (counted.length === 0) return;
  // Always in one order, so that two who count the same things do not wait for each other.
  const json = toJsonRows(counted.map(([what, count]) => ({ what, count })).sort((a, b) => (a.what < b.what ? -1 : 1)));
  await client.$executeRaw`
    INSERT INTO "ModelCount" ("day", "purpose", "what", "count")
    SELECT CAST(${day} AS TEXT), CAST(${purpose} AS TEXT), ${textIn("what")}, ${numberIn("count")} FROM ${rows.table(json)} AS "given" WHERE true
    ON CONFLICT ("day", "purpose", "what") DO UPDATE SET "count" = "ModelCount"."count" + excluded."count"`;
}

const storedPurpose = z.enum(MODEL_PURPOSES);

/** Rows of a purpose that this version does not know are left out. */
function toLedgerRow(row: { day: string; purpose: string; what: string; count: number }): LedgerRow[] {
  const purpose = storedPurpose.safeParse(row.purpose);
  return purpose.success ? [{ day: row.day, purpose: purpose.data, what: row.what as ModelCount, count: row.count }] : [];
}

export function createDraftCache(clients: Clients): DraftCache {
  return {
    async get(fingerprint) {
      const row = await clients.reads.modelDraft.findUnique({ where: { fingerprint } });
      return row === null ? null : row.draft;
    },
    put: (fingerprint, purpose, draft) =>
      clients.single(async (client) => {
        const nowMs = Date.now();
        const json = toJsonRows([{ draft, madeAt: new Date(nowMs).toISOString() }]);
        await client.$executeRaw`
          INSERT INTO "ModelDraft" ("fingerprint", "purpose", "draft", "madeAt")
          SELECT CAST(${fingerprint} AS TEXT), CAST(${purpose} AS TEXT), ${jsonIn("draft")}, ${clients.rows.instant("madeAt")}
          FROM ${clients.rows.table(json)} AS "given" WHERE true
          ON CONFLICT ("fingerprint") DO UPDATE SET "draft" = excluded."draft", "madeAt" = excluded."madeAt"`;
        await client.modelDraft.deleteMany({ where: { madeAt: { lt: new Date(nowMs - KEPT_MS) } } });
      }),
  };
}
