import type { ModelPurpose } from "./language-model.ts";

/** Counters of the model's work by day and purpose; `rejected:name` counts the sentences that the gate rejected for that reason. */
export type ModelCount =
  | "calls"
  | "cached"
  | "input-tokens"
  | "output-tokens"
  | "cost-micros"
  | `failed:${string}`
  | `rejected:${string}`;

export interface LedgerRow {
  /** ISO date, UTC. */
  day: string;
  purpose: ModelPurpose;
  what: ModelCount;
  count: number;
}

/** The most that a call may use, reserved from the day's budget before the call. */
export interface Reservation {
  day: string;
  purpose: ModelPurpose;
  inputTokens: number;
  outputTokens: number;
  costMicros: number;
}

/** The limits for a day; null means no limit. */
export interface DailyCap {
  tokens: number | null;
  costMicros: number | null;
}

/** The model's usage and results over all workspaces, for the daily cap, `status` and metrics. */
export interface ModelLedger {
  /** Books the reservation. Returns false, and books nothing, if it would exceed the day's limit. */
  reserve(reservation: Reservation, cap: DailyCap): Promise<boolean>;
  /** Adds to a day's counters; a negative number returns what was reserved but not used. */
  add(day: string, purpose: ModelPurpose, counts: Partial<Record<ModelCount, number>>): Promise<void>;
  /** All counters since a day. */
  read(fromDay: string): Promise<LedgerRow[]>;
}

/** A cache of a model's answers by fingerprint, so that we pay for each only once. Cached answers are as untrusted as fresh ones. */
export interface DraftCache {
  get(fingerprint: string): Promise<unknown | null>;
  put(fingerprint: string, purpose: ModelPurpose, draft: object): Promise<void>;
}
