import type { ModelPurpose } from "./language-model.ts";

/** What is counted of the model's work, by day and purpose; `rejected:name` counts the sentences that the gate refused for that reason. */
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

/** What a call may use at most, taken from the day's budget before it is made. */
export interface Reservation {
  day: string;
  purpose: ModelPurpose;
  inputTokens: number;
  outputTokens: number;
  costMicros: number;
}

/** What a day may use; null is no limit. */
export interface DailyCap {
  tokens: number | null;
  costMicros: number | null;
}

/** What the model used, and how it did, over all workspaces: what a day's cap, `status` and whoever collects metrics read. */
export interface ModelLedger {
  /** Books the reservation and is true, or books nothing and is false where the day has no room for it. */
  reserve(reservation: Reservation, cap: DailyCap): Promise<boolean>;
  /** Adds to the counts of a day; a negative number gives back what was reserved and not used. */
  add(day: string, purpose: ModelPurpose, counts: Partial<Record<ModelCount, number>>): Promise<void>;
  /** All counts from a day on. */
  read(fromDay: string): Promise<LedgerRow[]>;
}

/** A model's answers by fingerprint, so that nothing is asked and paid for twice. What comes back is as hostile as it was. */
export interface DraftCache {
  get(fingerprint: string): Promise<unknown | null>;
  put(fingerprint: string, purpose: ModelPurpose, draft: object): Promise<void>;
}
