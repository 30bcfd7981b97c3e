import { z } from "zod";
import { MODEL_PURPOSES, type ModelPurpose } from "../../domain/language-model.ts";
import type { DailyCap, DraftCache, LedgerRow, ModelCount, ModelLedger, Reservation } from "../../domain/model-ledger.ts";
import type { Clients, Transaction } from "./clients.ts";

/** Answers older than this are deleted: they hold text of articles, and would be asked for anew. */
const KEPT_MS = 30 * 86_400_000;

export function createModelLedger(clients: Clients): ModelLedger {
  return {
    reserve: (reservation, cap) =>
      clients.transaction(async (transaction) => {
        await lockDay(transaction, reservation.day);
        if (!(await hasRoom(transaction, reservation, cap))) return false;
        const { day, purpose, inputTokens, outputTokens, costMicros } = reservation;
        const counts = { calls: 1, "input-tokens": inputTokens, "output-tokens": outputTokens, "cost-micros": costMicros };
        await addCounts(transaction, { day, purpose }, counts);
        return true;
      }),
    add: (day, purpose, counts) =>
      Object.keys(counts).length === 0
        ? Promise.resolve()
        : clients.transaction((transaction) => addCounts(transaction, { day, purpose }, counts)),
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
  const key = { day, purpose: "all", what: "bookings" };
  await transaction.modelCount.upsert({
    where: { day_purpose_what: key },
    create: { ...key, count: 1 },
    update: { count: { increment: 1 } },
  });
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
  transaction: Transaction,
  key: { day: string; purpose: ModelPurpose },
  counts: Partial<Record<ModelCount, number>>,
): Promise<void> {
  for (const [what, count] of Object.entries(counts)) {
    if (count === undefined || count === 0) continue;
    await transaction.modelCount.upsert({
      where: { day_purpose_what: { ...key, what } },
      create: { ...key, what, count },
      update: { count: { increment: count } },
    });
  }
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
      clients.transaction(async (transaction) => {
        const nowMs = Date.now();
        const stored = { draft: JSON.parse(JSON.stringify(draft)), madeAt: new Date(nowMs) };
        await transaction.modelDraft.upsert({
          where: { fingerprint },
          create: { fingerprint, purpose, ...stored },
          update: stored,
        });
        await transaction.modelDraft.deleteMany({ where: { madeAt: { lt: new Date(nowMs - KEPT_MS) } } });
      }),
  };
}
