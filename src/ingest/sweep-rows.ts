import type { RetentionStore, SweptKind } from "../domain/workspace/store-state.ts";
import { inSlices } from "./in-slices.ts";

const DAY_MS = 86_400_000;
/** Rows in the first slice, and in any. */
const SLICES = { first: 50, most: 500 };

interface Window {
  kind: SweptKind;
  /** How long it is kept where nothing says shorter; null: for ever. */
  days: number | null;
}

/** In this order: a thread goes after its questions. */
const WINDOWS: Window[] = [
  // Slack delivers an event again within the hour, and nobody installs an app with a link of yesterday's.
  { kind: "events", days: 2 },
  // Counted from when the source shows it no more: a feed that drops an entry and shows it again does so within days.
  { kind: "entries", days: 14 },
  { kind: "polls", days: 30 },
  { kind: "drafts", days: 30 },
  { kind: "dead-jobs", days: 90 },
  { kind: "buttons", days: 90 },
  { kind: "questions", days: 90 },
  { kind: "threads", days: 90 },
  { kind: "digests", days: 90 },
  { kind: "stopped", days: 90 },
  // One for each person at most.
  { kind: "managers", days: null },
];
/** Numbers by the day, of which no text is kept: a year can be compared with the one before. */
const COUNTS_DAYS = 800;

/**
 * Deletes what is neither article nor setting and has had its time: that of its kind, or the days for which articles are kept where those
 * are fewer (null keeps articles). Says how many rows they were.
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
