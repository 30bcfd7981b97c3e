import type { SourceClaims, WaitingItem } from "../../domain/sources/source-store.ts";
import type { Held } from "./poll-claimed.ts";
import { type EntryDeps, type EntryRead, readEntry } from "./read-entry.ts";

export interface ReadClaimedDeps extends EntryDeps {
  claims: SourceClaims;
  /** How long an entry is held; null if it is only looked at, because no other process shares the work. */
  entryLeaseMs: number | null;
}

/** Null if it is read already, or another process was faster. */
export async function claimEntry(
  { claims, clock, entryLeaseMs }: ReadClaimedDeps,
  id: number,
): Promise<Held<WaitingItem> | null> {
  const nowMs = clock.now();
  const leaseUntilMs = nowMs + (entryLeaseMs ?? 0);
  const row = await claims.claimEntry(id, { nowMs, leaseUntilMs });
  return row === null ? null : { row, leaseUntilMs };
}

export async function releaseEntry(
  { claims, entryLeaseMs }: ReadClaimedDeps,
  { row, leaseUntilMs }: Held<WaitingItem>,
): Promise<void> {
  if (entryLeaseMs !== null) await claims.releaseEntry(row.id, leaseUntilMs);
}

/** Reads an entry, stores its article and says what became of it. If the program was stopped or something failed, the entry waits as before. */
export async function readClaimed(deps: ReadClaimedDeps, held: Held<WaitingItem>, signal?: AbortSignal): Promise<EntryRead> {
  let read: EntryRead;
  try {
    read = await readEntry(deps, held.row, signal);
    if (read.settlement !== null) await deps.items.settle(held.row, read.settlement, deps.clock.now());
  } catch (error) {
    await releaseEntry(deps, held);
    throw error;
  }
  if (read.settlement === null) await releaseEntry(deps, held);
  return read;
}
