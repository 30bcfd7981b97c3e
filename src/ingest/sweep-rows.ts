import type { RetentionStore, SweptKind } from "../domain/workspace/store-state.ts";
import { inSlices } from "./in-slices.ts";

const DAY_MS = 86_400_000;
/** Rows in the first slice, and in any. */
const SLICES = { first: 50, most: 500 };

interface Window {
  kind: SweptKind;
  /** How long to keep it unless a setting is shorter; null means forever. */
  days: number | null;
}

/** Order matters: delete the questions of a thread before the thread. */
const WINDOWS: Window[] = [
  // Slack redelivers an event within the hour, and install links expire after minutes.
  { kind: "events", days: 2 },
  // Tokens and secret addresses, counted from their end: the reading page gives out one for each press of its button.
  { kind: "keys", days: 7 },
  // Counted from the last time the source listed it: feeds that drop an entry and list it again do so within days.
  { kind: "entries", days: 14 },
  { kind: "polls", days: 30 },
  { kind: "drafts", days: 30 },
  { kind: "dead-jobs", days: 90 },
  { kind: "buttons", days: 90 },
  { kind: "questions", days: 90 },
  { kind: "threads", days: 90 },
  { kind: "digests", days: 90 },
  { kind: "stopped", days: 90 },
  // One for each person and topic.
  { kind: "last-briefings", days: 365 },
  // One for each person at most.
  { kind: "managers", days: null },
];
/** Daily counters without any text, kept long enough to compare two years. */
const COUNTS_DAYS = 800;

/**
 * Deletes expired rows other than articles and settings. Each kind has its own lifetime, cut to the days for which articles are kept
 * (null keeps articles forever). Returns the number of rows.
 */
export async function sweepRows(
  store: RetentionStore,
  { nowMs, days }: { nowMs: number; days: number | null },
  signal: AbortSignal,
): Promise<number> {
  let rows = 0;
  const shortest = WINDOWS.map((window) => ({ ...window, days: Math.min(window.days ?? Infinity, days ?? Infinity) }));
  for (const window of [...shortest, { kind: "model-counts" as const, days: COUNTS_DAYS }]) {
    if (window.days === Infinity) continue;
    const beforeMs = nowMs - window.days * DAY_MS;
    rows += await inSlices((limit) => store.sweep(window.kind, { beforeMs, limit }), { ...SLICES, signal });
  }
  return rows;
}
