import { type Block, type Inline, text } from "../../domain/chat/document.ts";
import { showDate } from "../../domain/chat/show-date.ts";
import { isoDate } from "../../domain/clock.ts";
import { MODEL_PURPOSES, type ModelPurpose, type NoDraft } from "../../domain/model/language-model.ts";
import type { DailyCap, LedgerRow } from "../../domain/model/model-ledger.ts";
import type { ModelTrouble } from "../../domain/model/model-trouble.ts";
import type { ModelWriter } from "../../model/create-model-writer.ts";
import { sayWhy } from "../../model/say-why.ts";

const DAY_MS = 86_400_000;
/** Today, and the days before it. */
const DAYS_SHOWN = 7;

interface DayUse {
  day: string;
  purpose: ModelPurpose;
  calls: number;
  /** Texts that came from the cache. */
  cached: number;
  inputTokens: number;
  outputTokens: number;
  costDollars: number;
  /** Failed calls and rejected sentences, by reason. */
  failed: Record<string, number>;
  rejected: Record<string, number>;
}

interface ModelStatus {
  models: Record<ModelPurpose, string>;
  /** Why the local engine writes at the moment; null if the model does. */
  trouble: NoDraft | null;
  /** This workspace's ongoing trouble, seen by any process; null if there is none. */
  lasting: { since: string; isTold: boolean } | null;
  cap: DailyCap;
  days: DayUse[];
}

/** The language model's usage and results by day and purpose, newest first. */
export async function readModelStatus(writer: ModelWriter, known: ModelTrouble | null, nowMs: number): Promise<ModelStatus> {
  const { rows, cap, trouble } = await writer.status(isoDate(nowMs - (DAYS_SHOWN - 1) * DAY_MS));
  const keys = [...new Set(rows.map((row) => row.day))].sort().reverse();
  const days = keys.flatMap((day) =>
    MODEL_PURPOSES.flatMap((purpose) => {
      const own = rows.filter((row) => row.day === day && row.purpose === purpose);
      return own.length === 0 ? [] : [dayUse(day, purpose, own)];
    }),
  );
  const open = known === null || known.endedAtMs !== null ? null : known;
  return {
    models: namesOf(writer),
    trouble: trouble ?? open?.why ?? null,
    lasting: open === null ? null : { since: new Date(open.sinceMs).toISOString(), isTold: open.isTold },
    cap,
    days,
  };
}

function namesOf(writer: ModelWriter): Record<ModelPurpose, string> {
  const name = (purpose: ModelPurpose) => writer.name(purpose);
  return { briefing: name("briefing"), answer: name("answer"), digest: name("digest"), reading: name("reading") };
}

function dayUse(day: string, purpose: ModelPurpose, rows: LedgerRow[]): DayUse {
  const count = (what: string) => rows.find((row) => row.what === what)?.count ?? 0;
  const byReason = (kind: "failed" | "rejected") =>
    Object.fromEntries(
      rows.flatMap((row) => (row.what.startsWith(`${kind}:`) ? [[row.what.slice(kind.length + 1), row.count]] : [])),
    );
  return {
    day,
    purpose,
    calls: count("calls"),
    cached: count("cached"),
    inputTokens: count("input-tokens"),
    outputTokens: count("output-tokens"),
    costDollars: count("cost-micros") / 1e6,
    failed: byReason("failed"),
    rejected: byReason("rejected"),
  };
}

export function modelBlocks({ models, trouble, lasting, cap, days }: ModelStatus): Block[] {
  const names = [...new Set(Object.values(models))].join(", ");
  const state = trouble === null ? names : `${names}; the local engine writes, because ${sayWhy(trouble)}${sinceWords(lasting)}`;
  const fields = [
    { label: "Language model", value: [text(state)] },
    { label: "Daily limit", value: [text(capWords(cap))] },
  ];
  return [{ type: "fields", fields }, ...(days.length === 0 ? [] : [{ type: "list" as const, items: days.map(dayInlines) }])];
}

function sinceWords(lasting: ModelStatus["lasting"]): string {
  if (lasting === null) return "";
  const heard = lasting.isTold
    ? "a manager of this workspace has been informed"
    : "I could not tell any manager of this workspace";
  return `, since ${lasting.since.slice(11, 16)} UTC on ${showDate(lasting.since)}; ${heard}`;
}

function capWords({ tokens, costMicros }: DailyCap): string {
  const parts = [
    ...(tokens === null ? [] : [`${tokens.toLocaleString("en")} tokens`]),
    ...(costMicros === null ? [] : [dollars(costMicros / 1e6)]),
  ];
  return parts.length === 0 ? "none" : parts.join(" and ");
}

function dayInlines(use: DayUse): Inline[] {
  const cost = use.costDollars === 0 ? "" : `, ${dollars(use.costDollars)}`;
  const tokens = `${use.inputTokens.toLocaleString("en")} tokens in, ${use.outputTokens.toLocaleString("en")} out${cost}`;
  const parts = [
    ` ${use.calls} call${use.calls === 1 ? "" : "s"}, ${use.cached} from the cache, ${tokens}`,
    ...reasons("no answer", use.failed),
    ...reasons("refused sentences", use.rejected),
  ];
  return [text(`${use.day} ${use.purpose}:`, "strong"), text(`${parts.join("; ")}.`)];
}

function reasons(label: string, counts: Record<string, number>): string[] {
  const each = Object.entries(counts).map(([reason, count]) => `${reason} ${count}`);
  return each.length === 0 ? [] : [`${label}: ${each.join(", ")}`];
}

function dollars(amount: number): string {
  return `$${amount.toFixed(amount < 0.1 ? 4 : 2)}`;
}
